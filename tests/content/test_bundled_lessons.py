"""The bundled library is as large, as plain and as light as the schools were promised."""

import re
from collections.abc import Iterator
from functools import cache

import lesson_shelf
import pytest
from lesson_shelf import SOURCES, bundled_refs

from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Exercise,
    Matching,
    Number,
    Open,
    Ordering,
    Spotting,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Definitions,
    Details,
    ExerciseBlock,
    Heading,
    Lesson,
    Listing,
    Media,
    Paragraph,
    Quote,
)
from scuola_digitale.domain.text import Spans, plain

MOST_BYTES = {"audio": 150_000, "video": 600_000}
"""Bytes of a bundled sound and of a bundled film: they come with the program, over thin lines too."""


@cache
def bundled(ref: str) -> Lesson:
    """A lesson of the bundled library."""
    return lesson_shelf.bundled(ref)


def blocks_of(blocks: tuple[AnyBlock, ...]) -> Iterator[AnyBlock]:
    """All blocks, those inside others too."""
    for block in blocks:
        yield block
        match block:
            case Callout() | Details() | Quote():
                yield from blocks_of(block.blocks)
            case Listing():
                for item in block.items:
                    yield from blocks_of(item)
            case Definitions():
                for _, meaning in block.items:
                    yield from blocks_of(meaning)


def gulpease(sentences: list[str]) -> float:
    """How easily Italian reads, 0–100 and over for the plainest (Lucisano and Piemontese, 1988)."""
    words = [word for sentence in sentences for word in re.findall(r"\w+", sentence)]
    ends = sum(len(re.findall(r"[.!?:…]+(?:\s|»|$)", sentence)) or 1 for sentence in sentences)
    return 89 + (300 * ends - 10 * sum(map(len, words))) / len(words)


def told(lesson: Lesson) -> list[str]:
    """What the lesson says in its own column."""
    return [
        plain(block.spans) for block in blocks_of(lesson.blocks) if isinstance(block, Heading | Paragraph)
    ]


def asked(lesson: Lesson) -> list[str]:
    """What its exercises say: questions, hints, praise and feedback."""
    found = (block.exercise for block in blocks_of(lesson.blocks) if isinstance(block, ExerciseBlock))
    return [text for exercise in found for spans in _said(exercise) if (text := plain(spans))]


def _said(exercise: Exercise) -> Iterator[Spans]:
    yield from (exercise.question, exercise.right, exercise.not_yet, *exercise.hints)
    match exercise:
        case Choice() | Choices() | Spotting():
            yield from (option.feedback for option in exercise.options)
        case TrueFalse():
            yield from (spans for said in exercise.statements for spans in (said.spans, said.feedback))
        case Number() | Words() | Matching() | Ordering():
            yield from (feedback.spans for feedback in exercise.feedback)
        case Cloze():
            yield from (feedback.spans for gap in exercise.gaps for feedback in gap.feedback)
        case Open():
            yield exercise.look_for


def test_the_library_holds_what_a_school_needs_to_begin() -> None:
    lessons = [bundled(ref) for ref in bundled_refs()]
    exercises = [
        block for lesson in lessons for block in blocks_of(lesson.blocks) if isinstance(block, ExerciseBlock)
    ]
    assert len(lessons) >= 48
    assert len(exercises) >= 300
    assert {lesson.head.area for lesson in lessons} == {"scuola", "cultura", "formazione", "tempo-libero"}


@pytest.mark.parametrize("ref", bundled_refs())
def test_a_bundled_lesson_reads_easily_for_its_youngest_pupils(ref: str) -> None:
    lesson = bundled(ref)
    floor = 80 if lesson.head.grades[0].startswith("P") else 60
    assert gulpease(asked(lesson)) >= floor
    assert gulpease(told(lesson)) >= floor


def test_gulpease_tells_a_plain_sentence_from_a_heavy_one() -> None:
    assert gulpease(["Il gatto dorme. Il cane corre."]) > 100
    heavy = "L'individuazione preventiva delle responsabilità amministrative condiziona l'organizzazione territoriale"
    assert gulpease([heavy]) < 40


def test_bundled_sounds_and_films_are_light_and_each_is_used() -> None:
    used = {}
    for ref in bundled_refs():
        folder = next(SOURCES.glob(f"*/lezioni/{ref.partition('/')[2]}.md")).parent.parent
        for block in blocks_of(bundled(ref).blocks):
            if isinstance(block, Media):
                used[folder / block.path] = block.kind
    captions = {file.with_suffix(".vtt") for file in used}
    assert {file for file in SOURCES.glob("*/media/*") if file.is_file()} == set(used) | captions
    assert sorted(used.values()) == ["audio", "audio", "video"]
    assert all(file.stat().st_size <= MOST_BYTES[kind] for file, kind in used.items())
