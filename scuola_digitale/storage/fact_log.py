"""The log: append-only streams of facts, as they were written and whoever wrote them; how it grows, shrinks and is sent."""

from collections.abc import Callable, Collection, Iterator, Sequence

from scuola_digitale.format.branches import ask_from, is_suspended, place_of, starts
from scuola_digitale.format.chain import (
    FactRow,
    Row,
    Stream,
    chain_on,
    fact_hash,
    genesis,
)
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.heads import Head
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.segment import ReadSegment, cut_segment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.heads import HEAD_BYTES, HEAD_FACTS, STEP_BYTES
from scuola_digitale.storage.held_stream import HeldStream, NotTakenError
from scuola_digitale.storage.log_reading import LogReading
from scuola_digitale.storage.names import Names

PIECE_FACTS = 1_000
"""Facts that closing a year puts into one segment, if heads stand so: what a line that fails sends again."""
STEPPED_FACTS = 5_000
"""So many facts at most are signed in small steps at a time."""

SignHead = Callable[[Stream, int, bytes], Head]


class FactLog(LogReading):
    """Append-only streams of facts; a known fact again changes nothing.

    It speaks only inside the transaction of its caller, who also folds what is new.

    Attributes:
        gone: of what nothing but hashes is kept; set by the projection.
    """

    def __init__(self, connection: Connection, names: Names) -> None:
        super().__init__(connection, names)
        self.gone = Gone()

    def stream(self, stream: Stream) -> HeldStream:
        """A stream, begun if it was not known; of a forked one the branch that was held first."""
        branches = self._branches.get(stream)
        return branches[0] if branches else self._begin(stream, 0, genesis(stream))

    def _begin(self, stream: Stream, seq: int, chain: bytes, parent: int = 0) -> HeldStream:
        number = max(self._by_number, default=0) + 1
        held = HeldStream(number, stream, seq, chain, 0, seq, parent, seq)
        self._connection.execute(
            "INSERT INTO stream VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
            (number, stream.device, stream.epoch, stream.scope, seq, chain, seq, parent, seq),
        )
        self._remember(held)
        return held

    def append(self, held: HeldStream, rows: Sequence[Row], sign: SignHead) -> list[tuple[int, Row]]:
        """Writes this device's own facts behind its last one, and a head wherever one is due.

        Gives the rows as they are kept, with their seqs.
        """
        rows = self.gone.without(rows)
        previous, seq = held.chain, held.seq
        chains = chain_on(previous, rows)
        self._store(held, rows, chains[-1])
        facts = seq - self._last_head(held)
        for place, (row, value) in enumerate(zip(rows, chains, strict=True), start=seq + 1):
            facts += 1
            held.open_bytes += len(row.body) if isinstance(row, FactRow) else 0
            if facts >= HEAD_FACTS or held.open_bytes >= HEAD_BYTES:
                self._heads.add(held.number, held.after, sign(held.stream, place, value), held.open_bytes)
                facts = held.open_bytes = 0
        self._save(held)
        return list(enumerate(rows, start=seq + 1))

    def sign_tip(self, held: HeldStream, sign: SignHead) -> None:
        """Signs the end of a stream, where no head stands yet."""
        self._heads.add(held.number, held.after, sign(held.stream, held.seq, held.chain), held.open_bytes)
        held.open_bytes = 0
        self._save(held)

    def waits_for_steps(self, held: HeldStream) -> bool:
        """Whether nobody else holds so much of a stream yet that a line that falls would send a large piece again."""
        waiting = self._connection.execute(
            "SELECT sum(length(body)) FROM fact WHERE stream = ? AND seq > ?", (held.number, held.held)
        ).fetchone()[0]
        return (waiting or 0) > STEP_BYTES

    def sign_in_steps(self, held: HeldStream, sign: SignHead) -> None:
        """Signs what no keeper holds yet every few kilobytes, as much of it as goes into one message or so."""
        seq = max(held.held, held.after, self._packed.end(held.number))
        rows = self.rows(held, seq + 1, min(held.seq, seq + STEPPED_FACTS))
        signed, size = self._heads.seqs_behind(held.number, seq), 0
        for place, (row, value) in enumerate(
            zip(rows, chain_on(self.chain_at(held, seq), rows), strict=True), start=seq + 1
        ):
            size += len(row.body) if isinstance(row, FactRow) else 0
            if size >= STEP_BYTES and place not in signed:
                self._heads.put(held.number, sign(held.stream, place, value), size)
                size = 0
            elif place in signed:
                size = 0

    def is_signed(self, held: HeldStream) -> bool:
        """Whether a head stands at the end of a stream."""
        return held.seq <= self._last_head(held)

    def take(self, segment: ReadSegment) -> tuple[HeldStream, list[tuple[int, Row]]]:
        """Stores what is new of a verified segment; gives the branch it is of, and the new rows with their seqs.

        What leaves the branches held becomes a branch of its own: two clones wrote in the same place.

        Raises:
            NotTakenError: it leaves a gap; or its device is suspended; or the beginning of its branch is not
                held, and is asked for from now on.
        """
        held, known = self._place(segment)
        if known == segment.last_seq:
            return held, []
        rows = self.gone.without(segment.rows[known - segment.first_seq + 1 :])
        if known < held.seq:
            held = self._begin(segment.stream, known, self.chain_at(held, known), held.number)
        self._check_salts(held, rows)
        self._store(held, rows, segment.head.chain)
        self._heads.add(
            held.number,
            held.after,
            segment.head,
            sum(len(row.body) for row in rows if isinstance(row, FactRow)),
        )
        self._save(held)
        self._asks_from.pop(segment.stream, None)
        return held, list(enumerate(rows, start=known + 1))

    def _place(self, segment: ReadSegment) -> tuple[HeldStream, int]:
        first = self.stream(segment.stream)
        branches = self._branches[segment.stream]
        if is_suspended(branches):
            raise NotTakenError("a device with too many branches is suspended")
        found = place_of(segment, branches, self.chain_at)
        if found is not None:
            return found
        top = max(branch.seq for branch in branches)
        if segment.first_seq > top + 1:
            raise NotTakenError(f"a gap: {top} held, the segment begins at {segment.first_seq}")
        asks_from = min(ask_from(segment, top), self._asks_from.get(first.stream, top))
        self._asks_from[first.stream] = asks_from
        raise NotTakenError(f"a fork: asked for from {asks_from}")

    def erase(self, gone: Gone) -> list[tuple[int, int]]:
        """Turns every fact that is gone into its salted hash; gives stream numbers and seqs."""
        places = []
        held = {(stream, person) for person in gone.everybody for stream in self._streams_about(person)}
        for stream, person in held:
            seqs = self._rows_gone(stream, person, gone)
            self._redact(self._by_number[stream], seqs)
            places += [(stream, seq) for seq in seqs]
        for stream in {stream for stream, _ in held}:
            places += [(stream, seq) for seq in self._packed.redact(stream, gone)]
        numbers = [(self._names.number.get(person),) for person in gone.persons]
        self._connection.executemany("DELETE FROM salt WHERE person = ?", numbers)
        return places

    def _rows_gone(self, stream: int, person: bytes, gone: Gone) -> list[int]:
        found = self._connection.execute(
            "SELECT seq, kind, hlc_ms FROM fact WHERE stream = ? AND person = ?",
            (stream, self._names.number.get(person)),
        ).fetchall()
        rows = ((seq, FactRow(kind, hlc_ms, person, None, b"", b"")) for seq, kind, hlc_ms in found)
        return [seq for seq, row in rows if gone.covers(row)]

    def _redact(self, held: HeldStream, seqs: Sequence[int]) -> None:
        hashes = [fact_hash(self.rows(held, seq, seq)[0]) for seq in seqs]
        self._connection.executemany(
            "UPDATE fact SET kind = NULL, hlc_ms = NULL, person = NULL, subject = NULL, body = ?"
            " WHERE stream = ? AND seq = ?",
            [(value, held.number, seq) for seq, value in zip(seqs, hashes, strict=True)],
        )

    def streams_to_pack(self) -> list[int]:
        """The numbers of the streams that closing a year looks at: those of the sites.

        The school's own stay rows: they are few, random bytes, and read at each start.
        """
        return [held.number for held in self.all_streams() if held.stream.scope != SCHOOL_SCOPE]

    def pack_run(self, number: int, until_ms: int, least: int) -> int:
        """Packs the next run of a stream that is older than a time; gives how many facts, 0 when none of `least` is left."""
        held = self._by_number[number]
        after = max(self._packed.end(number), held.after)
        head = self._end_of_run(number, after, until_ms, least)
        if head is None:
            return 0
        rows = self.rows(held, after + 1, head.seq)
        packed = self._packed.pack(number, held.stream, rows, self.chain_at(held, after), head)
        return len(rows) if packed else 0

    def _end_of_run(self, number: int, after: int, until_ms: int, least: int) -> Head | None:
        """The head at which the next piece of a stream ends; None if no piece is worth it.

        The last one near enough that nothing newer stands before it. Where the old facts have no head of their own,
        since the first of the new year were signed with them, the one behind them: those are packed early.
        """
        first = self._heads.first_behind(number, after + least - 1)
        if first is None:
            return None
        end = max(first.seq, after + PIECE_FACTS)
        newer = self._connection.execute(
            "SELECT min(seq) FROM fact WHERE stream = ? AND seq > ? AND seq <= ? AND hlc_ms >= ?",
            (number, after, end, until_ms),
        ).fetchone()[0]
        if newer is None or newer > first.seq:
            return self._heads.last_within(number, first.seq, end if newer is None else newer - 1)
        return first if newer - 1 - after >= least else None

    def segments_for(self, peer: PeerVector, scopes: Collection[str]) -> Iterator[bytes]:
        """Segments of what a peer lacks of some scopes, branch by branch, each in order."""
        for branches in self.forked(scopes):
            for held, after in starts(branches, peer, lambda one: self._heads.points(one.number)):
                if after < held.seq:
                    yield from self._segments_after(held, after)

    def _segments_after(self, held: HeldStream, seq: int) -> Iterator[bytes]:
        """What follows `seq` in a stream, cut at its heads; what no head covers yet is left out.

        A packed piece goes as it is, where the peer lacks all of it.
        """
        while seq < held.seq:
            piece = self._packed.piece_behind(held.number, seq)
            if piece is None:
                head = self._heads.first_behind(held.number, seq)
                if head is None:
                    return
                rows = self.rows(held, seq + 1, head.seq)
                piece = head.seq, cut_segment(held.stream, rows, self.chain_at(held, seq), head)
            seq, segment = piece
            yield segment

    def note_held(self, held: HeldStream, seq: int) -> None:
        """Notes that a keeper holds a stream up to `seq`."""
        held.held = max(held.held, min(seq, held.seq))
        self._save(held)

    def _check_salts(self, held: HeldStream, rows: Sequence[Row]) -> None:
        known = self.salts(held)
        for row in rows:
            if (
                isinstance(row, FactRow)
                and row.person is not None
                and known.setdefault(row.person, row.salt) != row.salt
            ):
                raise NotTakenError("another salt for a person than before")

    def _store(self, held: HeldStream, rows: Sequence[Row], chain: bytes) -> None:
        facts = [row for row in rows if isinstance(row, FactRow)]
        salts = {row.person: row.salt for row in facts if row.person is not None}
        self._names.add(row.subject for row in facts)
        self._names.add(salts)
        number = self._names.number
        self._connection.executemany(
            "INSERT INTO salt VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(held.number, number[person], salt) for person, salt in salts.items()],
        )
        self._connection.executemany(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (held.number, seq, row.kind, row.hlc_ms, number[row.person], number[row.subject], row.body)
                if isinstance(row, FactRow)
                else (held.number, seq, None, None, None, None, row.fact_hash)
                for seq, row in enumerate(rows, start=held.seq + 1)
            ],
        )
        held.seq += len(rows)
        held.chain = chain

    def _save(self, held: HeldStream) -> None:
        self._connection.execute(
            "UPDATE stream SET seq = ?, chain = ?, open_bytes = ?, held = ? WHERE number = ?",
            (held.seq, held.chain, held.open_bytes, held.held, held.number),
        )
