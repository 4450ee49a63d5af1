"""The window: the sign-in, then a rail and the pages of whoever came in."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.sign_in import Teacher
from ui.widgets.accessible import tell_parts
from ui.widgets.copied import forget_copied
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.hands import Hands
from ui.widgets.key_scrolling import scroll_by_key
from ui.widgets.page_makers import PAGES
from ui.widgets.pressable import Pressable
from ui.widgets.rail import Rail
from ui.widgets.ring import Led
from ui.widgets.session import Session
from ui.widgets.sign_in import SignInPage
from ui.widgets.taste import Taste
from ui.widgets.theme import dress, theme
from ui.widgets.tidying import Tidying
from ui.widgets.tongue import speak_in

if TYPE_CHECKING:
    from ui.widgets.lesson.page import LessonPage
    from ui.widgets.notice import Notice

LEAST_WIDTH, LEAST_HEIGHT = 911, 512
_TEXT_STEP = 0.25


class _Bell(QObject):
    """Brings news of the exchange, rung on any thread, to the window's own."""

    rang = Signal()


class MainWindow(QWidget):
    """Everything people meet. Pages are built when first opened, and go when their person goes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session: Session | None = None
        self._pages: dict[str, QWidget] = {}
        self._lesson: QWidget | None = None
        self._key = ""
        self._closes_anyway = False
        self._taste = Taste(desk.school, self)
        self._tidying = Tidying(self)
        tell_parts()
        self._keeper = FocusKeeper(self)
        self._hands = Hands(self)
        self.setWindowTitle("Scuola Digitale")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._lay()
        background.tell_troubles_to(lambda message, remedy: self.notice.tell(message, remedy, trouble=True))
        self._bell = _Bell(self)
        self._bell.rang.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        desk.sync.on_change(self._bell.rang.emit)
        self._listen_to_keys()

    @cached_property
    def notice(self) -> "Notice":
        """Where short messages appear; made for the first one."""
        from ui.widgets.notice import Notice  # late: most sessions begin without a word

        return Notice(self)

    # Coming and going

    def come_in(self, session: Session) -> None:
        """Shows the pages of somebody, set as they like to read."""
        self._drop_pages()
        self._taste.take_off()
        self.session = session
        self._taste.put_on(session.pupil.person if session.pupil else None)
        self.rail.show_places(session.places(), session.who())
        self.rail.show()
        self.go_to(session.places()[0].key)

    def leave_place(self) -> None:
        """Who sits here goes; whoever wrote words that nobody got yet is led back to them first."""
        if not self._lead_to_unsent(say("Esci lo stesso"), self.hand_over):
            self.hand_over()

    def hand_over(self) -> None:
        """Lets the next one in: nothing of who was here stays."""
        self.session = None
        self._drop_pages()
        self._taste.take_off()
        forget_copied()
        if "notice" in self.__dict__:
            self.notice.forget()
        self.rail.forget()
        self.sign_in.close_lock()
        self.sign_in.refresh()
        self._rooms.setCurrentWidget(self.sign_in)
        self._set_narrow()
        self._tidying.person_left()

    def pupil_here(self) -> Pupil:
        """The pupil who sits here; only pupils' pages ask."""
        if self.session is None or self.session.pupil is None:
            raise ValueError("no pupil sits here")
        return self.session.pupil

    def staff_here(self) -> Teacher:
        """The member of staff who sits here; only staff pages ask."""
        if self.session is None or self.session.staff is None:
            raise ValueError("no member of staff sits here")
        return self.session.staff

    def speak(self, code: str) -> QWidget | None:
        """Speaks another language with whoever sits here: what is shown is made anew; gives the page."""
        speak_in(code)
        self._taste.notice()
        return self.tell_anew()

    def tell_anew(self) -> QWidget | None:
        """Makes rail and pages again, in the words of now; None at the sign-in."""
        if self.session is None:
            return None
        self._drop_pages()
        self.rail.show_places(self.session.places(), self.session.who())
        return self.go_to(self._key)

    # Going about

    def search(self, words: str) -> None:
        """Opens the search on some words."""
        page = self.go_to("cerca")
        _call(page, "ask", words)

    def go_to(self, key: str) -> QWidget:
        """Opens a page by its key; leaves the lesson if one is open."""
        by_keyboard = _led_by_keyboard()
        self._close_lesson()
        if key not in self._pages:
            self._pages[key] = PAGES[key](self)
            self._rooms.addWidget(self._pages[key])
        else:
            _call(self._pages[key], "refresh")
        self._key = key
        self.rail.mark(key)
        self._rooms.setCurrentWidget(self._pages[key])
        self._set_narrow()
        self._begin(self._pages[key], key, by_keyboard=by_keyboard)
        return self._pages[key]

    def open_lesson(self, ref: str, anchor: str | None = None) -> "LessonPage":
        """Opens a lesson, at one of its parts if `anchor` says which; gives its page."""
        # The lesson's page brings the reader of maths and code: it waits until somebody reads.
        from ui.widgets.lesson.page import LessonPage
        from ui.widgets.note_tray import NoteTray
        from ui.widgets.ruler import follow_with_ruler

        before = self._lesson
        if before is not None:
            _call(before, "leave")
        pupil = self.session.pupil if self.session else None
        page = LessonPage(self.desk, pupil, ref, anchor)
        page.left.connect(lambda: self.go_to(self._key))
        page.lesson_asked.connect(self.open_lesson)
        page.told.connect(self._tell)
        page.ready.connect(self._tidying.page_stands)
        page.alone_asked.connect(lambda alone: self.rail.setVisible(not alone))
        self._lesson = page
        self._rooms.addWidget(page)
        self._rooms.setCurrentWidget(page)
        if before is not None:
            # Only now: with no lesson to show, the page under it would be laid out and shown for a moment.
            self._take_away(before)
        self._set_narrow()
        follow_with_ruler(page.reading_room())
        if pupil is not None:
            NoteTray(page, self.desk, pupil, ref, self.notice.tell)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def begin_page(self) -> None:
        """Puts the focus where what is shown begins."""
        room = self._rooms.currentWidget()
        if room is None:
            return
        if room is self._pages.get(self._key):
            self._begin(room, self._key, by_keyboard=True)
        else:
            room.setFocus(Qt.FocusReason.TabFocusReason)
            if not room.hasFocus():
                room.focusNextChild()

    def refresh(self) -> None:
        """Facts arrived: what is shown is read again; other pages when they are opened."""
        self._know_again()
        _call(self._rooms.currentWidget(), "refresh")

    def _know_again(self) -> None:
        """Whoever sits here may have another face since: a photo was set, or taken away."""
        here = self.session.pupil if self.session else None
        told = {pupil.person: pupil for pupil in self.desk.school.pupils()} if here else {}
        if here and told.get(here.person, here) != here:
            self.session = Session(pupil=told[here.person])
            self.rail.me.show_who(self.session.who())

    def focusNextPrevChild(self, forward: bool) -> bool:  # the place of the flag is Qt's
        here, stops = QApplication.focusWidget(), self._tab_stops()
        if here not in stops:
            return super().focusNextPrevChild(forward)
        follower = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
        reasons = Qt.FocusReason
        follower.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def _tab_stops(self) -> list[QWidget]:
        """Rail, page and notice; none where the page leaves the order to Qt."""
        room = self._rooms.currentWidget()
        if room is None or not hasattr(room, "tab_stops"):
            return []
        told = self.notice.tab_stops() if "notice" in self.__dict__ else []
        return [*self.rail.stops(), *room.tab_stops(), *told]

    # How it looks

    def set_text_scale(self, scale: float) -> None:
        """Larger or smaller text, 1.0–2.0."""
        worn = theme()
        self._dress(lambda app: dress(app, worn.name, scale=scale, reading_face=worn.chosen_face))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        room = self._rooms.currentWidget()
        area = _call(room, "reading_room") if room is self._lesson else room
        if not (isinstance(area, QScrollArea) and scroll_by_key(area, event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and "_taste" in self.__dict__:
            self._taste.notice()

    def recolour(self) -> None:
        """The colours of the look changed."""
        self._taste.notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closes_anyway and self._lead_to_unsent(say("Chiudi lo stesso"), self._close_anyway):
            event.ignore()
            return
        for page in (self._lesson, *self._pages.values()):
            _call(page, "leave")
        self._taste.take_off()
        forget_copied()
        background.tell_troubles_to(None)
        super().closeEvent(event)

    def _lead_to_unsent(self, act: str, action: Callable[[], None]) -> bool:
        """Shows the page where words wait to be sent, and says so; gives whether there is one."""
        key = next((key for key, page in self._pages.items() if _call(page, "unsent")), None)
        if key is None:
            return False
        self.go_to(key)
        self.notice.tell(say("Hai scritto qualcosa e non l’hai mandato."), act=act, action=action)
        return True

    def _close_anyway(self) -> None:
        self._closes_anyway = True
        self.close()

    def _dress(self, put_on: Callable[[QApplication], None]) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            put_on(app)
            self._set_narrow()

    def _lay(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.rail = Rail()
        self.rail.hide()
        self.rail.went.connect(self.go_to)
        self.rail.left.connect(self.leave_place)
        line.addWidget(self.rail)
        self._rooms = QStackedWidget()
        line.addWidget(self._rooms, 1)
        self._make_sign_in()

    def _make_sign_in(self) -> None:
        self.sign_in = SignInPage(self.desk)
        self.sign_in.pupil_came.connect(self._pupil_came)
        self.sign_in.staff_came.connect(self._staff_came)
        self.sign_in.guest_came.connect(lambda: self.come_in(Session()))
        self.sign_in.look.changed.connect(self._set_narrow)
        self.sign_in.language_chosen.connect(self._speak_to_all)
        self._rooms.addWidget(self.sign_in)

    def _speak_to_all(self, code: str) -> None:
        """The laptop speaks another language from now on: the sign-in is made anew in it."""
        before = self.sign_in
        speak_in(code)
        self._make_sign_in()
        self._rooms.setCurrentWidget(self.sign_in)
        self._rooms.removeWidget(before)
        before.deleteLater()
        self._set_narrow()
        self.sign_in.look.setFocus(Qt.FocusReason.TabFocusReason)

    def _pupil_came(self, pupil: Pupil) -> None:
        self.come_in(Session(pupil=pupil))

    def _staff_came(self, teacher: Teacher) -> None:
        self.come_in(Session(staff=teacher))

    def _listen_to_keys(self) -> None:
        for keys, step in (
            (QKeySequence.StandardKey.ZoomIn, _TEXT_STEP),
            (QKeySequence.StandardKey.ZoomOut, -_TEXT_STEP),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda change=step: self.set_text_scale(theme().scale + change))

    def _set_narrow(self) -> None:
        narrow = theme().is_narrow(self.width())
        self.rail.set_slim(slim=narrow or self._lesson is not None)
        lay_out = getattr(self._rooms.currentWidget(), "set_narrow", None)
        if lay_out is not None:
            lay_out(narrow=narrow)

    def _begin(self, page: QWidget, key: str, *, by_keyboard: bool) -> None:
        """Puts the focus where the page begins, or on its entry in the rail: it is never lost."""
        if hasattr(page, "begin"):
            _call(page, "begin")
            return
        reason = Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason
        if self.rail.has(key):
            self.rail.entry(key).setFocus(reason)
        else:
            page.setFocus(reason)
            page.focusNextChild()

    def _tell(self, words: str) -> None:
        self.notice.tell(words)

    def _close_lesson(self) -> None:
        if self._lesson is not None:
            _call(self._lesson, "leave")
            self._take_away(self._lesson)
            self._lesson = None

    def _take_away(self, lesson: QWidget) -> None:
        self._rooms.removeWidget(lesson)
        self._tidying.page_closed(lesson)
        self.rail.setVisible(self.session is not None)

    def _drop_pages(self) -> None:
        self._close_lesson()
        for page in self._pages.values():
            _call(page, "leave")
            self._rooms.removeWidget(page)
            page.deleteLater()
        self._pages = {}


def _led_by_keyboard() -> bool:
    here = QApplication.focusWidget()
    return Led.by_keyboard or (isinstance(here, Pressable) and here.is_ringed())


def _call(page: QWidget | None, act: str, *values: object) -> object:
    """Pages do what they can: not all of them have something to read again."""
    method = getattr(page, act, None)
    return method(*values) if method is not None else None
