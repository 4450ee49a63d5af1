"""How each page is made, by its key; its module is imported when the page is first opened."""

# the window's start pays for its first page alone

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.people import Pupil
from ui.presenters.desk import Desk
from ui.presenters.sign_in import Teacher
from ui.widgets.session import Session

if TYPE_CHECKING:
    from ui.widgets.notice import Tell


class Notices(Protocol):
    """Where short messages are told."""

    @property
    def tell(self) -> "Tell":
        """Shows a message for a while."""


class Rooms(Protocol):
    """What a page may ask of the window it stands in."""

    desk: Desk
    session: Session | None

    @property
    def notice(self) -> Notices:
        """Where short messages appear."""

    def pupil_here(self) -> Pupil:
        """The pupil who sits here."""

    def staff_here(self) -> Teacher:
        """The member of staff who sits here."""

    def go_to(self, key: str) -> QWidget:
        """Opens a page by its key."""

    def open_lesson(self, ref: str, anchor: str | None = None) -> QWidget:
        """Opens a lesson."""

    def speak(self, code: str) -> QWidget | None:
        """Speaks another language; gives the page that stands in it."""

    def search(self, words: str) -> None:
        """Opens the search on some words."""


def _today(rooms: Rooms) -> QWidget:
    from ui.widgets.today import TodayPage

    page = TodayPage(rooms.desk, rooms.pupil_here())
    page.lesson_wanted.connect(rooms.open_lesson)
    page.library_wanted.connect(lambda: rooms.go_to("biblioteca"))
    page.stones_wanted.connect(lambda: rooms.go_to("sassi"))
    page.review_wanted.connect(lambda: rooms.go_to("ripasso"))
    page.tools_wanted.connect(lambda: rooms.go_to("lettura"))
    return page


def _reading(rooms: Rooms) -> QWidget:
    from ui.widgets.reading_page import ReadingPage

    page = ReadingPage(rooms.desk)
    page.left.connect(lambda: rooms.go_to("oggi"))
    page.language_chosen.connect(lambda code: _speak(rooms, code))
    return page


def _speak(rooms: Rooms, code: str) -> None:
    """The page stands again in another language; whoever chose it finds themselves where they were."""
    from ui.widgets.reading_page import ReadingPage

    page = rooms.speak(code)
    if isinstance(page, ReadingPage):
        page.chip("language", code).setFocus(Qt.FocusReason.TabFocusReason)


def _library(rooms: Rooms) -> QWidget:
    from ui.widgets.library_page import LibraryPage

    page = LibraryPage(rooms.desk, rooms.session.pupil if rooms.session else None)
    page.lesson_wanted.connect(rooms.open_lesson)
    page.search_wanted.connect(rooms.search)
    page.map_wanted.connect(lambda: rooms.go_to("mappa"))
    return page


def _map(rooms: Rooms) -> QWidget:
    from ui.widgets.map_page import MapPage

    page = MapPage(rooms.desk, rooms.session.pupil if rooms.session else None)
    page.lesson_wanted.connect(rooms.open_lesson)
    page.left.connect(lambda: rooms.go_to("biblioteca"))
    return page


def _search(rooms: Rooms) -> QWidget:
    from ui.widgets.search_page import SearchPage

    page = SearchPage(rooms.desk, rooms.session.pupil if rooms.session else None)
    page.lesson_wanted.connect(rooms.open_lesson)
    return page


def _stones(rooms: Rooms) -> QWidget:
    from ui.widgets.stones_page import StonesPage

    page = StonesPage(rooms.desk, rooms.pupil_here())
    page.lesson_wanted.connect(rooms.open_lesson)
    page.today_wanted.connect(lambda: rooms.go_to("oggi"))
    return page


def _review(rooms: Rooms) -> QWidget:
    from ui.widgets.review_page import ReviewPage

    page = ReviewPage(rooms.desk, rooms.pupil_here())
    page.today_wanted.connect(lambda: rooms.go_to("oggi"))
    return page


def _notebook(rooms: Rooms) -> QWidget:
    from ui.widgets.notebook_page import NotebookView

    page = NotebookView(rooms.desk, rooms.pupil_here(), rooms.notice.tell)
    page.lesson_wanted.connect(rooms.open_lesson)
    page.library_wanted.connect(lambda: rooms.go_to("biblioteca"))
    return page


def _to_read(rooms: Rooms) -> QWidget:
    from ui.widgets.marking_page import MarkingPage

    return MarkingPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


def _pupils(rooms: Rooms) -> QWidget:
    from ui.widgets.pupils_page import PupilsPage

    return PupilsPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


def _board(rooms: Rooms) -> QWidget:
    from ui.widgets.board_page import BoardPage

    page = BoardPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)
    page.assign_wanted.connect(lambda: rooms.go_to("assegna"))
    return page


def _assign(rooms: Rooms) -> QWidget:
    from ui.widgets.assign_page import AssignPage

    page = AssignPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)
    page.assigned.connect(lambda: rooms.go_to("classe"))
    return page


def _lessons(rooms: Rooms) -> QWidget:
    from ui.widgets.lessons_page import LessonsPage

    return LessonsPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


def _packs(rooms: Rooms) -> QWidget:
    from ui.widgets.packs_page import PacksPage

    return PacksPage(rooms.desk, rooms.notice.tell)


def _sync(rooms: Rooms) -> QWidget:
    from ui.widgets.sync_page import SyncPage

    return SyncPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


def _laptops(rooms: Rooms) -> QWidget:
    from ui.widgets.laptops_page import LaptopsPage

    return LaptopsPage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


def _people(rooms: Rooms) -> QWidget:
    from ui.widgets.people_page import PeoplePage

    return PeoplePage(rooms.desk, rooms.staff_here().author, rooms.notice.tell)


PAGES: dict[str, Callable[[Rooms], QWidget]] = {
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
