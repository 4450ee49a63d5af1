"""Promises of formulas said aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.text import Span
from scuola_digitale.words import speak
from ui.languages import read_catalogue
from ui.presenters.formula_words import spoken, spoken_spans


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{3}{8}+\frac{2}{8}=\frac58", "3 fratto 8 più 2 fratto 8 uguale a 5 fratto 8"),
        (r"\sqrt{x^2+1}", "radice di x al quadrato più 1"),
        (r"\sqrt[3]{8}=2", "radice cubica di 8 uguale a 2"),
        (r"90^\circ", "90 gradi"),
        (r"3{,}14", "3,14"),
        (r"\text{area} = b \times h", "area uguale a b per h"),
        (r"5\,\mathrm{cm}^2", "5 cm al quadrato"),
        (r"a_1 < b^{10}", "a con 1 minore di b alla 10"),
    ],
)
def test_school_formulas_are_said_as_a_teacher_says_them(tex: str, said: str) -> None:
    assert spoken(tex) == said


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{3}{8}+\frac{2}{8}=\frac58", "3 over 8 plus 2 over 8 equals 5 over 8"),
        (r"\sqrt{x^2+1}", "square root of x squared plus 1"),
        (r"\sqrt[3]{8}=2", "cube root of 8 equals 2"),
        (r"90^\circ", "90 degrees"),
        (r"a_1 < b^{10}", "a sub 1 less than b to the power of 10"),
    ],
)
def test_an_english_lessons_formulas_are_said_in_english(tex: str, said: str) -> None:
    assert spoken(tex, "en") == said


def test_an_italian_lessons_formulas_stay_italian_for_who_reads_the_window_in_english() -> None:
    speak(read_catalogue("en"))
    try:
        assert spoken(r"\frac12", "it") == "1 fratto 2"
        assert spoken(r"\frac12") == "1 over 2"
    finally:
        speak(None)


def test_a_lesson_in_a_language_without_words_is_said_in_the_windows() -> None:
    assert spoken(r"\frac12", "fr") == "1 fratto 2"


@given(st.text(alphabet=r"\frac{}[]sqrt^_ +-=x12&$%", max_size=40))
def test_any_source_is_said_without_failing(tex: str) -> None:
    assert "\\frac" not in spoken(tex)


def test_rich_text_is_said_without_the_calls_of_its_notes() -> None:
    spans = (Span("Metà è "), Span(r"\frac12", maths=True), Span("1", note="n"), Span("."))

    assert spoken_spans(spans) == "Metà è 1 fratto 2."
