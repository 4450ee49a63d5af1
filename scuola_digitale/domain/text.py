"""Rich text as a flat row of spans: what a paragraph, a cell or an answer is made of."""

from collections.abc import Iterable
from enum import IntFlag

import msgspec


class Mark(IntFlag):
    """How a span is set; marks add up."""

    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    STRIKE = 8
    SUPERSCRIPT = 16
    SUBSCRIPT = 32
    LINE_BREAK = 64
    """The span stands for a forced new line; its text is one newline."""


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """A run of text with one look and one meaning.

    Attributes:
        text: the words; for maths the TeX source without its dollars.
        marks: how it is set.
        maths: whether `text` is TeX, to be drawn inline on the baseline.
        link: where it leads: `#anchor`, `lezione:PUBLISHER/LESSON`, or an outside address shown as text.
        note: the id of the footnote it calls.
        term: the glossary entry it opens.
        image: path in the pack of a small inline picture; `text` is then its alternative text.
    """

    text: str
    marks: int = 0
    maths: bool = False
    link: str | None = None
    note: str | None = None
    term: str | None = None
    image: str | None = None


Spans = tuple[Span, ...]


def plain(spans: Iterable[Span]) -> str:
    """The words alone, as search, screen readers and titles want them."""
    return "".join(span.text for span in spans if span.note is None)


def words(text: str) -> Spans:
    """Plain words as spans."""
    return (Span(text),) if text else ()
