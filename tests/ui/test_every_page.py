"""Whatever page stands in the window: every control has a name, the keyboard reaches all, nothing flashes up or is cut."""

from collections.abc import Iterator

import pytest
from at_the_window import TEACHER, TECHNICIAN, every_page, show_window
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui import background
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.tokens import ThemeName
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(parts.desk, qtbot)
    background.wait_for_all()
    dress(qapp)  # other files may not say what they wear


def test_no_control_is_nameless(window: MainWindow) -> None:
    nameless = [
        f"{where}: {control.metaObject().className()}"
        for where in every_page(window)
        for control in window.findChildren(QWidget)
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not _spoken(control)
    ]

    assert nameless == []


class _Windows(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(watched.metaObject().className())
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(window: MainWindow, qapp: QApplication) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    try:
        visited = list(every_page(window))
    finally:
        qapp.removeEventFilter(windows)

    assert len(visited) == 19
    assert windows.opened == []


def _spoken(control: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_the_keyboard_goes_round_every_page_and_out_of_it(window: MainWindow) -> None:
    for where in every_page(window):
        first: QWidget | None = None
        seen: set[int] = set()
        for _ in range(120):
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None or id(here) in seen:
                break
            first = first or here
            seen.add(id(here))
        assert len(seen) >= 3, where
        assert here is first or here is None, where


@pytest.mark.parametrize(("name", "scale"), [("chiaro", 2.0), ("scuro", 1.0), ("contrasto", 1.5)])
def test_text_to_twice_its_size_needs_no_sideways_scrolling(
    window: MainWindow, qapp: QApplication, name: ThemeName, scale: float
) -> None:
    dress(qapp, name, scale=scale)
    window.resize(911, 512)
    try:
        for session in (Session(pupil=pupil("Lucia")), TEACHER, TECHNICIAN):
            window.come_in(session)
            for place in session.places():
                page = window.go_to(place.key)
                assert isinstance(page, QScrollArea)
                for _ in range(4):
                    QApplication.processEvents()
                assert page.horizontalScrollBar().maximum() == 0, place.key
    finally:
        dress(qapp)
