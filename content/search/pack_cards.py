"""Packs are few: their cards are searched in memory."""

from collections.abc import Iterable

import msgspec

from content.library.records import InstalledPack
from content.search.engine import PackHit
from content.search.languages import filter_of
from content.search.question import Asked
from content.search.snippets import snippet
from content.search.words import composed


class _Card(msgspec.Struct, frozen=True):
    pack: InstalledPack
    terms: frozenset[str]
    title_terms: frozenset[str]


class PackCards:
    """The cards of the installed packs."""

    def __init__(self, packs: Iterable[InstalledPack]) -> None:
        self._cards = tuple(_card(pack) for pack in packs)

    def best(self, asked: Asked) -> tuple[PackHit, ...]:
        """The packs whose title and description have all the words; those with more of them in the title first."""
        if not asked.words:
            return ()
        found = [
            card
            for card in self._cards
            if all(card.terms & word.keys() for word in asked.words) and not card.terms & set(asked.without)
        ]
        terms = frozenset(term for word in asked.words for term in word)
        found.sort(key=lambda card: -len(card.title_terms & terms))
        return tuple(_hit(card.pack, terms) for card in found)


def _card(pack: InstalledPack) -> _Card:
    tokens = filter_of(pack.head.language).tokens
    title = frozenset(token.term for token in tokens(composed(pack.head.title)))
    description = {token.term for token in tokens(composed(pack.head.description))}
    return _Card(pack, title | description, title)


def _hit(pack: InstalledPack, terms: frozenset[str]) -> PackHit:
    head = pack.head
    shown = snippet(head.description or head.title, terms, head.language)
    return PackHit(pack_id=head.pack_id, title=head.title, area=head.area, snippet=shown)
