"""Preferences: every field by itself, nothing of a newer or broken program in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.preferences import Preferences, fold_preferences, settings_between

PREFERENCES = st.builds(
    Preferences,
    face=st.sampled_from(["", "Lora", "Atkinson Hyperlegible", "Lexend"]),
    scale=st.integers(100, 200),
    letters=st.sampled_from([0, 1, 2, 3]),
    lines=st.sampled_from([0, 1, 2, 3]),
    colours=st.sampled_from(["", "chiaro", "scuro", "contrasto"]),
    ruler=st.booleans(),
    calm=st.booleans(),
    still=st.booleans(),
    speech=st.integers(50, 150),
    language=st.sampled_from(["", "it", "en", "fur", "pt_BR"]),
)


@given(PREFERENCES, PREFERENCES)
def test_what_is_written_between_two_tastes_leads_from_one_to_the_other(
    before: Preferences, after: Preferences
) -> None:
    first = settings_between(Preferences(), before)

    assert fold_preferences([*first, *settings_between(before, after)]) == after


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "boh",
        "face=Comic",
        "letters=7",
        "letters=x",
        "scale=molto",
        "ruler=forse",
        "=",
        "age=7",
        "language=English",
        "language=../en",
        "language=en\n",
    ],
)
def test_what_is_not_understood_changes_nothing(setting: str) -> None:
    assert fold_preferences(["face=Lexend", setting]) == Preferences(face="Lexend")


def test_a_language_of_one_country_is_kept() -> None:
    assert fold_preferences(["language=pt_BR"]).language == "pt_BR"


def test_a_size_out_of_range_is_brought_back_into_it() -> None:
    assert fold_preferences(["scale=900", "speech=1"]) == Preferences(scale=200, speech=50)
