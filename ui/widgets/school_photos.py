"""The school's choice between animals and photos, on the technician's page of people."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui import background
from ui.presenters.photos import SchoolPhotosPresenter
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form
from ui.widgets.notice import Tell
from ui.widgets.text import Text


class SchoolPhotosForm(Form):
    """How it is now, and one button to have it otherwise; another to take all photos away."""

    def __init__(self, presenter: SchoolPhotosPresenter, done: Callable[[str], None], tell: Tell) -> None:
        super().__init__(presenter.title, presenter.detail)
        self._presenter, self._say, self._tell = presenter, done, tell
        self.now = Text("", "strong", wrap=True)
        self.column.insertWidget(self.column.indexOf(self.fields), self.now)
        self.fields.hide()
        self.want, self.unwant = Button(presenter.want), Button(presenter.unwant)
        self.take_all = Button(presenter.take_all, "quiet", icon="cestino")
        self.want.clicked.connect(lambda: self._choose(wanted=True))
        self.unwant.clicked.connect(lambda: self._choose(wanted=False))
        self.take_all.clicked.connect(self._ask)
        self.buttons += [self.want, self.unwant, self.take_all]
        # At large text they do not fit side by side.
        ways = QWidget()
        flow = FlowLayout(ways)
        for button in self.buttons:
            flow.addWidget(button)
        self.column.addWidget(ways)
        self.show_now()

    def show_now(self) -> None:
        """Shows how it is now."""
        presenter = self._presenter
        self.now.setText(presenter.now_words())
        self.want.setVisible(not presenter.wanted)
        self.unwant.setVisible(presenter.wanted)
        self.take_all.setVisible(presenter.how_many() > 0)

    def _choose(self, *, wanted: bool) -> None:
        presenter = self._presenter
        self.do("choose photos", lambda: presenter.choose(wanted=wanted), self._done)

    def _ask(self) -> None:
        presenter = self._presenter
        self._tell(
            presenter.take_all_question(), trouble=True, act=presenter.take_all, action=self.take_all_away
        )

    def take_all_away(self) -> None:
        """Takes every photo away."""
        background.run(
            "take photos away", self._presenter.take_all_away, self._done, self.refused, owner=self
        )

    def _done(self, words: str) -> None:
        self.show_now()
        self._say(words)
