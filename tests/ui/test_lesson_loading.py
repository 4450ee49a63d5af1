"""What a lesson needs is read and drawn before the window asks for it: no formula holds the window."""

import threading

import exercise_samples as samples
import msgspec
import pytest
from answering import by_mouse
from desk_in_memory import DeskInMemory
from lesson_samples import says, worn
from lesson_shelf import LessonShelf, lesson_of
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import ExerciseBlock, Note, Paragraph, Term
from scuola_digitale.domain.text import Span, words
from ui import background
from ui.widgets.lesson import maths
from ui.widgets.lesson.notes import note_of
from ui.widgets.lesson.page import LessonPage


def formula(number: int) -> tuple[Span, ...]:
    return (Span("Vale "), Span(rf"x_{{{number}}}^{{7}}", maths=True))


LESSON = lesson_of(
    says("Leggi."),
    ExerciseBlock(exercise=msgspec.structs.replace(samples.WORDS, hints=(formula(41),), right=formula(42))),
    notes=(Note("n1", (Paragraph(spans=formula(43)),)),),
    terms=(Term("potenza", formula(44)), Term("base", words("Il numero sotto."))),
)


def test_formulas_of_notes_glossary_and_hints_are_drawn_off_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_late: list[str] = []
    typeset = maths._typeset

    def watched(tex: str, size: int, *, inline: bool) -> str:
        if threading.current_thread() is threading.main_thread():
            drawn_late.append(tex)
        return typeset(tex, size, inline=inline)

    monkeypatch.setattr(maths, "_typeset", watched)
    with worn():
        page = LessonPage(DeskInMemory(shelf=LessonShelf(LESSON)).desk, None, LESSON.head.ref)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        assert page.cards is not None
        assert page.column is not None
        page.cards.cards[0]._show_hint()
        by_mouse(page.cards.cards[0], right=True)
        opener = page.column.widgets()[0]
        page._open_sheet(note_of(LESSON, "n1") or (), opener, opener.rect().topLeft())
        page._follow("termine:potenza", opener, opener.rect().topLeft())
        background.wait_for_all()

    assert drawn_late == []
