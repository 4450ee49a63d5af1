"""The signed metadata of the shelf, as files: each role's versions, the newest counting."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from content.library.media import sync_folder
from scuola_digitale.clock import Clock
from sync.packs.places import METADATA
from sync.packs.signatures import NaclSigner
from sync.region.shelf.errors import ShelfDamagedError, ShelfMissingError

ROOT_DAYS: Final = 4 * 365
OTHER_DAYS: Final = 13 * 30
"""A laptop that is off from one June to the next September may still install from what it has."""

_COMPACT = JSONSerializer(compact=True)


class SignedFiles:
    """The folder `metadata` of a shelf."""

    def __init__(self, shelf: Path, clock: Clock) -> None:
        self.folder = shelf / METADATA
        self._shelf = shelf
        self._clock = clock

    def exist(self) -> bool:
        """Whether the shelf was ever begun."""
        return (self.folder / "timestamp.json").exists()

    def root(self) -> Root:
        """The newest root."""
        found: Root = self._newest(Root.type)
        return found

    def targets(self, role: str = Targets.type) -> Targets:
        """The newest targets of a role."""
        found: Targets = self._newest(role)
        return found

    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        found: Snapshot = self._newest(Snapshot.type)
        return found

    def timestamp(self) -> Timestamp:
        """The timestamp."""
        found: Timestamp = _read(self.folder / "timestamp.json", self._shelf)
        return found

    def roles(self) -> tuple[str, ...]:
        """The targets role and all to whom it delegates."""
        delegations = self.targets().delegations
        return (Targets.type, *(delegations.roles or {} if delegations else {}))

    def save(self, role: str, signed: Signed, signers: Iterable[NaclSigner]) -> None:
        """Signs a role afresh, good from today on, and writes it as a file that stays for good.

        The caller has raised its version. A reader sees nothing of it before the timestamp names it.
        """
        signed.expires = self._expiry(ROOT_DAYS if role == Root.type else OTHER_DAYS)
        metadata: Metadata[Any] = Metadata(signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        name = f"{role}.json" if role == Timestamp.type else f"{signed.version}.{role}.json"
        write_durably(self.folder / name, [metadata.to_bytes(_COMPACT)])

    def sign_state(self, online: NaclSigner) -> None:
        """Signs a snapshot of every role's newest version, and the timestamp that makes it count."""
        snapshot = self.snapshot()
        versions = {f"{role}.json": MetaFile(self.targets(role).version) for role in self.roles()}
        if {**snapshot.meta, **versions} != snapshot.meta or self.nears_expiry(snapshot):
            snapshot.meta.update(versions)
            snapshot.version += 1
            self.save(Snapshot.type, snapshot, [online])
        self.sign_timestamp(snapshot.version, online)

    def sign_timestamp(self, snapshot_version: int, online: NaclSigner) -> None:
        """Says that nothing is newer than this snapshot, today."""
        timestamp = self.timestamp()
        timestamp.snapshot_meta = MetaFile(snapshot_version)
        timestamp.version += 1
        self.save(Timestamp.type, timestamp, [online])

    def nears_expiry(self, signed: Signed) -> bool:
        """Whether less than a third of its time is left."""
        return signed.expires < self._expiry(OTHER_DAYS // 3)

    def _expiry(self, days: int) -> datetime:
        now = datetime.fromtimestamp(self._clock.now_ms() // 1000, tz=UTC)
        return now + timedelta(days=days)

    def _newest(self, role: str) -> Any:
        versions = [
            int(file.name.split(".")[0])
            for file in self.folder.glob(f"*.{role}.json")
            if file.name[0].isdigit()
        ]
        if not versions:
            raise ShelfMissingError(self._shelf)
        return _read(self.folder / f"{max(versions)}.{role}.json", self._shelf)


def _read(file: Path, shelf: Path) -> Any:
    try:
        return Metadata.from_bytes(file.read_bytes()).signed
    except FileNotFoundError as error:
        raise ShelfMissingError(shelf) from error
    except RepositoryError as error:
        raise ShelfDamagedError(f"{file.name}: {error}") from error


CAN_WAIT_FOR_ALL: Final = hasattr(os, "sync")
"""Whether the system waits for everything at once, as all but Windows do."""


def write_durably(file: Path, pieces: Iterable[bytes], *, wait: bool = True) -> None:
    """Writes a file aside, waits for the disk, gives it its name; on an error nothing is left of it.

    Without `wait` the caller waits for many files at once, before anything names them.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(file.name + ".nuovo")
    try:
        with aside.open("wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            if wait:
                os.fsync(stream.fileno())
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
    if wait:
        sync_folder(file.parent)
