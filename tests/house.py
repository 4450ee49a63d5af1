"""The house as its sources tell it: which module needs which, wherever in the file it says so."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("scuola_digitale", "content", "sync", "ui", "benchmarks", "tests")


def needs(root: Path, packages: tuple[str, ...] = PACKAGES) -> dict[str, set[str]]:
    """The modules of some packages, each with those of them that it imports: at its top, late, or for types alone.

    What lies directly in a folder `tests` is known by its bare name, as pytest has it.
    """
    files = {_name(path.relative_to(root)): path for one in packages for path in (root / one).rglob("*.py")}
    return {
        name: {_module(one, files) for one in _imports(path, name)} & files.keys() - {name}
        for name, path in files.items()
    }


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """A way that leads from a module back to it, none where there is no such way."""
    done: set[str] = set()

    def walk(way: list[str]) -> list[str]:
        for module in sorted(graph[way[-1]] - done):
            if module in way:
                return [*way[way.index(module) :], module]
            if found := walk([*way, module]):
                return found
        done.add(way[-1])
        return []

    return next((found for module in graph if module not in done and (found := walk([module]))), [])


def names(root: Path) -> set[str]:
    """The name of every module, and every name that stands in one."""
    found = set[str]()
    for path in (path for one in PACKAGES for path in (root / one).rglob("*.py")):
        found.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Name):
                found.add(node.id)
    return found


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts[1:] if parts[0] == "tests" and len(parts) == 2 else parts)


def _imports(path: Path, name: str) -> Iterator[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{one.name}" for one in node.names)


def _module(imported: str, files: Mapping[str, Path]) -> str:
    """The module of something imported: itself, or what it stands in."""
    return imported if imported in files else imported.rpartition(".")[0]
