"""`scuola-digitale hub`: this laptop collects for the others in the building."""

from typing import Annotated

import typer

from sync.hub.serving import PORT, Hub, own_addresses
from ui.commands.terminal import say
from ui.home import default_home
from ui.laptop import Laptop

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a hub is there for the whole network; who is let in the root decides


def hub(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="La porta su cui ascolta.")] = PORT,
    host: Annotated[
        str, typer.Option(help="L'indirizzo su cui ascolta; tutti, se non dici altro.")
    ] = EVERYWHERE,
    announce: Annotated[
        bool, typer.Option("--announce/--quiet", help="Si fa trovare da solo dagli altri portatili.")
    ] = True,
) -> int:
    """Raccoglie per gli altri portatili della scuola, finché non lo fermi; con la linea, scambia con la regione."""
    with Laptop.opened(default_home().ready()) as laptop:
        serving = Hub(
            laptop.school,
            host=host,
            port=port,
            changed=laptop.line.news,
            packs=laptop.packs_here(),
            lessons=laptop.lessons.store,
        )
        serving.start()
        try:
            if announce:
                serving.announce()
            laptop.line.start()
            laptop.care_for_packs()
            for address in own_addresses() if host == EVERYWHERE else [host]:
                say(f"Questo portatile raccoglie per gli altri: https://{address}:{serving.port}")
            say("Per fermarlo: Ctrl+C.")
            serving.wait()
        except KeyboardInterrupt:
            pass
        finally:
            serving.stop()
    return 0
