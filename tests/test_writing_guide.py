"""The guide for authors is the contract: what the reader knows stands in it, and what it shows works."""

import re
from pathlib import Path
from typing import get_args

import pytest
from lesson_sources import read

from content.reading.exercise_kinds import KINDS
from content.reading.exercises import COMMON_KEYS
from content.reading.front_matter import KEYS as LESSON_KEYS
from content.reading.leanings import FILMS, PICTURES, SOUNDS
from content.reading.pack_card import KEYS as CARD_KEYS
from scuola_digitale.domain.exercise import ExerciseKind
from scuola_digitale.domain.lesson import CalloutKind
from scuola_digitale.domain.school_terms import SUBJECT_LABELS, Area, Grade

GUIDE = (Path(__file__).parents[1] / "docs/writing-lessons.md").read_text("utf-8")
EXAMPLES = re.findall(r"^    ```esercizio\n(.*?)^    ```$", GUIDE, re.DOTALL | re.MULTILINE)
SYNONYMS = {"unita", "in-piu"}


@pytest.mark.parametrize("kind", get_args(ExerciseKind))
def test_every_kind_of_exercise_is_explained(kind: str) -> None:
    assert f"### `{kind}`" in GUIDE
    assert kind in KINDS


@pytest.mark.parametrize("kind", get_args(CalloutKind))
def test_every_kind_of_callout_is_shown(kind: str) -> None:
    assert f"`!!! {kind}`" in GUIDE


@pytest.mark.parametrize(
    "key", sorted((COMMON_KEYS.union(*(kind.keys for kind in KINDS.values()))) - SYNONYMS)
)
def test_every_key_of_an_exercise_is_told(key: str) -> None:
    assert f"`{key}`" in GUIDE or f"{key}:" in GUIDE


@pytest.mark.parametrize("key", sorted(LESSON_KEYS | CARD_KEYS))
def test_every_key_of_a_head_is_told(key: str) -> None:
    assert re.search(rf"^{key}:", GUIDE, re.MULTILINE)


@pytest.mark.parametrize("word", [*SUBJECT_LABELS(), *Area])
def test_every_subject_and_area_is_named(word: str) -> None:
    assert word in GUIDE


def test_every_kind_of_file_is_named() -> None:
    for kind in (PICTURES | SOUNDS | FILMS) - {"jpg"}:
        assert kind.upper() in GUIDE.upper()
    assert Grade.P1 in GUIDE
    assert Grade.S3 in GUIDE


def test_every_exercise_of_the_guide_works() -> None:
    assert len(EXAMPLES) >= len(get_args(ExerciseKind)) - 1
    for example in EXAMPLES:
        _, problems = read("```esercizio\n" + example.replace("\n    ", "\n").removeprefix("    ") + "```\n")
        assert problems == (), example
