"""The log: append-only streams of facts, as they were written and whoever wrote them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from scuola_digitale.format.chain import FactRow, RedactedRow, Row, Stream, StreamState, chain_on, genesis
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import ReadSegment, cut_segment
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.names import Names

HEAD_FACTS = 1_000
HEAD_BYTES = 32 << 10
"""A head stands at least every so many facts or bytes of bodies."""

SignHead = Callable[[Stream, int, bytes], Head]


@dataclass(slots=True)
class HeldStream:
    """A stream as held here; `open_bytes` of bodies since its last head, `held` by a keeper too."""

    number: int
    stream: Stream
    seq: int
    chain: bytes
    open_bytes: int
    held: int

    @property
    def state(self) -> StreamState:
        """How far it goes."""
        return StreamState(self.stream, self.seq, self.chain)


class NotTakenError(Exception):
    """Why a good segment cannot be taken, in English for the log."""


class FactLog:
    """Append-only streams of facts; a known fact again changes nothing.

    It speaks only inside the transaction of its caller, who also folds what is new.
    """

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._streams: dict[Stream, HeldStream] = {}

    def refresh(self) -> None:
        """Reads how far every stream goes; called once a transaction, since others may have written."""
        rows = self._connection.execute(
            "SELECT number, device, epoch, scope, seq, chain, open_bytes, held FROM stream"
        )
        held = (HeldStream(row[0], Stream(row[1], row[2], row[3]), *row[4:]) for row in rows)
        self._streams = {one.stream: one for one in held}

    def streams(self, scopes: Collection[str]) -> list[HeldStream]:
        """The streams of some scopes; the school's own first, since its certificates open the others."""
        found = [one for one in self._streams.values() if one.stream.scope in scopes]
        return sorted(found, key=lambda one: (one.stream.scope != "scuola", one.stream))

    def all_streams(self) -> list[HeldStream]:
        """Every stream held."""
        return self.streams({stream.scope for stream in self._streams})

    def stream(self, stream: Stream) -> HeldStream:
        """A stream, begun if it was not known."""
        held = self._streams.get(stream)
        if held is None:
            held = HeldStream(len(self._streams) + 1, stream, 0, genesis(stream), 0, 0)
            self._connection.execute(
                "INSERT INTO stream VALUES (?, ?, ?, ?, 0, ?, 0, 0)",
                (held.number, stream.device, stream.epoch, stream.scope, held.chain),
            )
            self._streams[stream] = held
        return held

    def salts(self, held: HeldStream) -> dict[bytes, bytes]:
        """The salt of each person in a stream."""
        rows = self._connection.execute(
            "SELECT value, salt FROM salt JOIN name ON number = person WHERE stream = ?", (held.number,)
        )
        return dict(rows.fetchall())

    def append(self, held: HeldStream, rows: Sequence[Row], sign: SignHead) -> None:
        """Writes this device's own facts behind its last one, and a head wherever one is due."""
        previous, seq = held.chain, held.seq
        chains = chain_on(previous, rows)
        self._store(held, rows, chains[-1])
        facts = seq - self._last_head(held)
        for place, (row, value) in enumerate(zip(rows, chains, strict=True), start=seq + 1):
            facts += 1
            held.open_bytes += len(row.body) if isinstance(row, FactRow) else 0
            if facts >= HEAD_FACTS or held.open_bytes >= HEAD_BYTES:
                self._add_head(held, sign(held.stream, place, value), held.open_bytes)
                facts = held.open_bytes = 0
        self._save(held)

    def sign_tip(self, held: HeldStream, sign: SignHead) -> None:
        """Signs the end of a stream where no head stands there yet."""
        if held.seq > self._last_head(held):
            self._add_head(held, sign(held.stream, held.seq, held.chain), held.open_bytes)
            held.open_bytes = 0
            self._save(held)

    def take(self, segment: ReadSegment) -> list[tuple[int, Row]]:
        """Stores what is new of a verified segment; gives the new rows with their seqs.

        Raises:
            NotTakenError: it leaves a gap, or belongs to another branch of the stream than the one held.
        """
        held = self.stream(segment.stream)
        known = held.seq - segment.first_seq + 1
        if known < 0:
            raise NotTakenError(f"a gap: {held.seq} held, the segment begins at {segment.first_seq}")
        if known >= len(segment.rows):
            return []
        # The chain must go on from what is held: else the device wrote two different facts in one place.
        if (segment.chains[known - 1] if known else segment.previous_chain) != held.chain:
            raise NotTakenError("a fork: this chain is not the one held")
        rows = segment.rows[known:]
        self._check_salts(held, rows)
        first = held.seq + 1
        self._store(held, rows, segment.head.chain)
        self._add_head(held, segment.head, sum(len(row.body) for row in rows if isinstance(row, FactRow)))
        self._save(held)
        return list(enumerate(rows, start=first))

    def rows(self, held: HeldStream, first: int, last: int) -> list[Row]:
        """The rows of a stream from seq `first` to `last`, both included."""
        found = self._connection.execute(_ROWS, (held.number, first, last))
        return [
            FactRow(kind, hlc_ms, person, subject, salt or b"", body)
            if kind is not None
            else RedactedRow(body)
            for kind, hlc_ms, person, subject, salt, body in found
        ]

    def segments_after(self, held: HeldStream, seq: int) -> Iterable[bytes]:
        """What follows `seq` in a stream, cut at its heads; what no head covers yet is left out."""
        heads = self._connection.execute(
            "SELECT seq, chain, signature FROM head WHERE stream = ? AND seq > ? ORDER BY seq",
            (held.number, seq),
        ).fetchall()
        previous = self._chain_at(held, seq) if heads else b""
        for place, chain_value, signature in heads:
            rows = self.rows(held, seq + 1, place)
            yield cut_segment(held.stream, rows, previous, Head(place, chain_value, signature))
            seq, previous = place, chain_value

    def note_held(self, held: HeldStream, seq: int) -> None:
        """Notes that a keeper holds a stream up to `seq`."""
        held.held = max(held.held, min(seq, held.seq))
        self._save(held)

    def _chain_at(self, held: HeldStream, seq: int) -> bytes:
        nearest = self._connection.execute(
            "SELECT seq, chain FROM head WHERE stream = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
            (held.number, seq),
        ).fetchone()
        place, value = nearest or (0, genesis(held.stream))
        return chain_on(value, self.rows(held, place + 1, seq))[-1] if place < seq else value

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

    def _last_head(self, held: HeldStream) -> int:
        found = self._connection.execute("SELECT max(seq) FROM head WHERE stream = ?", (held.number,))
        return found.fetchone()[0] or 0

    def _add_head(self, held: HeldStream, head: Head, size: int) -> None:
        """Keeps a head, and drops the one before where this one does its work: live boards sign every fact."""
        last = self._connection.execute(
            "SELECT seq, bytes FROM head WHERE stream = ? ORDER BY seq DESC LIMIT 2", (held.number,)
        ).fetchall()
        if last:
            before = last[1][0] if len(last) > 1 else 0
            if head.seq - before <= HEAD_FACTS and size + last[0][1] <= HEAD_BYTES:
                self._connection.execute(
                    "DELETE FROM head WHERE stream = ? AND seq = ?", (held.number, last[0][0])
                )
                size += last[0][1]
        self._connection.execute(
            "INSERT INTO head VALUES (?, ?, ?, ?, ?)",
            (held.number, head.seq, head.chain, head.signature, size),
        )

    def _save(self, held: HeldStream) -> None:
        self._connection.execute(
            "UPDATE stream SET seq = ?, chain = ?, open_bytes = ?, held = ? WHERE number = ?",
            (held.seq, held.chain, held.open_bytes, held.held, held.number),
        )


_ROWS = """
SELECT kind, hlc_ms, person.value, subject.value, salt, body FROM fact
LEFT JOIN name AS person ON person.number = fact.person
LEFT JOIN name AS subject ON subject.number = fact.subject
LEFT JOIN salt ON salt.stream = fact.stream AND salt.person = fact.person
WHERE fact.stream = ? AND seq BETWEEN ? AND ? ORDER BY seq
"""
