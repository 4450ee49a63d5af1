"""`scuola-digitale pack offer|offers|withdraw`: lessons that teachers of the school wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from content.reading import read_pack
from ui.commands.options import AsJson
from ui.commands.packs import SourceFolder
from ui.commands.staff_words import Password
from ui.commands.terminal import problems_as_data, say, say_json, say_problems, say_table
from ui.commands.usage import Command
from ui.home import default_home
from ui.laptop import Laptop
from ui.presenters.italian import size_words
from ui.unlocking import unlock_any


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the group `pack`."""
    app.command("offer", cls=Command)(offer)
    app.command("offers", cls=Command)(offers)
    app.command("withdraw", cls=Command)(withdraw)


@contextmanager
def _laptop() -> Iterator[Laptop]:
    with Laptop.opened(default_home().ready()) as laptop:
        yield laptop


def offer(folder: SourceFolder, *, password: Password, as_json: AsJson = False) -> int:
    """Offre alla scuola le lezioni di una cartella: arrivano da sole sugli altri portatili."""
    _, problems = read_pack(folder)
    if any(problem.blocking for problem in problems):
        if as_json:
            say_json({"problemi": problems_as_data(problems)})
        else:
            say_problems(problems)
            say("Correggi questi punti e riprova: niente è stato offerto.")
        return 1
    with _laptop() as laptop:
        author = unlock_any(laptop.school, password, role="insegnante")
        offered = laptop.lessons.offer(folder, author)
        laptop.shelf.wait_until_searchable()
    if as_json:
        say_json({"pacchetto": offered.pack_id, "edizione": offered.edition, "nuova": offered.is_new_edition})
    elif offered.is_new_edition:
        say(
            f"«{offered.title}» è offerto alla scuola: {offered.lessons} lezioni, edizione {offered.edition}."
        )
    else:
        say(f"«{offered.title}» era già offerto così: non è cambiato nulla.")
    return 0


def offers(*, as_json: AsJson = False) -> int:
    """Elenca le lezioni che gli insegnanti della scuola hanno offerto."""
    with _laptop() as laptop:
        packs = laptop.lessons.packs()
    if as_json:
        say_json(
            [
                {
                    "pacchetto": pack.pack_id,
                    "titolo": pack.title,
                    "edizione": pack.edition,
                    "lezioni": pack.lessons,
                    "byte": pack.size,
                    "installata": pack.is_here,
                }
                for pack in packs
            ]
        )
    elif not packs:
        say("Nessuno ha ancora offerto lezioni sue. Si fa con: scuola-digitale pack offer CARTELLA")
    else:
        rows = [
            (
                pack.pack_id.rpartition("/")[2],
                pack.title,
                pack.author,
                str(pack.edition),
                size_words(pack.size),
                "sì" if pack.is_here else "no",
            )
            for pack in packs
        ]
        say_table("Lezioni della scuola", ("nome", "titolo", "di", "edizione", "spazio", "qui"), rows)
    return 0


def withdraw(
    name: Annotated[
        str, typer.Argument(metavar="NOME", help="Il nome del pacchetto, come lo dice «pack offers».")
    ],
    *,
    password: Password,
    as_json: AsJson = False,
) -> int:
    """Ritira le tue lezioni da tutti i portatili; le risposte degli alunni restano."""
    with _laptop() as laptop:
        title = laptop.lessons.withdraw(name, unlock_any(laptop.school, password))
        laptop.shelf.wait_until_searchable()
    if as_json:
        say_json({"ritirato": name})
    else:
        say(f"«{title}» non è più tra le lezioni della scuola.")
    return 0
