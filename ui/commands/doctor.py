"""`scuola-digitale doctor`: is everything well on this laptop, and if not, what to do."""

from typing import Annotated

import typer
from rich.markup import escape

from ui.checkup import check_up
from ui.commands.options import AsJson
from ui.commands.terminal import err, out, say_json
from ui.home import default_home
from ui.laptop import Laptop


def doctor(
    *,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Rifà i conti da capo: ne esce lo stesso di prima.")
    ] = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Rimette l’ultima copia buona della memoria della scuola.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Controlla il portatile: cartella dei dati, finestra, biblioteca, memoria della scuola."""
    if restore:
        _restore()
    if rebuild:
        with Laptop.opened(default_home()) as laptop:
            laptop.school.rebuild()
    findings = list(check_up(default_home()))
    if as_json:
        say_json(
            [
                {"controllo": one.name, "bene": one.well, "frase": one.sentence, "rimedio": one.remedy}
                for one in findings
            ]
        )
    else:
        for one in findings:
            mark = "[green]a posto[/]" if one.well else "[red]da guardare[/]"
            out.print(f"{mark}  [bold]{one.name}[/]: {escape(one.sentence)}")
            if one.remedy:
                out.print(f"    [dim]→[/] {escape(one.remedy)}")
    return 0 if all(one.well for one in findings) else 1


def _restore() -> None:
    from scuola_digitale.storage.restoring import restore as put_back  # late: it is rare

    restored = put_back(default_home().school)
    err.print(
        f"Rimessa la copia del {restored.day:%d/%m/%Y}; dopo di allora ho salvato {restored.saved} fatti."
    )
