"""Which languages the window speaks, and how one is chosen: a `.ts` file in `ui/resources/words` is a language."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import ITALIAN, Catalogue, language, said_in, say, speak

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FOLDER = Path(__file__).parent / "resources" / "words"
ENVIRONMENT = "SCUOLA_DIGITALE_LINGUA"
_PREFIX = "scuola-digitale_"


class UnknownLanguageError(ScuolaError):
    """A language was asked for that has no catalogue, or one that cannot be read."""

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        super().__init__(
            say("Non conosco la lingua «{code}».", code=code),
            remedy=say("Scegline una di queste: {known}.", known=", ".join(known)),
        )


def known_languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The codes of all languages, Italian first."""
    return (ITALIAN, *sorted(file.stem.removeprefix(_PREFIX) for file in folder.glob(f"{_PREFIX}*.ts")))


def choose_language(code: str, folder: Path = FOLDER) -> None:
    """Has this process speak a language from now on.

    Raises:
        UnknownLanguageError: there is no such catalogue, or it is damaged.
    """
    speak(None if code == ITALIAN else read_catalogue(code, folder))


def in_language(code: str) -> AbstractContextManager[None]:
    """What this thread says inside is in a lesson's language; in the window's where there are no words in it."""
    if code in {"", language()} or code not in known_languages():
        return nullcontext()
    return said_in(None if code == ITALIAN else read_catalogue(code))


def wanted_language(remembered: str) -> str:
    """The language asked for: by the environment, else by what the laptop remembers, else Italian.

    A remembered language that is no longer there keeps nobody out. The system's own does not count: lessons are Italian, and laptops given to schools often speak
    English by accident.
    """
    known = remembered if remembered in known_languages() else ITALIAN
    return os.environ.get(ENVIRONMENT) or known


@cache
def read_catalogue(code: str, folder: Path = FOLDER) -> Catalogue:
    """Reads a language's `.ts` file, once; sentences that are not translated yet are left out.

    Raises:
        UnknownLanguageError: there is no such file, or it is damaged.
    """
    # Late: Italian, the common case, needs no XML.
    from xml.etree import ElementTree

    if code not in known_languages(folder):
        raise UnknownLanguageError(code, known_languages(folder))
    try:
        root = ElementTree.parse(catalogue_file(code, folder)).getroot()  # noqa: S314  # a file of the program
        forms = dict(filter(None, map(_entry, root.iter("message"))))
        return Catalogue(code, forms, _plural(root.findtext("extra-plurale", "n != 1")))
    except (ElementTree.ParseError, ValueError) as error:
        raise UnknownLanguageError(code, known_languages(folder)) from error


def catalogue_file(code: str, folder: Path = FOLDER) -> Path:
    """Where a language's words stand."""
    return folder / f"{_PREFIX}{code}.ts"


def language_name(code: str, folder: Path = FOLDER) -> str:
    """How a language calls itself: `Italiano`, `English`; its code where its file does not say."""
    if code == ITALIAN:
        return "Italiano"
    from xml.etree import ElementTree

    # Its name stands at its head: the thousands of sentences after it are not read.
    for _, element in ElementTree.iterparse(catalogue_file(code, folder)):  # noqa: S314  # a file of the program
        if element.tag == "extra-nome":
            return element.text or code
        if element.tag == "context":
            break
    return code


def _entry(message: "Element") -> tuple[tuple[str, str], tuple[str, ...]] | None:
    told = message.find("translation")
    if told is None:
        return None
    forms = tuple(form.text or "" for form in told.iter("numerusform")) or (told.text or "",)
    if not all(forms):
        return None
    return (message.findtext("source", ""), message.findtext("comment", "")), forms


def _plural(formula: str) -> Callable[[int], int]:
    """The form that a count asks for, from gettext's formula in C; raises ValueError where it is none."""
    from gettext import c2py

    return c2py(formula)
