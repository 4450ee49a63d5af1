"""`scuola-digitale school …`: laptops come into the school, and go lost."""

from pathlib import Path
from typing import Annotated

import typer

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui.commands.options import AsJson
from ui.commands.technician import Password, laptop_here, technician_of
from ui.commands.terminal import say, say_json, say_table
from ui.commands.usage import Command
from ui.home import default_home
from ui.laptop import Laptop
from ui.presenters.italian import date_words
from ui.setting_up import Newcomer

Stick = Annotated[Path | None, typer.Option("--stick", help="La cartella della chiavetta.")]
Label = Annotated[str, typer.Option("--label", help="Come si chiamerà il portatile.")]


def add_to(school: typer.Typer) -> None:
    """Makes these commands of `school`."""
    school.command("laptops", cls=Command)(laptops)
    school.command("ask", cls=Command)(ask)
    school.command("admit", cls=Command)(admit)
    school.command("enter", cls=Command)(enter)
    school.command("change-keys", cls=Command)(change_keys)


class OneWayError(ScuolaError):
    """A laptop comes in by stick or by code: one of the two."""

    def __init__(self) -> None:
        super().__init__(
            "Scegli un modo: con la chiavetta o con il codice.",
            remedy="Aggiungi --stick CARTELLA, oppure --code (e sul portatile nuovo anche --at INDIRIZZO).",
        )


def laptops(*, as_json: AsJson = False) -> int:
    """Elenca i portatili della scuola."""
    with laptop_here() as laptop:
        devices = laptop.care.devices()
    if as_json:
        say_json(
            [
                {
                    "id": one.device.hex(),
                    "nome": one.label,
                    "visto_ms": one.seen_ms,
                    "fino_a_ms": one.until_ms,
                    "perso": one.lost,
                    "plessi": list(one.sites),
                }
                for one in devices
            ]
        )
    else:
        rows = [
            (
                one.label,
                one.device.hex()[:8],
                ", ".join(one.sites) or "tutti",
                date_words(one.seen_ms) if one.seen_ms else "mai",
                "perso" if one.lost else date_words(one.until_ms),
            )
            for one in devices
        ]
        say_table("Portatili", ("nome", "sigla", "plesso", "ultime notizie", "certificato fino al"), rows)
    return 0


def ask(*, stick: Annotated[Path, typer.Option("--stick", help="La cartella della chiavetta.")]) -> int:
    """Sul portatile nuovo: mette sulla chiavetta la richiesta di entrare."""
    newcomer = Newcomer(default_home().ready())
    newcomer.leave_request(stick)
    say(f"La richiesta è sulla chiavetta. Le sue sei cifre sono {newcomer.digits}.")
    say("Porta la chiavetta al portatile del tecnico, poi torna qui con la risposta.")
    return 0


def admit(
    *,
    label: Label,
    stick: Stick = None,
    code: Annotated[
        bool, typer.Option("--code", help="Aspetta il portatile sulla rete, con un codice.")
    ] = False,
    digits: Annotated[
        str, typer.Option("--digits", help="Le sei cifre, se le richieste sono più d'una.")
    ] = "",
    site: Annotated[
        str, typer.Option("--site", metavar="PLESSO", help="Il nome di un altro plesso, se lavora là.")
    ] = "",
    password: Password,
) -> int:
    """Sul portatile del tecnico: fa entrare un portatile, dalla chiavetta o con un codice detto a voce."""
    if code == (stick is not None):
        raise OneWayError
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        if stick is not None:
            return _admit_from(laptop, author, stick, label, digits=digits, site=site)
        words, address = laptop.care.open_door(author, label, site=site)
        say(f"Sul portatile nuovo scrivi l'indirizzo {address} e il codice {words}.")
        laptop.care.wait_at_door(words)
    say(f"«{label}» è entrato.")
    return 0


def _admit_from(
    laptop: Laptop, author: UnlockedStaff, stick: Path, label: str, *, digits: str, site: str
) -> int:
    wanted = "".join(digits.split())
    asking = [one for one in laptop.care.requests_on(stick) if wanted in one.digits.replace(" ", "")]
    if len(asking) != 1:
        say(
            "Sulla chiavetta c'è più di una richiesta:"
            if asking
            else "Sulla chiavetta non c'è nessuna richiesta."
        )
        for one in asking:
            say(f"  {one.digits}")
        if asking:
            say("Scegline una con --digits e le sue sei cifre, come le mostra il portatile nuovo.")
        return 1
    laptop.care.admit_from(author, stick, asking[0], label, site=site)
    say(f"La risposta per «{label}» (cifre {asking[0].digits}) è sulla chiavetta.")
    say(f"Il portatile nuovo mostrerà le cifre della scuola: {laptop.care.digits()}.")
    return 0


def enter(
    *,
    stick: Stick = None,
    code: Annotated[str, typer.Option("--code", help="Il codice detto a voce.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="INDIRIZZO", help="L'indirizzo detto a voce.")] = "",
) -> int:
    """Sul portatile nuovo: entra nella scuola con la risposta della chiavetta, o con il codice."""
    if bool(code and at) == (stick is not None):
        raise OneWayError
    newcomer = Newcomer(default_home().ready())
    admission = newcomer.answer_from(stick) if stick is not None else newcomer.answer_by_code(at, code)
    say(f"Le sei cifre della scuola sono {admission.digits}: devono essere quelle del tecnico.")
    school = newcomer.enter(admission, stick)
    say(f"Questo portatile è entrato nella scuola «{school}» come «{admission.label}».")
    return 0


def change_keys(
    *,
    lost: Annotated[
        list[str] | None, typer.Option("--lost", metavar="SIGLA", help="Un portatile perso; ripetilo.")
    ] = None,
    password: Password,
) -> int:
    """Cambia le chiavi della scuola dopo una perdita: chi è perso non legge più niente di nuovo."""
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        gone = [
            one.device
            for one in laptop.care.devices()
            if any(one.device.hex().startswith(word.lower()) for word in lost or ())
        ]
        if len(gone) != len(lost or ()):
            say("Non riconosco una delle sigle: guardale con scuola-digitale school laptops")
            return 1
        laptop.care.change_keys(author, without=gone)
    say("Fatto. Le chiavi nuove arrivano agli altri portatili con il prossimo scambio.")
    return 0
