"""A program for tests: which words are cut or hidden on any page, at twice the text, in a small window and a large one.

Labels and buttons are measured against what they ask for; painted words are watched as they are drawn. It runs by
itself, since the language comes before the pages.

usage: python clipped_words.py LANGUAGE
"""

import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea, QWidget

_SLACK = 2
"""Pixels that rounding may take."""

SIZES = ((911, 512), (1366, 768))


def cut_labels(window: QWidget) -> Iterator[str]:
    """Labels that stand in less room than their words need."""
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needs = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = label.minimumSizeHint().width() if label.wordWrap() else label.sizeHint().width()
        elides = type(label).__name__ in {"OneLine", "FewLines"}
        if label.height() + _SLACK < needs or (label.width() + _SLACK < wide and not elides):
            yield f"{_kind(label)} «{label.text()}» {_size(label.size())} needs {wide}×{needs}"


def cut_controls(window: QWidget) -> Iterator[str]:
    """Controls that are smaller than the least they ask for."""
    for control in window.findChildren(QWidget):
        least = control.minimumSizeHint()
        if control.hasHeightForWidth():
            least.setHeight(min(least.height(), control.heightForWidth(control.width())))
        small = control.width() + _SLACK < least.width() or control.height() + _SLACK < least.height()
        scrolls = isinstance(control, QAbstractScrollArea)
        if control.isVisible() and small and least.isValid() and not scrolls and _has_words(control):
            yield f"{_kind(control)} «{control.accessibleName()}» {_size(control.size())} < {_size(least)}"


def beyond(window: QWidget) -> Iterator[str]:
    """What stands partly outside of what holds it, where nothing scrolls there."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not _tells(widget):
            continue
        holder = widget.parentWidget()
        while holder is not None and not _scrolled(holder) and not holder.isWindow():
            place = QRectF(QPoint(widget.mapTo(holder, QPoint(0, 0))).x(), 0, widget.width(), 1)
            if place.left() < -_SLACK or place.right() > holder.width() + _SLACK:
                yield f"{_kind(widget)} «{widget.accessibleName()}» stands beyond {_kind(holder)}"
                break
            holder = holder.parentWidget()


def sideways(window: QWidget) -> Iterator[str]:
    """Pages that one must scroll sideways."""
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"{_kind(area)} scrolls sideways by {area.horizontalScrollBar().maximum()}"


class Watched:
    """Stands in for `paint.text` and remembers the words that were cut."""

    def __init__(self) -> None:
        from ui.widgets import paint

        self.cut: list[str] = []
        self._text = paint.text
        paint.text = self

    def __call__(
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        colour: QColor,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        wrap: bool = False,
    ) -> None:
        self._text(painter, rect, words, colour, align=align, wrap=wrap)
        metrics = painter.fontMetrics()
        if wrap:
            needs = metrics.boundingRect(rect.toRect(), int(align | Qt.TextFlag.TextWordWrap), words)
            cut = needs.height() > rect.height() + _SLACK or needs.width() > rect.width() + _SLACK
        else:
            cut = metrics.horizontalAdvance(words) > int(rect.width()) + 1
        if cut:
            self.cut.append(f"painted «{words}» in {round(rect.width())}×{round(rect.height())}")


def _kind(widget: QWidget) -> str:
    return type(widget).__name__


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _has_words(widget: QWidget) -> bool:
    """Whether it is one of the program's own, and no button of a drawing alone."""
    words = getattr(widget, "words", None)
    return type(widget).__module__.startswith("ui.") and (
        words is None or not callable(words) or bool(words())
    )


def _tells(widget: QWidget) -> bool:
    return bool(widget.accessibleName()) or (isinstance(widget, QLabel) and bool(widget.text()))


def _scrolled(holder: QWidget) -> bool:
    above = holder.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QScrollArea)


def walk() -> dict[str, list[str]]:
    """What is cut, by state and size of the window."""
    from every_state import SCENES, a_school, shown, states
    from PySide6.QtWidgets import QApplication

    from ui.widgets.theme import dress

    app, watched, found = QApplication([]), Watched(), {}
    for state in states():
        # The parts of a lesson are as wide in both windows at this size of the text: the lower one tells.
        for size in SIZES[:1] if state.name in SCENES else SIZES:
            dress(app, scale=2.0)
            with shown(a_school().desk, state, size, wear=lambda: dress(app, scale=2.0)) as window:
                watched.cut.clear()
                for drawn in (window, *(area.widget() for area in window.findChildren(QScrollArea))):
                    if drawn is not None and drawn.isVisible():
                        drawn.grab()
                cut = [*cut_labels(window), *cut_controls(window), *beyond(window), *sideways(window)]
                if faults := sorted({*cut, *watched.cut}):
                    found[f"{state.name} {size[0]}×{size[1]}"] = faults
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.languages import choose_language

    choose_language(sys.argv[1])
    print(json.dumps(walk(), ensure_ascii=False, indent=1))
