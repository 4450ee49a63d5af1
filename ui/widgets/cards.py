"""Cards and the small frames that stand in them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scuola_digitale.domain.school_terms import Area
from ui.widgets import paint
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pictures import picture
from ui.widgets.theme import CARD_PADDING, CARD_RADIUS, theme


class Card(QFrame):
    """A sheet of paper with a visible edge. A card never holds another raised card.

    `ground` and `edge` are colour tokens; `strong` makes the edge 2 px thick and the lip 4.
    """

    def __init__(
        self,
        *,
        ground: str = "foglio",
        edge: str = "linea",
        radius: int = CARD_RADIUS,
        padding: int = CARD_PADDING,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self._ground, self._edge, self._radius, self._strong = ground, edge, radius, strong
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding + 2)
        self.column.setSpacing(0)

    def set_edge(self, edge: str, *, ground: str = "foglio", strong: bool = False) -> None:
        """Changes the paper: another edge, another ground."""
        self._ground, self._edge, self._strong = ground, edge, strong
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn = theme()
        border = 2 if self._strong else worn.border()
        lip = 4 if self._strong else 3
        fill, edge = worn.color(self._ground), worn.color(self._edge)
        paint.paper(painter, QRectF(self.rect()), fill, edge, radius=self._radius, border=border, lip=lip)


class DashedCard(QFrame):
    """An outline for what is not there yet."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 16, 20, 16)
        self.row.setSpacing(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        # The ridge may stand behind it, and never behind words.
        painter.setBrush(theme().color("carta"))
        painter.drawRoundedRect(QRectF(self.rect()), CARD_RADIUS, CARD_RADIUS)
        paint.dashed(painter, QRectF(self.rect()), theme().color("linea"), radius=CARD_RADIUS)


class Spine(QWidget):
    """The 6 px bar in an area's colour."""

    def __init__(self, area: Area) -> None:
        super().__init__()
        self._area = area
        self.setFixedWidth(6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        paint.spine(painter, QRectF(self.rect()), theme().area(self._area))


class Line(QWidget):
    """A dividing line, 1 px."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.line(QPainter(self), self.rect())


class Icon(QWidget):
    """A line icon in a token's colour; purely a drawing, a screen reader skips it."""

    def __init__(self, name: str, tone: str = "ink", size: int = 20) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Draws another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(theme().px(self._size), self.width(), self.height())
        drawn = icon_pixmap(self._name, theme().color(self._tone), side)
        QPainter(self).drawPixmap(round((self.width() - side) / 2), round((self.height() - side) / 2), drawn)


class IconTile(QWidget):
    """An icon on a rounded tile of soft ground."""

    def __init__(
        self, name: str, tone: str = "link", ground: str = "primary_soft", *, side: int = 40
    ) -> None:
        super().__init__()
        self._name, self._tone, self._ground, self._side = name, tone, ground, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._side), theme().px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn, rect = theme(), QRectF(self.rect())
        edge = worn.color(self._tone if worn.high_contrast else self._ground)
        radius = rect.width() * 0.3
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color(self._ground), edge, radius=radius, border=border, lip=border)
        side = round(rect.width() * 0.56)
        drawn = icon_pixmap(self._name, worn.color(self._tone), side)
        at = round((rect.width() - side) / 2)
        painter.drawPixmap(at, at, drawn)


class Drawing(QWidget):
    """One of the program's drawings, `width` pixels wide; it only adorns, and a screen reader skips it."""

    def __init__(self, name: str, width: int, *, grows: bool = True) -> None:
        super().__init__()
        self._name, self._width, self._grows = name, width, grows
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawing(self, name: str, width: int) -> None:
        """Shows another drawing or size."""
        self._name, self._width = name, width
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._picture().deviceIndependentSize().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture())

    def _picture(self) -> QPixmap:
        return picture(self._name, theme().px(self._width) if self._grows else self._width)


def row(*widgets: QWidget, gap: int = 12, stretch_after: int | None = None) -> QHBoxLayout:
    """Widgets side by side, centred on the line; empty space after the widget at `stretch_after`."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if place == stretch_after:
            layout.addStretch(1)
    return layout
