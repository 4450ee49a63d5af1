"""The picture PIN: nine figures to touch; those touched become plain stones, so a neighbour cannot read them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scuola_digitale.words import say
from ui.presenters.figures import FIGURES, HOW_MANY, PictureLock
from ui.presenters.italian import count_words
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.exercises.saying import announce
from ui.widgets.faces import Face
from ui.widgets.pictures import picture
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme

WIDE, NARROW = 340, 212
_TALLEST = 150
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ACROSS = 3
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_ACROSS,
    Qt.Key.Key_Down: _ACROSS,
}


class LockPanel(Card):
    """Asks a pupil for their three figures. `opened` is told when they are right."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, lock: PictureLock) -> None:
        super().__init__(radius=24, padding=24)
        self._lock = lock
        self.pupil = lock.pupil
        self._face = Face(lock.pupil.avatar, 92, lock.pupil.photo)
        self._hello = Text(lock.greeting.format(lock.pupil.name), "heading").tell_as_heading()
        self._ask = Text(lock.ask, "ui", "ink2", wrap=True)
        self._ask.setAlignment(_CENTRE)
        self._slots = _Slots()
        self.figures = [FigureButton(name, words) for name, words in FIGURES().items()]
        self._forgotten = Text(lock.forgotten, "small", "ink2", wrap=True)
        self._forgotten.setAlignment(_CENTRE)
        self.back = Button(lock.not_me.format(lock.pupil.name), "quiet", icon="indietro")
        self.back.clicked.connect(self.left)
        self._lay()
        for button in self.figures:
            button.clicked.connect(lambda _=False, name=button.figure: self._touch(name))

    def begin(self) -> None:
        """Puts the keyboard on the first figure."""
        self.figures[0].setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """Smaller figures for a narrow window."""
        side = 12 if narrow else 24
        self.column.setContentsMargins(side, 12 if narrow else 22, side, 12 if narrow else 20)
        self._face.set_side(52 if narrow else 92)
        self._hello.set_role("card" if narrow else "heading")
        self._ask.set_role("small" if narrow else "ui")
        self._slots.set_side(40 if narrow else 56)
        self._gaps.setSpacing(4 if narrow else 12)
        # At large text the figures come first.
        large = theme().stacked(narrow=narrow)
        self._face.setVisible(not large)
        self._forgotten.setVisible(not large)
        self._grid.setSpacing(8 if narrow else 12)
        self.column.setStretchFactor(self._gaps, 20 if large else 0)
        self.column.setSpacing(4 if narrow else 10)
        for button in self.figures:
            button.set_narrow(narrow=narrow, grows=large)
        wide = NARROW if narrow else WIDE
        self.setFixedWidth(max(wide, min(theme().px(wide), 420)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        step = _STEPS.get(Qt.Key(event.key()))
        here = next((place for place, one in enumerate(self.figures) if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.figures):
            self.figures[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _touch(self, figure: str) -> None:
        right = self._lock.touch(figure)
        self._slots.show_touched(self._lock.touched)
        if right:
            self.opened.emit(self._lock.pupil)
        elif right is None:
            self._ask.setText(self._lock.ask)
            self._ask.set_tone("ink2")
            announce(self, say("{done} di {total}", done=self._lock.touched, total=HOW_MANY))
        else:
            self._ask.setText(self._lock.wrong)
            self._ask.set_tone("warning")
            announce(self, self._lock.wrong)

    def _lay(self) -> None:
        self.column.addWidget(self._face, 0, _CENTRE)
        self._gaps = QVBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._hello, 0, _CENTRE)
        words.addWidget(self._ask)
        self._gaps.addLayout(words)
        self._gaps.addWidget(self._slots, 0, _CENTRE)
        self._grid = QGridLayout()
        for place, button in enumerate(self.figures):
            self._grid.addWidget(button, place // _ACROSS, place % _ACROSS)
        self._gaps.addLayout(self._grid, 1)
        self._gaps.addWidget(self._forgotten)
        self.column.addLayout(self._gaps)
        self.column.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.back)
        line.addStretch(1)
        self.column.addLayout(line)


class FigureButton(Pressable):
    """One of the nine."""

    radius = 14

    def __init__(self, figure: str, words: str) -> None:
        super().__init__("", name=words)
        self.figure = figure
        self._narrow, self._grows = False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool, grows: bool = False) -> None:
        """Smaller; `grows` takes the height that is left, up to a hand's breadth."""
        self._narrow, self._grows = narrow, grows
        tall = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.setMaximumHeight(_TALLEST if grows else 16_777_215)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()  # a plain button would only go to the next one: here the grid counts
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = 58 if self._narrow else 84
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(44, self.sizeHint().height())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        lit = self.isDown()
        fill = worn.color("primary_soft" if lit else "incavo" if self.underMouse() else "foglio")
        shown = rect.adjusted(0, 2, 0, 0) if lit else rect
        paint.paper(painter, shown, fill, worn.color("linea"), radius=self.radius, border=2, lip=4)
        side = 36 if self._narrow else 52
        if self._grows:
            side = max(side, round(min(rect.width(), rect.height())) - 24)
        ground = QRectF(0, 0, side + 8, side + 8)
        ground.moveCenter(shown.center() - QRectF(0, 0, 0, 3).bottomLeft())
        if worn.name != "chiaro":
            # Pictures keep their own paper, so that their colours stay true.
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRoundedRect(ground, 10, 10)
        drawn = picture(f"figura-{self.figure}", side)
        painter.drawPixmap(round(ground.left() + 4), round(ground.top() + 4), drawn)


class _Slots(QWidget):
    """Three places: a stone for each figure touched, an outline for the next."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        self._touched, self._side = 0, 56
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_touched(0)

    def set_side(self, side: int) -> None:
        self._side = side
        self.updateGeometry()

    def show_touched(self, count: int) -> None:
        self._touched = count
        self.setAccessibleName(
            say("{count} su {how_many}", count=count_words(count, "figura", "figure"), how_many=HOW_MANY)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(HOW_MANY * self._side + (HOW_MANY - 1) * 12, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        for place in range(HOW_MANY):
            slot = QRectF(place * (self._side + 12), 0, self._side, self._side)
            now = place == self._touched
            fill = worn.color("foglio" if now else "incavo")
            edge = worn.color("primary" if now else "linea" if worn.high_contrast else "incavo")
            paint.paper(painter, slot, fill, edge, radius=12, border=3 if now else 2, lip=3 if now else 2)
            if place < self._touched:
                stone = QRectF(0, 0, self._side * 0.56, self._side * 0.4)
                stone.moveCenter(slot.center())
                paint.pill(painter, stone, worn.color("sasso"))
