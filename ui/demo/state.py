"""A page of the window as somebody meets it, and the window that shows it."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.demo.settling import CALM_SECONDS, settle
from ui.home import Home
from ui.presenters.desk import Desk
from ui.widgets.session import Session
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
        desk: another desk over the one that stands there, for what is rarely met: an empty school, a crowded one.
        welcome: what was done at the welcome of a laptop in no school, for states of that window.
    """

    name: str
    session: Session | None = None
    page: str = ""
    prepare: Prepare | None = None
    desk: Callable[[Desk], Desk] | None = None
    welcome: Callable[[Welcome], None] | None = None


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
    window = MainWindow(state.desk(desk) if state.desk is not None else desk)
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
