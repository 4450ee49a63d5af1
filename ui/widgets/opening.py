"""Opens the window on a laptop: the application, its look, its pages, and what begins behind them."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.home import Home, HomeUnwritableError, folder_made
from ui.laptop import Laptop
from ui.one_window import call_file, only_window
from ui.widgets.called import ComesWhenCalled
from ui.widgets.pictures import picture
from ui.widgets.qt_sparing import know_widgets
from ui.widgets.theme import dress
from ui.widgets.tongue import translate_qt
from ui.widgets.window import MainWindow

START_SIZE = (1366, 768)


def application() -> QApplication:
    """The one QApplication, dressed; made at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Scuola Digitale")
        app.setApplicationDisplayName("Scuola Digitale")
        app.setDesktopFileName("scuola-digitale")
        translate_qt()
        dress(app, "chiaro")
        app.setWindowIcon(QIcon(picture("marchio", 64)))
    return app


def open_laptop(home: Home, ready: Callable[[], None] | None = None) -> int:
    """Opens the window on this laptop's school, or the welcome where there is none; returns the exit code.

    `ready` is called when the window was painted and answers.

    Raises:
        WindowOpenError: it is open already; that window comes to the front.
    """
    application()
    home.ready()
    with only_window(home):
        return _open(home, ready)


def _open(home: Home, ready: Callable[[], None] | None) -> int:
    app = application()
    if not Laptop.belongs_to_a_school(home):
        from ui.widgets.welcome import Welcome

        welcome = Welcome(home)
        welcome.settled.connect(app.quit)
        show(welcome)
        code = app.exec()
        background.wait_for_all()
        if not Laptop.belongs_to_a_school(home):
            return code
        welcome.deleteLater()
    with Laptop.opened(home) as laptop:
        return live_in(laptop, ready)


def tell_why_not(error: ScuolaError) -> None:
    """Says in a small window why the laptop cannot be opened, and waits until it is closed."""
    from ui.widgets.refusal import Refusal

    app = application()
    refusal = Refusal(error)
    refusal.show()
    app.exec()


def live_in(laptop: Laptop, ready: Callable[[], None] | None = None) -> int:
    """Shows the window of a laptop until it is closed; returns the exit code."""
    app = application()
    window = MainWindow(laptop.desk())
    show(window)
    ComesWhenCalled(window, call_file(laptop.home))
    if ready is not None:
        after_first_paint(ready)
    after_first_paint(lambda: _begin(laptop))
    code = app.exec()
    background.wait_for_all()
    return code


def _begin(laptop: Laptop) -> None:
    know_widgets()
    keep_notes(laptop.home)
    laptop.begin()


def show(window: QWidget) -> None:
    """Shows a window as large as the look was drawn for, or as the screen allows."""
    app = application()
    room = app.primaryScreen().availableSize()
    width, height = START_SIZE
    window.resize(min(width, room.width()), min(height, room.height()))
    if room.width() <= width or room.height() <= height:
        window.showMaximized()
    else:
        window.show()


def after_first_paint(work: Callable[[], None]) -> None:
    """Has `work` done on the GUI thread once the window is there and answers."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, work))


def keep_notes(home: Home) -> None:
    """Keeps the program's notes in a small file for who mends it; they hold no name."""
    from logging.handlers import RotatingFileHandler  # late: notes can wait for the first paint

    try:
        folder_made(home.logs)
    except HomeUnwritableError:
        return  # a school works without notes, too
    handler = RotatingFileHandler(
        home.logs / "registro.txt", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
