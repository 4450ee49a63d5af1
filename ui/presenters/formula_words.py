"""Says a formula in words, for who listens to a lesson instead of looking at it."""

import re

from scuola_digitale.domain.text import Spans
from scuola_digitale.words import Worded, say
from ui.languages import in_language

_SIGNS: Worded[dict[str, str]] = Worded(
    lambda: {
        "+": say("più", sense="formula"),
        "-": say("meno", sense="formula"),
        "=": say("uguale a", sense="formula"),
        "<": say("minore di", sense="formula"),
        ">": say("maggiore di", sense="formula"),
        ":": say("diviso", sense="formula"),
        "/": say("fratto", sense="formula"),
        r"\cdot": say("per", sense="formula"),
        r"\times": say("per", sense="formula"),
        r"\div": say("diviso", sense="formula"),
        r"\pm": say("più o meno", sense="formula"),
        r"\neq": say("diverso da", sense="formula"),
        r"\ne": say("diverso da", sense="formula"),
        r"\leq": say("minore o uguale a", sense="formula"),
        r"\le": say("minore o uguale a", sense="formula"),
        r"\geq": say("maggiore o uguale a", sense="formula"),
        r"\ge": say("maggiore o uguale a", sense="formula"),
        r"\approx": say("circa uguale a", sense="formula"),
        r"\to": say("tende a", sense="formula"),
        r"\rightarrow": say("freccia", sense="formula"),
        r"\pi": say("pi greco", sense="formula"),
        r"\alpha": say("alfa", sense="formula"),
        r"\beta": say("beta", sense="formula"),
        r"\gamma": say("gamma", sense="formula"),
        r"\circ": say("gradi", sense="formula"),
        r"\degree": say("gradi", sense="formula"),
        r"\%": say("per cento", sense="formula"),
        r"\infty": say("infinito", sense="formula"),
        r"\angle": say("angolo", sense="formula"),
        r"\sum": say("somma", sense="formula"),
        r"\log": say("logaritmo", sense="formula"),
        r"\sin": say("seno", sense="formula"),
        r"\cos": say("coseno", sense="formula"),
        r"\{": "",
        r"\}": "",
    }
)
_POWERS: Worded[dict[str, str]] = Worded(lambda: {"2": say("al quadrato"), "3": say("al cubo")})
SILENT = frozenset(
    {r"\left", r"\right", r"\,", r"\;", r"\:", r"\!", r"\ ", r"\quad", r"\qquad", r"\displaystyle", "&", "~"}
)
WRAPPERS = frozenset(
    {r"\text", r"\mathrm", r"\mathbf", r"\mathit", r"\operatorname", r"\boxed", r"\overline", r"\vec"}
)

_PIECE = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\{?[.,]\}?\d+)*|[^\W\d_]+|\S")
_WORDS_IN_TEX = re.compile(r"\\text\s*\{([^{}]*)\}")


def spoken(tex: str, language: str = "") -> str:
    r"""The formula as a teacher reads it aloud: `\frac{3}{8}` → «3 fratto 8», in an English lesson «3 over 8».

    School formulas are covered; of any other the words that are known, in order.

    Args:
        tex: its source.
        language: the lesson's, whose voice reads it; without one the window's.
    """
    protected = _WORDS_IN_TEX.sub(lambda found: "{" + found[1] + "}", tex)
    with in_language(language):
        return re.sub(r"\s+", " ", _Reader(_PIECE.findall(protected)).all()).strip()


def spoken_spans(spans: Spans, language: str = "") -> str:
    """Rich text in words alone: formulas are said, pictures by their description, footnote calls left out."""
    said = (spoken(span.text, language) if span.maths else span.text for span in spans if span.note is None)
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
            above, below = self._argument(), self._argument()
            return say("{above} fratto {below}", above=above, below=below)
        if piece == r"\sqrt":
            return self._root()
        if piece == "^":
            return self._power()
        if piece == "_":
            return say("con {index}", sense="formula", index=self._argument())
        if piece in WRAPPERS:
            return self._argument()
        if piece in SILENT:
            return ""
        return _SIGNS().get(piece, piece.replace("{", "").replace("}", "").lstrip("\\"))

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
        if exponent == _SIGNS()[r"\circ"]:
            return exponent
        return _POWERS().get(exponent) or say("alla {exponent}", exponent=exponent)

    def _root(self) -> str:
        if self._next < len(self._pieces) and self._pieces[self._next] == "[":
            end = self._pieces.index("]", self._next) if "]" in self._pieces[self._next :] else self._next
            index = " ".join(self._pieces[self._next + 1 : end])
            self._next = end + 1
            inside = self._argument()
            if index == "3":
                return say("radice cubica di {inside}", inside=inside)
            return say("radice {index} di {inside}", index=index, inside=inside)
        return say("radice di {inside}", inside=self._argument())
