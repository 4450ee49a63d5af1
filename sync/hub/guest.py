"""A laptop as a guest of the hubs around it: where they are, how to reach them, and what to do when one has news."""

import logging
from collections.abc import Callable
from functools import partial

from scuola_digitale.clock import Clock
from scuola_digitale.storage.school_store import School
from sync.http_carrier import HttpLine
from sync.hub.finding import HubFinder
from sync.hub.gate import hub_key
from sync.hub.line import open_hub_line
from sync.hub.watching import HubWatch
from sync.syncer import Syncer

_log = logging.getLogger(__name__)


def hub_syncer(school: School, address: str, clock: Clock) -> Syncer:
    """What syncs a laptop's memory with a hub."""
    return Syncer(school, address, clock, open_line=partial(_open_line, school, clock))


def _open_line(school: School, clock: Clock, address: str) -> HttpLine:
    return open_hub_line(address, partial(hub_key, school.replica, clock))


class HubGuest:
    """Finds the hubs of the school and listens to them, until it is closed.

    Args:
        school: this laptop's memory.
        clock: this laptop's.
        typed: a hub's address that somebody typed; empty for none.
        listen: whether to look for hubs on the network.
        heard: called, in some thread, when a hub has news.
    """

    def __init__(
        self, school: School, clock: Clock, *, typed: str, listen: bool, heard: Callable[[], None]
    ) -> None:
        self._school = school
        self._clock = clock
        self._typed = (typed,) if typed else ()
        self._finder = self._listening() if listen else None
        self._watch = HubWatch(
            self.addresses, partial(_open_line, school, clock), school.school_id.hex(), heard
        )
        self._watch.start()

    def addresses(self) -> tuple[str, ...]:
        """Where hubs are now, the typed one first."""
        found = self._finder.addresses() if self._finder is not None else ()
        return (*self._typed, *(one for one in found if one not in self._typed))

    def syncer(self, address: str) -> Syncer:
        """What syncs with a hub."""
        return hub_syncer(self._school, address, self._clock)

    def close(self) -> None:
        """Listens no longer."""
        self._watch.stop()
        if self._finder is not None:
            self._finder.close()

    def _listening(self) -> HubFinder | None:
        try:
            return HubFinder(self._school.school_id.hex(), but_not=self._school.identity.device)
        except OSError as error:  # no network at all, or one that knows no multicast
            _log.info("nobody can be found on this network: %r", error)
            return None
