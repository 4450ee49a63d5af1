"""A screen in memory (Xvfb), with a hand (xdotool) and an eye, for tests of the real window."""

import ctypes
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage

SIZE = (1366, 768)
PATIENCE_SECONDS = 60.0
_POLL_SECONDS = 0.05

_CLIENT_MESSAGE = 33
_T = TypeVar("_T")


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 24),
    )


class VirtualScreen:
    """One screen; `environment` is for programs that shall draw on it."""

    def __init__(self, display: str, memory: Path) -> None:
        self._display = display
        self._memory = memory
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    @classmethod
    @contextmanager
    def opened(cls, folder: Path) -> Iterator["VirtualScreen"]:
        """A screen on a display that was free; `folder` keeps its memory."""
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        with subprocess.Popen(
            [*words, "-fbdir", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            assert server.stdout is not None
            try:
                number = server.stdout.readline().strip()
                assert number, "Xvfb did not start"
                yield cls(f":{number}", folder / "Xvfb_screen0")
            finally:
                server.terminate()

    def hand(self, *words: object) -> str:
        """What xdotool is told to do; gives what it answers."""
        done = subprocess.run(
            ["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """The id of the visible window of that title, once it is there."""
        return wait_for(f"a window «{title}»", lambda: self._window(title))

    def _window(self, title: str) -> str:
        found = self.hand("search", "--onlyvisible", "--name", title).split()
        wide = [one for one in found if self._width(one) > SIZE[0] // 2]
        return wide[-1] if wide else ""

    def _width(self, window: str) -> int:
        lines = self.hand("getwindowgeometry", "--shell", window).splitlines()
        return next((int(line.removeprefix("WIDTH=")) for line in lines if line.startswith("WIDTH=")), 0)

    def click(self, x: int, y: int) -> None:
        """A click at a place of the screen."""
        self.hand("mousemove", x, y, "click", 1)

    def picture(self) -> QImage:
        """The screen as it stands, read from its memory (XWD: a header, its colours, rows of BGRX)."""
        data = self._memory.read_bytes()
        header = [int.from_bytes(data[4 * place : 4 * place + 4], "big") for place in range(25)]
        size, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
        start = size + 12 * colours
        return QImage(data[start:], width, height, row, QImage.Format.Format_RGB32).copy()

    def wait_for_change(self, before: QImage, what: str, *, least: float = 0.01) -> QImage:
        """The screen once at least that part of it shows something else: more than a caret that blinks."""
        wait_for(what, lambda: changed_part(before, self.picture()) >= least)
        return self.picture()

    def wait_until_still(self) -> QImage:
        """The screen once it has not changed for a third of a second."""
        held: list[QImage] = []

        def still() -> bool:
            now = self.picture()
            held[:] = [*held, now] if held and held[-1] == now else [now]
            return len(held) > 7

        wait_for("a still screen", still)
        return held[-1]

    def ask_to_close(self, window: str) -> None:
        """What a window's cross does; without a window manager there is nobody else to say it."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self._display.encode()))
        protocols = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
        delete = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        number = ctypes.c_ulong(int(window))
        message = _ClientMessage(type=_CLIENT_MESSAGE, window=number, message_type=protocols, format=32)
        message.data[0] = delete
        x11.XSendEvent(display, number, 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(display)


def wait_for(what: str, holds: Callable[[], _T]) -> _T:
    """What `holds` gives once it is true.

    Raises:
        TimeoutError: it is not within a minute.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while not (found := holds()):
        if time.monotonic() > until:
            raise TimeoutError(what)
        time.sleep(_POLL_SECONDS)
    return found


def points(picture: QImage) -> list[int]:
    """The colours of a grid of its points."""
    across, down = range(0, picture.width(), 5), range(0, picture.height(), 5)
    return [picture.pixel(x, y) for x in across for y in down]


def colours(picture: QImage) -> int:
    """How many colours it shows."""
    return len(set(points(picture)))


def changed_part(before: QImage, after: QImage) -> float:
    """Which part of the points differs, 0 to 1."""
    pairs = list(zip(points(before), points(after), strict=True))
    return sum(one != other for one, other in pairs) / len(pairs)
