"""What people read, in the language of this laptop: the code holds it in Italian, a catalogue in another language.

The language changes with whoever sits here. So a constant does not hold words: it is `Worded`, which finds them
when they are asked for. Without a catalogue everything is said as it is written here, at the cost of one question.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Generic, NamedTuple, TypeVar

Worth_co = TypeVar("Worth_co", covariant=True)


class Catalogue(NamedTuple):
    """The words of one language.

    Attributes:
        language: its code, `en`.
        forms: by Italian sentence and sense, what is said instead; more than one where a count decides.
        plural: which of the forms a count asks for.
    """

    language: str
    forms: dict[tuple[str, str], tuple[str, ...]]
    plural: Callable[[int], int]


ITALIAN = "it"


class _Spoken:
    """Which language this process speaks; None is Italian."""

    catalogue: Catalogue | None = None


def speak(catalogue: Catalogue | None) -> None:
    """Chooses the language of everything said from now on; None is Italian."""
    _Spoken.catalogue = catalogue


class _Inside(NamedTuple):
    """The words of a stretch of work, whatever the window speaks."""

    catalogue: Catalogue | None


_inside: ContextVar[_Inside | None] = ContextVar("inside", default=None)


@contextmanager
def said_in(catalogue: Catalogue | None) -> Iterator[None]:
    """What this thread says inside is in these words (None is Italian), whatever the window speaks."""
    token = _inside.set(_Inside(catalogue))
    try:
        yield
    finally:
        _inside.reset(token)


def in_italian() -> AbstractContextManager[None]:
    """What this thread says inside is Italian, whatever the window speaks: for papers that leave the school."""
    return said_in(None)


def spoken() -> Catalogue | None:
    """The words that are spoken here; None is Italian."""
    inside = _inside.get()
    return _Spoken.catalogue if inside is None else inside.catalogue


def language() -> str:
    """The code of the language that is spoken, `it` or a catalogue's."""
    catalogue = spoken()
    return catalogue.language if catalogue else ITALIAN


def say(italian: str, /, *, sense: str = "", **values: object) -> str:
    """A sentence in the chosen language; a catalogue that lacks it leaves it in Italian.

    Args:
        italian: the sentence as a literal, since catalogues are gathered from the sources;
            `{name}` stands for a value.
        sense: tells two meanings of the same Italian words apart.
        values: what is put in place of the names. Without any, braces are left alone.
    """
    catalogue = spoken()
    said = italian if catalogue is None else catalogue.forms.get((italian, sense), (italian,))[0]
    return said.format(**values) if values else said


def say_count(count: int, one: str, many: str, /, **values: object) -> str:
    """A sentence whose words follow a count, `{count}` in it; other languages may have more forms than two."""
    italian = one if count == 1 else many
    catalogue = spoken()
    if catalogue is not None and (forms := catalogue.forms.get((many, ""))):
        italian = forms[min(catalogue.plural(count), len(forms) - 1)]
    return italian.format(count=count, **values)


class Worded(Generic[Worth_co]):
    """A constant that holds words: `TITLE = Worded(lambda: say("Come leggo"))`, read as `TITLE()`.

    An attribute of a class is read without the brackets: `title = Worded(lambda: say("Cerca"))`, then `page.title`.
    What is made is kept until another language is spoken.
    """

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[], Worth_co]) -> None:
        self._make = make
        self._kept: tuple[Catalogue | None, Worth_co] | None = None

    def __call__(self) -> Worth_co:
        """What a constant says now."""
        catalogue, kept = spoken(), self._kept
        if kept is None or kept[0] is not catalogue:
            self._kept = kept = (catalogue, self._make())
        return kept[1]

    def __get__(self, owner: object, kind: type | None = None) -> Worth_co:
        """What an attribute of a class says now."""
        return self()
