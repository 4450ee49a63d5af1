"""The Italian sentences that the window shows, gathered from its sources, and how easily they are read."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from ui.translating import gather

ROOT = Path(__file__).parents[1]

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_VALUE = re.compile(r"\{\w*\}")
"""Where a value is put into a sentence: it is read as one short word."""


def gulpease(text: str) -> float:
    """How easily an Italian text is read, 0–100 (Lucisano and Piemontese, 1988)."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    sentences = max(1, len(re.findall(r"[.!?;:…]+(?=\s|$)", text.strip().rstrip(".!?…") + ".")))
    return min(100.0, 89 + (300 * sentences - 10 * letters) / max(1, len(words)))


def sentences_of(rooms: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Every sentence that some files say, in both forms where it is counted, each with where it stands; without files all."""
    for sentence, places in gather().items():
        for italian in (sentence.italian, sentence.one):
            if italian and (not rooms or set(places) & set(rooms)):
                yield places[0], _VALUE.sub("N", italian)


TECHNICIANS = ("ui/commands", "ui/demo", "ui/checkup", "sync/region")
"""Rooms whose troubles are told in a terminal alone, which speaks Italian."""


def troubles_in_italian_alone() -> Iterator[str]:
    """Each sentence of a trouble that a window can tell and that no catalogue may translate, with where it stands."""
    for package in ("scuola_digitale", "content", "sync", "ui"):
        for file in sorted((ROOT / package).rglob("*.py")):
            place = file.relative_to(ROOT).as_posix()
            if not place.startswith(TECHNICIANS):
                for node in _troubles(ast.parse(file.read_text("utf-8"))):
                    yield f"{place}:{node.lineno}: {ast.unparse(node)}"


def _troubles(tree: ast.Module) -> Iterator[ast.expr]:
    """What a ScuolaError is made with, where it is a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(one.arg == "remedy" for one in node.keywords):
            for told in (*node.args, *(one.value for one in node.keywords)):
                if isinstance(told, ast.JoinedStr) or (isinstance(told, ast.Constant) and told.value):
                    yield told
