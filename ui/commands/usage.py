"""The command line's own Italian: help pages and wrong usage, which typer tells in English."""

from typing import Any

import typer
from rich.markup import escape
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from ui.commands.terminal import err

HELP = "Mostra questo aiuto."


class Command(TyperCommand):
    """A command whose `--help` speaks Italian."""

    def get_help_option(self, ctx: Any) -> Any:
        """The `--help` option, told in Italian."""
        return _italian(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The line that shows how it is written, in Italian."""
        return _italian_usage(super().get_usage(ctx))


class Group(TyperGroup):
    """A group of commands whose `--help` speaks Italian."""

    def get_help_option(self, ctx: Any) -> Any:
        """The `--help` option, told in Italian."""
        return _italian(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The line that shows how it is written, in Italian."""
        return _italian_usage(super().get_usage(ctx))


def _italian_usage(usage: str) -> str:
    for english, italian in (
        ("Usage:", "Uso:"),
        ("[OPTIONS]", "[OPZIONI]"),
        ("COMMAND [ARGS]...", "COMANDO …"),
    ):
        usage = usage.replace(english, italian)
    return usage


def _italian(option: Any) -> Any:
    if option is not None:
        option.help = HELP
    return option


def speak_italian() -> None:
    """Gives the help pages Italian titles; call it before a page is drawn."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Da scrivere"
    rich_utils.OPTIONS_PANEL_TITLE = "Opzioni"
    rich_utils.COMMANDS_PANEL_TITLE = "Comandi"
    rich_utils.DEFAULT_STRING = "[di solito: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[obbligatorio]"


def tell_wrong_usage(error: typer.TyperException) -> int:
    """Tells how the command should have been written; returns the exit code, 2."""
    err.print(f"[bold red]{escape(_sentence(error))}[/]")
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "scuola-digitale"
    err.print(f"[dim]→[/] Scrivi «{command} --help» per vedere come si usa.")
    return 2


def _sentence(error: typer.TyperException) -> str:
    # typer keeps these classes in a private module, so they are told apart by name.
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        return f"Non conosco l'opzione {error.option_name}." + (  # type: ignore[attr-defined]
            f" Forse volevi dire {' o '.join(near)}?" if near else ""
        )
    parameter = getattr(error, "param", None)
    name = (parameter.metavar or parameter.opts[0]) if parameter is not None else ""
    if kind == "MissingParameter":
        return f"Manca {name}."
    if isinstance(error, typer.BadParameter):
        return f"Il valore di {name} non va bene." if name else "Un valore non va bene."
    if "No such command" in error.message:
        return f"Non conosco questo comando: {error.message.split(chr(39))[1]}."
    if kind == "BadOptionUsage":
        return f"All'opzione {error.option_name} manca il valore."  # type: ignore[attr-defined]
    return "Il comando non è scritto bene."
