"""The fields of the Whoosh index. Words reach it as terms of our own filter, never as text to be analysed."""

from whoosh.analysis import IDAnalyzer
from whoosh.fields import ID, KEYWORD, NGRAMWORDS, TEXT, Schema

GRAM_SIZES = 2, 5


def schema() -> Schema:
    """A document a section. Only ids are stored: the text is in the library."""
    smallest, largest = GRAM_SIZES
    return Schema(
        id=ID(unique=True, stored=True),
        lesson=ID(stored=True),
        pack=ID,
        area=ID,
        subject=ID,
        grade=KEYWORD,
        language=ID,
        title=TEXT(analyzer=IDAnalyzer(), field_boost=3.0),
        body=TEXT(analyzer=IDAnalyzer()),
        grams=NGRAMWORDS(minsize=smallest, maxsize=largest, at="start"),
    )
