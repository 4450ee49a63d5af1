"""How each page is made, by its key; its module is imported when the page is first opened."""

# the window's start pays for its first page alone

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.widgets.window import MainWindow


def _today(window: "MainWindow") -> QWidget:
    from ui.widgets.today import TodayPage

    page = TodayPage(window.desk, window.pupil_here())
    page.lesson_wanted.connect(window.open_lesson)
    page.library_wanted.connect(lambda: window.go_to("biblioteca"))
    page.stones_wanted.connect(lambda: window.go_to("sassi"))
    page.review_wanted.connect(lambda: window.go_to("ripasso"))
    page.tools_wanted.connect(lambda: window.go_to("lettura"))
    return page


def _reading(window: "MainWindow") -> QWidget:
    from ui.widgets.reading_page import ReadingPage

    page = ReadingPage(window.desk)
    page.left.connect(lambda: window.go_to("oggi"))
    return page


def _library(window: "MainWindow") -> QWidget:
    from ui.widgets.library_page import LibraryPage

    page = LibraryPage(window.desk, window.session.pupil if window.session else None)
    page.lesson_wanted.connect(window.open_lesson)
    page.search_wanted.connect(window.search)
    page.map_wanted.connect(lambda: window.go_to("mappa"))
    return page


def _map(window: "MainWindow") -> QWidget:
    from ui.widgets.map_page import MapPage

    page = MapPage(window.desk, window.session.pupil if window.session else None)
    page.lesson_wanted.connect(window.open_lesson)
    page.left.connect(lambda: window.go_to("biblioteca"))
    return page


def _search(window: "MainWindow") -> QWidget:
    from ui.widgets.search_page import SearchPage

    page = SearchPage(window.desk, window.session.pupil if window.session else None)
    page.lesson_wanted.connect(window.open_lesson)
    return page


def _stones(window: "MainWindow") -> QWidget:
    from ui.widgets.stones_page import StonesPage

    page = StonesPage(window.desk, window.pupil_here())
    page.lesson_wanted.connect(window.open_lesson)
    page.today_wanted.connect(lambda: window.go_to("oggi"))
    return page


def _review(window: "MainWindow") -> QWidget:
    from ui.widgets.review_page import ReviewPage

    page = ReviewPage(window.desk, window.pupil_here())
    page.today_wanted.connect(lambda: window.go_to("oggi"))
    return page


def _notebook(window: "MainWindow") -> QWidget:
    from ui.widgets.notebook_page import NotebookView

    page = NotebookView(window.desk, window.pupil_here(), window.notice.tell)
    page.lesson_wanted.connect(window.open_lesson)
    page.library_wanted.connect(lambda: window.go_to("biblioteca"))
    return page


def _to_read(window: "MainWindow") -> QWidget:
    from ui.widgets.marking_page import MarkingPage

    return MarkingPage(window.desk, window.staff_here().author, window.notice.tell)


def _pupils(window: "MainWindow") -> QWidget:
    from ui.widgets.pupils_page import PupilsPage

    return PupilsPage(window.desk, window.staff_here().author, window.notice.tell)


def _board(window: "MainWindow") -> QWidget:
    from ui.widgets.board_page import BoardPage

    page = BoardPage(window.desk, window.staff_here().author, window.notice.tell)
    page.assign_wanted.connect(lambda: window.go_to("assegna"))
    return page


def _assign(window: "MainWindow") -> QWidget:
    from ui.widgets.assign_page import AssignPage

    page = AssignPage(window.desk, window.staff_here().author, window.notice.tell)
    page.assigned.connect(lambda: window.go_to("classe"))
    return page


def _lessons(window: "MainWindow") -> QWidget:
    from ui.widgets.lessons_page import LessonsPage

    return LessonsPage(window.desk, window.staff_here().author, window.notice.tell)


def _packs(window: "MainWindow") -> QWidget:
    from ui.widgets.packs_page import PacksPage

    return PacksPage(window.desk, window.notice.tell)


def _sync(window: "MainWindow") -> QWidget:
    from ui.widgets.sync_page import SyncPage

    return SyncPage(window.desk, window.staff_here().author, window.notice.tell)


def _laptops(window: "MainWindow") -> QWidget:
    from ui.widgets.laptops_page import LaptopsPage

    return LaptopsPage(window.desk, window.staff_here().author, window.notice.tell)


def _people(window: "MainWindow") -> QWidget:
    from ui.widgets.people_page import PeoplePage

    return PeoplePage(window.desk, window.staff_here().author, window.notice.tell)


PAGES: dict[str, Callable[["MainWindow"], QWidget]] = {
    "oggi": _today,
    "lettura": _reading,
    "mappa": _map,
    "biblioteca": _library,
    "cerca": _search,
    "ripasso": _review,
    "quaderno": _notebook,
    "sassi": _stones,
    "da-leggere": _to_read,
    "bambini": _pupils,
    "classe": _board,
    "assegna": _assign,
    "lezioni": _lessons,
    "contenuti": _packs,
    "persone": _people,
    "portatili": _laptops,
    "sincronizzazione": _sync,
}
