"""Listening at a hub, so that what a pupil does stands on the teacher's board within a second or two."""

import logging
from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Final

from scuola_digitale.errors import ScuolaError
from sync.http_carrier import HttpLine

_log = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 10.0


class HubWatch:
    """A thread that waits for news at the first hub there is, and tells.

    Args:
        hubs: where hubs are now.
        open_line: the line to one; see `hub.line.open_hub_line`.
        school_id: the school's pseudonym.
        heard: called when a hub holds something else than before.
    """

    def __init__(
        self,
        hubs: Callable[[], Sequence[str]],
        open_line: Callable[[str], HttpLine],
        school_id: str,
        heard: Callable[[], None],
    ) -> None:
        self._hubs = hubs
        self._open_line = open_line
        self._path = f"/schools/{school_id}/news"
        self._heard = heard
        self._stopping = Event()
        self._line: HttpLine | None = None
        self._thread = Thread(target=self._run, name="hub watch", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends at once."""
        self._stopping.set()
        if self._line is not None:
            self._line.interrupt()
        if self._thread.is_alive():
            self._thread.join(5.0)

    def _run(self) -> None:
        while not self._stopping.is_set():
            # One is enough; a hub that is gone, or of another site, makes way for the next.
            any(self._listen(address) for address in self._hubs())
            self._stopping.wait(AGAIN_SECONDS)

    def _listen(self, address: str) -> bool:
        """Listens at a hub until it falls silent; whether it ever said anything."""
        state = ""
        try:
            self._line = self._open_line(address)
            while not self._stopping.is_set():
                now = self._line.look(f"{self._path}?since={state}").get("d", "")
                if now != state:
                    state = now
                    self._heard()
        except ScuolaError as error:
            _log.info("no news from %s: %r", address, error)
        finally:
            line, self._line = self._line, None
            if line is not None:
                line.close()
        return bool(state) or self._stopping.is_set()
