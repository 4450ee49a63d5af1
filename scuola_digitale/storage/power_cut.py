"""Power cuts without pulling a plug: the real log on a disk that forgets what was not synced.

An APSW VFS writes down every write, truncation and sync that SQLite asks for. A cut keeps what was synced and
a random part of the rest, torn at sectors of 512 bytes; then the log is opened from what is left. Import this
module late: only the demo, the doctor and tests need APSW.
"""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

import apsw
import msgspec

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued, ExerciseAnswered, Fact
from scuola_digitale.format.certificates import Certificate, issue
from scuola_digitale.format.chain import Stream, StreamState
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.format.signing import id_of, public_box_key, public_key
from scuola_digitale.storage.connection import connect, prepare
from scuola_digitale.storage.errors import MemoryDamagedError
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.migrations import migrate
from scuola_digitale.storage.packed_acts import unpack_acts
from scuola_digitale.storage.pen import Pen

SECTOR = 512
SITE_SCOPE = "plesso/prova"
_DATABASE = "prova.db"
_COMMITS = 40
_START_MS = 1_790_000_000_000

Verdict = Literal["whole", "lost", "corrupt"]
Synchronous = Literal["FULL", "NORMAL", "OFF"]


class PowerCutReport(msgspec.Struct, frozen=True):
    """How the log came through: cuts made, cuts after which a committed fact was lost, or something corrupt."""

    cuts: int
    lost: int
    corrupt: int

    @property
    def survived(self) -> bool:
        """Whether nothing was lost and nothing corrupt."""
        return not self.lost and not self.corrupt


class Step(msgspec.Struct, frozen=True):
    """Something asked of the disk: a write of `data` at `place`, a truncation to `place`, a sync, a deletion."""

    path: str
    what: Literal["write", "truncate", "sync", "delete"]
    place: int = 0
    data: bytes = b""


class _JournalFile(apsw.VFSFile):
    def __init__(self, steps: list[Step], name: Any, flags: Any) -> None:
        filename = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._path = str(filename)
        self._steps = steps
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._steps.append(Step(self._path, "write", offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        self._steps.append(Step(self._path, "truncate", newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._steps.append(Step(self._path, "sync"))
        super().xSync(flags)


class JournalVfs(apsw.VFS):
    """A file system that remembers, in `steps`, what it was asked to do."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: list[Step] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: Any) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        """Opens a file whose writes are remembered."""
        return _JournalFile(self.steps, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's signature
        """Deletes a file, and remembers it."""
        self.steps.append(Step(filename, "delete"))
        super().xDelete(filename, syncdir)


def disk_after_cut(before: bytes, steps: Sequence[Step], path: str, chance: random.Random) -> bytes | None:
    """What a file holds after the power went: its synced steps, and a random part of those since its last sync.

    Args:
        before: the file's bytes before the first step.
        steps: of all files, up to the cut.
        path: the file.
        chance: decides what of the rest reached the disk.

    Returns:
        Its bytes, or None where it is gone.
    """
    own = [step for step in steps if step.path == path]
    synced = max((place for place, step in enumerate(own) if step.what == "sync"), default=-1)
    content: bytearray | None = bytearray(before) if before else None
    for step in own[: synced + 1]:
        content = _applied(content, step)
    fate = chance.choice(["nothing", "everything", "some", "some", "torn"])
    for step in own[synced + 1 :]:
        if fate == "nothing" or (fate == "some" and chance.random() < 0.5):
            continue
        torn = fate == "torn" and step.what == "write" and chance.random() < 0.5
        content = _applied(content, _torn(step, chance) if torn else step)
    return None if content is None else bytes(content)


def _torn(step: Step, chance: random.Random) -> Step:
    sectors = chance.randrange(len(step.data) // SECTOR + 1)
    return Step(step.path, "write", step.place, step.data[: sectors * SECTOR])


def _applied(content: bytearray | None, step: Step) -> bytearray | None:
    if step.what == "delete":
        return None
    if step.what == "sync":
        return content
    content = bytearray() if content is None else content
    if step.what == "truncate":
        del content[step.place :]
        return content
    content.extend(bytes(max(0, step.place + len(step.data) - len(content))))
    content[step.place : step.place + len(step.data)] = step.data
    return content


def survives_power_cut(seed: int, cuts: int, *, synchronous: Synchronous | None = None) -> PowerCutReport:
    """Writes a day of facts through the real log, closes a year now and then, cuts the power `cuts` times at random and looks what is left.

    Args:
        seed: the same seed plays the same day and the same cuts.
        cuts: how many.
        synchronous: SQLite's care: the program's own, or a setting to see that the simulation notices.
    """
    chance = random.Random(seed)  # noqa: S311 - it plays, it keeps no secret
    with tempfile.TemporaryDirectory() as folder:
        day = _Day(Path(folder), chance, name=f"power-cut-{seed}", synchronous=synchronous)
        verdicts = [day.verdict_after_cut() for _ in range(cuts)]
    return PowerCutReport(cuts, lost=verdicts.count("lost"), corrupt=verdicts.count("corrupt"))


class _Day:
    """A laptop that writes for a day, and everything its disk was asked to do."""

    def __init__(
        self, folder: Path, chance: random.Random, *, name: str, synchronous: Synchronous | None
    ) -> None:
        self._folder = folder
        self._synchronous = synchronous
        self._chance = chance
        self._seeds = chance.randbytes(32), chance.randbytes(32)
        self._root = chance.randbytes(32)
        self._path = folder / _DATABASE
        first = connect(self._path)
        migrate(first)
        first.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        first.close()
        self._before = self._path.read_bytes()
        vfs = JournalVfs(name)
        self._commits = self._write(vfs)
        self._steps = list(vfs.steps)
        vfs.unregister()

    def _write(self, vfs: JournalVfs) -> list[tuple[int, tuple[StreamState, ...]]]:
        """After each commit: how many steps the disk had been asked for, and what «salvato» was said of."""
        connection = apsw.Connection(str(self._path), vfs=vfs.name)
        # The shim has no shared memory, which WAL does without when nobody else may open the file.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        prepare(connection)
        if self._synchronous:
            connection.execute(f"PRAGMA synchronous={self._synchronous}").fetchall()
        connection.execute(f"PRAGMA wal_autocheckpoint={self._chance.choice([5, 20, 1000])}").fetchall()
        ledger, device = self._ledger(connection), id_of(public_key(self._seeds[0]))
        pen = Pen(self._seeds[0], KeyRing([self._root], self._chance.randbytes).seal)
        ledger.write([(Stream(device, 1, SCHOOL_SCOPE), [self._certificate()])], pen)
        commits = []
        for _ in range(_COMMITS):
            facts = [self._answer() for _ in range(self._chance.randrange(1, 12))]
            ledger.write([(Stream(device, 1, SITE_SCOPE), facts)], pen)
            if self._chance.random() < 0.2:
                ledger.sign_heads(self._seeds[0])
            if self._chance.random() < 0.1:
                self._close_year(ledger)
            commits.append((len(vfs.steps), ledger.states([SITE_SCOPE])))
        connection.close()
        return commits

    def _close_year(self, ledger: Ledger) -> None:
        sum(ledger.pack(_START_MS << 1))
        ledger.pack_acts()
        ledger.shrink()

    def _ledger(self, connection: Any) -> Ledger:
        return Ledger(
            connection,
            device=id_of(public_key(self._seeds[0])),
            root_key=public_key(self._root),
            clock=SetClock(_START_MS),
            random=self._chance.randbytes,
        )

    def _certificate(self) -> Fact:
        keys = public_key(self._seeds[0]), public_box_key(self._seeds[1])
        certificate = Certificate(1, "dispositivo", 1, _START_MS, _START_MS, *keys)
        return CertificateIssued(certificate=issue(self._root, certificate))

    def _answer(self) -> Fact:
        return ExerciseAnswered(
            person=bytes([self._chance.randrange(9)]) * 16,
            exercise_ref=f"prova/lezione/{self._chance.randrange(200)}",
            answer=("x" * self._chance.randrange(1, 400),),
            typed=self._chance.random() < 0.3,
            score=self._chance.choice([0, 50, 100]),
            seconds=20,
            hints=0,
            attempt=1,
            edition=1,
        )

    def verdict_after_cut(self) -> Verdict:
        """Cuts the power once."""
        cut = self._chance.randrange(self._commits[0][0], len(self._steps) + 1)
        promised = max((one for one in self._commits if one[0] <= cut), key=lambda one: one[0])[1]
        disk = self._folder / "dopo"
        shutil.rmtree(disk, ignore_errors=True)
        disk.mkdir()
        for suffix in ("", "-wal", "-journal"):
            before = self._before if not suffix else b""
            left = disk_after_cut(before, self._steps[:cut], f"{self._path}{suffix}", self._chance)
            if left is not None:
                (disk / f"{_DATABASE}{suffix}").write_bytes(left)
        return self._verdict(disk / _DATABASE, promised)

    def _verdict(self, database: Path, promised: Iterable[StreamState]) -> Verdict:
        try:
            with closing(connect(database)) as connection:
                return self._look(connection, promised)
        except (sqlite3.DatabaseError, MemoryDamagedError):
            return "corrupt"

    def _look(self, connection: sqlite3.Connection, promised: Iterable[StreamState]) -> Verdict:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "corrupt"
        ledger = self._ledger(connection)
        effects = _effects(connection)
        ledger.rebuild()
        if _effects(connection) != effects:
            return "corrupt"
        held = {state.stream: state.seq for state in ledger.states([SITE_SCOPE])}
        return "whole" if all(held.get(one.stream, 0) >= one.seq for one in promised) else "lost"


def _effects(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    queries = ("SELECT * FROM saying", "SELECT * FROM quarantine")
    acts: dict[int, list[Any]] = {}
    for person, *act in connection.execute(_ACTS):
        acts.setdefault(person, []).append(tuple(act))
    for person, packed in connection.execute("SELECT person, acts FROM packed_act"):
        acts.setdefault(person, []).extend(unpack_acts(packed))
    return {
        "acts": sorted((person, sorted(some, key=repr)) for person, some in acts.items()),
        **{query: connection.execute(query).fetchall() for query in queries},
    }


_ACTS = "SELECT person, hlc_ms, stream, seq, subject, deed, score, hints, seconds FROM act"
