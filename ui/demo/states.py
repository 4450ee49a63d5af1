"""Every page and state of the window, as people of all roles meet them: for the gallery and for tests of them all."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.traces import SetAside
from ui.demo import block_states, exercise_states
from ui.demo.lesson_states import choose_words, come_back, hear_a_word, open_the_next_lesson, see_a_picture
from ui.demo.settling import CALM_SECONDS, settle
from ui.home import Home
from ui.presenters.desk import Desk
from ui.presenters.figures import PictureLock
from ui.presenters.history import HistoryPresenter
from ui.presenters.set_aside import aside_rows
from ui.presenters.today import TodayPresenter
from ui.widgets.assign_page import AssignPage
from ui.widgets.board_page import BoardPage
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.lesson.page import LessonPage
from ui.widgets.note_tray import NoteTray
from ui.widgets.packs_page import PacksPage
from ui.widgets.people_page import PeoplePage
from ui.widgets.pupil_sheet import MovePanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.review_page import ReviewPage
from ui.widgets.session import Session
from ui.widgets.sync_page import SyncPage
from ui.widgets.toolbox import toggle_toolbox
from ui.widgets.welcome import Welcome
from ui.widgets.window import MainWindow

WIDE, NARROW = (1366, 768), (911, 512)

Prepare = Callable[[MainWindow], object]


@dataclass(frozen=True, slots=True)
class State:
    """A page as somebody meets it.

    Attributes:
        name: the picture's name.
        session: who sits there; nobody at the sign-in.
        page: the page's key; empty at the sign-in.
        prepare: what was done before.
        welcome: what was done at the welcome of a laptop in no school, for states of that window.
    """

    name: str
    session: Session | None = None
    page: str = ""
    prepare: Prepare | None = None
    welcome: Callable[[Welcome], None] | None = None


def every_state(pupil: Session, teacher: Session, technician: Session) -> Iterator[State]:
    """All states of all roles; a new page has its line here, or a test complains."""
    yield from _welcome_states()
    yield from _door_states()
    yield from _pupil_states(pupil)
    yield State("3-ospite", Session(), "biblioteca")
    yield from _teacher_states(teacher)
    yield from _technician_states(technician)
    # Last, since answers given here would show on the pages before.
    for scene in (*block_states.SCENES, *exercise_states.SCENES):
        yield State(scene.name, pupil, "oggi", scene.play)


def stand(
    desk: Desk,
    state: State,
    size: tuple[int, int] = WIDE,
    *,
    wear: Callable[[], None] | None = None,
    calm: float = CALM_SECONDS,
) -> QWidget:
    """A window that shows a state, once its work under way has come back; whoever asked closes it.

    `wear` dresses the program once somebody came in: as the picture wants it, not as they like to read.
    """
    if state.welcome is not None:
        welcome = Welcome(Home(Path(tempfile.gettempdir()) / "scuola-digitale-benvenuti"))
        _open(welcome, size)
        state.welcome(welcome)
        settle(calm)
        return welcome
    window = MainWindow(desk)
    _open(window, size)
    if state.session is not None:
        window.come_in(state.session)
        if wear is not None:
            wear()
        window.go_to(state.page)
    if state.prepare is not None:
        state.prepare(window)
    settle(calm)
    return window


def _open(window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.show()


def _welcome_states() -> Iterator[State]:
    yield State("0-benvenuti", welcome=lambda _: None)
    yield State("0-fonda", welcome=Welcome.found)
    yield State("0-fonda-errore", welcome=_found_without_words)
    yield State("0-entra", welcome=Welcome.join)


def _door_states() -> Iterator[State]:
    yield State("1-chi-sei")
    yield State("1-maestra", prepare=lambda window: window.sign_in.open_door("insegnante"))
    yield State("1-figure", prepare=_ask_for_figures)
    yield State("1-tessera", prepare=lambda window: window.sign_in.open_card_door())


def _pupil_states(pupil: Session) -> Iterator[State]:
    yield State("2-oggi", pupil, "oggi")
    yield State("2-oggi-finito", pupil, "oggi", _who_has_finished)
    yield State("2-oggi-inglese", pupil, "oggi", lambda window: window.speak("en"))
    yield State("2-come-leggo", pupil, "lettura")
    yield State("2-ripasso", pupil, "ripasso")
    yield State("2-ripasso-domanda", pupil, "ripasso", _begin_the_review)
    yield State("2-quaderno", pupil, "quaderno")
    yield State("3-lezione", pupil, "oggi", open_the_next_lesson)
    yield State("3-lezione-appunto", pupil, "oggi", _write_a_note)
    yield State("3-lezione-strumenti", pupil, "oggi", _open_the_toolbox)
    yield State("3-lezione-figura", pupil, "oggi", see_a_picture)
    yield State("3-lezione-parole", pupil, "oggi", choose_words)
    yield State("3-lezione-ascolto", pupil, "oggi", hear_a_word)
    yield State("3-lezione-qui", pupil, "oggi", come_back)
    yield State("3-biblioteca", pupil, "biblioteca")
    yield State("3-mappa", pupil, "mappa")
    yield State("4-cerca", pupil, "cerca", lambda window: window.search("acqua"))
    yield State("4-cerca-errore", pupil, "cerca", lambda window: window.search("frazzioni"))
    yield State("4-cerca-vuota", pupil, "cerca")
    yield State("5-sassi", pupil, "sassi")


def _teacher_states(teacher: Session) -> Iterator[State]:
    yield State("6-classe", teacher, "classe", _be_with_the_third)
    yield State("6-classe-risposte", teacher, "classe", _see_who_waits)
    yield State("6-da-leggere", teacher, "da-leggere")
    yield State("6-bambini", teacher, "bambini")
    yield State("6-bambini-figure", teacher, "bambini", lambda window: _open_panel(window, "figures"))
    yield State("6-bambini-tessera", teacher, "bambini", lambda window: _open_panel(window, "card"))
    yield State("6-bambini-parola", teacher, "bambini", lambda window: _open_panel(window, "word"))
    yield State("6-bambini-scheda", teacher, "bambini", lambda window: _open_panel(window, "sheet"))
    yield State("6-bambini-consegna", teacher, "bambini", lambda window: _open_panel(window, "hand"))
    yield State("6-bambini-passaggio", teacher, "bambini", _hand_to_a_school)
    yield State("6-bambini-cancella", teacher, "bambini", lambda window: _open_panel(window, "erase"))
    yield State("6-bambini-in-fondo", teacher, "bambini", _look_to_the_foot)
    yield State("6-com-era-prima", teacher, "bambini", _show_before)
    yield State("7-assegna", teacher, "assegna", _plan_the_first_theme)
    yield State("7-lezioni", teacher, "lezioni")


def _technician_states(technician: Session) -> Iterator[State]:
    yield State("8-contenuti", technician, "contenuti")
    yield State("8-contenuti-novita", technician, "contenuti", _look_for_news)
    yield State("8-contenuti-togli", technician, "contenuti", _ask_to_remove)
    yield State("9-persone", technician, "persone")
    yield State("9-persone-scheda", technician, "persone", _open_a_sheet)
    yield State("9-persone-errore", technician, "persone", _add_a_nameless_pupil)
    yield State("9-persone-parola", technician, "persone", _forget_a_password)
    yield State("9-portatili", technician, "portatili")
    yield State("9-sincronizzazione", technician, "sincronizzazione")
    yield State("9-sincronizzazione-da-parte", technician, "sincronizzazione", _set_something_aside)


def _found_without_words(welcome: Welcome) -> None:
    welcome.found()
    welcome.steps.forms[0].buttons[0].click()


def _who_has_finished(window: MainWindow) -> None:
    pupils = window.desk.school.pupils()
    idle = next(one for one in pupils if TodayPresenter(window.desk, one).go_on() is None)
    window.come_in(Session(pupil=idle))


def _ask_for_figures(window: MainWindow) -> None:
    guarded = [face.pupil for face in window.sign_in.faces() if PictureLock.guards(face.pupil)]
    if guarded:
        window.sign_in.choose(guarded[-1])
    if window.sign_in.lock is not None:
        for button in window.sign_in.lock.figures[3:5]:
            button.click()


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


def _open_panel(window: MainWindow, kind: str) -> None:
    page = window.go_to("bambini")
    if isinstance(page, PupilsPage) and page.rows:
        with_card = [row for row in page.rows if row.pupil.card]
        (with_card or page.rows)[0].open_panel(kind)


def _hand_to_a_school(window: MainWindow) -> None:
    _open_panel(window, "move")
    page = window.go_to("bambini")
    panels = [row.panel for row in page.rows if row.panel] if isinstance(page, PupilsPage) else []
    for panel in panels:
        if isinstance(panel, MovePanel) and window.desk.open_people is not None:
            with TemporaryDirectory() as folder:
                panel.hand_over(Path(folder))
                settle()


def _open_a_sheet(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.open_sheet(window.desk.school.pupils()[0])


def _look_to_the_foot(window: MainWindow) -> None:
    page = window.go_to("bambini")
    settle()
    if isinstance(page, PupilsPage):
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _show_before(window: MainWindow) -> None:
    page = window.go_to("bambini")
    if not isinstance(page, PupilsPage) or window.desk.open_people is None:
        return
    pupil, staff = page.rows[4].pupil, window.staff_here()
    # Another name and the own one again: the school looks in the next picture as it did before.
    for name in (f"{pupil.name} R.", pupil.name):
        window.desk.people.change_pupil(staff.author, pupil.person, {"name": name})
    HistoryDialog(HistoryPresenter.of_pupil(window.desk, pupil), lambda _facts, _said: None, window).open()


def _see_who_waits(window: MainWindow) -> None:
    """The sheet of the first who waits, as «Vai da…» opens it."""
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        waiting = next(cell for column in page.columns for cell in column.cells if cell.go is not None)
        page.show_steps(waiting.pupil)


def _set_something_aside(window: MainWindow) -> None:
    page = window.go_to("sincronizzazione")
    if isinstance(page, SyncPage):
        reasons = (("author-signature-wrong", 2), ("device-not-admitted", 14), ("author-revoked", 1))
        found = [
            SetAside(reason=reason, device=bytes(16), label="Portatile Faggio", facts=facts)
            for reason, facts in reasons
        ]
        page.aside.show_rows(aside_rows(found))
        settle()
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _be_with_the_third(window: MainWindow) -> None:
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        page.be_with(page.waiting_grade())


def _plan_the_first_theme(window: MainWindow) -> None:
    page = window.go_to("assegna")
    if isinstance(page, AssignPage) and page.presenter.themes():
        page.choose_theme(page.presenter.themes()[0].name)


def _look_for_news(window: MainWindow) -> None:
    page = window.go_to("contenuti")
    if isinstance(page, PacksPage) and page.news.look_button.isEnabled():
        page.news.look()


def _ask_to_remove(window: MainWindow) -> None:
    page = window.go_to("contenuti")
    if isinstance(page, PacksPage) and page.rows():
        page.ask_remove(page.rows()[0])


def _add_a_nameless_pupil(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.pupil_form.buttons[0].click()


def _forget_a_password(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.ask_new_password(page.presenter.staff()[0])
