"""`scuola-digitale school …`: the class and its pupils."""

from enum import StrEnum
from typing import Annotated

import typer

from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.errors import ScuolaError
from ui.commands.technician import Password, laptop_here, technician_of
from ui.commands.terminal import say
from ui.commands.usage import Command


def add_to(school: typer.Typer) -> None:
    """Makes these commands of `school`."""
    school.command("name-site", cls=Command)(name_site)
    school.command("add-group", cls=Command)(add_group)
    school.command("add-pupil", cls=Command)(add_pupil)
    school.command("erase-pupil", cls=Command)(erase_pupil)
    school.command("photos", cls=Command)(photos)


class NoSuchPupilError(ScuolaError):
    """Not just one pupil of that name is in the roster."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nell’elenco non c’è un solo alunno che si chiama «{name}».",
            remedy="Scrivi il nome come si legge nell’elenco; se due si chiamano uguale, cambia prima un nome.",
        )


def name_site(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Come si chiama questo plesso.")],
    *,
    password: Password,
) -> int:
    """Dà un nome al plesso di questo portatile: lo vedono i bambini in alto."""
    with laptop_here() as laptop:
        laptop.people.name_site(technician_of(laptop, password), name)
    say(f"Questo plesso si chiama «{name.strip()}».")
    return 0


def add_group(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Per esempio: pluriclasse I–V.")],
    *,
    grades: Annotated[list[Grade], typer.Option("--grade", help="Una classe (P1…P5, S1…S3); ripetilo.")],
    password: Password,
) -> int:
    """Dà alla scuola la sua classe o pluriclasse."""
    with laptop_here() as laptop:
        laptop.care.set_group(technician_of(laptop, password), name, grades)
    say(f"«{name}» è pronta.")
    return 0


def add_pupil(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come lo dicono i compagni.")],
    *,
    grade: Annotated[Grade, typer.Option("--grade", help="La classe (P1…P5, S1…S3).")],
    avatar: Annotated[str, typer.Option("--animal", help="L'animale con cui si riconosce.")] = "lupo",
    password: Password,
) -> int:
    """Aggiunge un alunno, con il suo animale."""
    with laptop_here() as laptop:
        laptop.care.add_pupil(technician_of(laptop, password), name, grade, avatar)
    say(f"{name} è nella classe {grade.label}.")
    return 0


def erase_pupil(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come sta nell’elenco.")],
    *,
    sure: Annotated[
        bool,
        typer.Option(
            "--yes", prompt="Non si torna indietro. Cancello davvero", help="Senza chiedere conferma."
        ),
    ],
    password: Password,
) -> int:
    """Cancella un alunno per sempre, da tutti i portatili, dalle copie e dalla regione."""
    if not sure:
        say("Non ho cancellato niente.")
        return 0
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        wanted = name.strip().casefold()
        found = [one.person for one in laptop.school.pupils() if one.name.casefold() == wanted]
        if len(found) != 1:
            raise NoSuchPupilError(name)
        laptop.care.erase(author, found[0])
    say(f"Di {name} qui non resta niente; altrove con il prossimo scambio.")
    return 0


class Faces(StrEnum):
    """How pupils are shown at the sign-in."""

    PHOTOS = "foto"
    ANIMALS = "animali"


def photos(
    faces: Annotated[Faces, typer.Argument(metavar="foto|animali", help="Che cosa si vede all'ingresso.")],
    *,
    remove: Annotated[
        bool, typer.Option("--remove", help="Toglie per sempre anche le foto che ci sono.")
    ] = False,
    password: Password,
) -> int:
    """Fa scegliere alla scuola: foto al posto degli animali, dove la famiglia è d'accordo, o animali soltanto."""
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        laptop.people.want_photos(author, wanted=faces is Faces.PHOTOS)
        if remove:
            laptop.people.take_photos_away(author, frozenset(laptop.people.photographed()))
    if faces is Faces.PHOTOS:
        say(
            "La scuola usa le foto. Le mette la maestra, dalla scheda di ciascuno, se la famiglia è d'accordo."
        )
    else:
        say("Ci sono gli animali: qui subito, sugli altri portatili dopo uno scambio.")
    if remove:
        say("Delle foto di prima qui non resta niente; altrove con il prossimo scambio.")
    return 0
