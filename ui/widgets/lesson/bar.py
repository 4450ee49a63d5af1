"""The reading bar: how the lesson is read, and what else is done with it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from scuola_digitale.words import Worded, say
from ui.presenters.reading import SPEEDS
from ui.widgets.fonts import READING_FACES
from ui.widgets.lesson.stack import Flow, Padding, Stack
from ui.widgets.lesson.tools import Divider, Tool
from ui.widgets.menu import Menu
from ui.widgets.text import Text
from ui.widgets.theme import Ways, dress, theme
from ui.widgets.tokens import ThemeName

_LEVELS = Worded(lambda: (say("normale"), say("un po’ di più"), say("di più"), say("molto")))
LISTEN = Worded(lambda: say("Ascolta"))
SILENCE = Worded(lambda: say("Ferma"))
LISTEN_NAME = Worded(lambda: say("Ascolta la lezione, o le parole scelte"))
PRINT = Worded(lambda: say("Salva la lezione in un PDF da stampare"))
SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_THEMES: Worded[tuple[tuple[ThemeName, str, str], ...]] = Worded(
    lambda: (
        ("chiaro", "sole", say("Colori chiari")),
        ("scuro", "luna", say("Colori scuri")),
        ("contrasto", "contrasto", say("Contrasto alto")),
    )
)


class ReadingBar(Stack):
    """Tools that change how everything is read; they tell nobody, since every widget hears the new style.

    `outline_asked` and `left` come from the two buttons that stand here in a narrow window.
    `alone_asked` tells whether the lesson is to be shown alone, `print_asked` that it is wanted on paper,
    `listen_asked` that it is to be read aloud, or no more, `toolbox_asked` the calculator and the tables.
    `restyling` and `restyled` are told around a change, so that the page keeps its place.
    """

    outline_asked = Signal()
    left = Signal()
    restyling = Signal()
    restyled = Signal()
    alone_asked = Signal(bool)
    print_asked = Signal()
    toolbox_asked = Signal()
    listen_asked = Signal()

    def __init__(self, back: str, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(16, 8, 16, 8))
        self._alone = False
        self._row = row = Flow(self, gap=4, line_gap=4)
        self._back = Tool("", row, drawing="indietro", name=back)
        self._outline = Tool("", row, drawing="indice", name=say("Indice della lezione"))
        self._smaller = Tool("A−", row, name=say("Testo più piccolo"))
        self._size = Text("100 %", "small-strong", parent=row)
        self._larger = Tool("A+", row, name=say("Testo più grande"))
        self._listen = Tool(LISTEN(), row, drawing="audio", name=LISTEN_NAME())
        self._face = Tool("", row, drawing="carattere", name=say("Carattere"), opens=True)
        self._themes = {name: Tool("", row, drawing=drawing, name=said) for name, drawing, said in _THEMES()}
        self._space = Tool(
            say("Spazio"), row, drawing="spazio", name=say("Spazio tra lettere e righe"), opens=True
        )
        self._ruler = Tool(say("Riga"), row, drawing="righello", name=say("Riga che segue quello che leggi"))
        self._more = Tool(say("Altro"), row, name=say("Altri modi di leggere"), opens=True)
        self._toolbox = Tool("", row, drawing="calcolatrice", name=say("Calcolatrice e tabelle"))
        self._print = Tool("", row, drawing="stampa", name=PRINT())
        self._dividers = [Divider(row) for _ in range(4)]
        groups = (
            (self._back, self._outline, self._smaller, self._size, self._larger, self._dividers[0]),
            (self._listen, self._dividers[1]),
            (self._face, self._space, self._ruler, self._dividers[2]),
            (*self._themes.values(), self._dividers[3]),
            (self._more, self._toolbox, self._print),
        )
        for tool in (tool for group in groups for tool in group):
            row.add(tool)
        self._kept = _Kept(row)
        row.add(self._kept)
        self._kept.hide()
        self.add(row)
        self._connect()
        self.fit(narrow=False, roomy=True, large=False)
        self.refresh()

    def fit(self, *, narrow: bool, roomy: bool, large: bool) -> None:
        """Fits what is shown to the room: the way back and the outline stand here where there is no column for them.

        Words and groups need a roomy bar; large text says by itself how large it is.
        """
        self._back.setVisible(narrow)
        self._outline.setVisible(narrow)
        for divider in self._dividers:
            divider.setVisible(roomy)
        # One line is dear where the window is low: who prints finds it in the menu.
        self._print.setVisible(roomy)
        self._size.setVisible(not large)
        for tool in (self._face, self._space, self._ruler, self._listen):
            tool.show_words(shown=roomy)

    def keep_room(self, size: QSize) -> bool:
        """Keeps room for somebody else's tools after its own; none if empty. Tells whether that is a change."""
        changes = size != self._kept.size_kept
        self._kept.size_kept = size
        self._kept.setVisible(not size.isEmpty())
        return changes

    def lay_row(self) -> None:
        """Places the tools anew, at once."""
        self.relay()
        self._row.lay_now()

    def room_kept(self) -> QRect:
        """Where that room is: at the right end of its line."""
        row, kept = self._row.geometry(), self._kept.geometry()
        return QRect(row.right() + 1 - kept.width(), row.top() + kept.top(), kept.width(), kept.height())

    def show_reading(self, reading: bool) -> None:  # the signal's own signature
        """Shows whether the lesson is being read aloud."""
        self._listen.show_on(on=reading)
        self._listen.redraw(SILENCE() if reading else LISTEN(), "fermo" if reading else "audio")

    def refresh(self) -> None:
        """Shows how the text is read now."""
        worn = theme()
        self._size.setText(f"{round(worn.scale * 100)} %")
        self._smaller.setEnabled(worn.scale > SCALES[0])
        self._larger.setEnabled(worn.scale < SCALES[-1])
        self._face.setText(worn.reading_face.split(maxsplit=1)[0])
        self._face.setAccessibleName(say("Carattere: {reading_face}", reading_face=worn.reading_face))
        for name, tool in self._themes.items():
            tool.show_on(on=name == worn.name)
        self._face.updateGeometry()
        self._space.show_on(on=bool(worn.ways.letters or worn.ways.lines))
        self._ruler.show_on(on=worn.ways.ruler)
        self._more.show_on(on=self._alone or worn.ways.calm or worn.ways.still)

    def step(self, direction: int) -> None:
        """Larger (1) or smaller (-1) text."""
        worn = theme()
        steps = [one for one in SCALES if (one - worn.scale) * direction > 0.001]
        if steps:
            self._wear(worn.name, scale=min(steps) if direction > 0 else max(steps), face=theme().chosen_face)

    def wear(self, name: ThemeName) -> None:
        """Puts another theme on."""
        self._wear(name, scale=theme().scale, face=theme().chosen_face)

    def read_in(self, face: str) -> None:
        """Changes the face for reading."""
        self._wear(theme().name, scale=theme().scale, face=face)

    def read_with(self, **ways: object) -> None:
        """Changes some of the ways of reading, named as in `Ways`."""
        worn = theme()
        changed = replace(worn.ways, **ways)  # type: ignore[arg-type]  # named as the fields
        self._wear(worn.name, scale=worn.scale, face=worn.chosen_face, ways=changed)

    def read_alone(self, *, alone: bool) -> None:
        """Shows the lesson alone, or with all that stands around it."""
        self._alone = alone
        self.alone_asked.emit(alone)
        self.refresh()

    def spaces_menu(self) -> Menu:
        """How far apart letters and lines stand, to choose from."""
        menu = Menu(self)
        for field, title in (("letters", say("Lettere")), ("lines", say("Righe"))):
            if menu.actions():
                menu.addSeparator()
            for level, said in enumerate(_LEVELS()):
                _offer(
                    menu,
                    f"{title}: {said}",
                    on=getattr(theme().ways, field) == level,
                    act=partial(self.read_with, **{field: level}),
                )
        return menu

    def more_menu(self) -> Menu:
        """What is on or off, to choose from."""
        menu, ways = Menu(self), theme().ways
        _offer(
            menu, say("Solo la lezione"), on=self._alone, act=partial(self.read_alone, alone=not self._alone)
        )
        _offer(menu, say("Colori calmi"), on=ways.calm, act=partial(self.read_with, calm=not ways.calm))
        _offer(menu, say("Meno movimento"), on=ways.still, act=partial(self.read_with, still=not ways.still))
        if self._print.isHidden():
            menu.addAction(PRINT()).triggered.connect(self.print_asked)
        menu.addSeparator()
        for percent, said in SPEEDS():
            on, act = ways.speech == percent, partial(self.read_with, speech=percent)
            _offer(menu, say("Voce {speed}", speed=said), on=on, act=act)
        return menu

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
        self._space.clicked.connect(lambda: _drop(self.spaces_menu(), self._space))
        self._more.clicked.connect(lambda: _drop(self.more_menu(), self._more))
        self._ruler.clicked.connect(lambda: self.read_with(ruler=not theme().ways.ruler))
        self._listen.clicked.connect(self.listen_asked)
        self._print.clicked.connect(self.print_asked)
        self._toolbox.clicked.connect(self.toolbox_asked)
        for name, tool in self._themes.items():
            tool.clicked.connect(lambda _checked=False, name=name: self.wear(name))

    def _choose_face(self) -> None:
        menu = Menu(self)
        for face in READING_FACES:
            _offer(menu, face, on=face == theme().reading_face, act=partial(self.read_in, face))
        _drop(menu, self._face)

    def _wear(self, name: ThemeName, *, scale: float, face: str | None, ways: Ways | None = None) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.restyling.emit()
        dress(app, name, scale=scale, reading_face=face, ways=ways)
        self.refresh()
        self.restyled.emit()


class _Kept(QWidget):
    """Empty room among the tools."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.size_kept = QSize()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.size_kept


def _offer(menu: Menu, words: str, *, on: bool, act: Callable[[], None]) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _checked=False: act())


def _drop(menu: Menu, under: QWidget) -> None:
    menu.popup(under.mapToGlobal(QPoint(0, under.height() + 4)))
