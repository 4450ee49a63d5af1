"""Every page that the gallery draws, at twice the text on a small screen: nothing is cut off, nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from every_state import a_school, seen, shown, states
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.demo.states import NARROW, State
from ui.widgets.page import Page
from ui.widgets.text import OneLine
from ui.widgets.theme import dress

STATES = list(states())


@pytest.fixture(params=STATES, ids=[state.name for state in STATES])
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QWidget]:
    state: State = request.param
    dress(qapp, scale=2.0)
    try:
        with shown(a_school().desk, state, NARROW) as opened:
            yield opened
    finally:
        dress(qapp)


def _cut(widget: QLabel | QPushButton) -> bool:
    """Whether some of its words have no room."""
    if isinstance(widget, OneLine):
        return False  # it says so itself, with an ellipsis and the whole in its tooltip
    if isinstance(widget, QLabel):
        if not widget.text() or widget.pixmap():
            return False
        if widget.wordWrap():
            return widget.height() + 2 < widget.heightForWidth(widget.width())
        return widget.width() + 2 < widget.sizeHint().width()
    return bool(widget.text()) and widget.width() + 2 < widget.minimumSizeHint().width()


def test_at_twice_the_text_nothing_is_cut_and_nothing_scrolls_sideways(window: QWidget) -> None:
    parts = [one for one in seen(window) if isinstance(one, QLabel | QPushButton)]
    pages = [page for page in window.findChildren(Page) if page.isVisible()]

    assert [f"{one.text()} {one.width()} × {one.height()}" for one in parts if _cut(one)] == []
    assert [page.horizontalScrollBar().maximum() for page in pages] == [0] * len(pages)
