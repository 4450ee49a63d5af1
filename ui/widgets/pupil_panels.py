"""What opens under a pupil's row: their figures, their class card, a word to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scuola_digitale.domain.facts import Fact
from scuola_digitale.words import say
from ui.presenters.figures import FIGURES, HOW_MANY, card_code
from ui.presenters.pupils import PupilRow, PupilsPresenter
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.faces import Face
from ui.widgets.flow import FlowLayout
from ui.widgets.picture_lock import FigureButton
from ui.widgets.pictures import picture
from ui.widgets.pupil_panel import PupilPanel, Record, Row
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.writing import WritingSheet

_SLOT = 44


class PupilLine(QWidget):
    """A pupil's row with its acts; `opening` is told before a panel opens, `done` what was done in one."""

    opening = Signal()
    done = Signal(str)

    def __init__(self, row: PupilRow, presenter: PupilsPresenter, record: Record) -> None:
        super().__init__()
        self.pupil = row.pupil
        self.presenter, self.record = presenter, record
        self.panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Face(row.pupil.avatar, 48, row.pupil.photo), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(
            Text(
                say("{name}, classe {label}", name=row.pupil.name, label=row.pupil.grade.label),
                "name",
                wrap=True,
            )
        )
        told = " ".join(part for part in (row.enters, row.last_word) if part)
        words.addWidget(Text(told, "small", "ink2", wrap=True))
        line.addLayout(words, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addLayout(line, 1)
        self._column.addLayout(self._line)
        self._acts = QWidget()
        flow = FlowLayout(self._acts)
        self.buttons: dict[str, Button] = {}
        for kind, label, icon in presenter.acts():
            button = Button(label, size="small", icon=icon, name=f"{label}: {row.pupil.name}")
            button.clicked.connect(lambda _=False, one=kind: self.open_panel(one))
            self.buttons[kind] = button
            flow.addWidget(button)
        self._line.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """The acts beside the name, or under it."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        across = sum(button.sizeHint().width() + 8 for button in self.buttons.values())
        self._acts.setMinimumWidth(0 if narrow else across)

    def open_panel(self, kind: str) -> None:
        """Opens what one does for this pupil: `figures`, `card`, `word`, `sheet` and the ways on from there."""
        from ui.widgets.pupil_sheet import PANELS  # late: most days nobody opens one

        self.opening.emit()
        self.close_panel()
        makers: dict[str, Callable[[Row], PupilPanel]] = {
            "figures": FiguresPanel,
            "card": CardPanel,
            "word": WordPanel,
            **PANELS,
        }
        panel = makers[kind](self)
        self.panel = panel
        self._column.addWidget(panel)
        panel.begin()

    def tell_done(self, sentence: str) -> None:
        """Tells what was done in the panel, and closes it."""
        self.close_panel()
        self.done.emit(sentence)

    def close_panel(self) -> None:
        """Closes it; what was not saved is forgotten."""
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None


class ChosenFigures(QWidget):
    """The figures chosen so far, in order, and an outline for each that is still to choose."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_figures(())

    def show_figures(self, figures: Sequence[str]) -> None:
        """Shows other figures, by their keys."""
        self._figures = tuple(figures)
        words = ", ".join(FIGURES()[figure] for figure in figures)
        self.setAccessibleName(words or say("Nessuna figura, per ora"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(HOW_MANY * _SLOT + (HOW_MANY - 1) * 8, _SLOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        for place in range(HOW_MANY):
            slot = QRectF(place * (_SLOT + 8), 0, _SLOT, _SLOT)
            if place >= len(self._figures):
                paint.dashed(painter, slot, worn.color("bordo"), radius=10)
                continue
            painter.setBrush(Qt.GlobalColor.white if worn.name != "chiaro" else worn.color("incavo"))
            painter.drawRoundedRect(slot, 10, 10)
            drawn = picture(f"figura-{self._figures[place]}", _SLOT - 12)
            painter.drawPixmap(round(slot.left()) + 6, 6, drawn)


class FiguresPanel(PupilPanel):
    """Nine figures of which three are chosen, in order."""

    def fill(self) -> None:
        self.chosen: list[str] = []
        self.column.addWidget(Text(self.presenter.figures_ask, "ui", wrap=True))
        self._shown = ChosenFigures()
        self.column.addWidget(self._shown)
        holder = QWidget()
        holder.setMaximumWidth(240)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.figures = [FigureButton(name, words) for name, words in FIGURES().items()]
        for place, button in enumerate(self.figures):
            button.set_narrow(narrow=True)
            button.clicked.connect(lambda _=False, name=button.figure: self._choose(name))
            grid.addWidget(button, place // 3, place % 3)
        self.column.addWidget(holder)
        self.save = Button(self.presenter.save, "primary", size="small")
        self.save.clicked.connect(lambda: self._keep(self.chosen))
        self.none = Button(self.presenter.no_figures, size="small")
        self.none.clicked.connect(lambda: self._keep(()))
        anew = Button(self.presenter.clear, "quiet", size="small")
        anew.clicked.connect(self._clear)
        self.add_buttons(self.save, self.none, anew)
        self._show()

    def begin(self) -> None:
        self.figures[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, figure: str) -> None:
        if len(self.chosen) < HOW_MANY:
            self.chosen.append(figure)
        self._show()

    def _clear(self) -> None:
        self.chosen.clear()
        self._show()

    def _show(self) -> None:
        self._shown.show_figures(self.chosen)
        self.save.setEnabled(len(self.chosen) == HOW_MANY)

    def _keep(self, figures: Sequence[str]) -> None:
        sentence = self.presenter.kept.format(self.pupil.name)
        self.record(self.presenter.figures_facts(self.pupil, figures), sentence)


class CardPanel(PupilPanel):
    """The word of the class card and its code."""

    def fill(self) -> None:
        self.column.addWidget(Text(self.presenter.card_ask, "ui", wrap=True))
        if self.pupil.card:
            line = QHBoxLayout()
            line.setSpacing(20)
            line.addWidget(CodeView(self.pupil.card))
            line.addWidget(Text(self.pupil.card, "heading"), 1)
            self.column.addLayout(line)
        self.new = Button(self.presenter.new_card, "primary", size="small", icon="qr")
        self.new.clicked.connect(lambda: self._keep(self.presenter.new_card_facts(self.pupil)))
        buttons = [self.new]
        if self.pupil.card:
            self.none = Button(self.presenter.no_card, size="small")
            self.none.clicked.connect(lambda: self._keep(self.presenter.no_card_facts(self.pupil)))
            buttons.append(self.none)
        self.add_buttons(*buttons)

    def begin(self) -> None:
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, facts: Sequence[Fact]) -> None:
        self.record(facts, self.presenter.kept.format(self.pupil.name))


class WordPanel(PupilPanel):
    """A sheet for a word."""

    def fill(self) -> None:
        label = self.presenter.word_ask.format(self.pupil.name)
        shown = Text(label, "ui", wrap=True)
        self.words = WritingSheet(label, lines=3)
        shown.setBuddy(self.words.paper)
        self.words.submitted.connect(self._send)
        self.column.addWidget(shown)
        self.column.addWidget(self.words)
        self.send = Button(self.presenter.send, "primary", size="small", icon="messaggio")
        self.send.clicked.connect(self._send)
        self.add_buttons(self.send)

    def begin(self) -> None:
        self.words.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsent(self) -> bool:
        """Whether words stand here that were not sent."""
        return bool(self.words.text().strip())

    def _send(self) -> None:
        facts = self.presenter.word_facts(self.pupil, self.words.text())
        if facts:
            self.record(facts, self.presenter.sent.format(self.pupil.name))
        else:
            self.begin()


class CodeView(QWidget):
    """The QR code of a card, black on white whatever the theme: a camera is to read it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, word: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(QByteArray(card_code(word)), self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Codice della tessera {word}", word=word))

    def sizeHint(self) -> QSize:
        return QSize(150, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        self._renderer.render(painter, QRectF(self.rect()).adjusted(6, 6, -6, -6))
