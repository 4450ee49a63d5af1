"""Proposes to close a school year that is over, and says what came of it."""

from scuola_digitale.domain.school_terms import last_year
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import size_words


class ClosingPresenter:
    """The year that ended last; there is nothing to see once it is closed."""

    detail = Worded(
        lambda: say(
            "Quello che i bambini hanno fatto resta tutto e si vede come prima, ma su questo portatile occupa meno posto."
            " Prima ne faccio una copia. Bastano pochi secondi, e intanto si può lavorare."
        )
    )
    button = Worded(lambda: say("Chiudi l’anno"))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._year, self._until_ms = last_year(desk.clock.now_ms())

    @property
    def title(self) -> str:
        """Which year is over."""
        return say("L’anno {year} è finito", year=self._year)

    # What follows takes its time, so it runs off the GUI thread.

    def is_due(self) -> bool:
        """Whether something of a finished year is not packed yet."""
        return self._desk.open_care is not None and self._desk.care.closable(self._until_ms) > 0

    def close(self) -> str:
        """Closes the year; gives what to say. May raise a ScuolaError."""
        closed = self._desk.care.close_year(self._until_ms)
        freed = closed.bytes_before - closed.bytes_after
        if freed <= 0:
            return say("L’anno {year} è chiuso.", year=self._year)
        return say(
            "L’anno {year} è chiuso: {size} di spazio in più.", year=self._year, size=size_words(freed)
        )
