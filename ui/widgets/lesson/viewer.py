"""A picture of the lesson as large as the window, to go near and to walk about in."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.text import words
from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.drawings import Shown, is_drawing, whole_picture
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.tools import Tool
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.tokens import TOKENS

NEARER = Worded(lambda: say("Più vicino"))
FARTHER = Worded(lambda: say("Più lontano"))
WHOLE = Worded(lambda: say("Tutta intera"))
CLOSE = Worded(lambda: say("Chiudi"))
_STEP = 1.25
_NEAREST = 8.0
_PACE = 0.12
"""How far an arrow walks: a part of the view."""
_MARGIN = 24
_CORNER = 0.07
"""How round the paper under a picture is: a part of its height."""


class PictureViewer(QWidget):
    """Lies over the whole window until Esc or its cross; caption and description stay under the picture.

    Plus, minus and the wheel go near and far, 0 shows all, the arrows and the mouse walk about.
    """

    accessible_role = QAccessible.Role.Dialog

    def __init__(self, shown: Shown, opener: QWidget) -> None:
        super().__init__(opener.window())
        self._opener = opener
        self.view = _View(shown, self)
        self._caption = RichLabel(shown.caption or words(shown.alt), "caption", self)
        self._alt = Text(shown.alt if shown.caption else "", "small", "ink2", wrap=True, parent=self)
        self._alt.setVisible(bool(self._alt.text()))
        self._farther = Tool("−", self, name=FARTHER())
        self._share = Text("100 %", "small-strong", parent=self)
        self._nearer = Tool("+", self, name=NEARER())
        self._all = Tool(WHOLE(), self)
        self._close = Tool(CLOSE(), self, drawing="chiudi")
        self._nearer.clicked.connect(lambda: self.zoom(_STEP))
        self._farther.clicked.connect(lambda: self.zoom(1 / _STEP))
        self._all.clicked.connect(self.show_all)
        self._close.clicked.connect(self.leave)
        self.setAccessibleName(shown.alt)
        self.setAccessibleDescription(say("Più e meno: vicino o lontano. Frecce: ti muovi. Esc: chiudi."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        opener.destroyed.connect(self.deleteLater)
        self.window().installEventFilter(self)
        self.setGeometry(self.window().rect())
        self._tell()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Goes nearer, or farther with a factor under 1; the point `at` of the view stays where it is."""
        self.view.zoom(factor, at)
        self._tell()

    def show_all(self) -> None:
        """Shows the picture whole."""
        self.view.show_all()
        self._tell()

    def leave(self) -> None:
        """Closes it and gives the keyboard back."""
        self.hide()
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:  # Qt's own signature
        # What lies under the picture cannot be seen: the keyboard stays with what can.
        stops: list[QWidget] = [
            tool for tool in (self._farther, self._nearer, self._all, self._close) if tool.isEnabled()
        ]
        here = self.window().focusWidget()
        place = stops.index(here) if here in stops else (-1 if forwards else 0)
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forwards else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self.view.walk(*ways[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        # No other key goes on to the lesson under it.

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(_STEP**steps, self.view.mapFrom(self, event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), theme()
        painter.fillRect(self.rect(), worn.color("carta"))
        foot = QRect(0, self._foot(), self.width(), self.height() - self._foot())
        painter.fillRect(foot, worn.color("foglio"))
        paint.line(painter, QRectF(0, foot.top(), self.width(), 1))

    def _lay(self) -> None:
        tools = (self._farther, self._share, self._nearer, self._all, self._close)
        left, tall = self.width() - 16, 0
        for tool in reversed(tools):
            hint = tool.sizeHint()
            left -= hint.width() + 6
            tall = max(tall, hint.height())
        for tool in tools:
            hint = tool.sizeHint()
            tool.setGeometry(left, 10 + (tall - hint.height()) // 2, hint.width(), hint.height())
            left += hint.width() + 6
        room = self._words_width()
        y = self._foot() + 12
        for label in (self._caption, self._alt):
            high = label.heightForWidth(room)
            label.setGeometry((self.width() - room) // 2, y, room, high)
            y += high + 4
        top = tall + 20
        self.view.setGeometry(0, top, self.width(), max(40, self._foot() - top))

    def _words_width(self) -> int:
        return min(theme().px(720), self.width() - 2 * _MARGIN)

    def _foot(self) -> int:
        room = self._words_width()
        labels = [self._caption] + ([self._alt] if self._alt.text() else [])
        return self.height() - sum(label.heightForWidth(room) + 4 for label in labels) - 20

    def _tell(self) -> None:
        share = f"{round(self.view.nearness * 100)} %"
        self._share.setText(share)
        self._farther.setEnabled(self.view.nearness > 1)
        self._all.setEnabled(self.view.nearness > 1)
        self._nearer.setEnabled(self.view.nearness < _NEAREST)
        self._lay()
        announce(self, share)


class _View(QWidget):
    """The picture itself.

    Attributes:
        nearness: 1 where it is seen whole, 2 where it is twice as large.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self._drawing = QSvgRenderer(QByteArray(shown.data), self) if is_drawing(shown.data) else None
        self._image = QImage() if self._drawing else whole_picture(shown.data)
        self.nearness = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._held: QPointF | None = None
        self.setAccessibleName(shown.alt)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def zoom(self, factor: float, at: QPointF | None) -> None:
        """See `PictureViewer.zoom`."""
        before = self.place()
        at = QPointF(self.rect().center()) if at is None else at
        part = QPointF((at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height())
        self.nearness = min(_NEAREST, max(1.0, self.nearness * factor))
        after = self.place()
        moved = QPointF(after.x() + part.x() * after.width(), after.y() + part.y() * after.height())
        self._move_by(moved - at)

    def show_all(self) -> None:
        """Shows it whole."""
        self.nearness, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def walk(self, right: int, down: int) -> None:
        """Walks a step over a picture that is larger than the view."""
        self._move_by(QPointF(right * self.width() * _PACE, down * self.height() * _PACE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move_by(self._held - event.position())
            self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        viewer = self.parentWidget()
        if isinstance(viewer, PictureViewer):
            if self.nearness > 1:
                viewer.show_all()
            else:
                viewer.zoom(2, event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, place = QPainter(self), self.place()
        paint.begin(painter)
        if theme().name != "chiaro":
            # Pictures keep their own paper in the dark, so that their colours stay true.
            painter.setBrush(TOKENS["chiaro"].foglio)
            corner = place.height() * _CORNER
            painter.drawRoundedRect(place, corner, corner)
        if self._drawing is not None:
            self._drawing.render(painter, place)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)

    def place(self) -> QRectF:
        """Where the picture lies in the view; its `_middle` is in the middle of the view."""
        room = QRectF(self.rect()).adjusted(_MARGIN, 8, -_MARGIN, -8)
        size = self._shown.size
        fit = min(room.width() / size.width(), room.height() / size.height())
        wide, tall = size.width() * fit * self.nearness, size.height() * fit * self.nearness
        centre = room.center()
        return QRectF(
            centre.x() - wide * self._middle.x(),
            centre.y() - tall * self._middle.y(),
            max(1, wide),
            max(1, tall),
        )

    def _move_by(self, way: QPointF) -> None:
        """Moves what is seen; an edge of the picture never comes past the middle of the view."""
        place = self.place()
        x, y = self._middle.x() + way.x() / place.width(), self._middle.y() + way.y() / place.height()
        self._middle = QPointF(
            self._kept(x, place.width(), self.width()), self._kept(y, place.height(), self.height())
        )
        self.update()

    @staticmethod
    def _kept(middle: float, size: float, room: int) -> float:
        half = min(0.5, room / 2 / size)
        return min(max(middle, half), 1 - half)
