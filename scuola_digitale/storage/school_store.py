"""One laptop's memory of its school, on disk: the log, the keys, and what the window reads of them."""

import os
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import Fact, PersonId
from scuola_digitale.domain.folding import Value
from scuola_digitale.domain.school_packs import OfferedPack
from scuola_digitale.format.boxes import opened_boxes
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.school import Author, ClosedYear, ExchangeState
from scuola_digitale.storage.connection import DATABASE
from scuola_digitale.storage.drafts import Drafts
from scuola_digitale.storage.errors import MemoryDamagedError
from scuola_digitale.storage.held_stream import LEAST_PACKED
from scuola_digitale.storage.identity import Identity, read_identity, read_school_keys
from scuola_digitale.storage.opening import open_database, size_of
from scuola_digitale.storage.reader import Reader, Readers
from scuola_digitale.storage.school_reading import opened_words
from scuola_digitale.storage.school_view import SchoolView
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, UnlockedStaff
from scuola_digitale.storage.staffed_school import StaffedSchool

if TYPE_CHECKING:
    from scuola_digitale.format.kinds import KindTable
    from scuola_digitale.format.revocations import LastGood
    from scuola_digitale.storage.laptop_replica import LaptopReplica
    from scuola_digitale.storage.office import Office
    from scuola_digitale.storage.opened import OpenedMemory
    from scuola_digitale.storage.writing import Writing


class School(StaffedSchool):
    """The `SchoolMemory` of a laptop; `replica` is its side of the exchange.

    Any thread may call anything: one connection writes, under a lock, and each thread reads over its own,
    which never waits for who writes.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock,
        random: Callable[[int], bytes],
        kinds: "KindTable | None" = None,
        machine: bytes = b"",
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._random = random
        self._identity = read_identity(folder)
        self._first_keys = read_school_keys(folder)
        self._ring = KeyRing(self._first_keys, random)
        self._drafts = Drafts(folder, self._ring)
        self._boxes: tuple[bytes, ...] = ()
        self._kinds = kinds
        self._lock = threading.RLock()
        self._machine = machine
        self._connection = open_database(folder / DATABASE)
        self._held: Writing | None = None
        self._readers = Readers(folder / DATABASE, self._words)
        self._unsealed: dict[bytes, str] = {}
        if self._facts_wait_for_a_newer_program():
            self._writing()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Clock | None = None,
        random: Callable[[int], bytes] = os.urandom,
        kinds: "KindTable | None" = None,
        machine: bytes = b"",
    ) -> "School":
        """Opens the memory of the laptop whose data folder this is.

        Args:
            folder: with `identita`, `chiavi/` and `scuola.db` (founding.py makes them).
            clock: the machine's own if none is given.
            random: so many random bytes.
            kinds: what this program knows, all of it if none is given; a shorter table makes an older program.
            machine: which machine this is; its own id if none is given.

        Raises:
            NoSchoolError: the folder holds no school.
            MemoryDamagedError: a file in it is damaged.
            NewerMemoryError: a newer program wrote it.
        """
        return cls(folder, clock=clock or SystemClock(), random=random, kinds=kinds, machine=machine)

    def close(self) -> None:
        """Closes every connection; nothing may be asked afterwards."""
        with self._lock:
            self._readers.close()
            self._connection.close()

    # Who this is

    @property
    def identity(self) -> Identity:
        """Who this laptop is; its epoch may have changed since it was opened."""
        return self._held.identity if self._held else self._identity

    @property
    def replica(self) -> "LaptopReplica":
        """This laptop's side of the exchange."""
        return self._writing().replica

    # What belongs to this laptop

    def draft(self, person: PersonId, lesson_ref: str) -> Draft | None:
        """What a pupil had begun in a lesson on this laptop."""
        self._learn_keys()
        return self._drafts.read(person, lesson_ref)

    def drafts_of(
        self, person: PersonId, lesson_refs: Collection[str]
    ) -> tuple[tuple[str, Draft | None], ...]:
        """Every draft of a pupil on this laptop; see `Drafts.all_of`."""
        self._learn_keys()
        return self._drafts.all_of(person, lesson_refs)

    def keep_draft(self, person: PersonId, lesson_ref: str, draft: Draft) -> None:
        """Keeps what a pupil has begun in a lesson, sealed, on this laptop alone; an empty one takes it away.

        Raises:
            DiskFullError, MemoryUnwritableError: it could not be written.
        """
        self._learn_keys()
        self._drafts.keep(person, lesson_ref, draft)

    def packs(self) -> tuple[OfferedPack, ...]:
        """The packs that teachers of the school offer now, in order of their first offer."""
        self._learn_keys()
        return self._reader.cached(("packs", self._ring.keys), SchoolView.packs)

    def exchange_state(self) -> ExchangeState:
        """What waits and when the last exchange was."""
        connection = self._reader.connection
        waiting = connection.execute(
            "SELECT coalesce(sum(seq - held), 0) FROM stream WHERE device = ?", (self._identity.device,)
        ).fetchone()[0]
        settings = dict(connection.execute("SELECT key, value FROM setting").fetchall())
        return ExchangeState(
            waiting=waiting,
            last_ms=settings.get("exchange_ms", 0),
            problem=settings.get("exchange_problem", ""),
        )

    @property
    def school_keys(self) -> tuple[bytes, ...]:
        """The school's sealing keys that this laptop holds, the one in use first."""
        self._learn_keys()
        return self._ring.keys

    def office(self, technician: UnlockedStaff, *, effort: Effort = LAPTOP_EFFORT) -> "Office":
        """What a technician may do with the school's root.

        Raises:
            NotATechnicianError: this member of staff was not given the root's key.
        """
        from scuola_digitale.storage.office import Office  # late: only the technician's pages ask

        return Office(self, technician, clock=self._clock, random=self._random, effort=effort)

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        """Writes facts and their effects in one transaction; see `StaffedSchool.record` for what may be raised."""
        self._learn_keys()
        self._writing().record(facts, self.refreshed(author) if isinstance(author, UnlockedStaff) else author)

    def now_ms(self) -> int:
        """The time of a fact that is written now, if nothing is written before it: never behind one known here."""
        return max(self._clock.now_ms(), self.replica.latest_ms())

    def note_exchange(self, problem: str = "") -> None:
        """Notes how an exchange went, for the chip: well, now; or the problem in words."""
        went_well = {} if problem else {"exchange_ms": self._clock.now_ms()}
        self._writing().note({"exchange_problem": problem, **went_well})

    # Care

    def rebuild(self) -> None:
        """Folds the whole log again; the same comes out."""
        self._writing().rebuild()

    def copy_daily(self) -> None:
        """Copies the database into `copie/`, once a day; see `storage/copies.py`."""
        from scuola_digitale.storage.copies import copy_daily  # late: the window's start does without

        copy_daily(self.folder, self.folder / DATABASE, self._clock.now_ms())

    def closable(self, until_ms: int) -> int:
        """How many facts closing a year would pack, as far as is known before the heads are looked at."""
        return self._reader.cached(("closable", until_ms), lambda view: view.closable(until_ms, LEAST_PACKED))

    def close_year(self, until_ms: int) -> ClosedYear:
        """Packs all facts older than a time: they stay held, proved, sent and counted, in a third of the room.

        A copy of the day is made first. It takes seconds, and may be broken off anywhere and begun again.

        Raises:
            MemoryDamagedError: something is wrong with what is there; nothing is touched, the copies neither.
            DiskFullError: there is no room; what was packed until then stays packed.
        """
        from scuola_digitale.storage.copies import copy_now  # late: once a year

        database = self.folder / DATABASE
        if self.damage():
            raise MemoryDamagedError(database)
        copy = copy_now(self.folder, database, self._clock.now_ms())
        facts = self._writing().close_year(until_ms)
        return ClosedYear(facts=facts, bytes_before=size_of(copy), bytes_after=size_of(database))

    def last_good(self, owner: bytes, until_ms: int | None = None) -> "tuple[LastGood, ...]":
        """The points up to which somebody's facts count, for their revocation: all held, or those before a time."""
        return self._writing().last_good(owner, until_ms)

    def opened_by(self, reader: UnlockedStaff) -> "OpenedMemory":
        """All that this laptop holds of one person or another, opened with the school's keys and those of who reads."""
        from scuola_digitale.storage.opened import OpenedMemory  # late: it is rare, and reads the log
        from scuola_digitale.storage.unlocked_memory import Keys

        self._learn_keys()
        keys = Keys(self._ring, KeyRing(reader.staff_keys, self._random))
        return OpenedMemory(self, self._reader, reader, keys, clock=self._clock, random=self._random)

    def suspended(self) -> tuple[bytes, ...]:
        """The devices whose streams have more branches than clones explain; the technician must look at them."""
        return self._writing().suspended()

    def damage(self) -> str:
        """What is wrong in the database, for the log: SQLite's word, or that of a closed year's proof; empty for nothing."""
        connection = self._reader.connection
        found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            return found
        from scuola_digitale.storage.packed_facts import first_damage  # late: only the doctor asks

        known = self.certificates()
        return first_damage(connection, lambda device: known[device].signing_key if device in known else None)

    def _learn_keys(self) -> None:
        """Takes up the keys that were handed to this laptop since."""
        device = self._identity.device
        boxes = self._reader.cached("boxes", lambda view: view.boxes(device, "scuola"))
        if boxes != self._boxes:
            self._ring.use([*opened_boxes(boxes, self._identity.box_seed), *self._first_keys])
            self._boxes = boxes

    @property
    def _reader(self) -> Reader:
        return self._readers.mine()

    def _writing(self) -> "Writing":
        """The writing half, made when it is first needed."""
        with self._lock:
            if self._held is None:
                from scuola_digitale.storage.machine import machine_id
                from scuola_digitale.storage.writing import Writing  # late: who signs in only reads

                self._held = Writing(
                    self._connection,
                    self.folder,
                    identity=self._identity,
                    ring=self._ring,
                    lock=self._lock,
                    clock=self._clock,
                    random=self._random,
                    kinds=self._kinds,
                    machine=self._machine or machine_id(),
                )
            return self._held

    def _facts_wait_for_a_newer_program(self) -> bool:
        waiting = "SELECT 1 FROM quarantine WHERE typeof(awaits) = 'integer' LIMIT 1"
        return self._connection.execute(waiting).fetchone() is not None

    def _words(self, value: Value) -> str:
        if not isinstance(value, bytes):
            return value or ""
        if value not in self._unsealed:
            self._learn_keys()
            words = opened_words(self._ring, value)
            if not words:
                return ""  # the key may arrive later
            self._unsealed[value] = words
        return self._unsealed[value]

    def _bytes(self, sealed: bytes) -> bytes:
        self._learn_keys()
        try:
            plain = self._ring.unseal(sealed) if sealed else b""
        except MissingKeyError:
            return b""  # the key may arrive later
        return plain if isinstance(plain, bytes) else b""
