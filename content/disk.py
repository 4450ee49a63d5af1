"""When the disk has no room, or refuses: one sentence for every room of this house."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say

_FULL = {errno.ENOSPC, errno.EDQUOT}


class DiskFullError(ScuolaError):
    """There is no room; nothing was changed."""

    def __init__(self, needed: int | None = None) -> None:
        room = (
            say(" Servono circa {megabytes} MB liberi.", megabytes=max(1, round(needed / 1_000_000)))
            if needed
            else ""
        )
        super().__init__(
            say("Sul disco non c’è abbastanza posto.{room}", room=room),
            remedy=say("Togli un pacchetto che non serve, o chiama il tecnico. Poi riprova."),
        )
        self.needed = needed


@contextmanager
def full_disk_told() -> Iterator[None]:
    """Runs the block; an OSError that means a full disk becomes DiskFullError, any other stays."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError from error
        raise


class DiskRefusedError(ScuolaError):
    """Something cannot be read or written where it should be."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            say("Non riesco a leggere o a scrivere «{place}».", place=place),
            remedy=say(
                "Controlla che il posto sia giusto e che tu possa scriverci; se è una chiavetta, "
                "che sia inserita bene."
            ),
        )
        self.place = place


@contextmanager
def disk_told(place: Path) -> Iterator[None]:
    """Runs the block; whatever the disk refuses becomes a sentence about `place`, or about the file it names.

    Raises:
        DiskFullError: there is no room.
        DiskRefusedError: anything else that a disk may say.
    """
    try:
        with full_disk_told():
            yield
    except OSError as error:
        named = Path(error.filename) if isinstance(error.filename, str) else place
        # A file aside has a name that tells nobody anything.
        raise DiskRefusedError(place if place in named.parents else named) from error
