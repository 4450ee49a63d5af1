"""Gets packs: what is new, how much of it is missing, download, check, install, mend; over any places."""

import hashlib
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

import msgspec
from tuf.api.metadata import TargetFile

from content.disk import DiskFullError
from content.library.errors import UnknownPackError
from content.library.installing import free_bytes
from content.library.library import Library
from content.library.records import InstalledPack
from content.packing.errors import PackDamagedError
from content.packing.manifest import (
    MANIFEST_NAME,
    MAX_MANIFEST_BYTES,
    Manifest,
    Stored,
    blob_path,
    read_manifest,
)
from scuola_digitale.format.compression import decompress
from scuola_digitale.format.errors import BadSegmentError
from sync.packs.catalogue import (
    MAX_CATALOGUE_BYTES,
    TARGET,
    Catalogue,
    CatalogueError,
    Offer,
    OfferedPack,
    read_catalogue,
    target_path,
)
from sync.packs.difference import Difference, difference
from sync.packs.downloading import PART, PATIENCE, Downloader, Tell
from sync.packs.errors import OfferBrokenError, UnknownOfferError
from sync.packs.meter import LineMeter
from sync.packs.places import Place
from sync.packs.trust import PackTrust, TrustedState

_log = logging.getLogger(__name__)
_CATALOGUE_NAME: Final = "il catalogo"
_RESERVE_BYTES: Final = 64 << 20


class Novelty(msgspec.Struct, frozen=True):
    """A pack on offer to this school; `installed` is the edition that is here, None for none."""

    pack: OfferedPack
    offer: Offer
    installed: int | None

    @property
    def is_new(self) -> bool:
        """Whether there is something to get: a pack that is not here, or a later edition."""
        return self.installed is None or self.installed < self.offer.edition


class PackGetter:
    """Gets packs for one laptop.

    Args:
        library: where they are installed.
        trust: whom it believes.
        places: where packs may be had, in the order in which they are asked (hub first, then the region).
        cellar: a folder for what is half downloaded.
        meter: counts and limits what the line carries.
        school_id: the school's pseudonym, for editions that go to some schools first; empty for none.
        stop: when set, whatever goes on ends.
    """

    def __init__(
        self,
        library: Library,
        trust: PackTrust,
        places: Sequence[Place],
        cellar: Path,
        meter: LineMeter,
        *,
        school_id: str = "",
        stop: Event | None = None,
        patience: Sequence[float] = PATIENCE,
    ) -> None:
        self._library = library
        self._trust = trust
        self._places = tuple(places)
        self._cellar = cellar
        self._meter = meter
        self._school_id = school_id
        self._downloader = Downloader(places, meter, stop=stop, patience=patience)

    def check(self) -> tuple[Novelty, ...]:
        """What the region offers this school, by title; a few hundred bytes when nothing changed.

        Raises:
            NoTrustError, TrustExpiredError, TrustBrokenError: nothing can be believed.
            SyncError, ScuolaError: no place can be reached.
        """
        return self._novelties(self._catalogue(self._trust.refresh(self._places)))

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring; its manifest comes for that, and nothing else.

        Raises:
            UnknownOfferError: it is not offered to this school.
            OfferBrokenError: what came is not what was signed.
            ScuolaError: as `check`.
        """
        return self._difference(self._offered_manifest(pack_id))

    def get(self, pack_id: str, tell: Tell | None = None) -> InstalledPack:
        """Downloads what is missing of a pack, then installs it: wholly or not at all.

        Raises:
            GettingStoppedError, OutsideHoursError, BudgetSpentError, SyncError: not now; what came stays.
            DiskFullError, QuotaError: there is no room.
            ScuolaError: as `difference`, and as `Library.install`.
        """
        manifest = self._offered_manifest(pack_id)
        return self._install(manifest, self._difference(manifest), tell)

    def repair(self, pack_id: str, tell: Tell | None = None) -> int:
        """Fetches the broken blobs of an installed pack, and only those; gives how many files they mend.

        Whole bytes are whole whoever brings them: the manifest that is installed says which they are.

        Raises:
            UnknownPackError: it is not installed.
            NotHereError: no place has this edition any more; a newer one mends it too.
            ScuolaError: as `get`.
        """
        broken = self._library.broken_files(pack_id)
        if broken:
            folder = self._folder(pack_id)
            title = self._library.pack(pack_id).head.title
            self._downloader.fetch((file.stored for file in broken), folder, title, tell)
            self._library.repair(pack_id, folder, broken)
            shutil.rmtree(folder, ignore_errors=True)
        return len(broken)

    def _novelties(self, catalogue: Catalogue) -> tuple[Novelty, ...]:
        installed = {pack.head.pack_id: pack.head.edition for pack in self._library.packs()}
        found = (
            Novelty(pack, offer, installed.get(pack.pack_id))
            for pack in catalogue.packs
            if (offer := pack.offer_for(self._school_id)) is not None
        )
        return tuple(sorted(found, key=lambda novelty: novelty.pack.title))

    def _catalogue(self, state: TrustedState) -> Catalogue:
        data = self._signed_bytes(state.target(TARGET), _CATALOGUE_NAME, MAX_CATALOGUE_BYTES, "catalogo")
        try:
            return read_catalogue(data)
        except CatalogueError as error:
            raise OfferBrokenError(_CATALOGUE_NAME, str(error)) from error

    def _offered_manifest(self, pack_id: str) -> Manifest:
        state = self._trust.refresh(self._places)
        pack = self._catalogue(state).pack(pack_id)
        offer = pack.offer_for(self._school_id) if pack else None
        if pack is None or offer is None:
            raise UnknownOfferError(pack_id)
        target = state.target(target_path(pack.area, pack_id, offer.edition))
        packed = self._signed_bytes(target, pack.title, MAX_MANIFEST_BYTES, "manifesto")
        try:
            data = decompress(packed, MAX_MANIFEST_BYTES)
        except BadSegmentError as error:
            raise OfferBrokenError(pack.title, str(error)) from error
        manifest = read_manifest(data, pack.title)
        head = manifest.pack
        if (head.pack_id, head.area, head.edition) != (pack_id, pack.area, offer.edition):
            raise OfferBrokenError(pack.title, "its manifest is another pack's")
        folder = self._folder(pack_id)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST_NAME).write_bytes(data)
        return manifest

    def _signed_bytes(self, target: TargetFile | None, title: str, most: int, kept: str) -> bytes:
        """The bytes of a signed target, kept until they change."""
        sha256 = target.hashes.get("sha256", "") if target else ""
        if target is None or not sha256 or target.length > most:
            raise OfferBrokenError(title, "not signed, or of no reasonable size")
        blob = Stored(sha256, target.length, "identity")
        folder = self._cellar / kept
        file = blob_path(folder, sha256)
        if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
            for old in folder.glob("blobs/??/*"):
                if old.name != f"{sha256}{PART}":  # half of it may have come before a cut
                    old.unlink()
            self._downloader.fetch([blob], folder, title)
        return file.read_bytes()

    def _difference(self, manifest: Manifest) -> Difference:
        try:
            installed = self._library.manifest(manifest.pack.pack_id)
        except UnknownPackError:
            installed = None
        return difference(manifest, installed, self._library.holds)

    def _install(self, manifest: Manifest, found: Difference, tell: Tell | None) -> InstalledPack:
        folder = self._folder(manifest.pack.pack_id)
        self._library.check_room(manifest)
        self._check_disk(found, folder)
        self._downloader.fetch(found.blobs, folder, manifest.pack.title, tell)
        try:
            pack = self._library.install(folder, may_link=True)
        except PackDamagedError:
            # A power cut may have spoiled a blob that had its name already: all are looked at again.
            self._drop_spoiled(found, folder)
            self._downloader.fetch(found.blobs, folder, manifest.pack.title, tell)
            pack = self._library.install(folder, may_link=True)
        shutil.rmtree(folder, ignore_errors=True)
        return pack

    def _drop_spoiled(self, found: Difference, folder: Path) -> None:
        for blob in found.blobs:
            file = blob_path(folder, blob.sha256)
            with file.open("rb") as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != blob.sha256:
                    _log.warning("Downloaded blob %s was spoiled on the disk", blob.sha256)
                    file.unlink()

    def _check_disk(self, found: Difference, folder: Path) -> None:
        here = sum(file.stat().st_size for file in folder.glob("blobs/??/*"))
        needed = max(0, found.size - here) + _RESERVE_BYTES
        if free_bytes(folder) < needed:
            raise DiskFullError(needed)

    def _folder(self, pack_id: str) -> Path:
        return self._cellar / pack_id.replace("/", "-")
