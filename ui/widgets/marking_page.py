"""Da leggere: open answers in front of the teacher, to mark with a word."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.school import Author
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.open_answers import MARKED, ReadingPresenter, ToRead, mark_fact
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.faces import Face
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.recording import saver
from ui.widgets.text import Text
from ui.widgets.writing import WritingSheet

_Key = tuple[bytes, str, int]


class MarkingPage(Page):
    """What waits first, the oldest on top; what was read lately under it."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        super().__init__(desk, ReadingPresenter.title, ReadingPresenter.detail)
        self._author, self._tell = author, tell
        self._drafts: dict[_Key, str] = {}
        self._reads_on = False
        self.cards: list[AnswerCard] = []
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        desk = self.desk
        background.run("read open answers", lambda: ReadingPresenter(desk), self._show, owner=self)

    def unsent(self) -> bool:
        """Whether words stand here that nobody got yet."""
        return any(card.isEnabled() and card.comment.text().strip() for card in self.cards)

    def _show(self, presenter: ReadingPresenter) -> None:
        if not self.is_new((presenter.waiting, presenter.read)):
            return
        # What the teacher is writing stays while answers arrive.
        self._drafts = {_key(card.told): card.comment.text() for card in self.cards}
        clear(self.body)
        self.cards = []
        if not presenter.waiting:
            self.body.addWidget(Empty(presenter.nothing, presenter.nothing_detail))
        else:
            self.body.addWidget(Text(presenter.count(), "section", wrap=True))
            self.body.addSpacing(10)
        for told in presenter.waiting:
            self._add(told)
        if presenter.read:
            self.body.addSpacing(14)
            self.body.addWidget(Text(presenter.read_title, "section", wrap=True))
            self.body.addSpacing(8)
        for told in presenter.read:
            self.body.addWidget(_read_card(told))
            self.body.addSpacing(12)
        if self._reads_on and self.cards:
            # One answer read, the next one is at hand.
            self.cards[0].comment.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reads_on = False

    def _add(self, told: ToRead) -> None:
        card = AnswerCard(told, first=not self.cards)
        card.comment.set_text(self._drafts.get(_key(told), ""))
        card.marked.connect(lambda word, one=card: self._mark(one, word))
        self.cards.append(card)
        self.body.addWidget(card)
        self.body.addSpacing(14)

    def _mark(self, card: "AnswerCard", word: str) -> None:
        comment = card.comment.text().strip()
        if word == "quasi" and not comment:
            card.ask_for_words()
            return
        card.setEnabled(False)
        name = card.told.pupil.name

        def saved() -> None:
            self._tell(say("{name} trova qui la tua parola.", name=name))
            self._reads_on = True
            self.refresh()

        fact = mark_fact(card.told.answer, word, comment)
        saver(self.desk.school, self._author)(
            [fact], saved=saved, failed=lambda problem: _give_back(card, problem)
        )


def _give_back(card: "AnswerCard", problem: Exception) -> None:
    card.setEnabled(True)
    background.show_trouble(problem)


def _key(told: ToRead) -> _Key:
    return told.answer.person, told.answer.exercise_ref, told.answer.at_ms


class AnswerCard(Card):
    """One answer, with the teacher's sheet. `marked` tells `fatto` or `quasi`."""

    marked = Signal(str)

    def __init__(self, told: ToRead, *, first: bool) -> None:
        super().__init__()
        self.told = told
        self.column.setSpacing(8)
        self.column.addLayout(_head(told))
        if told.question:
            self.column.addWidget(Text(told.question, "name", wrap=True))
        self.column.addWidget(_Written(told.answer.text))
        if told.look_for:
            looked = f"{ReadingPresenter.look_for_title} {told.look_for}"
            self.column.addWidget(Text(looked, "small", "ink2", wrap=True))
        label = ReadingPresenter.comment_label.format(told.pupil.name)
        self.comment = WritingSheet(label, lines=2)
        shown = Text(label, "label", "ink2")
        shown.setBuddy(self.comment.paper)
        self.column.addWidget(shown)
        self.column.addWidget(self.comment)
        self._error = Text("", "small-strong", "warning", wrap=True)
        self._error.hide()
        self.column.addWidget(self._error)
        self.done = Button(ReadingPresenter.done, "primary" if first else "secondary", icon="fatto")
        self.done.setAccessibleName(f"{ReadingPresenter.done}: {told.pupil.name}")
        self.again = Button(ReadingPresenter.again, icon="riprova")
        self.again.setAccessibleName(f"{ReadingPresenter.again}: {told.pupil.name}")
        self.done.clicked.connect(lambda: self.marked.emit("fatto"))
        self.again.clicked.connect(lambda: self.marked.emit("quasi"))
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(self.done)
        flow.addWidget(self.again)
        self.column.addWidget(acts)

    def ask_for_words(self) -> None:
        """Says that a word is needed, beside the sheet."""
        self._error.setText(ReadingPresenter.needs_comment)
        self._error.show()
        self.comment.paper.setAccessibleDescription(ReadingPresenter.needs_comment)
        self.comment.paper.setFocus(Qt.FocusReason.OtherFocusReason)


class _Written(Card):
    """The pupil's own words, as on a sheet."""

    def __init__(self, text: str) -> None:
        super().__init__(ground="carta", padding=14, radius=12)
        self.column.addWidget(Text(text, "reading", wrap=True))


def _head(told: ToRead) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(Face(told.pupil.avatar, 52, told.pupil.photo), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(
        Text(
            say("{name}, classe {label}", name=told.pupil.name, label=told.pupil.grade.label),
            "card",
            wrap=True,
        )
    )
    words.addWidget(Text(f"{told.lesson_title} · {told.when}", "small", "ink2", wrap=True))
    line.addLayout(words, 1)
    return line


def _read_card(told: ToRead) -> Card:
    card = Card(padding=16)
    card.column.setSpacing(6)
    card.column.addLayout(_head(told))
    card.column.addWidget(Text(told.answer.text, "reading", "ink2", wrap=True))
    mark = told.answer.mark
    if mark is not None:
        done = mark.score == 100
        chip = Chip(
            MARKED()["fatto" if done else "quasi"], "ok" if done else "warn", "fatto" if done else "riprova"
        )
        card.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if mark.comment:
            card.column.addWidget(Text(mark.comment, "said", wrap=True))
    return card
