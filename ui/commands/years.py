"""`scuola-digitale school close-year`: a school year that is over is packed."""

import typer

from scuola_digitale.clock import SystemClock
from scuola_digitale.domain.school_terms import last_year
from ui.commands.options import AsJson
from ui.commands.technician import laptop_here
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command
from ui.presenters.italian import size_words


def close_year(*, as_json: AsJson = False) -> int:
    """Chiude l’anno scolastico finito: i suoi fatti restano tutti, e occupano un terzo del posto."""
    year, until_ms = last_year(SystemClock().now_ms())
    with laptop_here() as laptop:
        closed = laptop.care.close_year(until_ms)
    if as_json:
        say_json(
            {
                "anno": year,
                "fatti": closed.facts,
                "byte_prima": closed.bytes_before,
                "byte_dopo": closed.bytes_after,
            }
        )
    elif not closed.facts:
        say(f"Dell’anno {year} non c’è niente da chiudere.")
    else:
        before, after = size_words(closed.bytes_before), size_words(closed.bytes_after)
        say(f"L’anno {year} è chiuso: {closed.facts} fatti, la memoria passa da {before} a {after}.")
    return 0


def add_to(app: typer.Typer) -> None:
    """Adds the command to those of the school."""
    app.command("close-year", cls=Command)(close_year)
