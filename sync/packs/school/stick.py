"""The school's own packs on a stick: sealed pieces in bundles, beside the region's packs and the facts."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from content.disk import disk_told
from sync.packs.bundles import BUNDLE_BYTES, SUFFIX, Packed, bundle_name, bundle_pieces, read_index
from sync.packs.school.store import SealedStore
from sync.packs.sticks import BUNDLES, FOLDER, StickPlace, write_through

_LESSONS: Final = "lezioni"


def lessons_place(stick: Path, school_id: str) -> StickPlace:
    """The school's own packs on a stick; a place that lacks everything where there are none."""
    return StickPlace(stick / FOLDER / _LESSONS / school_id)


def leave_lessons(
    stick: Path, school_id: str, store: SealedStore, wanted: Collection[str], unwanted: Collection[str]
) -> int:
    """Leaves all wanted pieces on a stick and removes those that are known to be needed no more.

    What this laptop has not heard of stays: another one may wait for it.

    Returns:
        Bytes written.

    Raises:
        DiskFullError, DiskRefusedError: the stick is full, or pulled out; what was there stays.
    """
    place = lessons_place(stick, school_id)
    gone = ({*unwanted} | store.let_go_of()) - {*wanted}
    with disk_told(stick):
        kept, old = _looked_through(place, gone)
        size = _leave(place, ((name, store.read(name)) for name in sorted({*wanted} - kept)))
        size += _leave(place, ((name, _piece(one)) for name, one in _carried(old, gone | {*wanted})))
        for file in old:
            file.unlink(missing_ok=True)
    return size


def _looked_through(place: StickPlace, gone: Collection[str]) -> tuple[set[str], list[Path]]:
    """What stands in bundles that may stay, and the bundles that hold something that may not."""
    kept: set[str] = set()
    old = []
    for file in sorted((place.folder / BUNDLES).glob(f"*{SUFFIX}")):
        names = read_index(file).keys()
        if names and names.isdisjoint(gone):
            kept |= names
        else:
            old.append(file)
    return kept, old


def _carried(old: Iterable[Path], but_not: Collection[str]) -> Iterator[tuple[str, Packed]]:
    """What of bundles that go has to be written again, though nobody here knows whose it is."""
    for file in old:
        yield from ((name, one) for name, one in read_index(file).items() if name not in but_not)


def _piece(packed: Packed) -> bytes | None:
    with packed.file.open("rb") as file:
        file.seek(packed.start)
        return file.read(packed.size)


def _leave(place: StickPlace, pieces: Iterable[tuple[str, bytes | None]]) -> int:
    """Writes pieces, as far as they are there and whole, in bundles; gives their bytes."""
    size, batch = 0, list[tuple[str, bytes]]()
    for name, piece in pieces:
        if piece is None or hashlib.sha256(piece).hexdigest() != name:
            continue
        batch.append((name, piece))
        size += len(piece)
        if sum(len(data) for _, data in batch) >= BUNDLE_BYTES:
            _write(place, batch)
            batch = []
    _write(place, batch)
    return size


def _write(place: StickPlace, batch: list[tuple[str, bytes]]) -> None:
    if batch:
        write_through(place.folder / BUNDLES / bundle_name(batch), bundle_pieces(batch))
