"""A lesson as its readers leave it: a picture near, words chosen and lit, a word said, the place to go on."""

from PySide6.QtCore import Qt

from scuola_digitale.domain.draft import Draft, Place
from ui.demo.settling import settle
from ui.presenters.today import TodayPresenter
from ui.widgets.lesson.figure import GrowingPicture
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.passages import Lit, Passage
from ui.widgets.lesson.run import TextRun
from ui.widgets.window import MainWindow


def open_the_next_lesson(window: MainWindow) -> None:
    """Opens the lesson that this pupil goes on with."""
    go_on = TodayPresenter(window.desk, window.pupil_here()).go_on()
    if go_on is not None:
        window.open_lesson(go_on.card.ref)


def see_a_picture(window: MainWindow) -> None:
    """A picture of the lesson fills the window."""
    page = _whole_lesson(window)
    pictures = page.findChildren(GrowingPicture) if page is not None else []
    if pictures:
        pictures[0].grow()


def choose_words(window: MainWindow) -> None:
    """Some words are lit, others chosen."""
    page = _whole_lesson(window)
    runs = page.findChildren(TextRun) if page is not None else []
    if page is None or page.choosing is None or not runs:
        return
    first: Passage = runs[0]
    page.lights.show(first, "luce", [Lit(0, min(24, first.end_place()))])
    page.choosing.choose_all()


def hear_a_word(window: MainWindow) -> None:
    """A word is being said."""
    page = _whole_lesson(window)
    runs = page.findChildren(TextRun) if page is not None else []
    here = next((run for run in runs if not run.visibleRegion().isEmpty()), None)
    if page is not None and page.aloud is not None and here is not None:
        page.lights.show(here, "voce", [Lit(*here.word_around(8), light="voce")])
        page.aloud.turned.emit(True)


def come_back(window: MainWindow) -> None:
    """The lesson opens where its reader stopped."""
    go_on = TodayPresenter(window.desk, window.pupil_here()).go_on()
    if go_on is not None:
        head, school, person = go_on.card, window.desk.school, window.pupil_here().person
        edition = window.desk.library.lesson(head.ref).head.edition
        school.keep_draft(person, head.ref, Draft(edition=edition, place=Place(block=4)))
        window.open_lesson(head.ref)
        settle()
        school.keep_draft(person, head.ref, Draft(edition=edition))


def open_whole(window: MainWindow, ref: str) -> LessonPage:
    """Opens a lesson and waits until all of it stands."""
    page = window.open_lesson(ref)
    settle()
    _draw_whole(page)
    return page


def _whole_lesson(window: MainWindow) -> LessonPage | None:
    open_the_next_lesson(window)
    settle()
    page = window.findChild(LessonPage)
    if page is not None:
        _draw_whole(page)
    return page


def _draw_whole(page: LessonPage) -> None:
    if page.column is not None:
        page.column.draw_all()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
