"""The writing half of a school's memory: one connection, one lock, one ledger.

Apart from the reading half, because who signs in only reads: this module, and all it brings, is imported when
the first fact is written or exchanged.
"""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.chain import Stream
from scuola_digitale.format.kinds import KINDS, SCHOOL_SCOPE, KindTable
from scuola_digitale.format.revocations import LastGood
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.school import Author
from scuola_digitale.storage.drafts import Drafts
from scuola_digitale.storage.identity import Identity, read_identity, write_identity
from scuola_digitale.storage.laptop_replica import LaptopReplica
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.pen import Pen
from scuola_digitale.storage.staff_keys import UnlockedStaff

_A_TURN_SECONDS = 0.001
"""A lock that is let go and taken at once is never had by who waits for it."""


class Writing:
    """Writes a laptop's facts; any thread may ask, one at a time is served.

    Attributes:
        identity: who this laptop is, with the epoch that it writes under now.
        replica: its side of the exchange.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        *,
        identity: Identity,
        ring: KeyRing,
        lock: threading.RLock,
        clock: Clock,
        random: Callable[[int], bytes],
        kinds: KindTable | None,
        machine: bytes,
    ) -> None:
        self.identity = identity
        self._folder = folder
        self._ring = ring
        self._lock = lock
        self._random = random
        self._machine = machine
        self._in_session = False
        self._ledger = Ledger(
            connection,
            device=identity.device,
            root_key=identity.root_key,
            clock=clock,
            random=random,
            kinds=kinds or KINDS,
        )
        self._ledger.on_erased = self._clean
        self._clean()
        self._ledger.fold_new_kinds()
        self.replica = LaptopReplica(self._ledger, lock, identity)

    def record(self, facts: Sequence[Fact], author: Author | None) -> None:
        """Writes facts and their effects in one transaction; see `School.record`."""
        with self._lock:
            self._begin_session()
            school = [fact for fact in facts if fact.scope_kind == SCHOOL_SCOPE]
            site = [fact for fact in facts if fact.scope_kind != SCHOOL_SCOPE]
            parts = [(self._stream(SCHOOL_SCOPE), school), (self._stream(self.identity.scope), site)]
            self._ledger.write([(stream, some) for stream, some in parts if some], self._pen(author))

    def note(self, settings: Mapping[str, int | str]) -> None:
        """Notes settings of this laptop, which are no facts."""
        with self._lock:
            self._ledger.note(settings)

    def _clean(self) -> None:
        """Leaves no bytes of what was erased beside the tables; what a power cut left undone is done at the next start."""
        gone = self._ledger.to_clean()
        if gone:
            from scuola_digitale.storage.copies import clean  # late: it is rare

            clean(self._folder, gone)
            Drafts(self._folder, self._ring).erase(gone.persons)
            if self._ledger.wipe():
                self._ledger.note({"to_clean": 0})

    def rebuild(self) -> None:
        """Folds the whole log again; the same comes out."""
        with self._lock:
            self._ledger.rebuild()

    def close_year(self, until_ms: int) -> int:
        """See `School.close_year`; others may write between its steps."""
        with self._lock:
            self._ledger.sign_heads(self.identity.device_seed)
        steps, facts = self._ledger.pack(until_ms), 0
        while packed := self._next(steps):
            facts += packed
            time.sleep(_A_TURN_SECONDS)
        with self._lock:
            self._ledger.pack_acts()
            self._ledger.shrink()
        return facts

    def _next(self, steps: Iterator[int]) -> int:
        with self._lock:
            return next(steps, 0)

    def last_good(self, owner: bytes, until_ms: int | None) -> tuple[LastGood, ...]:
        """See `Ledger.last_good`."""
        with self._lock:
            return self._ledger.last_good(owner, until_ms)

    def suspended(self) -> tuple[bytes, ...]:
        """See `Ledger.suspended`."""
        with self._lock:
            return self._ledger.suspended()

    def _stream(self, scope: str) -> Stream:
        return Stream(self.identity.device, self.identity.epoch, scope)

    def _pen(self, author: Author | None) -> Pen:
        seed = self.identity.device_seed
        if author is None:
            return Pen(seed, self._ring.seal)
        if not isinstance(author, UnlockedStaff):
            raise TypeError("the author's keys are not unlocked")
        staff = KeyRing(author.staff_keys, self._random).seal if author.staff_keys else None
        return Pen(seed, self._ring.seal, author.seed, author.staff_id, staff)

    def _begin_session(self) -> None:
        """Before the first write of a session: a database that was set back, or cloned, begins a new epoch."""
        if self._in_session and not self._ledger.is_set_back:
            return
        self._ledger.begin_session(self._next_marker)
        self._in_session = True

    def _next_marker(self, marker_in_database: bytes) -> bytes:
        # Read anew: another process may have begun a session of this laptop meanwhile.
        identity = read_identity(self._folder)
        epoch = identity.epoch
        elsewhere = identity.machine not in {b"", self._machine}
        if identity.marker != marker_in_database or elsewhere:
            epoch = int.from_bytes(self._random(4), "big")
        self.identity = msgspec.structs.replace(
            identity, epoch=epoch, marker=self._random(16), machine=self._machine
        )
        write_identity(self._folder, self.identity)
        return self.identity.marker
