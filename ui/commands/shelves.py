"""`scuola-digitale region publish|rollout|keys`: the region's shelf of packs."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from content.disk import disk_told
from ui.commands.options import AsJson
from ui.commands.terminal import say, say_json
from ui.commands.usage import Command, Group
from ui.home import default_home, folder_made
from ui.presenters.italian import size_words

if TYPE_CHECKING:
    from sync.region.shelf.keys import KeyFolder
    from sync.region.shelf.shelf import PackShelf

# `sync.region.shelf` is imported where it is used: python-tuf would cost every other command a sixth of a second.

keys_app = typer.Typer(cls=Group, help="Le chiavi che firmano i pacchetti.", no_args_is_help=True)

ShelfFolder = Annotated[
    Path | None, typer.Option("--shelf", help="La cartella dello scaffale (di solito quella della regione).")
]
KeyFolders = Annotated[
    list[Path],
    typer.Option("--keys", help="Dove stanno le chiavi: una cartella o una chiavetta; anche più d'una."),
]
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", help="Legge da un file la parola delle chiavi, invece di chiederla."),
]
Percent = Annotated[int, typer.Option(min=0, max=100, help="A quante scuole su cento.")]
Schools = Annotated[
    list[str] | None,
    typer.Option("--school", help="Lo pseudonimo di una scuola che la riceve subito; anche più d'una."),
]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the group `region`."""
    app.command("publish", cls=Command)(publish)
    app.command("rollout", cls=Command)(rollout)
    keys_app.command("new", cls=Command)(new_keys)
    keys_app.command("rotate", cls=Command)(rotate_key)
    keys_app.command("renew", cls=Command)(renew_keys)
    app.add_typer(keys_app, name="keys")


def own_shelf(folder: Path | None = None) -> "PackShelf":
    """The shelf in a folder, or in the region's own."""
    from sync.region.shelf.shelf import PackShelf

    return PackShelf(folder or folder_made(default_home().ready().folder / "regione") / "scaffale")


def publish(
    pack: Annotated[Path, typer.Argument(metavar="PACCHETTO", help="La cartella del pacchetto costruito.")],
    *,
    keys: KeyFolders,
    percent: Percent = 100,
    schools: Schools = None,
    shelf: ShelfFolder = None,
    password_file: PasswordFile = None,
    as_json: AsJson = False,
) -> int:
    """Firma un pacchetto e lo mette sullo scaffale, per tutte le scuole o prima per alcune."""
    from content.packing.opening import open_pack
    from sync.packs.catalogue import school_mark

    pack_id = open_pack(pack).manifest.pack.pack_id
    offered = own_shelf(shelf).publish(
        pack,
        _opened(keys, password_file),
        percent=percent,
        schools=tuple(school_mark(pack_id, school) for school in schools or ()),
    )
    offer = offered.offers[0]
    if as_json:
        say_json({"pacchetto": offered.pack_id, "edizione": offer.edition, "sha256": offer.sha256})
    else:
        say(f"«{offered.title}», edizione {offer.edition}, è sullo scaffale ({size_words(offer.size)}).")
        if offer.percent < 100:
            say(f"Per ora la riceve il {offer.percent} % delle scuole, più {len(offer.schools)} per nome.")
    return 0


def rollout(
    pack_id: Annotated[str, typer.Argument(metavar="PACCHETTO", help="Il nome del pacchetto: editore/nome.")],
    *,
    percent: Percent = 100,
    schools: Schools = None,
    edition: Annotated[int, typer.Option(min=0, help="Quale edizione; 0 per l'ultima.")] = 0,
    shelf: ShelfFolder = None,
    as_json: AsJson = False,
) -> int:
    """Allarga o restringe le scuole che ricevono un'edizione."""
    from sync.region.shelf.roll_out import roll_out

    changed = roll_out(own_shelf(shelf), pack_id, edition=edition, percent=percent, school_ids=schools or ())
    offers = [
        {"edizione": offer.edition, "percento": offer.percent, "scuole": len(offer.schools)}
        for offer in changed.offers
    ]
    if as_json:
        say_json({"pacchetto": pack_id, "edizioni": offers})
    else:
        for offer in offers:
            named = f", più {offer['scuole']} per nome" if offer["scuole"] else ""
            say(f"Edizione {offer['edizione']}: {offer['percento']} % delle scuole{named}.")
    return 0


def new_keys(
    folder: Annotated[
        Path, typer.Argument(metavar="CARTELLA", help="Dove mettere le chiavi da tenere spente.")
    ],
    *,
    shelf: ShelfFolder = None,
    password_file: PasswordFile = None,
    as_json: AsJson = False,
) -> int:
    """Crea lo scaffale e le sue chiavi: tre radici (ne servono due), una per pubblicare, una per ogni area."""
    from sync.packs.trust import fingerprint
    from sync.region.shelf.keys import OFFLINE_KEYS

    place = own_shelf(shelf)
    place.begin(_opened([folder], password_file, twice=True))
    shown = fingerprint((place.files.folder / "1.root.json").read_bytes())
    if as_json:
        say_json({"scaffale": str(place.folder), "chiavi": list(OFFLINE_KEYS), "impronta": shown})
        return 0
    say(f"Lo scaffale è in {place.folder}.")
    say(f"Le chiavi sono in {folder}: dai le tre radici a tre persone diverse e tienile lontano dalla rete.")
    say(f"L'impronta da dire alle scuole è: {shown}")
    return 0


def rotate_key(
    name: Annotated[
        str, typer.Argument(metavar="CHIAVE", help="radice-1…3, pubblicazione, area-AREA, in-linea.")
    ],
    *,
    keys: KeyFolders,
    shelf: ShelfFolder = None,
    password_file: PasswordFile = None,
    as_json: AsJson = False,
) -> int:
    """Cambia una chiave: i portatili seguono da soli. Per le radici ne servono due."""
    from sync.region.shelf.keys import OFFLINE_KEYS, ONLINE_KEY
    from sync.region.shelf.rotation import rotate

    if name not in {*OFFLINE_KEYS, ONLINE_KEY}:
        raise typer.BadParameter("non è il nome di una chiave")
    place = own_shelf(shelf)
    rotate(place, name, _opened(keys, password_file))
    version = place.files.root().version
    if as_json:
        say_json({"chiave": name, "radice": version})
    else:
        say(
            f"La chiave «{name}» è nuova (radice {version}). Metti via la vecchia, e fai una copia di questa."
        )
    return 0


def renew_keys(
    *,
    keys: KeyFolders,
    shelf: ShelfFolder = None,
    password_file: PasswordFile = None,
    as_json: AsJson = False,
) -> int:
    """Rinnova per tredici mesi le firme fatte con le chiavi spente: una volta l'anno, in ogni area."""
    from sync.region.shelf.rotation import renew_offline

    done = renew_offline(own_shelf(shelf), _opened(keys, password_file))
    if as_json:
        say_json({"rinnovate": list(done)})
    else:
        say(f"Firme rinnovate: {', '.join(done) or 'nessuna, qui non ci sono chiavi'}.")
    return 0


def _opened(folders: list[Path], password_file: Path | None, *, twice: bool = False) -> "KeyFolder":
    from sync.region.shelf.keys import KeyFolder

    return KeyFolder(folders, _asking(password_file, twice=twice))


def _asking(password_file: Path | None, *, twice: bool) -> Callable[[str], str]:
    if password_file is not None:
        with disk_told(password_file):
            word = password_file.read_text(encoding="utf-8").strip()
        return lambda _name: word

    def ask(name: str) -> str:
        word = getpass.getpass(f"Parola della chiave «{name}»: ")
        if twice and getpass.getpass("Ancora una volta: ") != word:
            raise typer.BadParameter("le due parole sono diverse")
        return word

    return ask
