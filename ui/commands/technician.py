"""Who stands behind a command: the technician by their password, and the laptop it runs on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from scuola_digitale.domain.people import StaffMember
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui.home import default_home
from ui.laptop import Laptop
from ui.unlocking import unlock_any

Password = Annotated[
    str,
    typer.Option(
        "--password",
        prompt="Parola d'ordine del tecnico",
        hide_input=True,
        envvar="SCUOLA_DIGITALE_PASSWORD",
        show_envvar=False,
        help="La parola d'ordine del tecnico; se manca, viene chiesta.",
    ),
]
NewPassword = Annotated[
    str,
    typer.Option(
        "--new-password",
        prompt="Parola d'ordine nuova",
        hide_input=True,
        confirmation_prompt="Ancora una volta",
        help="La parola d'ordine nuova; se manca, viene chiesta.",
    ),
]


class NoSuchPersonError(ScuolaError):
    """Nobody of that name is on the staff."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tra il personale non c'è nessuno che si chiama «{name}».",
            remedy="Guarda i nomi con: scuola-digitale school staff",
        )


@contextmanager
def laptop_here() -> Iterator[Laptop]:
    """This laptop, opened for a command."""
    with Laptop.opened(default_home().ready()) as laptop:
        yield laptop


def technician_of(laptop: Laptop, password: str) -> UnlockedStaff:
    """The technician whose password this is; a school may have more than one."""
    return unlock_any(laptop.school, password, role="tecnico")


def member_of(laptop: Laptop, name: str) -> StaffMember:
    """The member of staff of that name, as long as they work here.

    Raises:
        NoSuchPersonError: there is none.
    """
    wanted = name.strip().casefold()
    for one in laptop.care.staff():
        if one.successor is None and not one.gone and one.name.casefold() == wanted:
            return one
    raise NoSuchPersonError(name)
