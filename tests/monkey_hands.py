"""What a monkey does at the window: each deed draws what it needs from its own seed, and may find nothing to do."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from answering import begin, by_mouse
from desk_in_memory import CARD, FIGURES
from monkey_eyes import inside
from monkey_school import MonkeySchool, secret_of
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from school_in_memory import PASSWORDS

from scuola_digitale.domain.exercise import Open
from ui.widgets.card_door import CardDoor
from ui.widgets.lesson.page import LessonPage
from ui.widgets.rail import RailEntry
from ui.widgets.staff_door import StaffDoor
from ui.widgets.theme import Ways, dress, theme
from ui.widgets.window import MainWindow

_KEYS = (
    *(Qt.Key.Key_Tab,) * 4,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Menu,
    Qt.Key.Key_F1,
    Qt.Key.Key_7,
)
_WITH_CONTROL = (
    *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_Y),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return),
    *(Qt.Key.Key_M, Qt.Key.Key_L, Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_Home, Qt.Key.Key_End),
)
_HOSTILE = (
    "",
    " ",
    "acqua",
    "1/2",
    "👩‍👩‍👧‍👦🏔️" * 20,
    "a" * 100_000,
    "🐺" * 5_000,
    "مرحبا بالعالم שלום \u202erovesciato\u202c",
    "<b>grassetto</b><img src=x onerror=alert(1)>",
    "%s %d {name} {0} &amp; && \\n",
    "\x00\x01\x07\x1b[31m\x7f\u2028\u2029\ufeff",
    "'; DROP TABLE fact; --",
    "á̷̢̛̛" * 50,
    "\ud83d",
    "-1e309",
    "riga\nriga\r\nriga\ttab",
)
_SIZES = ((911, 512), (1366, 768), (1000, 600), (1280, 720), (912, 768), (1366, 512))
_NOBODY_KEYS = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


WEIGHTS = {
    "press": 30,
    "key": 16,
    "come": 12,
    "rail": 8,
    "type": 8,
    "answer": 10,
    "lesson": 4,
    "scroll": 6,
    "drag": 4,
    "look": 3,
    "resize": 3,
    "speak": 1,
    "leave": 3,
    "close": 4,
    "facts": 4,
    "disk": 2,
    "packs": 2,
}
"""How often each deed comes."""


Door = TypeVar("Door", CardDoor, StaffDoor)


class Hands:
    """A monkey's hands on one window."""

    def __init__(self, window: MainWindow, world: MonkeySchool, finger: QPointingDevice) -> None:
        self._window, self._world, self._finger = window, world, finger
        self.pressed = ""

    def deeds(self) -> dict[str, Callable[[Random], None]]:
        """Each deed by its name."""
        return {
            "press": self._press,
            "key": self._key,
            "come": self._come,
            "rail": self._go,
            "type": self._type,
            "answer": self._answer,
            "lesson": self._open_lesson,
            "scroll": self._scroll,
            "drag": self._drag,
            "look": self._change_look,
            "resize": self._resize,
            "speak": self._speak,
            "leave": self._leave,
            "close": self._close,
            "facts": self._world.facts_arrive,
            "disk": lambda draw: self._world.fill_disk(full=draw.random() < 0.4),
            "packs": lambda draw: self._world.take_packs(gone=draw.random() < 0.3),
        }

    # Coming and going

    def _come(self, draw: Random) -> None:
        if self._window.session is not None:
            return
        ways = (
            self._touch_animal,
            self._touch_animal,
            self._touch_figures,
            self._show_card,
            self._give_password,
        )
        draw.choice(ways)(draw)

    def _touch_animal(self, draw: Random) -> None:
        faces = [face for face in self._window.sign_in.faces() if face.isVisible()]
        if faces:
            self._hit(draw.choice(faces), draw)

    def _touch_figures(self, draw: Random) -> None:
        lock = self._window.sign_in.lock
        if lock is None:
            self._touch_animal(draw)
            return
        names = FIGURES if draw.random() < 0.7 else draw.choices([one.figure for one in lock.figures], k=3)
        for name in names:
            self._hit(next(one for one in lock.figures if one.figure == name), draw)

    def _show_card(self, draw: Random) -> None:
        if not self._doors(CardDoor):
            self._window.sign_in._doors[0][0].click()
        for door in self._doors(CardDoor):
            words = CARD if draw.random() < 0.7 else draw.choice(_HOSTILE)[:300]
            self._write(door.word.field.line, words)
            QTest.keyClick(door.word.field.line, Qt.Key.Key_Return)

    def _give_password(self, draw: Random) -> None:
        role = draw.choice(("insegnante", "insegnante", "tecnico"))
        button = self._window.sign_in._doors[2 if role == "insegnante" else 3][0]
        if not self._doors(StaffDoor):
            button.click()
        for door in self._doors(StaffDoor):
            words = draw.choice([*PASSWORDS.values(), "sbagliata"])
            door.key.field.line.clear()
            self._write(door.key.field.line, words)
            QTest.keyClick(door.key.field.line, Qt.Key.Key_Return)

    def _doors(self, kind: type[Door]) -> list[Door]:
        return [one for one in inside(self._window.sign_in) if isinstance(one, kind)]

    def _leave(self, _draw: Random) -> None:
        if self._is_free() and self._window.rail.isVisible():
            self._window.rail.left.emit()

    def _go(self, draw: Random) -> None:
        entries = [
            one for one in inside(self._window.rail) if isinstance(one, RailEntry) and _is_in_sight(one)
        ]
        if entries:
            self._hit(draw.choice(entries), draw)

    def _open_lesson(self, draw: Random) -> None:
        if self._is_free():
            refs = self._world.lessons()
            self._window.open_lesson(draw.choice([refs[0], *refs, "marche/non-c-e"]))

    # Hands on what is seen

    def _press(self, draw: Random) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self._choose(menu, draw)
            return
        controls = [one for one in inside(self._room()) if _is_control(one) and _is_in_sight(one)]
        if controls:
            self._hit(draw.choice(controls), draw)

    def _choose(self, menu: QMenu, draw: Random) -> None:
        acts: Sequence[QAction] = [act for act in menu.actions() if act.isEnabled() and not act.isSeparator()]
        if acts:
            act = draw.choice(acts)
            self.pressed = act.text()
            QTest.mouseClick(menu, _LEFT, _NOBODY_KEYS, menu.actionGeometry(act).center())

    def _hit(self, control: QWidget, draw: Random) -> None:
        """By mouse, finger or key."""
        self.pressed = f"{type(control).__name__} «{control.accessibleName()[:30]}»"
        how, handle = draw.random(), control.window().windowHandle()
        place = control.mapTo(control.window(), control.visibleRegion().boundingRect().center())
        if how < 0.55:
            button = Qt.MouseButton.RightButton if how < 0.03 else _LEFT
            QTest.mouseClick(handle, button, _NOBODY_KEYS, place)
        elif how < 0.75:
            touch = QTest.touchEvent(handle, self._finger)
            touch.press(0, place, handle).commit()
            touch = QTest.touchEvent(handle, self._finger)
            touch.release(0, place, handle).commit()
        else:
            control.setFocus(Qt.FocusReason.TabFocusReason)
            key = Qt.Key.Key_Space if how < 0.88 else Qt.Key.Key_Return
            QTest.keyClick(handle, key)

    def _key(self, draw: Random) -> None:
        target = QApplication.activePopupWidget() or self._room().window().windowHandle()
        for _ in range(draw.choice((1, 1, 1, 3))):
            if draw.random() < 0.25:
                QTest.keyClick(target, draw.choice(_WITH_CONTROL), Qt.KeyboardModifier.ControlModifier)
            else:
                key = draw.choice(_KEYS)
                shift = Qt.KeyboardModifier.ShiftModifier
                QTest.keyClick(target, key, shift if key == Qt.Key.Key_Backtab else _NOBODY_KEYS)
            target = QApplication.activePopupWidget() or self._room().window().windowHandle()

    def _type(self, draw: Random) -> None:
        if QApplication.activePopupWidget() is not None:
            return
        here = QApplication.focusWidget()
        if not isinstance(here, QLineEdit | QPlainTextEdit) or draw.random() < 0.3:
            found = [one for one in inside(self._room()) if isinstance(one, QLineEdit | QPlainTextEdit)]
            fields = [one for one in found if _is_in_sight(one)]
            if not fields:
                return
            here = draw.choice(fields)
            QTest.mouseClick(here.viewport() if isinstance(here, QPlainTextEdit) else here, _LEFT)
        session = self._window.session
        pupil = session.pupil if session is not None else None
        mark = f" {secret_of(pupil)} " if pupil is not None else ""
        words = mark + draw.choice(_HOSTILE)
        if draw.random() < 0.3:
            QGuiApplication.clipboard().setText(words)
            QTest.keyClick(here, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            self._write(here, words)
        if draw.random() < 0.3:
            QTest.keyClick(here, Qt.Key.Key_Return)

    def _write(self, field: QWidget, words: str) -> None:
        """As an input method does: whole words, of any writing."""
        told = QInputMethodEvent()
        told.setCommitString(words)
        QApplication.sendEvent(field, told)

    def _answer(self, draw: Random) -> None:
        page = self._window._lesson
        if (
            not self._is_free()
            or not isinstance(page, LessonPage)
            or page.cards is None
            or not page.cards.cards
        ):
            return
        card = draw.choice(page.cards.cards)
        page._scroll.scroll_to(card)
        fresh = card.presenter.open and card.presenter.verdict is None and card.begun() is None
        if not fresh or isinstance(card.presenter.exercise, Open):
            QTest.mouseClick(card._act, _LEFT)
            return
        give = by_mouse if draw.random() < 0.6 else begin
        give(card, right=draw.random() < 0.5)

    def _scroll(self, draw: Random) -> None:
        areas = [one for one in inside(self._room()) if isinstance(one, QScrollArea) and _is_in_sight(one)]
        if not areas:
            return
        area = draw.choice(areas)
        bar = area.verticalScrollBar()
        if draw.random() < 0.5:
            bar.setValue(draw.randint(0, max(0, bar.maximum())))
            return
        place = QPointF(area.viewport().rect().center())
        turn = QWheelEvent(
            place,
            QPointF(area.viewport().mapToGlobal(place)),
            QPoint(),
            QPoint(0, draw.choice((-120, 120, -1200, 1200))),
            Qt.MouseButton.NoButton,
            draw.choice((_NOBODY_KEYS, _NOBODY_KEYS, Qt.KeyboardModifier.ControlModifier)),
            Qt.ScrollPhase.NoScrollPhase,
            False,  # Qt's own signature
        )
        QApplication.sendEvent(area.viewport(), turn)

    def _drag(self, draw: Random) -> None:
        if QApplication.activePopupWidget() is not None:
            return
        window = self._room().window()
        handle = window.windowHandle()
        places = [QPoint(draw.randrange(window.width()), draw.randrange(window.height())) for _ in range(3)]
        QTest.mousePress(handle, _LEFT, _NOBODY_KEYS, places[0])
        for place in places[1:]:
            QTest.mouseMove(handle, place)
        QTest.mouseRelease(handle, _LEFT, _NOBODY_KEYS, places[-1])

    # How it looks

    def _change_look(self, draw: Random) -> None:
        app, worn = QApplication.instance(), theme()
        if not isinstance(app, QApplication):
            return
        ways = Ways(
            letters=draw.randrange(4),
            lines=draw.randrange(4),
            ruler=draw.random() < 0.3,
            calm=draw.random() < 0.3,
            still=draw.random() < 0.5,
        )
        dress(
            app,
            draw.choice(("chiaro", "scuro", "contrasto")),
            scale=draw.choice((1.0, 1.25, 1.5, 2.0)),
            reading_face=draw.choice((None, worn.chosen_face)),
            ways=draw.choice((ways, worn.ways)),
        )

    def _resize(self, draw: Random) -> None:
        self._window.resize(*draw.choice(_SIZES))

    def _speak(self, draw: Random) -> None:
        if self._is_free():
            self._window.speak(draw.choice(("en", "it")))

    def _close(self, _draw: Random) -> None:
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            QTest.keyClick(over, Qt.Key.Key_Escape)

    def _is_free(self) -> bool:
        """Whether somebody is here, and nothing lies over the window that must be closed first."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return self._window.session is not None and over is None

    def _room(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window


def _is_control(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
