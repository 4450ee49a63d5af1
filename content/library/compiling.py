"""Lessons compiled to blocks and sections, kept in the database until their source or the reader changes."""

import logging
import sqlite3
from collections.abc import Iterable

import msgspec

from content.library.errors import LessonUnreadableError
from content.library.records import LessonBody
from content.library.transaction import transaction
from content.pack_head import PackHead
from scuola_digitale.domain.lesson import Lesson, LessonHead, Section

_log = logging.getLogger(__name__)

READER_VERSION = 5
"""Grows whenever `content.reading` would make other blocks or sections of the same source."""


class Source(msgspec.Struct, frozen=True):
    """A lesson to compile: its head, its pack's card and `fingerprint`, which changes with what it says."""

    head: LessonHead
    pack: PackHead
    fingerprint: str


def lesson_source(connection: sqlite3.Connection, ref: str) -> Source | None:
    """The source of a lesson, or None when nobody brings it."""
    row = connection.execute(
        "SELECT lesson.head, pack.head, source FROM lesson JOIN pack USING (pack_id) WHERE ref = ?", (ref,)
    ).fetchone()
    return _source(row) if row else None


def not_compiled(connection: sqlite3.Connection, pack_id: str) -> tuple[Source, ...]:
    """The lessons of a pack that wait to be compiled, in the order of the shelf."""
    rows = connection.execute(
        "SELECT lesson.head, pack.head, lesson.source FROM lesson JOIN pack USING (pack_id) "
        "LEFT JOIN compiled USING (ref) WHERE pack_id = ? "
        "AND (compiled.ref IS NULL OR compiled.source <> lesson.source OR reader <> ?) ORDER BY position",
        (pack_id, READER_VERSION),
    )
    return tuple(_source(row) for row in rows)


def _source(row: tuple[bytes, bytes, str]) -> Source:
    head = msgspec.msgpack.decode(row[0], type=LessonHead)
    return Source(head, msgspec.msgpack.decode(row[1], type=PackHead), row[2])


def compiled_lesson(connection: sqlite3.Connection, source: Source) -> Lesson | None:
    """The lesson as the present reader compiled it from this very source, or None."""
    row = connection.execute(
        "SELECT data FROM compiled WHERE ref = ? AND source = ? AND reader = ?",
        (source.head.ref, source.fingerprint, READER_VERSION),
    ).fetchone()
    if row is None:
        return None
    body = msgspec.msgpack.decode(row[0], type=LessonBody)
    return Lesson(head=source.head, blocks=body.blocks, notes=body.notes, terms=body.terms)


def compile_lesson(markdown: bytes, source: Source) -> Lesson:
    """Reads the source; the head stays the manifest's.

    Raises:
        LessonUnreadableError: the source has mistakes that this reader cannot pass over.
    """
    # Imported here: Markdown and YAML are not for the window's first second.
    from content.reading import read_lesson

    lesson, problems = read_lesson(markdown, path=source.head.path, head=source.pack)
    if lesson is None:
        _log.warning("Lesson %s cannot be read: %s", source.head.ref, problems)
        raise LessonUnreadableError(source.head.title)
    return msgspec.structs.replace(lesson, head=source.head)


def keep_compiled(connection: sqlite3.Connection, lessons: Iterable[tuple[Source, Lesson]]) -> None:
    """Keeps lessons and their sections, in one transaction; one whose source changed meanwhile is let go."""
    from content.reading import sections_of

    rows = [(source, lesson, sections_of(lesson)) for source, lesson in lessons]
    with transaction(connection):
        for source, lesson, sections in rows:
            _keep(connection, source, lesson, sections)


def _keep(
    connection: sqlite3.Connection, source: Source, lesson: Lesson, sections: tuple[Section, ...]
) -> None:
    ref = source.head.ref
    connection.execute("DELETE FROM compiled WHERE ref = ?", (ref,))
    kept = connection.execute(
        "INSERT INTO compiled SELECT ref, source, ?, ? FROM lesson WHERE ref = ? AND source = ?",
        (
            READER_VERSION,
            msgspec.msgpack.encode(LessonBody(lesson.blocks, lesson.notes, lesson.terms)),
            ref,
            source.fingerprint,
        ),
    )
    if kept.rowcount:
        connection.executemany(
            "INSERT INTO section (section_id, ref, position, heading, text, exercises, pictures) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (each.section_id, ref, place, each.heading, each.text, each.exercises, each.pictures)
                for place, each in enumerate(sections)
            ),
        )
