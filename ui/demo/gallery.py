"""Draws every page of the window into pictures, for whoever judges or documents the look."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.traces import SetAside
from ui import background
from ui.demo.hands import keep_picture
from ui.presenters.desk import Desk
from ui.presenters.figures import PictureLock
from ui.presenters.history import HistoryPresenter
from ui.presenters.set_aside import aside_rows
from ui.presenters.sign_in import Teacher
from ui.presenters.today import TodayPresenter
from ui.widgets.assign_page import AssignPage
from ui.widgets.board_page import BoardPage
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.lesson.page import LessonPage
from ui.widgets.note_tray import NoteTray
from ui.widgets.pupil_sheet import MovePanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.review_page import ReviewPage
from ui.widgets.session import Session
from ui.widgets.sync_page import SyncPage
from ui.widgets.theme import Ways, dress
from ui.widgets.tokens import ThemeName
from ui.widgets.toolbox import toggle_toolbox
from ui.widgets.window import MainWindow

_MOST_SECONDS, _CALM_SECONDS = 20.0, 0.15
_LEAST_TURNS = 20
WIDE, NARROW = (1366, 768), (911, 512)

_EVERY_LOOK = frozenset(
    {"1-chi-sei", "1-figure", "2-oggi", "2-come-leggo", "3-biblioteca", "3-mappa", "4-cerca", "6-classe"}
)
"""Pages drawn in the dark, in high contrast and at twice the text too."""

_PLAIN = Ways()

Prepare = Callable[[MainWindow], None]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to draw: its file's name, who sits there (nobody at the sign-in), which page, how it looks."""

    name: str
    session: Session | None
    page: str
    size: tuple[int, int] = WIDE
    theme: ThemeName = "chiaro"
    scale: float = 1.0
    prepare: Prepare | None = None
    ways: Ways = _PLAIN


def draw_gallery(
    desk: Desk, out: Path, *, pupil: Pupil, teacher: Teacher, technician: Teacher, only: str = ""
) -> tuple[Path, ...]:
    """Draws the pages of the three roles into PNG files in `out`; gives their paths.

    `only` keeps the shots whose name holds it.
    """
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("the gallery needs a QApplication")
    shots = _shots(Session(pupil=pupil), Session(staff=teacher), Session(staff=technician))
    return tuple(_draw(app, desk, out, shot) for shot in shots if only in shot.name)


def _shots(pupil: Session, teacher: Session, technician: Session) -> Iterator[Shot]:
    pages: list[tuple[str, Session | None, str, Prepare | None]] = [
        ("1-chi-sei", None, "", None),
        ("1-maestra", None, "", lambda window: window.sign_in.open_door("insegnante")),
        ("1-figure", None, "", _ask_for_figures),
        ("1-tessera", None, "", lambda window: window.sign_in.open_card_door()),
        ("2-oggi", pupil, "oggi", None),
        ("2-come-leggo", pupil, "lettura", None),
        ("2-ripasso", pupil, "ripasso", None),
        ("2-ripasso-domanda", pupil, "ripasso", _begin_the_review),
        ("2-quaderno", pupil, "quaderno", None),
        ("3-lezione-appunto", pupil, "oggi", _write_a_note),
        ("3-lezione-strumenti", pupil, "oggi", _open_the_toolbox),
        ("6-da-leggere", teacher, "da-leggere", None),
        ("6-bambini", teacher, "bambini", None),
        ("6-bambini-figure", teacher, "bambini", lambda window: _open_panel(window, "figures")),
        ("6-bambini-tessera", teacher, "bambini", lambda window: _open_panel(window, "card")),
        ("6-bambini-parola", teacher, "bambini", lambda window: _open_panel(window, "word")),
        ("6-bambini-scheda", teacher, "bambini", lambda window: _open_panel(window, "sheet")),
        ("6-bambini-consegna", teacher, "bambini", lambda window: _open_panel(window, "hand")),
        ("6-bambini-passaggio", teacher, "bambini", _hand_to_a_school),
        ("6-bambini-cancella", teacher, "bambini", lambda window: _open_panel(window, "erase")),
        ("6-bambini-in-fondo", teacher, "bambini", _look_to_the_foot),
        ("6-com-era-prima", teacher, "bambini", _show_before),
        ("3-biblioteca", pupil, "biblioteca", None),
        ("3-mappa", pupil, "mappa", None),
        ("4-cerca", pupil, "cerca", lambda window: window.search("acqua")),
        ("4-cerca-errore", pupil, "cerca", lambda window: window.search("frazzioni")),
        ("4-cerca-vuota", pupil, "cerca", None),
        ("5-sassi", pupil, "sassi", None),
        ("6-classe", teacher, "classe", _be_with_the_third),
        ("7-assegna", teacher, "assegna", _plan_the_first_theme),
        ("8-contenuti", technician, "contenuti", None),
        ("9-persone", technician, "persone", None),
        ("9-portatili", technician, "portatili", None),
        ("9-sincronizzazione", technician, "sincronizzazione", None),
        ("9-sincronizzazione-da-parte", technician, "sincronizzazione", _set_something_aside),
    ]
    for name, session, page, prepare in pages:
        yield Shot(name, session, page, prepare=prepare)
        yield Shot(f"{name}-911", session, page, NARROW, prepare=prepare)
    for theme in ("chiaro", "scuro", "contrasto"):
        yield Shot(f"3-lezione-{theme}", pupil, "oggi", theme=theme, prepare=_open_the_next_lesson)
    yield Shot("3-lezione-911", pupil, "oggi", NARROW, prepare=_open_the_next_lesson)
    yield Shot("3-lezione-911-grande", pupil, "oggi", NARROW, scale=2.0, prepare=_open_the_next_lesson)
    yield Shot("3-lezione-larga", pupil, "oggi", prepare=_open_the_next_lesson, ways=Ways(2, 2, ruler=True))
    for name, session, page, prepare in pages:
        if name in _EVERY_LOOK:
            yield Shot(f"{name}-scuro", session, page, theme="scuro", prepare=prepare)
            yield Shot(f"{name}-contrasto", session, page, theme="contrasto", prepare=prepare)
            yield Shot(f"{name}-grande", session, page, scale=2.0, prepare=prepare)
            yield Shot(f"{name}-911-grande", session, page, NARROW, scale=2.0, prepare=prepare)


def _ask_for_figures(window: MainWindow) -> None:
    guarded = [face.pupil for face in window.sign_in.faces() if PictureLock.guards(face.pupil)]
    if guarded:
        window.sign_in.choose(guarded[-1])
    if window.sign_in.lock is not None:
        for button in window.sign_in.lock.figures[3:5]:
            button.click()


def _begin_the_review(window: MainWindow) -> None:
    page = window.go_to("ripasso")
    _settle_window()
    if isinstance(page, ReviewPage) and page.start is not None:
        page.start.click()


def _write_a_note(window: MainWindow) -> None:
    _open_the_next_lesson(window)
    _settle_window()
    tray = window.findChild(NoteTray)
    if tray is not None:
        tray.note.click()


def _open_the_toolbox(window: MainWindow) -> None:
    _open_the_next_lesson(window)
    _settle_window()
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
        if isinstance(panel, MovePanel):
            with TemporaryDirectory() as folder:
                panel.hand_over(Path(folder))
                _settle_window()


def _look_to_the_foot(window: MainWindow) -> None:
    page = window.go_to("bambini")
    _settle_window()
    if isinstance(page, PupilsPage):
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _show_before(window: MainWindow) -> None:
    page = window.go_to("bambini")
    if not isinstance(page, PupilsPage):
        return
    pupil, staff = page.rows[4].pupil, window.staff_here()
    # Another name and the own one again: the school looks in the next picture as it did before.
    for name in (f"{pupil.name} R.", pupil.name):
        window.desk.people.change_pupil(staff.author, pupil.person, {"name": name})
    HistoryDialog(HistoryPresenter.of_pupil(window.desk, pupil), lambda _facts, _said: None, window).open()


def _set_something_aside(window: MainWindow) -> None:
    page = window.go_to("sincronizzazione")
    if isinstance(page, SyncPage):
        reasons = (("author-signature-wrong", 2), ("device-not-admitted", 14), ("author-revoked", 1))
        found = [
            SetAside(reason=reason, device=bytes(16), label="Portatile Faggio", facts=facts)
            for reason, facts in reasons
        ]
        page.aside.show_rows(aside_rows(found))
        _settle_window()
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _open_the_next_lesson(window: MainWindow) -> None:
    go_on = TodayPresenter(window.desk, window.pupil_here()).go_on()
    if go_on is not None:
        window.open_lesson(go_on.card.ref)


def _be_with_the_third(window: MainWindow) -> None:
    page = window.go_to("classe")
    if isinstance(page, BoardPage):
        page.be_with(page.waiting_grade())


def _plan_the_first_theme(window: MainWindow) -> None:
    page = window.go_to("assegna")
    if isinstance(page, AssignPage) and page.presenter.themes():
        page.choose_theme(page.presenter.themes()[0].name)


def _draw(app: QApplication, desk: Desk, out: Path, shot: Shot) -> Path:
    dress(app, shot.theme, scale=shot.scale, ways=shot.ways)
    window = MainWindow(desk)
    window.resize(*shot.size)
    window.show()
    if shot.session is not None:
        window.come_in(shot.session)
        # As the picture wants it, not as this pupil likes to read.
        dress(app, shot.theme, scale=shot.scale, ways=shot.ways)
        window.go_to(shot.page)
    if shot.prepare is not None:
        shot.prepare(window)
    _settle(app)
    path = out / f"{shot.name}.png"
    over = QApplication.activeModalWidget()
    keep_picture(over or window, path)
    if over is not None:
        over.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def _settle_window() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _settle(app)


def _settle(app: QApplication) -> None:
    """Lets the work under way come back and the layouts find their place."""
    ends = time.monotonic() + _MOST_SECONDS
    while background.is_busy() and time.monotonic() < ends:
        app.processEvents()
    calm, turns = time.monotonic() + _CALM_SECONDS, 0
    # Layouts inside of layouts find their place one turn after the other, however slow the computer is.
    while time.monotonic() < calm or turns < _LEAST_TURNS:
        app.processEvents()
        turns += 1
