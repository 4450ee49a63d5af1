"""Seeded variants: the same exercise with other numbers, always the same ones for the same child.

A rule of a variable is one of `3..12` (an integer between the two), `10..100/10` (by steps), `a|b|c` (one of
the words or numbers) and `= n+2` (a sum of the variables before). A place is `{n}` or `{n*2}` in words, and
`{{n}}` in TeX, whose own groups are single braces.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial

import msgspec

from scuola_digitale.domain.arithmetic import SumError, evaluate, is_number, italian_number, plain_number
from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Exercise,
    ExerciseBase,
    Feedback,
    Gap,
    Item,
    Matching,
    Number,
    Open,
    Option,
    Ordering,
    PairFeedback,
    Spotting,
    Statement,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.text import Spans
from scuola_digitale.words import say

SEEDS = 1 << 16
"""Seeds lie in 0 … 65535: three bytes in a fact, and more variants than any child meets."""

Value = Fraction | str

_PLACE = re.compile(r"\{([^{}]+)\}")
_TEX_PLACE = re.compile(r"\{\{([^{}]+)\}\}")
_RANGE = re.compile(r"\s*(-?[\d.,]+?)\s*\.\.\s*(-?[\d.,]+?)\s*(?:/\s*([\d.,]+)\s*)?")


def seed_for(person_id: bytes, exercise_ref: str, attempt_series: int = 0) -> int:
    """The seed of a child's variant: stable everywhere; a new series gives new numbers."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(len(person_id).to_bytes(2, "big") + person_id)
    digest.update(attempt_series.to_bytes(8, "big") + exercise_ref.encode())
    return int.from_bytes(digest.digest(), "big") % SEEDS


def variant(exercise: Exercise, seed: int) -> Exercise:
    """The exercise with its places filled in and its sums worked out.

    Raises:
        SumError: a rule or a place cannot be worked out; the checker finds that before a pack is built.
    """
    values = values_of(exercise.variables, seed)
    if values:
        fill = partial(_filled, values=values)
        exercise = _with_places(exercise, partial(_filled_spans, values=values), fill)
    return _with_sums(exercise, _numbers(values)) if isinstance(exercise, Number) else exercise


def values_of(variables: Sequence[tuple[str, str]], seed: int) -> dict[str, Value]:
    """What each variable is worth under a seed, in the order written.

    Raises:
        SumError: a rule is no rule, or its sum cannot be worked out.
    """
    values: dict[str, Value] = {}
    for name, rule in variables:
        values[name] = _drawn(rule, partial(_pick, f"{seed}/{name}"), values)
    return values


def shuffled(exercise: Exercise, seed: int) -> tuple[str, ...]:
    """What is offered, in the order to show it: ids of options, right items or items, words of a bank.

    Items to put in order never start in their right order. Kinds that offer nothing give an empty tuple.
    """
    match exercise:
        case Choice() | Choices():
            return _mixed([option.option_id for option in exercise.options], seed)
        case Cloze():
            return _mixed(exercise.bank, seed)
        case Matching():
            return _mixed([item.item_id for item in exercise.right_items], seed)
        case Ordering():
            solved = tuple(item.item_id for item in exercise.items)
            mixed = _mixed(solved, seed)
            return mixed if mixed != solved else (*mixed[1:], *mixed[:1])
        case _:
            return ()


def _pick(salt: str, count: int) -> int:
    # Not random.Random: its draws may change between Python versions, and seeds are kept for years.
    digest = hashlib.blake2b(salt.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % count


def _mixed(names: Sequence[str], seed: int) -> tuple[str, ...]:
    mixed = list(names)
    for last in range(len(mixed) - 1, 0, -1):
        other = _pick(f"{seed}#{last}", last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def _drawn(rule: str, pick: Callable[[int], int], values: Mapping[str, Value]) -> Value:
    if rule.lstrip().startswith("="):
        return evaluate(rule.lstrip()[1:], _numbers(values))
    if "|" in rule:
        words = [word.strip() for word in rule.split("|")]
        word = words[pick(len(words))]
        return evaluate(word) if all(map(is_number, words)) else word
    found = _RANGE.fullmatch(rule)
    if not found:
        raise SumError(rule, say("non è una regola"))
    low, high, step = (evaluate(number or "1") for number in found.groups())
    if high < low or step <= 0:
        raise SumError(rule, say("tra i due numeri non c’è niente"))
    return low + step * pick(int((high - low) / step) + 1)


def _numbers(values: Mapping[str, Value]) -> dict[str, Fraction]:
    return {name: value for name, value in values.items() if isinstance(value, Fraction)}


def _worth(place: str, values: Mapping[str, Value]) -> Value:
    name = place.strip()
    return values[name] if name in values else evaluate(name, _numbers(values))


def _filled(text: str, values: Mapping[str, Value]) -> str:
    def shown(found: re.Match[str]) -> str:
        worth = _worth(found[1], values)
        return worth if isinstance(worth, str) else italian_number(worth)

    return _PLACE.sub(shown, text)


def _filled_tex(tex: str, values: Mapping[str, Value]) -> str:
    def shown(found: re.Match[str]) -> str:
        worth = _worth(found[1], values)
        if isinstance(worth, str):
            return rf"\text{{{worth}}}"
        # The braces stay: 12 in the place of a numerator is one number. TeX sets a bare comma with a gap.
        return "{" + italian_number(worth).replace("−", "-").replace(",", "{,}") + "}"

    return _TEX_PLACE.sub(shown, tex)


def _filled_spans(spans: Spans, values: Mapping[str, Value]) -> Spans:
    return tuple(
        msgspec.structs.replace(span, text=(_filled_tex if span.maths else _filled)(span.text, values))
        if "{" in span.text
        else span
        for span in spans
    )


_FillSpans = Callable[[Spans], Spans]
_FillText = Callable[[str], str]


def _with_places(exercise: Exercise, spans: _FillSpans, text: _FillText) -> Exercise:
    common = {
        "question": spans(exercise.question),
        "hints": tuple(map(spans, exercise.hints)),
        "right": spans(exercise.right),
        "not_yet": spans(exercise.not_yet),
        "picture_alt": text(exercise.picture_alt),
    }
    filled: Exercise = msgspec.structs.replace(exercise, **common, **_own_texts(exercise, spans, text))
    return filled


def _own_texts(exercise: ExerciseBase, spans: _FillSpans, text: _FillText) -> dict[str, object]:
    match exercise:
        case Choice() | Choices() | Spotting():
            return {"options": _each(exercise.options, spans)}
        case TrueFalse():
            return {"statements": _each(exercise.statements, spans)}
        case Number():
            return {"unit": text(exercise.unit), "feedback": _each(exercise.feedback, spans)}
        case Words():
            feedback = _answers(exercise.feedback, spans, text)
            return {"accepted": tuple(map(text, exercise.accepted)), "feedback": feedback}
        case Cloze():
            return {
                "pieces": tuple(map(spans, exercise.pieces)),
                "gaps": tuple(
                    Gap(tuple(map(text, gap.accepted)), _answers(gap.feedback, spans, text))
                    for gap in exercise.gaps
                ),
                "bank": tuple(map(text, exercise.bank)),
            }
        case Matching():
            left, right = _each(exercise.left_items, spans), _each(exercise.right_items, spans)
            said = _each(exercise.feedback, spans)
            return {"left_items": left, "right_items": right, "feedback": said}
        case Ordering():
            return {"items": _each(exercise.items, spans), "feedback": _each(exercise.feedback, spans)}
        case Open():
            return {"look_for": spans(exercise.look_for)}
        case _:
            return {}


def _answers(said: Iterable[Feedback], spans: _FillSpans, text: _FillText) -> tuple[Feedback, ...]:
    return tuple(Feedback(text(one.answer), spans(one.spans)) for one in said)


def _each(
    parts: Iterable[Option | Statement | Item | Feedback | PairFeedback], spans: _FillSpans
) -> tuple[object, ...]:
    return tuple(_part(part, spans) for part in parts)


def _part(part: Option | Statement | Item | Feedback | PairFeedback, spans: _FillSpans) -> object:
    if isinstance(part, Option | Statement):
        return msgspec.structs.replace(part, spans=spans(part.spans), feedback=spans(part.feedback))
    return msgspec.structs.replace(part, spans=spans(part.spans))


def _with_sums(exercise: Number, numbers: Mapping[str, Fraction]) -> Number:
    def worked(expression: str) -> str:
        return plain_number(evaluate(expression, numbers))

    return msgspec.structs.replace(
        exercise,
        answer=worked(exercise.answer),
        tolerance=worked(exercise.tolerance),
        feedback=tuple(Feedback(worked(said.answer), said.spans) for said in exercise.feedback),
    )
