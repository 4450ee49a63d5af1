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
from content.packing.opening import OpenedPack
from scuola_digitale.domain.school_packs import is_school_publisher
from scuola_digitale.format.compression import decompress
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.words import Worded, say
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
from sync.packs.difference import Difference, difference_here
from sync.packs.downloading import PART, PATIENCE, Downloader, Tell
from sync.packs.errors import (
    NoPlaceError,
    NotHereError,
    OfferBrokenError,
    StandInError,
    TrustExpiredError,
    UnknownOfferError,
)
from sync.packs.meter import LineMeter
from sync.packs.places import Place
from sync.packs.trust import PackTrust, TrustedState

_log = logging.getLogger(__name__)
_CATALOGUE_NAME: Final = Worded(lambda: say("il catalogo"))
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


class SignedManifest(msgspec.Struct, frozen=True):
    """A manifest that the region signed: as a value, its bytes, and its compressed bytes as a blob."""

    manifest: Manifest
    data: bytes
    blob: Stored
    packed: bytes


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
        patience: pauses after cuts, in seconds.
        unheard: whether signatures known already are enough where no place answers: for carrying packs on.
        kept: where blobs may lie on this very disk, asked before all places; they have no word in what is new.
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
        unheard: bool = False,
        kept: Sequence[Place] = (),
    ) -> None:
        self._library = library
        self._trust = trust
        self._places = tuple(places)
        self._cellar = cellar
        self._meter = meter
        self._school_id = school_id
        self._unheard = unheard
        self._state: TrustedState | None = None
        self._downloader = Downloader((*kept, *places), meter, stop=stop, patience=patience)

    def check(self, *, every_edition: bool = False) -> tuple[Novelty, ...]:
        """What the region offers this school, by title; a few hundred bytes when nothing changed.

        Args:
            every_edition: also those before the newest, which a stick may still hold.

        Raises:
            NoTrustError, TrustExpiredError, TrustBrokenError: nothing can be believed.
            SyncError, ScuolaError: no place can be reached.
        """
        catalogue = self._catalogue(self._refresh())
        installed = {pack.head.pack_id: pack.head.edition for pack in self._library.packs()}
        found = (
            Novelty(pack, offer, installed.get(pack.pack_id))
            for pack in catalogue.packs
            for offer in pack.offers_for(self._school_id)[: None if every_edition else 1]
        )
        return tuple(sorted(found, key=lambda novelty: novelty.pack.title))

    def manifest_sha256(self, novelty: Novelty) -> str:
        """The fingerprint of the blob that holds its signed manifest; empty where no signature is at hand."""
        pack = novelty.pack
        path = target_path(pack.area, pack.pack_id, novelty.offer.edition)
        try:
            target = (self._state or self._refresh()).target(path)
        except NotHereError:
            return ""
        return target.hashes.get("sha256", "") if target else ""

    def refuse_stand_in(self, pack: OpenedPack) -> None:
        """Lets a pack pass that no place brought: built here, or copied by hand.

        A publisher whose packs the region signs is a name that no unsigned pack may bear.

        Raises:
            StandInError: this one does.
        """
        if not self._trust.is_begun:
            return
        try:
            catalogue = self._catalogue(self._refresh())
        except (NoPlaceError, TrustExpiredError, NotHereError):
            return  # nothing is known of the region now, so nothing is taken from it either
        publisher = pack.manifest.pack.publisher
        signed = {offer.sha256 for offered in catalogue.packs for offer in offered.offers}
        publishers = {offered.pack_id.split("/")[0] for offered in catalogue.packs}
        if publisher in publishers and pack.sha256 not in signed:
            raise StandInError(pack.manifest.pack.title, publisher)

    @property
    def heard_the_line(self) -> bool:
        """Whether a place at the other end of a line answered the last time."""
        return self._state is not None and any(not place.is_near for place in self._state.heard)

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring; its manifest comes for that, and nothing else.

        Raises:
            UnknownOfferError: it is not offered to this school.
            OfferBrokenError: what came is not what was signed.
            ScuolaError: as `check`.
        """
        return difference_here(self._library, self.offered(pack_id).manifest)

    def get(self, pack_id: str, tell: Tell | None = None, *, edition: int = 0) -> InstalledPack:
        """Downloads what is missing of a pack, then installs it: wholly or not at all.

        Args:
            pack_id: `PUBLISHER/NAME`.
            tell: hears the progress, from any thread.
            edition: which of those on offer; the newest for this school where none is named.

        Raises:
            GettingStoppedError, OutsideHoursError, BudgetSpentError, SyncError: not now; what came stays.
            DiskFullError, QuotaError: there is no room.
            ScuolaError: as `difference`, and as `Library.install`.
        """
        signed = self.offered(pack_id, edition)
        return self._install(signed, difference_here(self._library, signed.manifest), tell)

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

    def _refresh(self) -> TrustedState:
        self._state = self._trust.refresh(self._places, unheard=self._unheard)
        return self._state

    def _catalogue(self, state: TrustedState) -> Catalogue:
        return self._read_catalogue(self._catalogue_bytes(state))

    def _catalogue_bytes(self, state: TrustedState) -> bytes:
        return self._signed_bytes(state.target(TARGET), _CATALOGUE_NAME(), MAX_CATALOGUE_BYTES, "catalogo")

    def _read_catalogue(self, data: bytes) -> Catalogue:
        try:
            return read_catalogue(data)
        except CatalogueError as error:
            raise OfferBrokenError(_CATALOGUE_NAME(), str(error)) from error

    def offered(self, pack_id: str, edition: int = 0) -> SignedManifest:
        """The signed manifest of an edition on offer; the newest for this school where none is named.

        Raises:
            UnknownOfferError: it is not offered to this school.
            OfferBrokenError: what came is not what was signed.
            ScuolaError: as `check`.
        """
        state = self._refresh()
        pack = self._catalogue(state).pack(pack_id)
        offer = _offer(pack, edition, self._school_id) if pack else None
        if pack is None or offer is None:
            raise UnknownOfferError(pack_id)
        target = state.target(target_path(pack.area, pack_id, offer.edition))
        packed = self._signed_bytes(target, pack.title, MAX_MANIFEST_BYTES, f"manifesti/{pack_id}")
        try:
            data = decompress(packed, MAX_MANIFEST_BYTES)
        except BadSegmentError as error:
            raise OfferBrokenError(pack.title, str(error)) from error
        manifest = read_manifest(data, pack.title)
        head = manifest.pack
        if (head.pack_id, head.area, head.edition) != (pack_id, pack.area, offer.edition):
            raise OfferBrokenError(pack.title, "its manifest is another pack's")
        if is_school_publisher(head.publisher):
            raise OfferBrokenError(pack.title, "it bears the name of a school's own packs")
        return SignedManifest(manifest, data, _blob_of(packed), packed)

    def signed_catalogue(self) -> tuple[Catalogue, bytes]:
        """What is on offer, and its compressed bytes as they were signed. Raises as `check`."""
        state = self._refresh()
        data = self._catalogue_bytes(state)
        return self._read_catalogue(data), data

    def installed_signed(self, pack_id: str) -> SignedManifest:
        """The signed manifest of the installed edition, for whoever carries the pack on.

        Raises:
            UnknownPackError: it is not installed.
            UnknownOfferError: the region offers this edition no more, or never did.
            ScuolaError: as `check`.
        """
        edition = self._library.pack(pack_id).head.edition
        signed = self.offered(pack_id, edition)
        if signed.manifest.sha256 != self._library.pack(pack_id).sha256:
            raise UnknownOfferError(pack_id)
        return signed

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

    def _install(self, signed: SignedManifest, found: Difference, tell: Tell | None) -> InstalledPack:
        manifest = signed.manifest
        folder = self._folder(manifest.pack.pack_id)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST_NAME).write_bytes(signed.data)
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


def _offer(pack: OfferedPack, edition: int, school_id: str) -> Offer | None:
    if not edition:
        return pack.offer_for(school_id)
    return next((offer for offer in pack.offers if offer.edition == edition), None)


def _blob_of(data: bytes) -> Stored:
    return Stored(hashlib.sha256(data).hexdigest(), len(data), "identity")
