"""A synthetic school for benchmarks: 12 pupils, author-made ids, 4 % of the answers typed."""

import random
from collections.abc import Iterator

import msgspec

from scuola_digitale.domain.facts import ExerciseAnswered, Fact, LessonOpened

_SUBJECTS = (
    "frazioni", "ciclo-acqua", "marche-fiumi", "verbi-passato", "tavolette", "angoli", "piante-appennino",
    "romani-piceni", "misure-lunghezza", "testo-narrativo", "stagioni", "numeri-grandi",
)  # fmt: skip
_EXERCISES = ("quarti", "ordina-le-parti", "conta-i-sassi", "vero-o-no", "abbina", "problema-del-rifugio")
_TYPED = ("tre quarti", "l'acqua evapora", "perché piove", "il Metauro", "ho contato i sassi", "24 metri")
TYPED_SHARE = 0.04
OPENED_SHARE = 0.1
HARD_TYPED_SHARE = 0.2


def facts_of_a_year(seed: int) -> Iterator[Fact]:
    """What twelve pupils do, without end: mostly answers, several in a row at one lesson."""
    chance = random.Random(seed)
    pupils = [random.Random(1848).randbytes(16 * 12)[at : at + 16] for at in range(0, 16 * 12, 16)]
    while True:
        lesson = f"marche/{chance.choice(_SUBJECTS)}-{chance.choice((2, 3, 4, 5))}"
        for pupil in chance.sample(pupils, 4):
            yield from _at_work(chance, pupil, lesson)


def _at_work(chance: random.Random, pupil: bytes, lesson: str) -> Iterator[Fact]:
    if chance.random() < OPENED_SHARE * len(_EXERCISES) / 2:
        yield LessonOpened(person=pupil, lesson_ref=lesson, edition=1)
    for exercise in chance.sample(_EXERCISES, 3):
        yield _answer(chance, pupil, f"{lesson}/{exercise}")


def _answer(chance: random.Random, pupil: bytes, exercise_ref: str) -> ExerciseAnswered:
    typed = chance.random() < TYPED_SHARE
    return ExerciseAnswered(
        person=pupil,
        exercise_ref=exercise_ref,
        answer=(chance.choice(_TYPED),) if typed else (chance.choice("abcd"),),
        typed=typed,
        score=chance.choices((100, 50, 0), (70, 10, 20))[0],
        seconds=int(chance.lognormvariate(3.2, 0.7)),
        hints=chance.choices((0, 1, 2), (80, 15, 5))[0],
        attempt=chance.choices((1, 2, 3), (75, 20, 5))[0],
        edition=1,
        seed=chance.randrange(1_000) if chance.random() < 0.15 else 0,
    )


def hard_facts(seed: int) -> Iterator[Fact]:
    """The same at its hardest for the line: ids drawn at random, and one short answer in five typed."""
    chance = random.Random(seed)
    refs = [f"marche/{chance.randbytes(4).hex()}/{chance.randbytes(2).hex()}" for _ in range(60)]
    for fact in facts_of_a_year(seed + 1):
        if isinstance(fact, ExerciseAnswered):
            typed = chance.random() < HARD_TYPED_SHARE
            answer = (chance.choice(("12", "3/4", "sì", "cane")),) if typed else fact.answer[:1]
            plain = answer if typed or not fact.typed else ("a",)
            yield msgspec.structs.replace(fact, exercise_ref=chance.choice(refs), typed=typed, answer=plain)
