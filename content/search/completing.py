"""Search as one types: titles that go on so, then words."""

from collections.abc import Mapping, Sequence

from content.search.documents import LONGEST_BEGINNING, SHORTEST_BEGINNING
from content.search.engine import Completion
from content.search.index import IndexReader
from content.search.languages import italian
from content.search.spelling import Vocabulary
from content.search.words import all_words
from scuola_digitale.domain.lesson import LessonHead, Section

_LOOKED_AT = 40
_WORDS = 3


def begun_titles(begun: Sequence[str], reader: IndexReader, limit: int = _LOOKED_AT) -> list[str]:
    """Ids of sections whose heading has a word for each of the folded beginnings; none for a single letter."""
    asked = {word[:LONGEST_BEGINNING] for word in begun if len(word) >= SHORTEST_BEGINNING}
    return reader.titles(sorted(asked), limit) if asked else []


def begun_words(begun: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """What the last word may become, as it is shown, the most frequent first."""
    if not begun or len(begun[-1]) < SHORTEST_BEGINNING:
        return []
    found = [word for word in vocabulary.begun(begun[-1], 4 * _WORDS) if word != begun[-1]]
    apart = {
        italian().term(word): word for word in reversed(found)
    }  # of `acqua` and `acque` the more frequent
    return [vocabulary.shown(word) for word in found if word in apart.values()][:_WORDS]


def completions(
    sections: Mapping[str, tuple[LessonHead, Section]],
    prefix: str,
    begun: Sequence[str],
    words: Sequence[str],
    limit: int,
) -> tuple[Completion, ...]:
    """At most so many completions, each once; titles that begin as typed come first, then the shorter ones.

    Args:
        sections: those that `begun_titles` found.
        prefix: what is typed so far.
        begun: its folded words.
        words: what `begun_words` found.
        limit: how many completions; words keep a place.
    """
    typed = " ".join(begun)
    titles: dict[str, tuple[tuple[bool, bool, int], str]] = {}
    for section_id, (_, section) in sections.items():
        folded = " ".join(all_words(section.heading))
        if section.heading not in titles and all(f" {word}" in f" {folded}" for word in begun):
            order = not folded.startswith(typed), not section_id.endswith("#"), len(section.heading)
            titles[section.heading] = order, section_id
    best = sorted(titles.items(), key=lambda item: (item[1][0], item[0]))
    shown = [Completion(title, section_id) for title, (_, section_id) in best]
    before = prefix.rstrip()[: len(prefix.rstrip()) - len(begun[-1])] if begun else ""
    more = [Completion(before + word) for word in words]
    return tuple(shown[: max(0, limit - len(more))] + more)[:limit]
