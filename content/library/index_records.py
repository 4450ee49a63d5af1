"""Which packs stand in the search index, and the words it met: kept in the library, beside what they speak of."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from content.library.transaction import transaction
from scuola_digitale.domain.lesson import LessonHead, Section

_MOST_TITLES = 4000


def waiting(connection: sqlite3.Connection, lineage: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packs that an index of this lineage lacks or knows in another edition, and those it should forget."""
    missing = connection.execute(
        "SELECT pack_id FROM pack LEFT JOIN indexed USING (pack_id) "
        "WHERE indexed.sha256 IS NOT pack.sha256 OR index_name IS NOT ? ORDER BY pack_id",
        (lineage,),
    ).fetchall()
    gone = connection.execute(
        "SELECT pack_id FROM indexed WHERE pack_id NOT IN (SELECT pack_id FROM pack)"
    ).fetchall()
    return tuple(row[0] for row in missing), tuple(row[0] for row in gone)


def record(connection: sqlite3.Connection, pack_id: str, sha256: str, lineage: str, words: bytes) -> None:
    """Notes that the index holds this edition, and the words it met, packed as the search wishes."""
    with transaction(connection):
        connection.execute("DELETE FROM indexed WHERE pack_id = ?", (pack_id,))
        connection.execute("INSERT INTO indexed VALUES (?, ?, ?, ?)", (pack_id, sha256, lineage, words))


def forget(connection: sqlite3.Connection, pack_id: str) -> None:
    """Notes that the index holds nothing of this pack."""
    with transaction(connection):
        connection.execute("DELETE FROM indexed WHERE pack_id = ?", (pack_id,))


def words(connection: sqlite3.Connection) -> list[bytes]:
    """The words of every indexed pack, as they were recorded."""
    return [row[0] for row in connection.execute("SELECT words FROM indexed ORDER BY pack_id")]


def sections(connection: sqlite3.Connection) -> int:
    """How many sections the installed packs have, as far as they are compiled."""
    row = connection.execute("SELECT count(*) FROM section JOIN lesson USING (ref)").fetchone()
    return int(row[0])


def titles(
    connection: sqlite3.Connection,
    area: str | None = None,
    subject: str | None = None,
    grade: str | None = None,
) -> list[str]:
    """Titles of lessons that pass the filters, some thousands at most."""
    wanted = {"area = ?": area, "subject = ?": subject, "instr(grades, ?)": grade}
    given = {clause: value for clause, value in wanted.items() if value is not None}
    where = " AND ".join(["position = 0", *given])
    rows = connection.execute(
        f"SELECT heading FROM section JOIN (SELECT ref, area, subject, grades FROM lesson) USING (ref) "  # noqa: S608 - clauses from the table above
        f"WHERE {where} LIMIT {_MOST_TITLES}",
        tuple(given.values()),
    )
    return [row[0] for row in rows]


def found_sections(
    connection: sqlite3.Connection, section_ids: Sequence[str]
) -> dict[str, tuple[LessonHead, Section]]:
    """The sections of these ids that are still there, each with the head of its lesson."""
    rows = connection.execute(
        "SELECT section_id, head, ref, heading, text, exercises, pictures "
        "FROM section JOIN lesson USING (ref) WHERE section_id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(section_ids).decode(),),
    )
    return {
        row[0]: (
            _head(row[1]),
            Section(
                section_id=row[0],
                lesson_ref=row[2],
                heading=row[3],
                text=row[4],
                exercises=row[5],
                pictures=row[6],
            ),
        )
        for row in rows
    }


@lru_cache(maxsize=1024)
def _head(data: bytes) -> LessonHead:
    return msgspec.msgpack.decode(data, type=LessonHead)
