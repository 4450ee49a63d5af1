"""`scuola-digitale pack check-updates|get|repair|trust|limits`: packs that come over the line."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from ui.commands.options import AsJson
from ui.commands.packs import PackId, pack_as_data
from ui.commands.terminal import err, say, say_json, say_table
from ui.commands.usage import Command
from ui.home import Home, PackSettings, default_home
from ui.laptop import Laptop
from ui.pack_line import PackLine
from ui.presenters.italian import count_words, size_words
from ui.presenters.pack_words import difference_words
from ui.shelf import Shelf

if TYPE_CHECKING:
    from sync.packs.downloading import Progress as Done
    from sync.packs.downloading import Tell
    from sync.packs.getting import Novelty, PackGetter

# `sync.packs` is imported where it is used: python-tuf would cost every other command a sixth of a second.

_WAIT_SECONDS = 300.0
_Pick = Annotated[
    list[str] | None, typer.Argument(metavar="[PACCHETTI]", help="Quali; senza, tutte le novità.")
]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the group `pack`."""
    app.command("check-updates", cls=Command)(check_updates)
    app.command("get", cls=Command)(get)
    app.command("repair", cls=Command)(repair)
    app.command("trust", cls=Command)(trust)
    app.command("limits", cls=Command)(limits)


@contextlib.contextmanager
def opened_line() -> Iterator[tuple[Home, Shelf, PackLine]]:
    """The home, its shelf and its line for packs, closed at the end."""
    home = default_home().ready()
    if Laptop.belongs_to_a_school(home):
        with Laptop.opened(home) as laptop:
            yield home, laptop.shelf, laptop.travel
    else:
        with Shelf.opened(home) as shelf:
            yield home, shelf, PackLine(home, shelf)


def check_updates(*, as_json: AsJson = False) -> int:
    """Guarda se la regione ha pacchetti nuovi o edizioni nuove; non scarica nulla."""
    with opened_line() as (_, _shelf, line), line.getter() as getter:
        found = getter.check()
    if as_json:
        say_json([_novelty_as_data(novelty) for novelty in found])
    elif not any(novelty.is_new for novelty in found):
        say("Nessuna novità: qui c'è già tutto quello che la regione offre.")
    else:
        rows = [_row(novelty) for novelty in found if novelty.is_new]
        say_table("Novità della regione", ("pacchetto", "titolo", "edizione", "qui", "intero"), rows)
        say("Prendile con: scuola-digitale pack get")
    return 0


def get(
    packs: _Pick = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Non chiede conferma.")] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Aspetta le ore permesse e il giorno dopo, finché è finito.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Scarica e installa: prima dice che cosa cambia, quanto pesa e quanto ci vuole; poi riprende da dove era."""
    with opened_line() as (_, shelf, line), line.getter() as getter:
        wanted = packs or [novelty.pack.pack_id for novelty in getter.check() if novelty.is_new]
        done = []
        for pack_id in wanted:
            found = getter.difference(pack_id)
            if not as_json:
                say(f"{found.head.title}. {difference_words(found, line.meter().speed)}")
            if not (yes or as_json or found.is_nothing or typer.confirm("Lo scarico?", default=True)):
                continue
            pack = _get_patiently(getter, pack_id, wait=wait, quiet=as_json)
            done.append({**pack_as_data(shelf.pack(pack_id)), "scaricati": found.size})
            if not as_json:
                say(f"«{pack}» è installato.")
        shelf.wait_until_searchable()
    if as_json:
        say_json(done)
    elif not wanted:
        say("Nessuna novità: qui c'è già tutto quello che la regione offre.")
    return 0


def repair(
    pack_id: PackId,
    *,
    source: Annotated[
        Path | None, typer.Option("--from", help="Prende i file da una chiavetta invece che dalla linea.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Cerca i file rovinati di un pacchetto e riprende soltanto quelli."""
    with opened_line() as (_, _shelf, line), contextlib.ExitStack() as stack:
        if source is not None:
            getter, _ = stack.enter_context(line.from_stick(source))
        else:
            getter = stack.enter_context(line.getter())
        with _bar(quiet=as_json) as tell:
            mended = getter.repair(pack_id, tell)
    if as_json:
        say_json({"riparati": mended})
    elif mended:
        say(f"A posto: {count_words(mended, 'file ripreso', 'file ripresi')}.")
    else:
        say("Non c'era nulla da riparare: tutti i file sono a posto.")
    return 0


def trust(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="Il file 1.root.json della regione, o il suo indirizzo.")
    ],
    *,
    fingerprint: Annotated[
        str, typer.Option(help="L'impronta detta dalla regione: se è diversa, non si fida.")
    ] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Dimentica la regione di prima.")] = False,
    as_json: AsJson = False,
) -> int:
    """Impara le firme della regione: da qui in poi si installano solo i suoi pacchetti."""
    from sync.packs.trust import fingerprint as fingerprint_of

    data = _root_bytes(source)
    shown = fingerprint_of(data)
    if fingerprint and _digits(fingerprint) != _digits(shown):
        raise typer.BadParameter(f"l'impronta è {shown}: non è quella attesa")
    if not (fingerprint or as_json):
        say(f"L'impronta delle firme è: {shown}")
        if not typer.confirm("È quella che ti ha detto la regione?"):
            return 1
    with opened_line() as (_, _shelf, line):
        line.trust.begin(data, replace=replace)
    if as_json:
        say_json({"impronta": shown})
    else:
        say("Fatto: questo portatile riconosce i pacchetti della regione.")
    return 0


def limits(
    *,
    per_day: Annotated[int | None, typer.Option(min=0, help="Megabyte al giorno; 0 senza limite.")] = None,
    hours: Annotated[str | None, typer.Option(help="Ore permesse, per esempio 22-6; 0-0 per tutte.")] = None,
    space: Annotated[
        int | None, typer.Option(min=0, help="Megabyte per la biblioteca; 0 senza limite.")
    ] = None,
    mirror: Annotated[
        list[str] | None, typer.Option(help="Un indirizzo da provare prima della regione; anche più d'uno.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Dice, e cambia, quanto della linea e del disco possono prendere i pacchetti."""
    home = default_home().ready()
    old = home.settings().packs
    start, end = read_hours(hours) if hours is not None else (old.from_hour, old.to_hour)
    new = PackSettings(
        mirrors=old.mirrors if mirror is None else tuple(address for address in mirror if address),
        daily_mb=old.daily_mb if per_day is None else per_day,
        from_hour=start,
        to_hour=end,
        library_mb=old.library_mb if space is None else space,
    )
    if new != old:
        home.remember_packs(new)
    if as_json:
        say_json(msgspec.to_builtins(msgspec.structs.asdict(new)))
    else:
        say(f"Al giorno: {f'{new.daily_mb} MB' if new.daily_mb else 'quanto serve'}.")
        say(f"Ore: {'tutte' if start == end else f'dalle {start} alle {end}'}.")
        say(f"Biblioteca: {f'{new.library_mb} MB al più' if new.library_mb else 'quanto tiene il disco'}.")
        for address in new.mirrors:
            say(f"Prima della regione prova: {address}")
    return 0


def _get_patiently(getter: "PackGetter", pack_id: str, *, wait: bool, quiet: bool) -> str:
    """Gets a pack, waiting for its hours and its days where asked to; gives its title."""
    from sync.errors import SyncError
    from sync.packs.errors import BudgetSpentError, GettingStoppedError, OutsideHoursError

    while True:
        try:
            with _bar(quiet=quiet) as tell:
                return getter.get(pack_id, tell).head.title
        except (BudgetSpentError, OutsideHoursError, SyncError) as error:
            if not wait:
                raise
            if not quiet:
                say(f"{error.message} Aspetto.")
            time.sleep(_WAIT_SECONDS)
        except KeyboardInterrupt as error:
            raise GettingStoppedError from error


@contextlib.contextmanager
def _bar(*, quiet: bool) -> Iterator["Tell | None"]:
    """A bar on the terminal that follows a download, with a notch for every fall of the line."""
    if quiet:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), DownloadColumn(), TextColumn("{task.fields[cuts]}"), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task("", total=None, cuts="")

        def tell(now: "Done") -> None:
            cuts = count_words(len(now.cuts), "caduta", "cadute") if now.cuts else ""
            progress.update(task, completed=now.done, total=now.total, cuts=cuts)

        yield tell


def _row(novelty: "Novelty") -> tuple[str, ...]:
    here = "–" if novelty.installed is None else str(novelty.installed)
    size = size_words(novelty.offer.size)
    return novelty.pack.pack_id, novelty.pack.title, str(novelty.offer.edition), here, size


def _novelty_as_data(novelty: "Novelty") -> dict[str, object]:
    return {
        "pacchetto": novelty.pack.pack_id,
        "titolo": novelty.pack.title,
        "area": novelty.pack.area.value,
        "edizione": novelty.offer.edition,
        "installata": novelty.installed,
        "nuovo": novelty.is_new,
        "byte": novelty.offer.size,
    }


def _root_bytes(source: str) -> bytes:
    from content.disk import disk_told
    from sync.packs.http_place import HttpPlace
    from sync.packs.places import metadata_path, read_whole
    from sync.packs.trust import MAX_ROOT_BYTES

    if source.startswith(("http://", "https://")):
        place = HttpPlace(f"{source.rstrip('/')}/packs")
        try:
            return read_whole(place, metadata_path("1.root.json"), MAX_ROOT_BYTES)
        finally:
            place.close()
    with disk_told(Path(source)), Path(source).open("rb") as file:
        return file.read(MAX_ROOT_BYTES + 1)


def _digits(fingerprint: str) -> str:
    return "".join(fingerprint.split()).lower()


def read_hours(words: str) -> tuple[int, int]:
    """Hours as they are typed, `22-6`; raises typer.BadParameter."""
    start, dash, end = words.partition("-")
    if not (dash and start.isdigit() and end.isdigit() and int(start) < 24 and int(end) <= 24):
        raise typer.BadParameter("le ore si scrivono così: 22-6")
    return int(start), int(end) % 24
