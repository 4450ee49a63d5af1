"""`scuola-digitale line`: what the exchange may take of the line by itself."""

from typing import Annotated

import msgspec
import typer

from sync.allowance import LineLimits
from sync.tls import believing
from ui.commands.getting import read_hours
from ui.commands.options import AsJson
from ui.commands.terminal import say, say_json
from ui.home import default_home


def line(
    *,
    per_day: Annotated[
        int | None, typer.Option(min=0, help="Kilobyte al giorno per i progressi; 0 quanto serve.")
    ] = None,
    hours: Annotated[str | None, typer.Option(help="Ore permesse, per esempio 14-20; 0-0 per tutte.")] = None,
    authority: Annotated[
        str | None,
        typer.Option(help="Un file PEM con l'autorità della rete della scuola; vuoto per toglierlo."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Dice, e cambia, quanto della linea può prendere da solo lo scambio con la regione; il bottone può sempre."""
    home = default_home().ready()
    old = home.settings().line
    start, end = read_hours(hours) if hours is not None else (old.from_hour, old.to_hour)
    new = LineLimits(
        daily_kb=old.daily_kb if per_day is None else per_day,
        from_hour=start,
        to_hour=end,
        authority=old.authority if authority is None else authority,
    )
    believing(new.authority)  # a file that is none is said now, not at the next exchange
    if new != old:
        home.remember_line(new)
    if as_json:
        say_json(msgspec.structs.asdict(new))
    else:
        say(f"Al giorno: {f'{new.daily_kb} kB' if new.daily_kb else 'quanto serve'}.")
        say(f"Ore: {'tutte' if start == end else f'dalle {start} alle {end}'}.")
        if new.authority:
            say(f"Autorità della rete: {new.authority}")
    return 0
