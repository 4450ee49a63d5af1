"""The card that proposes to close a school year; hidden while there is none to close."""

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.closing_year import ClosingPresenter
from ui.presenters.desk import Desk
from ui.widgets.form import Form
from ui.widgets.notice import Tell


class ClosingCard(Form):
    """One button; looks itself, off the GUI thread, whether it is wanted."""

    def __init__(self, desk: Desk, tell: Tell) -> None:
        self._presenter = ClosingPresenter(desk)
        super().__init__(self._presenter.title, self._presenter.detail)
        self._tell = tell
        self.close_button = self.add_button(self._presenter.button, self._close)
        self.hide()
        self.look()

    def look(self) -> None:
        """Shows itself where there is a year to close."""
        background.run(
            "look for a year to close", self._presenter.is_due, self.setVisible, self._stay_hidden, owner=self
        )

    def _stay_hidden(self, _error: ScuolaError) -> None:
        # What cannot be read now is told where somebody asks for it; nobody asked here.
        self.hide()

    def _close(self) -> None:
        self.do("close year", self._presenter.close, self._closed)

    def _closed(self, words: str) -> None:
        self._tell(words)
        self.look()
