"""Promises of the reader: which blocks and spans Markdown becomes."""

import pytest
from lesson_sources import FRONT, blocks_of, fence, read

from content.reading import sections_of
from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    Definitions,
    Details,
    ExerciseBlock,
    Figure,
    Heading,
    Listing,
    Maths,
    Media,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from scuola_digitale.domain.text import Mark, Span, plain, words

CHOICE = fence("id: uno\ntipo: scelta\ndomanda: Quale?\nopzioni:\n  - a\n  - testo: b\n    giusta: sì")


def only(body: str) -> AnyBlock:
    """The one block of a body."""
    (block,) = blocks_of(body)
    return block


def spans(body: str) -> tuple[Span, ...]:
    """The words of its one paragraph."""
    block = only(body)
    assert isinstance(block, Paragraph)
    return block.spans


@pytest.mark.parametrize(
    ("body", "span"),
    [
        ("**a**", Span("a", Mark.STRONG)), ("*a*", Span("a", Mark.EMPHASIS)), ("`a`", Span("a", Mark.CODE)),
        ("~~a~~", Span("a", Mark.STRIKE)), ("***a***", Span("a", Mark.STRONG | Mark.EMPHASIS)),
        ("$\\frac{3}{4}$", Span("\\frac{3}{4}", maths=True)), ("`$x$ <b> &amp;`", Span("$x$ <b> &amp;", Mark.CODE)),
        ("[qui](lezione:marche/acqua)", Span("qui", link="lezione:marche/acqua")),
        ("[fuori](https://a.it)", Span("fuori", link="https://a.it")), ("<https://a.it>", Span("https://a.it", link="https://a.it")),
        ("perch&eacute; &#233; & <", Span("perché é & <")), ("5 $ e 6 $ e \\$", Span("5 $ e 6 $ e $")),
        ("costa $5 e poi $6", Span("costa $5 e poi $6")), ("snake_case_qui e 2*3*4", None),
        ("riga\nseconda", Span("riga seconda")), ("\\*a\\* \\[b\\]", Span("*a* [b]")),
    ],
)  # fmt: skip
def test_inline_marks_become_spans(body: str, span: Span | None) -> None:
    assert spans(body)[0] == span or span is None


def test_chemistry_and_powers_have_their_places() -> None:
    assert spans("H~2~O e m^2^") == (
        Span("H"), Span("2", Mark.SUBSCRIPT), Span("O e m"), Span("2", Mark.SUPERSCRIPT),
    )  # fmt: skip


def test_a_forced_new_line_is_kept() -> None:
    assert spans("uno  \ndue") == (Span("uno"), Span("\n", Mark.LINE_BREAK), Span("due"))


def test_maths_keeps_its_stars_underscores_and_brackets() -> None:
    assert spans("è $a_1 * b_2 * [c] \\{d\\}$ sì")[1] == Span("a_1 * b_2 * [c] \\{d\\}", maths=True)


@pytest.mark.parametrize("body", ["$$\nx = 1\n$$", "$$ x = 1 $$", "Ecco:\n$$x = 1$$\n"])
def test_a_formula_can_stand_alone(body: str) -> None:
    assert blocks_of(body)[-1] == Maths(tex="x = 1")


def test_pictures_sounds_and_films_are_told_apart() -> None:
    body = 'testo\n![Un mulino](../immagini/m.svg "Il *mulino*"){largo=60}\naltro\n\n![Storia](../media/a.mp3)\n\n![F](../media/f.webm)'
    _, figure, _, sound, film = blocks_of(body)
    assert figure == Figure(
        path="immagini/m.svg", alt="Un mulino", caption=(Span("Il "), Span("mulino", Mark.EMPHASIS)), width=60
    )
    assert sound == Media(kind="audio", path="media/a.mp3", title="Storia")
    assert film == Media(kind="video", path="media/f.webm", title="F")


def test_a_picture_inside_a_line_is_a_span() -> None:
    assert spans("ecco ![una stella](../immagini/s.svg) qui")[1] == Span("una stella", image="immagini/s.svg")


def test_callouts_and_opening_parts_hold_blocks() -> None:
    body = f'!!! ricorda\n    Uno.\n\n{indented(CHOICE)}\n!!! prova "Fuori!"\n    - a\n\n??? "La soluzione"\n    Ecco.\n\n    ```python\n    x = "[1](2)"\n    ```\n'
    first, second, opened = blocks_of(body)
    assert isinstance(first, Callout)
    assert (first.kind, first.title, len(first.blocks)) == ("ricorda", "", 2)
    assert isinstance(first.blocks[1], ExerciseBlock)
    assert isinstance(second, Callout)
    assert second.title == "Fuori!"
    assert opened == Details(
        title="La soluzione",
        blocks=(Paragraph(spans=words("Ecco.")), Code(text='x = "[1](2)"', language="python")),
    )


def indented(text: str) -> str:
    """A text as code is set off in Markdown."""
    return "\n".join("    " + line for line in text.splitlines()) + "\n"


@pytest.mark.parametrize("inner", ["  ", "   ", "    "])
def test_inner_lists_may_be_indented_by_two_three_or_four(inner: str) -> None:
    block = only(f"- uno\n{inner}- dentro\n{inner}{inner}- più dentro\n- due")
    assert isinstance(block, Listing)
    nested = block.items[0][1]
    assert isinstance(nested, Listing)
    assert isinstance(nested.items[0][1], Listing)
    assert len(block.items) == 2


def test_a_list_may_follow_its_sentence_without_an_empty_line() -> None:
    sentence, listing = blocks_of("Servono:\n- pane\n- acqua")
    assert sentence == Paragraph(spans=words("Servono:"))
    assert isinstance(listing, Listing)
    assert len(listing.items) == 2


def test_a_numbered_list_keeps_its_start() -> None:
    block = only("3) tre\n4) quattro")
    assert isinstance(block, Listing)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)


def test_tables_know_their_columns() -> None:
    _, table = blocks_of("Ecco:\n| a | b | c |\n|---|:-:|--:|\n| **1** | $x$ | 3 |")
    assert table == Table(
        header=(words("a"), words("b"), words("c")),
        rows=(((Span("1", Mark.STRONG),), (Span("x", maths=True),), words("3")),),
        align=("left", "center", "right"),
    )


def test_quotes_definitions_and_rules_are_blocks() -> None:
    quote, definitions, rule = blocks_of("> detto\n\nparola\n: significato\n\n---\n")
    assert quote == Quote(blocks=(Paragraph(spans=words("detto")),))
    assert definitions == Definitions(items=((words("parola"), (Paragraph(spans=words("significato")),)),))
    assert rule == Rule()


def test_footnotes_are_called_and_told() -> None:
    lesson, problems = read("Uno[^a].\n\n[^a]: La [nota](https://a.it).\n")
    assert problems == ()
    assert lesson is not None
    assert lesson.blocks[0] == Paragraph(spans=(Span("Uno"), Span("1", note="a"), Span(".")))
    assert lesson.notes[0].note_id == "a"
    (paragraph,) = lesson.notes[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == "La nota."


def test_anchors_are_words_and_never_twice_the_same() -> None:
    headings = blocks_of("## L'età è qui!\n\n## Uno\n\n### Uno\n\n## Uno\n\n## ***\n")
    assert [heading.anchor for heading in headings if isinstance(heading, Heading)] == [
        "l-eta-e-qui", "uno", "uno-2", "uno-3", "sezione",
    ]  # fmt: skip


def test_a_glossary_word_lights_once_a_section_and_never_in_code() -> None:
    front = FRONT.replace("---\n", "---\nglossario:\n  falda: Acqua *sotto* terra.\n", 1)
    lesson, _ = read("`falda` Falda, falda, faldata.\n\n## Due\n\nLa falda.\n", front)
    assert lesson is not None
    lit = [
        (span.text, span.term)
        for block in lesson.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.term
    ]
    assert lit == [("Falda", "falda"), ("falda", "falda")]
    assert plain(lesson.terms[0].meaning) == "Acqua sotto terra."


def test_comments_of_the_author_are_not_shown() -> None:
    assert spans("uno <!-- da\nrivedere --> due `<!--`")[0].text == "uno due "


def test_html_is_shown_as_text_with_an_advice() -> None:
    lesson, (problem,) = read("<script>alert(1)</script>\n\ntesto")
    assert lesson is not None
    assert lesson.blocks[0] == Paragraph(spans=words("<script>alert(1)</script>"))
    assert (problem.line, problem.blocking) == (7, False)


def test_a_marked_file_and_windows_lines_read_the_same() -> None:
    plain_lesson, _ = read("Uno.\n\n- a\n")
    from lesson_sources import HEAD

    from content.reading import read_lesson

    windows = b"\xef\xbb\xbf" + (FRONT + "Uno.\n\n- a\n").replace("\n", "\r\n").encode()
    assert read_lesson(windows, path="lezioni/prova.md", head=HEAD) == (plain_lesson, ())


def test_sections_are_what_stands_under_each_heading() -> None:
    lesson, _ = read(
        f"Inizio $x$.\n\n## Uno\n\n- a\n\n!!! nota\n    b\n\n{CHOICE}\n### Due\n\n| c |\n|---|\n| d |\n"
    )
    assert lesson is not None
    first, one, two = sections_of(lesson)
    assert (first.section_id, first.heading, first.text) == (
        "marche/lezione-prova#",
        "Una prova",
        "Inizio x.",
    )
    assert (one.section_id, one.text.split("\n")) == ("marche/lezione-prova#uno", ["a", "b", "Quale?"])
    assert (two.heading, two.text.split("\n")) == ("Due", ["c", "d"])


def test_the_head_takes_from_its_pack_what_it_does_not_say() -> None:
    front = FRONT.replace(
        "---\n", "---\ndurata: 25\ntema: acqua\nobiettivi: [Uno, Due]\ncopertina: ../immagini/a.svg\n", 1
    )
    lesson, problems = read(CHOICE, front)
    assert problems == ()
    assert lesson is not None
    head = lesson.head
    assert (head.ref, head.pack, head.edition, head.authors) == (
        "marche/lezione-prova",
        "marche/prova",
        3,
        ("Paola",),
    )
    assert (head.minutes, head.theme, head.objectives) == (25, "acqua", ("Uno", "Due"))
    assert (head.cover, head.exercises, head.path) == ("immagini/a.svg", ("uno",), "lezioni/prova.md")
