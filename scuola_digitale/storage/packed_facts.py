"""Facts of closed years: not rows any more, but the segments that travel, with the same chain and the same proof."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from scuola_digitale.format.canonical import hostile
from scuola_digitale.format.chain import FactRow, RedactedRow, Row, Stream, fact_hash
from scuola_digitale.format.errors import BadSegmentError, UnknownDeviceError
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import ReadSegment, cut_segment, parse_segment, read_segment
from scuola_digitale.storage.connection import DATABASE, Connection
from scuola_digitale.storage.errors import MemoryDamagedError


class PackedFacts:
    """The packed beginnings of streams, in pieces: each a segment, one after the other without gaps.

    Of a branch its own rows alone are packed. Behind the last piece the facts stand as rows.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ends: dict[int, int] = {}

    def refresh(self) -> None:
        """Reads how far each stream is packed; called once a transaction."""
        self._ends = dict(
            self._connection.execute("SELECT stream, max(last) FROM packed GROUP BY stream").fetchall()
        )

    def end(self, stream: int) -> int:
        """The last packed seq of a stream, by its number; 0 for none."""
        return self._ends.get(stream, 0)

    def rows(self, stream: int, first: int, last: int) -> list[Row]:
        """The packed rows of a stream from seq `first` to `last`, as far as they are packed."""
        if first > self.end(stream):
            return []
        found: list[Row] = []
        for start, chain, segment in self._pieces(stream, first, last):
            rows = _read(segment, chain).rows
            found += rows[max(0, first - start) : last - start + 1]
        return found

    def _pieces(self, stream: int, first: int, last: int) -> list[tuple[int, bytes, bytes]]:
        return self._connection.execute(
            "SELECT first, chain, segment FROM packed WHERE stream = ? AND last >= ? AND first <= ? ORDER BY last",
            (stream, first, last),
        ).fetchall()

    def piece_behind(self, stream: int, seq: int) -> tuple[int, bytes] | None:
        """The piece whose first row follows `seq`, as it is sent, behind its last seq; None where none begins there."""
        if seq >= self.end(stream):
            return None
        found: tuple[int, bytes] | None = self._connection.execute(
            "SELECT last, segment FROM packed WHERE stream = ? AND last > ? AND first = ?",
            (stream, seq, seq + 1),
        ).fetchone()
        return found

    def first_since(self, stream: int, since_ms: int) -> int | None:
        """The first packed seq of a stream that was written at a time or later; None for none."""
        found = self._connection.execute(
            "SELECT first, chain, segment FROM packed WHERE stream = ? AND latest_ms >= ? ORDER BY last LIMIT 1",
            (stream, since_ms),
        ).fetchone()
        if found is None:
            return None
        first, chain, segment = found
        return next(
            seq
            for seq, row in enumerate(_read(segment, chain).rows, start=first)
            if isinstance(row, FactRow) and row.hlc_ms >= since_ms
        )

    def pack(self, number: int, stream: Stream, rows: Sequence[Row], previous: bytes, head: Head) -> bool:
        """Turns rows into a piece, inside the caller's transaction.

        Args:
            number: of the stream in this database.
            stream: the stream itself.
            rows: all that stand behind its last piece, up to the head.
            previous: the chain before the first of them.
            head: signed by the device at the last of them.

        Returns:
            False, and nothing is touched, where the piece would not be the proof that the rows are: what is
            damaged is not made to last.
        """
        segment, first = _proof(stream, rows, previous, head), head.seq - len(rows) + 1
        if not segment:
            return False
        self._connection.execute(
            "INSERT INTO packed (stream, first, last, latest_ms, chain, segment) VALUES (?, ?, ?, ?, ?, ?)",
            (number, first, head.seq, _latest_ms(rows), head.chain, segment),
        )
        self._connection.execute(
            "DELETE FROM fact WHERE stream = ? AND seq BETWEEN ? AND ?", (number, first, head.seq)
        )
        self._ends[number] = head.seq
        return True

    def about(self, stream: int, person: bytes) -> Iterator[tuple[int, FactRow]]:
        """Every packed fact about a person in a stream, with its seq."""
        for first, chain, segment in self._pieces(stream, 1, self.end(stream)):
            for seq, row in enumerate(_read(segment, chain).rows, start=first):
                if isinstance(row, FactRow) and row.person == person:
                    yield seq, row

    def redact(self, stream: int, gone: Gone) -> list[int]:
        """Leaves of what is gone in a stream the hashes alone; gives the seqs. The chain stays as it was."""
        seqs: list[int] = []
        for first, chain, segment in self._pieces(stream, 1, self.end(stream)):
            read = _read(segment, chain)
            covered = {seq for seq, row in enumerate(read.rows, start=first) if gone.covers(row)}
            if covered:
                self._rewrite(stream, read, covered)
                seqs += sorted(covered)
        if seqs:
            # What was unpacked is kept a while: nothing of it may stay in memory either.
            _read.cache_clear()
        return seqs

    def _rewrite(self, stream: int, read: ReadSegment, redacted: Collection[int]) -> None:
        rows = [
            RedactedRow(fact_hash(row)) if seq in redacted else row
            for seq, row in enumerate(read.rows, start=read.first_seq)
        ]
        segment = cut_segment(read.stream, rows, read.previous_chain, read.head)
        self._connection.execute(
            "UPDATE packed SET segment = ?, latest_ms = ? WHERE stream = ? AND last = ?",
            (segment, _latest_ms(rows), stream, read.last_seq),
        )


def _proof(stream: Stream, rows: Sequence[Row], previous: bytes, head: Head) -> bytes:
    """Rows as a segment that says the same when it is read again; empty where it does not."""
    try:
        with hostile("rows that the disk did not keep"):
            segment = cut_segment(stream, rows, previous, head)
            read = parse_segment(segment)
    except BadSegmentError:
        return b""
    return segment if read.rows == list(rows) and read.head == head else b""


def packed_body(connection: Connection, stream: int, seq: int) -> bytes:
    """The body of one packed fact; empty where it is not packed, or erased."""
    found = connection.execute(
        "SELECT first, chain, segment FROM packed WHERE stream = ? AND last >= ? ORDER BY last LIMIT 1",
        (stream, seq),
    ).fetchone()
    if found is None or found[0] > seq:
        return b""
    row = _read(found[2], found[1]).rows[seq - found[0]]
    return row.body if isinstance(row, FactRow) else b""


def first_damage(connection: Connection, device_key: Callable[[bytes], bytes | None]) -> str:
    """The first piece that does not prove itself by its chain and its device's head, for the log; empty for none.

    Args:
        connection: to the database.
        device_key: the signing key of a device by its id, None where no certificate is known.
    """
    for stream, first, segment in connection.execute("SELECT stream, first, segment FROM packed"):
        try:
            read_segment(segment, device_key=device_key)
        except UnknownDeviceError:
            continue  # it waits for a certificate, as its facts do
        except BadSegmentError as error:
            return f"packed facts from {first} on in stream {stream}: {error.reason}"
    return ""


def _latest_ms(rows: Sequence[Row]) -> int | None:
    return max((row.hlc_ms for row in rows if isinstance(row, FactRow)), default=None)


@lru_cache(maxsize=4)
def _read(segment: bytes, chain: bytes) -> ReadSegment:
    """A piece as read, which leads to a chain value: its neighbours are often asked for one by one.

    Raises:
        MemoryDamagedError: the disk did not keep it.
    """
    try:
        read = parse_segment(segment)
    except BadSegmentError as error:
        raise MemoryDamagedError(Path(DATABASE)) from error
    if read.head.chain != chain:
        raise MemoryDamagedError(Path(DATABASE))
    return read
