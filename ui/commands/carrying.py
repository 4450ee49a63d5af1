"""`scuola-digitale pack export|import`: packs that go from school to school in a pocket."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from content.library.records import InstalledPack
from ui.commands.getting import opened_line
from ui.commands.options import AsJson
from ui.commands.packs import pack_as_data
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command
from ui.pack_line import PackLine
from ui.presenters.italian import count_words, size_words


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the group `pack`."""
    app.command("export", cls=Command)(export)
    app.command("import", cls=Command)(import_)


def export(
    packs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PACCHETTI]", help="Quali; senza, tutti quelli della regione."),
    ] = None,
    *,
    to: Annotated[Path, typer.Option(help="La chiavetta, o una cartella.")],
    as_json: AsJson = False,
) -> int:
    """Copia su una chiavetta pacchetti installati, con le firme più nuove della regione."""
    with opened_line() as (_, _shelf, line):
        if line.lessons:
            line.lessons.visit_stick(to)
        wanted = packs or line.carried()
        written = line.export(wanted, to)
    if as_json:
        say_json({"cartella": str(written.folder), "pacchetti": list(written.packs), "byte": written.size})
        return 0
    count = count_words(len(written.packs), "pacchetto", "pacchetti")
    say(f"Sulla chiavetta: {count}, {size_words(written.size)} scritti adesso.")
    if not written.is_fresh:
        say("La linea non c'è: le firme sono quelle che aveva questo portatile, e vanno ancora bene.")
    return 0


def import_(
    *,
    source: Annotated[Path, typer.Option("--from", help="La chiavetta, o una cartella copiata da una.")],
    as_json: AsJson = False,
) -> int:
    """Installa i pacchetti nuovi di una chiavetta, se hanno le firme della regione."""
    installed = []
    with opened_line() as (_, shelf, line):
        own = line.lessons.visit_stick(source).came if line.lessons else ()
        for title in () if as_json else own:
            say(f"«{title}» è installato: sono lezioni della scuola.")
        for pack in _from_the_region(line, source, others=bool(own)):
            installed.append(pack)
            if not as_json:
                say(f"«{pack.head.title}» è installato: {count_words(pack.lessons, 'lezione', 'lezioni')}.")
        shelf.wait_until_searchable()
    if as_json:
        say_json([pack_as_data(pack) for pack in installed])
    elif not (installed or own):
        say("Su questa chiavetta non c'è nulla di nuovo.")
    return 0


def _from_the_region(line: PackLine, source: Path, *, others: bool) -> Iterator[InstalledPack]:
    """Installs what is new of the region's; a stick with `others` alone is a good one too."""
    from sync.packs.errors import NoPacksHereError
    from sync.packs.sticks import importable

    try:
        with line.from_stick(source) as (getter, place):
            for novelty in importable(getter, place):
                yield getter.get(novelty.pack.pack_id, edition=novelty.offer.edition)
    except NoPacksHereError:
        if not others:
            raise
