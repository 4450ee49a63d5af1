"""The Markdown parser of the house: python-markdown up to its element tree, with our own marks, without HTML.

Import it late: python-markdown costs the window's start tens of milliseconds.
"""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

MATHS = (
    r"(?<!\\)(?:\$\$(?P<wide>[^$]+)\$\$"
    r"|\$(?![\s$])(?P<tex>(?:\\.|[^$\\])+?)(?<!\s)(?<!\s[\U000f0000-\U000fffff])\$(?![0-9]))"
)
"""A formula in a line. As pandoc does: no space inside the dollars, no digit after, so `5 $ e 6 $` is prose."""

PLACE = r"\{[^{}\n]+\}"


class _Maths(InlineProcessor):
    """Keeps a formula away from everything else."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        element = ET.Element("maths")
        element.text = AtomicString(m["wide"] or m["tex"])
        return element, m.start(0), m.end(0)


class _Place(InlineProcessor):
    """Keeps `{n*2}` away from emphasis."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        element = ET.Element("place")
        element.text = AtomicString(m[0])
        return element, m.start(0), m.end(0)


class _Details(AdmonitionProcessor):
    """`??? "Titolo"` with its indented text."""

    CLASSNAME = "details"
    CLASSNAME_TITLE = "details-title"
    RE = re.compile(r'(?:^|\n)\?\?\?\+?()(?: *"(.*?)")? *(?:\n|$)')

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        return "opened", match[2] or " "


def lesson_parser() -> Markdown:
    """A parser for whole lessons."""
    parser = Markdown(
        extensions=[
            AdmonitionExtension(), TableExtension(), FootnoteExtension(), DefListExtension(), AttrListExtension(),
            SaneListExtension(),
        ]
    )  # fmt: skip
    parser.parser.blockprocessors.register(_Details(parser.parser), "details", 106)
    return _tamed(parser)


def inline_parser() -> Markdown:
    """A parser for the short texts of exercises and front matter: no blocks, places kept whole."""
    parser = _tamed(Markdown())
    parser.inlinePatterns.register(_Place(PLACE, parser), "place", 186)
    return parser


def parse_blocks(parser: Markdown, lines: list[str]) -> ET.Element:
    """The element tree of a lesson's lines."""
    parser.reset()
    # The empty end closes the last block: a table of one column is none without it.
    root = parser.parser.parseDocument([*lines, "", ""]).getroot()
    return _treated(parser, ET.Element("div") if root is None else root)


def parse_inline(parser: Markdown, text: str) -> ET.Element:
    """The element tree of one running text."""
    parser.reset()
    root = ET.Element("div")
    ET.SubElement(root, "p").text = text
    return _treated(parser, root)[0]


def _tamed(parser: Markdown) -> Markdown:
    # Tags and entities stay text: nothing that an author pastes is ever run, and the walker says so.
    for name in ("html", "entity", "automail"):
        parser.inlinePatterns.deregister(name)
    parser.treeprocessors.deregister("prettify")
    # Escaped signs stay coded until the walker has looked for tags and lost notes: `\\[^1]` is neither.
    parser.treeprocessors.deregister("unescape")
    parser.ESCAPED_CHARS = [*parser.ESCAPED_CHARS, "$", "~", "^", "|", "<"]
    parser.inlinePatterns.register(_Maths(MATHS, parser), "maths", 187)
    parser.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(?!\s)(.+?)(?<!\s)~~", "del"), "strike", 65)
    parser.inlinePatterns.register(SimpleTagInlineProcessor(r"(?<!~)(~)([^~\s]+)~(?!~)", "sub"), "below", 64)
    parser.inlinePatterns.register(SimpleTagInlineProcessor(r"(\^)([^\^\s\[\]]+)\^", "sup"), "above", 63)
    return parser


def _treated(parser: Markdown, root: ET.Element) -> ET.Element:
    for processor in parser.treeprocessors:
        treated = processor.run(root)
        root = root if treated is None else treated
    return root
