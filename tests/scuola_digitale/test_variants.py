"""Promises of the seeded variants and of their sums."""

import contextlib
from fractions import Fraction

import msgspec
import pytest
from exercise_samples import CHOICE, CLOZE, MATCHING, NUMBER, ONE_OF_EACH, ORDERING, WORDS, items
from hypothesis import example, given
from hypothesis import strategies as st

from scuola_digitale.domain.arithmetic import SumError, evaluate, italian_number, plain_number
from scuola_digitale.domain.exercise import Exercise, Number, Words
from scuola_digitale.domain.text import plain, words
from scuola_digitale.domain.variants import SEEDS, seed_for, shuffled, values_of, variant

SEED = st.integers(0, SEEDS - 1)


@pytest.mark.parametrize(
    ("expression", "worth"),
    [
        ("4*n", 28), ("n**2 - 1", 48), ("(n+1)/2", 4), ("0.1+0.2", Fraction(3, 10)), ("3,5", Fraction(7, 2)),
        ("max(n, 9)", 9), ("min(n,9)", 7), ("abs(-n)", 7), ("round(n/2)", 4), ("round(-n/2)", -4), ("2^3", 8),
        ("round(n/3, 2)", Fraction(233, 100)), ("3 × n − 1", 20), ("2**-1", Fraction(1, 2)), ("età*2", 16),
    ],
)  # fmt: skip
def test_a_sum_is_worked_out_exactly(expression: str, worth: Fraction) -> None:
    assert evaluate(expression, {"n": Fraction(7), "età": Fraction(8)}) == worth


@pytest.mark.parametrize(
    "expression",
    [
        "", "n", "1/0", "0**-1", "9**9**9", "2**65", "2**0.5", "10**64*10**64*10**64*10**64", "__import__('os')",
        "n.real", "(1).real", "1if 1else 2", "1or 2", "'a'*9", "[1]", "1e999", "0x10", "1_0", "round(1.5, 99)",
        "min()", "abs(1, 2)", "lambda: 1", "True", "1;2", "1\n2", "(" * 150, "1+" * 150 + "1", "min(*n)", "7//2",
    ],
)  # fmt: skip
def test_what_is_no_sum_is_refused_with_a_sentence(expression: str) -> None:
    with pytest.raises(SumError, match="Il conto «"):
        evaluate(expression)


@given(st.text(max_size=60))
def test_no_text_at_all_upsets_the_evaluator(expression: str) -> None:
    with contextlib.suppress(SumError):
        assert isinstance(evaluate(expression, {"n": Fraction(3)}), Fraction)


@given(st.fractions(max_denominator=10**6))
@example(Fraction(524289, 65536))  # 17 digits: more than the nearest float keeps
def test_a_plain_number_is_read_back_exactly(value: Fraction) -> None:
    assert evaluate(plain_number(value)) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(7, 2), "3,5"), (Fraction(-3), "−3"), (Fraction(1, 3), "0,3333"), (Fraction(1200), "1200"), (Fraction(-1, 99999), "0")],
)  # fmt: skip
def test_texts_show_numbers_the_italian_way(value: Fraction, shown: str) -> None:
    assert italian_number(value) == shown


@given(SEED)
def test_the_same_seed_gives_the_same_numbers_and_no_place_stays_open(seed: int) -> None:
    first, again = variant(NUMBER, seed), variant(NUMBER, seed)
    assert first == again
    assert isinstance(first, Number)
    assert int(first.answer) in range(12, 49, 4)
    assert "{" not in first.question[0].text
    assert first.feedback[0].answer == str((int(first.answer) // 4) ** 2)


@given(SEED)
def test_a_variant_of_a_variant_changes_nothing(seed: int) -> None:
    once = variant(NUMBER, seed)
    assert variant(msgspec.structs.replace(once, variables=()), seed) == msgspec.structs.replace(
        once, variables=()
    )


def test_tex_keeps_its_own_braces_around_a_filled_place() -> None:
    exercise = msgspec.structs.replace(NUMBER, variables=(("n", "12..12"), ("m", "= n/8"), ("nome", "a|b")))
    assert variant(exercise, 1).question[1].text == r"\frac{12}{1{,}5}"


def test_without_variables_braces_are_just_braces() -> None:
    exercise = msgspec.structs.replace(WORDS, question=words("Che cosa vuol dire {x}?"))
    assert plain(variant(exercise, 5).question) == "Che cosa vuol dire {x}?"


def test_accepted_words_are_filled_in_too() -> None:
    exercise = msgspec.structs.replace(WORDS, variables=(("città", "Fermo|Ascoli"),), accepted=("{città}",))
    filled = variant(exercise, 3)
    assert isinstance(filled, Words)
    assert filled.accepted[0] in {"Fermo", "Ascoli"}


@pytest.mark.parametrize(
    ("rule", "all_of_them"),
    [("3..6", {3, 4, 5, 6}), ("10..50/20", {10, 30, 50}), ("0,5..1,5/0,5", {Fraction(1, 2), 1, Fraction(3, 2)}),
     ("-2..-1", {-2, -1}), ("2|3|5", {2, 3, 5}), ("mulino|fonte", {"mulino", "fonte"})],
)  # fmt: skip
def test_a_rule_gives_all_its_values_and_no_other(rule: str, all_of_them: set[object]) -> None:
    assert {values_of([("n", rule)], seed)["n"] for seed in range(200)} == all_of_them


@pytest.mark.parametrize("rule", ["", "mulino", "5..2", "1..9/0", "1..", "= m", "1..9/-2", "1...3"])
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(SumError):
        values_of([("n", rule)], 1)


@given(st.binary(min_size=16, max_size=16), st.text(max_size=40), st.integers(0, 1000))
def test_a_child_finds_the_same_seed_again(person_id: bytes, exercise_ref: str, series: int) -> None:
    seed = seed_for(person_id, exercise_ref, series)
    assert 0 <= seed < SEEDS
    assert seed == seed_for(person_id, exercise_ref, series)


def test_another_child_and_another_series_find_other_numbers() -> None:
    seeds = {
        seed_for(bytes([child]) * 16, "marche/a/b", series) for child in range(20) for series in range(5)
    }
    assert len(seeds) > 95


def test_seeds_are_the_same_on_every_laptop_for_ever() -> None:
    assert seed_for(b"\x01" * 16, "marche/frazioni/fette-1") == 40761
    assert values_of([("n", "1..1000"), ("m", "1..1000")], 7) == {"n": Fraction(338), "m": Fraction(689)}


@pytest.mark.parametrize("exercise", [CHOICE, CLOZE, MATCHING, ORDERING])
@given(seed=SEED)
def test_shuffling_loses_nothing(exercise: Exercise, seed: int) -> None:
    mixed = shuffled(exercise, seed)
    assert len(mixed) == len(set(mixed)) >= 3
    assert set(mixed) == set(shuffled(exercise, 0))


@given(st.integers(2, 6), SEED)
def test_things_to_order_never_start_in_order(count: int, seed: int) -> None:
    exercise = msgspec.structs.replace(ORDERING, items=items(*"stuvwxyz"[:count]))
    assert shuffled(exercise, seed) != tuple(item.item_id for item in exercise.items)


@pytest.mark.parametrize("exercise", ONE_OF_EACH)
def test_every_kind_has_variants(exercise: Exercise) -> None:
    assert variant(exercise, 4).exercise_id == exercise.exercise_id
