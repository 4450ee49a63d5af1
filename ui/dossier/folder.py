"""Puts a person's data and page into a folder that only who made it can open."""

import json
from pathlib import Path

from content.disk import disk_told
from scuola_digitale.domain.dossier import Dossier
from ui.dossier.covering import Covering
from ui.dossier.data import person_data
from ui.dossier.page import Page
from ui.presenters.answers_in_words import Lessons
from ui.presenters.desk import Shelf
from ui.presenters.italian import local

DATA, PAGE, PHOTO = "dati.json", "leggi.html", "foto.webp"


def write_dossier(dossier: Dossier, library: Shelf, folder: Path) -> Path:
    """Writes both files into a new folder inside `folder`, and gives it.

    The folder's name holds the day and no name: it will be seen in lists of files, on sticks, in mails.

    Raises:
        DiskFullError, DiskRefusedError: the folder cannot be written.
    """
    with disk_told(folder):
        where = _new_folder(folder, f"scuola-dati-{local(dossier.made_ms):%Y-%m-%d}")
        data = person_data(dossier, _covering(dossier))
        page = Page(dossier, Lessons(library), _covering(dossier)).html()
        _write(where / DATA, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        _write(where / PAGE, page)
        if dossier.photo:
            _write_bytes(where / PHOTO, dossier.photo)
    return where


def _covering(dossier: Dossier) -> Covering:
    names = [
        one.fields.get("value")
        for one in dossier.facts
        if one.kind == "PupilFieldSet" and one.fields.get("field") == "name"
    ]
    return Covering(dossier.others, [name for name in names if isinstance(name, str)])


def _new_folder(parent: Path, name: str) -> Path:
    parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        where = parent / (name if number == 1 else f"{name}-{number}")
        try:
            where.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
        else:
            return where


def _write(path: Path, words: str) -> None:
    _write_bytes(path, words.encode("utf-8"))


def _write_bytes(path: Path, data: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(data)
