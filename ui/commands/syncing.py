"""`scuola-digitale sync`: one exchange with the region, now."""

from typing import Annotated

import typer

from ui.commands.options import AsJson
from ui.commands.terminal import say, say_json
from ui.home import default_home
from ui.laptop import Laptop


def sync(
    *,
    region: Annotated[str, typer.Option(help="L'indirizzo della regione, se non è quello ricordato.")] = "",
    as_json: AsJson = False,
) -> int:
    """Spedisce quello che aspetta e prende le novità."""
    with Laptop.opened(default_home().ready()) as laptop:
        report = laptop.line.sync_once(region)
    if as_json:
        say_json(
            {
                "sent": report.sent,
                "received": report.received,
                "requests": report.requests,
                "bytes_up": report.bytes_up,
                "bytes_down": report.bytes_down,
                "seconds": round(report.seconds, 3),
            }
        )
    else:
        say(
            f"Fatto: {report.sent} fatti spediti, {report.received} ricevuti, in {report.seconds:.1f} secondi."
        )
    return 0
