"""Frees what closed pages leave behind, on the GUI thread and when nobody waits.

A page and its widgets hold one another in circles, which Python finds only by looking. Left to itself it looks
whenever it likes: in the middle of a lesson that opens, or on a thread where no widget may die.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from ui import background
from ui.memory import give_back, keep_large_apart, keep_what_stands, look_through_all

MANY_NEW = 20_000
"""New objects after which the young ones are looked through."""
_LOOK_MS = 1_000
_AFTER_PAGE_MS = 400
_GIVE_BACK_MS = 3_000


class Tidying(QObject):
    """Looks for circles in the place of Python itself, as long as its window lives."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._closed: list[QWidget] = []
        self._young = _timer(self, _LOOK_MS, _look_at_young, again=True)
        self._after_page = _timer(self, _AFTER_PAGE_MS, self._take_down_and_look)
        self._return = _timer(self, _GIVE_BACK_MS, _return_memory)
        self._after_person = _timer(self, _AFTER_PAGE_MS, look_through_all)
        # After the first paint: to look through all that was imported takes a while.
        QTimer.singleShot(_AFTER_PAGE_MS, self, self._begin)
        self.destroyed.connect(_leave_it_to_python)

    def page_closed(self, page: QWidget) -> None:
        """A lesson was closed: it is taken down, and what it took goes back, once nobody waits for the next one."""
        page.hide()
        self._closed.append(page)
        self._after_page.start()
        if not self._return.isActive():
            self._return.start()

    def page_stands(self) -> None:
        """A lesson was drawn whole: whoever opened it is reading."""
        if self._after_page.isActive():
            self._after_page.stop()
            self._take_down_and_look()

    def person_left(self) -> None:
        """All pages of somebody were closed: they go at once."""
        self._take_down()
        self._after_person.start()

    def _take_down_and_look(self) -> None:
        self._take_down()
        gc.collect()

    def _take_down(self) -> None:
        for page in self._closed:
            if isValid(page):
                delete(page)
        self._closed.clear()

    def _begin(self) -> None:
        gc.disable()
        keep_large_apart()
        keep_what_stands()
        self._young.start()


def _timer(owner: QObject, milliseconds: int, act: Callable[[], object], *, again: bool = False) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(not again)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer


def _look_at_young() -> None:
    if gc.get_count()[0] > MANY_NEW:
        gc.collect(1)


def _return_memory() -> None:
    background.run("give memory back", give_back, lambda _given: None)


def _leave_it_to_python() -> None:
    gc.unfreeze()
    gc.enable()
