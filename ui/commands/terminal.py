"""How the command line speaks: sentences for people, one JSON object for programs, refusals with a remedy."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from content.problems import Problem
from scuola_digitale.errors import ScuolaError

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def bear_any_terminal() -> None:
    """Has letters that a terminal cannot write shown as question marks, instead of ending in the middle."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(sentence: str) -> None:
    """Says a sentence to whoever is at the keyboard; square brackets stand for themselves."""
    out.print(escape(sentence), soft_wrap=True)


def say_json(value: object) -> None:
    """Prints one JSON object on a line of its own; its letters are escaped where the other end is not of UTF-8."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps(value, ensure_ascii=not unicode) + "\n")
    sys.stdout.flush()


def say_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table with a title."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    out.print(table)


def say_problems(problems: Iterable[Problem]) -> None:
    """Prints each problem with its place, what is wrong and how to mend it."""
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        colour = "red" if problem.blocking else "yellow"
        kind = "da correggere" if problem.blocking else "consiglio"
        out.print(f"[bold]{escape(place)}[/] [{colour}]{kind}[/]: {escape(problem.message)}")
        out.print(f"    [dim]→[/] {escape(problem.remedy)}")


def refuse(error: ScuolaError, *, as_json: bool) -> int:
    """Tells a refusal and returns its exit code, 1."""
    if as_json:
        say_json(refusal(error))
    else:
        err.print(f"[bold red]{escape(error.message)}[/]")
        err.print(f"[dim]→[/] {escape(error.remedy)}")
    return 1


def refusal(error: ScuolaError) -> Mapping[str, str]:
    """A refusal as data."""
    return {"errore": error.message, "rimedio": error.remedy}


def problems_as_data(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Problems as data, for `--json`."""
    return [
        {
            "file": problem.path,
            "riga": problem.line,
            "problema": problem.message,
            "rimedio": problem.remedy,
            "blocca": problem.blocking,
        }
        for problem in problems
    ]
