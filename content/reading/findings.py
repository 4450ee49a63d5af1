"""Gathers what a reader has to say about one file, so that an author hears everything at once."""

from collections.abc import Iterable

from content.problems import Problem

MAX_FINDINGS = 200
"""More than that helps nobody: the file is something else than a lesson."""


class Findings:
    """The problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._problems: dict[Problem, None] = {}

    def refuse(self, line: int, message: str, remedy: str) -> None:
        """Notes something that must be mended before the pack can be built."""
        self._add(Problem(self.path, line, message, remedy))

    def advise(self, line: int, message: str, remedy: str) -> None:
        """Notes something that works, but could be better."""
        self._add(Problem(self.path, line, message, remedy, blocking=False))

    def all(self) -> tuple[Problem, ...]:
        """The problems, each once, by line."""
        return tuple(sorted(self._problems, key=lambda problem: problem.line))

    def _add(self, problem: Problem) -> None:
        if len(self._problems) < MAX_FINDINGS:
            self._problems[problem] = None


def closest(word: str, known: Iterable[str], *, likeness: float = 70) -> str | None:
    """The known word that was perhaps meant, or None when none is like it."""
    from rapidfuzz import fuzz, process, utils  # late: only a mistake needs it

    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=likeness
    )
    return found[0] if found else None


def perhaps(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy: the word that was perhaps meant, else the general one."""
    meant = closest(word, known)
    return f"Forse volevi dire `{meant}`?" if meant else otherwise


def shortened(text: str, length: int = 60) -> str:
    """A piece of the author's text, short enough for a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
