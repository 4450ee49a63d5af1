"""Packs are few: their cards are searched in memory."""

from collections.abc import Iterable

from content.library.records import InstalledPack
from content.search.engine import PackHit
from content.search.in_memory import lit_terms
from content.search.question import Question
from content.search.snippets import snippet
from scuola_digitale.domain.school_terms import Area


def found_packs(
    question: Question, packs: Iterable[InstalledPack], area: Area | None = None
) -> tuple[PackHit, ...]:
    """The packs of an area, or of all, whose title and description have all the words; by title first."""
    heads = [pack.head for pack in packs if area in (None, pack.head.area)]
    found = [
        (head, lit_terms(question, f"{head.title}\n{head.description}", head.language)) for head in heads
    ]
    found.sort(key=lambda each: not lit_terms(question, each[0].title, each[0].language))
    return tuple(
        PackHit(
            pack_id=head.pack_id,
            title=head.title,
            area=head.area,
            snippet=snippet(head.description or head.title, terms, head.language),
        )
        for head, terms in found
        if terms
    )
