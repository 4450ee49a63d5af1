"""A block of every kind, and widgets to draw them with."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    Definitions,
    Details,
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
from scuola_digitale.domain.text import Mark, Span, words
from scuola_digitale.errors import ScuolaError
from ui.resources import drawing
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import dress
from ui.widgets.tokens import ThemeName

HALF = Span(r"\frac12", maths=True)


def says(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(spans=words(text))


RICH = Paragraph(
    spans=(
        Span("Nonna Delia taglia "),
        Span("otto", Mark.STRONG),
        Span(" fette "),
        Span("uguali", Mark.EMPHASIS),
        Span(", cioè "),
        HALF,
        Span(". Il "),
        Span("denominatore", term="denominatore"),
        Span(" sta "),
        Span("sotto", Mark.STRIKE),
        Span("x", Mark.SUPERSCRIPT),
        Span("\n", Mark.LINE_BREAK),
        Span("print(1)", Mark.CODE),
        Span("1", note="n1"),
        Span(" e "),
        Span("le grotte", link="lezione:marche/grotte-frasassi"),
        Span(" "),
        Span("una goccia", image="goccia.svg"),
        Span(" "),
        Span("una foglia", image="manca.svg"),
    )
)
NESTED = Listing(
    ordered=True,
    items=((says("Prima."), Listing(ordered=False, items=((says("Dentro."),),))), (says("Poi."),)),
)
TABLE = Table(
    header=(words("Si dice"), words("Si scrive")),
    rows=((words("un mezzo"), (HALF,)), (words("due"), words("2"))),
    align=("left", "center"),
)
BLOCKS: dict[str, AnyBlock] = {
    "paragraph": RICH,
    "list": NESTED,
    "heading": Heading(level=2, spans=words("Come si scrive"), anchor="come"),
    "small heading": Heading(level=3, spans=words("Ancora"), anchor="ancora"),
    **{
        f"callout {kind}": Callout(kind=kind, blocks=(says("Parti uguali."), NESTED))
        for kind in ("ricorda", "esempio", "prova", "attenzione", "nota")
    },
    "titled callout": Callout(kind="attenzione", title="Con le forbici", blocks=(says("Piano."),)),
    "details": Details(title="Per approfondire", blocks=(says("La roccia conserva il freddo."),)),
    "figure": Figure(path="goccia.svg", alt="una goccia", caption=words("La goccia."), width=60),
    "missing figure": Figure(path="manca.svg", alt="un mulino visto dal ponte"),
    "maths": Maths(tex=r"\frac38+\frac28=\frac58"),
    "broken maths": Maths(tex=r"\frac{3}{"),
    "code": Code(text="print(1)  # uno\n" * 3, language="python"),
    "code without a language": Code(text="a" * 300, language=""),
    "code in a language nobody knows": Code(text="a", language="marchigiano"),
    "table": TABLE,
    "wide table": Table(header=(words("Supercalifragilistichespiralidoso"),) * 6, rows=((words("x"),) * 6,)),
    "definitions": Definitions(items=((words("Calcare"), (says("Una roccia."),)),)),
    "definitions with more": Definitions(items=((words("Calcare"), (TABLE,)),)),
    "list with more": Listing(ordered=True, items=((says("Guarda:"), Maths(tex="x^2")),)),
    "quote": Quote(blocks=(says("La montagna insegna il passo lento."),)),
    "sound": Media(kind="audio", path="goccia.mp3", title="La goccia", caption=words("Una goccia cade.")),
    "film": Media(kind="video", path="goccia.webm", title="La goccia"),
    "rule": Rule(),
}
"""A block of every kind, and the troubled ones, by a name for the reports."""


def read_sample(path: str) -> bytes:
    """A file of the samples' pack: one drawing."""
    if path != "goccia.svg":
        raise ScuolaError("Il file manca.", remedy="Installa di nuovo il pacchetto.")
    return drawing("figura-goccia")


def surroundings() -> Surroundings:
    """A pack whose pictures are the samples above, and one note."""
    return Surroundings(read=read_sample, notes={"n1": 1})


@contextmanager
def worn(name: ThemeName = "chiaro", *, scale: float = 1.0, face: str | None = None) -> Iterator[None]:
    """Puts a theme on for a while."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, name, scale=scale, reading_face=face)
    try:
        yield
    finally:
        dress(app)


def clipped(root: QWidget) -> list[str]:
    """The visible widgets under `root` that are lower than what they need at their width."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.hasHeightForWidth():
            continue
        if type(widget).__module__.startswith("ui.") and widget.height() < widget.heightForWidth(
            widget.width()
        ):
            found.append(f"{type(widget).__name__}: {widget.accessibleName()[:60]}")
    return found
