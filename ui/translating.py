"""Gathers the sentences that people read from the sources into the catalogues: `make words`.

Whoever translates opens `ui/resources/words/scuola-digitale_LANGUAGE.ts` in Qt Linguist, or in any editor.
A new language is a copy of one of them without its translations.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, parse, tostring

from scuola_digitale.words import ITALIAN
from ui.languages import FOLDER, catalogue_file, known_languages

ROOT = Path(__file__).parents[1]
PACKAGES = ("scuola_digitale", "content", "sync", "ui")


class Sentence(NamedTuple):
    """A sentence as it stands in the sources.

    Attributes:
        italian: the sentence; of a counted one the form for many.
        sense: tells two meanings of the same words apart.
        one: the form for one, of a counted sentence; else empty.
    """

    italian: str
    sense: str = ""
    one: str = ""


def gather(root: Path = ROOT) -> dict[Sentence, tuple[str, ...]]:
    """Every sentence that is said, and the modules that say it."""
    found: dict[Sentence, set[str]] = {}
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            for sentence in sentences(file.read_text("utf-8")):
                found.setdefault(sentence, set()).add(file.relative_to(root).as_posix())
    return {sentence: tuple(sorted(places)) for sentence, places in found.items()}


def sentences(source: str) -> Iterator[Sentence]:
    """The sentences of one module: the literals of `say`, `say_count` and `count_words`."""
    tree = ast.parse(source)
    mine = set(_imported(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in mine:
            continue
        words = [
            one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        match getattr(node.func, "id", ""), words:
            case "say", [italian]:
                yield Sentence(italian, _sense(node))
            case "say_count", [one, many]:
                yield Sentence(many, one=one)
            case "count_words", [one, many]:
                yield Sentence(f"{{count}} {many}", one=f"{{count}} {one}")


def update(code: str, folder: Path = FOLDER, root: Path = ROOT) -> int:
    """Brings a catalogue up to the sources: new sentences come, old ones go, translations stay.

    Returns:
        How many sentences wait for their translation.
    """
    file = catalogue_file(code, folder)
    old = parse(file).getroot()  # noqa: S314  # a file of the program
    told = {
        (one.findtext("source", ""), one.findtext("comment", "")): translation
        for one in old.iter("message")
        if (translation := one.find("translation")) is not None and translation.get("type") != "unfinished"
    }
    new = Element("TS", version="2.1", language=code, sourcelanguage=ITALIAN)
    new.extend(one for one in old if one.tag.startswith("extra-"))
    waiting = _write_contexts(new, gather(root), told)
    indent(new, " ")
    body = tostring(new, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return waiting


def _write_contexts(
    new: Element, found: dict[Sentence, tuple[str, ...]], told: dict[tuple[str, str], Element]
) -> int:
    """Writes each sentence under the first module that says it; returns how many wait."""
    waiting = 0
    contexts: dict[str, Element] = {}
    for sentence, places in sorted(found.items(), key=lambda pair: pair[1][0]):
        if places[0] not in contexts:
            contexts[places[0]] = SubElement(new, "context")
            SubElement(contexts[places[0]], "name").text = places[0].removesuffix(".py")
        translation = told.get((sentence.italian, sentence.sense))
        contexts[places[0]].append(_message(sentence, places, translation))
        waiting += translation is None
    return waiting


def _message(sentence: Sentence, places: Iterable[str], translation: Element | None) -> Element:
    message = Element("message", {"numerus": "yes"} if sentence.one else {})
    for place in places:
        SubElement(message, "location", filename=f"../../../{place}")
    SubElement(message, "source").text = sentence.italian
    if sentence.sense:
        SubElement(message, "comment").text = sentence.sense
    if sentence.one:
        SubElement(message, "extracomment").text = f"uno: {sentence.one}"
    if translation is None:
        translation = Element("translation", type="unfinished")
        for _ in ("one", "many") if sentence.one else ():
            SubElement(translation, "numerusform")
    message.append(translation)
    return message


def _imported(tree: ast.Module) -> Iterator[str]:
    """Which of the words' functions a module uses; the command line's `say` is another."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {
            "scuola_digitale.words",
            "ui.presenters.italian",
        }:
            yield from (one.name for one in node.names)
    if any(isinstance(one, ast.FunctionDef) and one.name == "count_words" for one in tree.body):
        yield "count_words"


def _sense(node: ast.Call) -> str:
    for keyword in node.keywords:
        if keyword.arg == "sense" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return ""


def main() -> None:
    """Brings every catalogue up to the sources."""
    for code in known_languages()[1:]:
        print(f"{code}: {update(code)} frasi da tradurre")  # a tool for the terminal


if __name__ == "__main__":
    main()
