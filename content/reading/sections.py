"""A lesson cut at its headings, as the search sees it."""

from collections.abc import Iterable, Iterator, Sequence

from scuola_digitale.domain.arithmetic import SumError
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    Definitions,
    Details,
    ExerciseBlock,
    Figure,
    Heading,
    Lesson,
    Listing,
    Maths,
    Media,
    Paragraph,
    Quote,
    Section,
    Table,
)
from scuola_digitale.domain.text import plain
from scuola_digitale.domain.variants import variant


def sections_of(lesson: Lesson) -> tuple[Section, ...]:
    """The lesson's sections, the part before the first heading first; it opens with the summary."""
    parts: list[tuple[str, str, list[AnyBlock]]] = [("", lesson.head.title, [])]
    for block in lesson.blocks:
        if isinstance(block, Heading):
            parts.append((block.anchor, plain(block.spans), []))
        else:
            parts[-1][2].append(block)
    summaries = [lesson.head.summary, *[""] * len(parts)]
    return tuple(
        _section(lesson, anchor, heading, [summary, *_inside(blocks)], blocks)
        for (anchor, heading, blocks), summary in zip(parts, summaries, strict=False)
    )


def _section(
    lesson: Lesson, anchor: str, heading: str, texts: Iterable[str], blocks: Sequence[AnyBlock]
) -> Section:
    ref = lesson.head.ref
    parts = [part for block in blocks for part in _with_inner(block)]
    return Section(
        section_id=f"{ref}#{anchor}",
        lesson_ref=ref,
        heading=heading,
        text=_joined(texts),
        exercises=_joined(_question(part.exercise) for part in parts if isinstance(part, ExerciseBlock)),
        pictures=_joined(_shown(part) for part in parts if isinstance(part, Figure)),
    )


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _with_inner(block: AnyBlock) -> Iterator[AnyBlock]:
    """The block and those that stand in it."""
    yield block
    inner: Iterable[AnyBlock] = ()
    match block:
        case Quote() | Callout() | Details():
            inner = block.blocks
        case Listing():
            inner = [each for item in block.items for each in item]
    for each in inner:
        yield from _with_inner(each)


def _shown(figure: Figure) -> str:
    return f"{figure.alt} {plain(figure.caption)}".strip()


def _inside(blocks: Iterable[AnyBlock]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)


def _texts(block: AnyBlock) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield plain(block.spans)
        case Quote():
            yield from _inside(block.blocks)
        case Callout() | Details():
            yield block.title
            yield from _inside(block.blocks)
        case Listing():
            for item in block.items:
                yield from _inside(item)
        case Table():
            for row in (block.header, *block.rows):
                yield " ".join(map(plain, row))
        case Definitions():
            for term, meaning in block.items:
                yield plain(term)
                yield from _inside(meaning)
        case _:
            yield from _single(block)


def _single(block: AnyBlock) -> Iterator[str]:
    match block:
        case Figure():
            yield _shown(block)
        case Media() if not block.whole_lesson:
            yield f"{block.title} {plain(block.caption)}".strip()
        case Maths():
            yield block.tex
        case Code():
            yield block.text
        case ExerciseBlock():
            yield _question(block.exercise)


def _question(exercise: Exercise) -> str:
    """The question as some child sees it, not with its places open."""
    try:
        return plain(variant(exercise, 0).question)
    except SumError:
        return plain(exercise.question)
