"""A pupil's pages as they meet them, and a guest's."""

from collections.abc import Iterator

from ui.demo import other_desks
from ui.demo.lesson_states import choose_words, come_back, hear_a_word, open_the_next_lesson, see_a_picture
from ui.demo.portraits import with_photos
from ui.demo.settling import settle
from ui.demo.state import State
from ui.presenters.today import TodayPresenter
from ui.widgets.lesson.page import LessonPage
from ui.widgets.note_tray import NoteTray
from ui.widgets.review_page import ReviewPage
from ui.widgets.session import Session
from ui.widgets.toolbox import toggle_toolbox
from ui.widgets.window import MainWindow


def pupil_states(pupil: Session) -> Iterator[State]:
    """What a pupil meets, from Oggi to the stones."""
    yield State("2-oggi", pupil, "oggi")
    yield State("2-oggi-vuoto", pupil, "oggi", desk=other_desks.quiet)
    yield State("2-oggi-tanti", pupil, "oggi", desk=other_desks.crowded)
    yield State("2-oggi-foto", pupil, "oggi", _who_has_a_photo, desk=with_photos)
    yield State("2-oggi-finito", pupil, "oggi", _who_has_finished)
    yield State("2-oggi-inglese", pupil, "oggi", desk=other_desks.read_in_english)
    yield State("2-come-leggo", pupil, "lettura")
    yield State("2-ripasso", pupil, "ripasso")
    yield State("2-ripasso-domanda", pupil, "ripasso", _begin_the_review)
    yield State("2-ripasso-vuoto", pupil, "ripasso", desk=other_desks.quiet)
    yield State("2-quaderno", pupil, "quaderno")
    yield State("2-quaderno-vuoto", pupil, "quaderno", desk=other_desks.quiet)
    yield State("3-lezione", pupil, "oggi", open_the_next_lesson)
    yield State("3-lezione-appunto", pupil, "oggi", _write_a_note)
    yield State("3-lezione-strumenti", pupil, "oggi", _open_the_toolbox)
    yield State("3-lezione-figura", pupil, "oggi", see_a_picture)
    yield State("3-lezione-parole", pupil, "oggi", choose_words)
    yield State("3-lezione-ascolto", pupil, "oggi", hear_a_word)
    yield State("3-lezione-qui", pupil, "oggi", come_back)
    yield State("3-biblioteca", pupil, "biblioteca")
    yield State("3-biblioteca-vuota", pupil, "biblioteca", desk=other_desks.bare)
    yield State("3-mappa", pupil, "mappa")
    yield State("4-cerca", pupil, "cerca", lambda window: window.search("acqua"))
    yield State("4-cerca-errore", pupil, "cerca", lambda window: window.search("frazzioni"))
    yield State("4-cerca-vuota", pupil, "cerca")
    yield State("4-cerca-niente", pupil, "cerca", lambda window: window.search("zanzibar"))
    yield State("5-sassi", pupil, "sassi")
    yield State("5-sassi-vuoti", pupil, "sassi", desk=other_desks.quiet)


def _who_has_a_photo(window: MainWindow) -> None:
    window.come_in(Session(pupil=next(one for one in window.desk.school.pupils() if one.photo)))


def _who_has_finished(window: MainWindow) -> None:
    pupils = window.desk.school.pupils()
    idle = next(one for one in pupils if TodayPresenter(window.desk, one).go_on() is None)
    window.come_in(Session(pupil=idle))


def _begin_the_review(window: MainWindow) -> None:
    page = window.go_to("ripasso")
    settle()
    if isinstance(page, ReviewPage) and page.start is not None:
        page.start.click()


def _write_a_note(window: MainWindow) -> None:
    open_the_next_lesson(window)
    settle()
    tray = window.findChild(NoteTray)
    if tray is not None:
        tray.note.click()


def _open_the_toolbox(window: MainWindow) -> None:
    open_the_next_lesson(window)
    settle()
    page = window.findChild(LessonPage)
    if page is not None:
        toggle_toolbox(page)
