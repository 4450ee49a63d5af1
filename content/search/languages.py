"""The languages that lessons are written in: Italian, and English for the English lessons."""

import hashlib
from functools import cache

from content.search.words import WordFilter

_RULES_VERSION = "3"
"""Grows with every change of the rules below or of `words`; the tables speak for themselves."""

ENGLISH_MARK = "en:"
"""Begins every English term; no Italian one has a colon."""


def _trim_italian(stem: str) -> str:
    """Snowball leaves the h of `laghi` and `amiche`, and the last vowel of short words like `orsi` and `acque`."""
    if len(stem) > 3 and stem.endswith(("gh", "ch")):
        return stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem[-1] in "aeio" else stem


def _root_italian(stem: str) -> str:
    """Of all the endings, Snowball changes only -enza into -ente instead of cutting it."""
    return stem.removesuffix("t") if stem.endswith("ent") else stem


def _root_english(stem: str) -> str:
    """Snowball writes `happi` for happy, `hope` for hoping, `die` for dying."""
    return stem[: max(1, len(stem) - 2)] if len(stem) <= 3 or stem[-1] in "eity" else stem


@cache
def italian() -> WordFilter:
    """The filter of Italian."""
    return WordFilter("italiano", "italian", trim=_trim_italian, root=_root_italian)


@cache
def english() -> WordFilter:
    """The filter of English."""
    return WordFilter("inglese", "english", mark=ENGLISH_MARK, trim=str, root=_root_english)


def filter_of(language: str) -> WordFilter:
    """The filter for texts in a language, given by its BCP 47 tag; Italian for those that have none."""
    return english() if language.partition("-")[0].lower() == "en" else italian()


@cache
def fingerprint() -> str:
    """Changes whenever the same text would give other terms."""
    tables = "".join((*italian().tables, *english().tables, _RULES_VERSION))
    return hashlib.sha256(tables.encode()).hexdigest()[:8]
