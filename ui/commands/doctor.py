"""`scuola-digitale doctor`: is everything well on this laptop, and if not, what to do."""

from rich.markup import escape

from ui.checkup import check_up
from ui.commands.options import AsJson
from ui.commands.terminal import out, say_json
from ui.home import default_home


def doctor(*, as_json: AsJson = False) -> int:
    """Controlla il portatile: cartella dei dati, finestra, biblioteca, memoria della scuola."""
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
