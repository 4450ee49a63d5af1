"""A program for tests: imports every module of the house, and prints what was said while it did: nothing, if all is well.

It runs by itself, since modules are imported once.
"""

import importlib
import json
from pathlib import Path

from scuola_digitale.words import Catalogue, speak

ROOT = Path(__file__).parents[1]
PACKAGES = ("scuola_digitale", "content", "sync", "ui")


class _Listening(dict[tuple[str, str], tuple[str, ...]]):
    """A catalogue's forms, which keep what is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def get(self, key: tuple[str, str], default: tuple[str, ...] = ()) -> tuple[str, ...]:  # type: ignore[override]
        self.asked.append(key[0])
        return default


def modules() -> list[str]:
    """The names of all modules that can be imported by themselves."""
    files = (file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py")))
    names = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files if _is_module(file))
    return [name.removesuffix(".__init__") for name in names]


def _is_module(file: Path) -> bool:
    """Not what other programs run: Alembic's migrations."""
    return "migrations" not in file.parts


if __name__ == "__main__":
    heard = _Listening()
    speak(Catalogue("xx", heard, lambda _: 0))
    for name in modules():
        importlib.import_module(name)
    print(json.dumps(heard.asked, ensure_ascii=False))
