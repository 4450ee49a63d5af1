"""Options that several commands share."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Risponde con un oggetto JSON, per un altro programma.")]
