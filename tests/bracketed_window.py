"""A program for tests: walks the window in a language that puts every sentence into brackets, tells what has none.

Whatever people read outside brackets, and is no name of the school's nor a lesson's own word, was never marked for
translation. It runs by itself, since words may be constants: the language comes before the pages.

usage: python bracketed_window.py FOLDER
"""

import ast
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from scuola_digitale.words import Catalogue
from ui.languages import catalogue_file, choose_language
from ui.translating import gather

OPEN, SHUT = "⟦", "⟧"
_WORD = re.compile(r"[^\W\d_]{2,}")
_KNOWN = frozenset(
    {
        "Scuola",
        "Digitale",
        "PDF",
        "MB",
        "kB",
        "GB",
        "XXXX",
        "https",
        "acqua",
        "frazzioni",
        "zanzibar",
        "prugnolo",
        "maestra",
        "tecnico",
        "es",
    }
)
"""The program's own name, units, what the gallery types into the search, ids and titles of the fixtures."""


def bracketed(folder: Path) -> None:
    """Writes the language `xx`, in which every sentence stands as it is, in brackets."""
    root = Element("TS", version="2.1", language="xx")
    context = SubElement(root, "context")
    for sentence in gather():
        message = SubElement(context, "message")
        SubElement(message, "source").text = sentence.italian
        SubElement(message, "comment").text = sentence.sense
        translation = SubElement(message, "translation")
        for form in (sentence.one, sentence.italian) if sentence.one else ():
            SubElement(translation, "numerusform").text = f"{OPEN}{form}{SHUT}"
        if not sentence.one:
            translation.text = f"{OPEN}{sentence.italian}{SHUT}"
    catalogue_file("xx", folder).write_bytes(tostring(root))


def bracketed_words() -> Catalogue:
    """The same language, for a test that speaks it without a file."""
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in gather():
        told = (one.one, one.italian) if one.one else (one.italian,)
        forms[one.italian, one.sense] = tuple(f"{OPEN}{form}{SHUT}" for form in told)
    return Catalogue("xx", forms, lambda count: int(count != 1))


def unmarked(text: str, data: tuple[str, ...]) -> str:
    """What stands outside of brackets and is none of the school's own words, empty where nothing does."""
    while OPEN in text and text != (shorter := re.sub(f"{OPEN}[^{OPEN}{SHUT}]*{SHUT}", " ", text)):
        text = shorter
    for known in data:
        text = text.replace(known, " ")
    text = re.sub("<[^>]*>", " ", text)
    return text.strip() if any(word not in _KNOWN for word in _WORD.findall(text)) else ""


def walk() -> Iterator[tuple[str, str]]:
    """Every page and state that the gallery draws, with each text that it shows or tells a screen reader."""
    from desk_in_memory import a_morning
    from people_in_memory import PeopleInMemory
    from PySide6.QtWidgets import QApplication
    from school_in_memory import PAOLA, SANDRO, Unlocked, pupil

    from ui.demo.state import stand
    from ui.demo.states import every_state
    from ui.presenters.sign_in import Teacher
    from ui.widgets.session import Session
    from ui.widgets.theme import dress

    parts = a_morning()
    parts.people = PeopleInMemory(parts.school)
    app, desk, data = QApplication([]), parts.desk, data_words()
    dress(app)
    teacher, technician = Teacher(PAOLA, Unlocked(b"paola")), Teacher(SANDRO, Unlocked(b"sandro"))
    for state in every_state(
        Session(pupil=pupil("Lucia")), Session(staff=teacher), Session(staff=technician)
    ):
        if state.name.endswith("-inglese"):
            continue
        window = stand(desk, state)
        for text in shown_texts(window):
            yield state.name, unmarked(text, data)
        window.close()


def shown_texts(window: object) -> Iterator[str]:
    """All that a widget and what stands in it shows, or tells a screen reader."""
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)
    for widget in (window, *window.findChildren(QWidget)):
        for name in ("text", "words", "placeholderText", "title"):
            ask = getattr(widget, name, None)
            told = ask() if callable(ask) else ask
            if isinstance(told, str):
                yield told
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())


def data_words() -> tuple[str, ...]:
    """The school's and the lessons' own words, as the fixtures write them, the longest first."""
    found = {
        "English",
        "Italiano",
        "Lora",
        "Lexend",
        "Atkinson",
        "III",
        "II",
        "IV",
        "Acqua",
        "Frazioni",
        "regione.example/scuole",
        "lepre-faggio-27",
        "gatto-luna-12",
        "regione.example",
        "zanzibar",
    }
    here = Path(__file__).parent
    for path in (*here.glob("*_in_memory.py"), here.parent / "ui" / "demo" / "other_desks.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            said = node.value if isinstance(node, ast.Constant) else None
            if isinstance(said, str) and (" " in said or said[:1].isupper()):
                found.add(said)
    return tuple(sorted(found, key=len, reverse=True))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    place = Path(sys.argv[1])
    bracketed(place)
    choose_language("xx", place)
    first = {text: page for page, text in reversed([*walk()]) if text}
    print(json.dumps(first, ensure_ascii=False, indent=0))
