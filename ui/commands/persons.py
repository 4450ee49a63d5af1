"""`scuola-digitale person …`: what is held of one pupil, for the family who asks; who leaves, and who arrives."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands import passages
from ui.commands.options import AsJson
from ui.commands.staff_words import Password, Who, found
from ui.commands.technician import laptop_here
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command, Group
from ui.unlocking import unlock_any

app = typer.Typer(
    cls=Group,
    help="Una persona: quello che la scuola sa di lei, da dove arriva, dove va.",
    no_args_is_help=True,
)


@app.command("export", cls=Command)
def export(
    who: Who,
    *,
    to: Annotated[
        Path, typer.Option("--to", metavar="CARTELLA", help="Dove metterla: un disco o una chiavetta.")
    ],
    password: Password,
    as_json: AsJson = False,
) -> int:
    """Mette in una cartella tutto quello che la scuola sa di un alunno: una pagina da leggere e i dati."""
    from ui.dossier.folder import write_dossier  # late: the page and the lessons

    with laptop_here() as laptop:
        reader = unlock_any(laptop.school, password)
        pupil = found([*laptop.school.pupils(), *laptop.school.former_pupils()], who)
        dossier = laptop.school.opened_by(reader).dossier(pupil.person)
        where = write_dossier(dossier, laptop.shelf, to)
    if as_json:
        say_json(
            {"cartella": str(where), "fatti": len(dossier.facts), "non_leggibili": len(dossier.unreadable)}
        )
    else:
        say(f"Fatto: la pagina e i dati sono in «{where}».")
        if dossier.unreadable:
            say(
                f"{len(dossier.unreadable)} cose sono sigillate con chiavi che qui non ci sono: la pagina lo dice."
            )
        say("Dentro c’è il nome: consegna la cartella a mano, poi cancellala da qui.")
    return 0


passages.add_to(app)
