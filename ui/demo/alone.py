"""One at a time: two impatient clicks must not found the same school twice, one under the other's feet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from content.disk import disk_told
from content.library.lock import try_lock
from scuola_digitale.errors import ScuolaError

FOUNDING_SECONDS = 120.0
"""How long the second of two may wait for the first to found the school, on a slow laptop."""


class DemoBusyError(ScuolaError):
    """Another program is at work on the same demo school."""

    def __init__(self) -> None:
        super().__init__(
            "Un altro programma sta già usando questa scuola di prova.",
            remedy="Aspetta che finisca, poi riprova.",
        )


@contextmanager
def alone(folder: Path, *, wait: float = 0) -> Iterator[None]:
    """Has the demo school in `folder` for itself during the block, after up to `wait` seconds.

    Raises:
        DemoBusyError: another program has it.
        DiskFullError, DiskRefusedError: nothing can be written beside it.
    """
    lock = folder.with_name(f"{folder.name}.lock")
    with disk_told(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
    with try_lock(lock, wait) as taken:
        if not taken:
            raise DemoBusyError
        yield
