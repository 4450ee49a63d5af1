"""Promises of formulas said aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.text import Span
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


@given(st.text(alphabet=r"\frac{}[]sqrt^_ +-=x12&$%", max_size=40))
def test_any_source_is_said_without_failing(tex: str) -> None:
    assert "\\frac" not in spoken(tex)


def test_rich_text_is_said_without_the_calls_of_its_notes() -> None:
    spans = (Span("Metà è "), Span(r"\frac12", maths=True), Span("1", note="n"), Span("."))

    assert spoken_spans(spans) == "Metà è 1 fratto 2."
