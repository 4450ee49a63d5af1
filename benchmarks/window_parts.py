"""The processes that benchmarks/window.py starts: each opens the program's window and prints one JSON object.

A lesson counts as opened when its column stands and the window was painted with it.
"""

import dataclasses
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextBrowser, QWidget

from benchmarks.long_lesson import LONG_REF, ShelfWithLongLesson
from benchmarks.measuring import percentile
from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Paragraph
from scuola_digitale.domain.text import plain
from ui import background
from ui.home import default_home
from ui.laptop import Laptop
from ui.presenters.desk import Desk, Shelf
from ui.presenters.lesson import inner_columns
from ui.widgets import opening
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.tokens import ThemeName
from ui.widgets.window import MainWindow

if TYPE_CHECKING:
    from ui.widgets.lesson.page import LessonPage

MANY = 200
WHEEL_PX = 144
"""What a notch of the wheel scrolls, pixels."""
_PATIENCE_S = 30


def first() -> dict[str, float]:
    """The first lesson after somebody signed in, and the memory with it open."""
    with _window() as window:
        shown, page = _open(window, _refs(window.desk)[0])
        _wait_until_whole(page)
        return {"first_lesson_ms": shown, "memory_mb": _pss_mb()}


def many() -> dict[str, float]:
    """Two hundred lessons one after another, each wholly drawn."""
    with _window() as window:
        refs = _refs(window.desk)
        times: list[float] = []
        memory: list[float] = []
        for number in range(MANY + 1):
            shown, page = _open(window, refs[number % len(refs)])
            times.append(shown)
            _wait_until_whole(page)
            if number in {len(refs), MANY}:  # each once, then again and again: nothing new has to be kept
                memory.append(_pss_mb())
        return {
            "next_lesson_p95_ms": percentile(times[1:], 95),
            "memory_after_all_once_mb": memory[0],
            "memory_after_200_mb": memory[1],
        }


def long() -> dict[str, float]:
    """The lesson of forty exercises: opened, drawn whole, scrolled through, dressed otherwise."""
    from ui.widgets.lesson.scroll import LessonScroll  # late, as in the program itself

    with _window(lambda desk: dataclasses.replace(desk, open_library=lambda: _longer(desk))) as window:
        _, page = _open(window, _refs(window.desk)[0])
        _wait_until_whole(page)
        began = time.perf_counter()
        shown, page = _open(window, LONG_REF)
        worst = _wait_until_whole(page)
        whole = (time.perf_counter() - began) * 1000
        scroll = page.findChildren(LessonScroll)[0]
        figures = {"long_lesson_ms": shown, "long_lesson_whole_ms": whole, "long_lesson_worst_turn_ms": worst}
        return {
            **figures,
            "scroll_p95_ms": _scroll(scroll),
            "theme_change_ms": _change_theme(window),
        }


def browser() -> dict[str, float]:
    """The floor: Qt's own text view with the same words, no exercise in it."""
    with Laptop.opened(default_home()) as laptop:
        lesson = ShelfWithLongLesson(laptop.desk().library).lesson(LONG_REF)
    app = opening.application()
    began = time.perf_counter()
    view = QTextBrowser()
    view.setHtml("".join(f"<p>{words}</p>" for words in _words(lesson.blocks)))
    view.resize(1280, 768)
    view.show()
    _paint(view)
    shown = (time.perf_counter() - began) * 1000
    _rest(app)
    return {"browser_ms": shown, "browser_scroll_p95_ms": _scroll(view), "browser_mb": _pss_mb()}


@contextmanager
def _window(change: Callable[[Desk], Desk] = lambda desk: desk) -> Iterator[MainWindow]:
    """The program's window with a pupil of the third signed in, everything at rest."""
    app = opening.application()
    with Laptop.opened(default_home()) as laptop:
        window = MainWindow(change(laptop.desk()))
        opening.show(window)
        pupil = next(one for one in laptop.school.pupils() if one.grade == "P3")
        window.come_in(Session(pupil=pupil))
        _rest(app)
        yield window
        window.close()
        background.wait_for_all()


def _longer(desk: Desk) -> Shelf:
    return ShelfWithLongLesson(desk.open_library())


def _refs(desk: Desk) -> list[str]:
    return [head.ref for head in desk.library.lessons()]


def _rest(app: QApplication) -> None:
    ends = time.monotonic() + _PATIENCE_S
    calm = 0
    while calm < 20 and time.monotonic() < ends:
        app.processEvents()
        calm = 0 if background.is_busy() else calm + 1
        time.sleep(0.005)


def _open(window: MainWindow, ref: str) -> tuple[float, "LessonPage"]:
    """Milliseconds from asking for a lesson to the window painted with it; and its page."""
    app = opening.application()
    began = time.perf_counter()
    page = window.open_lesson(ref)
    while page.column is None:
        # Waits as the program's own loop does, so that the work behind has the processor.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    _paint(window)
    return (time.perf_counter() - began) * 1000, page


def _paint(widget: QWidget) -> None:
    QCoreApplication.sendPostedEvents()
    widget.repaint()


def _wait_until_whole(page: "LessonPage") -> float:
    """Waits until the last block stands; gives the longest turn of the event loop, milliseconds."""
    app, worst = opening.application(), 0.0
    ends = time.monotonic() + _PATIENCE_S
    while time.monotonic() < ends and not (page.column is not None and page.column.is_complete()):
        began = time.perf_counter()
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        worst = max(worst, time.perf_counter() - began)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return worst * 1000


def _scroll(view: QAbstractScrollArea) -> float:
    """The slow end of a notch of the wheel, milliseconds, over the whole height."""
    bar, times = view.verticalScrollBar(), []
    for top in range(0, bar.maximum(), WHEEL_PX):
        began = time.perf_counter()
        bar.setValue(top)
        _paint(view.viewport())
        times.append((time.perf_counter() - began) * 1000)
    return percentile(times, 95)


def _change_theme(window: MainWindow) -> float:
    """Milliseconds from a touch on another theme to the window painted in it; the best of four."""
    app, times = opening.application(), []
    names: tuple[ThemeName, ...] = ("scuro", "chiaro", "scuro", "chiaro")
    for name in names:
        began = time.perf_counter()
        dress(app, name)
        _paint(window)
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def _words(blocks: Sequence[AnyBlock]) -> Iterator[str]:
    """The paragraphs of a lesson, and as a paragraph each the question of every exercise."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.spans)
        elif isinstance(block, ExerciseBlock):
            yield plain(block.exercise.question)
        for column in inner_columns(block):
            yield from _words(column)


def _pss_mb() -> float:
    me = psutil.Process()
    return float(sum(one.memory_full_info().pss for one in [me, *me.children(recursive=True)])) / 1_000_000


PARTS = {"first": first, "many": many, "long": long, "browser": browser}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(PARTS[sys.argv[1]]()) + "\n")
