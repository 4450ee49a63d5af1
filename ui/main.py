"""The entry of the program: the window when nothing is asked, else the command line.

The window's start is measured, so nothing of the command line (typer, rich) is imported on its way.
"""

import importlib
import logging
import os
import sys
from collections.abc import Callable

from scuola_digitale.errors import ScuolaError
from ui.languages import ENVIRONMENT

_WINDOWED = frozenset({"demo", "screenshots"})
"""Commands that show the window: these speak its language. The others, their help included, speak Italian."""


def main() -> int:
    """Runs what was asked and returns the exit code: 0 done, 1 refused with a remedy, 2 wrong usage."""
    arguments = _without_language(sys.argv[1:])
    if logging.lastResort is not None:
        # What Python does without any handler; otherwise a library that notes a trifle opens one for everything.
        logging.getLogger().addHandler(logging.lastResort)
    if not arguments:
        return open_window()
    if arguments[0] in _WINDOWED:
        try:
            speak_as_wanted()
        except ScuolaError as error:
            return _refused(error)
    from ui.commands.app import run
    from ui.commands.terminal import bear_any_terminal
    from ui.stage import QtStage

    bear_any_terminal()
    return run(arguments, QtStage())


def open_window(ready: Callable[[], None] | None = None) -> int:
    """Opens the window on this laptop's school until it is closed; `ready` is called when it answers.

    Where it cannot open, the reason is told: in a small window, and to who started it from a terminal.
    """
    _spare_typing_extensions()
    from ui.home import default_home
    from ui.stage import NoScreenError, ask_for_screen

    try:
        speak_as_wanted()
        ask_for_screen()
        from ui.widgets.qt_sparing import read_no_sources

        read_no_sources()
        from ui.widgets.opening import open_laptop

        return open_laptop(default_home(), ready)
    except ScuolaError as error:
        code = _refused(error)
        if not isinstance(error, NoScreenError):
            from ui.widgets.opening import tell_why_not

            tell_why_not(error)
        return code


def speak_as_wanted() -> None:
    """Chooses the language, before any page is imported: `--lingua`, the environment, what the laptop remembers.

    Raises:
        UnknownLanguageError: there are no words in it.
    """
    from ui.home import default_home
    from ui.languages import choose_language, wanted_language

    choose_language(wanted_language(default_home().settings().language))


def _without_language(arguments: list[str]) -> list[str]:
    """What is asked besides `--lingua CODE`, which stands first; programs begun by this one speak alike."""
    if len(arguments) < 2 or arguments[0] != "--lingua":
        return arguments
    os.environ[ENVIRONMENT] = arguments[1]
    return arguments[2:]


def _refused(error: ScuolaError) -> int:
    sys.stderr.write(f"{error.message}\n→ {error.remedy}\n")
    return 1


def _spare_typing_extensions() -> None:
    """Imports msgspec without typing_extensions, which takes a tenth of the time to the first paint.

    msgspec asks it for three names that Python has had since 3.11, and takes Python's own where it is missing.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's way to say «not there»
    try:
        importlib.import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]


if __name__ == "__main__":
    raise SystemExit(main())
