"""The entry of the program: the window when nothing is asked, else the command line.

The window's start is measured, so nothing of the command line (typer, rich) is imported on its way.
"""

import sys


def main() -> int:
    """Runs what was asked and returns the exit code: 0 done, 1 refused with a remedy, 2 wrong usage."""
    arguments = sys.argv[1:]
    if not arguments:
        from ui.stage import open_window

        return open_window()
    from ui.commands.app import run
    from ui.stage import QtStage

    return run(arguments, QtStage())


if __name__ == "__main__":
    raise SystemExit(main())
