"""What pages have in common: a title, the chip of the exchange, a body that scrolls, the ridge at its foot."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.presenters.desk import Desk
from ui.widgets.key_scrolling import scroll_by_key
from ui.widgets.layouts import close_together
from ui.widgets.skyline import Ridged
from ui.widgets.sync_chip import SyncChip
from ui.widgets.tab_order import tab_stops, widgets_in
from ui.widgets.text import Text
from ui.widgets.theme import PAGE_MARGIN, PAGE_MARGIN_NARROW, theme

_RIDGE_ROOM = 56
_TITLE, _DETAIL = 420, 220
"""How much room the words of a page's head have at least, pixels at 100 % text."""
_GAP = 16
_SUNK, _SUNK_NARROW = 40, 96
"""How much of the ridge lies below the page's foot, pixels: little of it is left where there is little room."""


class PageHead(QWidget):
    """Title, a line under it, and at the right the chip of the exchange, then what the page adds.

    What stands at the right goes under the words where both do not fit, and under one another where even that is narrow.
    """

    def __init__(self, desk: Desk, title: str, detail: str = "") -> None:
        super().__init__()
        self.title = Text(title, "title", wrap=True)
        self.detail = Text(detail, "ui", "ink2", wrap=True)
        if not detail:
            self.detail.hide()
        self.chip = SyncChip(desk)
        self._laid: tuple[bool, bool, bool] | None = None
        self.right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.right.setSpacing(12)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side.setSpacing(12)
        self._side.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._side.addLayout(self.right)
        self._side.addStretch(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 20)
        self._line.addLayout(close_together(self.title, self.detail), 1)
        self._line.addLayout(self._side)

    def tell(self, title: str, detail: str) -> None:
        """Writes another title and line."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._arrange()

    def set_narrow(self, *, narrow: bool) -> None:
        """Smaller title in a narrow window; the chip says less where text is large."""
        self.title.set_role("title-narrow" if narrow else "title")
        self._line.setContentsMargins(0, 0, 0, 12 if narrow else 20)
        self.chip.set_short(short=theme().stacked(narrow=narrow))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the chip has other words, or a button came
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        # As narrow as its parts, under one another: else what stands side by side would hold the page wide.
        parts = [self.title, self.detail, *self._parts()]
        widest = max(part.minimumSizeHint().width() for part in parts)
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        parts, room = self._parts(), self.width()
        side = sum(map(_asked, parts)) + 12 * max(0, len(parts) - 1)
        under = self._words_need() + _GAP + side > room
        grows = any(map(_grows, parts))
        laid = (under, side > room, grows)
        if laid == self._laid:
            return
        self._laid = laid
        self._line.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self._line.setSpacing(8 if under else _GAP)
        self._side.setDirection(ways.TopToBottom if side > room else ways.LeftToRight)
        self.right.setDirection(self._side.direction())
        self._side.setStretch(1, 1 if under and grows else 0)
        self._side.setStretch(2, 1 if under and not grows else 0)

    def _words_need(self) -> int:
        """The least width for the words at the left, pixels: a title on one line, a detail that one can read."""
        title = min(self.title.fontMetrics().horizontalAdvance(self.title.text()) + 4, theme().px(_TITLE))
        return max(title, 0 if self.detail.isHidden() else theme().px(_DETAIL))

    def _parts(self) -> list[QWidget]:
        """What stands at the right."""
        return [widget for widget in widgets_in(self._side) if not widget.isHidden()]


def _grows(widget: QWidget) -> bool:
    return bool(widget.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal)


def _asked(widget: QWidget) -> int:
    """How much width a widget of the head wants, pixels; what can grow wants only its least."""
    hint = widget.minimumSizeHint() if _grows(widget) else widget.sizeHint()
    return max(hint.width(), widget.minimumWidth())


class Page(QScrollArea):
    """A page that scrolls; subclasses fill `body`, and read their data again in `refresh`.

    A page without `ridge` fills its whole height with its body.
    """

    ridge = True

    def __init__(self, desk: Desk, title: str, detail: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._shown_last: object = None
        self.narrow = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = Ridged() if self.ridge else QWidget()
        self.setWidget(self._ground)
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(0)
        self.head = PageHead(desk, title, detail)
        self._column.addWidget(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._column.addLayout(self.body, 0 if self.ridge else 1)
        if self.ridge:
            self._column.addStretch(1)
        self._set_margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Reads its data again: when shown, and when facts arrive."""
        self.head.chip.refresh()

    def is_new(self, shown: object) -> bool:
        """Whether what is to be shown differs from what is shown.

        A page is built again only then, so that the focus and the place in it stay while nothing changes.
        """
        before, self._shown_last = self._shown_last, shown
        return before != shown

    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops on this page, in reading order."""
        return tab_stops(self)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lays out for a narrow window or a wide one."""
        self.narrow = narrow
        self.head.set_narrow(narrow=narrow)
        self._set_margins()

    def _set_margins(self) -> None:
        if isinstance(self._ground, Ridged):
            self._ground.set_sunk(_SUNK_NARROW if self.narrow else _SUNK)
        else:
            side = 14 if self.narrow else 24
            self._column.setContentsMargins(side, side - 4, side, side - 4)
            return
        side = PAGE_MARGIN_NARROW if self.narrow else PAGE_MARGIN
        top = 14 if self.narrow else 24
        self._column.setContentsMargins(side, top, side, _RIDGE_ROOM)
