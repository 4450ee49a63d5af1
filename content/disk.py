"""When the disk has no room: one sentence for every room of this house."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from scuola_digitale.errors import ScuolaError

_FULL = {errno.ENOSPC, errno.EDQUOT}


class DiskFullError(ScuolaError):
    """There is no room; nothing was changed."""

    def __init__(self, needed: int | None = None) -> None:
        room = f" Servono circa {max(1, round(needed / 1_000_000))} MB liberi." if needed else ""
        super().__init__(
            f"Sul disco non c'è abbastanza posto.{room}",
            remedy="Libera un po' di spazio (per esempio togli un pacchetto che non usi), poi riprova.",
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
