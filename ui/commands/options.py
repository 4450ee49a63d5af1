"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Risponde con un oggetto JSON, per un altro programma.")]


def place(words: str | Path) -> Path:
    """A file or folder as it was typed.

    Raises:
        typer.BadParameter: nothing was typed, which would stand for wherever one happens to be, or more than
            any disk can hold.
    """
    if not str(words).strip():
        raise typer.BadParameter("a name is missing")
    path = Path(words)
    try:
        path.exists()
    except OSError as error:
        raise typer.BadParameter("no disk holds such a name") from error
    return path
