"""Lessons are set like a book; what is code, formula or answer stays as its author typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_sources import FRONT, blocks_of, exercise_of, read

from content.reading.typography import typeset, typographic
from scuola_digitale.domain.exercise import Choice, Cloze, Number, Words
from scuola_digitale.domain.judging import folded, judge
from scuola_digitale.domain.lesson import Code, Heading, Paragraph
from scuola_digitale.domain.text import plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("l'acqua dell'Esino", "l’acqua dell’Esino"),
        ('dice "piano piano" e va', "dice “piano piano” e va"),
        ("la parola 'sasso' e un po' di sale", "la parola ‘sasso’ e un po’ di sale"),
        ("'sto sasso", "’sto sasso"),
        ("5' e 30\" di corsa", "5' e 30\" di corsa"),
        ('("così")', "(“così”)"),
        ("«l'orto»", "«l’orto»"),
        ("gli anni '60", "gli anni ’60"),
        ('"7"', "“7”"),
        ("", ""),
    ],
)
def test_signs_curl_as_in_a_book(typed: str, shown: str) -> None:
    assert typographic(typed) == shown


def test_signs_know_what_stands_before_them_in_another_span() -> None:
    (block,) = blocks_of("**L'uomo** disse \"*ecco*\" e l'**orso** andò via.")

    assert isinstance(block, Paragraph)
    assert plain(block.spans) == "L’uomo disse “ecco” e l’orso andò via."


def test_code_and_formulas_stay_as_they_were_typed() -> None:
    blocks = blocks_of("Scrivi `print('ciao')` e $f'(x)$ dell'asse.\n\n```python\nprint(\"l'orto\")\n```\n")
    paragraph, code = blocks

    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == "Scrivi print('ciao') e f'(x) dell’asse."
    assert isinstance(code, Code)
    assert code.text.strip() == 'print("l\'orto")'


def test_titles_and_summaries_are_set_and_anchors_stay() -> None:
    front = FRONT.replace("titolo: Una prova", "titolo: L'età del ferro\nsommario: Com'era l'età del ferro.")
    lesson, problems = read("## L'orto\n\nVedi [sopra](#l-orto).", front)

    assert problems == ()
    assert lesson is not None
    assert (lesson.head.title, lesson.head.summary) == ("L’età del ferro", "Com’era l’età del ferro.")
    heading = lesson.blocks[0]
    assert isinstance(heading, Heading)
    assert (heading.anchor, plain(heading.spans)) == ("l-orto", "L’orto")


def test_questions_are_set_and_accepted_answers_are_not() -> None:
    head = "id: uno\ndomanda: Com'è l'acqua?\n"
    typed = exercise_of(head + 'tipo: testo\naccetta: ["l\'acqua è dolce"]\nesatto: sì')
    assert isinstance(typed, Words)
    assert (plain(typed.question), typed.accepted) == ("Com’è l’acqua?", ("l'acqua è dolce",))
    assert judge(typed, ("l’acqua è dolce",)).right

    gaps = exercise_of(
        head + 'tipo: completa\ntesto: "L\'acqua [[dell\'orto]]."\nparole: ["dell\'orto", mare]'
    )
    assert isinstance(gaps, Cloze)
    assert plain(gaps.pieces[0]) == "L’acqua "
    assert (gaps.gaps[0].accepted, gaps.bank) == (("dell'orto",), ("dell'orto", "mare"))

    choice = exercise_of(head + "tipo: scelta\nopzioni:\n  - testo: l'orto\n    giusta: sì\n  - un'orto")
    assert isinstance(choice, Choice)
    assert plain(choice.options[0].spans) == "l’orto"

    number = exercise_of(
        head + "tipo: numero\nrisposta: 4\nriscontri:\n  - risposta: 5\n    testo: C'eri quasi."
    )
    assert isinstance(number, Number)
    assert (number.feedback[0].answer, plain(number.feedback[0].spans)) == ("5", "C’eri quasi.")


def test_setting_a_set_lesson_changes_nothing() -> None:
    lesson, _ = read("Dice \"l'orto\" e va.\n\n* un'altra\n* voce\n\n> l'eco")

    assert lesson is not None
    assert typeset(lesson) == lesson


@given(st.text(alphabet="a 5'\"’“”«»(", max_size=24))
def test_setting_keeps_every_sign_in_its_place_and_its_meaning(text: str) -> None:
    shown = typographic(text)

    assert len(shown) == len(text)
    assert folded(shown.replace("“", '"').replace("”", '"')) == folded(
        text.replace("“", '"').replace("”", '"')
    )
