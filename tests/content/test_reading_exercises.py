"""Promises of the exercise reader: every kind, and every mistake at its line."""

import pytest
from lesson_sources import FRONT_LINES, exercise_of, fence, read

from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Matching,
    Number,
    Ordering,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.judging import judge
from scuola_digitale.domain.text import Mark, Span, plain, words
from scuola_digitale.domain.variants import variant

HEAD = "id: uno\ndomanda: Quale?\n"


def test_a_choice_has_letters_feedback_and_maths() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: scelta\npunti: 2\naiuti: [Conta.]\ngiusto: Sì!\nsbagliato: Ancora.\nfigura: ../immagini/a.svg\nfigura-alt: Una crescia\n"
        "opzioni:\n  - testo: $\\frac{2}{4}$\n    riscontro: Quasi.\n  - testo: $\\frac{2}{6}$\n    giusta: sì\n    id: sesti\n  - no\n"
    )
    assert isinstance(exercise, Choice)
    assert [option.option_id for option in exercise.options] == ["a", "sesti", "c"]
    assert exercise.options[0].spans == (Span("\\frac{2}{4}", maths=True),)
    assert exercise.options[0].feedback == words("Quasi.")
    assert exercise.options[2].spans == words("no")
    assert (exercise.points, exercise.hints, exercise.right) == (2, (words("Conta."),), words("Sì!"))
    assert (exercise.picture, exercise.picture_alt) == ("immagini/a.svg", "Una crescia")


def test_choices_may_have_many_right_options() -> None:
    exercise = exercise_of(
        HEAD + "tipo: scelte\nopzioni:\n  - {testo: due, giusta: sì}\n  - {testo: sei, giusta: si}\n  - tre"
    )
    assert isinstance(exercise, Choices)
    assert [option.correct for option in exercise.options] == [True, True, False]


def test_statements_are_true_or_false() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: vero-falso\naffermazioni:\n  - testo: Uno.\n    risposta: vero\n  - testo: Due.\n    risposta: Falso\n    riscontro: No."
    )
    assert isinstance(exercise, TrueFalse)
    assert [(statement.true, plain(statement.feedback)) for statement in exercise.statements] == [
        (True, ""),
        (False, "No."),
    ]


def test_a_number_has_variables_a_unit_and_feedback() -> None:
    exercise = exercise_of(
        "id: uno\ntipo: numero\ndomanda: Il lato è **{n}** e {n*2*2}, $\\frac{{n}}{{m}}$?\nvariabili:\n  n: 3..3\n  m: = n+2\n  nome: [orto, prato]\n"
        "risposta: 4*n\nunità: m\nriscontri:\n  - risposta: n*n\n    testo: L'area di {nome}."
    )
    filled = variant(exercise, 1)
    assert isinstance(filled, Number)
    assert filled.question == (
        Span("Il lato è "), Span("3", Mark.STRONG), Span(" e 12, "), Span("\\frac{3}{5}", maths=True), Span("?"),
    )  # fmt: skip
    assert (filled.answer, filled.unit, filled.feedback[0].answer) == ("12", "m", "9")
    assert judge(filled, ("12 m",)).right


def test_words_accept_several_forms() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: testo\naccetta: Ancona\nesatto: sì\nriscontri:\n  - risposta: Pesaro\n    testo: Vicina."
    )
    assert isinstance(exercise, Words)
    assert (exercise.accepted, exercise.exact, exercise.feedback[0].answer) == (("Ancona",), True, "Pesaro")


def test_a_cloze_keeps_the_words_around_its_gaps() -> None:
    exercise = exercise_of(
        HEAD
        + 'tipo: completa\ntesto: "Il *sole* [[scalda]]: poi [[vapore|vapore acqueo]]."\nparole: [scalda, vapore, gelo]'
    )
    assert isinstance(exercise, Cloze)
    assert [plain(piece) for piece in exercise.pieces] == ["Il sole ", ": poi ", "."]
    assert [gap.accepted for gap in exercise.gaps] == [("scalda",), ("vapore", "vapore acqueo")]
    assert exercise.bank == ("scalda", "vapore", "gelo")


def test_verses_keep_their_lines() -> None:
    exercise = exercise_of(HEAD + "tipo: completa\ntesto: |\n  Nel mezzo\n  del [[cammin]]\n  di nostra vita")
    assert isinstance(exercise, Cloze)
    assert plain(exercise.pieces[0]) == "Nel mezzo\ndel "
    assert plain(exercise.pieces[1]) == "\ndi nostra vita"


def test_matching_and_ordering_name_their_items() -> None:
    matching = exercise_of(
        HEAD + "tipo: abbina\ncoppie:\n  - [tasso, tana]\n  - [trota, torrente]\nin-più: [mare]"
    )
    ordering = exercise_of(HEAD + "tipo: ordina\nelementi: [macina, impasta, inforna]")
    assert isinstance(matching, Matching)
    assert [(item.item_id, plain(item.spans)) for item in matching.right_items] == [
        ("a", "tana"),
        ("b", "torrente"),
        ("c", "mare"),
    ]
    assert isinstance(ordering, Ordering)
    assert [item.item_id for item in ordering.items] == ["a", "b", "c"]


def test_a_wrong_word_in_a_gap_can_have_its_own_sentence() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: completa\ntesto: Il [[sole]] e la [[luna|Luna]].\nparole: [sole, luna, vento]\nriscontri:\n"
        + "  - risposta: sole\n    testo: È di giorno.\n"
        + "  - risposta: vento\n    lacuna: 1\n    testo: Non si vede."
    )
    assert isinstance(exercise, Cloze)
    told = [[(said.answer, plain(said.spans)) for said in gap.feedback] for gap in exercise.gaps]
    assert told == [[("vento", "Non si vede.")], [("sole", "È di giorno.")]]
    assert plain(judge(exercise, ("vento", "luna")).feedback) == "1 su 2 è giusta. Non si vede."


def test_a_wrong_pair_can_have_its_own_sentence() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: abbina\ncoppie:\n  - [tasso, tana]\n  - [trota, torrente]\nin-più: [mare]\nriscontri:\n"
        + "  - risposta: [trota, mare]\n    testo: Il mare è *salato*."
    )
    assert plain(judge(exercise, ("a", "c")).feedback) == "1 su 2 è giusta. Il mare è salato."


def test_two_things_the_wrong_way_round_and_a_wrong_first_one_can_have_their_own_sentence() -> None:
    exercise = exercise_of(
        HEAD
        + "tipo: ordina\nelementi: [macina, impasta, inforna]\nriscontri:\n"
        + "  - risposta: inforna\n    testo: Che cosa inforni?\n"
        + "  - risposta: [inforna, impasta]\n    testo: Prima l'impasto."
    )
    assert plain(judge(exercise, ("c", "a", "b")).feedback) == "Che cosa inforni?"
    assert plain(judge(exercise, ("a", "c", "b")).feedback) == "1 su 3 è giusta. Prima l’impasto."


SKY = HEAD + "tipo: completa\ntesto: Il [[sole]].\nparole: [sole, mare]\nriscontri:\n  - "
DENS = HEAD + "tipo: abbina\ncoppie: [[tasso, tana], [trota, acqua]]\nriscontri:\n  - "
BREAD = HEAD + "tipo: ordina\nelementi: [macina, impasta, inforna]\nriscontri:\n  - "
OPTIONS = "opzioni:\n  - a\n  - testo: b\n    giusta: sì\n"
MISTAKES = [
    (HEAD + "tipo: completa\ntesto: Di [[La]] e [[la]].\nparole: [la, lo]", 5, "«la» serve una volta in più"),
    ("tipo: scelta\ndomanda: Quale?\n" + OPTIONS, 0, "Manca `id`"),
    (SKY + "risposta: Sole\n    testo: No.", 7, "«sole» è la risposta giusta"),
    (SKY + "risposta: mara\n    testo: No.", 7, "nessuno la può scegliere. Forse volevi dire `mare`?"),
    (SKY + "risposta: vento\n    testo: No.", 7, "Aggiungi «vento» a `parole`"),
    (SKY + "risposta: mare\n    lacuna: 2\n    testo: No.", 8, "numero intero tra 1 e 1"),
    (SKY + "risposta: mare", 7, "Manca `testo`"),
    (SKY + "testo: No.", 7, "Manca `risposta`"),
    (SKY + "risposta: mare\n    lacune: 1\n    testo: No.", 8, "Forse volevi dire `lacuna`?"),
    (DENS + "risposta: [tasso, tana]\n    testo: No.", 6, "«tasso – tana» è la risposta giusta"),
    (DENS + "risposta: [tassi, acqua]\n    testo: No.", 6, "«tassi» a sinistra non c'è"),
    (DENS + "risposta: [tasso, monte]\n    testo: No.", 6, "«monte» a destra non c'è"),
    (DENS + "risposta: acqua\n    testo: No.", 6, "Scrivi `risposta: [sinistra, destra]`"),
    (DENS + "testo: No.", 6, "Manca `risposta`"),
    (BREAD + "risposta: macina\n    testo: No.", 6, "«macina» è la risposta giusta"),
    (BREAD + "risposta: [macina, inforna]\n    testo: No.", 6, "«macina, inforna» è la risposta giusta"),
    (BREAD + "risposta: [inforna, impaste]\n    testo: No.", 6, "Forse volevi dire `impasta`?"),
    (BREAD + "risposta: [inforna, inforna]\n    testo: No.", 6, "nell'ordine sbagliato"),
    (BREAD + "risposta: [inforna, impasta, macina]\n    testo: No.", 6, "non si riesce a leggere"),
    ("id: Uno Due\ntipo: scelta\ndomanda: Q\n" + OPTIONS, 1, "per esempio `uno-due`"),
    (HEAD + OPTIONS, 0, "Manca `tipo`"),
    (HEAD + "tipo: scelata\n" + OPTIONS, 3, "Forse volevi dire `scelta`?"),
    (HEAD + "tipo: scelta\n" + OPTIONS.replace("opzioni", "opzoni"), 4, "Forse volevi dire `opzioni`?"),
    ("id: uno\ntipo: scelta\n" + OPTIONS, 0, "Manca `domanda`"),
    (HEAD + "tipo: scelta\nopzioni: [a, b]", 4, "Nessuna opzione è giusta"),
    (HEAD + "tipo: scelta\n" + OPTIONS + "  - testo: c\n    giusta: sì", 4, "Ci sono più opzioni giuste"),
    (HEAD + "tipo: scelta\nopzioni: [a]", 4, "almeno 2"),
    (HEAD + "tipo: scelta\n" + OPTIONS + "  - testo: c\n    giusta: forse", 9, "sì o no"),
    (HEAD + "tipo: scelta\n" + OPTIONS + "  - testo: c\n    gusta: no", 9, "Forse volevi dire `giusta`?"),
    (HEAD + "tipo: scelta\n" + OPTIONS + "  - b", 3, "due volte «b»"),
    (HEAD + "tipo: scelta\npunti: tanti\n" + OPTIONS, 4, "numero intero tra 1 e 100"),
    (HEAD + "tipo: scelta\nfigura: ../immagini/a.svg\n" + OPTIONS, 0, "Manca `figura-alt`"),
    (HEAD + "tipo: vero-falso\naffermazioni:\n  - testo: A\n    risposta: boh", 6, "né vero né falso"),
    (HEAD + "tipo: vero-falso\naffermazioni:\n  - A", 5, "Manca `risposta`"),
    (HEAD + "tipo: numero", 0, "Manca `risposta`"),
    (HEAD + "tipo: numero\nrisposta: 4*n", 4, "Il conto «4*n» non si può fare"),
    (HEAD + "tipo: numero\nvariabili:\n  n: 0..3\nrisposta: 1/n", 6, "si divide per zero"),
    (HEAD + "tipo: numero\nvariabili:\n  n: tanti\nrisposta: 3", 5, "La regola della variabile «n»"),
    ("id: uno\ndomanda: Quanto fa {m}?\ntipo: numero\nvariabili:\n  n: 1..3\nrisposta: n", 2, "«m» non è una variabile"),
    (HEAD + "tipo: testo", 0, "Manca `accetta`"),
    (HEAD + "tipo: completa\ntesto: Niente.", 4, "nessuna lacuna"),
    (HEAD + "tipo: completa\ntesto: Il [[sole]].\nparole: [sola, mare]", 5, "In `parole` manca «sole»"),
    (HEAD + "tipo: abbina\ncoppie:\n  - [a, b]\n  - [c]", 6, "non ha due parti"),
    (HEAD + "tipo: ordina\nelementi: [a, a]", 4, "Due elementi sono uguali"),
    (HEAD + "tipo: ordina\nelementi: [a, b\n", 4, "virgolette e parentesi"),
    (HEAD + "tipo: scelta\ndomanda: Ancora?\n" + OPTIONS, 4, "`domanda` c'è due volte"),
    ("id: uno\ntipo: scelta\ndomanda: Ecco: quale?\n" + OPTIONS, 3, "due punti di troppo"),
    ("id: uno\ntipo: scelta\ndomanda: *quale*\n" + OPTIONS, 3, "tra virgolette"),
    ("id: uno\ntipo: scelta\ndomanda: {n} mele\n" + OPTIONS, 3, "virgolette"),
    ('id: uno\ntipo: scelta\ndomanda: "Quanto è $\\frac{1}{2}$?"\n' + OPTIONS, 3, "apici semplici"),
    ('id: uno\ntipo: scelta\ndomanda: "Quanto è $\\sqrt{4}$?"\n' + OPTIONS, 3, "barra"),
    ("id: uno\ntipo: scelta\ndomanda: Che cos'è $\\frac{1$?\n" + OPTIONS, 3, "non si riesce a disegnare"),
    ("id: &a uno\ntipo: scelta\ndomanda: *a\n" + OPTIONS, 1, "Metti il testo tra virgolette"),
    ("", 0, "vuoto"),
    ("tutto sbagliato", 0, "vuoto o non ha chiavi"),
    ("a: " + "[" * 40 + "]" * 40, 1, "troppi livelli"),
]  # fmt: skip


@pytest.mark.parametrize(("yaml", "line", "sentence"), MISTAKES)
def test_every_mistake_is_told_at_its_line_with_its_remedy(yaml: str, line: int, sentence: str) -> None:
    _, problems = read("Testo.\n\n" + fence(yaml))
    said = [
        f"{problem.message} {problem.remedy}"
        for problem in problems
        if problem.line == FRONT_LINES + 3 + line
    ]
    assert any(sentence in one for one in said), problems
    assert any(problem.blocking for problem in problems)


def test_all_mistakes_are_told_at_once() -> None:
    _, problems = read(
        fence(HEAD + "tipo: scelta\nopzioni: [a, b]")
        + "\n"
        + fence(HEAD + "tipo: numero\nrisposta: x")
        + "\n![](http://a.it/b.png)\n"
    )
    assert len([problem for problem in problems if problem.blocking]) == 5


def test_the_same_id_twice_is_told_with_the_line_of_the_first() -> None:
    good = fence(HEAD + "tipo: testo\naccetta: a")
    _, (problem,) = read(good + "\n" + good)
    assert "alla riga 8" in problem.message
    assert problem.line == 15


def test_a_single_brace_in_a_formula_is_pointed_out() -> None:
    yaml = "id: uno\ntipo: numero\ndomanda: Quanto vale $\\frac{n}{2}$?\nvariabili:\n  n: 2..8\nrisposta: n/2"
    _, (problem,) = read(fence(yaml))
    assert (problem.line, problem.blocking) == (10, False)
    assert "{{n}}" in problem.remedy


def test_variants_that_make_two_options_the_same_are_found() -> None:
    yaml = 'id: uno\ntipo: scelta\ndomanda: Il doppio di {n}?\nvariabili:\n  n: 1..9\nopzioni:\n  - "{n*n}"\n  - testo: "{2*n}"\n    giusta: sì'
    _, (problem,) = read(fence(yaml))
    assert problem.message == "Con n = 2 si offre due volte «4»."
