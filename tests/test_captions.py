"""Captions are read as authors write them, and what cannot be read is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.captions import Caption, captions_at, read_captions

HEAD = "WEBVTT\n\n"


def _one(text: str) -> Caption:
    [caption], troubles = read_captions(HEAD + text)
    assert troubles == ()
    return caption


def test_a_caption_has_its_times_and_words() -> None:
    assert _one("00:02.500 --> 01:00:06.000\nUna goccia\ncade.") == Caption(
        2_500, 3_606_000, "Una goccia\ncade."
    )


@pytest.mark.parametrize(
    "text",
    [
        "3\n00:01.000 --> 00:02.000 align:start position:10%\nCade.",
        "NOTE fatta da noi\nin due\n\nuna goccia\n00:01.000 --> 00:02.000\n<v Sara><i>Cade</i>.",
        "STYLE\n::cue { color: red }\n\n00:01.000  -->  00:02.000\nCade.\n\n\n",
    ],
)
def test_names_notes_styles_and_marks_are_passed_over(text: str) -> None:
    assert _one(text) == Caption(1_000, 2_000, "Cade.")


def test_files_of_windows_and_escaped_signs_are_read_too() -> None:
    captions, _ = read_captions(
        "\ufeffWEBVTT di prova\r\n\r\n00:00.000 --> 00:01.000\r\n1 &lt; 2 &amp; 3\r\n"
    )
    assert [one.words for one in captions] == ["1 < 2 & 3"]


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("00:01.000 --> 00:02.000\nSenza testa", "no-head", 1),
        ("", "no-head", 1),
        (HEAD + "00:01 --> 00:02\nTempi corti", "no-time", 3),
        (HEAD + "solo parole", "no-time", 3),
        (HEAD + "00:00.000 --> 00:01.000\nVa bene\n\n00:05.000 --> 00:02.000\nAl contrario", "backwards", 6),
        (HEAD + "00:05.000 --> 00:06.000\n", "no-words", 3),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, kind: str, line: int) -> None:
    _, troubles = read_captions(text)
    assert [(one.kind, one.line) for one in troubles] == [(kind, line)]


def test_at_a_moment_all_that_is_said_then_is_shown_and_between_nothing() -> None:
    captions, _ = read_captions(HEAD + "00:04.000 --> 00:06.000\nDopo\n\n00:01.000 --> 00:05.000\nPrima")
    assert [captions_at(captions, ms) for ms in (999, 1_000, 4_500, 5_000, 6_000)] == [
        "",
        "Prima",
        "Prima\nDopo",
        "Dopo",
        "",
    ]


@given(st.text(max_size=400))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    for whole in (text, HEAD + text):
        captions, troubles = read_captions(whole)
        assert all(one.begins_ms < one.ends_ms and one.words.strip() for one in captions)
        assert all(1 <= one.line <= whole.count("\n") + whole.count("\r") + 1 for one in troubles)
