"""Somebody else's Markdown → ours: the text stays, pictures come along, every strange mark is told.

Known marks are those of coding-club projects (`--- task ---`, `--- hint ---`, `--- collapse ---`,
`{:class="…"}`, `[[[ingredient]]]`, `blocks3` fences); whatever the reader would still refuse in the end becomes
plain text, line by line.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from content.pack_head import PackHead
from content.reading.column import slug
from content.reading.findings import Findings, shortened
from content.reading.leanings import PICTURES, extension
from content.reading.lesson import read_lesson
from content.reading.pictures import MAX_RASTER_BYTES, picture_fault
from scuola_digitale.domain.school_terms import Area

MAX_REPAIRS = 20

_MARK = re.compile(r"---\s*(/?)([a-z][a-z-]*)\s*---")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*(\S*).*")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_INCLUDE = re.compile(r"\[\[\[([^\]\n]+)\]\]\]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(\s*([^)\s]+)(\s+\"[^\"]*\")?\s*\)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(\s*([^)\s]+)(?:\s+\"[^\"]*\")?\s*\)")
_COUNTING = re.compile(r"\?utm_[^#]*")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1(?!`)")
_SPECIAL = re.compile(r"([\\`*_\[\]$!|~^<{}])")

_BOXES = {"task": '!!! nota "Da fare"', "challenge": '!!! prova "Sfida"'}
_OPENING = {"collapse": "Apri", "hint": "Aiuto"}
_SILENT = {"hints", "no-print"}
_NOT_SHOWN = {"print-only"}


class Translated(msgspec.Struct, frozen=True):
    """A lesson's title, empty when there is none, and its text without a head."""

    title: str
    body: str


def translate(
    text: str, *, source: Path, links: dict[str, str], images: Path, findings: Findings
) -> Translated:
    """Turns one file into a lesson's text.

    Args:
        text: the file's text.
        source: the file, beside which its pictures stand.
        links: file name → link to the lesson it becomes.
        images: the pack's folder for pictures; made when the first one comes.
        findings: where to tell what was not understood, with the lines of the source.
    """
    title, body = _Translator(source, links, images, findings).run(text.split("\n"))
    return Translated(title, _repaired(body, findings))


class _Translator:
    """One walk over the lines of a file."""

    def __init__(self, source: Path, links: dict[str, str], images: Path, findings: Findings) -> None:
        self._source, self._links, self._images, self._findings = source, links, images, findings
        self._out: list[str] = []
        self._boxes: list[str] = []
        self._hidden = 0
        self._title = ""
        self._fence = ""
        self._hints = 0
        self._told: dict[str, int] = {}
        self._number = 0

    def run(self, lines: list[str]) -> tuple[str, str]:
        position = self._skip_head(lines)
        while position < len(lines):
            self._number = position + 1
            position += self._step(lines, position)
        if self._fence:
            self._emit(self._fence)
        body = re.sub(r"\n{3,}", "\n\n", "\n".join(self._out)).strip("\n")
        return self._title, body + "\n"

    def _skip_head(self, lines: list[str]) -> int:
        """Past a foreign front matter, if there is one; its title is kept."""
        if lines[0].rstrip() != "---" or "---" not in (line.rstrip() for line in lines[1:]):
            return 0
        end = next(index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
        self._title = _yaml_title(lines[1:end])
        self._number = 1
        self._tell("testata", "Della testata resta soltanto il titolo.")
        return end + 1

    def _step(self, lines: list[str], position: int) -> int:
        line = lines[position]
        if self._fence or _FENCE.fullmatch(line):
            self._code(line)
            return 1
        marks = list(_MARK.finditer(line))
        if marks and not _MARK.sub("", line).strip(" -"):
            return 1 + sum(
                self._mark(found[2], closing=bool(found[1]), following=lines[position + 1 :])
                for found in marks
            )
        if not self._hidden:
            self._line(line)
        elif _PICTURE.fullmatch(line.strip()):
            # On paper it stood for something alive on the web, which does not come along here either.
            self._emit(self._rewritten(line.strip()), anyway=True)
        return 1

    def _code(self, line: str) -> None:
        found = _FENCE.fullmatch(line)
        if self._fence:
            closes = found is not None and not found[2] and found[1].startswith(self._fence)
            self._fence = "" if closes else self._fence
            self._emit(line)
        elif found:
            self._fence = found[1]
            if found[2] == "blocks3":
                self._tell("```blocks3", "I blocchi di Scratch restano scritti come testo.")
            self._emit("")
            self._emit(found[1] + ("" if found[2] == "blocks3" else found[2]))

    def _mark(self, name: str, *, closing: bool, following: list[str]) -> int:
        """Opens or closes what a `--- name ---` stands for; how many more lines it took."""
        if name in _NOT_SHOWN:
            self._hidden += -1 if closing else 1
            self._tell(f"--- {name} ---", "Di quello che serviva soltanto alla stampa restano le immagini.")
        elif name in _BOXES or name in _OPENING:
            return self._close(name) if closing else self._open(name, following)
        else:
            self._tell(
                f"--- {name} ---",
                "Il segno è tolto, il testo resta."
                if name in _SILENT
                else "Il segno non si conosce: è tolto, il testo resta.",
            )
        return 0

    def _open(self, name: str, following: list[str]) -> int:
        title, taken = _box_title(following) if name == "collapse" else ("", 0)
        if name in _BOXES:
            header = _BOXES[name]
        else:
            self._hints = self._hints + 1 if name == "hint" else self._hints
            count = f" {self._hints}" if name == "hint" else ""
            shown = (title or _OPENING[name] + count).replace('"', "”")
            header = f'??? "{shown}"'
        self._emit("")
        self._emit(header)
        self._boxes.append(name)
        self._emit("")
        self._tell(
            f"--- {name} ---",
            "È diventato un riquadro." if name in _BOXES else "È diventato una parte che si apre.",
        )
        return taken

    def _close(self, name: str) -> int:
        if name in self._boxes:
            while self._boxes.pop() != name:
                pass
            self._emit("")
        return 0

    def _line(self, line: str) -> None:
        line = self._without_marks(line)
        found = _HEADING.fullmatch(line)
        if found and not self._title:
            self._title = _CODE.sub(lambda code: code[0].strip("`"), found[2])
            return
        if found:
            line = f"{'##' if len(found[1]) == 1 else found[1]} {found[2]}"
        self._emit(_outside_code(line, self._rewritten))

    def _without_marks(self, line: str) -> str:
        if _ATTRIBUTES.search(line):
            self._tell("{:…}", "Classi e attributi sono tolti, le parole restano.")
        if found := _INCLUDE.search(line):
            self._tell(found[0], "Il pezzo da includere non c'è in questa cartella: è tolto.")
        return _INCLUDE.sub("", _ATTRIBUTES.sub("", line)).rstrip()

    def _rewritten(self, text: str) -> str:
        if found := _TAG.search(text):
            self._tell(shortened(found[0], 30), "I comandi HTML sono tolti, le parole restano.")
            text = _TAG.sub("", text).rstrip()
        return _LINK.sub(self._link, _PICTURE.sub(self._picture, text))

    def _picture(self, found: re.Match[str]) -> str:
        alt, reference, caption = found[1].strip(), found[2], found[3] or ""
        if not (name := self._copied(reference)):
            return alt
        if not alt:
            alt = Path(reference).stem.replace("-", " ").replace("_", " ")
            self._findings.advise(
                self._number,
                f"«{shortened(reference)}» non ha una descrizione: per ora c'è il nome del file.",
                "Scrivi che cosa si vede.",
            )
        return f"![{alt}](../immagini/{name}{caption})"

    def _copied(self, reference: str) -> str:
        """The name of a picture in the pack; empty, and told, when it cannot come along."""
        file = self._source.parent / reference
        if "://" in reference or not file.resolve().is_relative_to(self._source.parent.resolve()):
            return self._left_out(reference, "non sta in questa cartella")
        if extension(reference) not in PICTURES or not file.is_file():
            return self._left_out(reference, "non c'è, o non è un'immagine che si può usare")
        with file.open("rb") as stream:
            fault = picture_fault(stream.read(MAX_RASTER_BYTES + 1), extension(reference))
        if fault:
            return self._left_out(reference, fault[0])
        name = f"{slug(str(Path(reference).with_suffix('')).removeprefix('images/'))}.{extension(reference)}"
        self._images.mkdir(exist_ok=True)
        shutil.copyfile(file, self._images / name)
        return name

    def _left_out(self, reference: str, reason: str) -> str:
        self._findings.advise(
            self._number,
            f"L'immagine «{shortened(reference)}» {reason}: al suo posto resta la descrizione.",
            "Copiala a mano in immagini/.",
        )
        return ""

    def _link(self, found: re.Match[str]) -> str:
        words, target = found[1], found[2]
        file = target.split("#")[0]
        if file in self._links:
            return f"[{words}]({self._links[file]})"
        if target.startswith(("http://", "https://", "mailto:")):
            # What only counts visitors would be read out in the middle of a sentence.
            return f"[{words}]({_COUNTING.sub('', target)})"
        self._tell(f"]({shortened(target, 30)})", "Il collegamento è tolto, le parole restano.")
        return words

    def _emit(self, line: str, *, anyway: bool = False) -> None:
        if anyway or not self._hidden:
            self._out.append((" " * 4 * len(self._boxes) + line) if line else "")

    def _tell(self, mark: str, what: str) -> None:
        """Tells of a mark, once a file: the first place is enough to find the others."""
        if mark not in self._told:
            self._told[mark] = self._number
            self._findings.advise(
                self._number, f"«{mark}»: {what}", "Se non va bene, cambia il testo della lezione."
            )


def _outside_code(line: str, rewrite: Callable[[str], str]) -> str:
    """A line rewritten everywhere but inside its code spans."""
    parts: list[str] = []
    start = 0
    for found in _CODE.finditer(line):
        parts += [rewrite(line[start : found.start()]), found[0]]
        start = found.end()
    return "".join([*parts, rewrite(line[start:])]) if parts else rewrite(line)


def _box_title(following: list[str]) -> tuple[str, int]:
    """The title that stands between two `---` right under a mark, and how many lines it takes."""
    if len(following) > 2 and following[0].strip() == "---" and "---" in map(str.strip, following[1:8]):
        end = 1 + [line.strip() for line in following[1:8]].index("---")
        return _yaml_title(following[1:end]), end + 1
    return "", 0


def _yaml_title(lines: list[str]) -> str:
    found = next(
        (found for line in lines if (found := re.fullmatch(r"(?:title|titolo):\s*(.*?)\s*", line))), None
    )
    return re.sub(r"^([\"'])(.*)\1$", r"\2", found[1]) if found else ""


def _repaired(body: str, findings: Findings) -> str:
    """The text with every line that the reader would refuse turned into plain words."""
    front = "---\nid: a\ntitolo: a\nmateria: a\nclassi: P1\n---\n"
    skipped = front.count("\n")
    head = PackHead(pack_id="a/a", title="a", area=Area.SCUOLA)
    lines = body.split("\n")
    for _ in range(MAX_REPAIRS):
        _, problems = read_lesson((front + "\n".join(lines)).encode(), path="lezioni/a.md", head=head)
        wrong = {problem.line - skipped - 1: problem for problem in problems if problem.blocking}
        for index, problem in wrong.items():
            if 0 <= index < len(lines):
                findings.advise(
                    0,
                    f"Una riga resta come testo semplice: «{shortened(lines[index])}». {problem.message}",
                    problem.remedy,
                )
                indent = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
                lines[index] = indent + _SPECIAL.sub(r"\\\1", lines[index].lstrip())
        if not wrong:
            break
    return "\n".join(lines)
