"""One Markdown file → a lesson, with everything there is to say about it."""

from collections.abc import Iterable, Iterator

import msgspec

from content.pack_head import PackHead
from content.problems import Problem
from content.reading.column import TOO_DEEP, Column
from content.reading.exercises import ExerciseReader
from content.reading.findings import Findings, perhaps, shortened
from content.reading.formulas import formula_objection
from content.reading.front_matter import FrontMatter
from content.reading.glossary import light_terms
from content.reading.leanings import Leanings
from content.reading.source_lines import MAX_BRACKETS, MAX_LINE, MAX_LINES, prepare, split_lines
from content.reading.spans import Speller
from content.reading.typography import typeset
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Details,
    ExerciseBlock,
    Lesson,
    Listing,
    Note,
    Quote,
)

MAX_LESSON = 2_000_000


class LessonReading(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson with what it leans on, which only its folder can check.

    Attributes:
        files: pack path → the line that names it first.
        links: `lezione:…` targets, each with its line.
    """

    lesson: Lesson | None
    problems: tuple[Problem, ...]
    files: dict[str, int] = {}
    links: tuple[tuple[str, int], ...] = ()


def read_lesson(markdown: bytes, *, path: str, head: PackHead) -> tuple[Lesson | None, tuple[Problem, ...]]:
    """Reads a lesson.

    The lesson is given wherever its head can be read, so that an author sees it with its problems; it may be
    built into a pack only when no problem is blocking. Files and other lessons are checked by `read_pack`.

    Args:
        markdown: the file's bytes.
        path: the file's path in the pack, for the problems and for the pictures beside it.
        head: the card of its pack.
    """
    reading = read_with_leanings(markdown, path=path, head=head)
    return reading.lesson, reading.problems


def read_with_leanings(markdown: bytes, *, path: str, head: PackHead) -> LessonReading:
    """As `read_lesson`, with what the lesson leans on."""
    findings = Findings(path)
    lines = _decoded(markdown, findings)
    if lines is None:
        return LessonReading(lesson=None, problems=findings.all())
    leanings = Leanings(path, findings)
    try:
        lesson = _read(lines, head, findings, leanings)
    except RecursionError:
        findings.refuse(0, *TOO_DEEP)
        lesson = None
    _check_formulas(leanings, findings)
    links = tuple((target, line) for target, line in leanings.links if not target.startswith("#"))
    return LessonReading(lesson=lesson, problems=findings.all(), files=leanings.files, links=links)


def _decoded(markdown: bytes, findings: Findings) -> list[str] | None:
    if len(markdown) > MAX_LESSON:
        findings.refuse(
            0, "La lezione pesa più di 2 MB.", "Dividila in più lezioni; le immagini vanno in file a parte."
        )
        return None
    try:
        text = markdown.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = markdown.count(b"\n", 0, error.start) + 1
        findings.refuse(
            line, "Il file non è scritto in UTF-8.", "Salvalo di nuovo scegliendo la codifica UTF-8."
        )
        return None
    if "\0" in text:
        findings.refuse(0, "Il file non è un testo.", "Salvalo come testo semplice, in UTF-8.")
        return None
    lines = split_lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines if _is_bounded(lines, findings) else None


def _is_bounded(lines: list[str], findings: Findings) -> bool:
    """Whether the parser will be done with these lines in good time; if not, the problem is noted."""
    brackets = 0
    for number, line in enumerate(lines, 1):
        brackets = brackets + line.count("[") if line.strip() else 0
        if len(line) > MAX_LINE or number > MAX_LINES:
            findings.refuse(
                number,
                "La lezione ha troppe righe, o una riga troppo lunga.",
                "Dividi il testo in paragrafi e in più lezioni.",
            )
            return False
        if brackets > MAX_BRACKETS:
            findings.refuse(
                number,
                "Ci sono troppe parentesi quadre in un solo paragrafo.",
                "Dividi il paragrafo con una riga vuota.",
            )
            return False
    return True


def _read(lines: list[str], pack: PackHead, findings: Findings, leanings: Leanings) -> Lesson | None:
    end = _head_end(lines, findings)
    speller = Speller(findings, leanings)
    front = FrontMatter("\n".join(lines[1:end]), pack, findings, leanings, speller)
    blocks, notes = _body(lines[end + 1 :], end + 2, speller)
    if front.head is None:
        return None
    exercises = tuple(
        block.exercise.exercise_id for block in _everywhere(blocks) if isinstance(block, ExerciseBlock)
    )
    recording = (front.recording,) if front.recording else ()
    # Last, once words were told apart from their signs: glossary, anchors and links go by what was typed.
    return typeset(
        Lesson(
            head=msgspec.structs.replace(front.head, exercises=exercises),
            blocks=(*recording, *light_terms(blocks, front.terms)),
            notes=notes,
            terms=front.terms,
        )
    )


def _head_end(lines: list[str], findings: Findings) -> int:
    """The index of the line that closes the front matter; -1, and a problem, when there is none."""
    if lines[0].rstrip() == "---":
        for index, line in enumerate(lines[1:], 1):
            if line.rstrip() in {"---", "..."}:
                return index
        findings.refuse(
            1, "La testata non è chiusa.", "Aggiungi una riga `---` dopo l'ultima riga della testata."
        )
    else:
        findings.refuse(
            1,
            "La lezione non ha la testata.",
            "Comincia il file con `---`, `id`, `titolo`, `materia`, `classi` e ancora `---`.",
        )
    return -1


def _body(
    lines: list[str], first_line: int, speller: Speller
) -> tuple[tuple[AnyBlock, ...], tuple[Note, ...]]:
    from content.reading.markup import lesson_parser, parse_blocks  # late: it brings python-markdown

    findings, leanings = speller.findings, speller.leanings
    prepared = prepare(lines, first_line, findings)
    exercises = ExerciseReader(findings, leanings, speller)
    column = Column(speller, prepared.fences, exercises.read)
    blocks = column.blocks(parse_blocks(lesson_parser(), prepared.lines))
    for target, line in leanings.links:
        if target.startswith("#") and target[1:] not in column.anchors:
            remedy = perhaps(
                target,
                [f"#{anchor}" for anchor in column.anchors],
                "Scrivi # e le parole del titolo, unite da trattini.",
            )
            findings.refuse(line, f"La sezione «{shortened(target)}» non c'è in questa lezione.", remedy)
    return blocks, tuple(column.notes)


def _everywhere(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    for block in blocks:
        yield block
        if isinstance(block, Quote | Callout | Details):
            yield from _everywhere(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _everywhere(item)


def _check_formulas(leanings: Leanings, findings: Findings) -> None:
    for tex, line in leanings.formulas.items():
        if objection := formula_objection(tex):
            remedy = f"Controlla le graffe e i comandi di «{shortened(tex, 80)}»."
            findings.refuse(line, objection, remedy)
