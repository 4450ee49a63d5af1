"""Codes that people copy by hand: Crockford's 32 letters and digits, in fours."""

from collections.abc import Callable

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O, U, which are misread or make words."""

_MISREAD = str.maketrans("ILO", "110")


def draw_letters(count: int, random: Callable[[int], bytes]) -> str:
    """So many letters at random, 5 bits each."""
    return "".join(LETTERS[byte % 32] for byte in random(count))


def shown_letters(code: str) -> str:
    """A code as it is told: `7K3M-…`, in fours."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_letters(words: str) -> str:
    """A code however it was written: small letters, spaces, an O for a 0; whatever cannot be in one is passed over."""
    return "".join(letter for letter in words.upper().translate(_MISREAD) if letter in LETTERS)
