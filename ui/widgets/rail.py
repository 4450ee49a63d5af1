"""The rail at the left: the mark, where one can go, and who is here."""

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scuola_digitale.words import say
from ui.presenters.places import Place, Who
from ui.widgets import paint
from ui.widgets.cards import Drawing
from ui.widgets.focus_keeper import bring_into_sight
from ui.widgets.key_scrolling import SideArea
from ui.widgets.pictures import face
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pressable import Pressable
from ui.widgets.qt_sparing import give_view
from ui.widgets.theme import theme

WIDE, SLIM = 208, 84
_RING = 6
"""Room around the places for the focus ring, pixels."""
_MOST_WITH_MARK = 6
Fit = Literal["airy", "tight", "bare"]
"""How places stand in a slim rail: with air, closer, or their words without the icons, so that all are seen."""
_AIR: dict[Fit, int] = {"airy": 14, "tight": 4, "bare": 12}
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RailEntry(Pressable):
    """A place to go: a card when one is there. Slim, its word stands under the icon."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.words, name=place.words)
        self._place = place
        self._slim = False
        self._fit: Fit = "airy"
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mark(self, *, current: bool) -> None:
        """Whether it is the place where one is; a screen reader is told so in words."""
        self._current = current
        self.setAccessibleDescription(say("sei qui") if current else "")
        self.update()

    def is_current(self) -> bool:
        """Whether it is the place where one is."""
        return self._current

    def set_slim(self, *, slim: bool) -> None:
        """Word under the icon, or beside it."""
        self._slim = slim
        self.updateGeometry()

    def set_fit(self, fit: Fit) -> None:
        """How it stands in a slim rail."""
        if fit != self._fit:
            self._fit = fit
            self.updateGeometry()
            self.update()

    def slim_height(self, fit: Fit) -> int:
        """How high it is in a slim rail, pixels."""
        words = QFontMetrics(theme().font("tiny-strong")).height()
        if fit == "bare":
            return max(44, words + _AIR[fit])
        return max(56 if fit == "airy" else 50, words + theme().px(20) + _AIR[fit])

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("tiny-strong" if self._slim else "strong")).height()
        if self._slim:
            return QSize(theme().px(SLIM) - 16, self.slim_height(self._fit))
        return QSize(WIDE - 24, max(48, words + 18))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self._current:
            paint.paper(
                painter,
                rect,
                worn.color("foglio"),
                worn.color("linea"),
                radius=self.radius,
                border=worn.border(),
            )
        elif self.underMouse():
            painter.setBrush(worn.color("carta"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        ink = worn.color("link" if self._current else "ink")
        size = worn.px(20)
        drawn = icon_pixmap(self._place.icon, ink, size)
        middle = rect.center().y() - 1
        if self._slim and self._fit == "bare":
            painter.setFont(worn.font("tiny-strong"))
            paint.text(painter, rect.adjusted(0, 0, 0, -2), self._place.short, ink, align=_CENTRE)
            return
        if self._slim:
            painter.setFont(worn.font("tiny-strong"))
            line = painter.fontMetrics().height()
            top = middle - (size + 2 + line) / 2 + 2
            painter.drawPixmap(round(rect.center().x() - size / 2), round(top), drawn)
            words = QRectF(0, top + size + 1, rect.width(), line)
            paint.text(painter, words, self._place.short, ink, align=_CENTRE)
            return
        painter.setFont(worn.font("strong"))
        painter.drawPixmap(16, round(middle - size / 2), drawn)
        left = 16 + size + 12
        paint.text(painter, QRectF(left, 0, rect.width() - left - 6, rect.height() - 2), self.words(), ink)


class MeCard(Pressable):
    """Who is here, and the way to let another one in."""

    radius = 16

    def __init__(self) -> None:
        super().__init__("", name=say("Cambia persona"))
        self._who: Who | None = None
        self._slim = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_who(self, who: Who) -> None:
        """Shows somebody."""
        self._who = who
        self.setAccessibleName(f"{who.name}, {who.detail}")
        self.setToolTip(who.leave)
        self.update()

    def forget(self) -> None:
        """Nobody is here: neither name nor face stays."""
        self._who = None
        self.setAccessibleName(say("Cambia persona"))
        self.setToolTip("")

    def set_slim(self, *, slim: bool) -> None:
        """The face alone, or with the name."""
        self._slim = slim
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("strong")).height() + QFontMetrics(theme().font("label")).height()
        return QSize(60, max(62, words + 16))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self._who is None:
            return
        if not self._slim:
            fill = worn.color("incavo" if self.underMouse() else "foglio")
            border = worn.border()
            paint.paper(
                painter, rect, fill, worn.color("linea"), radius=self.radius, border=border, lip=border
            )
        left = (rect.width() - 44) / 2 if self._slim else 9
        tile = QRectF(round(left), round(rect.center().y() - 22), 44, 44)
        self._draw_face(painter, tile, self._who)
        if self._slim:
            return
        left = tile.right() + 10
        name, detail = QFontMetrics(worn.font("strong")), QFontMetrics(worn.font("label"))
        top = rect.center().y() - (name.height() + detail.height()) / 2
        painter.setFont(worn.font("strong"))
        room = rect.width() - left - 8
        paint.text(painter, QRectF(left, top, room, name.height()), self._who.name, worn.color("ink"))
        painter.setFont(worn.font("tiny"))
        below = QRectF(left, top + name.height() - 2, room, detail.height())
        paint.text(painter, below, self._who.detail, worn.color("ink2"))

    def _draw_face(self, painter: QPainter, tile: QRectF, who: Who) -> None:
        worn = theme()
        if who.avatar:
            paint.rounded_pixmap(painter, tile, face(who.avatar, who.photo, 44), 10)
            return
        painter.setBrush(worn.color("primary_soft"))
        painter.drawRoundedRect(tile, 10, 10)
        drawn = icon_pixmap(who.icon, worn.color("link"), 24)
        painter.drawPixmap(round(tile.left() + 10), round(tile.top() + 10), drawn)


class _BrandName(QWidget):
    """The program's name on two close lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(90, max(48, 2 * self._line() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font("brand"))
        top = (self.height() - 2 * self._line()) / 2
        for place, words in enumerate(("Scuola", "Digitale")):
            # The whole height of the letters: the lines stand closer than they are high, and a g would be cut.
            room = QRectF(0, top + (place - 0.2) * self._line(), self.width(), self._line() * 1.4)
            paint.text(painter, room, words, theme().color("ink"))

    def _line(self) -> int:
        return round(QFontMetrics(theme().font("brand")).height() * 0.74)


class Rail(QWidget):
    """The rail; 208 px wide, 84 when slim."""

    went = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, RailEntry] = {}
        self._slim = False
        self._column = QVBoxLayout(self)
        self._brand = self._make_brand()
        self._column.addLayout(self._brand)
        self._column.addWidget(self._make_places(), 1)
        self.me = MeCard()
        self.me.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setContentsMargins(_RING, 0, _RING, 0)
        foot.addWidget(self.me)
        self._column.addLayout(foot)
        self.set_slim(slim=False)

    def show_places(self, places: tuple[Place, ...], who: Who) -> None:
        """Shows where this person can go."""
        self._clear()
        for place in places:
            entry = RailEntry(place)
            entry.set_slim(slim=self._slim)
            entry.clicked.connect(lambda _=False, key=place.key: self.went.emit(key))
            self._entries[place.key] = entry
            self._places.addWidget(entry)
        self.me.show_who(who)
        self.set_slim(slim=self._slim)
        # The keyboard passes the places before it comes to the person, as the eye does.
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)

    def forget(self) -> None:
        """Hides: nobody is here, and nothing of who was stays."""
        self.hide()
        self._clear()
        self.me.forget()

    def _clear(self) -> None:
        for entry in self._entries.values():
            self._places.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = {}

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*self._entries.values(), self.me] if self.isVisible() else []

    def mark(self, key: str) -> None:
        """Marks where one is."""
        for one, entry in self._entries.items():
            entry.mark(current=one == key)
        # After the layout: at large text there may be more places than height.
        QTimer.singleShot(0, self, self._show_current)

    def has(self, key: str) -> bool:
        """Whether a place stands here: some pages are reached from another one."""
        return key in self._entries

    def entry(self, key: str) -> RailEntry:
        """The entry of a place."""
        return self._entries[key]

    def set_slim(self, *, slim: bool) -> None:
        """Slim for narrow windows and for lessons."""
        self._slim = slim
        width = theme().px(SLIM) if slim else round(WIDE * (1 + (theme().scale - 1) * 0.7))
        self.setFixedWidth(width)
        side = (8, 12, 9, 12) if slim else (12, 16, 13, 12)
        self._column.setContentsMargins(side[0] - _RING, side[1], side[2] - _RING, side[3])
        self._column.setSpacing(10 if slim else 16)
        self._name.setVisible(not slim)
        # On a small screen the mark makes room for a place more.
        self._mark.setVisible(not slim or len(self._entries) <= _MOST_WITH_MARK)
        self._brand.setContentsMargins(_RING if slim else 8 + _RING, 0, _RING, 0)
        self._places.setSpacing(2 if slim else 4)
        for entry in self._entries.values():
            entry.set_slim(slim=slim)
        self.me.set_slim(slim=slim)
        self._fit_places()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_slim(slim=self._slim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_places()
        QTimer.singleShot(0, self, self._show_current)

    def _fit_places(self) -> None:
        """At large text places stand closer, so that all of them are seen."""
        if not self._slim or not self._entries:
            return
        entries = [*self._entries.values()]
        margins = self._column.contentsMargins()
        mark = self._mark.sizeHint().height() + self._column.spacing() if not self._mark.isHidden() else 0
        rest = margins.top() + margins.bottom() + mark + self.me.sizeHint().height() + self._column.spacing()
        room = self.height() - rest - 2 * _RING - self._places.spacing() * (len(entries) - 1)
        fits: tuple[Fit, ...] = ("airy", "tight")
        bare: Fit = "bare"
        fit = next((one for one in fits if sum(each.slim_height(one) for each in entries) <= room), bare)
        for entry in entries:
            entry.set_fit(fit)

    def _show_current(self) -> None:
        current = next((entry for entry in self._entries.values() if entry.is_current()), None)
        if current is not None:
            bring_into_sight(current)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("incavo"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("linea"))

    def _make_places(self) -> SideArea:
        """Room for the places; at large text there may be more of them than height."""
        room = SideArea()
        give_view(room)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._places = QVBoxLayout(holder)
        # The focus ring stands beside its entry: the room would cut it.
        self._places.setContentsMargins(_RING, _RING, _RING, _RING)
        self._places.setSpacing(4)
        self._places.setAlignment(Qt.AlignmentFlag.AlignTop)
        room.setWidget(holder)
        holder.setAutoFillBackground(False)
        return room

    def _make_brand(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        self._mark = Drawing("marchio", 40, grows=False)
        line.addWidget(self._mark)
        self._name = _BrandName()
        line.addWidget(self._name, 1)
        return line
