"""What pupils did in closed years: one compressed block of columns for each pupil, every act still in it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter

import msgspec

from scuola_digitale.storage.connection import Connection

PackedAct = tuple[int, int, int, int, int, int | None, int, int]
"""`hlc_ms, stream, seq, subject, deed, score, hints, seconds`; stream and subject by their numbers in this database."""

MOST_BYTES = 64 << 20
"""Of one pupil's acts, unpacked: some millions of them."""

_IN_ORDER = itemgetter(0, 1, 2)


def pack_acts(acts: Iterable[PackedAct]) -> bytes:
    """Acts as compressed columns, one form for the same acts."""
    from scuola_digitale.format.compression import compress  # late: who signs in may have no closed year

    times, streams, seqs, subjects, *rest = zip(*sorted(acts, key=_IN_ORDER), strict=True)
    columns = [
        _deltas(times),
        streams,
        _deltas_by(streams, seqs),
        _deltas(subjects),
        *rest,
    ]
    return compress(msgspec.msgpack.encode(columns))


def unpack_acts(packed: bytes) -> list[PackedAct]:
    """The acts of a block, earliest first."""
    from scuola_digitale.format.compression import decompress  # late, as above

    times, streams, seqs, subjects, *rest = msgspec.msgpack.decode(decompress(packed, MOST_BYTES))
    return list(
        zip(
            accumulate(times),
            streams,
            _summed_by(streams, seqs),
            accumulate(subjects),
            *rest,
            strict=True,
        )
    )


def _deltas(values: Sequence[int]) -> list[int]:
    return [values[0], *(after - before for before, after in pairwise(values))]


def _deltas_by(keys: Sequence[int], values: Sequence[int]) -> list[int]:
    last: dict[int, int] = {}
    deltas = []
    for key, value in zip(keys, values, strict=True):
        deltas.append(value - last.get(key, 0))
        last[key] = value
    return deltas


def _summed_by(keys: Sequence[int], deltas: Sequence[int]) -> list[int]:
    last: dict[int, int] = {}
    values = []
    for key, delta in zip(keys, deltas, strict=True):
        last[key] = last.get(key, 0) + delta
        values.append(last[key])
    return values


def packed_acts_of(connection: Connection, person: int) -> list[PackedAct]:
    """The acts of a person's closed years, by their number, earliest first."""
    found = connection.execute("SELECT acts FROM packed_act WHERE person = ?", (person,)).fetchone()
    return unpack_acts(found[0]) if found else []


def persons_to_pack(connection: Connection) -> list[int]:
    """Who has acts in rows whose facts are packed."""
    return [person for (person,) in connection.execute(_PERSONS)]


def pack_acts_of(connection: Connection, person: int) -> None:
    """Moves a person's acts whose facts are packed into their block, inside the caller's transaction."""
    new = connection.execute(_TO_PACK, (person,)).fetchall()
    acts = [*packed_acts_of(connection, person), *new]
    connection.execute("INSERT OR REPLACE INTO packed_act VALUES (?, ?)", (person, pack_acts(acts)))
    connection.execute(_DROP_PACKED, (person,))


_PERSONS = """
SELECT DISTINCT person FROM act
WHERE seq <= (SELECT max(last) FROM packed WHERE packed.stream = act.stream) ORDER BY person
"""
_TO_PACK = """
SELECT hlc_ms, stream, seq, subject, deed, score, hints, seconds FROM act
WHERE person = ? AND seq <= (SELECT max(last) FROM packed WHERE packed.stream = act.stream)
"""
_DROP_PACKED = """
DELETE FROM act WHERE person = ? AND seq <= (SELECT max(last) FROM packed WHERE packed.stream = act.stream)
"""
