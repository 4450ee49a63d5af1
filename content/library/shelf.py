"""Reads what is installed: packs, files, lessons, themes, sections."""

import sqlite3
from collections.abc import Iterable

import msgspec

from content.library.records import InstalledPack, Theme
from content.pack_head import PackHead
from content.packing.manifest import PackFile, Stored
from scuola_digitale.domain.lesson import LessonHead, Section
from scuola_digitale.domain.school_terms import Area, Grade

_PACKS = (
    "SELECT head, pack.sha256, size, lessons, files, indexed.sha256 IS pack.sha256 "
    "FROM pack LEFT JOIN indexed USING (pack_id)"
)
_FILES = "SELECT path, sha256, size, mime, stored_sha256, stored_size, encoding FROM file WHERE pack_id = ?"
_GRADES = tuple(Grade)


def packs(connection: sqlite3.Connection) -> tuple[InstalledPack, ...]:
    """The installed packs, by area and title."""
    areas = tuple(Area)
    found = (_installed(row) for row in connection.execute(_PACKS))
    return tuple(sorted(found, key=lambda pack: (areas.index(pack.head.area), pack.head.title)))


def pack(connection: sqlite3.Connection, pack_id: str) -> InstalledPack | None:
    """One installed pack, or None."""
    row = connection.execute(f"{_PACKS} WHERE pack_id = ?", (pack_id,)).fetchone()
    return _installed(row) if row else None


def manifest(connection: sqlite3.Connection, pack_id: str) -> bytes | None:
    """The canonical bytes of an installed pack's manifest, or None."""
    row = connection.execute("SELECT manifest FROM pack WHERE pack_id = ?", (pack_id,)).fetchone()
    return bytes(row[0]) if row else None


def _installed(row: tuple[bytes, str, int, int, int, int]) -> InstalledPack:
    head = msgspec.msgpack.decode(row[0], type=PackHead)
    return InstalledPack(
        head=head, sha256=row[1], size=row[2], lessons=row[3], files=row[4], searchable=bool(row[5])
    )


def files(connection: sqlite3.Connection, pack_id: str) -> tuple[PackFile, ...]:
    """The files of a pack, in order of path."""
    return tuple(_file(row) for row in connection.execute(f"{_FILES} ORDER BY path", (pack_id,)))


def file(connection: sqlite3.Connection, pack_id: str, path: str) -> PackFile | None:
    """One file of a pack, or None."""
    row = connection.execute(f"{_FILES} AND path = ?", (pack_id, path)).fetchone()
    return _file(row) if row else None


def _file(row: tuple[str, str, int, str, str, int, str]) -> PackFile:
    stored = msgspec.convert({"sha256": row[4], "size": row[5], "encoding": row[6]}, Stored)
    return PackFile(row[0], row[1], row[2], row[3], stored)


def stored(connection: sqlite3.Connection, sha256: str) -> Stored | None:
    """How a blob of an installed pack is stored, or None."""
    row = connection.execute(
        "SELECT stored_size, encoding FROM file WHERE stored_sha256 = ? LIMIT 1", (sha256,)
    ).fetchone()
    return msgspec.convert({"sha256": sha256, "size": row[0], "encoding": row[1]}, Stored) if row else None


def lessons(
    connection: sqlite3.Connection, area: Area | None, subject: str | None, grade: Grade | None
) -> tuple[LessonHead, ...]:
    """The lessons that pass the filters, pack by pack, in their authors' order."""
    wanted = {"area = ?": area, "subject = ?": subject, "instr(grades, ?)": grade}
    given = {clause: value for clause, value in wanted.items() if value is not None}
    where = f"WHERE {' AND '.join(given)}" if given else ""
    rows = connection.execute(
        f"SELECT head FROM lesson {where} ORDER BY pack_id, position",  # noqa: S608 - clauses from the table above
        tuple(given.values()),
    )
    return tuple(msgspec.msgpack.decode(row[0], type=LessonHead) for row in rows)


def head(connection: sqlite3.Connection, ref: str) -> LessonHead | None:
    """One lesson's head, or None."""
    row = connection.execute("SELECT head FROM lesson WHERE ref = ?", (ref,)).fetchone()
    return msgspec.msgpack.decode(row[0], type=LessonHead) if row else None


def themes(heads: Iterable[LessonHead]) -> tuple[Theme, ...]:
    """The themes among `heads`, by name; inside a theme the lowest grade comes first."""
    found: dict[str, list[LessonHead]] = {}
    for head in heads:
        if head.theme:
            found.setdefault(head.theme, []).append(head)
    return tuple(Theme(name, tuple(sorted(found[name], key=_by_grade))) for name in sorted(found))


def _by_grade(head: LessonHead) -> tuple[tuple[int, ...], str]:
    return tuple(sorted(map(_GRADES.index, head.grades))), head.title


def sections(connection: sqlite3.Connection, pack_id: str) -> tuple[tuple[LessonHead, Section], ...]:
    """The sections of a pack's compiled lessons, in order, each with the head of its lesson."""
    rows = connection.execute(
        "SELECT head, section_id, ref, heading, text, exercises, pictures FROM lesson JOIN section USING (ref) "
        "WHERE pack_id = ? ORDER BY lesson.position, section.position",
        (pack_id,),
    )
    heads: dict[str, LessonHead] = {}
    found = []
    for head, section_id, ref, heading, text, exercises, pictures in rows:
        if ref not in heads:
            heads[ref] = msgspec.msgpack.decode(head, type=LessonHead)
        section = Section(
            section_id=section_id,
            lesson_ref=ref,
            heading=heading,
            text=text,
            exercises=exercises,
            pictures=pictures,
        )
        found.append((heads[ref], section))
    return tuple(found)
