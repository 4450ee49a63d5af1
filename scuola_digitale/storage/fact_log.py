"""The log: append-only streams of facts, as they were written and whoever wrote them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from scuola_digitale.format.branches import ask_from, is_suspended, place_of, starts, states_of
from scuola_digitale.format.chain import (
    FactRow,
    RedactedRow,
    Row,
    Stream,
    StreamState,
    chain_on,
    fact_hash,
    genesis,
)
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import ReadSegment, cut_segment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.names import Names

HEAD_FACTS = 1_000
HEAD_BYTES = 32 << 10
"""A head stands at least every so many facts or bytes of bodies."""

SignHead = Callable[[Stream, int, bytes], Head]


@dataclass(slots=True)
class HeldStream:
    """A stream as held here, or a branch of one that forked.

    Attributes:
        number: in this database.
        seq, chain: where it ends.
        open_bytes: of bodies since its last head.
        held: how far a keeper holds it too.
        parent, after: a branch's rows begin behind seq `after` of another one; 0 and 0 for a whole stream.
    """

    number: int
    stream: Stream
    seq: int
    chain: bytes
    open_bytes: int = 0
    held: int = 0
    parent: int = 0
    after: int = 0


class NotTakenError(Exception):
    """Why a good segment cannot be taken, in English for the log."""


class FactLog:
    """Append-only streams of facts; a known fact again changes nothing.

    It speaks only inside the transaction of its caller, who also folds what is new.

    Attributes:
        erased: the persons of whom nothing but hashes is kept; set by the projection.
    """

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._branches: dict[Stream, list[HeldStream]] = {}
        self._by_number: dict[int, HeldStream] = {}
        self._asks_from: dict[Stream, int] = {}
        self._chains: dict[tuple[int, int], bytes] = {}
        self.erased: frozenset[bytes] = frozenset()

    def refresh(self) -> None:
        """Reads how far every stream goes; called once a transaction, since others may have written."""
        self._branches, self._by_number = {}, {}
        rows = self._connection.execute(
            "SELECT number, device, epoch, scope, seq, chain, open_bytes, held, parent, after FROM stream"
            " ORDER BY number"
        )
        for number, device, epoch, scope, *rest in rows:
            self._remember(HeldStream(number, Stream(device, epoch, scope), *rest))

    def _remember(self, held: HeldStream) -> None:
        self._branches.setdefault(held.stream, []).append(held)
        self._by_number[held.number] = held

    def forked(self, scopes: Collection[str]) -> list[list[HeldStream]]:
        """The branches of each stream of some scopes; the school's own first: its certificates open the others."""
        found = [branches for stream, branches in self._branches.items() if stream.scope in scopes]
        return sorted(found, key=lambda one: (one[0].stream.scope != "scuola", one[0].stream))

    def branches(self, stream: Stream) -> list[HeldStream]:
        """All branches of a stream, the one that was held first first."""
        return self._branches[stream]

    def streams(self, scopes: Collection[str]) -> list[HeldStream]:
        """The streams of some scopes in the same order, branch by branch."""
        return [held for branches in self.forked(scopes) for held in branches]

    def all_streams(self) -> list[HeldStream]:
        """Every stream held."""
        return self.streams(self.scopes())

    def scopes(self) -> set[str]:
        """The scopes of the streams held."""
        return {stream.scope for stream in self._branches}

    def states(self, scopes: Collection[str]) -> list[StreamState]:
        """How far the streams of some scopes go, and from where one that forked is asked for."""
        return [
            state
            for branches in self.forked(scopes)
            for state in states_of(branches, asks_from=self._asks_from.get(branches[0].stream))
        ]

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

    def salts(self, held: HeldStream) -> dict[bytes, bytes]:
        """The salt of each person in a stream."""
        rows = self._connection.execute(
            "SELECT value, salt FROM salt JOIN name ON number = person WHERE stream = ?", (held.number,)
        )
        return dict(rows.fetchall())

    def append(self, held: HeldStream, rows: Sequence[Row], sign: SignHead) -> list[tuple[int, Row]]:
        """Writes this device's own facts behind its last one, and a head wherever one is due.

        Gives the rows as they are kept, with their seqs.
        """
        rows = self._without_erased(rows)
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
        return list(enumerate(rows, start=seq + 1))

    def sign_tip(self, held: HeldStream, sign: SignHead) -> None:
        """Signs the end of a stream where no head stands there yet."""
        if held.seq > self._last_head(held):
            self._add_head(held, sign(held.stream, held.seq, held.chain), held.open_bytes)
            held.open_bytes = 0
            self._save(held)

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
        rows = self._without_erased(segment.rows[known - segment.first_seq + 1 :])
        if known < held.seq:
            held = self._begin(segment.stream, known, self.chain_at(held, known), held.number)
        self._check_salts(held, rows)
        self._store(held, rows, segment.head.chain)
        self._add_head(held, segment.head, sum(len(row.body) for row in rows if isinstance(row, FactRow)))
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

    def _without_erased(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows, but of facts about erased persons their hashes alone."""
        if not self.erased:
            return rows
        return [
            RedactedRow(fact_hash(row)) if isinstance(row, FactRow) and row.person in self.erased else row
            for row in rows
        ]

    def erase(self, person: bytes) -> None:
        """Turns every fact about a person into its salted hash, and drops the salts."""
        number = self._names.number.get(person)
        held = self._connection.execute("SELECT stream FROM salt WHERE person = ?", (number,)).fetchall()
        for (stream,) in held:
            places = self._connection.execute(
                "SELECT seq FROM fact WHERE stream = ? AND person = ?", (stream, number)
            ).fetchall()
            self._redact(self._by_number[stream], [seq for (seq,) in places])
        self._connection.execute("DELETE FROM salt WHERE person = ?", (number,))

    def _redact(self, held: HeldStream, seqs: Sequence[int]) -> None:
        hashes = [fact_hash(self.rows(held, seq, seq)[0]) for seq in seqs]
        self._connection.executemany(
            "UPDATE fact SET kind = NULL, hlc_ms = NULL, person = NULL, subject = NULL, body = ?"
            " WHERE stream = ? AND seq = ?",
            [(value, held.number, seq) for seq, value in zip(seqs, hashes, strict=True)],
        )

    def rows(self, held: HeldStream, first: int, last: int) -> list[Row]:
        """The rows of a stream from seq `first` to `last`, both included; of a branch its own alone."""
        found = self._connection.execute(_ROWS, (held.number, first, last))
        return [
            FactRow(kind, hlc_ms, person, subject, salt or b"", body)
            if kind is not None
            else RedactedRow(body)
            for kind, hlc_ms, person, subject, salt, body in found
        ]

    def rows_of_kinds(self, kinds: Sequence[int]) -> Iterator[tuple[HeldStream, int, FactRow]]:
        """Every fact of some kinds in the school's own scope, with its place."""
        wanted = "SELECT seq FROM fact WHERE stream = ? AND kind = ? ORDER BY seq"
        for held in self.streams(("scuola",)):
            for kind in kinds:
                for (seq,) in self._connection.execute(wanted, (held.number, kind)).fetchall():
                    row = self.rows(held, seq, seq)[0]
                    if isinstance(row, FactRow):
                        yield held, seq, row

    def about(self, person: bytes) -> Iterator[tuple[HeldStream, int, FactRow]]:
        """Every fact about a person that is not erased, with its place, stream by stream."""
        number = self._names.number.get(person)
        held = self._connection.execute("SELECT stream FROM salt WHERE person = ?", (number,)).fetchall()
        for stream in sorted(one for (one,) in held):
            places = self._connection.execute(
                "SELECT seq FROM fact WHERE stream = ? AND person = ? ORDER BY seq", (stream, number)
            ).fetchall()
            for (seq,) in places:
                row = self.rows(self._by_number[stream], seq, seq)[0]
                if isinstance(row, FactRow):
                    yield self._by_number[stream], seq, row

    def last_before(self, held: HeldStream, until_ms: int) -> int:
        """The last seq of a stream that was written before a time; 0 for none."""
        found = self._connection.execute(
            "SELECT min(seq) FROM fact WHERE stream = ? AND hlc_ms >= ?", (held.number, until_ms)
        ).fetchone()[0]
        return held.seq if found is None else found - 1

    def segments_for(self, peer: PeerVector, scopes: Collection[str]) -> Iterator[bytes]:
        """Segments of what a peer lacks of some scopes, branch by branch, each in order."""
        for branches in self.forked(scopes):
            for held, after in starts(branches, peer, self._heads):
                if after < held.seq:
                    yield from self._segments_after(held, after)

    def _segments_after(self, held: HeldStream, seq: int) -> Iterator[bytes]:
        """What follows `seq` in a stream, cut at its heads; what no head covers yet is left out."""
        heads = self._connection.execute(
            "SELECT seq, chain, signature FROM head WHERE stream = ? AND seq > ? ORDER BY seq",
            (held.number, seq),
        ).fetchall()
        previous = self.chain_at(held, seq) if heads else b""
        for place, chain_value, signature in heads:
            rows = self.rows(held, seq + 1, place)
            yield cut_segment(held.stream, rows, previous, Head(place, chain_value, signature))
            seq, previous = place, chain_value

    def _heads(self, held: HeldStream) -> list[tuple[int, bytes]]:
        found = self._connection.execute("SELECT seq, chain FROM head WHERE stream = ?", (held.number,))
        return found.fetchall()

    def note_held(self, held: HeldStream, seq: int) -> None:
        """Notes that a keeper holds a stream up to `seq`."""
        held.held = max(held.held, min(seq, held.seq))
        self._save(held)

    def chain_at(self, held: HeldStream, seq: int) -> bytes:
        """h(seq) in a branch, the rows before it included."""
        value = self._chains.get((held.number, seq))
        if value is None:
            value = self._chains[held.number, seq] = self._computed_chain(held, seq)
        return value

    def forget(self) -> None:
        """After a rollback: what was read inside it is void."""
        self._chains.clear()

    def _computed_chain(self, held: HeldStream, seq: int) -> bytes:
        if seq == held.seq:
            return held.chain
        if seq < held.after or (seq == held.after and held.parent):
            return self.chain_at(self._by_number[held.parent], seq)
        nearest = self._connection.execute(
            "SELECT seq, chain FROM head WHERE stream = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
            (held.number, seq),
        ).fetchone()
        if nearest is None:
            parent = self._by_number.get(held.parent)
            nearest = held.after, self.chain_at(parent, held.after) if parent else genesis(held.stream)
        place, value = nearest
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
        return found.fetchone()[0] or held.after

    def _add_head(self, held: HeldStream, head: Head, size: int) -> None:
        """Keeps a head, and drops the one before where this one does its work: live boards sign every fact."""
        last = self._connection.execute(
            "SELECT seq, bytes FROM head WHERE stream = ? ORDER BY seq DESC LIMIT 2", (held.number,)
        ).fetchall()
        if last:
            before = last[1][0] if len(last) > 1 else held.after
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
