"""`scuola-digitale sync`: one exchange with the region, now."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import AsJson, place
from ui.commands.terminal import say, say_json
from ui.home import default_home
from ui.laptop import Laptop


def sync(
    *,
    stick: Annotated[
        Path | None,
        typer.Option(
            metavar="CARTELLA", parser=place, help="Scambia con una chiavetta invece che con la regione."
        ),
    ] = None,
    region: Annotated[str, typer.Option(help="L'indirizzo della regione, se non è quello ricordato.")] = "",
    hub: Annotated[
        str, typer.Option(help="L'indirizzo di un portatile che raccoglie, come https://192.168.1.20:8779.")
    ] = "",
    as_json: AsJson = False,
) -> int:
    """Spedisce quello che aspetta e prende le novità."""
    if stick is not None:
        return _with_stick(stick, as_json=as_json)
    with Laptop.opened(default_home().ready()) as laptop:
        report = laptop.line.sync_with_hub(hub) if hub else laptop.line.sync_once(region)
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


def _with_stick(stick: Path, *, as_json: bool) -> int:
    with Laptop.opened(default_home().ready()) as laptop:
        line = laptop.line.visit_stick(stick)
    if as_json:
        say_json({"written": line.sent, "received": line.received})
    else:
        say(f"Fatto: {line.sent} fatti nuovi sulla chiavetta, {line.received} arrivati qui.")
    return 0
