"""`scuola-digitale school …`: who works in the school comes in, is recovered, leaves."""

from typing import Annotated

import typer

from scuola_digitale.domain.people import Role
from ui.commands.options import AsJson
from ui.commands.technician import NewPassword, Password, laptop_here, member_of, technician_of
from ui.commands.terminal import say, say_json, say_table
from ui.commands.usage import Command
from ui.presenters.italian import date_words


def add_to(school: typer.Typer) -> None:
    """Makes these commands of `school`."""
    school.command("staff", cls=Command)(staff)
    school.command("add-staff", cls=Command)(add_staff)
    school.command("substitute", cls=Command)(substitute)
    school.command("recover", cls=Command)(recover)
    school.command("revoke", cls=Command)(revoke)
    school.command("password", cls=Command)(change_password)


def staff(*, as_json: AsJson = False) -> int:
    """Elenca il personale, e fino a quando può entrare."""
    with laptop_here() as laptop:
        members = [one for one in laptop.care.staff() if one.successor is None]
    if as_json:
        say_json(
            [
                {"nome": one.name, "ruolo": one.role, "fino_a_ms": one.until_ms, "escluso": one.gone}
                for one in members
            ]
        )
    else:
        rows = [
            (one.name, one.title, one.role, "non lavora più qui" if one.gone else date_words(one.until_ms))
            for one in members
        ]
        say_table("Personale", ("nome", "come lo chiamano", "ruolo", "fino al"), rows)
    return 0


def add_staff(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come lo dicono i bambini.")],
    *,
    title: Annotated[str, typer.Option("--title", help="Come la chiamano: maestra, maestro…")] = "maestra",
    technician: Annotated[bool, typer.Option("--technician", help="Segue i computer.")] = False,
    days: Annotated[
        int | None, typer.Option("--days", min=1, help="Per quanti giorni, per una supplenza.")
    ] = None,
    password: Password,
    new_password: NewPassword,
) -> int:
    """Ammette un'insegnante (o un tecnico) su tutti i portatili della scuola."""
    with laptop_here() as laptop:
        role: Role = "tecnico" if technician else "insegnante"
        laptop.care.add_staff(technician_of(laptop, password), name, title, role, new_password, days=days)
    say(f"{name} può entrare con la sua parola d'ordine, qui subito e altrove dopo uno scambio.")
    return 0


def substitute(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come lo dicono i bambini.")],
    *,
    days: Annotated[int, typer.Option("--days", min=1, help="Per quanti giorni.")] = 5,
    title: Annotated[str, typer.Option("--title", help="Come la chiamano: maestra, maestro…")] = "maestra",
    password: Password,
    new_password: NewPassword,
) -> int:
    """Ammette una supplente in un minuto, per i suoi giorni: finiti quelli, la sua parola non apre più."""
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        laptop.care.add_staff(author, name, title, "insegnante", new_password, days=days)
        until_ms = next(one.until_ms for one in laptop.care.staff() if one.name == name.strip())
    say(f"{name} può entrare fino al {date_words(until_ms)}: qui subito, altrove dopo uno scambio.")
    return 0


def recover(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Chi ha dimenticato la parola d'ordine.")],
    *,
    password: Password,
    new_password: NewPassword,
) -> int:
    """Dà una parola d'ordine nuova a chi l'ha dimenticata: quello che ha scritto resta suo."""
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        laptop.care.recover(author, member_of(laptop, name), new_password)
    say(f"{name} entra con la parola d'ordine nuova. Quello che aveva scritto resta suo.")
    return 0


def revoke(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Chi non lavora più qui.")],
    *,
    stolen: Annotated[
        bool,
        typer.Option(
            "--stolen",
            help="La sua parola d'ordine è in mano ad altri: vale solo quello che è già arrivato qui.",
        ),
    ] = False,
    sure: Annotated[
        bool, typer.Option("--yes", prompt="Non entrerà più. Continuo", help="Senza chiedere conferma.")
    ],
    password: Password,
) -> int:
    """Esclude chi non lavora più nella scuola: quello che ha scritto e firmato prima resta suo."""
    if not sure:
        say("Non ho cambiato niente.")
        return 0
    with laptop_here() as laptop:
        author = technician_of(laptop, password)
        laptop.care.dismiss(author, member_of(laptop, name), stolen=stolen)
    say(f"{name} non entra più: qui subito, altrove dopo uno scambio. Le chiavi della scuola sono cambiate.")
    return 0


def change_password(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il tuo nome.")],
    *,
    old: Annotated[
        str,
        typer.Option(
            "--password", prompt="Parola d'ordine di adesso", hide_input=True, help="Quella di adesso."
        ),
    ],
    new_password: NewPassword,
) -> int:
    """Cambia la tua parola d'ordine, su tutti i portatili."""
    with laptop_here() as laptop:
        laptop.care.change_password(member_of(laptop, name), old, new_password)
    say("Fatto: la parola d'ordine nuova vale qui subito, altrove dopo uno scambio.")
    return 0
