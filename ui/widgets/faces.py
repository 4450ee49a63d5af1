"""The faces of the sign-in: a pupil's animal, or photo, over their name, and the grade above a column of them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui.presenters.sign_in import face_name
from ui.widgets import paint
from ui.widgets.fonts import Role
from ui.widgets.pictures import face
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

_SMALLEST: Role = "label"
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)


class FaceCard(Pressable):
    """A pupil's animal, or photo, over their name."""

    radius = 20

    def __init__(self, pupil: Pupil) -> None:
        super().__init__(pupil.name, name=face_name(pupil))
        self.pupil = pupil
        self.chosen = False
        self._narrow = False
        # The grid asks some forty times before it stands.
        self._heights: dict[tuple[object, ...], int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(100)
        self.setMaximumWidth(200)

    def set_chosen(self, *, chosen: bool) -> None:
        """Shows it as the one whose figures are asked."""
        self.chosen = chosen
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """A smaller face for a narrow window."""
        self._narrow = narrow
        self.radius = 14 if narrow else 20
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        asked = (width, self._narrow, *theme().measures())
        if asked not in self._heights:
            # A long name goes on under itself: cut, two children of a class could be the same.
            name = self._name_height(min(width, self.maximumWidth()))
            self._heights[asked] = self._face() + name + self._air()
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        return QSize(170, self.heightForWidth(170))

    def minimumSizeHint(self) -> QSize:
        tall = QFontMetrics(theme().font(_SMALLEST)).height()
        return QSize(max(100, self._widest_word(_SMALLEST) + 10), self._face() + tall + self._air())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        chosen = self.chosen or self.underMouse() or self.isDown()
        paint.paper(
            painter,
            rect.adjusted(0, 2, 0, 0) if self.isDown() else rect,
            worn.color("primary_soft" if chosen else "foglio"),
            worn.color("primary" if chosen else "linea"),
            radius=self.radius,
            border=2 if chosen else worn.border(),
        )
        side = self._face()
        top = 6 if self._narrow else 10
        tile = QRectF(round((rect.width() - side) / 2), top, side, side)
        # The animals are drawn with round corners of their own.
        paint.rounded_pixmap(painter, tile, face(self.pupil.avatar, self.pupil.photo, side), side * 0.25)
        painter.setFont(worn.font(self._role_within(rect.width())))
        below = QRectF(4, top + side, rect.width() - 8, rect.height() - top - side - 4)
        ink = worn.color("link" if chosen else "ink")
        paint.text(painter, below, self.words(), ink, align=Qt.AlignmentFlag.AlignCenter, wrap=True)

    def _name_height(self, width: int) -> int:
        metrics = QFontMetrics(theme().font(self._role_within(width)))
        room = metrics.boundingRect(0, 0, max(1, width - 8), 10_000, _WRAPPED, self.words())
        return max(metrics.height(), room.height())

    def _role_within(self, width: float) -> Role:
        """The name's font in a card of this width: a smaller one where a word would not fit."""
        return self._role() if self._widest_word(self._role()) <= width - 10 else _SMALLEST

    def _widest_word(self, role: Role) -> int:
        metrics = QFontMetrics(theme().font(role))
        return max((metrics.horizontalAdvance(word) for word in self.words().split()), default=0)

    def _air(self) -> int:
        return 14 if self._narrow else 26

    def _face(self) -> int:
        return 62 if self._narrow else 98

    def _role(self) -> Role:
        return "strong" if self._narrow else "big"


class Face(QWidget):
    """An animal or a photo alone, beside a name that says whose it is."""

    def __init__(self, avatar: str, side: int, photo: bytes = b"") -> None:
        super().__init__()
        self._avatar, self._side, self._photo = avatar, side, photo
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, side: int) -> None:
        """Makes it bigger or smaller."""
        self._side = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        rect = QRectF(0, 0, self._side, self._side)
        shown = face(self._avatar, self._photo, self._side)
        paint.rounded_pixmap(painter, rect, shown, self._side * 0.25)


class GradeMark(QWidget):
    """The grade's name between two lines."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, label: str, *, widest: int) -> None:
        super().__init__()
        self._label = label
        self.setMaximumWidth(widest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Classe {label}", label=label))

    def sizeHint(self) -> QSize:
        return QSize(100, QFontMetrics(theme().font("grade")).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = theme()
        painter.setFont(worn.font("grade"))
        words = painter.fontMetrics().horizontalAdvance(self._label) + 24
        side = max(0, (self.width() - words) // 2)
        middle = self.height() // 2
        for left in (0, self.width() - side):
            painter.fillRect(left, middle, side, 2, worn.color("linea"))
        paint.text(
            painter, QRectF(self.rect()), self._label, worn.color("ink"), align=Qt.AlignmentFlag.AlignCenter
        )
