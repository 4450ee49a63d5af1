"""Whether a formula can be drawn: the checker renders it, so that its author hears of a bad one."""

import functools
import re

from content.formula_font import READING_THE_FONT

MAX_TEX = 400
"""A formula longer than that is a mistake, and costs seconds to set."""

_UNKNOWN = re.compile(r"<m[ion][^>]*>\\([A-Za-z]+)")


@functools.lru_cache(maxsize=4096)
def formula_objection(tex: str) -> str | None:
    """Why a formula cannot be drawn, as an Italian sentence; None when it can."""
    import latex2mathml.converter  # late: ziamath reads its font at import, 200 ms
    from ziamath.config import config
    from ziamath.zmath import Latex

    if len(tex) > MAX_TEX:
        return "La formula è troppo lunga."
    # Qt draws SVG 1 alone (lesson view); the checker draws what the window will.
    try:
        mathml = latex2mathml.converter.convert(tex)
        with READING_THE_FONT:
            config.svg2 = False
            Latex(tex).svg()
    except _failures():
        return "La formula non si riesce a disegnare."
    unknown = _UNKNOWN.search(mathml)
    return f"Nella formula il comando \\{unknown[1]} non si conosce." if unknown else None


@functools.cache
def _failures() -> tuple[type[BaseException], ...]:
    """What the two libraries raise for a bad formula: their own errors, and whatever a broken tree leads to."""
    import latex2mathml.exceptions

    own = [
        one
        for one in vars(latex2mathml.exceptions).values()
        if isinstance(one, type) and issubclass(one, Exception)
    ]
    return (
        *own, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError,
        ValueError,
    )  # fmt: skip
