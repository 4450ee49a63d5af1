"""Laptops, hubs and a region for the simulation: the real storage and the real exchange, on disks in memory."""

import copy
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from format_samples import ROOT, ROOT_KEY, SCHOOL_KEY, START_MS, certificate_for, seed
from simulated_disk import Disk, Fuse, PowerCutError, fused_connections
from sqlalchemy import Engine

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued, Fact
from scuola_digitale.format.certificates import CertificateRole
from scuola_digitale.format.kinds import KINDS, KindTable
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.format.signing import id_of, public_key, sign
from scuola_digitale.storage.identity import FILE, new_identity, write_identity
from scuola_digitale.storage.laptop_replica import LaptopReplica
from scuola_digitale.storage.staff_keys import UnlockedStaff
from scuola_digitale.storage.writing import Writing
from sync.admission import Gate, admit
from sync.conversation import PeerMemory, exchange_path
from sync.exchange import ExchangeServer
from sync.hub.gate import HubGate
from sync.protocol import Hello
from sync.region.database import open_database
from sync.region.store import RegionStore, RegisteredSchool, add_school, find_school

SCHOOL_ID = id_of(ROOT_KEY).hex()
cached_certificate = cache(certificate_for)


def staff(name: str) -> UnlockedStaff:
    """A member of staff whose password was given."""
    return UnlockedStaff(id_of(public_key(seed(name))), seed(name), seed(name))


def admission(name: str, role: CertificateRole, *, serial: int = 1) -> Fact:
    """The fact that admits a device or a member of staff."""
    return CertificateIssued(certificate=cached_certificate(name, role, serial=serial))


class Laptop:
    """A laptop of the school; it may be a hub for others too.

    Attributes:
        disk: its database.
        memories: what it remembers of each other side, which may be lost.
        admitted: whether its own certificate is in its log.
    """

    def __init__(self, folder: Path, name: str, plesso: str, chance: random.Random, *, fsync: bool) -> None:
        self.name = name
        self.plesso = plesso
        self.disk = Disk(chance, fsync=fsync)
        self.clock = SetClock(START_MS + chance.randrange(-40, 40) * 86_400_000)
        self.kinds: KindTable = KINDS
        self.memories: dict[str, PeerMemory] = {}
        self.seed = seed(name)
        self.device = id_of(public_key(self.seed))
        self._chance = chance
        self._folder = folder / name
        self._folder.mkdir(exist_ok=True)
        self._ring = KeyRing([SCHOOL_KEY], chance.randbytes)
        self.machine = name.encode()
        self._writing: Writing | None = None
        self._gate: HubGate | None = None
        seeds = (self.seed, self.seed)
        write_identity(self._folder, new_identity(seeds=seeds, root_key=ROOT_KEY, plesso=plesso, label=name))
        self.record([admission(name, "dispositivo")])

    @property
    def writing(self) -> Writing:
        """The program, started if it was not."""
        if self._writing is None:
            from scuola_digitale.storage.identity import read_identity

            self._writing = Writing(
                cast("sqlite3.Connection", self.disk),
                self._folder,
                identity=read_identity(self._folder),
                ring=self._ring,
                lock=threading.RLock(),
                clock=self.clock,
                random=self._chance.randbytes,
                kinds=self.kinds,
                machine=self.machine,
            )
        return self._writing

    @property
    def replica(self) -> LaptopReplica:
        """Its side of the exchange."""
        return self.writing.replica

    @property
    def scopes(self) -> tuple[str, ...]:
        """What it keeps."""
        return ("scuola", f"plesso/{self.plesso}")

    def record(self, facts: Sequence[Fact], author: UnlockedStaff | None = None) -> None:
        """Writes; returning is «salvato»."""
        self.writing.record(facts, author)

    def sign(self, content: bytes) -> bytes:
        """The device's signature."""
        return sign(self.seed, content)

    def stop(self) -> None:
        """The program is gone, with all that was not on the disk."""
        self.disk.fuse.arm(None)
        self.disk.lose_power()
        self._writing = self._gate = None

    def identity_file(self) -> bytes:
        """The identity, as it stands beside the database."""
        return (self._folder / FILE).read_bytes()

    def put_back(self, image: bytes, identity: bytes | None = None) -> None:
        """The disk is what it was once; the identity stays unless it is given too."""
        self.stop()
        self.disk.restore(image)
        if identity is not None:
            (self._folder / FILE).write_bytes(identity)

    def cloned(self, name: str, folder: Path) -> "Laptop":
        """Another machine with a copy of this one's whole disk."""
        clone = copy.copy(self)
        clone.name = name
        # Some machines take even their own id along with the disk: then nothing tells the two apart.
        clone.machine = self.machine if self._chance.random() < 0.5 else name.encode()
        clone.memories = {}
        clone.clock = SetClock(self.clock.now_ms())
        clone._folder = folder / name
        shutil.copytree(self._folder, clone._folder)
        clone.disk = Disk(self._chance, fsync=self.disk.fsync)
        clone.disk.restore(self.disk.image())
        return clone

    @property
    def fuse(self) -> Fuse:
        """What cuts its power."""
        return self.disk.fuse

    def server(self) -> ExchangeServer:
        """The answering side, as a hub."""
        if self._gate is None:
            self._gate = HubGate(self.replica, self.clock, self._chance.randbytes)
        self.replica.sign_heads()  # as the hub's application does for each question
        return ExchangeServer(self.replica, _door(self._gate), scopes=self.replica.scopes())

    def close(self) -> None:
        """Lets go of everything."""
        self.disk.close()


class Region:
    """The region; one database in memory serves all simulations of a process, one after the other."""

    name = "regione"

    def __init__(self) -> None:
        self.clock = SetClock(START_MS + 1_000)
        _region_disk().restore()
        self.fuse = _region_disk().fuse
        self.store = RegionStore(_region_disk().engine, _region_disk().school, self.clock)

    def server(self) -> ExchangeServer:
        """The answering side."""
        return ExchangeServer(self.store, _door(self.store))

    def stop(self) -> None:
        """What was not committed is gone."""
        self.fuse.arm(None)

    def marks(self) -> list[str]:
        """The subject of every fact it holds."""
        rows = _region_disk().look("SELECT subject FROM fact WHERE subject IS NOT NULL")
        return [bytes(subject).decode() for (subject,) in rows]

    def marks_of_device(self, device: bytes) -> set[str]:
        """The subject of every fact it holds that a device wrote."""
        rows = _region_disk().look(
            "SELECT subject FROM fact JOIN stream ON number = stream WHERE device = ? AND subject NOT NULL",
            device,
        )
        return {bytes(subject).decode() for (subject,) in rows}

    def persons(self) -> set[bytes]:
        """Whom its facts are about."""
        return {bytes(one) for (one,) in _region_disk().look("SELECT person FROM person")}

    def forked(self) -> set[bytes]:
        """The devices that wrote twice in one place of a stream."""
        return {bytes(one) for (one,) in _region_disk().look("SELECT device FROM stream WHERE parent > 0")}

    def image(self) -> bytes:
        """Every byte it keeps."""
        return _region_disk().image()


class _RegionDisk:
    def __init__(self) -> None:
        self.fuse = Fuse()
        with fused_connections(self.fuse):
            self.engine: Engine = open_database("sqlite://")
        add_school(self.engine, SCHOOL_ID, ROOT_KEY, now_ms=START_MS)
        school = find_school(self.engine, SCHOOL_ID)
        assert school is not None
        self.school: RegisteredSchool = school
        self._empty = self.image()

    @property
    def _raw(self) -> sqlite3.Connection:
        return cast("sqlite3.Connection", self.engine.raw_connection().driver_connection)

    def look(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is there, seen from outside: it burns no fuse."""
        return sqlite3.Connection.cursor(self._raw).execute(sql, values).fetchall()

    def image(self) -> bytes:
        return self._raw.serialize()

    def restore(self) -> None:
        self.fuse.arm(None)
        self._raw.deserialize(self._empty)


@cache
def _region_disk() -> _RegionDisk:
    return _RegionDisk()


def _door(gate: Gate) -> Callable[[Hello], None]:
    return partial(admit, method="POST", path=exchange_path(SCHOOL_ID), gate=gate)


Server = Laptop | Region
__all__ = ["ROOT", "Laptop", "PowerCutError", "Region", "Server", "admission", "staff"]
