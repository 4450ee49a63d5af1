"""Searches few short texts without an index: the cards of the packs, a pupil's own notes."""

from content.search.languages import filter_of
from content.search.question import Question
from content.search.spelling import sound
from content.search.words import composed


def lit_terms(question: Question, text: str, language: str = "it") -> frozenset[str]:
    """The terms by which a text answers a question; none where a word is missing or a barred one is there.

    A word may stand in another form, go on, or only sound alike.
    """
    words = filter_of(language)
    tokens = list(words.tokens(composed(text)))
    if {token.term for token in tokens} & set(map(words.term, question.barred)):
        return frozenset()
    lit: set[str] = set()
    for asked in words.tokens(question.text):
        heard = sound(asked.folded)
        alike = {
            token.term
            for token in tokens
            if token.term == asked.term
            or token.folded.startswith(asked.folded)
            or sound(token.folded) == heard
        }
        if not alike:
            return frozenset()
        lit |= alike
    return frozenset(lit)
