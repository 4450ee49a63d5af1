"""The window in a test's hands: shown, touched, read, and waited for until it is calm."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, SANDRO, Unlocked, pupil

from ui import background
from ui.presenters.desk import Desk
from ui.presenters.sign_in import Teacher
from ui.widgets.assign_page import AssignPage
from ui.widgets.pressable import Pressable
from ui.widgets.session import Session
from ui.widgets.window import MainWindow

TEACHER = Session(staff=Teacher(PAOLA, Unlocked(PAOLA.staff_id)))
TECHNICIAN = Session(staff=Teacher(SANDRO, Unlocked(SANDRO.staff_id)))


_SAID = ("text", "words", "toPlainText", "placeholderText", "spoken")


def show_window(desk: Desk, qtbot: QtBot, *, size: tuple[int, int] = (1366, 768)) -> MainWindow:
    """Shows the window on a desk, in front of everything, at the sign-in."""
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitActive(window)
    return window


def touch(control: QWidget) -> None:
    """A finger touches its middle."""
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def labels_of(widget: QWidget) -> str:
    """The words of every label that is shown inside it."""
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def words_of(widget: QWidget) -> str:
    """Everything that is shown or said inside it."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    said = [part.accessibleName() for part in widget.findChildren(QWidget) if part.isVisible()]
    return " | ".join([*labels, *said])


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget shows or tells."""
    for name in _SAID:
        ask = getattr(widget, name, None)
        told = ask() if callable(ask) else ask
        if isinstance(told, str) and told:
            yield told
    yield from (
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        widget.windowTitle(),
    )
    for act in widget.actions():
        yield act.text()


def button_of(widget: QWidget, words: str) -> Pressable:
    """The button inside it with some words on it."""
    QApplication.processEvents()
    buttons = widget.findChildren(Pressable)
    return next(one for one in buttons if one.words() == words and one.isVisible())


def calm(qtbot: QtBot) -> None:
    """Waits until nothing goes on behind the window."""
    qtbot.waitUntil(lambda: not background.is_busy())
    QApplication.processEvents()


def every_page(window: MainWindow) -> Iterator[str]:
    """Goes to the sign-in and to every page of a pupil, a teacher and a technician; gives the name of each."""
    yield "chi-sei"
    window.sign_in.open_door("insegnante")
    yield "insegnante"
    window.sign_in.close_door()
    for session in (Session(pupil=pupil("Lucia")), TEACHER, TECHNICIAN):
        window.come_in(session)
        for place in session.places():
            page = window.go_to(place.key)
            if isinstance(page, AssignPage):
                page.choose_theme("acqua")
            QApplication.processEvents()
            yield place.key
        window.hand_over()
