"""What PySide does at a window's start that this program has no use for, and how it is spared."""

import sys

from PySide6.QtWidgets import QScrollArea, QWidget


def read_no_sources() -> None:
    """Has modules imported from now on not be searched for the word «PySide6» in their source.

    PySide does so to know which of them may write Qt's names otherwise (`__feature__`): none of ours does. It takes
    a twentieth of the time to the first paint. Where PySide does it no more, nothing is done.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature).update(_mod_uses_pyside=lambda _module: False)


def give_view(area: QScrollArea) -> None:
    """Gives a new scroll area a view made here, before anything stands in it; it lets through what is behind.

    Asked for Qt's own view, PySide readies every class of widget there is to see which one it may be: a twenty-fifth
    of the time to the first paint. `know_widgets` has it do so later.
    """
    area.setViewport(QWidget())


def know_widgets() -> None:
    """Has PySide ready every class of widget now, while nobody waits: the first page would do it otherwise."""
    QScrollArea().viewport()
