"""The windows that benchmarks/start.py times, each in a process of its own.

`bare` and `ours` print `time.monotonic()` when the window was painted and answered an event; `lesson` prints
the PSS in MB of this process and its children with a lesson open. CLOCK_MONOTONIC is the same for all
processes, so the parent can subtract.
"""

import sys
import time


def bare() -> None:
    """A bare Qt window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
    app.exec()
    print(time.monotonic())


def ours() -> None:
    """The program's own window on the laptop of SCUOLA_DIGITALE_HOME, by the way the program takes."""
    from ui.main import open_window

    def answered() -> None:
        print(time.monotonic(), flush=True)
        from ui.widgets.opening import application  # by now it is there

        application().quit()

    open_window(answered)


def lesson() -> None:
    """The program with a pupil signed in and a lesson wholly drawn."""
    from PySide6.QtCore import QTimer

    from ui.home import default_home
    from ui.laptop import Laptop
    from ui.widgets import opening
    from ui.widgets.session import Session
    from ui.widgets.window import MainWindow

    app = opening.application()
    with Laptop.opened(default_home()) as laptop:
        window = MainWindow(laptop.desk())
        opening.show(window)
        pupil = next(one for one in laptop.school.pupils() if one.grade == "P3")
        window.come_in(Session(pupil=pupil))
        window.open_lesson("marche/frazioni-parti-uguali")
        # Drawn in chunks between events: two seconds are ten times what it takes.
        QTimer.singleShot(2_000, app.quit)
        app.exec()
        print(_pss_mb())


def _pss_mb() -> float:
    import psutil

    me = psutil.Process()
    return float(sum(one.memory_full_info().pss for one in [me, *me.children(recursive=True)])) / 1_000_000


if __name__ == "__main__":
    {"bare": bare, "ours": ours, "lesson": lesson}[sys.argv[1]]()
