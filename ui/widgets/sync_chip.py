"""The chip on every page that tells what is saved and what was sent."""

from ui.presenters.desk import Desk
from ui.presenters.exchange import chip_words
from ui.widgets.chips import Chip


class SyncChip(Chip):
    """One tick: saved here. Two: sent too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._short = False
        self.refresh()

    def set_short(self, *, short: bool) -> None:
        """Says only that it is saved, where the text is large; a screen reader hears the whole."""
        if short != self._short:
            self._short = short
            self.refresh()

    def refresh(self) -> None:
        """Reads again how the exchange stands."""
        state = self._desk.school.exchange_state()
        running = self._desk.sync.is_running()
        told = chip_words(state, running=running, now_ms=self._desk.clock.now_ms())
        self.tell(told.short if self._short else told.words, told.mood, told.icon)
        self.setAccessibleName(told.words)
        self.setToolTip(state.problem or told.words)
