"""The region's shelf: a plain folder of signed metadata and blobs that any web server, mirror or stick can hold."""

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from content.disk import disk_told
from content.library.errors import SchoolNameError
from content.library.lock import try_lock
from content.packing.manifest import blob_path
from content.packing.opening import OpenedPack, open_pack, unpacked
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.school_packs import is_school_publisher
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.format.compression import compress
from sync.packs.catalogue import (
    ALL,
    TARGET,
    Catalogue,
    CatalogueError,
    Offer,
    OfferedPack,
    read_catalogue,
    target_path,
)
from sync.packs.signatures import NaclSigner
from sync.region.shelf.errors import (
    EditionTakenError,
    KeyRetiredError,
    OtherAreaError,
    ShelfBusyError,
    ShelfDamagedError,
    ShelfThereError,
)
from sync.region.shelf.keys import (
    AREA_KEYS,
    PUBLISHING_KEY,
    ROOT_KEYS,
    ROOT_THRESHOLD,
    KeyFolder,
    make_online_key,
    read_online_key,
)
from sync.region.shelf.signed_files import CAN_WAIT_FOR_ALL, SignedFiles, write_durably

_log = logging.getLogger(__name__)
_DAY_MS: Final = 86_400_000
_LOCK_SECONDS: Final = 10.0


class PackShelf:
    """The shelf in `folder`; its online key and its lock lie beside the folder, which is open to all.

    Everything that changes it raises ShelfMissingError where nothing was begun, ShelfBusyError while somebody
    else changes it, DiskFullError or DiskRefusedError where the disk does not take it.
    """

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder = folder
        self.files = SignedFiles(folder, clock or SystemClock())
        self._clock = clock or SystemClock()
        self.online_key_file = folder.with_name(f"{folder.name}.chiave")

    def begin(self, keys: KeyFolder) -> None:
        """Makes every key and signs an empty shelf.

        Raises:
            ShelfThereError: there is one already.
        """
        if self.files.exist():
            raise ShelfThereError(self.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.changing():
            signers = {name: keys.make(name) for name in (*ROOT_KEYS, PUBLISHING_KEY, *AREA_KEYS.values())}
            online = make_online_key(self.online_key_file)
            root = Root(consistent_snapshot=True)
            for name in ROOT_KEYS:
                root.add_key(signers[name].public_key, Root.type)
            root.roles[Root.type].threshold = ROOT_THRESHOLD
            root.add_key(signers[PUBLISHING_KEY].public_key, Targets.type)
            root.add_key(online.public_key, Snapshot.type)
            root.add_key(online.public_key, Timestamp.type)
            self.files.save(Root.type, root, [signers[name] for name in ROOT_KEYS])
            areas = {area: signers[name].public_key for area, name in AREA_KEYS.items()}
            targets = Targets(delegations=_delegations(areas, online.public_key))
            self.files.save(Targets.type, targets, [signers[PUBLISHING_KEY]])
            for area, name in AREA_KEYS.items():
                self.files.save(area, Targets(), [signers[name]])
            self.files.save(TARGET, self._catalogue_targets(Catalogue(), Targets()), [online])
            meta = {f"{role}.json": MetaFile(1) for role in self.files.roles()}
            self.files.save(Snapshot.type, Snapshot(meta=meta), [online])
            self.files.save(Timestamp.type, Timestamp(snapshot_meta=MetaFile(1)), [online])

    def publish(
        self, pack_folder: Path, keys: KeyFolder, *, percent: int = ALL, schools: Iterable[str] = ()
    ) -> OfferedPack:
        """Puts a built pack on the shelf, every byte of it checked; the same again changes nothing.

        Args:
            pack_folder: a built pack.
            keys: where the key of its area is.
            percent: to how many schools in a hundred; the edition before stays there for the others.
            schools: marks (`catalogue.school_mark`) of schools that get it in any case.

        Raises:
            NotAPackError, PackDamagedError, PackTooNewError, PackUnreadableError: it is no good.
            SchoolNameError: it bears the name of a school's own packs.
            EditionTakenError, OtherAreaError: it does not go with what is published.
            KeyMissingError, KeyRetiredError, WrongPasswordError: it cannot be signed.
        """
        pack = open_pack(pack_folder)
        head = pack.manifest.pack
        if is_school_publisher(head.publisher):
            raise SchoolNameError(head.title)
        with self.changing():
            catalogue = self.catalogue()
            published = catalogue.pack(head.pack_id)
            if published is not None and self._is_published(published, pack):
                return published
            signer = keys.open(AREA_KEYS[head.area])
            self._check_key(head.area, signer.public_key.keyid)
            self._copy_blobs(pack)
            offer = _offer(pack, percent, tuple(schools))
            kept = _still_needed(published)
            self._sign_targets(pack, kept, signer)
            offered = OfferedPack(
                pack_id=head.pack_id,
                area=head.area,
                title=head.title,
                description=head.description,
                offers=(offer, *kept),
            )
            self.put_in_catalogue(offered)
        return offered

    def catalogue(self) -> Catalogue:
        """What is on offer.

        Raises:
            ShelfDamagedError: its file is missing or no catalogue.
        """
        target = self.files.targets(TARGET).targets[TARGET]
        try:
            return read_catalogue(blob_path(self.folder, target.hashes["sha256"]).read_bytes())
        except (OSError, CatalogueError) as error:
            raise ShelfDamagedError(f"catalogue: {error}") from error

    def put_in_catalogue(self, pack: OfferedPack) -> None:
        """Changes what is on offer, and signs that it counts; needs the online key alone. Inside `changing`."""
        online = read_online_key(self.online_key_file)
        targets = self._catalogue_targets(self.catalogue().with_pack(pack), self.files.targets(TARGET))
        targets.version += 1
        self.files.save(TARGET, targets, [online])
        self.files.sign_state(online)

    def renew(self, *, force: bool = False) -> bool:
        """Signs, once a day, that nothing is newer than what is there; gives whether it was due."""
        with self.changing():
            signed_at = (self.files.folder / "timestamp.json").stat().st_mtime * 1000
            if not force and self._clock.now_ms() - signed_at < _DAY_MS:
                return False
            online = read_online_key(self.online_key_file)
            targets = self.files.targets(TARGET)
            if self.files.nears_expiry(targets):
                targets.version += 1
                self.files.save(TARGET, targets, [online])
            self.files.sign_state(online)
        return True

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Holds the shelf for one change. Raises ShelfBusyError when another holds it too long."""
        with try_lock(self.folder.with_name(f"{self.folder.name}.lock"), _LOCK_SECONDS) as held:
            if not held:
                raise ShelfBusyError
            with disk_told(self.folder):
                yield

    def _is_published(self, published: OfferedPack, pack: OpenedPack) -> bool:
        head = pack.manifest.pack
        if published.area != head.area:
            raise OtherAreaError(head.pack_id, published.area)
        newest = max(published.offers, key=lambda offer: offer.edition)
        if any(offer.sha256 == pack.sha256 for offer in published.offers):
            return True
        if newest.edition >= head.edition:
            raise EditionTakenError(head.title, head.edition, newest.edition)
        return False

    def _check_key(self, area: Area, keyid: str) -> None:
        delegations = self.files.targets().delegations
        role = (delegations.roles or {}).get(area) if delegations else None
        if role is None or keyid not in role.keyids:
            raise KeyRetiredError(AREA_KEYS[area])

    def _copy_blobs(self, pack: OpenedPack) -> None:
        for file in pack.manifest.files:
            if file.stored.encoding == "zstd":
                unpacked(pack.stored_bytes(file), file, pack.manifest.pack.title)
            self._put(
                file.stored.sha256, pack.stored_pieces(file), file.stored.size, wait=not CAN_WAIT_FOR_ALL
            )
        if CAN_WAIT_FOR_ALL:
            os.sync()  # ten thousand blobs at once, before any signature names them

    def _sign_targets(self, pack: OpenedPack, kept: tuple[Offer, ...], signer: NaclSigner) -> None:
        head = pack.manifest.pack
        targets = self.files.targets(head.area)
        mine = target_path(head.area, head.pack_id, 0).removesuffix("0")
        still = {target_path(head.area, head.pack_id, offer.edition) for offer in kept}
        for path in [path for path in targets.targets if path.startswith(mine) and path not in still]:
            del targets.targets[path]
        path = target_path(head.area, head.pack_id, head.edition)
        targets.targets[path] = self._put_target(path, compress(pack.manifest_bytes))
        targets.version += 1
        self.files.save(head.area, targets, [signer])

    def _catalogue_targets(self, catalogue: Catalogue, targets: Targets) -> Targets:
        targets.targets = {TARGET: self._put_target(TARGET, catalogue.to_bytes())}
        return targets

    def _put_target(self, path: str, data: bytes) -> TargetFile:
        sha256 = hashlib.sha256(data).hexdigest()
        self._put(sha256, [data], len(data))
        return TargetFile(len(data), {"sha256": sha256}, path)

    def _put(self, sha256: str, pieces: Iterable[bytes], size: int, *, wait: bool = True) -> None:
        blob = blob_path(self.folder, sha256)
        if not blob.exists() or blob.stat().st_size != size:
            write_durably(blob, pieces, wait=wait)


def _delegations(areas: Mapping[Area, Key], online: Key) -> Delegations:
    """Who may sign what: an area's key the packs of its area, the online key the catalogue."""
    roles = {
        area: DelegatedRole(area, [key.keyid], 1, True, [f"{area}/*/*/*"]) for area, key in areas.items()
    }
    roles[TARGET] = DelegatedRole(TARGET, [online.keyid], 1, True, [TARGET])  # type: ignore[index]
    return Delegations({key.keyid: key for key in (*areas.values(), online)}, roles)  # type: ignore[arg-type]


def _offer(pack: OpenedPack, percent: int, schools: tuple[str, ...]) -> Offer:
    manifest = pack.manifest
    return Offer(
        edition=manifest.pack.edition,
        sha256=pack.sha256,
        size=sum({file.stored.sha256: file.stored.size for file in manifest.files}.values()),
        lessons=len(manifest.lessons),
        files=len(manifest.files),
        percent=percent,
        schools=schools,
    )


def _still_needed(published: OfferedPack | None) -> tuple[Offer, ...]:
    """The newest edition that is for all: it stays for schools whose turn has not come, and on sticks on their way."""
    for_all = [each for each in published.offers if each.percent == ALL] if published else []
    return (max(for_all, key=lambda each: each.edition),) if for_all else ()
