"""The signed heads of the streams held: where segments may end, and from where chains are computed."""

from scuola_digitale.format.heads import Head
from scuola_digitale.storage.connection import Connection

HEAD_FACTS = 1_000
HEAD_BYTES = 32 << 10
"""A head stands at least every so many facts or bytes of bodies."""

STEP_BYTES = 4 << 10
"""And every so many bytes where a line falls: a piece that was not whole is sent again."""


class Heads:
    """The heads in a database; streams go by their numbers there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[int, int] = {}

    def forget(self) -> None:
        """After a rollback, or when somebody else has written: what was read before is void."""
        self._last.clear()

    def points(self, stream: int) -> list[tuple[int, bytes]]:
        """Seq and chain of each head of a stream."""
        found = self._connection.execute("SELECT seq, chain FROM head WHERE stream = ?", (stream,))
        return found.fetchall()

    def last_seq(self, stream: int) -> int:
        """Where the last head of a stream stands; 0 for none."""
        if stream not in self._last:
            found = self._connection.execute("SELECT max(seq) FROM head WHERE stream = ?", (stream,))
            self._last[stream] = found.fetchone()[0] or 0
        return self._last[stream]

    def seqs_behind(self, stream: int, seq: int) -> set[int]:
        """Where heads of a stream stand behind a seq."""
        found = self._connection.execute("SELECT seq FROM head WHERE stream = ? AND seq > ?", (stream, seq))
        return {one for (one,) in found}

    def first_behind(self, stream: int, seq: int) -> Head | None:
        """The first head behind a seq."""
        found = self._connection.execute(
            "SELECT seq, chain, signature FROM head WHERE stream = ? AND seq > ? ORDER BY seq LIMIT 1",
            (stream, seq),
        ).fetchone()
        return Head(*found) if found else None

    def last_within(self, stream: int, first: int, last: int) -> Head | None:
        """The last head from seq `first` to `last`, both included."""
        found = self._connection.execute(
            "SELECT seq, chain, signature FROM head WHERE stream = ? AND seq BETWEEN ? AND ?"
            " ORDER BY seq DESC LIMIT 1",
            (stream, first, last),
        ).fetchone()
        return Head(*found) if found else None

    def add(self, stream: int, after: int, head: Head, size: int) -> None:
        """Keeps a head, and drops the one before where this one does its work: live boards sign every fact.

        Args:
            stream: its number.
            after: where a branch begins, as in `HeldStream`.
            head: stands behind all that are there.
            size: bytes of bodies since the one before.
        """
        last = self._connection.execute(
            "SELECT seq, bytes FROM head WHERE stream = ? ORDER BY seq DESC LIMIT 2", (stream,)
        ).fetchall()
        if last:
            before = last[1][0] if len(last) > 1 else after
            if head.seq - before <= HEAD_FACTS and size + last[0][1] <= HEAD_BYTES:
                self._connection.execute(
                    "DELETE FROM head WHERE stream = ? AND seq = ?", (stream, last[0][0])
                )
                size += last[0][1]
        self.put(stream, head, size)

    def put(self, stream: int, head: Head, size: int) -> None:
        """Keeps a head where none stands, between others too."""
        self._connection.execute(
            "INSERT INTO head VALUES (?, ?, ?, ?, ?)", (stream, head.seq, head.chain, head.signature, size)
        )
        if stream in self._last:
            self._last[stream] = max(self._last[stream], head.seq)
