"""The outline at the left of a lesson: its parts, ticked when done, and what is saved."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from scuola_digitale.words import say
from ui.presenters.lesson import LessonPresenter, Part
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.key_scrolling import SideArea
from ui.widgets.layouts import show_through
from ui.widgets.lesson.stack import Padding, Stack, let_grow
from ui.widgets.paint import StoneState
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS

WIDTH = 236
_MOST_STONES = 10


class Outline(QWidget):
    """The panel: `went` tells the anchor of a part touched, `left` that the way back was."""

    accessible_role = QAccessible.Role.Grouping

    went = Signal(str)
    left = Signal()

    def __init__(self, back: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._back = Button(back, "quiet", size="small", icon="indietro", parent=self)
        self._back.clicked.connect(self.left)
        self.saved = Chip(parent=self)
        self.saved.hide()
        self._scroll = SideArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = _Inside()
        self._scroll.setWidget(self._inside)
        show_through(self._scroll)
        self._rows: list[_PartRow] = []
        self._presenter: LessonPresenter | None = None
        self.setAccessibleName(say("Indice della lezione"))

    def show_lesson(self, presenter: LessonPresenter) -> None:
        """Shows the parts of a lesson."""
        self._presenter = presenter
        head = presenter.lesson.head
        inside = self._inside
        inside.add(_Kicker(presenter.kicker, AREA_ICONS[head.area], AREA_TOKENS[head.area], inside), below=4)
        inside.add(Text(head.title, "card", wrap=True, parent=inside), below=6, left=8)
        self._stones = _MinutesAndStones(head.minutes, inside)
        inside.add(self._stones, below=16)
        for part in presenter.parts:
            row = _PartRow(part, inside)
            row.clicked.connect(lambda _checked=False, anchor=part.anchor: self.went.emit(anchor))
            self._rows.append(row)
            inside.add(row)
        self.refresh()
        self._place()

    def refresh(self) -> None:
        """Reads again what is done."""
        if self._presenter is None:
            return
        for row in self._rows:
            row.show_done(done=self._presenter.is_done(row.part))
        self._stones.show_stones(self._presenter.stones())

    def mark(self, anchor: str) -> None:
        """Marks the part being read."""
        for row in self._rows:
            row.show_here(here=row.part.anchor == anchor)

    def tell_saved(self, *, saved: bool) -> None:
        """Says that what was done is on the disk, or, while it is not, nothing."""
        if saved:
            self.saved.tell(say("Salvato qui"), "ok", "fatto")
        self.saved.setVisible(saved)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(min(320, theme().px(WIDTH)), 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), worn.color("carta"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), worn.color("linea"))

    def _place(self) -> None:
        back, chip = self._back.sizeHint(), self.saved.sizeHint()
        self._back.setGeometry(8, 12, min(back.width(), self.width() - 16), back.height())
        foot = 0 if self.saved.isHidden() else chip.height() + 24
        self.saved.setGeometry(20, self.height() - chip.height() - 16, chip.width(), chip.height())
        top = 12 + back.height() + 8
        self._scroll.setGeometry(0, top, self.width() - 1, max(0, self.height() - top - foot))
        # The view's own width is not known while it is hidden.
        width = self.width() - 1
        if self._inside.heightForWidth(width) > self._scroll.height():
            width -= self._scroll.verticalScrollBar().sizeHint().width()
        self._inside.resize(width, max(self._inside.heightForWidth(width), 10))


class _Inside(Stack):
    def __init__(self) -> None:
        super().__init__(None, padding=Padding(12, 4, 12, 12))

    def relay(self) -> None:
        height = self._walk(self.width(), move=True)
        if height != self.height():
            self.resize(self.width(), height)


class _Kicker(QWidget):
    """Subject and grades, in the area's colour."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, words: str, drawing: str, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._drawing, self._token = words, drawing, token
        self.setAccessibleName(words)
        let_grow(self)

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(theme().font("label"))
        room = max(40, width - self._lead())
        words = metrics.boundingRect(0, 0, room, 1000, int(Qt.TextFlag.TextWordWrap), self._words)
        return max(22, theme().px(22), words.height() + 2)

    def sizeHint(self) -> QSize:
        return QSize(100, self.heightForWidth(self.width() or 200))

    def _lead(self) -> int:
        return 8 + theme().px(17) + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, side = theme(), QPainter(self), theme().px(17)
        tone = worn.color(self._token)
        line = min(self.height(), max(22, worn.px(22)))
        painter.drawPixmap(8, (line - side) // 2, icon(self._drawing, tone, side))
        painter.setFont(worn.font("label"))
        room = QRectF(self._lead(), 0, self.width() - self._lead(), self.height())
        paint.text(painter, room, self._words, tone, wrap=True)


class _MinutesAndStones(QWidget):
    """How long it takes, and a stone an exercise."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, minutes: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._minutes = say("{minutes} minuti", minutes=minutes) if minutes else ""
        self._stones: tuple[StoneState, ...] = ()
        let_grow(self)

    def show_stones(self, stones: tuple[StoneState, ...]) -> None:
        """Shows the stones; their count is spoken."""
        self._stones = stones
        done = (
            say("{count} sassi su {number}", count=stones.count("done"), number=len(stones)) if stones else ""
        )
        self.setAccessibleName(", ".join(filter(None, (self._minutes, done))))
        self.update()

    def heightForWidth(self, width: int) -> int:
        line = max(20, theme().px(20))
        return line * (2 if self._wraps(width) else 1) + (4 if self._wraps(width) else 0)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width() or 200))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        line = max(20, worn.px(20))
        painter.setFont(worn.font("small"))
        words = self._words()
        paint.text(painter, QRectF(8, 0, self.width() - 8, line), words, worn.color("ink2"))
        left, top = 8.0 + painter.fontMetrics().horizontalAdvance(words + "  "), (line - 12) / 2
        if self._wraps(self.width()):
            left, top = 8.0, line + 4 + (line - 12) / 2
        if self._drawn():
            paint.stones(painter, QPointF(left, top), self._stones)

    def _drawn(self) -> bool:
        return 0 < len(self._stones) <= _MOST_STONES

    def _words(self) -> str:
        if self._drawn() or not self._stones:
            return self._minutes
        count = say("{count} su {number}", count=self._stones.count("done"), number=len(self._stones))
        return " · ".join(filter(None, (self._minutes, count)))

    def _wraps(self, width: int) -> bool:
        if not self._drawn():
            return False
        words = QFontMetrics(theme().font("small")).horizontalAdvance(self._words() + "  ")
        return words + len(self._stones) * 21 + 8 > width


class _PartRow(Pressable):
    """A part: its number, or a tick once it is done."""

    radius = 10

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(part.title, parent=parent)
        self.part = part
        self._done = self._here = False
        let_grow(self)

    def show_done(self, *, done: bool) -> None:
        """Ticks it."""
        self._done = done
        self._describe()

    def show_here(self, *, here: bool) -> None:
        """Marks it as the part being read."""
        self._here = here
        self._describe()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(theme().font("strong"))
        flags = int(Qt.TextFlag.TextWordWrap)
        words = metrics.boundingRect(0, 0, max(40, width - self._lead() - 10), 1000, flags, self.words())
        return max(44, words.height() + 16)

    def sizeHint(self) -> QSize:
        width = self.width() or 200
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 44)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self._here or self.underMouse():
            painter.setBrush(worn.color("primary_soft" if self._here else "incavo"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        if self._here and worn.high_contrast:
            paint.paper(
                painter, rect, worn.color("carta"), worn.color("primary"), radius=self.radius, border=2, lip=2
            )
        sign = QRectF(rect.left() + 8, rect.top(), worn.px(22), rect.height())
        ink = worn.color("link" if self._here else "ink2" if self._done else "ink")
        if self._done:
            side = worn.px(20)
            drawn = icon("fatto", worn.color("success"), side, 2.6)
            painter.drawPixmap(round(sign.left()), round(sign.center().y() - side / 2), drawn)
        else:
            painter.setFont(worn.font("small-strong"))
            tone = worn.color("link" if self._here else "ink2")
            paint.text(painter, sign, str(self.part.number), tone, align=Qt.AlignmentFlag.AlignCenter)
        painter.setFont(worn.font("strong"))
        room = rect.adjusted(self._lead(), 0, -10, 0)
        paint.text(painter, room, self.words(), ink, wrap=True)

    def _lead(self) -> int:
        return 8 + theme().px(22) + 10

    def _describe(self) -> None:
        said = [word for word, true in ((say("fatta"), self._done), (say("sei qui"), self._here)) if true]
        self.setAccessibleDescription(", ".join(said))
        self.update()
