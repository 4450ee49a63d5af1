"""What is read of the log: which streams are held, in which branches, how far; their facts, and their chains."""

from collections.abc import Collection, Iterator, Sequence

from scuola_digitale.format.branches import states_of
from scuola_digitale.format.chain import FactRow, RedactedRow, Row, Stream, StreamState, chain_on, genesis
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.heads import Heads
from scuola_digitale.storage.held_stream import HeldStream
from scuola_digitale.storage.names import Names
from scuola_digitale.storage.packed_facts import PackedFacts


class LogReading:
    """The streams in a database as they are read; `fact_log.FactLog` writes them.

    It speaks only inside the transaction of its caller.
    """

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._branches: dict[Stream, list[HeldStream]] = {}
        self._by_number: dict[int, HeldStream] = {}
        self._heads = Heads(connection)
        self._packed = PackedFacts(connection)
        self._asks_from: dict[Stream, int] = {}
        self._chains: dict[tuple[int, int], bytes] = {}

    def refresh(self) -> None:
        """Reads how far every stream goes."""
        self._branches, self._by_number = {}, {}
        self._heads.forget()
        rows = self._connection.execute(
            "SELECT number, device, epoch, scope, seq, chain, open_bytes, held, parent, after FROM stream"
            " ORDER BY number"
        )
        for number, device, epoch, scope, *rest in rows:
            self._remember(HeldStream(number, Stream(device, epoch, scope), *rest))
        self._packed.refresh()

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

    def salts(self, held: HeldStream) -> dict[bytes, bytes]:
        """The salt of each person in a stream."""
        rows = self._connection.execute(
            "SELECT value, salt FROM salt JOIN name ON number = person WHERE stream = ?", (held.number,)
        )
        return dict(rows.fetchall())

    def rows(self, held: HeldStream, first: int, last: int) -> list[Row]:
        """The rows of a stream from seq `first` to `last`, both included; of a branch its own alone."""
        found = self._connection.execute(_ROWS, (held.number, first, last))
        return self._packed.rows(held.number, first, last) + [
            FactRow(kind, hlc_ms, person, subject, salt or b"", body)
            if kind is not None
            else RedactedRow(body)
            for kind, hlc_ms, person, subject, salt, body in found
        ]

    def rows_of_kinds(self, kinds: Sequence[int]) -> Iterator[tuple[HeldStream, int, FactRow]]:
        """Every fact of some kinds in the school's own scope, with its place; that scope is never packed."""
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
        for stream in self._streams_about(person):
            for seq, packed in self._packed.about(stream, person):
                yield self._by_number[stream], seq, packed
            places = self._connection.execute(
                "SELECT seq FROM fact WHERE stream = ? AND person = ? ORDER BY seq", (stream, number)
            ).fetchall()
            for (seq,) in places:
                row = self.rows(self._by_number[stream], seq, seq)[0]
                if isinstance(row, FactRow):
                    yield self._by_number[stream], seq, row

    def last_before(self, held: HeldStream, until_ms: int) -> int:
        """The last seq of a stream that was written before a time; 0 for none."""
        packed = self._packed.first_since(held.number, until_ms)
        if packed is not None:
            return packed - 1
        found = self._connection.execute(
            "SELECT min(seq) FROM fact WHERE stream = ? AND hlc_ms >= ?", (held.number, until_ms)
        ).fetchone()[0]
        return held.seq if found is None else found - 1

    def _streams_about(self, person: bytes) -> list[int]:
        number = self._names.number.get(person)
        held = self._connection.execute("SELECT stream FROM salt WHERE person = ?", (number,)).fetchall()
        return sorted(stream for (stream,) in held)

    def _last_head(self, held: HeldStream) -> int:
        return self._heads.last_seq(held.number) or held.after

    def chain_at(self, held: HeldStream, seq: int) -> bytes:
        """h(seq) in a branch, the rows before it included."""
        value = self._chains.get((held.number, seq))
        if value is None:
            value = self._chains[held.number, seq] = self._computed_chain(held, seq)
        return value

    def forget(self) -> None:
        """After a rollback: what was read inside it is void."""
        self._chains.clear()
        self._heads.forget()

    def _computed_chain(self, held: HeldStream, seq: int) -> bytes:
        if seq == held.seq:
            return held.chain
        if seq < held.after or (seq == held.after and held.parent):
            return self.chain_at(self._by_number[held.parent], seq)
        nearest = self._heads.last_within(held.number, 0, seq)
        if nearest is not None:
            place, value = nearest.seq, nearest.chain
        else:
            parent = self._by_number.get(held.parent)
            place, value = held.after, self.chain_at(parent, held.after) if parent else genesis(held.stream)
        return chain_on(value, self.rows(held, place + 1, seq))[-1] if place < seq else value


_ROWS = """
SELECT kind, hlc_ms, person.value, subject.value, salt, body FROM fact
LEFT JOIN name AS person ON person.number = fact.person
LEFT JOIN name AS subject ON subject.number = fact.subject
LEFT JOIN salt ON salt.stream = fact.stream AND salt.person = fact.person
WHERE fact.stream = ? AND seq BETWEEN ? AND ? ORDER BY seq
"""
