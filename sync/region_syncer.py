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
        judge = DateJudge(clock, known_ms, memory.load(url).shown_key)
        return open_region_line(url, judge, authority=authority, shown=syncer.show_key)

    syncer = Syncer(school, region_url, clock, open_line=open_line)
    return syncer


def open_region_line(
    url: str, judge: DateJudge, *, authority: str = "", shown: Callable[[bytes], None] = lambda _key: None
) -> HttpLine:
    """The line to a region.

    Args:
        url: `https://host[:port]`; over `http` nothing is checked.
        judge: of the dates of its certificate.
        authority: as in `region_syncer`.
        shown: hears the TLS key, as a hash, that was believed.
    """
    if urlsplit(url).scheme != "https":
        return HttpLine(url)

    def check(certificate: bytes) -> None:
        judge.check(certificate)
        shown(judge.pinned)

    return HttpLine(url, trust=believing(authority), check=check)
