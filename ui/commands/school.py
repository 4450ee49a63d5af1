"""`scuola-digitale school …`: a school is founded, shown, and begun again from its sheet of paper."""

from typing import Annotated

import typer

from ui.commands import classes, laptops, staff, years
from ui.commands.options import AsJson
from ui.commands.technician import NewPassword, Password, laptop_here, technician_of
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command, Group
from ui.home import default_home
from ui.setting_up import SchoolWords, card_of, found

app = typer.Typer(
    cls=Group, help="La scuola: fondarla, far entrare portatili e persone.", no_args_is_help=True
)


@app.command("found", cls=Command)
def found_here(
    *,
    name: Annotated[str, typer.Option("--name", prompt="Nome della scuola", help="Il nome della scuola.")],
    technician: Annotated[
        str, typer.Option("--technician", prompt="Chi segue i computer", help="Chi segue i computer.")
    ],
    label: Annotated[
        str, typer.Option("--label", prompt="Nome di questo portatile", help="Il nome di questo portatile.")
    ],
    password: NewPassword,
    code: Annotated[str, typer.Option("--code", help="Il codice meccanografico, se lo sai.")] = "",
) -> int:
    """Fonda una scuola su questo portatile: le chiavi nascono qui e restano a chi segue i computer."""
    words = SchoolWords(school=name, code=code, technician=technician, password=password, label=label)
    sheet = found(default_home().ready(), words)
    say(f"La scuola «{name.strip()}» è fondata su questo portatile.")
    _say_sheet(sheet)
    return 0


@app.command("card", cls=Command)
def card(*, as_json: AsJson = False) -> int:
    """Mostra la carta della scuola: pseudonimo, chiave pubblica, le sei cifre di tutti i suoi portatili."""
    with laptop_here() as laptop:
        pseudonym, root_key, digits = card_of(laptop.school)
        name = laptop.school.plesso_name()
    if as_json:
        say_json({"scuola": name, "pseudonimo": pseudonym, "chiave": root_key, "cifre": digits})
    else:
        say(name)
        say(f"Pseudonimo: {pseudonym}")
        say(f"Chiave pubblica: {root_key}")
        say(f"Le sei cifre della scuola: {digits}")
    return 0


@app.command("sheet", cls=Command)
def new_sheet(*, password: Password) -> int:
    """Fa un foglio nuovo, per il giorno in cui nessun tecnico ricorda la sua parola d'ordine."""
    with laptop_here() as laptop:
        sheet = laptop.care.new_sheet(technician_of(laptop, password))
    _say_sheet(sheet)
    return 0


@app.command("rescue", cls=Command)
def rescue(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Chi segue i computer da oggi.")],
    *,
    sheet: Annotated[
        str, typer.Option("--sheet", prompt="Le lettere del foglio", help="Le ventisei lettere del foglio.")
    ],
    new_password: NewPassword,
) -> int:
    """Con il foglio del cassetto fa un tecnico, quando nessuno ricorda più la sua parola d'ordine."""
    with laptop_here() as laptop:
        laptop.care.rescue(sheet, name, new_password)
    say(f"{name} segue i computer, con la parola d'ordine nuova. Fai subito un foglio nuovo.")
    return 0


def _say_sheet(sheet: str) -> None:
    say(f"Il foglio della scuola: {sheet}")
    say("Scrivilo su carta e chiudilo in un cassetto: non resta scritto da nessun'altra parte.")


staff.add_to(app)
classes.add_to(app)
laptops.add_to(app)
years.add_to(app)
