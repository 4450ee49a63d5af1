"""The commands that draw: the demo school's day, and the pictures of every page."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from content.disk import disk_told
from ui.commands.options import AsJson, place
from ui.commands.stage import Stage
from ui.commands.terminal import say, say_json
from ui.home import default_home

LABELS = {
    "packs": "pacchetti installati",
    "lessons": "lezioni",
    "exercises": "esercizi",
    "sections_indexed": "sezioni che si possono cercare",
    "answers_recorded": "risposte salvate",
    "facts_sent": "fatti spediti",
    "facts_at_region": "fatti arrivati alla regione",
    "facts_at_teacher": "fatti arrivati alla maestra",
    "board_cells_filled": "caselle piene sulla lavagna",
}


def commands(stage: Stage) -> dict[str, Callable[..., int]]:
    """The commands by name, bound to the window's side."""

    def demo(
        *,
        headless: Annotated[
            bool, typer.Option("--headless", help="Gioca la giornata senza aprire la finestra.")
        ] = False,
        as_json: AsJson = False,
        out: Annotated[
            Path | None,
            typer.Option(metavar="CARTELLA", parser=place, help="Dove mettere le immagini della giornata."),
        ] = None,
    ) -> int:
        """La scuola di prova: un plesso di montagna inventato, dodici bambini, tre portatili, una regione."""
        home = default_home().ready()
        missing = "" if headless else stage.display_missing()
        if not headless and not missing:
            return stage.open_demo(home)
        if missing:
            say(f"{missing} Gioco la stessa giornata senza finestra.")
        report = stage.play_day(home, _made(out or home.demo / "immagini"))
        if as_json or headless:
            say_json(report)
        else:
            _tell(report)
        return 0

    def screenshots(
        *,
        out: Annotated[
            Path, typer.Option(metavar="CARTELLA", parser=place, help="La cartella dove mettere le immagini.")
        ],
        as_json: AsJson = False,
    ) -> int:
        """Disegna ogni pagina, per i tre ruoli e le misure di schermo, come immagini PNG."""
        count = stage.screenshots(default_home().ready(), _made(out))
        if as_json:
            say_json({"screenshots": count, "out": str(out)})
        else:
            say(f"{count} immagini in {out}")
        return 0

    return {"demo": demo, "screenshots": screenshots}


def _made(folder: Path) -> Path:
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tell(report: dict[str, Any]) -> None:
    for key, label in LABELS.items():
        say(f"  {report[key]:>5}  {label}")
    search = report["search"]
    say(f"  «{search['query']}» trova {search['hits']} lezioni in {search['ms']} ms")
    survived = "sì" if report["power_cut_survived"] else "NO"
    say(f"  la corrente è mancata a metà: risposte tutte salve? {survived}")
    pictures = [Path(one) for one in report["screenshots"]]
    say(f"La giornata è durata {report['seconds']} secondi. Guardala in {len(pictures)} immagini:")
    say(f"  {pictures[0].parent}")
