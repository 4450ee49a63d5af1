"""The reading bar: size of the text, face, theme."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.fonts import READING_FACES
from ui.widgets.lesson.stack import Flow, Padding, Stack
from ui.widgets.menu import Menu
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import dress, theme
from ui.widgets.tokens import ThemeName

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_THEMES: tuple[tuple[ThemeName, str, str], ...] = (
    ("chiaro", "sole", "Colori chiari"),
    ("scuro", "luna", "Colori scuri"),
    ("contrasto", "contrasto", "Contrasto alto"),
)
_OWN_FACE: dict[ThemeName, str] = {"chiaro": "Lora", "scuro": "Lora", "contrasto": "Atkinson Hyperlegible"}


class ReadingBar(Stack):
    """Tools that change how everything is read; they tell nobody, since every widget hears the new style.

    `outline_asked` and `left` come from the two buttons that stand here in a narrow window.
    `restyling` and `restyled` are told around a change, so that the page keeps its place.
    """

    outline_asked = Signal()
    left = Signal()
    restyling = Signal()
    restyled = Signal()

    def __init__(self, back: str, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(16, 8, 16, 8))
        row = Flow(self, gap=4, line_gap=4)
        self._back = Tool("", row, drawing="indietro", name=f"Torna a {back}")
        self._outline = Tool("", row, drawing="indice", name="Indice della lezione")
        self._smaller = Tool("A−", row, name="Testo più piccolo")
        self._size = Text("100 %", "small-strong", parent=row)
        self._larger = Tool("A+", row, name="Testo più grande")
        self._face = Tool("", row, drawing="carattere", name="Carattere", opens=True)
        self._themes = {name: Tool("", row, drawing=drawing, name=said) for name, drawing, said in _THEMES}
        tools = (
            self._back,
            self._outline,
            self._smaller,
            self._size,
            self._larger,
            _Divider(row),
            self._face,
        )
        for tool in (*tools, _Divider(row), *self._themes.values()):
            row.add(tool)
        self.add(row)
        self._connect()
        self.set_narrow(narrow=False)
        self.refresh()

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the way back and the outline stand here."""
        self._back.setVisible(narrow)
        self._outline.setVisible(narrow)

    def refresh(self) -> None:
        """Shows how the text is read now."""
        worn = theme()
        self._size.setText(f"{round(worn.scale * 100)} %")
        self._smaller.setEnabled(worn.scale > SCALES[0])
        self._larger.setEnabled(worn.scale < SCALES[-1])
        self._face.setText(worn.reading_face.split(maxsplit=1)[0])
        self._face.setAccessibleName(f"Carattere: {worn.reading_face}")
        for name, tool in self._themes.items():
            tool.show_on(on=name == worn.name)
        self._face.updateGeometry()

    def step(self, direction: int) -> None:
        """Larger (1) or smaller (-1) text."""
        worn = theme()
        steps = [one for one in SCALES if (one - worn.scale) * direction > 0.001]
        if steps:
            self._wear(worn.name, scale=min(steps) if direction > 0 else max(steps), face=_chosen_face())

    def wear(self, name: ThemeName) -> None:
        """Puts another theme on."""
        self._wear(name, scale=theme().scale, face=_chosen_face())

    def read_in(self, face: str) -> None:
        """Changes the face for reading."""
        self._wear(theme().name, scale=theme().scale, face=face)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), worn.color("carta"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, worn.color("linea"))

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._outline.clicked.connect(self.outline_asked)
        self._smaller.clicked.connect(lambda: self.step(-1))
        self._larger.clicked.connect(lambda: self.step(1))
        self._face.clicked.connect(self._choose_face)
        for name, tool in self._themes.items():
            tool.clicked.connect(lambda _checked=False, name=name: self.wear(name))

    def _choose_face(self) -> None:
        menu = Menu(self)
        for face in READING_FACES:
            action = QAction(face, menu)
            action.setCheckable(True)
            action.setChecked(face == theme().reading_face)
            action.triggered.connect(lambda _checked=False, face=face: self.read_in(face))
            menu.addAction(action)
        menu.popup(self._face.mapToGlobal(QPoint(0, self._face.height() + 4)))

    def _wear(self, name: ThemeName, *, scale: float, face: str | None) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.restyling.emit()
        dress(app, name, scale=scale, reading_face=face)
        self.refresh()
        self.restyled.emit()


def _chosen_face() -> str | None:
    """The face the reader chose; None while it is the theme's own."""
    worn = theme()
    return None if worn.reading_face == _OWN_FACE[worn.name] else worn.reading_face


class Tool(Pressable):
    """A button of the bar: words, a drawing or both; `opens` adds the sign of a menu."""

    radius = 10

    def __init__(
        self, words: str, parent: QWidget, *, drawing: str = "", name: str = "", opens: bool = False
    ) -> None:
        super().__init__(words, name=name, parent=parent)
        self._drawing, self._opens = drawing, opens
        self._on = False
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_on(self, *, on: bool) -> None:
        """Shows it as the one in use."""
        self._on = on
        self.setAccessibleDescription("in uso" if on else "")
        self.update()

    def sizeHint(self) -> QSize:
        worn = theme()
        metrics = QFontMetrics(worn.font("strong"))
        width = metrics.horizontalAdvance(self.words()) if self.words() else 0
        width += worn.px(20) if self._drawing else 0
        width += 8 if self._drawing and self.words() else 0
        width += 8 + worn.px(16) if self._opens else 0
        return QSize(max(44, width + 20), max(40, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self._on:
            soft, edge = worn.color("primary_soft"), worn.color("primary")
            paint.paper(painter, rect, soft, edge, radius=self.radius, border=2, lip=2)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(worn.color("incavo"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        ink = worn.color("link" if self._on else "ink" if self.isEnabled() else "bordo")
        left, side = rect.left() + 10, worn.px(20)
        if self._drawing:
            if not self.words():
                left = rect.center().x() - side / 2
            painter.drawPixmap(
                round(left), round(rect.center().y() - side / 2), icon(self._drawing, ink, side)
            )
            left += side + 8
        painter.setFont(worn.font("strong"))
        if self._drawing:
            paint.text(
                painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), self.words(), ink
            )
        else:
            paint.text(painter, rect, self.words(), ink, align=Qt.AlignmentFlag.AlignCenter)
        if self._opens:
            small = worn.px(16)
            at = round(rect.right() - 10 - small)
            painter.drawPixmap(at, round(rect.center().y() - small / 2), icon("giu", ink, small))


class _Divider(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(21, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(10, 0, 1, self.height(), theme().color("linea"))
