"""Log and projections together: every way in leads through one transaction and one fold."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.batch import Refusal, read_batch
from scuola_digitale.format.branches import is_suspended
from scuola_digitale.format.certificates import Certificate, read_trusted
from scuola_digitale.format.chain import FactRow, Stream, StreamState
from scuola_digitale.format.columns import fits
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.kinds import KINDS, SCHOOL_SCOPE, KindTable
from scuola_digitale.format.revocations import LastGood
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.connection import Connection, disk_trouble, transaction
from scuola_digitale.storage.errors import BusyMemoryError, DiskFullError, TooLongError
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.forgetting import gone_in
from scuola_digitale.storage.held_elsewhere import HeldElsewhere
from scuola_digitale.storage.held_stream import LEAST_PACKED, HeldStream, NotTakenError
from scuola_digitale.storage.names import Names
from scuola_digitale.storage.packed_acts import pack_acts_of, persons_to_pack
from scuola_digitale.storage.pen import Pen, signer
from scuola_digitale.storage.projection import Projection
from scuola_digitale.storage.replica import Taken

SALT_BYTES = 16
CLOCK_MAY_BE_AHEAD_MS = 86_400_000
"""A peer's clock that runs further ahead than a day does not take ours along."""


class Ledger:
    """What a laptop holds of its scopes, over one connection; one caller at a time.

    Attributes:
        is_set_back: whether others turned out to hold more of this device's own streams than itself.
        on_erased: called after a transaction in which somebody, or their photo, was erased.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        device: bytes,
        root_key: bytes,
        clock: Clock,
        random: Callable[[int], bytes],
        kinds: KindTable = KINDS,
    ) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock
        self._random = random
        self._kinds = kinds
        self._root_key = root_key
        self._version: int | None = None
        self.is_set_back = False
        self.on_erased: Callable[[], None] = _nothing
        self._names = Names(connection)
        self._log = FactLog(connection, self._names)
        self._projection = Projection(connection, self._names, self._log, kinds=kinds, root_key=root_key)

    def write(self, parts: Sequence[tuple[Stream, Sequence[Fact]]], pen: Pen) -> None:
        """Writes own facts, of one stream or more, and their effects; returns once they are on disk.

        Raises:
            DiskFullError: there is no room; nothing was written.
            TooLongError: a fact is larger than facts may be; nothing was written.
        """
        with self._transaction():
            for stream, facts in parts:
                held = self._log.stream(stream)
                rows = self._rows(held, facts, pen)
                self._projection.fold(held, self._log.append(held, rows, signer(pen.device_seed)))
            self._projection.settle([])
            if self._projection.erased_now:
                self._sign_tips(pen.device_seed)

    def _sign_tips(self, device_seed: bytes) -> None:
        """Inside a transaction: signs the ends of this device's own streams.

        An erasure is signed at once. What no head covers is not handed on, and a redaction must never travel ahead
        of its reason: if that was lost with this disk, others would miss what nobody was forgotten for.
        """
        for held in self._mine():
            if not self._log.is_signed(held):
                self._log.sign_tip(held, signer(device_seed))

    @property
    def has_erased(self) -> bool:
        """Whether the last transaction erased somebody, or their photo."""
        return self._projection.erased_now

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        """See `Replica.take`."""
        with self._transaction():
            self._projection.weigh()
            device_key = self._projection.standing.device_key
            batch = read_batch(segments, root_key=self._root_key, device_key=device_key)
            refused = list(batch.refused)
            grown: list[HeldStream] = []
            accepted = latest_ms = 0
            for place, segment in sorted(batch.segments, key=_order):
                if segment.stream.scope not in scopes:
                    refused.append(Refusal(place, "a scope that is not exchanged here"))
                    continue
                try:
                    held, rows = self._log.take(segment)
                except NotTakenError as why:
                    refused.append(Refusal(place, str(why)))
                    continue
                if not rows:
                    continue
                grown.append(held)
                self._projection.fold(held, rows)
                self._set_back(segment.stream)
                accepted += len(rows)
                latest_ms = max([latest_ms, *(row.hlc_ms for _, row in rows if isinstance(row, FactRow))])
            self._projection.settle(grown)
            self._heard(latest_ms)
        return Taken(accepted, refused)

    def states(self, scopes: Collection[str]) -> tuple[StreamState, ...]:
        """See `Replica.states`."""
        self._look()
        return tuple(self._log.states(scopes))

    def segments_after(self, peer: PeerVector, scopes: Collection[str], limit_bytes: int) -> Iterator[bytes]:
        """See `Replica.segments_after`."""
        self._look()
        size = 0
        for segment in self._log.segments_for(peer, scopes):
            yield segment
            size += len(segment)
            if size >= limit_bytes:
                return

    def sign_heads(self, device_seed: bytes, *, in_steps: bool = False) -> None:
        """Signs the ends of this device's own streams; see `Replica.sign_heads`."""
        self._look()
        unsigned = [held for held in self._mine() if not self._log.is_signed(held)]
        waiting = [held for held in self._mine() if in_steps and self._log.waits_for_steps(held)]
        if not unsigned and not waiting:
            return  # as at most exchanges: nothing is written, and nobody is kept from writing
        with self._transaction():
            self._sign_tips(device_seed)
            for held in self._mine() if in_steps else ():
                if self._log.waits_for_steps(held):
                    self._log.sign_in_steps(held, signer(device_seed))

    def _mine(self) -> list[HeldStream]:
        """The streams of this device."""
        return [held for held in self._log.all_streams() if held.stream.device == self._device]

    def acknowledged(self, peer: PeerVector, scopes: Collection[str], said: bytes | None) -> None:
        """See `Replica.acknowledged`; a peer that holds more of our own streams than we do: we were set back."""
        self._look()
        heard = HeldElsewhere(self._log, self._device, peer, scopes)
        if not heard.tells_news():
            return  # as at most exchanges: nothing is written, and nobody is kept from writing
        with self._transaction():
            mine = heard.mine()
            for held in mine:
                if heard.is_ahead(held):
                    self._set_back(held.stream)
            if said is None or said == heard.digest():
                for held in mine:
                    self._log.note_held(held, heard.seq_of(held))

    def suspended(self) -> tuple[bytes, ...]:
        """The devices with more branches in a stream than clones explain; nothing more of such a stream is taken."""
        self._look()
        found = (
            branches[0].stream.device
            for branches in self._log.forked(self._log.scopes())
            if is_suspended(branches)
        )
        return tuple(sorted(set(found)))

    def latest_ms(self) -> int:
        """The time of the latest fact known here: it is not earlier than that, whatever a clock says."""
        return self._last_ms()

    def certificate_of(self, owner: bytes) -> Certificate | None:
        """The newest certificate of a device or a member of staff, None where none is known or it was revoked."""
        revoked = "SELECT 1 FROM saying WHERE thing = 'revocation' AND key = ?"
        if self._connection.execute(revoked, (owner,)).fetchone():
            return None
        found = self._connection.execute(
            "SELECT value FROM saying WHERE thing = 'certificate' AND key = ?", (owner,)
        ).fetchall()
        return max((read_trusted(data) for (data,) in found), key=lambda one: one.serial, default=None)

    def last_good(self, owner: bytes, until_ms: int | None) -> tuple[LastGood, ...]:
        """The points up to which a device's, or a member of staff's, facts count: all held, or those before a time."""
        self._look()
        wanted = "SELECT DISTINCT stream FROM saying WHERE author = ?"
        signed = {number for (number,) in self._connection.execute(wanted, (owner,))}
        points = []
        for held in self._log.all_streams():
            if held.stream.device != owner and held.number not in signed:
                continue
            seq = held.seq if until_ms is None else self._log.last_before(held, until_ms)
            if seq:
                stream, chain = held.stream, self._log.chain_at(held, seq)
                points.append(LastGood(stream.device, stream.epoch, stream.scope, seq, chain))
        return tuple(points)

    def wipe(self) -> bool:
        """Empties the write-ahead log, which still holds older bytes; False if somebody reads just now."""
        waits = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not waits[0]

    def to_clean(self) -> Gone:
        """What to clean copies of; nothing, where that was done."""
        wanted = self._connection.execute("SELECT 1 FROM setting WHERE key = 'to_clean' AND value = 1")
        return gone_in(self._connection) if wanted.fetchone() else Gone()

    def pack(self, until_ms: int, *, least: int = LEAST_PACKED) -> Iterator[int]:
        """Packs the facts older than a time (packed_facts.py), run by run; gives how many after each.

        Newer ones go with them where only a head behind both was signed.

        What is packed is held, proved, sent and folded as before. A transaction each: a power cut in between
        leaves some runs packed and the others not. Runs of fewer than `least` facts stay rows.
        """
        self._look()
        for number in self._log.streams_to_pack():
            while facts := self._pack_run(number, until_ms, least):
                yield facts

    def _pack_run(self, number: int, until_ms: int, least: int) -> int:
        with self._transaction():
            return self._log.pack_run(number, until_ms, least)

    def pack_acts(self) -> None:
        """Packs what pupils did in packed facts (packed_acts.py), a transaction for each pupil."""
        for person in persons_to_pack(self._connection):
            with self._transaction():
                pack_acts_of(self._connection, person)

    def shrink(self) -> None:
        """Gives the room that closing a year freed back to the disk; without room to do it in, it stays as it is."""
        self._connection.execute("PRAGMA temp_store=MEMORY").fetchall()  # nothing of it may lie elsewhere
        try:
            self._connection.execute("VACUUM").fetchall()
        except sqlite3.OperationalError as error:
            if not isinstance(disk_trouble(error), DiskFullError | BusyMemoryError):
                raise
        self.wipe()

    def rebuild(self) -> None:
        """Folds everything again."""
        with self._transaction():
            self._projection.rebuild()

    def fold_new_kinds(self) -> None:
        """Gives effect to facts that an older program could not read."""
        if self._projection.new_kinds():
            with self._transaction():
                self._projection.fold_new_kinds()

    def _rows(self, held: HeldStream, facts: Sequence[Fact], pen: Pen) -> list[FactRow]:
        salts, first_ms = self._log.salts(held), self._tick(len(facts))
        rows = []
        for place, fact in enumerate(facts):
            person: bytes | None = getattr(fact, "person", None)
            if person is not None and person not in salts:
                salts[person] = self._random(SALT_BYTES)
            salt = salts[person] if person is not None else b""
            row = pen.row(self._kinds.of(fact), fact, at_ms=first_ms + place, salt=salt)
            row = pen.signed(row, held.stream, held.seq + 1 + place) if fact.staff else row
            if not fits(row):
                # No replica would take it, nor anything behind it in this stream.
                raise TooLongError
            rows.append(row)
        return rows

    def _tick(self, facts: int) -> int:
        """Moves the hybrid logical clock over `facts` facts; gives the time of the first."""
        first_ms = max(self._clock.now_ms(), self._last_ms() + 1)
        self._set_last_ms(first_ms + facts - 1)
        return first_ms

    def _heard(self, latest_ms: int) -> None:
        """What is written from now on comes after what was heard of."""
        heard_ms = min(latest_ms, self._clock.now_ms() + CLOCK_MAY_BE_AHEAD_MS)
        if heard_ms > self._last_ms():
            self._set_last_ms(heard_ms)

    def _last_ms(self) -> int:
        found = self._connection.execute("SELECT value FROM setting WHERE key = 'hlc_ms'").fetchone()
        return int(found[0]) if found else 0

    def _set_last_ms(self, last_ms: int) -> None:
        self._connection.execute("INSERT OR REPLACE INTO setting VALUES ('hlc_ms', ?)", (last_ms,))

    def note(self, settings: Mapping[str, str | int]) -> None:
        """Keeps small things that are no facts."""
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)", list(settings.items())
            )

    def begin_session(self, next_marker: Callable[[bytes], bytes]) -> None:
        """Replaces the marker that tells a database brought back from a copy; see `School`.

        `next_marker` gets the marker as it stands (empty in a new database) and gives the new one, once it is
        written outside the database too; the lock on the database keeps other processes from doing the same.
        """
        with self._transaction():
            found = self._connection.execute("SELECT value FROM setting WHERE key = 'marker'").fetchone()
            marker = next_marker(found[0] if found else b"")
            self._set_marker(marker)
            self.is_set_back = False

    def _set_back(self, stream: Stream) -> None:
        """Others hold what we do not: if the stream is our own, this disk was brought back from a copy, or cloned.

        A new epoch is due before the next write.
        """
        if stream.device == self._device:
            self.is_set_back = True
            self._set_marker(b"")

    def _set_marker(self, marker: bytes) -> None:
        self._connection.execute("INSERT OR REPLACE INTO setting VALUES ('marker', ?)", (marker,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        kept = False
        try:
            with transaction(self._connection):
                self._look()
                self._projection.begin()
                yield
                if self._projection.erased_now:
                    self._connection.execute("INSERT OR REPLACE INTO setting VALUES ('to_clean', 1)")
            kept = True
            if self._projection.erased_now:
                self.on_erased()
        finally:
            if not kept:
                self._version = None
                self._names.forget()
                self._log.forget()

    def _look(self) -> None:
        """Reads how far every stream goes, whom the root admitted and who was erased: what others may have changed.

        What this ledger itself commits it knows; SQLite changes the number whenever somebody else has committed.
        """
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._names.refresh()
            self._log.refresh()
            self._projection.refresh()
            self._version = version


def _nothing() -> None:
    """Nobody listens."""


def _order(place_and_segment: tuple[int, ReadSegment]) -> tuple[bool, Stream, int]:
    # Certificates first, then each stream in its own order, however the segments were shuffled.
    segment = place_and_segment[1]
    return segment.stream.scope != SCHOOL_SCOPE, segment.stream, segment.first_seq
