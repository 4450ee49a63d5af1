"""What `doctor` looks at: each check says in words how it is and, where it is not well, what to do."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec

from content.search import index_state
from scuola_digitale.clock import SystemClock
from scuola_digitale.domain.school_terms import last_year
from scuola_digitale.errors import ScuolaError
from ui.home import Home
from ui.laptop import Laptop
from ui.presenters.set_aside import set_aside_lines
from ui.shelf import Shelf

LITTLE_SPACE = 500_000_000
"""Below this many free bytes an install may not fit any more."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of one check; `remedy` is empty where nothing is to be done."""

    name: str
    well: bool
    sentence: str
    remedy: str = ""


def check_up(home: Home) -> Iterator[Finding]:
    """Runs every check in turn; a check that cannot run is a finding, not an end."""
    checks: dict[str, Callable[[Home], Finding]] = {
        "cartella dei dati": _data_folder,
        "finestra": _window,
        "biblioteca": _library,
        "ricerca": _search,
        "scuola": _school,
    }
    for name, check in checks.items():
        try:
            yield check(home)
        except ScuolaError as error:
            yield Finding(name=name, well=False, sentence=error.message, remedy=error.remedy)


def _data_folder(home: Home) -> Finding:
    home.ready()
    free = shutil.disk_usage(home.folder).free
    sentence = f"I dati sono in {home.folder}; liberi {free // 1_000_000} MB."
    if free < LITTLE_SPACE:
        remedy = "Togli dei pacchetti che non servono, o libera spazio sul disco."
        return Finding(name="cartella dei dati", well=False, sentence=sentence, remedy=remedy)
    return Finding(name="cartella dei dati", well=True, sentence=sentence)


def _window(_home: Home) -> Finding:
    if importlib.util.find_spec("PySide6") is None:
        return Finding(
            name="finestra",
            well=False,
            sentence="Manca PySide6.",
            remedy="Ripeti l’installazione: «make run» prepara tutto.",
        )
    # In a process of its own: a missing system library would end this one without a word.
    probe = [sys.executable, "-c", "import PySide6.QtWidgets, PySide6.QtSvg"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return Finding(name="finestra", well=True, sentence="La finestra può aprirsi.")
    last = done.stderr.strip().splitlines()[-1:] or ["motivo sconosciuto"]
    return Finding(
        name="finestra",
        well=False,
        sentence=f"La finestra non può aprirsi: {last[0]}",
        remedy="Installa le librerie di sistema elencate in requirements/system.txt.",
    )


def _library(home: Home) -> Finding:
    with Shelf.opened(home) as shelf:
        packs = shelf.packs()
        broken = [pack.head.title for pack in packs if shelf.verify(pack.head.pack_id)]
        missing = sum(not pack.searchable for pack in packs)
    if broken:
        return Finding(
            name="biblioteca",
            well=False,
            sentence=f"Pacchetti rovinati: {', '.join(broken)}.",
            remedy="Installali di nuovo dalla chiavetta o dalla linea.",
        )
    note = f" {missing} aspettano di entrare nella ricerca." if missing else ""
    return Finding(
        name="biblioteca", well=True, sentence=f"Pacchetti installati e interi: {len(packs)}.{note}"
    )


def _search(home: Home) -> Finding:
    with Shelf.opened(home) as shelf:
        state = index_state(shelf)
    if state.engine is None:
        sentence = "La ricerca si prepara da sola quando la finestra è aperta."
    elif state.is_up_to_date:
        sentence = f"La ricerca conosce tutti i pacchetti ({state.engine})."
    else:
        sentence = f"La ricerca risponde ({state.engine}); sta imparando dei pacchetti nuovi."
    if state.broken_ms is not None:
        day = datetime.fromtimestamp(state.broken_ms / 1000, tz=UTC).astimezone()
        sentence += f" Il suo indice era rovinato, e dal {day:%d/%m/%Y} alle {day:%H:%M} si rifà da solo."
    return Finding(name="ricerca", well=True, sentence=sentence)


def _school(home: Home) -> Finding:
    if not Laptop.belongs_to_a_school(home):
        return Finding(
            name="scuola", well=True, sentence="Questo portatile non fa ancora parte di una scuola."
        )
    with Laptop.opened(home) as laptop:
        broken = laptop.school.damage()
        waiting = laptop.school.exchange_state().waiting
        aside = set_aside_lines(laptop.school.set_aside())
        suspended = laptop.school.suspended()
        year, until_ms = last_year(SystemClock().now_ms())
        may_close = laptop.school.closable(until_ms) > 0
    if suspended:
        names = ", ".join(device.hex()[:8] for device in suspended)
        return Finding(
            name="scuola",
            well=False,
            sentence=f"Un portatile è stato copiato troppe volte, ed è sospeso: {names}.",
            remedy="Escludilo e fai entrare di nuovo i portatili che hanno la sua copia.",
        )
    if broken:
        return Finding(
            name="scuola",
            well=False,
            sentence="La memoria della scuola su questo portatile è rovinata.",
            remedy="Chiudi il programma e rimetti l’ultima copia con: scuola-digitale doctor --restore",
        )
    told = f" Messi da parte: {'; '.join(aside)}." if aside else ""
    return Finding(
        name="scuola",
        well=True,
        sentence=f"La memoria è sana; {waiting} fatti aspettano la linea.{told}",
        remedy=f"L’anno {year} è finito, chiudilo con: scuola-digitale school close-year"
        if may_close
        else "",
    )
