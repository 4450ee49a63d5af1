"""`scuola-digitale pack …`: write, check, build, install and look after packs."""

from pathlib import Path
from typing import Annotated

import typer

from content.library.records import InstalledPack
from content.packing.build import build_pack
from content.problems import Problem
from content.reading import PackSource, read_pack
from content.starting import import_folder, new_pack
from ui.commands.options import AsJson, place
from ui.commands.terminal import problems_as_data, say, say_json, say_problems, say_table
from ui.commands.usage import Command, Group
from ui.home import default_home
from ui.pack_line import PackLine
from ui.shelf import Shelf

app = typer.Typer(
    cls=Group,
    help="Scrivere, controllare, costruire e installare pacchetti di lezioni.",
    no_args_is_help=True,
)

SourceFolder = Annotated[
    Path, typer.Argument(metavar="CARTELLA", parser=place, help="La cartella del pacchetto.")
]
PackId = Annotated[str, typer.Argument(metavar="PACCHETTO", help="Il nome del pacchetto: editore/nome.")]


@app.command("new", cls=Command)
def new(
    folder: SourceFolder,
    *,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="CARTELLA",
            parser=place,
            help="Parte da una cartella di lezioni in Markdown scritte da altri.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Crea un pacchetto nuovo, con una lezione di esempio o dalle lezioni di un'altra cartella."""
    problems: tuple[Problem, ...] = ()
    if source is None:
        new_pack(folder)
    else:
        problems = import_folder(source, folder)
    if as_json:
        say_json({"cartella": str(folder), "osservazioni": problems_as_data(problems)})
        return 0
    say_problems(problems)
    if problems:
        say(
            f"{len(problems)} cose da guardare: il pacchetto c'è, ma queste parti non sono state capite del tutto."
        )
    say(f"Pacchetto creato in {folder}. Controllalo con: scuola-digitale pack check {folder}")
    return 0


@app.command("check", cls=Command)
def check(folder: SourceFolder, *, as_json: AsJson = False) -> int:
    """Dice in una volta sola che cosa correggere: il file, la riga e il rimedio."""
    source, problems = read_pack(folder)
    blocking = sum(problem.blocking for problem in problems)
    if as_json:
        say_json({"lezioni": len(source.lessons) if source else 0, "problemi": problems_as_data(problems)})
    else:
        say_problems(problems)
        say(_verdict(source, blocking, len(problems) - blocking))
    return 1 if blocking else 0


def _verdict(source: PackSource | None, blocking: int, advice: int) -> str:
    if blocking:
        return f"Da correggere: {blocking}. Consigli: {advice}."
    lessons = len(source.lessons) if source else 0
    exercises = sum(len(lesson.head.exercises) for lesson in source.lessons) if source else 0
    return f"Tutto a posto: {lessons} lezioni, {exercises} esercizi. Consigli: {advice}."


@app.command("build", cls=Command)
def build(
    folder: SourceFolder,
    *,
    out: Annotated[
        Path, typer.Option(metavar="CARTELLA", parser=place, help="Dove mettere il pacchetto costruito.")
    ] = Path("pacchetti"),
    as_json: AsJson = False,
) -> int:
    """Costruisce il pacchetto: le stesse lezioni danno sempre le stesse impronte."""
    source, problems = read_pack(folder)
    blocking = tuple(problem for problem in problems if problem.blocking)
    if source is None or blocking:
        if as_json:
            say_json({"problemi": problems_as_data(blocking)})
        else:
            say_problems(blocking)
            say("Correggi questi punti e riprova: niente è stato costruito.")
        return 1
    built = build_pack(source, out)
    if as_json:
        say_json({"cartella": str(built.folder), "sha256": built.sha256, "byte": built.size})
    else:
        say(f"Costruito in {built.folder} ({_megabytes(built.size)}).")
        say(f"Impronta: {built.sha256}")
        say(f"Installalo con: scuola-digitale pack install {built.folder}")
    return 0


@app.command("install", cls=Command)
def install(
    folder: Annotated[
        Path, typer.Argument(metavar="PACCHETTO", parser=place, help="La cartella del pacchetto costruito.")
    ],
    *,
    as_json: AsJson = False,
) -> int:
    """Installa un pacchetto costruito: tutto o niente."""
    home = default_home().ready()
    with Shelf.opened(home) as shelf:
        if home.pack_trust.exists():
            PackLine(home, shelf).refuse_stand_in(folder)
        pack = shelf.install(folder)
        shelf.wait_until_searchable()
    if as_json:
        say_json(pack_as_data(pack))
    else:
        say(f"«{pack.head.title}» è installato: {pack.lessons} lezioni, {_megabytes(pack.size)}.")
    return 0


@app.command("list", cls=Command)
def listing(*, as_json: AsJson = False) -> int:
    """Elenca i pacchetti installati."""
    with Shelf.opened(default_home().ready()) as shelf:
        packs = shelf.packs()
    if as_json:
        say_json([pack_as_data(pack) for pack in packs])
    elif not packs:
        say("Nessun pacchetto installato. Installane uno con: scuola-digitale pack install CARTELLA")
    else:
        rows = [
            (
                pack.head.pack_id,
                pack.head.title,
                str(pack.head.edition),
                str(pack.lessons),
                _megabytes(pack.size),
            )
            for pack in packs
        ]
        say_table("Pacchetti installati", ("pacchetto", "titolo", "edizione", "lezioni", "spazio"), rows)
    return 0


@app.command("verify", cls=Command)
def verify(pack_id: PackId, *, as_json: AsJson = False) -> int:
    """Controlla che ogni file del pacchetto sia quello pubblicato."""
    with Shelf.opened(default_home().ready()) as shelf:
        broken = shelf.verify(pack_id)
    if as_json:
        say_json({"rovinati": list(broken)})
    elif broken:
        for path in broken:
            say(f"  {path}")
        say(f"Questi file sono rovinati: rimettili a posto con: scuola-digitale pack repair {pack_id}")
    else:
        say("Tutti i file sono a posto.")
    return 1 if broken else 0


@app.command("remove", cls=Command)
def remove(pack_id: PackId, *, as_json: AsJson = False) -> int:
    """Toglie un pacchetto; i progressi dei bambini restano."""
    with Shelf.opened(default_home().ready()) as shelf:
        shelf.remove(pack_id)
        shelf.wait_until_searchable()
    if as_json:
        say_json({"tolto": pack_id})
    else:
        say(f"«{pack_id}» non è più installato. I progressi dei bambini restano.")
    return 0


def pack_as_data(pack: InstalledPack) -> dict[str, object]:
    """An installed pack for `--json`."""
    return {
        "pacchetto": pack.head.pack_id,
        "titolo": pack.head.title,
        "area": pack.head.area.value,
        "edizione": pack.head.edition,
        "lezioni": pack.lessons,
        "byte": pack.size,
    }


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
