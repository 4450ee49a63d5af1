"""Elements of a running text → spans, with every problem at its line."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

import msgspec

from content.reading.findings import Findings, shortened
from content.reading.leanings import PICTURES, Leanings, extension
from content.reading.source_lines import LINE_BASE, LINE_MARK, PRIVATE
from scuola_digitale.domain.text import Mark, Span, Spans

_MARKS = {
    "strong": Mark.STRONG, "b": Mark.STRONG, "em": Mark.EMPHASIS, "i": Mark.EMPHASIS, "code": Mark.CODE,
    "del": Mark.STRIKE, "sup": Mark.SUPERSCRIPT, "sub": Mark.SUBSCRIPT,
}  # fmt: skip
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*|/)?>")
_NOTE_LEFT = re.compile(r"\[\^([^\]\s]+)\]")
_ESCAPED = re.compile("\x02([0-9]{2,3})\x03")
"""How python-markdown codes a sign that stood after a backslash."""
_NEEDS_PARSING = re.compile(r"[*_`$!\[\\<&~^\n]")


class Speller:
    """Turns elements and short texts into spans; remembers the line it has come to."""

    def __init__(self, findings: Findings, leanings: Leanings) -> None:
        from content.reading.markup import inline_parser  # late: it brings python-markdown

        self.line = 0
        self.findings = findings
        self.leanings = leanings
        self._parser = inline_parser()

    def short(self, text: str, line: int) -> Spans:
        """The spans of a text from the front matter or an exercise; its own new lines are kept."""
        self.line = line
        if not _NEEDS_PARSING.search(text):
            return (Span(text),) if text else ()
        from content.reading.markup import parse_inline

        kept = re.sub(r"[ \t]*\n\s*", "  \n", PRIVATE.sub("", text))
        return _joined(self.running(parse_inline(self._parser, kept)))

    def tidy(self, spans: Iterable[Span]) -> Spans:
        """Spans of one paragraph: neighbours of one look joined, outer spaces cut."""
        return _trimmed(_joined(spans))

    def running(self, element: ET.Element, marks: int = 0, link: str | None = None) -> Iterator[Span]:
        """The spans inside an element, its own text included."""
        yield from self.words(element.text, marks, link)
        for child in element:
            yield from self.one(child, marks, link)
            yield from self.words(child.tail, marks, link)

    def one(self, child: ET.Element, marks: int = 0, link: str | None = None) -> Iterator[Span]:
        """The spans of one inline element, without what follows it."""
        if child.tag in _MARKS and not child.get("id", "").startswith("fnref"):
            yield from self.running(child, marks | _MARKS[child.tag], link)
        elif child.tag == "br":
            yield Span("\n", marks | Mark.LINE_BREAK)
        elif child.tag == "maths":
            yield self._formula(child, marks, link)
        elif child.tag == "img":
            yield from self._picture(child, marks, link)
        elif child.tag == "a":
            yield from self._link(child, marks)
        elif child.tag == "sup":
            call = child[0]
            yield Span(call.text or "", marks, note=call.get("href", "")[4:])
        else:
            yield from self.running(child, marks, link)

    def words(self, text: str | None, marks: int = 0, link: str | None = None) -> Iterator[Span]:
        """A plain run of text: line marks read, entities resolved, tags and lost notes told."""
        if not text:
            return
        shown = self.clean(text, tags=not marks & Mark.CODE)
        if marks & Mark.CODE:
            shown = as_code(shown)
        else:
            shown = _ENTITY.sub(lambda found: html.unescape(found[0]), shown)
            shown = re.sub(r"[ \t]*\n[ \t]*", " ", shown)
        if shown:
            yield Span(shown, marks, link=link)

    def clean(self, text: str, *, tags: bool = False) -> str:
        """A text without its line marks, which are read on the way."""
        parts = LINE_MARK.split(text)
        for mark, part in zip(["", *LINE_MARK.findall(text)], parts, strict=True):
            self.line = ord(mark) - LINE_BASE if mark else self.line
            if tags:
                self._check(part)
        return _ESCAPED.sub(lambda found: chr(int(found[1])), PRIVATE.sub("", text))

    def _check(self, text: str) -> None:
        if found := _TAG.search(text):
            self.findings.advise(
                self.line, f"«{shortened(found[0], 40)}» è HTML: nella lezione si vede così com'è scritto.",
                "Usa i segni di Markdown; per mostrare un tag scrivilo tra apici rovesci.",
            )  # fmt: skip
        if found := _NOTE_LEFT.search(text):
            self.findings.refuse(
                self.line,
                f"La nota `{found[0]}` non è spiegata.",
                f"Aggiungi in fondo una riga `{found[0]}: …`.",
            )

    def _formula(self, element: ET.Element, marks: int, link: str | None) -> Span:
        tex = " ".join(self.clean(element.text or "").split())
        self.leanings.formula(tex, self.line)
        return Span(tex, marks, maths=True, link=link)

    def _picture(self, element: ET.Element, marks: int, link: str | None) -> Iterator[Span]:
        path, alt = self.picture(element)
        if path and extension(path) in PICTURES:
            yield Span(alt, marks, link=link, image=path)
        elif path:
            self.findings.refuse(
                self.line,
                f"Un suono o un filmato sta in mezzo al testo: «{shortened(path)}».",
                "Mettilo da solo su una riga.",
            )

    def picture(self, element: ET.Element) -> tuple[str | None, str]:
        """The path and the description of an `img`; a missing description is told."""
        alt = " ".join(self.clean(element.get("alt") or "").split())
        source = self.clean(element.get("src") or "")
        if not alt:
            self.findings.refuse(
                self.line, f"«{shortened(source)}» non ha una descrizione.",
                "Scrivi tra le parentesi quadre che cosa si vede o si sente: la legge chi non vede.",
            )  # fmt: skip
        return self.leanings.file(source, self.line), alt

    def _link(self, element: ET.Element, marks: int) -> Iterator[Span]:
        # The mark of a link stands before it, so its line is known already; the words inside may move it on.
        target = self.leanings.link(self.clean(element.get("href") or ""), self.line)
        yield from self.running(element, marks, target)


def as_code(text: str) -> str:
    """Code as it was written: python-markdown has escaped its three signs for HTML already."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _joined(spans: Iterable[Span]) -> Spans:
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and _alike(last, span):
            joined[-1] = msgspec.structs.replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _alike(one: Span, other: Span) -> bool:
    plain = not (one.maths or other.maths or one.image or other.image or one.note or other.note)
    breaks = (one.marks | other.marks) & Mark.LINE_BREAK
    return plain and not breaks and (one.marks, one.link, one.term) == (other.marks, other.link, other.term)


def _trimmed(spans: Spans) -> Spans:
    kept = list(spans)
    while kept and _is_words(kept[0]) and not kept[0].text.strip():
        kept.pop(0)
    while kept and _is_words(kept[-1]) and not kept[-1].text.strip():
        kept.pop()
    if kept and _is_words(kept[0]):
        kept[0] = msgspec.structs.replace(kept[0], text=kept[0].text.lstrip())
    if kept and _is_words(kept[-1]):
        kept[-1] = msgspec.structs.replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _is_words(span: Span) -> bool:
    return not (span.maths or span.image or span.note)
