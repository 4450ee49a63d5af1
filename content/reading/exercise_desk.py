"""What the reader of one exercise has before it: its keys, its speller, and where mistakes are noted."""

import string
from collections.abc import Iterable
from typing import Any

from content.reading.findings import Findings
from content.reading.spans import Speller
from content.reading.yaml_tree import Card, Fields, Leaf, Node, Row
from scuola_digitale.domain.exercise import Item
from scuola_digitale.domain.text import Spans

MAX_PARTS = 26

Common = dict[str, Any]


class Desk:
    """What a reader of one exercise has before it."""

    def __init__(self, fields: Fields, speller: Speller, findings: Findings, common: Common) -> None:
        self.fields, self.findings, self.common = fields, findings, common
        self._speller = speller

    def spell(self, leaf: Leaf | None) -> Spans:
        """The spans of a text; nothing when it is missing."""
        return self._speller.short(leaf.text.strip(), leaf.line) if leaf else ()

    def spell_piece(self, text: str, line: int) -> Spans:
        """The spans of a piece of text, its outer spaces kept."""
        return self._speller.short(text, line)

    def rows(self, key: str, at_least: int, example: str) -> tuple[Node, ...]:
        """The items of a needed list; an empty tuple, with the problem noted, when there are not enough."""
        node = self.fields.node(key)
        items = node.items if isinstance(node, Row) else ()
        line = self.fields.line(key)
        if key not in self.fields:
            self.findings.refuse(
                line, f"Manca `{key}`.", f"Aggiungi `{key}:` con un elenco, per esempio {example}."
            )
        elif not at_least <= len(items) <= MAX_PARTS:
            self.findings.refuse(
                line, f"`{key}` vuole un elenco di almeno {at_least} elementi.", f"Per esempio {example}."
            )
        else:
            return items
        return ()

    def card(self, node: Node, known: frozenset[str], example: str) -> Fields | None:
        """An item with keys; a plain text counts as its `testo`."""
        if isinstance(node, Leaf) and node.text.strip():
            return Fields(Card({"testo": node}, {"testo": node.line}, node.line), self.findings)
        if isinstance(node, Card) and (not node.braces or "testo" in node.values):
            fields = Fields(node, self.findings)
            fields.only(known)
            return fields
        self.findings.refuse(
            node.line,
            "Questo elemento non si riesce a leggere.",
            f"Se è un testo con simboli mettilo tra virgolette: {example}.",
        )
        return None

    def items(self, leaves: Iterable[Leaf]) -> tuple[Item, ...]:
        """Things to match or to put in order, a letter each."""
        return tuple(
            Item(letter, self.spell(leaf))
            for letter, leaf in zip(string.ascii_lowercase, leaves, strict=False)
        )
