"""Says a formula in words, for who listens to a lesson instead of looking at it."""

import re

from scuola_digitale.domain.text import Spans

SIGNS: dict[str, str] = {
    "+": "più",
    "-": "meno",
    "=": "uguale a",
    "<": "minore di",
    ">": "maggiore di",
    ":": "diviso",
    "/": "fratto",
    r"\cdot": "per",
    r"\times": "per",
    r"\div": "diviso",
    r"\pm": "più o meno",
    r"\neq": "diverso da",
    r"\ne": "diverso da",
    r"\leq": "minore o uguale a",
    r"\le": "minore o uguale a",
    r"\geq": "maggiore o uguale a",
    r"\ge": "maggiore o uguale a",
    r"\approx": "circa uguale a",
    r"\to": "tende a",
    r"\rightarrow": "freccia",
    r"\pi": "pi greco",
    r"\alpha": "alfa",
    r"\beta": "beta",
    r"\gamma": "gamma",
    r"\circ": "gradi",
    r"\degree": "gradi",
    r"\%": "per cento",
    r"\infty": "infinito",
    r"\angle": "angolo",
    r"\sum": "somma",
    r"\log": "logaritmo",
    r"\sin": "seno",
    r"\cos": "coseno",
    r"\{": "",
    r"\}": "",
}
POWERS: dict[str, str] = {"2": "al quadrato", "3": "al cubo"}
SILENT = frozenset(
    {r"\left", r"\right", r"\,", r"\;", r"\:", r"\!", r"\ ", r"\quad", r"\qquad", r"\displaystyle", "&", "~"}
)
WRAPPERS = frozenset(
    {r"\text", r"\mathrm", r"\mathbf", r"\mathit", r"\operatorname", r"\boxed", r"\overline", r"\vec"}
)

_PIECE = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\{?[.,]\}?\d+)*|[^\W\d_]+|\S")
_WORDS_IN_TEX = re.compile(r"\\text\s*\{([^{}]*)\}")


def spoken(tex: str) -> str:
    r"""The formula as a teacher reads it aloud: `\frac{3}{8}` → «3 fratto 8».

    School formulas are covered; of any other the words that are known, in order.
    """
    protected = _WORDS_IN_TEX.sub(lambda found: "{" + found[1] + "}", tex)
    return re.sub(r"\s+", " ", _Reader(_PIECE.findall(protected)).all()).strip()


def spoken_spans(spans: Spans) -> str:
    """Rich text in words alone: formulas are said, pictures by their description, footnote calls left out."""
    said = (spoken(span.text) if span.maths else span.text for span in spans if span.note is None)
    return "".join(said).replace("\n", " ")


class _Reader:
    """Reads pieces from left to right; a group or one piece is an argument."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._next = 0

    def all(self) -> str:
        """Everything up to the end of the pieces or of the group."""
        said: list[str] = []
        while self._next < len(self._pieces) and self._pieces[self._next] != "}":
            said.append(self._one())
        return " ".join(filter(None, said))

    def _one(self) -> str:
        piece = self._take()
        if piece == "{":
            return self._group()
        if piece in {r"\frac", r"\dfrac", r"\tfrac"}:
            return f"{self._argument()} fratto {self._argument()}"
        if piece == r"\sqrt":
            return self._root()
        if piece == "^":
            return self._power()
        if piece == "_":
            return f"con {self._argument()}"
        if piece in WRAPPERS:
            return self._argument()
        if piece in SILENT:
            return ""
        return SIGNS.get(piece, piece.replace("{", "").replace("}", "").lstrip("\\"))

    def _take(self) -> str:
        piece = self._pieces[self._next]
        self._next += 1
        return piece

    def _group(self) -> str:
        inside = self.all()
        if self._next < len(self._pieces):
            self._next += 1
        return inside

    def _argument(self) -> str:
        if self._next >= len(self._pieces):
            return ""
        piece = self._pieces[self._next]
        # `\frac58` and `x^23` take one figure an argument, as TeX does.
        if len(piece) > 1 and piece[0].isdigit():
            self._pieces[self._next] = piece[1:]
            return piece[0]
        return self._one()

    def _power(self) -> str:
        exponent = self._argument()
        if exponent == "gradi":
            return exponent
        return POWERS.get(exponent, f"alla {exponent}")

    def _root(self) -> str:
        if self._next < len(self._pieces) and self._pieces[self._next] == "[":
            end = self._pieces.index("]", self._next) if "]" in self._pieces[self._next :] else self._next
            index = " ".join(self._pieces[self._next + 1 : end])
            self._next = end + 1
            name = {"3": "radice cubica"}.get(index, f"radice {index}")
            return f"{name} di {self._argument()}"
        return f"radice di {self._argument()}"
