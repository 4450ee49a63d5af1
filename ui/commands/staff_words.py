"""What commands about one pupil ask for: whom, and the password of any member of staff."""

from collections.abc import Sequence
from typing import Annotated

import typer

from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError

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
