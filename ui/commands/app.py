"""The command line: what each command is called, and the one place where it ends well or in words."""

from collections.abc import Sequence

import typer

from scuola_digitale.errors import ScuolaError
from ui.commands import (
    carrying,
    day,
    doctor,
    getting,
    hubs,
    lines,
    own_lessons,
    packs,
    persons,
    regions,
    school,
    searching,
    shelves,
    syncing,
)
from ui.commands.stage import Stage
from ui.commands.terminal import refuse
from ui.commands.usage import Command, Group, speak_italian, tell_wrong_usage

# Once for each program: the groups belong to their modules, and would grow with every tree that is built.
getting.add_to(packs.app)
carrying.add_to(packs.app)
own_lessons.add_to(packs.app)
shelves.add_to(regions.app)


def run(arguments: Sequence[str], stage: Stage) -> int:
    """Runs one command; returns 0 when done, 1 after a refusal with its remedy, 2 for wrong usage."""
    speak_italian()
    try:
        code = build_app(stage)(list(arguments), prog_name="scuola-digitale", standalone_mode=False)
    except ScuolaError as error:
        return refuse(error, as_json="--json" in arguments)
    except typer.TyperException as error:
        return tell_wrong_usage(error)
    except typer.Abort:
        return 1
    return code if isinstance(code, int) else 0


def build_app(stage: Stage) -> typer.Typer:
    """Builds the command tree; `stage` is the window's side, which this package never imports."""
    app = typer.Typer(
        cls=Group,
        help="Scuola Digitale: lezioni senza linea, progressi al sicuro. Senza comandi apre la finestra.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
    )
    app.add_typer(packs.app, name="pack")
    app.add_typer(school.app, name="school")
    app.add_typer(persons.app, name="person")
    app.add_typer(regions.app, name="region")
    app.command("search", cls=Command)(searching.search)
    app.command("sync", cls=Command)(syncing.sync)
    app.command("hub", cls=Command)(hubs.hub)
    app.command("line", cls=Command)(lines.line)
    app.command("doctor", cls=Command)(doctor.doctor)
    for name, command in day.commands(stage).items():
        app.command(name, cls=Command)(command)
    return app
