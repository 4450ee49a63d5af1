"""`scuola-digitale person …`: what is held of one pupil, for the family who asks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from ui.commands.options import AsJson
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command, Group
from ui.home import default_home
from ui.laptop import Laptop
from ui.unlocking import unlock_any

app = typer.Typer(cls=Group, help="Una persona: quello che la scuola sa di lei.", no_args_is_help=True)

Who = Annotated[
    str,
    typer.Argument(
        metavar="CHI", help="Il nome, l’animale, o l’inizio dello pseudonimo (almeno 6 lettere e cifre)."
    ),
]
Password = Annotated[
    str,
    typer.Option(
        "--password",
        prompt="La tua parola d’ordine",
        hide_input=True,
        envvar="SCUOLA_DIGITALE_PASSWORD",
        show_envvar=False,
        help="La parola d’ordine di maestra o tecnico; se manca, viene chiesta.",
    ),
]

_SHORTEST_ID = 6


class NotOnePupilError(ScuolaError):
    """Not just one pupil answers to some words."""

    def __init__(self) -> None:
        super().__init__(
            "Così non trovo un solo alunno.",
            remedy="Scrivi il nome come si legge nell’elenco; se due si chiamano uguale, scrivi l’animale.",
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

    with _laptop() as laptop:
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


def found(pupils: Sequence[Pupil], who: str) -> Pupil:
    """The one pupil of that pseudonym, name or animal.

    Raises:
        NotOnePupilError: nobody, or more than one.
    """
    wanted = who.strip().casefold()
    for these in (
        [one for one in pupils if len(wanted) >= _SHORTEST_ID and one.person.hex().startswith(wanted)],
        [one for one in pupils if one.name.casefold() == wanted],
        [one for one in pupils if one.avatar == wanted],
    ):
        if len(these) == 1:
            return these[0]
        if these:
            break
    raise NotOnePupilError


@contextmanager
def _laptop() -> Iterator[Laptop]:
    with Laptop.opened(default_home().ready()) as laptop:
        yield laptop
