"""Formulas as painter paths: drawn once by ziamath, filled in any colour at paint time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPen

from content.formula_font import READING_THE_FONT

TEXT_RATIO = 1.06
"""Size of maths against the text around it, so that STIX and the reading face look equal."""

TALL_RATIO = 1.18
"""The same where a fraction stands at its full height, as in an answer: its figures are read apart."""

_PROBE = 100
"""Size at which a face's descent is measured, pixels."""
_STEP = re.compile(r"([MLQCZ])|(-?\d+(?:\.\d+)?(?:e-?\d+)?)")
_POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3}


@dataclass(frozen=True, slots=True)
class Formula:
    """A drawn formula, in pixels from the start of its baseline.

    Attributes:
        fill: glyphs and rules.
        strokes: frames and strikes, each with its width.
        left: where the drawing begins; `width`, `ascent` and `depth` measure it from there and the baseline.
    """

    fill: QPainterPath
    strokes: tuple[tuple[QPainterPath, float], ...]
    left: float
    width: float
    ascent: float
    depth: float

    def paint(self, painter: QPainter, baseline: QPointF, colour: QColor, scale: float = 1.0) -> None:
        """Fills it in `colour`, its baseline starting at `baseline`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(baseline)
        painter.scale(scale, scale)
        painter.translate(-self.left, 0)
        painter.fillPath(self.fill, colour)
        for path, width in self.strokes:
            painter.strokePath(path, QPen(colour, width))
        painter.restore()


def formula(tex: str, size: int, *, inline: bool = False) -> Formula | None:
    """Draws TeX at `size` pixels, `inline` with the low fractions of a line of text; None where it cannot be read."""
    # Kept by position: a cache takes `inline=False` and nothing at all for two things.
    return _drawn(tex, size, inline)


@lru_cache(maxsize=1024)
def _drawn(tex: str, size: int, inline: bool) -> Formula | None:  # a key of the cache
    try:
        svg = _typeset(tex, size, inline=inline)
        # Not a stranger's file: the renderer has written it just now.
        return _formula(fromstring(svg), size)  # noqa: S314
    except _unreadable():
        return None


def warm(sources: Iterable[tuple[str, int, bool]]) -> None:
    """Draws formulas ahead, off the GUI thread: the first one costs a fifth of a second of imports."""
    for tex, size, inline in sources:
        formula(tex, size, inline=inline)


def text_size(text_pixels: int, *, low: bool) -> int:
    """The size of a formula beside text of a size, pixels."""
    return round(text_pixels * (TEXT_RATIO if low else TALL_RATIO))


def font_with_descent(depth: float) -> QFont:
    """A font whose descent is `depth` in whole pixels: Qt sets an inline object on its own font's descent."""
    return _font_with_descent(round(depth + 0.49))


@lru_cache(maxsize=64)
def _font_with_descent(wanted: int) -> QFont:
    font = QFont("Titillium Web")
    font.setPixelSize(_PROBE)
    share = QFontMetricsF(font).descent() / _PROBE
    # Every size that is tried loads the face once more and keeps it: so it begins just under the likely one.
    pixels = max(1, int((wanted - 0.5) / share))
    font.setPixelSize(pixels)
    while QFontMetrics(font).descent() < wanted:
        pixels += 1
        font.setPixelSize(pixels)
    return font


def _typeset(tex: str, size: int, *, inline: bool) -> str:
    # Late: with its font it costs 200 ms, and many lessons have no formula.
    import ziamath
    from ziamath.config import config

    # A minus after an equals sign stands for a number below zero; ziamath sets it as a difference.
    source = re.sub(r"=\s*-", "={-}", tex.strip())
    with READING_THE_FONT:
        # Qt draws rubbish from SVG 2.
        config.svg2 = False
        svg: str = ziamath.Latex(source, size=size, inline=inline).svg()  # type: ignore[attr-defined]
    return svg


def _unreadable() -> tuple[type[Exception], ...]:
    """What ziamath and its TeX reader raise at a mistake; they name no family of their own."""
    from latex2mathml import exceptions

    named = tuple(
        one for one in vars(exceptions).values() if isinstance(one, type) and issubclass(one, Exception)
    )
    return (*named, ParseError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def _formula(svg: Element, size: int) -> Formula:
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    fill = QPainterPath()
    fill.setFillRule(Qt.FillRule.WindingFill)
    strokes: list[tuple[QPainterPath, float]] = []
    for shape in svg.iter():
        path = _outline(shape)
        if path is None:
            continue
        if "stroke-width" in shape.attrib:
            strokes.append((path, float(shape.attrib["stroke-width"])))
        else:
            fill.addPath(path)
    drawn = fill.boundingRect()
    for path, stroke in strokes:
        drawn = drawn.united(path.boundingRect().adjusted(-stroke, -stroke, stroke, stroke))
    edge = max(1.0, size * 0.06)
    # ziamath's box is as wide as the advance; ink that leans out of it would be cut.
    left, right = min(left + 1, drawn.left()), max(left + width - 1, drawn.right())
    top, bottom = min(top + 1, drawn.top()), max(top + height - 1, drawn.bottom())
    return Formula(
        fill, tuple(strokes), left - edge, right - left + 2 * edge, max(0.0, -top), max(0.0, bottom)
    )


def _outline(shape: Element) -> QPainterPath | None:
    kind = shape.tag.rpartition("}")[2]
    if kind == "path":
        return _path(shape.attrib.get("d", ""))
    if kind == "rect":
        path = QPainterPath()
        path.addRect(QRectF(*(float(shape.attrib[name]) for name in ("x", "y", "width", "height"))))
        return path
    return None


def _path(data: str) -> QPainterPath:
    path = QPainterPath()
    command = ""
    numbers: list[float] = []
    for letter, number in _STEP.findall(data):
        if letter:
            command, numbers = letter, []
            if letter == "Z":
                path.closeSubpath()
            continue
        numbers.append(float(number))
        if len(numbers) == 2 * _POINTS[command]:
            _draw(path, command, [QPointF(*numbers[i : i + 2]) for i in range(0, len(numbers), 2)])
            numbers = []
    return path


def _draw(path: QPainterPath, command: str, points: list[QPointF]) -> None:
    match command:
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "Q":
            path.quadTo(points[0], points[1])
        case _:
            path.cubicTo(points[0], points[1], points[2])
