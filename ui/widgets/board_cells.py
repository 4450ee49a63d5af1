"""The cards and columns of the teacher's board."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui.presenters.board import BoardPresenter, CellView, ColumnView
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.chips import chip_height, chip_width, draw_chip
from ui.widgets.fonts import Role
from ui.widgets.pictures import face
from ui.widgets.pressable import Pressable
from ui.widgets.ring import Ringed
from ui.widgets.stones import MOST_STONES, stone_states
from ui.widgets.text import FewLines, OneLine, Text
from ui.widgets.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellCard(Ringed, QWidget):
    """A pupil on the board: face, name, where they are, state, stones; who waits has a thick ochre edge."""

    accessible_role = QAccessible.Role.ListItem
    ring_radius = 14

    looked = Signal()

    def __init__(self, cell: CellView, *, narrow: bool) -> None:
        super().__init__()
        self._cell, self._narrow = cell, narrow
        self.setToolTip(say("Che cosa ha risposto {name}", name=cell.pupil.name))
        self.setAccessibleDescription(say("Invio: che cosa ha risposto"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(cell.spoken())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(128)
        self.go: Button | None = None
        if cell.waits:
            self._add_button()

    @property
    def pupil(self) -> Pupil:
        """Whose card it is."""
        return self._cell.pupil

    def sizeHint(self) -> QSize:
        return QSize(180, self._heights()[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn, rect, cell = theme(), QRectF(self.rect()), self._cell
        if cell.waits:
            edge, border, lip = worn.color("warning"), 2, 4
        else:
            edge, border, lip = worn.color("linea"), worn.border(), 3
        radius = 12 if self._narrow else 14
        paint.paper(painter, rect, worn.color("foglio"), edge, radius=radius, border=border, lip=lip)
        pad, side = self._pad(), self._face()
        tile = QRectF(pad, pad, side, side)
        paint.rounded_pixmap(painter, tile, face(cell.pupil.avatar, cell.pupil.photo, side), side * 0.22)
        tall = max(side, self._lines_height())
        self._draw_name(painter, QRectF(pad + side + 9, pad, rect.width() - 2 * pad - side - 9, tall))
        chip_top, need_top, _ = self._heights()
        self._draw_state(painter, QRectF(pad, chip_top, rect.width() - 2 * pad, self._chip_height()))
        if cell.need and not self._narrow:
            painter.setFont(worn.font("small"))
            tall = painter.fontMetrics().height()
            room = QRectF(pad + 1, need_top, rect.width() - 2 * pad, tall)
            paint.text(painter, room, cell.need, worn.color("ink"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.looked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.looked.emit()
        else:
            super().keyPressEvent(event)

    def _draw_name(self, painter: QPainter, room: QRectF) -> None:
        worn = theme()
        name = QFontMetrics(worn.font("name"))
        detail = QFontMetrics(worn.font("tiny" if self._narrow else "small"))
        lines = name.height() + (detail.height() - 6 if self._cell.detail else 0)
        top = room.center().y() - lines / 2
        painter.setFont(worn.font("name"))
        first = QRectF(room.left(), top, room.width(), name.height())
        paint.text(painter, first, self._cell.pupil.name, worn.color("ink"))
        painter.setFont(worn.font("tiny" if self._narrow else "small"))
        below = QRectF(room.left(), top + name.height() - 6, room.width(), detail.height())
        paint.text(painter, below, self._cell.detail, worn.color("ink2"))

    def _draw_state(self, painter: QPainter, room: QRectF) -> None:
        chip = self._cell.chip
        wide = room.width() if self._narrow else min(room.width(), chip_width(chip.words, chip.icon) - 4)
        place = QRectF(room.left(), room.top(), wide, room.height())
        role: Role = "tiny-strong" if self._narrow else "label"
        draw_chip(painter, place, chip.words, chip.icon, chip.mood, role=role)
        states = stone_states(self._cell.steps)
        across = len(states) * 11 - 2
        if self._narrow or len(states) > MOST_STONES or across > room.width() - wide - 4:
            return
        at = QPointF(room.right() - across, room.center().y() - 4.5)
        paint.stones(painter, at, states, width=9, height=9, gap=2)

    def _lines_height(self) -> int:
        worn = theme()
        small = QFontMetrics(worn.font("tiny" if self._narrow else "small")).height()
        return QFontMetrics(worn.font("name")).height() + small - 6

    def _chip_height(self) -> int:
        return chip_height() - 5 if self._narrow else chip_height()

    def _pad(self) -> int:
        return 6 if self._narrow else 10

    def _face(self) -> int:
        return 34 if self._narrow else 44

    def _heights(self) -> tuple[int, int, int]:
        """Where the chip and the need begin, and how high the card is, pixels."""
        pad, worn = self._pad(), theme()
        lines = self._face() if worn.scale == 1 else self._lines_height()
        chip_top = pad + max(self._face(), lines) + (5 if self._narrow else 8)
        need_top = chip_top + self._chip_height() + 4
        bottom = need_top
        if self._cell.need and not self._narrow:
            bottom += QFontMetrics(worn.font("small")).height() + 4
        if self.go is not None:
            bottom += self.go.sizeHint().height() + 6
        return chip_top, need_top, bottom + pad - (0 if self._narrow else 2)

    def _add_button(self) -> None:
        self.go = Button(say("Vai da {name}", name=self._cell.pupil.name), size="small", parent=self)
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        pad = self._pad()
        column.setContentsMargins(pad, pad, pad, pad + 5)
        column.addStretch(1)
        column.addWidget(self.go)


class DirectMark(Pressable):
    """Whose hour it is: pressed, the teacher turns to this grade."""

    radius = 14

    def __init__(self, column: ColumnView, *, narrow: bool) -> None:
        self._direct = column.direct
        self._icon = "" if narrow else "persone"
        words = BoardPresenter.direct if column.direct else BoardPresenter.alone
        super().__init__(
            words,
            name=say("Classe {label}: {words}. Vai da questa classe", label=column.grade.label, words=words),
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        icon = self._icon if self._direct else ""
        return QSize(chip_width(self.words(), icon), chip_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, chip_height())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        if self._direct:
            draw_chip(painter, rect, self.words(), self._icon, "on")
            return
        worn = theme()
        if self.underMouse():
            paint.pill(painter, rect, worn.color("foglio"), worn.color("bordo"))
        painter.setFont(worn.font("small"))
        paint.text(painter, rect.adjusted(0, 0, -4, 0), self.words(), worn.color("ink2"), align=_RIGHT)


class BoardColumn(QWidget):
    """A grade: its task, whose hour it is, its pupils.

    `chosen` gives the grade whose hour was pressed; `wanted` a pupil whom the teacher goes to, `looked` one whose
    answers they want to see.
    """

    accessible_role = QAccessible.Role.List

    chosen = Signal(object)
    wanted = Signal(object)
    looked = Signal(object)

    def __init__(self, column: ColumnView, *, narrow: bool) -> None:
        super().__init__()
        self._column = column
        self.cells: list[CellCard] = []
        self.setAccessibleName(say("Classe {label}, {title}", label=column.grade.label, title=column.title))
        lane = QVBoxLayout(self)
        pad = 7 if narrow else 12
        lane.setContentsMargins(pad, pad, pad, pad)
        lane.setSpacing(6 if narrow else 10)
        lane.addLayout(self._head(column, narrow=narrow))
        for cell in column.cells:
            card = CellCard(cell, narrow=narrow)
            card.looked.connect(partial(self.looked.emit, cell.pupil))
            if card.go is not None:
                card.go.clicked.connect(partial(self.wanted.emit, cell.pupil))
            self.cells.append(card)
            lane.addWidget(card)
        lane.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn, rect = theme(), QRectF(self.rect())
        direct = self._column.direct
        fill = worn.color("primary_soft" if direct else "incavo")
        edge = worn.color("primary") if direct else worn.color("linea" if worn.high_contrast else "incavo")
        border = 2 if direct or worn.high_contrast else 0
        paint.paper(painter, rect, fill, edge, radius=18, border=border, lip=border)

    def _head(self, column: ColumnView, *, narrow: bool) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        grade = Text(column.grade.label, "card" if narrow else "grade").tell_as_heading()
        grade.setAccessibleName(say("Classe {label}", label=column.grade.label))
        line.addWidget(grade)
        line.addStretch(1)
        mark = DirectMark(column, narrow=narrow)
        mark.clicked.connect(lambda: self.chosen.emit(column.grade))
        line.addWidget(mark)
        head = QVBoxLayout()
        head.setContentsMargins(4, 0, 2, 2)
        head.setSpacing(0)
        head.addLayout(line)
        head.addWidget(FewLines(column.title, "small-strong" if narrow else "name"))
        if not narrow:
            head.addWidget(OneLine(column.detail, "label", "ink2"))
        return head
