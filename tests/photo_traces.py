"""Photos for tests: bytes that nobody can guess, and where any of them still stand, in clear or sealed."""

import random
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.canonical import decode

_PIECE = 48


def photo_bytes(seed: int, size: int = 5_000) -> bytes:
    """What stands for a photo where nobody looks at it."""
    return random.Random(seed).randbytes(size)


def pieces_of(data: bytes) -> list[bytes]:
    """Short runs of some bytes from all over: a page of a database may end anywhere between them."""
    return [data[start : start + _PIECE] for start in range(200, len(data) - _PIECE, 400)]


def sealed_photos(database: Path, person: PersonId) -> list[bytes]:
    """The sealed bytes of every photo of a person that stands as a row in a laptop's log."""
    connection = sqlite3.connect(database)
    rows = connection.execute(
        "SELECT body FROM fact JOIN name ON number = person WHERE value = ? AND kind IN (28, 29)", (person,)
    ).fetchall()
    connection.close()
    return [decode(body)[1] for (body,) in rows]


def hits(files: Iterable[Path], wanted: Sequence[bytes]) -> list[str]:
    """The files in which any of some bytes stand."""
    pieces = [piece for data in wanted for piece in pieces_of(data)]
    return [
        file.name
        for file in files
        if file.is_file()
        for content in [file.read_bytes()]
        if any(piece in content for piece in pieces)
    ]
