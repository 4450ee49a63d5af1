"""Writes sections into a Whoosh index."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.index import create_in, exists_in, open_dir

from content.search.asking import title_words
from content.search.fields import schema
from content.search.italian import composed, tokens
from scuola_digitale.domain.lesson import LessonHead, Section

Words = dict[str, tuple[str, int]]
"""Folded words, each as it is shown most often and how often it stands in a pack."""

_MEMORY_MB = 64
_SHORTEST_WORD = 2


def write_pack(
    folder: Path, pack_id: str, sections: Iterable[tuple[LessonHead, Section]]
) -> tuple[int, Words]:
    """Puts the sections of a pack into the index in `folder`, instead of what was there of it, in one commit; none erase it."""
    index = open_dir(folder) if exists_in(folder) else create_in(folder, schema())
    seen: Counter[tuple[str, str]] = Counter()
    number = 0
    with index.writer(limitmb=_MEMORY_MB) as writer:
        writer.delete_by_term("pack", pack_id)
        for number, (head, section) in enumerate(sections, 1):  # noqa: B007 - counts what a generator gives
            _write(writer, head, section, seen)
    index.close()
    return number, _words(seen)


def _write(writer: Any, head: LessonHead, section: Section, seen: Counter[tuple[str, str]]) -> None:
    title = composed(section.heading)
    writer.add_document(
        id=section.section_id,
        lesson=section.lesson_ref,
        pack=head.pack,
        area=head.area.value,
        subject=head.subject,
        grade=" ".join(head.grades),
        language=head.language,
        title=_read(title, seen),
        body=_read(composed(section.text), seen),
        grams=" ".join(title_words(title)),
    )


def _read(text: str, seen: Counter[tuple[str, str]]) -> list[str]:
    """The terms of a text. A list goes into the index as it is, so that a section is read only once."""
    found = list(tokens(text))
    seen.update((token.folded, text[token.start : token.end].lower()) for token in found)
    return [token.term for token in found]


def _words(seen: Counter[tuple[str, str]]) -> Words:
    """Joins the ways a word is written: `perche` counts for `perché`, which is what is shown."""
    words: Words = {}
    for (folded, shown), count in seen.most_common():
        if len(folded) >= _SHORTEST_WORD and not folded.isdigit():
            first, total = words.get(folded, (shown, 0))
            words[folded] = first, total + count
    return words
