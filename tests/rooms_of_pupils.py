"""Which modules hold what a pupil may read: those that their pages need, found by their imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ui.presenters.places import GUEST_PLACES, PUPIL_PLACES, STAFF_PLACES

ROOT = Path(__file__).parents[1]
FRAME = ("ui.widgets.window", "ui.widgets.sign_in", "scuola_digitale.domain.judging")
"""What stands around every page, and what is said to an answer."""
ROOMS = ("ui.presenters", "ui.widgets", "scuola_digitale.domain")
PAGE_MAKERS = "ui.widgets.page_makers"

SPOKEN_TO_ADULTS = frozenset(
    {
        # The chip that says «saved here» needs the exchange; the rest of it is the technician's page.
        "ui.presenters.exchange",
        "ui.presenters.set_aside",
        # It tells an author that a sum cannot be read.
        "scuola_digitale.domain.arithmetic",
        # What staff pages are made of as well: it names every page's presenter.
        "ui.presenters.desk",
        PAGE_MAKERS,
    }
)
"""Needed by a pupil's page, and read by others."""


TROUBLES = {
    "scuola_digitale/storage/errors.py": {
        "DiskFullError", "MemoryUnwritableError", "BusyMemoryError", "TooLongError",
    },
    "content/disk.py": {"DiskFullError"},
    "content/library/errors.py": {"UnknownLessonError", "LessonUnreadableError", "UnknownFileError"},
    "ui/one_window.py": {"WindowOpenError"},
}  # fmt: skip
"""What may go wrong while a pupil reads, answers or writes, and is told by deeper rooms."""


def told_to_pupils() -> Iterator[tuple[str, str]]:
    """What those troubles say, each with where it stands."""
    for place, names in TROUBLES.items():
        classes = [
            node
            for node in ast.parse((ROOT / place).read_text("utf-8")).body
            if isinstance(node, ast.ClassDef) and node.name in names
        ]
        assert {one.name for one in classes} == names
        for node in (inner for one in classes for inner in ast.walk(one)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                assert isinstance(node.args[0], ast.Constant)
                yield f"{place}:{node.lineno}", str(node.args[0].value)


def pupils_rooms() -> tuple[str, ...]:
    """The files of all modules that hold words for a pupil or a guest, from the checkout on."""
    found: set[str] = set()
    waiting = [*FRAME, *_page_modules()]
    while waiting:
        module = waiting.pop()
        file = _file(module)
        if module in found or module in SPOKEN_TO_ADULTS or file is None or not module.startswith(ROOMS):
            continue
        found.add(module)
        waiting += _needed(ast.parse(file.read_text("utf-8")))
    return tuple(sorted(str(file.relative_to(ROOT)) for one in found if (file := _file(one)) is not None))


def _page_modules() -> Iterator[str]:
    """What makes the pages that a pupil or a guest can go to: all but those of staff."""
    file = _file(PAGE_MAKERS)
    assert file is not None
    tree = ast.parse(file.read_text("utf-8"))
    makers = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    pages = next(one.value for one in tree.body if isinstance(one, ast.AnnAssign))
    assert isinstance(pages, ast.Dict)
    staffs = {place.key for places in STAFF_PLACES().values() for place in places}
    shared = {place.key for place in (*PUPIL_PLACES(), *GUEST_PLACES())}
    for key, maker in zip(pages.keys, pages.values, strict=True):
        assert isinstance(key, ast.Constant)
        assert isinstance(maker, ast.Name)
        if key.value in shared or key.value not in staffs:
            yield from _needed(makers[maker.id])


def _needed(tree: ast.AST) -> Iterator[str]:
    """What a module imports, also late; not what it names for types alone."""
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in typed:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def _file(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.exists()), None)
