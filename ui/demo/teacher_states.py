"""A teacher's pages as they meet them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ui.demo import other_desks
from ui.demo.portraits import portrait_of, with_photos
from ui.demo.settling import settle
from ui.demo.state import State
from ui.presenters.history import HistoryPresenter
from ui.widgets.assign_page import AssignPage
from ui.widgets.board_page import BoardPage
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.photo_panel import PhotoPanel
from ui.widgets.pupil_sheet import MovePanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session
from ui.widgets.window import MainWindow


def teacher_states(teacher: Session) -> Iterator[State]:
    """What a teacher meets."""
    yield State("6-classe", teacher, "classe", _be_with_the_third)
    yield State("6-classe-risposte", teacher, "classe", _see_who_waits)
    yield State("6-classe-foto", teacher, "classe", desk=with_photos)
    yield State("6-classe-tabella", teacher, "classe", _see_the_table)
    yield State("6-classe-vuota", teacher, "classe", desk=other_desks.quiet)
    yield State("6-classe-tanti", teacher, "classe", desk=other_desks.crowded)
    yield State("6-da-leggere", teacher, "da-leggere")
    yield State("6-da-leggere-niente", teacher, "da-leggere", desk=other_desks.quiet)
    yield State("6-bambini", teacher, "bambini")
    yield State("6-bambini-nessuno", teacher, "bambini", desk=other_desks.deserted)
    yield State("6-bambini-figure", teacher, "bambini", lambda window: _open_panel(window, "figures"))
    yield State("6-bambini-tessera", teacher, "bambini", lambda window: _open_panel(window, "card"))
    yield State("6-bambini-parola", teacher, "bambini", lambda window: _open_panel(window, "word"))
    yield State("6-bambini-scheda", teacher, "bambini", lambda window: _open_panel(window, "sheet"))
    yield State("6-bambini-foto", teacher, "bambini", _choose_a_photo, desk=with_photos)
    yield State("6-bambini-consegna", teacher, "bambini", lambda window: _open_panel(window, "hand"))
    yield State("6-bambini-passaggio", teacher, "bambini", _hand_to_a_school)
    yield State("6-bambini-cancella", teacher, "bambini", lambda window: _open_panel(window, "erase"))
    yield State("6-bambini-in-fondo", teacher, "bambini", _look_to_the_foot)
    yield State("6-com-era-prima", teacher, "bambini", _show_before)
    yield State("7-assegna", teacher, "assegna", _plan_the_first_theme)
    yield State("7-assegna-vuoto", teacher, "assegna", desk=other_desks.bare)
    yield State("7-lezioni", teacher, "lezioni")


def _open_panel(window: MainWindow, kind: str) -> None:
    page = window.go_to("bambini")
    if isinstance(page, PupilsPage) and page.rows:
        with_card = [row for row in page.rows if row.pupil.card]
        (with_card or page.rows)[0].open_panel(kind)


def _choose_a_photo(window: MainWindow) -> None:
    page = window.go_to("bambini")
    if isinstance(page, PupilsPage) and page.rows and window.desk.open_people is not None:
        page.rows[0].open_panel("photo")
        panel = page.rows[0].panel
        if isinstance(panel, PhotoPanel):
            panel.cut(portrait_of(0))


def _hand_to_a_school(window: MainWindow) -> None:
    _open_panel(window, "move")
    page = window.go_to("bambini")
    panels = [row.panel for row in page.rows if row.panel] if isinstance(page, PupilsPage) else []
    for panel in panels:
        if isinstance(panel, MovePanel) and window.desk.open_people is not None:
            with TemporaryDirectory() as folder:
                panel.hand_over(Path(folder))
                settle()


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


def _be_with_the_third(window: MainWindow) -> None:
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        page.be_with(page.waiting_grade())


def _plan_the_first_theme(window: MainWindow) -> None:
    page = window.go_to("assegna")
    if isinstance(page, AssignPage) and page.presenter.themes():
        page.choose_theme(page.presenter.themes()[0].name)


def _see_who_waits(window: MainWindow) -> None:
    """The sheet of the first who waits, as «Vai da…» opens it."""
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        waiting = next(cell for column in page.columns for cell in column.cells if cell.go is not None)
        page.show_steps(waiting.pupil)


def _see_the_table(window: MainWindow) -> None:
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        page.show_table()
