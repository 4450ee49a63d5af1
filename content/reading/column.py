"""Elements → the column of blocks of a lesson."""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from content.reading.findings import perhaps, shortened
from content.reading.leanings import FILMS, OTHER_FILMS, OTHER_SOUNDS, PICTURES, SOUNDS, extension
from content.reading.source_lines import FENCE_BASE, FENCE_MARK, Fence
from content.reading.spans import Speller, as_code
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    CalloutKind,
    Code,
    Definitions,
    Details,
    ExerciseBlock,
    Figure,
    Heading,
    Listing,
    Maths,
    Media,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from scuola_digitale.domain.text import Span, Spans, plain

ReadExercise = Callable[[Fence], Exercise | None]
Blocks = tuple[AnyBlock, ...]

_BLOCKS = frozenset(
    {"p", "ul", "ol", "blockquote", "pre", "table", "dl", "hr", "div", *(f"h{n}" for n in range(1, 7))}
)
MAX_DEPTH = 10
TOO_DEEP = ("Il testo ha troppi livelli, uno dentro l'altro.", "Togli rientri, elenchi o citazioni annidati.")

_NOTE_SPACE = "\x02qq3936677670287331zz\x03"
"""What python-markdown's footnotes put before their way back (markdown.extensions.footnotes)."""
_EXERCISE_WORDS = ("esercizio", "esercizi", "exercise")


class Column:
    """Walks the element tree of one lesson; after `blocks`, `notes` and `anchors` are filled in."""

    def __init__(self, speller: Speller, fences: list[Fence], read_exercise: ReadExercise) -> None:
        self._speller = speller
        self._fences = fences
        self._read_exercise = read_exercise
        self.notes: list[Note] = []
        self.anchors: set[str] = set()
        self._depth = 0
        self._repeats: Counter[str] = Counter()

    def blocks(self, parent: ET.Element) -> Blocks:
        """The blocks of an element; running text between them becomes paragraphs."""
        if self._depth > MAX_DEPTH:
            self._speller.findings.refuse(self._speller.line, *TOO_DEEP)
            return ()
        self._depth += 1
        inside = tuple(self._flow(parent))
        self._depth -= 1
        return inside

    def _flow(self, parent: ET.Element) -> Iterator[AnyBlock]:
        loose = list(self._speller.words(parent.text))
        for child in parent:
            if child.tag in _BLOCKS:
                yield from self._paragraph(loose)
                loose = []
                yield from self._block(child)
            else:
                loose += self._speller.one(child)
            loose += self._speller.words(child.tail)
        yield from self._paragraph(loose)

    def _paragraph(self, spans: Iterable[Span]) -> Iterator[AnyBlock]:
        if tidy := self._speller.tidy(spans):
            yield Paragraph(spans=tidy)

    def _block(self, element: ET.Element) -> Iterator[AnyBlock]:
        match element.tag:
            case "p":
                yield from self._running(element)
            case "ul" | "ol":
                yield self._listing(element)
            case "blockquote":
                yield Quote(blocks=self.blocks(element))
            case "pre":
                yield from self._code(element)
            case "table":
                yield self._table(element)
            case "dl":
                yield self._definitions(element)
            case "hr":
                yield Rule()
            case "div":
                yield from self._box(element)
            case _:
                yield self._heading(element)

    def _running(self, element: ET.Element) -> Iterator[AnyBlock]:
        text = (element.text or "").strip()
        if FENCE_MARK.fullmatch(text) and not len(element):
            yield from self._fenced(self._fences[ord(text) - FENCE_BASE])
        elif len(element) and all(child.tag == "img" for child in element) and not _words_around(element):
            self._speller.clean(element.text or "")
            for child in element:
                yield from self._figure(child)
                self._speller.clean(child.tail or "")
        else:
            yield from self._paragraph(self._speller.running(element))

    def _fenced(self, fence: Fence) -> Iterator[AnyBlock]:
        self._speller.line = fence.line
        language = re.split(r"[\s{,:]", fence.info.strip("{}. "), maxsplit=1)[0].lower()
        if fence.info == "$$":
            self._speller.leanings.formula(fence.text, fence.line)
            yield Maths(tex=fence.text)
        elif language == "esercizio":
            exercise = self._read_exercise(fence)
            if exercise is not None:
                yield ExerciseBlock(exercise=exercise)
        else:
            if language in _EXERCISE_WORDS or perhaps(language, ["esercizio"], "") != "":
                self._speller.findings.refuse(
                    fence.line,
                    f"Il blocco `{shortened(language)}` non si conosce.",
                    "Forse volevi dire `esercizio`?",
                )
            yield Code(text=fence.text.rstrip(), language=language)

    def _figure(self, element: ET.Element) -> Iterator[AnyBlock]:
        path, alt = self._speller.picture(element)
        caption = self._speller.short(self._speller.clean(element.get("title") or ""), self._speller.line)
        kind = extension(path) if path else ""
        if path and kind in PICTURES:
            yield Figure(path=path, alt=alt, caption=caption, width=self._width(element))
        elif path and kind in SOUNDS:
            yield Media(kind="audio", path=path, title=alt, caption=caption)
        elif path and kind in FILMS:
            yield Media(kind="video", path=path, title=alt, caption=caption)
        elif path:
            self._refuse_kind(path, kind)

    def _refuse_kind(self, path: str, kind: str) -> None:
        if kind in OTHER_FILMS:
            said = (
                "è un filmato che i portatili della scuola non sanno mostrare",
                "Salvalo come MP4 (H.264) o WebM (VP9 e Opus).",
            )
        elif kind in OTHER_SOUNDS:
            said = (
                "è un suono che i portatili della scuola non sanno suonare",
                "Salvalo come MP3, OGG, Opus, M4A o WAV.",
            )
        else:
            said = "non è un'immagine, un suono o un filmato", "Le immagini sono SVG, PNG, JPEG, WebP o GIF."
        self._speller.findings.refuse(self._speller.line, f"«{shortened(path)}» {said[0]}.", said[1])

    def _width(self, element: ET.Element) -> int:
        said = element.get("largo", "100").rstrip("%")
        if said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= 100:
            return int(said)
        self._speller.findings.refuse(
            self._speller.line,
            f"«largo={shortened(said, 10)}» non è una larghezza.",
            "Scrivi un numero tra 1 e 100, per esempio {largo=60}.",
        )
        return 100

    def _heading(self, element: ET.Element) -> Heading:
        spans = self._speller.tidy(self._speller.running(element))
        level = int(element.tag[1])
        if level == 1:
            self._speller.findings.advise(
                self._speller.line, f"«{shortened(plain(spans))}» è un titolo `#`, ma il titolo della lezione c'è già.",
                "Usa `##` per i titoli delle sezioni.",
            )  # fmt: skip
        return Heading(
            level=max(level, 2), spans=spans, anchor=self._anchor(element.get("id") or slug(plain(spans)))
        )

    def _anchor(self, wanted: str) -> str:
        anchor = wanted
        while anchor in self.anchors:
            self._repeats[wanted] = max(self._repeats[wanted], 1) + 1
            anchor = f"{wanted}-{self._repeats[wanted]}"
        self.anchors.add(anchor)
        return anchor

    def _listing(self, element: ET.Element) -> Listing:
        items = tuple(self.blocks(item) for item in element)
        start = element.get("start", "1")
        return Listing(
            ordered=element.tag == "ol", items=items, start=int(start[:6]) if start.isdigit() else 1
        )

    def _code(self, element: ET.Element) -> Iterator[AnyBlock]:
        text = "".join(element.itertext())
        if FENCE_MARK.fullmatch(text.strip()):
            # An indented fence outside a list is code to Markdown, but whoever wrote it meant the fence.
            yield from self._fenced(self._fences[ord(text.strip()) - FENCE_BASE])
            return
        whole = FENCE_MARK.sub(lambda found: self._fences[ord(found[0]) - FENCE_BASE].text, text)
        yield Code(text=as_code(self._speller.clean(whole)).rstrip())

    def _table(self, element: ET.Element) -> Table:
        rows = [[self._cell(cell) for cell in row] for part in element for row in part]
        first = next(iter(element.iter("tr")), ET.Element("tr"))
        align = tuple(_alignment(cell) for cell in first)
        return Table(header=tuple(rows[0]) if rows else (), rows=tuple(map(tuple, rows[1:])), align=align)

    def _cell(self, element: ET.Element) -> Spans:
        return self._speller.tidy(self._speller.running(element))

    def _definitions(self, element: ET.Element) -> Definitions:
        items: list[tuple[Spans, Blocks]] = []
        for child in element:
            if child.tag == "dt":
                items.append((self._cell(child), ()))
            elif items:
                items[-1] = (items[-1][0], items[-1][1] + self.blocks(child))
        return Definitions(items=tuple(items))

    def _box(self, element: ET.Element) -> Iterator[AnyBlock]:
        said = element.get("class", "").split()
        if "footnote" in said:
            self.notes += [note for item in element.iter("li") if (note := self._note(item)) is not None]
            return
        title = ""
        if len(element) and (element[0].get("class") or "").endswith("-title"):
            title = plain(self._cell(element[0]))
            element.remove(element[0])
        if "details" in said:
            yield Details(title=title or "Apri", blocks=self.blocks(element))
        elif "admonition" in said:
            kind: CalloutKind = next((kind for kind in get_args(CalloutKind) if kind in said), "nota")
            default = title.casefold() == " ".join(said[1:]).casefold()
            yield Callout(kind=kind, title="" if default else title, blocks=self.blocks(element))
        else:
            yield from self.blocks(element)

    def _note(self, item: ET.Element) -> Note | None:
        if not item.get("id", "").startswith("fn:"):
            return None
        for parent in list(item.iter()):
            parent.text = (parent.text or "").replace(_NOTE_SPACE, "")
            for child in list(parent):
                child.tail = (child.tail or "").replace(_NOTE_SPACE, "")
                if "footnote-backref" in child.get("class", ""):
                    parent.remove(child)
        return Note(item.get("id", "")[3:], self.blocks(item))


def slug(text: str) -> str:
    """Words as an anchor: lower case, no accents, joined by hyphens."""
    plain_letters = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return "-".join(re.findall(r"[a-z0-9]+", plain_letters))[:60].strip("-") or "sezione"


def _words_around(element: ET.Element) -> bool:
    around = [element.text or "", *(child.tail or "" for child in element)]
    return any(FENCE_MARK.sub("", _bare(text)).strip() for text in around)


def _bare(text: str) -> str:
    return re.sub("[\U000f0000-\U0010ffff]", "", text)


def _alignment(cell: ET.Element) -> str:
    style = cell.get("style", "") + cell.get("align", "")
    return next((side for side in ("right", "center") if side in style), "left")
