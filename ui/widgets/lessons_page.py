"""Le mie lezioni: a teacher offers a folder of lessons to the school, and takes it back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.offering import LessonCheck
from ui.presenters.own_lessons import OwnLessonsPresenter, OwnRow, ProblemRow
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, IconTile
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.thing_row import ThingRow
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS


class LessonsPage(Page):
    """The lessons that teachers of this school wrote."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        self.presenter = OwnLessonsPresenter(desk, author)
        super().__init__(desk, self.presenter.title, self.presenter.detail)
        self._tell = tell
        self._rows: list[ThingRow] = []
        self.button = Button(self.presenter.choose, "primary", icon="penna")
        self.button.clicked.connect(partial(self._choose, self.presenter.choose_folder, self.look_at))
        self.example_button = Button(self.presenter.example, size="small", icon="libro")
        self.example_button.clicked.connect(
            partial(self._choose, self.presenter.choose_empty, self.write_example)
        )
        self.head.right.addWidget(self.example_button)
        self.head.right.addWidget(self.button)
        self._problems = QVBoxLayout()
        self._list = QVBoxLayout()
        self.body.addLayout(self._problems)
        self.body.addWidget(Text(self.presenter.offered_title, "section"))
        self.body.addSpacing(8)
        self.body.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        background.run("own lessons", self.presenter.rows, self._show, owner=self)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def look_at(self, folder: Path) -> None:
        """Checks a folder, and asks whether to offer it or says what to mend."""
        self._busy(self.presenter.offering)
        background.run(
            "check lessons",
            partial(self.presenter.check, folder),
            lambda check: self._checked(folder, check),
            self._failed,
            owner=self,
        )

    def offer(self, folder: Path) -> None:
        """Offers a folder to the school."""
        self._busy(self.presenter.offering)
        self._do("offer lessons", partial(self.presenter.offer, folder))

    def write_example(self, folder: Path) -> None:
        """Writes an example into an empty folder."""
        self._do("begin lessons", partial(self.presenter.begin, folder))

    def ask_withdraw(self, row: OwnRow) -> None:
        """Asks before lessons are taken back."""
        presenter = self.presenter
        self._tell(
            presenter.withdraw_question(row),
            act=presenter.withdraw_act,
            action=partial(self._do, "withdraw lessons", partial(presenter.withdraw, row)),
        )

    def _checked(self, folder: Path, check: LessonCheck) -> None:
        self._ready()
        presenter = self.presenter
        self._show_problems(presenter.problem_rows(check.problems))
        if check.is_good:
            title, words = presenter.question(check)
            self._tell(title, words, act=presenter.offer_act, action=partial(self.offer, folder))
        else:
            self._tell(presenter.refusal(check), trouble=True)

    def _show_problems(self, problems: tuple[ProblemRow, ...]) -> None:
        clear(self._problems)
        if not problems:
            return
        self._problems.addWidget(Text(self.presenter.problems_title, "section"))
        rows = RowList()
        for one in problems:
            row = ThingRow(
                IconTile("aiuto" if one.blocking else "libro"),
                one.message,
                f"{one.remedy} · {one.where}",
                None,
            )
            row.set_narrow(narrow=self.narrow)
            rows.add(row)
        self._problems.addWidget(_card(rows))
        self._problems.addSpacing(20)

    def _show(self, packs: tuple[OwnRow, ...]) -> None:
        if not self.is_new((packs,)):
            return
        clear(self._list)
        self._rows = []
        if not packs:
            self._list.addWidget(Empty(self.presenter.nothing, self.presenter.nothing_detail))
            return
        rows = RowList()
        for pack in packs:
            row = self._row(pack)
            row.set_narrow(narrow=self.narrow)
            self._rows.append(row)
            rows.add(row)
        self._list.addWidget(_card(rows))

    def _row(self, pack: OwnRow) -> ThingRow:
        token = AREA_TOKENS[pack.area]
        withdraw = (self.presenter.withdraw_act, "cestino", partial(self.ask_withdraw, pack))
        return ThingRow(
            IconTile(AREA_ICONS[pack.area], token, f"{token}_soft"),
            pack.title,
            pack.detail,
            pack.chip,
            [withdraw] if pack.may_withdraw else [],
        )

    def _choose(self, words: str, act: Callable[[Path], None]) -> None:
        folder = QFileDialog.getExistingDirectory(self, words)
        if folder:
            act(Path(folder))

    def _do(self, name: str, work: Callable[[], str]) -> None:
        background.run(name, work, self._done, self._failed, owner=self)

    def _done(self, words: str) -> None:
        self._ready()
        self._show_problems(())
        self._tell(words)
        self.refresh()

    def _failed(self, error: ScuolaError) -> None:
        self._ready()
        self._tell(error.message, error.remedy, trouble=True)

    def _busy(self, words: str) -> None:
        self.button.setEnabled(False)
        self.button.setText(words)

    def _ready(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(self.presenter.choose)


def _card(rows: RowList) -> Card:
    card = Card(padding=16)
    card.column.setContentsMargins(16, 4, 16, 7)
    card.column.addWidget(rows)
    return card
