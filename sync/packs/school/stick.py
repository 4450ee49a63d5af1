"""The school's own packs on a stick: sealed pieces in bundles, beside the region's packs and the facts."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from content.disk import disk_told
from sync.packs.bundles import BUNDLE_BYTES, SUFFIX, bundle_name, bundle_pieces, read_index
from sync.packs.school.store import SealedStore
from sync.packs.sticks import BUNDLES, FOLDER, StickPlace, write_through

_LESSONS: Final = "lezioni"


def lessons_place(stick: Path, school_id: str) -> StickPlace:
    """The school's own packs on a stick; a place that lacks everything where there are none."""
    return StickPlace(stick / FOLDER / _LESSONS / school_id)


def leave_lessons(stick: Path, school_id: str, store: SealedStore, wanted: Collection[str]) -> int:
    """Leaves all wanted pieces on a stick and removes those that no offered pack needs; gives bytes written.

    Raises:
        DiskFullError, DiskRefusedError: the stick is full, or pulled out; what was there stays.
    """
    place = lessons_place(stick, school_id)
    with disk_told(stick):
        kept, old = _looked_through(place, wanted)
        size, batch = 0, list[tuple[str, bytes]]()
        for name in sorted(set(wanted) - kept):
            piece = store.read(name)
            if piece is not None:
                batch.append((name, piece))
                size += len(piece)
            if sum(len(data) for _, data in batch) >= BUNDLE_BYTES:
                _write(place, batch)
                batch = []
        _write(place, batch)
        for file in old:
            file.unlink(missing_ok=True)
    return size


def _looked_through(place: StickPlace, wanted: Collection[str]) -> tuple[set[str], list[Path]]:
    """The wanted pieces in bundles that hold nothing else, and the bundles that do."""
    kept: set[str] = set()
    old = []
    for file in sorted((place.folder / BUNDLES).glob(f"*{SUFFIX}")):
        names = read_index(file).keys()
        if names and names <= set(wanted):
            kept |= names
        else:
            old.append(file)
    return kept, old


def _write(place: StickPlace, batch: list[tuple[str, bytes]]) -> None:
    if batch:
        write_through(
            place.folder / BUNDLES / bundle_name([(name, b"") for name, _ in batch]), bundle_pieces(batch)
        )
