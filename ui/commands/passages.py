"""`scuola-digitale person …`: a pupil goes to another site or school, or comes from one."""

from pathlib import Path
from typing import Annotated

import typer

from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.errors import ScuolaError
from ui.commands.options import AsJson
from ui.commands.staff_words import Password, Who, found
from ui.commands.technician import laptop_here
from ui.commands.terminal import say, say_json, say_table
from ui.commands.usage import Command
from ui.passages import Newcoming
from ui.presenters.italian import date_words
from ui.unlocking import unlock_any

To = Annotated[
    Path | None,
    typer.Option("--to", metavar="CARTELLA", help="Per un’altra scuola: dove mettere il file."),
]
From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FILE", help="Da un’altra scuola: il file, o la cartella dove sta."),
]
Code = Annotated[str, typer.Option("--code", help="Il codice che apre il file.")]


class NobodyArrivesError(ScuolaError):
    """Nobody of that name, or animal, waits to be welcomed."""

    def __init__(self) -> None:
        super().__init__(
            "Così non trovo un solo bambino in arrivo.",
            remedy="Guarda chi arriva con: scuola-digitale person arrivals",
        )


def add_to(person: typer.Typer) -> None:
    """Makes these commands of `person`."""
    person.command("send", cls=Command)(send)
    person.command("arrivals", cls=Command)(arrivals)
    person.command("welcome", cls=Command)(welcome)


def send(who: Who, *, to: To = None, password: Password, as_json: AsJson = False) -> int:
    """Un alunno cambia plesso (o, con --to, scuola): quello che ha fatto parte con lui."""
    with laptop_here() as laptop:
        author = unlock_any(laptop.school, password)
        pupil = found(laptop.school.pupils(), who)
        if to is None:
            closed = laptop.people.send(author, pupil.person)
            say(f"{pupil.name} è in partenza: lo accoglie il plesso che lo aspetta, dopo uno scambio.")
            return _tell_closed(closed)
        handed = laptop.people.hand_over(author, pupil.person, to)
    if as_json:
        say_json(
            {"file": str(handed.path), "codice": handed.code, "cifre": handed.digits, "fatti": handed.facts}
        )
        return 0
    say(f"Il passaggio è in «{handed.path}». Dallo alla scuola nuova.")
    say(f"Il codice che lo apre: {handed.code}. Dillo al telefono, non metterlo con il file.")
    say(f"Le sei cifre di questa scuola: {handed.digits}. Di là devono vedere le stesse.")
    say("Quando l’hanno accolto, toglilo dall’elenco; il tecnico può cancellarlo.")
    return _tell_closed(handed.closed)


def _tell_closed(closed: int) -> int:
    if closed:
        say(f"{closed} cose restano qui: con le tue chiavi non si aprono, o sono troppo lunghe.")
    return 0


def arrivals(*, password: Password, as_json: AsJson = False) -> int:
    """Elenca chi arriva da un altro plesso della scuola e aspetta di essere accolto."""
    with laptop_here() as laptop:
        waiting = laptop.people.arriving(unlock_any(laptop.school, password))
    if as_json:
        say_json([_as_data(one) for one in waiting])
    elif waiting:
        rows = [
            (one.passage.name, _grade(one), one.passage.place, date_words(one.sent_ms)) for one in waiting
        ]
        say_table("In arrivo", ("nome", "classe", "da", "partito il"), rows)
    else:
        say("Nessuno è in arrivo da un altro plesso.")
    return 0


def welcome(
    who: Annotated[str, typer.Argument(metavar="CHI", help="Il nome o l’animale di chi arriva.")] = "",
    *,
    source: From = None,
    code: Code = "",
    digits: Annotated[str, typer.Option("--digits", help="Le sei cifre dette dalla scuola di prima.")] = "",
    password: Password,
) -> int:
    """Accoglie un alunno da un altro plesso, o da un'altra scuola con il suo file e il codice."""
    with laptop_here() as laptop:
        author = unlock_any(laptop.school, password)
        if source is None:
            newcoming = _waiting(laptop.people.arriving(author), who)
        else:
            newcoming = laptop.people.look_into(source, code)
            if digits.replace(" ", "") != newcoming.digits.replace(" ", ""):
                say(f"Viene da «{newcoming.passage.place}», che ha le sei cifre {newcoming.digits}.")
                say("Chiedile per telefono a quella scuola. Se sono le stesse, scrivile con --digits.")
                return 1
        laptop.people.welcome(author, newcoming)
    facts = len(newcoming.passage.facts)
    say(f"{newcoming.passage.name} è nell’elenco, con {facts} cose che aveva fatto e scritto.")
    return 0


def _waiting(arriving: tuple[Newcoming, ...], who: str) -> Newcoming:
    wanted = who.strip().casefold()
    these = [
        one
        for one in arriving
        if wanted in {one.passage.name.casefold(), one.passage.avatar} or (not wanted and len(arriving) == 1)
    ]
    if len(these) != 1:
        raise NobodyArrivesError
    return these[0]


def _as_data(one: Newcoming) -> dict[str, object]:
    return {
        "nome": one.passage.name,
        "classe": one.passage.grade,
        "da": one.passage.place,
        "partito_ms": one.sent_ms,
        "fatti": len(one.passage.facts),
    }


def _grade(one: Newcoming) -> str:
    known = {grade.value: grade.label for grade in Grade}
    return known.get(one.passage.grade, one.passage.grade)
