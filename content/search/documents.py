"""What an index holds of a section: weighted terms, ids to narrow by, and beginnings of its title's words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from content.search.languages import filter_of
from content.search.words import all_words, composed, fold
from scuola_digitale.domain.lesson import LessonHead, Section

Words = dict[str, tuple[str, int]]
"""Folded words, each as it is shown most often and how often it stands in a pack."""

ID_FIELDS = "pack", "area", "subject", "grade", "language"
"""What a search may be narrowed by."""

TEXT_PARTS = "words", "headings", "exercises", "pictures"
"""The fields of a `Document` that hold terms with how much they count."""

SHORTEST_BEGINNING, LONGEST_BEGINNING = 2, 6
_SHORTEST_WORD = 2
_TEX_COMMAND = re.compile(r"\\[A-Za-z]+")
"""Formulas stand in a text as their source: nobody looks for `frac`."""


class Document(NamedTuple):
    """A section as an index takes it in; no text is stored, only terms.

    Attributes:
        ids: the `ID_FIELDS` and their values.
        words: the terms of heading, text and lesson title, each with how much it counts.
        headings: the terms of the heading alone, so that a short heading is found among many long texts.
        exercises: the same of the questions that stand in it; empty where there are none.
        pictures: the same of what its pictures show.
        beginnings: beginnings of the heading's words, for search as one types.
    """

    section_id: str
    ids: Mapping[str, tuple[str, ...]]
    words: Mapping[str, int]
    headings: Mapping[str, int]
    exercises: Mapping[str, int]
    pictures: Mapping[str, int]
    beginnings: frozenset[str]


class Reading:
    """Reads sections into documents, and remembers the words it met."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self.sections = 0

    def documents(self, sections: Iterable[tuple[LessonHead, Section]]) -> Iterator[Document]:
        """The documents of the sections, one by one."""
        for head, section in sections:
            self.sections += 1
            yield self._document(head, section)

    def _document(self, head: LessonHead, section: Section) -> Document:
        heading = composed(section.heading)
        headings = Counter(self._terms(heading, head.language))
        words = headings.copy()
        if head.title != section.heading:
            words.update(token.term for token in filter_of(head.language).tokens(composed(head.title)))
        words.update(self._terms(composed(_TEX_COMMAND.sub(" ", section.text)), head.language))
        return Document(
            section.section_id,
            {
                "pack": (head.pack,),
                "area": (head.area.value,),
                "subject": (head.subject,),
                "grade": tuple(grade.value for grade in head.grades),
                "language": (head.language,),
            },
            words,
            headings,
            _part(section.exercises, section.heading, head.language),
            _part(section.pictures, section.heading, head.language),
            frozenset(beginnings(all_words(heading))),
        )

    def _terms(self, text: str, language: str) -> list[str]:
        found = list(filter_of(language).tokens(text))
        self._seen.update([text[token.start : token.end] for token in found])
        return [token.term for token in found]

    def words(self) -> Words:
        """The words met, the ways they are written joined: `perche` counts for `perché`, which is what is shown."""
        words: Words = {}
        written: Counter[str] = Counter()
        for word, count in self._seen.items():
            written[word.lower()] += count
        for shown, count in written.most_common():
            folded = fold(shown)
            if len(folded) >= _SHORTEST_WORD and not folded.isdigit():
                first, total = words.get(folded, (shown, 0))
                words[folded] = first, total + count
        return words


def _part(text: str, heading: str, language: str) -> Counter[str]:
    if not text:
        return Counter()
    return Counter(token.term for token in filter_of(language).tokens(composed(f"{heading}\n{text}")))


def beginnings(words: Iterable[str]) -> Iterator[str]:
    """What may be typed of each word, up to a few letters."""
    for word in words:
        for size in range(SHORTEST_BEGINNING, min(len(word), LONGEST_BEGINNING) + 1):
            yield word[:size]
