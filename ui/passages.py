"""Pupils on their way to another site or school: what is handed over, what arrives, and who is taken in."""

import os
from pathlib import Path

import msgspec

from content.disk import disk_told
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.passage import FILE_CAP, BadPassageError, Passage, open_file, seal_file
from scuola_digitale.storage.errors import BadPassageFileError
from scuola_digitale.storage.joining import school_digits
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.words import say

SUFFIX = ".scuola"
_PREFIX = "passaggio-"


class NoPassageError(ScuolaError):
    """A folder holds no passage, or more than one."""

    def __init__(self, found: int) -> None:
        super().__init__(
            say("Qui c’è più di un passaggio.") if found else say("Qui non c’è nessun passaggio."),
            remedy=say(
                "Scegli il file che comincia con «passaggio-», quello che la scuola di prima ti ha dato."
            ),
        )


class HandedOver(msgspec.Struct, frozen=True):
    """What is told of a file for another school.

    Attributes:
        path: the file.
        code: opens it; it goes another way than the file.
        digits: six digits of this school, to compare on the phone.
        facts, closed: how many things go along, and how many stay because they cannot be opened here.
    """

    path: Path
    code: str
    digits: str
    facts: int
    closed: int


class Newcoming(msgspec.Struct, frozen=True):
    """Somebody who can be taken in.

    Attributes:
        passage: what they bring.
        digits: the six digits of the school that they leave; empty for another site of this school.
        sent_ms: when they were sent or packed.
    """

    passage: Passage
    digits: str
    sent_ms: int


def hand_over(opened: OpenedMemory, person: PersonId, folder: Path) -> HandedOver:
    """Writes a pupil's passage into a folder, for another school; the file's name says nothing.

    Raises:
        NothingKnownError: they are not in the roster.
        DiskFullError, DiskRefusedError: the folder cannot be written.
    """
    packed = opened.passage(person)
    passage = packed.passage
    data, code = seal_file(
        passage, certificate=opened.certificate(), seed=opened.author.seed, random=os.urandom
    )
    path = folder / f"{_PREFIX}{passage.bundle.hex()[:6]}{SUFFIX}"
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".nuovo")
        aside.write_bytes(data)
        aside.replace(path)
    return HandedOver(path, code, school_digits(passage.root_key), len(passage.facts), packed.closed)


def look_into(place: Path, code: str) -> Newcoming:
    """Opens the passage in a file, or in the folder that holds just one.

    Raises:
        NoPassageError: the folder holds none, or more.
        BadPassageFileError: the code does not open it, or it was changed.
        DiskRefusedError: it cannot be read.
    """
    with disk_told(place):
        path = _only_one(place) if place.is_dir() else place
        if path.stat().st_size > FILE_CAP:
            raise BadPassageFileError
        data = path.read_bytes()
    try:
        passage, _ = open_file(data, code)
    except BadPassageError as error:
        raise BadPassageFileError from error
    return Newcoming(passage, school_digits(passage.root_key), passage.made_ms)


def arriving(opened: OpenedMemory) -> tuple[Newcoming, ...]:
    """Who was sent from other sites of this school and waits to be welcomed."""
    return tuple(Newcoming(one.passage, "", one.sent_ms) for one in opened.arrivals())


def here_already(pupils: tuple[Pupil, ...], newcoming: Newcoming) -> bool:
    """Whether somebody of that name stands in the roster already: perhaps added by hand before the file came."""
    name = newcoming.passage.name.casefold()
    return any(one.name.casefold() == name for one in pupils)


def _only_one(folder: Path) -> Path:
    found = sorted(folder.glob(f"{_PREFIX}*{SUFFIX}"))
    if len(found) != 1:
        raise NoPassageError(len(found))
    return found[0]
