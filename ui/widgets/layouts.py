"""Small helps for layouts: words that belong together, what is filled again, what is seen through."""

from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.focus_keeper import give_focus, where_focus_stands


def close_together(*widgets: QWidget) -> QVBoxLayout:
    """A column of words that belong together: no gap between them."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout; the widgets go at once from sight and soon from memory.

    The focus that one of them had is given to whoever takes its place.
    """
    stood = where_focus_stands(layout)
    if stood is not None:
        give_focus(layout, stood)
    _empty(layout)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)


def show_through(area: QScrollArea) -> None:
    """Lets what is painted behind a scroll area be seen through it and what it scrolls."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    inside = area.widget()
    if inside is not None:
        inside.setAutoFillBackground(False)
