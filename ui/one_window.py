"""One window at a time on a laptop's school: who opens a second one is told, and the first comes to the front."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from content.disk import disk_told
from content.library.lock import try_lock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.home import Home


class WindowOpenError(ScuolaError):
    """The program's window is open on this laptop already."""

    def __init__(self) -> None:
        super().__init__(
            say("Scuola Digitale è già aperta."),
            remedy=say("La sua finestra viene davanti: chiudi questa e vai avanti lì."),
        )


def call_file(home: Home) -> Path:
    """The file by which a second window calls the first; the first watches it."""
    return home.folder / "finestra.chiamata"


@contextmanager
def only_window(home: Home) -> Iterator[None]:
    """Has the school's window for itself during the block; what dies with its program leaves no lock behind.

    Raises:
        WindowOpenError: another one is open; it was called.
        DiskFullError, DiskRefusedError: nothing can be written in the data folder.
    """
    with ExitStack() as held:
        with disk_told(home.folder):
            taken = held.enter_context(try_lock(home.folder / "finestra.lock"))
            call_file(home).touch()  # which takes no room of a full disk, and calls who watches it
        if not taken:
            raise WindowOpenError
        yield
