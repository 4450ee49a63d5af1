"""Numbers as pupils type them: comma or point, fractions, mixed numbers, a unit beside."""

import re
import unicodedata
from fractions import Fraction

MAX_TYPED = 40

_PLAIN = r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+"
_DECIMAL = re.compile(rf"([+-]?)({_PLAIN})")
_FRACTION = re.compile(rf"([+-]?)({_PLAIN})/({_PLAIN})")
_MIXED = re.compile(r"([+-]?)([0-9]+) ([0-9]+)/([0-9]+)")
_GROUPED = re.compile(r"([+-]?)([1-9][0-9]{0,2}(?:[. '][0-9]{3})+)(?:,([0-9]+))?")
_SIGNS = str.maketrans({"−": "-", "–": "-", "’": "'", "\u2044": "/", "÷": "/"})


def readings(typed: str, unit: str = "") -> tuple[Fraction, ...]:
    """Every number that was perhaps meant; empty when none can be read.

    `1.000` has two readings, a thousand and one: Italian print groups thousands with a point, and the point
    is also the decimal key of the numeric keypad. Whoever means the right number has answered rightly, so
    the judge takes either. `1,000` is a decimal alone, and `0.125` too.
    """
    text = _without_unit(_tidy(typed), _tidy(unit))
    if not text or len(text) > MAX_TYPED:
        return ()
    found = [number for number in (_decimal(text), _grouped(text), _fraction(text)) if number is not None]
    return tuple(dict.fromkeys(found))


def _tidy(text: str) -> str:
    # NFKC turns m² into m2, the fraction signs into 1⁄2 and every odd space into a plain one.
    folded = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    folded = re.sub(r"\s*/\s*", "/", folded)
    return re.sub(r"^([+-])\s+", r"\1", " ".join(folded.split()))


def _without_unit(text: str, unit: str) -> str:
    if not unit:
        return text
    for cut in (text.removesuffix(unit), text.removeprefix(unit)):
        if cut != text:
            return cut.strip()
    folded = unit.casefold()
    return text[: -len(unit)].strip() if text.casefold().endswith(folded) else text


def _number(sign: str, digits: str) -> Fraction:
    value = Fraction(digits.replace(",", "."))
    return -value if sign == "-" else value


def _decimal(text: str) -> Fraction | None:
    found = _DECIMAL.fullmatch(text)
    return _number(found[1], found[2]) if found else None


def _grouped(text: str) -> Fraction | None:
    found = _GROUPED.fullmatch(text)
    if not found:
        return None
    return _number(found[1], re.sub("[. ']", "", found[2]) + "." + (found[3] or "0"))


def _fraction(text: str) -> Fraction | None:
    if found := _FRACTION.fullmatch(text):
        below = _number("", found[3])
        return _number(found[1], found[2]) / below if below else None
    if (found := _MIXED.fullmatch(text)) and int(found[4]):
        value = int(found[2]) + Fraction(int(found[3]), int(found[4]))
        return -value if found[1] == "-" else value
    return None
