"""The Italian sentences that the window shows, gathered from its sources, and how easily they are read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

PUPILS = (
    "ui/presenters/animals.py",
    "ui/presenters/calculator.py",
    "ui/presenters/exercise.py",
    "ui/presenters/figures.py",
    "ui/presenters/lesson.py",
    "ui/presenters/library.py",
    "ui/presenters/notebook.py",
    "ui/presenters/places_map.py",
    "ui/presenters/reading.py",
    "ui/presenters/review.py",
    "ui/presenters/sign_in.py",
    "ui/presenters/stones.py",
    "ui/presenters/tables_at_hand.py",
    "ui/presenters/today.py",
    "ui/widgets/card_camera.py",
    "ui/widgets/exercises",
    "ui/widgets/lesson",
    "ui/widgets/library_page.py",
    "ui/widgets/toolbox.py",
    "ui/widgets/note_tray.py",
    "ui/widgets/review_page.py",
    "scuola_digitale/domain/judging.py",
)
"""What a child of seven meets."""

WINDOW = (
    "ui/presenters",
    "ui/widgets",
    "ui/background.py",
    "ui/home.py",
    "ui/laptop.py",
    "scuola_digitale/domain/judging.py",
    "scuola_digitale/storage/errors.py",
    "content/disk.py",
    "content/library/errors.py",
    "content/packing/errors.py",
    "sync/errors.py",
    "sync/packs/errors.py",
    "sync/stick.py",
)

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_VALUE = re.compile(r"\{\w*\}")
"""Where a value is put into a sentence: it is read as one short word."""
_ITALIAN = re.compile(r"[A-ZÀ-Ù]?[a-zà-ù’']+ [a-zà-ù’']+", re.UNICODE)


def gulpease(text: str) -> float:
    """How easily an Italian text is read, 0–100 (Lucisano and Piemontese, 1988)."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    sentences = max(1, len(re.findall(r"[.!?;:…]+(?=\s|$)", text.strip().rstrip(".!?…") + ".")))
    return min(100.0, 89 + (300 * sentences - 10 * letters) / max(1, len(words)))


def sentences_of(*places: str) -> Iterator[tuple[str, str]]:
    """Every string of some sources that reads like Italian, each with where it stands."""
    for place in places:
        path = ROOT / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, text in _strings(ast.parse(file.read_text("utf-8"))):
                if _ITALIAN.search(text):
                    yield f"{file.relative_to(ROOT)}:{line}", text


def straight_apostrophes(*places: str) -> Iterator[tuple[str, str]]:
    """Every string with a straight apostrophe between two letters, as a typewriter has it."""
    for place in places:
        path = ROOT / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, text in _strings(ast.parse(file.read_text("utf-8"))):
                if re.search(r"[a-zà-ù]'([a-zà-ù ]|$)", text, re.IGNORECASE):
                    yield f"{file.relative_to(ROOT)}:{line}", text


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    skipped = {id(node) for parent in ast.walk(tree) for node in _not_shown(parent)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "N" for part in node.values)
            skipped.update(id(part) for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, _VALUE.sub("N", node.value)


def _not_shown(parent: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and what is said to programmers alone."""
    if isinstance(parent, ast.Expr):
        yield parent.value
    elif isinstance(parent, ast.Raise) and isinstance(parent.exc, ast.Call):
        name = getattr(parent.exc.func, "id", "")
        if name in {"ValueError", "TypeError", "LookupError", "AssertionError", "NotImplementedError"}:
            yield from parent.exc.args
            for argument in parent.exc.args:
                yield from ast.walk(argument)
    elif isinstance(parent, ast.Call) and getattr(parent.func, "attr", "") in {
        "run", "info", "warning", "error", "compile", "execute",
    }:  # fmt: skip
        yield from parent.args[:1]


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
