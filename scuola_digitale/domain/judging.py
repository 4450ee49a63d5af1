"""Judging an answer: how much of it is right, part by part, and the kindest true thing to say.

The exercise must be a variant already (variants.py). Sentences say first what went well.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from scuola_digitale.domain.arithmetic import evaluate
from scuola_digitale.domain.exercise import (
    Answer,
    Choice,
    Choices,
    Cloze,
    Exercise,
    Gap,
    Matching,
    Number,
    Open,
    Ordering,
    PairFeedback,
    Spotting,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.number_reading import readings
from scuola_digitale.domain.text import Spans, words
from scuola_digitale.words import Worded, say

RIGHT = Worded(lambda: say("Giusto!"))
HANDED_IN = Worded(lambda: say("Presto qualcuno la legge. La trovi qui e nel quaderno."))
ALMOST = 0.8
"""How alike two words are when a slip of the pen divides them (difflib's ratio)."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an answer is worth.

    Attributes:
        score: 0 … 100; None when there was nothing to judge, which counts as no attempt.
        right: whether the whole answer is right; only then is the score 100.
        parts: one a chosen option (in the author's order), statement, gap, left item or position; one in all
            for `scelta`, `numero` and `testo`.
        feedback: what to say.
        waits: whether the teacher is to read it: an attempt without a score yet.
    """

    score: int | None
    right: bool = False
    parts: tuple[bool, ...] = ()
    feedback: Spans = ()
    waits: bool = False


def judge(exercise: Exercise, answer: Answer) -> Verdict:
    """Judges an answer; never raises, whatever the answer holds."""
    match exercise:
        case Choice():
            return _judge_choice(exercise, answer)
        case Choices():
            return _judge_choices(exercise, answer)
        case TrueFalse():
            return _judge_statements(exercise, answer)
        case Number():
            return _judge_number(exercise, answer)
        case Words():
            return _judge_words(exercise, answer)
        case Cloze():
            return _judge_gaps(exercise, answer)
        case Matching():
            return _judge_matching(exercise, answer)
        case Ordering():
            return _judge_order(exercise, answer)
        case Spotting() | Open():
            return _judge_found_or_written(exercise, answer)


def folded(text: str) -> str:
    """Words without case, accents, stray spaces, apostrophes at the end of a word and a final full stop."""
    plain = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = " ".join(re.sub(r"'(?=\s|$)", "", re.sub(r"'\s+(?=\w)", "'", plain)).split())
    return plain.rstrip(".!?;:, ") or plain


def _judge_found_or_written(exercise: Spotting | Open, answer: Answer) -> Verdict:
    if isinstance(exercise, Spotting):
        one = exercise.asks_for_one
        return _judge_choice(exercise, answer) if one else _judge_choices(exercise, answer)
    if not any(one.strip() for one in answer):
        return _unread(say("Scrivi la tua risposta, poi consegna."))
    return Verdict(None, feedback=exercise.right or words(HANDED_IN()), waits=True)


def _judge_choice(exercise: Choice | Spotting, answer: Answer) -> Verdict:
    chosen = next((option for option in exercise.options if answer[:1] == (option.option_id,)), None)
    if chosen is None:
        return _unread(say("Scegli una risposta, poi conferma."))
    if chosen.correct:
        return _whole(chosen.feedback or exercise.right)
    said = chosen.feedback or exercise.not_yet or words(say("Non è questa. Rileggi con calma e riprova."))
    return Verdict(0, False, (False,), said)


def _judge_choices(exercise: Choices | Spotting, answer: Answer) -> Verdict:
    chosen = [option for option in exercise.options if option.option_id in answer]
    if not chosen:
        return _unread(say("Scegli almeno una risposta, poi conferma."))
    parts = tuple(option.correct for option in chosen)
    wanted = sum(option.correct for option in exercise.options)
    if all(parts) and len(parts) == wanted:
        return _whole(exercise.right, parts)
    score = max(0, sum(parts) - parts.count(False)) * 100 // max(wanted, 1)
    near = next((option.feedback for option in chosen if not option.correct and option.feedback), ())
    rest = say("Ne manca ancora qualcuna.") if all(parts) else say("Riguarda le altre.")
    praise = _count(sum(parts), len(parts)) if any(parts) else ""
    return Verdict(min(score, 99), False, parts, _joined(praise, near or exercise.not_yet or words(rest)))


def _judge_statements(exercise: TrueFalse, answer: Answer) -> Verdict:
    given = _fitted(answer, len(exercise.statements), "-")
    if not set(given) & {"v", "f"}:
        return _unread(say("Scegli vero o falso per ogni frase."))
    pairs = list(zip(exercise.statements, given, strict=True))
    parts = tuple(one == ("v" if statement.true else "f") for statement, one in pairs)
    wrong = (
        statement.feedback
        for (statement, one), good in zip(pairs, parts, strict=True)
        if not good and one != "-"
    )
    return _by_parts(exercise, parts, next(filter(None, wrong), ()))


def _judge_number(exercise: Number, answer: Answer) -> Verdict:
    typed = answer[0] if answer else ""
    meant = readings(typed, exercise.unit)
    if not meant:
        return _unread(_how_to_write(typed, exercise.unit))
    wanted, tolerance = evaluate(exercise.answer), abs(evaluate(exercise.tolerance))
    if any(abs(number - wanted) <= tolerance for number in meant):
        return _whole(exercise.right)
    near = next(
        (
            said.spans
            for said in exercise.feedback
            # As near as the right one must be: who wrote 0,22 made the mistake that gives 2/9.
            if any(abs(number - evaluate(said.answer)) <= tolerance for number in meant)
        ),
        (),
    )
    rest = words(say("Non ancora. Rifai il conto con calma e riprova."))
    return Verdict(0, False, (False,), near or exercise.not_yet or rest)


def _how_to_write(typed: str, unit: str) -> str:
    if unit and any(sign.isdigit() for sign in typed):
        return say("Scrivi soltanto il numero, in {unit}: per esempio 12.", unit=unit)
    return say("Scrivi il numero con le cifre: per esempio 12.")


def _judge_words(exercise: Words, answer: Answer) -> Verdict:
    typed = answer[0] if answer else ""
    if not typed.strip():
        return _unread(say("Scrivi la tua risposta, poi conferma."))
    if _accepts(exercise.accepted, typed, exact=exercise.exact):
        return _whole(exercise.right)
    near = next((said.spans for said in exercise.feedback if folded(said.answer) == folded(typed)), ())
    return Verdict(0, False, (False,), near or exercise.not_yet or words(_word_advice(exercise, typed)))


def _word_advice(exercise: Words, typed: str) -> str:
    if _accepts(exercise.accepted, typed, exact=False):
        return say("Le parole sono quelle. Controlla maiuscole, accenti e spazi.")
    alike = (
        difflib.SequenceMatcher(None, folded(typed)[:80], folded(one)[:80]).ratio()
        for one in exercise.accepted
    )
    if max(alike, default=0) >= ALMOST:
        return say("Ci sei quasi: controlla come si scrive.")
    return say("Non ancora. Rileggi la domanda e riprova.")


def _judge_gaps(exercise: Cloze, answer: Answer) -> Verdict:
    given = _fitted(answer, len(exercise.gaps), "")
    if not any(one.strip() for one in given):
        return _unread(say("Riempi gli spazi vuoti, poi conferma."))
    pairs = list(zip(exercise.gaps, given, strict=True))
    parts = tuple(fits_gap(exercise, gap, one) for gap, one in pairs)
    wrong = (_said_to(one, gap) for (gap, one), good in zip(pairs, parts, strict=True) if not good)
    return _by_parts(exercise, parts, next(filter(None, wrong), ()))


def _said_to(word: str, gap: Gap) -> Spans:
    # Written just so comes first: where `la` and `là` are told apart, each has its own sentence.
    folds = (_exactly, folded) if word.strip() else ()
    near = (said.spans for fold in folds for said in gap.feedback if fold(said.answer) == fold(word))
    return next(near, ())


def fits_gap(exercise: Cloze, gap: Gap, word: str) -> bool:
    """Whether a word is right in one gap of the exercise."""
    # Who picks from a bank that holds both `un` and `un'` has chosen, and needs no forgiving.
    picked = bool(set(map(_exactly, exercise.bank)) & set(map(_exactly, gap.accepted)))
    return _accepts(gap.accepted, word, exact=exercise.exact or picked)


def _judge_matching(exercise: Matching, answer: Answer) -> Verdict:
    given = _fitted(answer, len(exercise.left_items), "")
    shown = {item.item_id: item.spans for item in exercise.right_items}
    if not any(one in shown for one in given):
        return _unread(say("Unisci le coppie, poi conferma."))
    # Two right items that read the same are the same to who matches them.
    wanted = [item.spans for item in exercise.right_items[: len(given)]]
    parts = tuple(shown.get(one) == spans for one, spans in zip(given, wanted, strict=True))
    wrong = (
        said.spans
        for item, one, good in zip(exercise.left_items, given, parts, strict=True)
        for said in exercise.feedback
        if not good and one in shown and said.first == item.item_id and shown.get(said.second) == shown[one]
    )
    return _by_parts(exercise, parts, next(wrong, ()))


def _judge_order(exercise: Ordering, answer: Answer) -> Verdict:
    wanted = [item.item_id for item in exercise.items]
    given = _fitted(answer, len(wanted), "")
    if not set(given) & set(wanted):
        return _unread(say("Metti gli elementi in ordine, poi conferma."))
    parts = tuple(one == other for one, other in zip(given, wanted, strict=True))
    near = (said.spans for said in exercise.feedback if _stands_so(said, given))
    return _by_parts(exercise, parts, next(near, ()))


def _stands_so(said: PairFeedback, given: Sequence[str]) -> bool:
    if not said.second:
        return given[0] == said.first
    if said.first not in given or said.second not in given:
        return False
    return given.index(said.first) < given.index(said.second)


def _accepts(accepted: Iterable[str], typed: str, *, exact: bool) -> bool:
    fold = _exactly if exact else folded
    return bool(fold(typed)) and fold(typed) in map(fold, accepted)


def _exactly(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).strip()


def _fitted(answer: Sequence[str], length: int, empty: str) -> tuple[str, ...]:
    return (*answer[:length], *[empty] * (length - len(answer)))


def _unread(sentence: str) -> Verdict:
    return Verdict(None, False, (), words(sentence))


def _whole(said: Spans, parts: tuple[bool, ...] = (True,)) -> Verdict:
    return Verdict(100, True, parts, said or words(RIGHT()))


def _by_parts(
    exercise: TrueFalse | Cloze | Matching | Ordering, parts: tuple[bool, ...], near: Spans = ()
) -> Verdict:
    if all(parts):
        return _whole(exercise.right, parts)
    good = sum(parts)
    rest = (
        near
        or exercise.not_yet
        or words(say("Riguarda le altre.") if good else say("Non ancora. Rileggi e riprova."))
    )
    return Verdict(
        good * 100 // len(parts), False, parts, _joined(_count(good, len(parts)) if good else "", rest)
    )


def _count(good: int, total: int) -> str:
    return (
        say("{good} su {total} è giusta.", good=good, total=total)
        if good == 1
        else say("{good} su {total} sono giuste.", good=good, total=total)
    )


def _joined(praise: str, rest: Spans) -> Spans:
    return (*words(praise + " "), *rest) if praise else rest
