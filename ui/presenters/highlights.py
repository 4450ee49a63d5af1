"""Finds the words that a pupil lit where they stand in the lesson now."""

import re

_BLANK = re.compile(r"\s+")


def find_quote(text: str, quote: str, after: int = 0) -> tuple[int, int] | None:
    """Where a quote stands in a text: its first letter and the one after its last; None where it is gone.

    Blanks and ends of lines count alike, since a quote is kept on one line. Of several places the first from
    `after` on is meant.
    """
    words = [re.escape(word) for word in _BLANK.split(quote.strip()) if word]
    if not words:
        return None
    found = list(re.finditer(r"\s+".join(words), text))
    if not found:
        return None
    match = next((one for one in found if one.start() >= after), found[0])
    return match.span()
