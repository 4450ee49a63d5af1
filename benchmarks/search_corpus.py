"""Any corpus of sections as a library: one JSON object a line, laid in as if its lessons had been compiled."""

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.library.compiling import READER_VERSION
from content.library.library import Library
from content.library.records import LessonBody
from content.library.transaction import transaction
from content.pack_head import PackHead
from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.school_terms import Area, Grade

PUBLISHER = "banco"
PACK = f"{PUBLISHER}/testi"
_MARK = re.compile(r"\{/\*.*?\*/\}")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "is",
        "in",
        "that",
        "for",
        "with",
        "are",
        "this",
        "was",
        "as",
        "be",
        "by",
        "from",
        "it",
        "you",
        "on",
    ]
)
_ITALIAN = frozenset(
    [
        "di",
        "e",
        "il",
        "la",
        "che",
        "un",
        "una",
        "per",
        "del",
        "in",
        "con",
        "si",
        "sono",
        "le",
        "i",
        "da",
        "non",
        "come",
        "al",
        "è",
    ]
)


class CorpusSection(NamedTuple):
    """A section as the corpus gives it; what a line lacks is empty."""

    corpus_id: str
    title: str
    parent: str
    body: str
    source: str
    subject: str
    language: str


class Judged(NamedTuple):
    """A query and the corpus ids of the sections that answer it."""

    q: str
    ids: tuple[str, ...]


def read_queries(file: Path) -> list[Judged]:
    """Judged queries: a JSON list of `{"q": …, "ids": […]}`; other keys are passed over."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [Judged(str(row["q"]), tuple(map(str, row["ids"]))) for row in rows]


def read_corpus(file: Path) -> list[CorpusSection]:
    """The sections of a `.jsonl` or `.jsonl.gz` file with `id,title,parent,body,source,subject` a line.

    Any field may be missing; `language` may be given and is guessed from the small words otherwise.
    """
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream if line.strip()]
    return [_section(number, line) for number, line in enumerate(lines)]


def _section(number: int, line: dict[str, object]) -> CorpusSection:
    text = {key: str(value) for key, value in line.items() if value is not None}
    body = text.get("body", "")
    title = " ".join(_MARK.sub("", text.get("title", "")).split()) or body[:60]
    return CorpusSection(
        text.get("id", str(number)),
        title,
        " ".join(_MARK.sub("", text.get("parent", "")).split()) or title,
        body,
        text.get("source", ""),
        text.get("subject", ""),
        text.get("language") or guess_language(f"{title} {body}"),
    )


def guess_language(text: str) -> str:
    """`en` for a text with more English small words than Italian ones, else `it`."""
    words = _WORD.findall(text[:2000].lower())
    return "en" if sum(w in _ENGLISH for w in words) > sum(w in _ITALIAN for w in words) else "it"


def filled_up(sections: list[CorpusSection], wanted: int) -> list[CorpusSection]:
    """The sections and as many more as are wanted, mixed from their titles and paragraphs; always the same ones."""
    chance = random.Random(5)
    paragraphs = [part for each in sections for part in each.body.split("\n\n") if part.strip()]
    titles = [each.title for each in sections]
    more = list(sections[:wanted])
    while len(more) < wanted:
        body = "\n\n".join(chance.choices(paragraphs, k=chance.randint(1, 5)))
        pair = " ".join(chance.choices(titles, k=2)).split()
        title = " ".join(chance.sample(pair, k=min(len(pair), chance.randint(2, 6))))
        number = len(more)
        parent = f"Mescolanza {number // 8}"
        more.append(CorpusSection(f"mescolanza-{number}", title, parent, body, "mescolanza", "", "it"))
    return more


def lay_in(library: Library, sections: Iterable[CorpusSection]) -> dict[str, str]:
    """Puts the sections into a new library as one pack, a lesson a `parent`; gives each corpus id its section id."""
    groups: dict[tuple[str, str], list[CorpusSection]] = {}
    for each in sections:
        groups.setdefault((each.source, each.parent), []).append(each)
    places: dict[str, str] = {}
    connection = library.connection()
    with transaction(connection):
        connection.execute("INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)", _pack(len(groups)))
        for number, parts in enumerate(groups.values()):
            head = _head(number, parts[0])
            for statement, rows in _rows(number, head, parts):
                connection.executemany(statement, rows)
            places |= {each.corpus_id: f"{head.ref}#{place}" for place, each in enumerate(parts)}
    return places


def _pack(lessons: int) -> tuple[object, ...]:
    head = PackHead(pack_id=PACK, title="Testi", area=Area.FORMAZIONE)
    return PACK, hashlib.sha256(PACK.encode()).hexdigest(), b"", msgspec.msgpack.encode(head), 0, lessons, 0


def _head(number: int, first: CorpusSection) -> LessonHead:
    return LessonHead(
        ref=f"{PUBLISHER}/lezione-{number}",
        pack=PACK,
        path=f"lezioni/lezione-{number}.md",
        title=first.parent,
        area=Area.FORMAZIONE,
        subject=first.subject,
        grades=(Grade.S1,),
        language=first.language,
    )


def _rows(
    number: int, head: LessonHead, parts: list[CorpusSection]
) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    yield (
        "INSERT INTO lesson VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                head.ref,
                PACK,
                number,
                head.area,
                head.subject,
                " ".join(head.grades),
                "",
                msgspec.msgpack.encode(head),
            )
        ],
    )
    body = msgspec.msgpack.encode(LessonBody((), (), ()))
    yield "INSERT INTO compiled VALUES (?, ?, ?, ?)", [(head.ref, "", READER_VERSION, body)]
    yield (
        "INSERT INTO section (section_id, ref, position, heading, text) VALUES (?, ?, ?, ?, ?)",
        [(f"{head.ref}#{place}", head.ref, place, each.title, each.body) for place, each in enumerate(parts)],
    )
