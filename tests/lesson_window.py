"""A program for tests: opens the real window on a bundled lesson, for a screen reader to meet from outside.

usage: python lesson_window.py LESSON_REF
"""

import dataclasses
import sys

from desk_in_memory import a_morning
from lesson_shelf import LessonShelf
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from school_in_memory import pupil

from ui.widgets.lesson.page import LessonPage
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow

_CALM_MS = 500


def main() -> int:
    """Opens the lesson and says «aperta» once all of it stands."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("lezione-di-prova")
    dress(app)
    desk = dataclasses.replace(a_morning().desk, open_library=LessonShelf)
    window = MainWindow(desk)
    window.resize(1366, 768)
    window.show()
    window.come_in(Session(pupil=pupil("Lucia")))
    window.open_lesson(sys.argv[1])
    page = window.findChild(LessonPage)
    assert page is not None
    # Told once the whole column stands: until then widgets come and go.
    page.ready.connect(lambda: QTimer.singleShot(_CALM_MS, lambda: print("aperta", flush=True)))
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
