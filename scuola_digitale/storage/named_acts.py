"""What a pupil did, this year and in closed ones, read back from rows and from packed columns."""

import json
from collections.abc import Iterable

from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.packed_acts import packed_acts_of

NamedAct = tuple[int, int, int, str, int, int | None, int, int]
"""`hlc_ms, stream, seq, subject, deed, score, hints, seconds`, the stream by its number in this database."""


def named_acts(connection: Connection, person: int) -> list[NamedAct]:
    """A person's acts by their number, those of closed years first."""
    rows = connection.execute(_ACTS, (person,)).fetchall()
    packed = packed_acts_of(connection, person)
    if not packed:
        return rows
    subjects = _subjects(connection, (act[3] for act in packed))
    return [(*act[:3], subjects[act[3]], *act[4:]) for act in packed] + rows


def _subjects(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    wanted = json.dumps(sorted(set(numbers)))
    rows = connection.execute(
        "SELECT number, value FROM name WHERE number IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return dict(rows.fetchall())


def body_of(connection: Connection, stream: int, seq: int) -> bytes:
    """The body of a fact, in a row or packed."""
    found = connection.execute("SELECT body FROM fact WHERE stream = ? AND seq = ?", (stream, seq)).fetchone()
    if found is not None:
        return bytes(found[0])
    from scuola_digitale.storage.packed_facts import packed_body  # late: who signs in does without

    return packed_body(connection, stream, seq)


_ACTS = """
SELECT hlc_ms, stream, seq, value, deed, score, hints, seconds FROM act
JOIN name ON number = subject WHERE person = ?
"""
