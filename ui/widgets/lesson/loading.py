"""What is done off the GUI thread before a lesson is shown: read it, its pictures, and draw its formulas."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Definitions,
    ExerciseBlock,
    Figure,
    Heading,
    Lesson,
    Maths,
    Paragraph,
    Table,
)
from scuola_digitale.domain.text import Span, Spans
from scuola_digitale.errors import ScuolaError
from ui.presenters.desk import Shelf
from ui.presenters.lesson import inner_columns
from ui.widgets.lesson import maths
from ui.widgets.lesson.blocks import FIRST_CHUNK, units
from ui.widgets.lesson.equation import DISPLAY_PIXELS
from ui.widgets.lesson.style import Voice, style

MOST_BYTES_AHEAD = 16_000_000
"""Pictures read ahead, in bytes; what is over is read when it is drawn."""

FormulaAt = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class LoadedLesson:
    """A lesson and the pictures read ahead, each its bytes or why they cannot be read."""

    lesson: Lesson
    pictures: dict[str, bytes | ScuolaError] = field(default_factory=dict)


def load_first(library: Shelf, lesson: Lesson, unit: int, *, scale: float) -> LoadedLesson:
    """Reads what the first look at a lesson needs, from one of its units on; `scale` is the text's size in use.

    A missing picture is no error.
    """
    begin = max(0, unit - 1)  # a hand's breadth of what stands above is seen, too
    seen = units(lesson.blocks)[begin : begin + FIRST_CHUNK]
    return load_blocks(
        library, LoadedLesson(lesson), tuple(block for one in seen for block in one), scale=scale
    )


def load_rest(library: Shelf, loaded: LoadedLesson, *, scale: float) -> LoadedLesson:
    """Reads and draws ahead what the first look did without; gives the lesson with it."""
    maths.warm(dict.fromkeys(set_apart(loaded.lesson, scale)))
    return load_blocks(library, loaded, loaded.lesson.blocks, scale=scale)


def load_blocks(
    library: Shelf, loaded: LoadedLesson, blocks: tuple[AnyBlock, ...], *, scale: float
) -> LoadedLesson:
    """Reads the pictures of some blocks of a lesson and draws their formulas; gives the lesson with them."""
    lesson, pictures = loaded.lesson, dict(loaded.pictures)
    ahead = 0
    for path in dict.fromkeys(picture_paths(blocks)):
        if path in pictures:
            continue
        if ahead > MOST_BYTES_AHEAD:
            break
        try:
            data = library.file(lesson.head.pack, path)
        except ScuolaError as missing:
            pictures[path] = missing
        else:
            pictures[path] = data
            ahead += len(data)
    maths.warm(dict.fromkeys(formulas(blocks, scale)))
    return LoadedLesson(lesson, pictures)


def picture_paths(blocks: tuple[AnyBlock, ...]) -> Iterator[str]:
    """Paths of the figures and drawings of a lesson, in reading order."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block.path
        elif isinstance(block, ExerciseBlock) and block.exercise.picture:
            yield block.exercise.picture
        for column in inner_columns(block):
            yield from picture_paths(column)


def formulas(blocks: tuple[AnyBlock, ...], scale: float) -> Iterator[FormulaAt]:
    """Every formula of a lesson as it will be drawn: its TeX, size in pixels, and whether it is set low."""
    for block in blocks:
        if isinstance(block, Maths):
            yield block.tex, round(DISPLAY_PIXELS * scale), False
        for spans, voice in _set_in(block):
            yield from _in_voice(spans, voice)
        for column in inner_columns(block):
            yield from formulas(column, scale)


def set_apart(lesson: Lesson, scale: float) -> Iterator[FormulaAt]:
    """The formulas of the footnotes and of the glossary, which stand at the foot and on little sheets."""
    columns = (
        *(note.blocks for note in lesson.notes),
        *((Paragraph(spans=one.meaning),) for one in lesson.terms),
    )
    for column in columns:
        yield from formulas(column, scale)
        for spans in _words_in(column):
            yield from _in_voice(spans, "feedback")


def _words_in(blocks: tuple[AnyBlock, ...]) -> Iterator[Spans]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spans
        for column in inner_columns(block):
            yield from _words_in(column)


def _set_in(block: AnyBlock) -> list[tuple[Spans, Voice]]:
    """The rich texts of a block itself, each with the voice it is set in."""
    match block:
        case Paragraph():
            return [(block.spans, "reading")]
        case Heading():
            return [(block.spans, "heading")]
        case Table():
            return [(cell, "cell") for row in (block.header, *block.rows) for cell in row]
        case Definitions():
            return [(term, "reading") for term, _ in block.items]
        case Figure():
            return [(block.caption, "caption")]
        case ExerciseBlock():
            return _in_exercise(block.exercise)
        case _:
            return []


def _in_exercise(exercise: Exercise) -> list[tuple[Spans, Voice]]:
    # A formula with variables is drawn when its numbers are known.
    if exercise.variables:
        return []
    texts: list[tuple[Spans, Voice]] = [(exercise.question, "question")]
    texts += [(spans, "feedback") for spans in (*exercise.hints, exercise.right, exercise.not_yet)]
    for name in ("options", "statements", "left_items", "right_items", "items"):
        texts += [(part.spans, "option") for part in getattr(exercise, name, ())]
    return texts


def _in_voice(spans: Spans, voice: Voice) -> Iterator[FormulaAt]:
    found: list[Span] = [span for span in spans if span.maths]
    if found:
        worn = style(voice)
        for span in found:
            yield span.text, maths.text_size(worn.pixels, low=worn.low_maths), worn.low_maths
