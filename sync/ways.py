"""Every way out of a laptop at once: the hub in the building first, then the region when it can be had."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from sync.allowance import Allowance
from sync.rhythm import asked_to_wait
from sync.syncer import Syncer, SyncReport

REGION_SECONDS: Final = 15.0
"""With a hub at hand the region is not asked more often than this, however busy the class is."""


class Ways:
    """Syncs like a `Syncer`, over whatever there is; one thread at a time, `interrupt` from any.

    Args:
        hubs: where hubs are now, the nearest first.
        open_syncer: makes the syncer of a hub's address.
        region: the region's, None for a school without one.
        allowance: what the region's line may be used for by itself; without limits if none is given.
        stopwatch: seconds that only grow.
    """

    def __init__(
        self,
        hubs: Callable[[], Sequence[str]],
        open_syncer: Callable[[str], Syncer],
        region: Syncer | None,
        *,
        allowance: Allowance | None = None,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hubs = hubs
        self._open_syncer = open_syncer
        self._region = region
        self._allowance = allowance
        self._insisted = False
        self._stopwatch = stopwatch
        self._opened: dict[str, Syncer] = {}
        self._region_from = float("-inf")
        self._stopped = False

    def sync_once(self) -> SyncReport:
        """Syncs with the first hub that answers, and with the region; good if either went well."""
        near = self._with_a_hub()
        far = self._with_the_region(spared=near is not None and near.good)
        reports = [one for one in (near, far) if one is not None]
        if not reports:
            return _nowhere()
        return _together(reports)

    def insist(self) -> None:
        """Somebody pressed the button: the next sync asks the region, whatever was spent and whatever the hour."""
        self._insisted = True

    def interrupt(self) -> None:
        """Ends the sync that goes on, at once; those to come end before they begin."""
        self._stopped = True
        for syncer in self._all():
            syncer.interrupt()

    def close(self) -> None:
        """Lets go of every line."""
        for syncer in self._all():
            syncer.close()

    def _all(self) -> list[Syncer]:
        return [*self._opened.values(), *([self._region] if self._region else [])]

    def _with_a_hub(self) -> SyncReport | None:
        report = None
        for address in self._hubs():
            syncer = self._opened.get(address)
            if syncer is None:
                syncer = self._opened[address] = self._open_syncer(address)
            if self._stopped:
                syncer.interrupt()
            report = syncer.sync_once()
            if report.good:
                break
        return report

    def _with_the_region(self, *, spared: bool) -> SyncReport | None:
        insisted, self._insisted = self._insisted, False
        if self._region is None or not (insisted or self._may_ask(spared=spared)):
            return None
        report = self._region.sync_once()
        if self._allowance is not None:
            self._allowance.count(report.bytes_up + report.bytes_down)
        self._region_from = self._stopwatch() + max(REGION_SECONDS, asked_to_wait(report))
        return report

    def _may_ask(self, *, spared: bool) -> bool:
        if spared and self._stopwatch() < self._region_from:
            return False
        return self._allowance is None or self._allowance.allows()


def _together(reports: Sequence[SyncReport]) -> SyncReport:
    last = reports[-1]
    return SyncReport(
        sent=max(one.sent for one in reports),
        received=sum(one.received for one in reports),
        requests=sum(one.requests for one in reports),
        bytes_up=sum(one.bytes_up for one in reports),
        bytes_down=sum(one.bytes_down for one in reports),
        seconds=sum(one.seconds for one in reports),
        at_ms=last.at_ms,
        problem=None if any(one.good for one in reports) else last.problem,
    )


def _nowhere() -> SyncReport:
    """A school without a region, and no hub about: nothing was to be done."""
    return SyncReport(sent=0, received=0, requests=0, bytes_up=0, bytes_down=0, seconds=0.0, at_ms=0)
