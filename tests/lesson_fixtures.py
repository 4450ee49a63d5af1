"""Opens lessons on their page, for the tests of the page."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from desk_in_memory import DeskInMemory
from lesson_pages import LESSON, LUCIA, Opened, SlowSchool
from lesson_samples import worn
from lesson_shelf import LessonShelf, bundled_refs
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import Lesson
from scuola_digitale.domain.people import Pupil
from ui import background
from ui.resources import drawing
from ui.widgets.lesson.page import LessonPage


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., Opened]]:
    pages: list[LessonPage] = []

    def open_page(
        lesson: Lesson = LESSON,
        *,
        who: Pupil | None = LUCIA,
        anchor: str | None = None,
        width: int = 1282,
        ref: str = "",
        school: SlowSchool | None = None,
    ) -> Opened:
        school = school or SlowSchool()
        shelf = LessonShelf(lesson, files={"goccia.svg": drawing("figura-goccia")})
        page = LessonPage(DeskInMemory(school=school, shelf=shelf).desk, who, ref or lesson.head.ref, anchor)
        pages.append(page)
        page.resize(width, 768)
        page.show()
        page.activateWindow()
        if not ref or ref in bundled_refs():
            qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete(), timeout=10_000)
        return page, school

    with worn():
        yield open_page
        for page in pages:
            if shiboken6.isValid(page):
                shiboken6.delete(page)
    background.tell_troubles_to(None)
    background.wait_for_all()
