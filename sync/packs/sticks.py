"""Packs on a stick: a folder like the region's shelf, its small blobs in bundles, names and sizes fit for FAT32."""

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Final

import msgspec

from content.disk import disk_told
from content.library.library import Library
from content.library.media import sync_folder
from content.packing.manifest import Manifest, Stored, blob_path
from scuola_digitale.words import Worded, say
from sync.packs.bundles import (
    BUNDLE_BYTES,
    SMALL_BYTES,
    SUFFIX,
    Packed,
    bundle_name,
    bundle_pieces,
    read_index,
)
from sync.packs.errors import NoPacksHereError
from sync.packs.getting import Novelty, PackGetter
from sync.packs.places import METADATA, read_from
from sync.packs.trust import PackTrust

_log = logging.getLogger(__name__)
FOLDER: Final = "scuola-digitale"
BUNDLES: Final = "bundles"
_NAME: Final = Worded(lambda: say("la chiavetta"))


class StickPlace:
    """A place on a stick, or in any folder that holds a copy of one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = _NAME()
        self.is_near = True

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file from `start` on. Raises NotHereError, PlaceUnreadableError."""
        packed = self._bundled.get(Path(path).name) if path.startswith("blobs/") else None
        if packed is None:
            file, first, size = self.folder / path, start, None
        else:
            file, first, size = packed.file, packed.start + start, max(0, packed.size - start)
        with read_from(file, self.name, first, size) as pieces:
            yield pieces

    def has(self, sha256: str) -> bool:
        """Whether a blob is here, by its name."""
        return sha256 in self._bundled or blob_path(self.folder, sha256).is_file()

    @cached_property
    def _bundled(self) -> dict[str, Packed]:
        found: dict[str, Packed] = {}
        for file in sorted((self.folder / BUNDLES).glob(f"*{SUFFIX}")):
            try:
                found |= read_index(file)
            except OSError as error:
                _log.warning("Bundle %s cannot be read: %s", file.name, error)
        return found


def stick_place(folder: Path) -> StickPlace:
    """The packs of a stick, wherever on it they were copied to.

    Raises:
        NoPacksHereError: there are none.
    """
    for candidate in (folder / FOLDER, folder, *_folders_in(folder)):
        if (candidate / METADATA / "timestamp.json").is_file():
            return StickPlace(candidate)
    raise NoPacksHereError(folder, is_pack=(folder / "manifest.json").is_file())


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:
        return []


class Exported(msgspec.Struct, frozen=True):
    """What was written to a stick: the folder, packs, bytes of new blobs, and whether the region was heard before."""

    folder: Path
    packs: tuple[str, ...]
    size: int
    is_fresh: bool


class StickWriter:
    """Writes installed packs to a stick, with the newest metadata that can be had; no signing key is needed.

    Args:
        getter: over the places of the line (tried first, for fresh metadata) and the stick itself.
        library: where the packs are installed.
        trust: the laptop's own.
    """

    def __init__(self, getter: PackGetter, library: Library, trust: PackTrust) -> None:
        self._getter = getter
        self._library = library
        self._trust = trust

    def write(self, pack_ids: Sequence[str], target: Path) -> Exported:
        """Writes these packs into `target/scuola-digitale`; what is there already is not written again.

        Raises:
            UnknownPackError: one is not installed.
            UnknownOfferError: one is not an edition that the region offers, so nobody could check it.
            NoTrustError, TrustExpiredError: there are no good metadata to carry.
            DiskFullError, DiskRefusedError: the stick is full, or pulled out.
        """
        folder = target / FOLDER
        stick = StickPlace(folder)
        signed = [self._getter.installed_signed(pack_id) for pack_id in pack_ids]
        _, catalogue = self._getter.signed_catalogue()
        size = 0
        with disk_told(target):
            for one in signed:
                size += self._write_blobs(one.manifest, stick)
            extra = [(one.blob.sha256, one.packed) for one in signed]
            self._write_small([*extra, (hashlib.sha256(catalogue).hexdigest(), catalogue)], stick)
            self._write_metadata(folder)
        return Exported(folder, tuple(pack_ids), size, is_fresh=self._getter.heard_the_line)

    def _write_blobs(self, manifest: Manifest, stick: StickPlace) -> int:
        blobs = {file.stored.sha256: file.stored for file in manifest.files}
        missing = [blob for blob in blobs.values() if not stick.has(blob.sha256)]
        for blob in missing:
            if blob.size > SMALL_BYTES:
                write_through(blob_path(stick.folder, blob.sha256), self._library.blob(blob))
        for batch in _batches(blob for blob in missing if blob.size <= SMALL_BYTES):
            self._write_small([(blob.sha256, b"".join(self._library.blob(blob))) for blob in batch], stick)
        return sum(blob.size for blob in missing)

    def _write_small(self, blobs: Sequence[tuple[str, bytes]], stick: StickPlace) -> None:
        blobs = [(sha256, data) for sha256, data in blobs if not stick.has(sha256)]
        if blobs:
            write_through(stick.folder / BUNDLES / bundle_name(blobs), bundle_pieces(blobs))

    def _write_metadata(self, folder: Path) -> None:
        """The timestamp last: before it nothing of the new state counts."""
        files = dict(self._trust.metadata_files())
        for name in sorted(files, key=lambda name: name == "timestamp.json"):
            file = folder / METADATA / name
            if not file.exists() or file.read_bytes() != files[name]:
                write_through(file, [files[name]])


def importable(getter: PackGetter, stick: StickPlace) -> tuple[Novelty, ...]:
    """The packs of a stick that are new here, each in the newest edition that stands there whole.

    Raises:
        NoTrustError, TrustExpiredError, TrustBrokenError: nothing of it can be believed.
    """
    found = [
        novelty
        for novelty in getter.check(every_edition=True)
        if novelty.is_new and stick.has(getter.manifest_sha256(novelty))
    ]
    newest: dict[str, Novelty] = {}
    for novelty in sorted(found, key=lambda each: each.offer.edition):
        newest[novelty.pack.pack_id] = novelty
    return tuple(newest.values())


def _batches(blobs: Iterable[Stored]) -> Iterator[list[Stored]]:
    batch: list[Stored] = []
    size = 0
    for blob in blobs:
        batch.append(blob)
        size += blob.size
        if size >= BUNDLE_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def write_through(file: Path, pieces: Iterable[bytes]) -> None:
    """Aside, waited for, renamed: a stick pulled out leaves no half file under a good name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name[:32]}.nuovo")
    try:
        with aside.open("wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(file.parent)
