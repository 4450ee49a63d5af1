"""`scuola-digitale region …`: the regional server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sync.region.deposits import SCHOOL_MB, SchoolDeposits
from sync.region.serving import invite_school, register_school
from sync.region.serving import serve as serve_region
from ui.commands.options import AsJson
from ui.commands.shelves import ShelfFolder, own_shelf
from ui.commands.technician import Password, technician_of
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command, Group
from ui.home import default_home, folder_made
from ui.laptop import Laptop

if TYPE_CHECKING:
    from sync.region.shelf.shelf import PackShelf

KEY_BYTES = 32

app = typer.Typer(cls=Group, help="Il servizio della regione.", no_args_is_help=True)

Database = Annotated[
    str,
    typer.Option(
        help="Dove tenere i fatti: sqlite:///FILE o postgresql+psycopg://… (di solito un file locale)."
    ),
]


@app.command("serve", cls=Command)
def serve(
    *,
    database: Database = "",
    port: Annotated[int, typer.Option(min=1, max=65535, help="La porta su cui ascolta.")] = 8080,
    host: Annotated[str, typer.Option(help="L'indirizzo su cui ascolta.")] = "127.0.0.1",
    shelf: ShelfFolder = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            max=64,
            help="Quanti aiutanti riordinano i fatti arrivati: 1 o 2, su PostgreSQL, per molte scuole.",
        ),
    ] = 0,
    lessons: Annotated[
        Path | None,
        typer.Option(
            help="Dove tenere le lezioni delle scuole, chiuse con le loro chiavi (di solito accanto ai fatti)."
        ),
    ] = None,
    school_mb: Annotated[
        int, typer.Option("--school-space", min=0, help="Megabyte per le lezioni di ogni scuola.")
    ] = SCHOOL_MB,
) -> int:
    """Apre il servizio della regione e resta in ascolto finché non lo fermi."""
    serve_region(
        database or _own_database(),
        port,
        host=host,
        listening=lambda address: say(f"La regione ascolta su {address}. Per fermarla: Ctrl+C."),
        shelf=_served_shelf(shelf),
        workers=workers,
        deposits=SchoolDeposits(lessons or _own_folder() / "lezioni", school_mb * 1_000_000),
    )
    return 0


def _served_shelf(folder: Path | None) -> "PackShelf | None":
    """The shelf, where one was begun."""
    shelf = own_shelf(folder)
    return shelf if shelf.files.exist() else None


def _own_database() -> str:
    return f"sqlite:///{_own_folder() / 'regione.db'}"


def _own_folder() -> Path:
    return folder_made(default_home().ready().folder / "regione")


@app.command("register", cls=Command)
def register(
    school_id: Annotated[
        str, typer.Argument(metavar="SCUOLA", help="Lo pseudonimo della scuola: 32 cifre esadecimali.")
    ],
    root_key: Annotated[
        str, typer.Argument(metavar="CHIAVE", help="La chiave pubblica della scuola: 64 cifre esadecimali.")
    ],
    *,
    database: Database = "",
) -> int:
    """Ammette una scuola: la regione impara la sua chiave pubblica e nessun nome."""
    register_school(database or _own_database(), school_id.lower(), _key(root_key))
    say(f"La scuola {school_id} è ammessa.")
    return 0


@app.command("invite", cls=Command)
def invite(*, database: Database = "", as_json: AsJson = False) -> int:
    """Dà un codice con cui una scuola si registra da sola: vale tre giorni e una volta."""
    code = invite_school(database or _own_database())
    if as_json:
        say_json({"codice": code})
    else:
        say(f"Il codice per la scuola è {code}")
        say(
            "Vale tre giorni e una volta sola; qui non resta scritto: dallo alla scuola a voce o per lettera."
        )
    return 0


@app.command("join", cls=Command)
def join(
    *,
    code: Annotated[str, typer.Option("--code", help="Il codice dato dalla regione.")],
    region: Annotated[str, typer.Option("--region", help="L'indirizzo della regione, https://…")],
    password: Password,
) -> int:
    """Presenta questa scuola alla regione, con il codice che la regione le ha dato."""
    with Laptop.opened(default_home().ready()) as laptop:
        laptop.care.join_region(technician_of(laptop, password), region, code)
    say("La regione conosce la scuola. Ora puoi scrivere: scuola-digitale sync")
    return 0


def _key(digits: str) -> bytes:
    try:
        key = bytes.fromhex(digits)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise typer.BadParameter("una chiave pubblica ha 64 cifre esadecimali")
    return key
