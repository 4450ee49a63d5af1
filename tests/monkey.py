"""A monkey at the real window: thousands of drawn deeds, and what must hold after each: `python tests/monkey.py --seed 7`.

The same seed does the same deeds and ends the same: timers, slow work, the clock and all draws are in its hands. A seed
that ends badly is made shorter, deed by deed, and told; `--steps` says how many deeds, `--seeds` how many monkeys.
"""

import argparse
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from traceback import extract_stack
from types import TracebackType
from typing import NamedTuple
from unittest.mock import patch

from monkey_eyes import Eyes, SeenError
from monkey_hands import WEIGHTS, Hands
from monkey_school import MonkeySchool
from monkey_time import Hours, NeverAtRestError, own_hours
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.presenters.reading_aloud import NoVoiceError
from ui.widgets import camera, photo_panel, theme, voices
from ui.widgets.tongue import speak_in
from ui.widgets.window import MainWindow

_let_move = theme._let_move
_IDLE_TALK = ("This plugin does not support", "Cannot open display", "propagateSizeHints")
"""What Qt says without a screen, and no fault."""
_REST_MS = 400
"""After this the focus has found its place, whatever was switched off meanwhile."""


class Step(NamedTuple):
    """A deed, what its draws begin with, how long the hands then rest, and whether the disk is slow meanwhile."""

    deed: str
    seed: int
    pause_ms: int
    slow: bool


class Ending(NamedTuple):
    """How it ended: what was wrong, or empty; after how many steps; what was done, for a person; its fingerprint."""

    fault: str
    steps: int
    told: tuple[str, ...]
    print: str

    @property
    def kind(self) -> str:
        """What the fault is called, without what differs from time to time."""
        return self.fault.partition(":")[0]


def plan(seed: int, steps: int) -> list[Step]:
    """What the monkey of a seed means to do."""
    draw = Random(seed)
    names = draw.choices([*WEIGHTS], [*WEIGHTS.values()], k=steps)
    pauses = (0, 0, 20, 100, 400, 1_000, 3_000)
    return [Step(name, draw.getrandbits(32), draw.choice(pauses), draw.random() < 0.08) for name in names]


def live(steps: Sequence[Step]) -> Ending:
    """Does all of it at a new window over a new school, until something is wrong."""
    world, troubles = MonkeySchool(), _Troubles()
    with _alone_in_the_world(troubles), own_hours(world.clock) as hours:
        monkey = _Monkey(world, hours, troubles)
        try:
            return monkey.live(steps)
        finally:
            monkey.end()


def shrunk(steps: Sequence[Step], ending: Ending, tries: int = 150) -> list[Step]:
    """Fewer steps that end in the same fault: ever smaller stretches are left out."""
    left = [*steps[: ending.steps]]
    size = max(1, len(left) // 2)
    while tries > 0:
        place, smaller = 0, False
        while place < len(left) and tries > 0:
            tries -= 1
            fewer = left[:place] + left[place + size :]
            again = live(fewer)
            if again.kind == ending.kind:
                left, smaller = fewer[: again.steps], True
            else:
                place += size
        if size == 1 and not smaller:
            break
        size = max(1, size // 2)
    return left


class _Monkey:
    def __init__(self, world: MonkeySchool, hours: Hours, troubles: "_Troubles") -> None:
        self._world, self._hours, self._troubles = world, hours, troubles
        self._window = MainWindow(world.desk)
        self._window.resize(1366, 768)
        self._window.show()
        self._hands = Hands(self._window, world, _finger())
        self._eyes = Eyes(self._window, world)
        self._told: list[str] = []
        self._was_here = False
        hours.rest(1_000)

    def live(self, steps: Sequence[Step]) -> Ending:
        for step in steps:
            if fault := self._fault_in(step):
                break
        else:
            fault = self._finale()
        told = tuple(self._told)
        return Ending(fault, len(told), told, sha256("\n".join(told).encode()).hexdigest()[:16])

    def _fault_in(self, step: Step) -> str:
        try:
            self._do(step)
        except (SeenError, NeverAtRestError) as wrong:
            return str(wrong)
        except Exception as bug:  # noqa: BLE001  # any error that a deed runs into is what is looked for
            self._troubles.happened(type(bug), bug, bug.__traceback__)
        return self._troubles.first()

    def _do(self, step: Step) -> None:
        self._hands.pressed = ""
        self._told.append(step.deed)
        self._hands.deeds()[step.deed](Random(step.seed))
        self._hours.slow = step.slow
        self._hours.rest(step.pause_ms)
        self._told[-1] = self._line(step)
        self._eyes.look(at_rest=not step.slow)
        if step.slow:
            return
        here = self._window.session is not None
        if QApplication.activeWindow() is None:
            # Where a dialog was closed a real desktop gives the window back its place in front.
            self._window.activateWindow()
        if QApplication.focusWidget() is None or (self._was_here and not here):
            self._hours.rest(_REST_MS)
        self._eyes.look_at_focus()
        if self._was_here and not here:
            self._eyes.look_at_sign_in()
        self._was_here = here

    def _line(self, step: Step) -> str:
        session, focus = self._window.session, QApplication.focusWidget()
        who = "nobody" if session is None else session.who().name or "guest"
        page = type(self._window._rooms.currentWidget()).__name__
        name = f"{type(focus).__name__} «{focus.accessibleName()[:24]}»" if focus is not None else "-"
        return f"{step.deed} {self._hands.pressed} → {who}, {page}, {name}"

    def _finale(self) -> str:
        """Whatever happened: the next child comes in and reads."""
        self._world.fill_disk(full=False)
        self._world.take_packs(gone=False)
        self._hours.slow = False
        for _ in range(3):
            self._hands.deeds()["close"](Random(0))
            self._hours.rest(500)
        self._window.hand_over()
        self._hours.rest(1_000)
        try:
            self._read_one_lesson()
        except (SeenError, NeverAtRestError) as wrong:
            return str(wrong)
        return self._troubles.first()

    def _read_one_lesson(self) -> None:
        self._eyes.look(at_rest=True)
        window = self._window
        free = {one.person for one in self._world.pupils if not one.figures}
        face = next((one for one in window.sign_in.faces() if one.pupil.person in free), None)
        if face is None:
            return
        QTest.mouseClick(face, Qt.MouseButton.LeftButton)
        self._hours.rest(500)
        if window.session is None or window.session.pupil is None:
            raise SeenError("nobody comes in any more")
        page = window.open_lesson(self._world.lessons()[1])
        self._hours.rest(2_000)
        if page.column is None or not page.column.is_complete() or not page.isVisible():
            raise SeenError("the lesson does not open any more")
        self._eyes.look(at_rest=True)
        window.hand_over()
        self._hours.rest(1_000)
        self._eyes.look_at_sign_in()

    def end(self) -> None:
        """Takes the window down."""
        for popup in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if popup is not None:
                popup.close()
        self._window.close()
        self._window.deleteLater()
        self._hours.slow = False
        self._hours.waitForDone()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Troubles(logging.Handler):
    """Whatever goes wrong unseen: errors in Qt's hands, in a destructor, told by Qt, logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._all: list[str] = []

    def first(self) -> str:
        """The first of them; empty where there is none."""
        return self._all[0] if self._all else ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self.happened(*record.exc_info)
        else:
            self._all.append(record.getMessage())

    def happened(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Remembers an error with where it was raised."""
        where = []
        while trace is not None:
            where.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        self._all.append(f"{kind.__name__} {' '.join(where[-6:])}: {error}")

    def unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """An error that nobody could be told of."""
        self.happened(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    def said(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        """Qt said something."""
        if kind != QtMsgType.QtDebugMsg and not any(one in words for one in _IDLE_TALK):
            frames = [one for one in extract_stack() if "/ui/" in one.filename][-4:]
            where = " ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)
            self._all.append(f"Qt says {words} at {where}")


@contextmanager
def _alone_in_the_world(troubles: _Troubles) -> Iterator[None]:
    """No dialog of the system, no camera, no voice; every trouble is heard; afterwards all is as it was."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    before = qInstallMessageHandler(troubles.said)
    logging.getLogger().addHandler(troubles)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        stick = Path(folder) / "chiavetta"
        stick.mkdir()
        for where, name, value in (
            (sys, "excepthook", troubles.happened),
            (sys, "unraisablehook", troubles.unraisable),
            (QFileDialog, "getExistingDirectory", lambda *_: str(stick)),
            (QFileDialog, "getSaveFileName", lambda *_: (str(stick / "lezione.pdf"), "")),
            (voices, "find_voice", _no_voice),
            # Menus that fade in do so by Qt's own timers, which nobody holds.
            (theme, "_let_move", _keep_still),
            (camera, "open_eye", _no_camera),
            (photo_panel, "open_eye", _no_camera),
            (QFileDialog, "getOpenFileName", lambda *_: (str(stick / "manca.png"), "")),
        ):
            stack.enter_context(patch.object(where, name, value))
        speak_in("it")
        theme.dress(app)
        QGuiApplication.clipboard().clear()
        yield
        speak_in("it")
        theme.dress(app)
    logging.getLogger().removeHandler(troubles)
    qInstallMessageHandler(before)


def _keep_still(app: QApplication, **_: bool) -> None:
    _let_move(app, moves=False)


def _no_voice(*_: object) -> None:
    raise NoVoiceError


def _no_camera(*_: object) -> None:
    raise camera.CameraMissingError


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def main() -> int:
    """Lets the monkeys that are asked for live; 1 if one ended badly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seeds", type=int, default=10, help="how many seeds")
    parser.add_argument("--seed", type=int, help="this one alone")
    parser.add_argument("--steps", type=int, default=300, help="how many deeds each")
    parser.add_argument("--tell", action="store_true", help="tell every deed")
    parser.add_argument("--shrink", type=int, default=0, help="so many tries to make a bad one shorter")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seeds = [asked.seed] if asked.seed is not None else range(asked.first, asked.first + asked.seeds)
    bad = 0
    for seed in seeds:
        steps = plan(seed, asked.steps)
        ending = live(steps)
        print(
            f"--seed {seed} --steps {asked.steps}: {ending.fault or 'good'} ({ending.steps} steps, {ending.print})",
            flush=True,
        )
        if ending.fault and asked.shrink:
            ending = live(shrunk(steps, ending, asked.shrink))
        if asked.tell or (ending.fault and asked.shrink):
            print(*ending.told[-40:], sep="\n")
        bad += bool(ending.fault)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
