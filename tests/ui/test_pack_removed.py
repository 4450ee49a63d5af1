"""A pack goes while one of its lessons is open: what was begun is written, the rest is told kindly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from answering import by_mouse
from desk_in_memory import DeskInMemory
from lesson_samples import worn
from packs import lesson_text, write_source
from pytestqt.qtbot import QtBot
from school_in_memory import SchoolInMemory, pupil

from content.library.library import Library
from content.packing.build import build_from_folder
from scuola_digitale.domain.facts import ExerciseAnswered
from ui import background
from ui.widgets.empty import Empty
from ui.widgets.lesson.page import LessonPage

_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>'
_LONG = "\n\n".join(f"Riga {number}. " + "Una parola dopo l'altra. " * 12 for number in range(60))
_BODY = f"""## Guarda

![Una goccia tonda](../immagini/goccia.svg)

```esercizio
id: dove
tipo: scelta
domanda: Dove va la goccia?
opzioni:
  - testo: Nel mare
    giusta: sì
  - testo: Nel forno
```

{_LONG}

![Un'altra goccia](../immagini/goccia.svg)
"""
REF, PACK = "marche/goccia", "marche/prova"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    source = write_source(tmp_path / "sorgente", {"goccia.md": lesson_text("goccia", "La goccia", _BODY)})
    (source / "immagini").mkdir()
    (source / "immagini" / "goccia.svg").write_bytes(_PICTURE)
    library = Library(tmp_path / "biblioteca")
    library.install(build_from_folder(source, tmp_path / "uscita").folder)
    yield library
    background.wait_for_all()
    library.close()


@pytest.fixture
def school() -> SchoolInMemory:
    return SchoolInMemory()


@pytest.fixture
def page(qtbot: QtBot, library: Library, school: SchoolInMemory) -> Iterator[LessonPage]:
    desk = DeskInMemory(school=school, shelf=library).desk  # type: ignore[arg-type]  # the real one
    with worn():
        page = LessonPage(desk, pupil("Lucia"), REF)
        page.resize(1282, 768)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None)
        yield page
        if shiboken6.isValid(page):
            shiboken6.delete(page)
    background.tell_troubles_to(None)


def test_an_answer_is_still_written_and_the_lesson_read_to_its_end(
    qtbot: QtBot, library: Library, school: SchoolInMemory, page: LessonPage
) -> None:
    library.remove(PACK)

    assert page.column is not None
    assert page.cards is not None
    qtbot.waitUntil(page.column.is_complete)
    by_mouse(page.cards.cards[0], right=True)
    qtbot.waitUntil(lambda: any(isinstance(fact, ExerciseAnswered) for fact in school.recorded))
    qtbot.waitUntil(
        lambda: page.cards is not None and page.cards.cards[0]._head.saved.text() == "Salvato qui"
    )


def test_opened_again_it_says_kindly_that_the_lesson_is_gone(
    qtbot: QtBot, library: Library, school: SchoolInMemory, page: LessonPage
) -> None:
    library.remove(PACK)
    again = LessonPage(page._desk, pupil("Lucia"), REF)  # the same desk
    qtbot.addWidget(again)
    again.show()

    qtbot.waitUntil(lambda: bool(again.findChildren(Empty)))
    assert again.findChildren(Empty)
