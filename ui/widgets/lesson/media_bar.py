"""The bar under a film, and of a sound alone: play, the time gone by, captions, the speed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from scuola_digitale.words import say
from ui.presenters.italian import decimal_words
from ui.widgets import paint
from ui.widgets.chips import FilterChip
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.tools import Tool
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme

_PRESS = 48
_GAP = 12
_STEP_S, _PAGE_S = 5, 15
"""How far an arrow and a page key go, seconds."""


class MediaBar(QWidget):
    """Button, title, the time gone by, the captions' switch, the way to a larger film, the speed.

    `sought` gives the second that was asked for.
    """

    sought = Signal(float)

    def __init__(self, title: str, parent: QWidget, *, has_captions: bool, is_film: bool) -> None:
        super().__init__(parent)
        self.play = PlayButton(say("Ascolta: {title}", title=title), self)
        self.captions = FilterChip(say("Testo"), name=say("Sottotitoli"))
        self.captions.setParent(self)
        self.captions.setChecked(has_captions)
        self.captions.setVisible(has_captions)
        self.larger = Tool("", self, drawing="ingrandisci", name=say("Grande come la finestra"))
        self.larger.setVisible(is_film)
        self.speed = FilterChip("1×", name=say("Velocità 1"), round_one=True)
        self.speed.setParent(self)
        self.speed.setCheckable(False)
        self._title = Text(title, "small-strong", parent=self)
        self._time = Text("", "small", "ink2", parent=self)
        self.line = TimeLine(self)
        self.line.sought.connect(self.sought)
        let_grow(self)

    def show_time(self, now_ms: int, all_ms: int, *, playing: bool) -> None:
        """Shows where it is."""
        self.play.show_playing(playing=playing)
        told = say("{now} di {whole}", now=_minutes(now_ms), whole=_minutes(all_ms)) if all_ms else ""
        self.line.show_time(now_ms / 1000, all_ms / 1000, told)
        self._time.setText(told)
        self._place()

    def show_speed(self, speed: float) -> None:
        """Shows how fast it goes."""
        said = decimal_words(f"{speed:g}")
        self.speed.setText(f"{said}×")
        self.speed.setAccessibleName(say("Velocità {said}", said=said))
        self._place()

    def heightForWidth(self, width: int) -> int:
        return max(68, self._title.sizeHint().height() + theme().px(44))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("linea" if worn.high_contrast else "incavo")
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color("incavo"), edge, radius=16, border=border, lip=border)

    def _place(self) -> None:
        middle = self.height() // 2
        self.play.setGeometry(10, middle - _PRESS // 2, _PRESS, _PRESS)
        right = self.width() - 16
        for control in (self.speed, self.larger, self.captions):
            if not control.isHidden():
                size = control.sizeHint()
                right -= size.width()
                control.setGeometry(right, middle - size.height() // 2, size.width(), size.height())
                right -= _GAP
        if self._time.text():
            time = self._time.sizeHint()
            right -= time.width()
            self._time.setGeometry(right, middle - time.height() // 2, time.width(), time.height())
            right -= _GAP
        left = 10 + _PRESS + 14
        tall = self._title.sizeHint().height()
        self._title.setGeometry(left, middle - tall, right - left, tall)
        self.line.setGeometry(left, middle + 2, right - left, 20)


class PlayButton(Pressable):
    """The round button."""

    radius = _PRESS / 2

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", name=name, parent=parent)
        self._playing = False

    def show_playing(self, *, playing: bool) -> None:
        """Shows whether a touch plays or waits."""
        self._playing = playing
        self.setAccessibleDescription(say("in ascolto") if playing else "")
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        ground = "primary" if self.isEnabled() else "linea"
        painter.setBrush(worn.color("primary_lip" if self.isDown() else ground))
        painter.drawEllipse(rect)
        side = 24
        drawn = icon("pausa" if self._playing else "play", worn.color("on_primary"), side, 2.6)
        at = (rect.width() - side) / 2
        painter.drawPixmap(round(at + (0 if self._playing else 1)), round(at), drawn)


class TimeLine(QSlider):
    """The time gone by, in seconds; touched, or moved by any key that moves a slider, it goes there."""

    sought = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 0)
        self.setSingleStep(_STEP_S)
        self.setPageStep(_PAGE_S)
        self._part = 0.0
        self._name = say("Punto dell’ascolto")
        self.setAccessibleName(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(lambda _act: self.sought.emit(float(self.sliderPosition())))

    def show_time(self, now: float, whole: float, told: str) -> None:
        """Fills to `now` of `whole` seconds; `told` says it in words."""
        self._part = now / whole if whole else 0.0
        self.setRange(0, round(whole))
        self.setValue(round(now))
        self.setAccessibleName(f"{self._name}, {told}" if told else self._name)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = min(1.0, max(0.0, event.position().x() / max(1, self.width())))
        self.sought.emit(part * self.maximum())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        bar = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        paint.pill(painter, bar, worn.color("foglio"), worn.color("bordo" if worn.high_contrast else "linea"))
        if self._part:
            gone = QRectF(bar.left(), bar.top(), max(8.0, bar.width() * self._part), bar.height())
            paint.pill(painter, gone, worn.color("primary"))
        if self.hasFocus():
            paint.ring(painter, bar.adjusted(4, 2, -4, -2), 4)


def _minutes(milliseconds: int) -> str:
    minutes, seconds = divmod(max(0, milliseconds) // 1000, 60)
    return f"{minutes}:{seconds:02d}"
