"""The stick: segments in files, for laptops that meet only through somebody's pocket.

`STICK/scuola-digitale/fatti/SCHOOL/HASH.sd` holds `sd1f` and then segments as frames. Each visit reads every file of the school, and leaves one new file with all that the stick then holds: written aside,
on the disk, renamed, and only then are the old ones removed. So a stick may be pulled out at any moment, and what
was erased in the school does not stay on the stick after its next visit. Scopes that the laptop does not keep are
carried on too, without the facts that were erased: the segment is cut anew, and its signed head still holds.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from scuola_digitale.format.chain import Stream
from scuola_digitale.format.errors import BadSegmentError, UnknownDeviceError
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.segment import Place, cut_segment, place_of, read_segment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.replica import Replica
from scuola_digitale.words import say
from sync.errors import BadMessageError, SyncError
from sync.protocol import FrameReader, framed

FACTS: Final = Path("scuola-digitale") / "fatti"
MAGIC: Final = b"sd1f"
SUFFIX: Final = ".sd"
ASIDE: Final = ".nuovo"
FILE_CAP: Final = 64 << 20
"""The longest file that is read, bytes: some four million facts."""

FILES_CAP: Final = 256
_AT_ONCE_BYTES: Final = 1 << 20
_EVERYTHING: Final = 1 << 40


class StickGoneError(SyncError):
    """The folder of the stick is not there, or went away in the middle."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("La chiavetta «{folder}» non c’è, o è stata tolta a metà.", folder=folder),
            remedy=say("Rimettila e riprova: sulla chiavetta e qui non si è perso nulla."),
        )


class StickFullError(SyncError):
    """There is no room on the stick."""

    def __init__(self) -> None:
        super().__init__(
            say("Sulla chiavetta non c’è più posto."),
            remedy=say("Libera qualche megabyte e riprova: quello che c’era sopra è rimasto."),
        )


class StickLockedError(SyncError):
    """The stick cannot be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("Sulla chiavetta «{folder}» non si può scrivere.", folder=folder),
            remedy=say("Guarda se ha una levetta di blocco, oppure usane un’altra."),
        )


class StickReport(msgspec.Struct, frozen=True):
    """What a visit did.

    Attributes:
        written: facts of this laptop's scopes that the stick had not.
        received: facts that were new here.
        left_out: segments that could not be taken, damaged files counted as one each.
    """

    written: int
    received: int
    left_out: int


def visit(
    stick: Path,
    school_id: str,
    replica: Replica,
    *,
    device_key: Callable[[bytes], bytes | None],
    gone: Callable[[], Gone] = Gone,
) -> StickReport:
    """Takes in what a stick brings, and leaves on it what it lacks.

    Args:
        stick: the folder that the system shows the stick as.
        school_id: the school's pseudonym, 32 hexadecimal characters.
        replica: this laptop's.
        device_key: the signing key of a device of the school, or None: what another site's device did not sign is
            damaged, and not carried on.
        gone: of what nothing but hashes may be kept, asked once all was taken in: such facts of other sites are cut
            out of what is carried on. Nothing, if none is given.

    Raises:
        StickGoneError, StickFullError, StickLockedError: the stick failed; what was there stays, and what was
            already taken in from it too.
        DiskFullError: there is no room here; the stick is as it was.
    """
    with _told(stick):
        if not stick.is_dir():
            raise StickGoneError(stick)
        folder = stick / FACTS / school_id
        found = _Found(folder)
    received, refused = _take(replica, found.segments)
    replica.sign_heads()
    scopes = replica.scopes()
    mine = replica.segments_after(PeerVector({}), scopes, _EVERYTHING)
    places = [place_of(segment) for segment in mine]
    # Only what other sites' devices signed is carried on. What is damaged may be about somebody who was erased, and
    # nobody could ever redact it: whoever wrote it still has it, since a stick acknowledges nothing.
    forgotten = gone()
    others = [data for place, data in found.segments if place.stream.scope not in scopes]
    # Once each: two files may hold a piece before and after somebody was erased.
    carried = dict.fromkeys(kept for data in others if (kept := _fit_to_carry(data, device_key, forgotten)))
    with _told(stick):
        folder.mkdir(parents=True, exist_ok=True)
        _leave(folder, [*mine, *carried], found.paths)
    return StickReport(_new_to(found, places), received, refused + found.damaged)


class _Found:
    """What a stick holds of a school, each segment once, in an order in which it can be taken in."""

    def __init__(self, folder: Path) -> None:
        self.paths = sorted(folder.glob(f"*{SUFFIX}"))[:FILES_CAP] if folder.is_dir() else []
        self.damaged = 0
        unique: dict[bytes, Place] = {}
        for path in self.paths:
            for data in self._segments(path):
                try:
                    unique.setdefault(data, place_of(data))
                except BadSegmentError:
                    self.damaged += 1
        # The school's certificates first, then each stream in its order, whichever file it came in.
        self.segments = sorted(
            ((place, data) for data, place in unique.items()),
            key=lambda one: (one[0].stream.scope != "scuola", one[0]),
        )

    def _segments(self, path: Path) -> Iterator[bytes]:
        """The segments of a file, up to where it is damaged."""
        if path.stat().st_size > FILE_CAP:
            self.damaged += 1
            return
        data = path.read_bytes()
        reader = FrameReader(body_cap=FILE_CAP)
        try:
            if data[: len(MAGIC)] == MAGIC:
                yield from reader.feed(data[len(MAGIC) :])
        except BadMessageError:
            self.damaged += 1
            return
        self.damaged += not reader.empty or data[: len(MAGIC)] != MAGIC


def _take(replica: Replica, segments: Sequence[tuple[Place, bytes]]) -> tuple[int, int]:
    """Commits a megabyte at a time; gives facts that are new, and segments left out."""
    scopes = replica.scopes()
    wanted = [data for place, data in segments if place.stream.scope in scopes]
    received = refused = 0
    for some in _batches(wanted):
        taken = replica.take(some, scopes)
        received += taken.accepted
        refused += len(taken.refused)
    return received, refused


def _fit_to_carry(data: bytes, device_key: Callable[[bytes], bytes | None], gone: Gone) -> bytes | None:
    """A segment without the facts that are gone, of which their hashes stay; None for a damaged one."""
    try:
        segment = read_segment(data, device_key=device_key)
    except (BadSegmentError, UnknownDeviceError):
        return None
    if not any(map(gone.covers, segment.rows)):
        return data
    return cut_segment(segment.stream, gone.without(segment.rows), segment.previous_chain, segment.head)


def _batches(segments: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    some, size = list[bytes](), 0
    for segment in segments:
        some.append(segment)
        size += len(segment)
        if size >= _AT_ONCE_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def _new_to(found: _Found, places: Sequence[Place]) -> int:
    """How many of our facts the stick did not hold."""
    held: dict[Stream, int] = {}
    for place, _ in found.segments:
        held[place.stream] = max(held.get(place.stream, 0), place.last_seq)
    return sum(max(0, one.last_seq - max(one.first_seq - 1, held.get(one.stream, 0))) for one in places)


def _leave(folder: Path, segments: Sequence[bytes], old: Sequence[Path]) -> None:
    """Leaves one file in place of the old ones; at every moment one or the other is there whole."""
    content = MAGIC + b"".join(map(framed, segments))
    name = hashlib.blake2b(content, digest_size=16).hexdigest()
    kept = folder / f"{name}{SUFFIX}"
    if kept not in old:
        _write_through(kept, content)
    for path in [*old, *folder.glob(f"*{ASIDE}")]:
        if path != kept:
            path.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    aside = path.with_suffix(ASIDE)
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    if hasattr(os, "O_DIRECTORY"):  # Windows writes its folders through by itself
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _told(stick: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StickFullError from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise StickLockedError(stick) from error
        raise StickGoneError(stick) from error
