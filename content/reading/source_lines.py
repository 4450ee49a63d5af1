"""Prepares the lines of a lesson for the Markdown parser, and makes every later finding know its line.

The parser forgets lines. So each place that may be wrong (a link, a picture, a formula, a title, a tag) gets one
private character in front that *is* its line number; who walks the result reads and drops it. Fenced blocks and
displayed formulas leave the text whole and are stood for by one private character on a line of its own.
"""

import re

import msgspec

from content.reading.findings import Findings, perhaps

MAX_LINES = 20_000
MAX_LINE = 8_000
MAX_BRACKETS = 400
"""In one paragraph: the parser's time grows with the square of open brackets."""

LINE_BASE = 0xF0000
FENCE_BASE = 0x100000
PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
LINE_MARK = re.compile("[\U000f0000-\U000fffff]")
FENCE_MARK = re.compile("[\U00100000-\U0010ffff]")

CALLOUTS = ("ricorda", "esempio", "prova", "attenzione", "nota")

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FENCE = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,}) *(?P<info>[^`]*)")
_PLACE = re.compile(r"(?<![\\!\]])(?=!?\[)|(?<![\\$])(?=\$)|(?=</?[A-Za-z])")
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:")
_HEADING = re.compile(r"(\s{0,3}#{1,6}\s+)(?=\S)")
_CALLOUT = re.compile(r'\s*(!!!|\?\?\?\+?) *([^\s"]*) *("?)')
_LONE_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*(\{[^}]*\})?\s*")
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)\S")
_OPENING_ITEM = re.compile(r" *(?:[-*+]|1[.)]) +\S")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*")


class Fence(msgspec.Struct, frozen=True):
    """A block that leaves the text whole: `info` is what stood after the fence, `$$` for a formula.

    `line` is that of the fence, from 1; its text starts on the next one.
    """

    info: str
    text: str
    line: int


class Prepared(msgspec.Struct, frozen=True):
    """The lines for the parser, and the blocks taken out of them."""

    lines: list[str]
    fences: list[Fence]


def prepare(lines: list[str], first_line: int, findings: Findings) -> Prepared:
    """Takes fences out, puts line marks in, and gives lists, tables and pictures the empty lines they need."""
    return _Preparer(findings).run(lines, first_line)


def split_lines(text: str) -> list[str]:
    """The lines of a text, tabs widened, control and private characters dropped."""
    return [_CONTROLS.sub("", PRIVATE.sub("", line.expandtabs(4))) for line in text.split("\n")]


class _Preparer:
    """One walk over the lines."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._out: list[str] = []
        self._fences: list[Fence] = []
        self._indents: list[int] = []
        self._comment = False

    def run(self, lines: list[str], first_line: int) -> Prepared:
        position = 0
        while position < len(lines):
            number, line = first_line + position, lines[position]
            if not self._comment and (taken := self._block(lines, position, number)):
                position += taken
                continue
            self._line(line, number, lines[position + 1] if position + 1 < len(lines) else "")
            position += 1
        if self._comment:
            self._findings.refuse(
                first_line + len(lines) - 1, "Un commento `<!--` non è chiuso.", "Chiudilo con `-->`."
            )
        return Prepared(self._out, self._fences)

    def _block(self, lines: list[str], position: int, number: int) -> int:
        """Takes a fence or a displayed formula out; how many lines it took, 0 when none stands here."""
        line = lines[position]
        if found := _FENCE.fullmatch(line.rstrip()):
            return self._fence(lines, position, number, found)
        return self._display(lines, position, number) if line.lstrip().startswith("$$") else 0

    def _fence(self, lines: list[str], position: int, number: int, found: re.Match[str]) -> int:
        indent, marks = len(found["indent"]), found["marks"]
        end = position + 1
        while end < len(lines) and not _closes(lines[end], marks):
            end += 1
        if end == len(lines):
            self._findings.refuse(
                number,
                f"Il blocco `{marks}` non è chiuso.",
                f"Aggiungi una riga {marks} alla fine del blocco.",
            )
        text = "\n".join(_unindented(one, indent) for one in lines[position + 1 : end])
        self._stand_in(indent, Fence(found["info"].strip(), text, number))
        return min(end + 1, len(lines)) - position

    def _display(self, lines: list[str], position: int, number: int) -> int:
        indent = len(lines[position]) - len(lines[position].lstrip())
        gathered = lines[position].lstrip()[2:]
        taken = 1
        while "$$" not in gathered and position + taken < len(lines) and lines[position + taken].strip():
            gathered += "\n" + lines[position + taken]
            taken += 1
        tex, closed, rest = gathered.partition("$$")
        if not closed:
            self._findings.refuse(number, "Una formula `$$` non è chiusa.", "Chiudila con `$$`.")
            return 0
        if rest.strip():
            return 0
        self._stand_in(indent, Fence("$$", tex.strip(), number))
        return taken

    def _stand_in(self, indent: int, fence: Fence) -> None:
        self._fences.append(fence)
        self._out += ["", " " * indent + chr(FENCE_BASE + len(self._fences) - 1), ""]

    def _line(self, line: str, number: int, following: str) -> None:
        line = self._without_comments(line)
        self._check_callout(line, number)
        lone = _LONE_PICTURE.fullmatch(line) is not None
        if lone or self._wants_room(line, following):
            self._out.append("")
        self._out.append(_marked(self._reindented(line), number))
        if lone:
            self._out.append("")

    def _without_comments(self, line: str) -> str:
        kept = ""
        while line:
            if self._comment:
                _, closed, line = line.partition("-->")
                self._comment = not closed
            else:
                before, opened, line = line.partition("<!--")
                if opened and (kept + before).count("`") % 2:
                    before, opened = before + opened, ""
                kept += before
                self._comment = bool(opened)
        return kept

    def _check_callout(self, line: str, number: int) -> None:
        found = _CALLOUT.match(line)
        if not found:
            return
        if found[1] == "!!!" and found[2] not in CALLOUTS:
            self._findings.refuse(
                number, f"Il riquadro «{found[2]}» non si conosce.",
                perhaps(found[2], CALLOUTS, f"I riquadri sono: {', '.join(CALLOUTS)}."),
            )  # fmt: skip
        if found[1] != "!!!" and not found[3]:
            self._findings.refuse(
                number, "Manca il titolo della parte che si apre.", 'Scrivi `??? "Titolo"`.'
            )

    def _wants_room(self, line: str, following: str) -> bool:
        """Whether a list or a table starts right under running text: the parser wants an empty line there."""
        above = self._out[-1] if self._out else ""
        if not above.strip() or _ITEM.match(above):
            return False
        level = len(above) - len(above.lstrip()) == len(line) - len(line.lstrip())
        table = "|" in line and _TABLE_RULE.fullmatch(following) is not None and "|" not in above
        return level and (_OPENING_ITEM.match(line) is not None or table)

    def _reindented(self, line: str) -> str:
        """An item of an inner list, moved to the four spaces a level that the parser wants."""
        found = _ITEM.match(line)
        if not found:
            if line.strip() and not line.startswith(" "):
                self._indents = []
            return line
        indent = len(found[1])
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1] + 1:
            self._indents.append(indent)
        wanted = self._indents[0] + 4 * (len(self._indents) - 1)
        # `1)` is a list too, though not to this parser.
        return " " * wanted + re.sub(r"^(\d+)\)", r"\1.", line.lstrip())


def _closes(line: str, marks: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(marks) and set(bare) == {marks[0]}


def _unindented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip())) :]


def _marked(line: str, number: int) -> str:
    mark = chr(LINE_BASE + number)
    if found := _HEADING.match(line):
        return found[1] + mark + _PLACE.sub(mark, line[found.end() :])
    if found := _DEFINITION.match(line):
        return found[0] + _PLACE.sub(mark, line[found.end() :])
    return _PLACE.sub(mark, line)
