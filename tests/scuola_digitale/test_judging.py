"""Promises of the judge."""

from fractions import Fraction

import msgspec
import pytest
from exercise_samples import (
    CHOICE,
    CHOICES,
    CLOZE,
    MATCHING,
    NUMBER,
    ONE_OF_EACH,
    ORDERING,
    TRUE_FALSE,
    WORDS,
)
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.exercise import Exercise, Feedback, Gap, PairFeedback
from scuola_digitale.domain.judging import folded, judge
from scuola_digitale.domain.number_reading import readings
from scuola_digitale.domain.text import plain, words
from scuola_digitale.domain.variants import variant

SIDE_SEVEN = variant(
    msgspec.structs.replace(NUMBER, variables=(("n", "7..7"), ("m", "2..2"), ("nome", "a|a"))), 0
)


def said(exercise: Exercise, *answer: str) -> str:
    """What a pupil hears of an answer."""
    return plain(judge(exercise, answer).feedback)


@pytest.mark.parametrize("exercise", ONE_OF_EACH)
def test_an_empty_answer_is_no_attempt_and_hears_what_to_do(exercise: Exercise) -> None:
    for nothing in ((), ("",), ("-", "-"), ("", "", "", "", "")):
        verdict = judge(variant(exercise, 1), nothing)
        if nothing != ("-", "-") or exercise is TRUE_FALSE:
            assert (verdict.score, verdict.right) == (None, False)
            assert plain(verdict.feedback)


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        (CHOICE, ("b",)), (CHOICES, ("a", "c")), (TRUE_FALSE, ("v", "f", "v")), (SIDE_SEVEN, ("28",)),
        (WORDS, ("ancona",)), (CLOZE, ("evapora", "vapore")), (MATCHING, ("a", "b", "c")),
        (ORDERING, ("a", "b", "c", "d")),
    ],
)  # fmt: skip
def test_the_right_answer_is_worth_all(exercise: Exercise, answer: tuple[str, ...]) -> None:
    verdict = judge(exercise, answer)
    assert (verdict.score, verdict.right, all(verdict.parts)) == (100, True, True)
    assert plain(verdict.feedback) == "Giusto!"


@pytest.mark.parametrize(
    ("exercise", "answer", "score", "parts", "praise"),
    [
        (CHOICES, ("a",), 50, (True,), "1 su 1 è giusta. Ne manca ancora qualcuna."),
        (CHOICES, ("b", "a", "c"), 50, (True, False, True), "2 su 3 sono giuste. 3 è dispari."),
        (CHOICES, ("b", "d"), 0, (False, False), "3 è dispari."),
        (CHOICES, ("a", "b", "c", "d"), 0, (True, False, True, False), "2 su 4 sono giuste. 3 è dispari."),
        (TRUE_FALSE, ("v", "v", "-"), 33, (True, False, False), "1 su 3 è giusta. Servono decenni."),
        (CLOZE, ("evapora", ""), 50, (True, False), "1 su 2 è giusta. Riguarda le altre."),
        (MATCHING, ("a", "c", "b"), 33, (True, False, False), "1 su 3 è giusta. Riguarda le altre."),
        (ORDERING, ("b", "a", "c", "d"), 50, (False, False, True, True), "2 su 4 sono giuste. Riguarda le altre."),
    ],
)  # fmt: skip
def test_what_is_partly_right_is_worth_a_part_and_praised_first(
    exercise: Exercise, answer: tuple[str, ...], score: int, parts: tuple[bool, ...], praise: str
) -> None:
    verdict = judge(exercise, answer)
    assert (verdict.score, verdict.right, verdict.parts) == (score, False, parts)
    assert plain(verdict.feedback) == praise


def test_items_that_read_the_same_can_stand_for_each_other() -> None:
    assert judge(MATCHING, ("b", "a", "c")).right


def test_the_closest_feedback_is_said() -> None:
    assert said(CHOICE, "a") == "Conta anche le fette mangiate."
    assert said(CHOICE, "c").startswith("Non è questa")
    assert said(SIDE_SEVEN, "49") == "Hai trovato l'area di a."
    assert said(WORDS, " PESARO ") == "È una città delle Marche, ma non è il capoluogo."
    assert said(WORDS, "Ancoma") == "Ci sei quasi: controlla come si scrive."


ICE, GAS = Feedback("ghiaccio", words("Lì fa caldo.")), Feedback("vapore", words("Il vapore viene dopo."))
TOLD_CLOZE = msgspec.structs.replace(
    CLOZE, gaps=(Gap(("evapora",), (GAS, ICE)), Gap(("vapore", "vapore acqueo"), (ICE,)))
)
TOLD_MATCHING = msgspec.structs.replace(
    MATCHING,
    feedback=(
        PairFeedback("c", "d", words("Il mare è salato.")),
        PairFeedback("c", "a", words("Nel bosco non nuota.")),
    ),
)
TOLD_ORDERING = msgspec.structs.replace(
    ORDERING,
    feedback=(
        PairFeedback("b", "", words("Da dove viene la farina?")),
        PairFeedback("d", "c", words("Nel forno non cresce più.")),
    ),
)


@pytest.mark.parametrize(
    ("exercise", "answer", "sentence"),
    [
        (TOLD_CLOZE, ("vapore", "ghiaccio"), "Il vapore viene dopo."),
        (TOLD_CLOZE, ("evapora", " GHIACCIO"), "1 su 2 è giusta. Lì fa caldo."),
        (TOLD_CLOZE, ("ghiaccio", "vapore"), "1 su 2 è giusta. Lì fa caldo."),
        (TOLD_CLOZE, ("evapora", ""), "1 su 2 è giusta. Riguarda le altre."),
        (TOLD_CLOZE, ("evapora", "sole"), "1 su 2 è giusta. Riguarda le altre."),
        (TOLD_MATCHING, ("a", "b", "d"), "2 su 3 sono giuste. Il mare è salato."),
        (TOLD_MATCHING, ("a", "c", "b"), "1 su 3 è giusta. Nel bosco non nuota."),
        (TOLD_MATCHING, ("d", "b", "c"), "2 su 3 sono giuste. Riguarda le altre."),
        (TOLD_MATCHING, ("a", "b", ""), "2 su 3 sono giuste. Riguarda le altre."),
        (TOLD_ORDERING, ("b", "a", "d", "c"), "Da dove viene la farina?"),
        (TOLD_ORDERING, ("a", "b", "d", "c"), "2 su 4 sono giuste. Nel forno non cresce più."),
        (TOLD_ORDERING, ("d", "a", "b", "c"), "Nel forno non cresce più."),
        (TOLD_ORDERING, ("a", "c", "b", "d"), "2 su 4 sono giuste. Riguarda le altre."),
        (TOLD_ORDERING, ("a", "", "d", ""), "1 su 4 è giusta. Riguarda le altre."),
    ],
)  # fmt: skip
def test_the_very_mistake_made_hears_its_own_sentence(
    exercise: Exercise, answer: tuple[str, ...], sentence: str
) -> None:
    assert said(exercise, *answer) == sentence


def test_a_word_told_apart_by_its_accent_hears_its_own_sentence() -> None:
    spelt = (Feedback("la", words("Senza accento è un articolo.")), Feedback("LÀ", words("Minuscola.")))
    exercise = msgspec.structs.replace(CLOZE, gaps=(Gap(("là",), spelt),), bank=(), exact=True)
    assert said(exercise, "la").endswith("è un articolo.")
    assert said(exercise, "LÀ").endswith("Minuscola.")


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        (msgspec.structs.replace(CLOZE, gaps=(Gap(("evapora",)), Gap(("vapore",), (GAS,)))), ("evapora", "vapore")),
        (msgspec.structs.replace(TOLD_MATCHING, feedback=(PairFeedback("a", "b", words("No.")),)), ("b", "a", "c")),
        (msgspec.structs.replace(TOLD_ORDERING, feedback=(PairFeedback("a", "", words("No.")),)), ("a", "b", "c", "d")),
    ],
)  # fmt: skip
def test_a_right_answer_never_hears_the_sentence_for_a_mistake(
    exercise: Exercise, answer: tuple[str, ...]
) -> None:
    assert said(exercise, *answer) == "Giusto!"


def test_numbers_that_vary_stand_in_the_sentence_for_a_mistake() -> None:
    changing = msgspec.structs.replace(
        TOLD_CLOZE,
        variables=(("n", "5..5"),),
        gaps=(Gap(("{n}",), (Feedback("{2*n}", words("Il doppio di {n}.")),)),),
        bank=(),
    )
    ordering = msgspec.structs.replace(
        ORDERING, variables=(("n", "5..5"),), feedback=(PairFeedback("b", "", words("Prima {n}.")),)
    )
    assert said(variant(changing, 0), "10") == "Il doppio di 5."
    assert said(variant(ordering, 0), "b", "c", "d", "a") == "Prima 5."


def test_the_authors_own_sentences_come_before_ours() -> None:
    exercise = msgspec.structs.replace(
        ORDERING, not_yet=words("Pensa al mugnaio."), right=words("Che profumo!")
    )
    assert said(exercise, "b", "a", "c", "d") == "2 su 4 sono giuste. Pensa al mugnaio."
    assert said(exercise, "a", "b", "c", "d") == "Che profumo!"


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("3,5", "", [Fraction(7, 2)]), ("3.5", "", [Fraction(7, 2)]), ("7/2", "", [Fraction(7, 2)]),
        (" 7 / 2 ", "", [Fraction(7, 2)]), ("−3", "", [-3]), ("- 3", "", [-3]), ("+3", "", [3]), (",5", "", [Fraction(1, 2)]),
        ("1.000", "", [1, 1000]), ("1 000", "", [1000]), ("1.234.567", "", [1234567]), ("1.000,5", "", [Fraction(2001, 2)]),
        ("0.125", "", [Fraction(1, 8)]), ("1,000", "", [1]), ("1 1/2", "", [Fraction(3, 2)]), ("½", "", [Fraction(1, 2)]),
        ("28 m", "m", [28]), ("28m", "m", [28]), ("28 m²", "m²", [28]), ("28 m2", "m²", [28]), ("€ 5", "€", [5]),
        ("50%", "%", [50]), ("3 KM", "km", [3]), ("12'000", "", [12000]),
        ("", "", []), ("dodici", "", []), ("1/0", "", []), ("12 cm", "m", []), ("12 pere", "", []), ("1e5", "", []),
        ("٣", "", []), ("9" * 41, "", []), ("--3", "", []), ("1,2,3", "", []), ("m", "m", []),
    ],
)  # fmt: skip
def test_numbers_are_read_as_children_write_them(typed: str, unit: str, meant: list[Fraction]) -> None:
    assert sorted(readings(typed, unit)) == meant


def test_a_number_that_cannot_be_read_is_no_attempt() -> None:
    assert said(NUMBER, "ventotto") == "Scrivi il numero con le cifre: per esempio 12."
    assert said(SIDE_SEVEN, "28 km") == "Scrivi soltanto il numero, in m: per esempio 12."
    assert judge(SIDE_SEVEN, ("28 km",)).score is None


def test_a_thousand_with_its_point_is_a_thousand_and_one_point_zero_is_one() -> None:
    for answer in ("1000", "1"):
        exercise = msgspec.structs.replace(NUMBER, variables=(), answer=answer, feedback=())
        assert judge(exercise, ("1.000",)).right


def test_a_tolerance_is_honoured_on_both_sides() -> None:
    exercise = msgspec.structs.replace(NUMBER, variables=(), answer="1/3", tolerance="0.01", feedback=())
    assert [judge(exercise, (typed,)).right for typed in ("0,33", "0,34", "0,3", "0,35")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_very_mistake_is_known_by_its_decimals_too() -> None:
    said = Feedback("2/9", words("Hai contato anche quella tolta."))
    exercise = msgspec.structs.replace(
        NUMBER, variables=(), answer="1/3", tolerance="0.01", feedback=(said,), not_yet=words("Riprova.")
    )
    for typed in ("2/9", "0,22", "0,222"):
        assert judge(exercise, (typed,)).feedback == said.spans, typed
    assert judge(exercise, ("0,25",)).feedback == words("Riprova.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Perché", "perche'"),
        ("l’acqua", "L' ACQUA"),
        ("un po'", "un  po’"),
        ("Città.", "citta"),
        ("caffe\u0300", "caffè"),
    ],
)
def test_case_accents_apostrophes_and_spaces_are_forgiven(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_words_picked_from_a_bank_are_told_apart_by_an_apostrophe() -> None:
    exercise = msgspec.structs.replace(CLOZE, gaps=(Gap(("un",)), Gap(("un'",))), bank=("un", "un'"))
    assert judge(exercise, ("un", "un'")).right
    assert judge(exercise, ("un'", "un")).parts == (False, False)


def test_words_typed_into_gaps_are_forgiven() -> None:
    assert judge(msgspec.structs.replace(CLOZE, bank=()), (" Evapora", "Vapore  acqueo.")).right


def test_nothing_is_forgiven_where_the_spelling_is_the_question() -> None:
    exercise = msgspec.structs.replace(WORDS, accepted=("c’è",), exact=True, feedback=())
    assert judge(exercise, (" c'è ",)).right
    assert said(exercise, "C'è") == "Le parole sono quelle. Controlla maiuscole, accenti e spazi."


@pytest.mark.parametrize("exercise", ONE_OF_EACH)
@given(
    answer=st.lists(st.text(max_size=12) | st.sampled_from(["a", "b", "v", "f", "-"]), max_size=8).map(tuple)
)
def test_no_answer_upsets_the_judge(exercise: Exercise, answer: tuple[str, ...]) -> None:
    verdict = judge(variant(exercise, 9), answer)
    assert verdict.score is None or 0 <= verdict.score <= 100
    assert verdict.right == (verdict.score == 100)
    assert plain(verdict.feedback)
