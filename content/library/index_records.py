"""Which packs stand in the search index, and the words it met: kept in the library, beside what they speak of."""

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from content.library.transaction import transaction
from scuola_digitale.domain.lesson import LessonHead, Section


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


def record(
    connection: sqlite3.Connection,
    pack_id: str,
    sha256: str,
    lineage: str,
    words: Mapping[str, tuple[str, int]],
) -> None:
    """Notes that the index holds this edition; `words` gives each folded word as it is shown and its count."""
    with transaction(connection):
        connection.execute("DELETE FROM indexed WHERE pack_id = ?", (pack_id,))
        connection.execute("INSERT INTO indexed VALUES (?, ?, ?)", (pack_id, sha256, lineage))
        connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?, ?)",
            ((pack_id, word, shown, count) for word, (shown, count) in words.items()),
        )


def forget(connection: sqlite3.Connection, pack_id: str) -> None:
    """Notes that the index holds nothing of this pack."""
    with transaction(connection):
        connection.execute("DELETE FROM indexed WHERE pack_id = ?", (pack_id,))


def vocabulary(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Every folded word of the library, as it is shown and how often it stands there."""
    rows = connection.execute("SELECT word, shown, sum(count) FROM word GROUP BY word")
    return {word: (shown, count) for word, shown, count in rows}


def found_sections(
    connection: sqlite3.Connection, section_ids: Iterable[str]
) -> dict[str, tuple[LessonHead, Section]]:
    """The sections of these ids that are still there, each with the head of its lesson."""
    found = {}
    for section_id in section_ids:
        row = connection.execute(
            "SELECT head, ref, heading, text FROM section JOIN lesson USING (ref) WHERE section_id = ?",
            (section_id,),
        ).fetchone()
        if row:
            section = Section(section_id=section_id, lesson_ref=row[1], heading=row[2], text=row[3])
            found[section_id] = msgspec.msgpack.decode(row[0], type=LessonHead), section
    return found
