"""Draws every page of the window into pictures, for whoever judges or documents the look."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from scuola_digitale.domain.people import Pupil
from ui.demo.hands import keep_picture
from ui.demo.lesson_states import open_the_next_lesson
from ui.demo.state import NARROW, WIDE, State, stand
from ui.demo.states import every_state
from ui.presenters.desk import Desk
from ui.presenters.sign_in import Teacher
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.tokens import ThemeName

_PLAIN = Ways()


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is looked at; `name` is the end of its picture's name."""

    name: str
    size: tuple[int, int] = WIDE
    theme: ThemeName = "chiaro"
    scale: float = 1.0
    ways: Ways = _PLAIN
    face: str | None = None


LOOKS = (
    Look(""),
    Look("-911", NARROW),
    Look("-scuro", theme="scuro"),
    Look("-contrasto", theme="contrasto"),
    Look("-grande", scale=2.0),
    Look("-911-grande", NARROW, scale=2.0),
)
"""Every state is drawn in all of them."""

_SPACED = Look("-larga", ways=Ways(2, 2, ruler=True))
_EASED = Look("-facile", NARROW, ways=Ways(1, 1, ruler=True, calm=True), face="Atkinson Hyperlegible")


def draw_gallery(
    desk: Desk,
    out: Path,
    *,
    pupil: Pupil,
    teacher: Teacher,
    technician: Teacher,
    only: Container[str] | None = None,
) -> tuple[Path, ...]:
    """Draws the pages of the three roles into PNG files in `out`; gives their paths.

    `only` keeps the pictures so named.
    """
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("the gallery needs a QApplication")
    shots = _shots(Session(pupil=pupil), Session(staff=teacher), Session(staff=technician))
    return tuple(
        _draw(app, desk, out, state, look)
        for state, look in shots
        if only is None or f"{state.name}{look.name}" in only
    )


def _shots(pupil: Session, teacher: Session, technician: Session) -> Iterator[tuple[State, Look]]:
    for look in (_SPACED, _EASED):
        yield State("3-lezione", pupil, "oggi", open_the_next_lesson), look
    for state in every_state(pupil, teacher, technician):
        for look in LOOKS:
            yield state, look


def _draw(app: QApplication, desk: Desk, out: Path, state: State, look: Look) -> Path:
    wear = partial(dress, app, look.theme, scale=look.scale, reading_face=look.face, ways=look.ways)
    wear()
    window = stand(desk, state, look.size, wear=wear)
    path = out / f"{state.name}{look.name}.png"
    over = QApplication.activeModalWidget()
    keep_picture(over or window, path)
    if over is not None:
        over.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path
