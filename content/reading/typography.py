"""Sets a lesson's prose with the apostrophes and quotes of a book; code, formulas and accepted answers stay.

What an author typed keeps its meaning everywhere: the search and the judging of answers take `'` and `’` for one.
"""

import msgspec

from scuola_digitale.domain.exercise import Feedback, Gap
from scuola_digitale.domain.lesson import Code, Lesson, Maths
from scuola_digitale.domain.text import Mark, Span

_AS_WRITTEN = (Code, Maths, Gap)
"""Nothing inside these is prose."""

_PROSE = frozenset({"title", "summary", "objectives", "alt", "picture_alt"})
"""Fields of plain text that people read; others are names, paths, answers."""


def typeset(lesson: Lesson) -> Lesson:
    """The lesson as it is to be read."""
    set_one = _set(lesson)
    return set_one if isinstance(set_one, Lesson) else lesson


def typographic(text: str, before: str = "") -> str:
    """Prose with curly apostrophes and quotes; `before` is the sign it follows, for instance in another span.

    After a figure they stay straight: there they are minutes, seconds, feet.
    """
    if "'" not in text and '"' not in text:
        return text
    signs: list[str] = []
    for place, sign in enumerate(text):
        previous = signs[-1] if signs else before
        if sign == "'" and not previous.isdigit():
            signs.append("‘" if _opens(previous) and _closes_later(text, place) else "’")
        elif sign == '"' and not (previous.isdigit() and "“" not in signs):
            signs.append("“" if _opens(previous) else "”")
        else:
            signs.append(sign)
    return "".join(signs)


def _opens(previous: str) -> bool:
    return not previous or previous.isspace() or previous in "([{«“‘—–-/"


def _closes_later(text: str, place: int) -> bool:
    """Whether a single quote opened here is closed by one with no letter behind it: `'così'`, but not `'sto`."""
    for at in range(place + 1, len(text)):
        if text[at] == "'" and not text[at + 1 : at + 2].isalpha():
            return at > place + 1
    return False


def _set(thing: object) -> object:
    if isinstance(thing, tuple):
        return _set_spans(thing) if thing and isinstance(thing[0], Span) else tuple(map(_set, thing))
    if isinstance(thing, msgspec.Struct) and not isinstance(thing, _AS_WRITTEN):
        changed = {
            name: value
            for name in thing.__struct_fields__
            if (value := _field(thing, name)) is not getattr(thing, name)
        }
        return msgspec.structs.replace(thing, **changed) if changed else thing
    return thing


def _field(thing: msgspec.Struct, name: str) -> object:
    value = getattr(thing, name)
    if isinstance(thing, Feedback) and name == "answer":
        return value
    if name in _PROSE:
        return tuple(map(typographic, value)) if isinstance(value, tuple) else typographic(value)
    return _set(value)


def _set_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    before = ""
    done = []
    for span in spans:
        if not span.maths and not span.marks & Mark.CODE:
            text = typographic(span.text, before)
            if text != span.text:
                span = msgspec.structs.replace(span, text=text)  # noqa: PLW2901  # the same span, set
        done.append(span)
        before = span.text[-1:] or before
    return tuple(done)
