"""The school's own packs on one laptop: what is offered comes, what was withdrawn goes, what is sealed travels on."""

import hashlib
import logging
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol

import msgspec

from content.disk import disk_told
from content.library.library import Library
from content.library.records import InstalledPack
from content.packing.manifest import MANIFEST_NAME, Stored, blob_path
from scuola_digitale.domain.school_packs import OfferedPack, PackOffer, school_publisher
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.sealing import sealed_piece
from sync.packs.difference import Difference, difference_here
from sync.packs.downloading import Downloader, Tell
from sync.packs.errors import GettingStoppedError
from sync.packs.school.deposit import Deposit
from sync.packs.school.errors import NoSuchOfferError, SchoolPackBrokenError
from sync.packs.school.sealed_pack import SealedIndex, cut, open_index, opened_piece
from sync.packs.school.store import SealedStore

_log = logging.getLogger(__name__)

SMALL_BYTES: Final = 5_000_000
"""Up to here a pack comes by itself: five minutes of a line of 128 kbit/s. A larger one waits until somebody asks."""


class OfferingSchool(Protocol):
    """What this needs of a school's memory; `School` in storage is one."""

    @property
    def school_id(self) -> bytes:
        """The school's 16-byte id."""
        ...

    @property
    def school_keys(self) -> tuple[bytes, ...]:
        """Its sealing keys that this laptop holds, the one in use first."""
        ...

    def packs(self) -> tuple[OfferedPack, ...]:
        """The packs that teachers offer now."""
        ...


class SchoolPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack of the school as this laptop has it: `installed` is the edition that is here, None for none."""

    pack_id: str
    key: str
    author: bytes
    offer: PackOffer
    installed: int | None
    is_here: bool

    @property
    def comes_by_itself(self) -> bool:
        """Whether nobody has to ask for it: it is small, or an edition of one that is here."""
        return self.installed is not None or self.offer.size <= SMALL_BYTES


class Cared(msgspec.Struct, frozen=True):
    """What looking after the school's packs did: titles that came, pack ids that went, and why some have to wait."""

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    troubles: tuple[ScuolaError, ...] = ()


class SchoolPackKeeper:
    """The school's packs on one laptop.

    Args:
        school: its memory.
        library: where packs are installed.
        store: where the sealed pieces lie.
        cellar: a folder for what is put together.
        downloader: brings pieces from the places there are now.
    """

    def __init__(
        self,
        school: OfferingSchool,
        library: Library,
        store: SealedStore,
        cellar: Path,
        downloader: Downloader,
    ) -> None:
        self._school = school
        self._library = library
        self._store = store
        self._cellar = cellar
        self._downloader = downloader

    @property
    def publisher(self) -> str:
        """Under whose name the school's packs stand."""
        return school_publisher(self._school.school_id.hex())

    def packs(self) -> tuple[SchoolPack, ...]:
        """What is offered, as far as its words can be read here."""
        installed = {pack.head.pack_id: pack for pack in self._library.packs()}
        found = []
        for pack in self._school.packs():
            if pack.offer is None:
                continue
            pack_id = f"{self.publisher}/{pack.offer.name}"
            here = installed.get(pack_id)
            found.append(
                SchoolPack(
                    pack_id=pack_id,
                    key=pack.key,
                    author=pack.author,
                    offer=pack.offer,
                    installed=here.head.edition if here else None,
                    is_here=here is not None and here.sha256 == pack.offer.manifest,
                )
            )
        return tuple(found)

    def care(self) -> Cared:
        """Gets what comes by itself, removes what was withdrawn; what cannot be done now is told and tried again.

        Raises:
            GettingStoppedError: whoever asked for it stopped it.
        """
        went = self._remove_withdrawn()
        came, troubles = [], []
        for pack in self.packs():
            if pack.is_here or not pack.comes_by_itself:
                continue
            try:
                came.append(self.get(pack.pack_id).head.title)
            except GettingStoppedError:
                raise
            except ScuolaError as error:
                _log.info(
                    "A pack of the school has to wait: %s", getattr(error, "reason", type(error).__name__)
                )
                troubles.append(error)
        return Cared(tuple(came), went, tuple(troubles))

    def get(self, pack_id: str, tell: Tell | None = None) -> InstalledPack:
        """Brings what is missing of a pack, opens it and installs it: wholly or not at all.

        Raises:
            NoSuchOfferError: nobody offers it.
            SchoolKeyMissingError, SchoolPackBrokenError: it cannot be opened here, or is not what was offered.
            GettingStoppedError, OutsideHoursError, BudgetSpentError, SyncError: not now; what came stays.
            NotHereError: nobody has it yet.
            ScuolaError: as `Library.install`.
        """
        pack = self._pack(pack_id)
        index = self._index(pack)
        found = difference_here(self._library, index.manifest)
        self._library.check_room(index.manifest)
        wanted = [piece for blob in found.blobs for piece in index.pieces[blob.sha256]]
        self._fetch(wanted, pack.offer.title, tell)
        installed = self._install(pack.offer.title, index, found.blobs)
        self._seal_again(index)
        return installed

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring; its index comes for that, and nothing else. Raises as `get`."""
        return difference_here(self._library, self._index(self._pack(pack_id)).manifest)

    def wanted_and_not(self) -> tuple[list[str], list[str]]:
        """The pieces here that offered packs are made of, and those that none is made of any more."""
        wanted: set[str] = set()
        for pack in self.packs():
            sealed = self._store.read(pack.offer.index)
            if sealed is not None:
                wanted |= {pack.offer.index, *self._open(sealed, pack).all_pieces()}
        here = self._store.names()
        unreadable = any(pack.offer is None for pack in self._school.packs())
        return sorted(here & wanted), [] if unreadable else sorted(self._store.unneeded(wanted))

    def _pack(self, pack_id: str) -> SchoolPack:
        for pack in self.packs():
            if pack.pack_id == pack_id:
                return pack
        raise NoSuchOfferError(pack_id.rpartition("/")[2])

    def _index(self, pack: SchoolPack) -> SealedIndex:
        offer = pack.offer
        if not self._store.has(offer.index):
            self._fetch([Stored(offer.index, offer.index_size, "identity")], offer.title)
        sealed = self._store.read(offer.index)
        if sealed is None:
            raise SchoolPackBrokenError(offer.title, "its index was spoiled on the disk")
        return self._open(sealed, pack)

    def _open(self, sealed: bytes, pack: SchoolPack) -> SealedIndex:
        index = open_index(sealed, pack.offer, pack.pack_id, self._school.school_keys)
        self._store.note_wanted({pack.offer.index, *index.all_pieces()})
        return index

    def _fetch(self, pieces: Iterable[Stored], title: str, tell: Tell | None = None) -> None:
        missing = [piece for piece in pieces if not self._store.has(piece.sha256)]
        if missing:
            self._downloader.fetch(missing, self._store.folder, title, tell)

    def _install(self, title: str, index: SealedIndex, blobs: Sequence[Stored]) -> InstalledPack:
        with disk_told(self._cellar):
            self._cellar.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="aperto-", dir=self._cellar) as room:
                folder = Path(room)
                (folder / MANIFEST_NAME).write_bytes(index.data)
                for blob in blobs:
                    file = blob_path(folder, blob.sha256)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    with file.open("wb") as out:
                        out.writelines(self._opened(title, blob, index.pieces[blob.sha256]))
                return self._library.install(folder, as_school=self.publisher)

    def _opened(self, title: str, blob: Stored, pieces: Iterable[Stored]) -> Iterator[bytes]:
        """A stored file from its sealed pieces; never more of it than its manifest says."""
        left = blob.size
        for piece in pieces:
            sealed = self._store.read(piece.sha256)
            if sealed is None:
                raise SchoolPackBrokenError(title, f"{piece.sha256}: spoiled on the disk")
            plain = opened_piece(sealed, self._school.school_keys, title)
            left -= len(plain)
            if left < 0:
                raise SchoolPackBrokenError(title, f"{blob.sha256}: too long")
            yield plain

    def _seal_again(self, index: SealedIndex) -> None:
        """Makes the pieces of what was here before anew, so that this laptop can carry the whole pack on."""
        for sha256, pieces in index.pieces.items():
            if all(self._store.has(piece.sha256) for piece in pieces):
                continue
            stored = self._library.held(sha256)
            blob = self._library.blob(stored) if stored else iter(())
            for plain, piece in zip(cut(blob), pieces, strict=False):
                for key in self._school.school_keys:
                    sealed = sealed_piece(key, plain)
                    if hashlib.sha256(sealed).hexdigest() == piece.sha256:
                        self._store.put(piece.sha256, sealed)
                        break

    def _remove_withdrawn(self) -> tuple[str, ...]:
        offered = self._school.packs()
        if any(pack.offer is None for pack in offered):
            return ()  # one of those that cannot be read yet may be it
        names = {f"{self.publisher}/{pack.offer.name}" for pack in offered if pack.offer}
        gone = [
            pack.head.pack_id
            for pack in self._library.packs()
            if pack.head.publisher == self.publisher and pack.head.pack_id not in names
        ]
        for pack_id in gone:
            self._library.remove(pack_id)
        return tuple(gone)


class Debt(msgspec.Struct, frozen=True):
    """What the other side has yet to be told: pieces it should have, pieces it may let go, and a mark of all that."""

    wanted: list[str]
    unwanted: list[str]
    mark: str


def debt_to(keeper: SchoolPackKeeper, memory: Path, *, is_last: bool = True) -> Debt | None:
    """What has to be said to somebody who keeps pieces; None where nothing changed since.

    Args:
        keeper: whose packs.
        memory: a small file that says what they were told last; it may be lost.
        is_last: whether they are told what no pack needs any more, so that it is dropped here too; who is near keeps
            house itself.
    """
    wanted, unwanted = keeper.wanted_and_not()
    mark = hashlib.sha256("".join(wanted).encode()).hexdigest()
    told = memory.read_text() if memory.exists() else ""
    unwanted = unwanted if is_last else []
    return Debt(wanted, unwanted, mark) if unwanted or told != mark else None


def entrust(debt: Debt, store: SealedStore, deposit: Deposit, memory: Path) -> int:
    """Pays a debt; gives how many pieces were brought.

    Raises:
        SchoolSpaceFullError, NoDepositError, SyncError: as `Deposit.bring`.
    """
    brought = deposit.bring(debt.wanted, debt.unwanted, store)
    store.let_go(debt.unwanted)
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(debt.mark)
    return brought
