"""The syncer of a region, put together: whom TLS believes, and what the key was that it showed before."""

from collections.abc import Callable
from urllib.parse import urlsplit

from scuola_digitale.clock import Clock
from sync.http_carrier import HttpLine
from sync.line import Line
from sync.memory import MemoryFile
from sync.syncer import MEMORY_NAME, Syncer, SyncingSchool
from sync.tls import DateJudge, believing


def region_syncer(
    school: SyncingSchool,
    region_url: str,
    clock: Clock,
    *,
    known_ms: Callable[[], int],
    authority: str = "",
) -> Syncer:
    """What syncs a laptop's memory with a region.

    Args:
        school: the memory.
        region_url: `https://host[:port]`.
        clock: this laptop's, which may be wrong.
        known_ms: the time of the latest fact known here.
        authority: a file (PEM) with an authority of the school's own; empty for the system's alone.
    """
    memory = MemoryFile(school.folder / MEMORY_NAME)

    def open_line(url: str) -> Line:
        if urlsplit(url).scheme != "https":
            return HttpLine(url)
        judge = DateJudge(clock, known_ms, memory.load(url).shown_key)

        def check(certificate: bytes) -> None:
            judge.check(certificate)
            syncer.show_key(judge.pinned)

        return HttpLine(url, trust=believing(authority), check=check)

    syncer = Syncer(school, region_url, clock, open_line=open_line)
    return syncer
