"""Tables and formulae at hand: times tables, measures, areas, and some of the grammar that is looked up most."""

from collections.abc import Sequence

from scuola_digitale.domain.lesson import AnyBlock, Table
from scuola_digitale.domain.text import words
from scuola_digitale.words import Worded, say

TIMES = tuple(range(2, 11))
"""The times tables there are."""

_MEASURE = Worded(lambda: say("Misura"))
_WORTH = Worded(lambda: say("Quanto vale"))

_LENGTHS = (("1 km", "1 000 m"), ("1 hm", "100 m"), ("1 dam", "10 m"), ("1 m", "10 dm"), ("1 dm", "10 cm"), ("1 cm", "10 mm"))  # fmt: skip
_WEIGHTS = (("1 t", "1 000 kg"), ("1 kg", "10 hg"), ("1 hg", "100 g"), ("1 g", "10 dg"), ("1 dg", "10 cg"), ("1 cg", "10 mg"))  # fmt: skip
_LIQUIDS = (("1 hl", "100 l"), ("1 dal", "10 l"), ("1 l", "10 dl"), ("1 dl", "10 cl"), ("1 cl", "10 ml"))
_TIMES = Worded(
    lambda: (
        (say("1 ora"), say("60 minuti")),
        (say("1 minuto"), say("60 secondi")),
        (say("1 giorno"), say("24 ore")),
        (say("1 settimana"), say("7 giorni")),
        (say("1 anno"), say("12 mesi, 365 giorni")),
    )
)
_SHAPES = Worded(
    lambda: (
        (say("Quadrato"), "l × 4", "l × l"),
        (say("Rettangolo"), "(b + h) × 2", "b × h"),
        (say("Triangolo"), "a + b + c", "b × h ÷ 2"),
        (say("Rombo"), "l × 4", "D × d ÷ 2"),
        (say("Trapezio"), "B + b + l + m", "(B + b) × h ÷ 2"),
        (say("Cerchio"), "2 × π × r", "π × r × r"),
    )
)
_ARTICLES = Worded(
    lambda: (
        (say("uno solo"), "il, lo, l’", "la, l’"),
        (say("tanti"), "i, gli", "le"),
        (say("uno qualsiasi"), "un, uno", "una, un’"),
    )
)
_VERBS = (
    ("io", "sono", "ho"),
    ("tu", "sei", "hai"),
    ("lui, lei", "è", "ha"),
    ("noi", "siamo", "abbiamo"),
    ("voi", "siete", "avete"),
    ("loro", "sono", "hanno"),
)
_LOOK_ALIKE = (
    ("è, e", "Il cane è nero. Pane e olio."),
    ("ha, a", "Nora ha un gatto. Vado a casa."),
    ("ho, o", "Ho fame. Mare o monti?"),
    ("c’è, ce", "C’è il sole. Ce ne andiamo."),
    ("là, la", "Guarda là! La volpe."),
    ("sì, si", "Sì, vengo. Si lava le mani."),
)


def times_table(number: int) -> Table:
    """The times table of a number, from 1 to 10."""
    rows = [(f"{number} × {by}", str(number * by)) for by in range(1, 11)]
    return _table((say("Per", sense="tabellina"), say("Fa", sense="tabellina")), rows)


def measures() -> tuple[tuple[str, AnyBlock], ...]:
    """Measures, by what they measure."""
    heads = (_MEASURE(), _WORTH())
    return (
        (say("Lunghezze"), _table(heads, _LENGTHS)),
        (say("Pesi"), _table(heads, _WEIGHTS)),
        (say("Liquidi"), _table(heads, _LIQUIDS)),
        (say("Tempo"), _table(heads, _TIMES())),
    )


def formulae() -> tuple[tuple[str, AnyBlock], ...]:
    """Perimeters and areas."""
    heads = (say("Figura"), say("Contorno"), say("Area"))
    # A formula stays on one line.
    rows = [(name, *(sum_.replace(" ", "\u00a0") for sum_ in sums)) for name, *sums in _SHAPES()]
    return ((say("Contorni e aree"), _table(heads, rows)),)


def grammar() -> tuple[tuple[str, AnyBlock], ...]:
    """Italian words that are often looked up: they stay Italian in every language."""
    return (
        (say("Articoli"), _table((say("Quanti"), say("Maschile"), say("Femminile")), _ARTICLES())),
        (say("Essere e avere"), _table((say("Chi"), "essere", "avere"), _VERBS)),
        (say("Parole che si confondono"), _table((say("Parole"), say("Esempio")), _LOOK_ALIKE)),
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    return Table(
        header=tuple(words(head) for head in heads),
        rows=tuple(tuple(words(cell) for cell in row) for row in rows),
    )
