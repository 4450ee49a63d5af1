"""Lights the words of the glossary at their first place in each section."""

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Definitions,
    Details,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    Term,
)
from scuola_digitale.domain.text import Mark, Span, Spans

Blocks = tuple[AnyBlock, ...]


def light_terms(blocks: Blocks, terms: Iterable[Term]) -> Blocks:
    """The same blocks with `Span.term` set where a word first stands in its section.

    Exercises stay dark, so that no meaning gives an answer away.
    """
    words = {_folded(term.word): term.word for term in terms}
    return _Lamp(words).blocks(blocks) if words else blocks


class _Lamp:
    """Remembers what is lit already in the section at hand."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words
        self._lit: set[str] = set()
        longest_first = sorted(words, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
        )

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: AnyBlock) -> AnyBlock:
        match block:
            case Heading():
                self._lit = set()
                return block
            case Paragraph():
                return msgspec.structs.replace(block, spans=self._spans(block.spans))
            case Quote() | Callout() | Details():
                return msgspec.structs.replace(block, blocks=self.blocks(block.blocks))
            case Listing():
                return msgspec.structs.replace(block, items=tuple(map(self.blocks, block.items)))
            case Table():
                rows = tuple(tuple(map(self._spans, row)) for row in block.rows)
                return msgspec.structs.replace(block, rows=rows)
            case Definitions():
                items = tuple((term, self.blocks(meaning)) for term, meaning in block.items)
                return msgspec.structs.replace(block, items=items)
            case _:
                return block

    def _spans(self, spans: Spans) -> Spans:
        return tuple(piece for span in spans for piece in self._split(span))

    def _split(self, span: Span) -> Iterable[Span]:
        if span.maths or span.link or span.note or span.image or span.marks & Mark.CODE:
            return (span,)
        pieces: list[Span] = []
        start = 0
        for found in self._pattern.finditer(span.text):
            word = self._words.get(_folded(found[0]))
            if word is None or word in self._lit:
                continue
            self._lit.add(word)
            pieces.append(msgspec.structs.replace(span, text=span.text[start : found.start()]))
            pieces.append(msgspec.structs.replace(span, text=found[0], term=word))
            start = found.end()
        pieces.append(msgspec.structs.replace(span, text=span.text[start:]))
        return [piece for piece in pieces if piece.text]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
