"""What must hold whatever a monkey does to the window; each thing that does not is told in words."""

import gc
from collections.abc import Iterator

from at_the_window import texts_of
from monkey_school import MonkeySchool, secret_of
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import getCppPointer, isValid

from scuola_digitale.domain.draft import LONGEST_DRAFT
from scuola_digitale.domain.exercise import Answer
from scuola_digitale.domain.people import Pupil
from ui.presenters.exercise import Saving
from ui.widgets.lesson.page import LessonPage
from ui.widgets.ring import FocusRing
from ui.widgets.window import MainWindow

_TURNS = 3
Begun = dict[str, Answer]


class SeenError(AssertionError):
    """Something that must not be."""


class _Probe(QObject):
    """Counts what was posted to it and what arrived."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.posted = self.arrived = 0
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def _answer(self) -> None:
        self.arrived += 1


class Eyes:
    """Look at the window after each step; what they remember is what was begun and what was said."""

    def __init__(self, window: MainWindow, world: MonkeySchool) -> None:
        self._window, self._world = window, world
        self._before = {getCppPointer(one)[0] for one in QApplication.allWidgets()}
        self._probe = _Probe()
        self._open: LessonPage | None = None
        self._here: tuple[bytes, str, Begun] | None = None
        self._left: tuple[bytes, str, Begun] | None = None

    def look(self, *, at_rest: bool) -> None:
        """Looks at everything that holds at each moment; `at_rest` says that no work is under way.

        Raises:
            SeenError: something does not.
        """
        self._window_answers()
        self._words_are_kept()
        self._saved_is_saved()
        self._page_fits()
        self._watch_drafts(at_rest=at_rest)

    def look_at_focus(self) -> None:
        """Somebody has the focus, and can be seen with it. The window must be at rest."""
        here = QApplication.focusWidget()
        if QApplication.activePopupWidget() is not None:
            return
        if here is None:
            raise SeenError("nobody has the focus")
        if not here.isVisible() or not here.isEnabled():
            raise SeenError(f"the focus is on {_named(here)}, hidden or switched off")

    def look_at_sign_in(self) -> None:
        """Somebody went: no widget of their pages lives on. The window must be at rest."""
        gc.collect()
        window = self._window
        notice = [window.notice] if "notice" in vars(window) else []
        # The ring stands over the control that has the focus now.
        ring = [one for one in window.findChildren(FocusRing) if one.isVisible()][:1]
        stay = (window.sign_in, window.rail, *notice, *ring)
        left = [
            widget
            for widget in QApplication.allWidgets()
            if isValid(widget)
            and getCppPointer(widget)[0] not in self._before
            and widget is not window
            and widget is not window._rooms
            and not any(one in stay for one in _line_of(widget))
        ]
        if left:
            raise SeenError(
                f"{len(left)} widgets live on: {sorted({_named(one) for one in left})[:6]}, in {sorted({type(o).__name__ for one in left for o in _line_of(one)})}"
            )

    # One by one

    def _window_answers(self) -> None:
        self._probe.posted += 1
        self._probe.asked.emit()
        for _ in range(_TURNS):
            QCoreApplication.processEvents()
        if self._probe.arrived != self._probe.posted:
            raise SeenError("the window does not answer")

    def _words_are_kept(self) -> None:

        session = self._window.session
        if session is not None and session.staff is not None:
            return
        here = session.pupil if session is not None else None
        others = [one for one in self._world.pupils if here is None or one.person != here.person]
        for where, text in shown_texts():
            lowered = text.lower()
            for other in others:
                if secret_of(other) in lowered:
                    sits = here.name if here is not None else "nobody"
                    raise SeenError(f"{sits} can read {other.name}'s words in {where}: {text[:80]!r}")
        self._names_are_kept(here)

    def _names_are_kept(self, here: Pupil | None) -> None:
        """The rail, the notice and the title tell of nobody else."""
        window = self._window
        told = [window.rail, *([window.notice] if "notice" in vars(window) else [])]
        for part in told:
            for widget in inside(part):
                for text in texts_of(widget):
                    for other in self._world.pupils:
                        if other.name in text and (here is None or other.person != here.person):
                            raise SeenError(f"{_named(widget)} tells of {other.name}: {text[:80]!r}")

    def _page_fits(self) -> None:
        """Nothing makes a page twice as wide as its window: it would be drawn into the last of the memory."""
        for area in inside(self._window):
            ground = area.widget() if isinstance(area, QScrollArea) else None
            if ground is not None and ground.width() > 2 * self._window.width():
                raise SeenError(f"{_named(area)} is too wide: {ground.width()} pixels")

    def _saved_is_saved(self) -> None:
        page = self._page()
        if page is None or page._pupil is None or page.cards is None:
            return
        progress = self._world.school.progress(page._pupil.person)
        for card in page.cards.cards:
            presenter = card.presenter
            if presenter.saving is Saving.SAVED:
                written = progress.exercise(presenter.ref).attempts
                if written < presenter._attempts:
                    raise SeenError(
                        f"«Salvato» of {presenter.ref}: {written} of {presenter._attempts} answers"
                    )

    def _watch_drafts(self, *, at_rest: bool) -> None:
        """What was begun in a lesson that was left is kept, if there was room; opened again it stands there."""
        page = self._page()
        mine = page if page is not None and page._pupil is not None and page.cards is not None else None
        if page is not self._open:
            self._open = page
            if self._here is not None and not self._world.is_full():
                self._left = self._here
            self._here = None
            if mine is not None and at_rest:
                self._left = None
                self._came_back(mine)
        if mine is not None and mine._pupil is not None and mine.cards is not None:
            self._here = (mine._pupil.person, mine._ref, mine.cards.begun())
        if at_rest and self._left is not None:
            left, self._left = self._left, None
            self._was_kept(*left)

    def _was_kept(self, person: bytes, ref: str, begun: Begun) -> None:
        if (kept := self._kept(person, ref)) != _shortened(begun):
            raise SeenError(f"begun in {ref}: {_shortened(begun)}; kept: {kept}")

    def _came_back(self, page: LessonPage) -> None:
        complete = page.column is not None and page.column.is_complete()
        if not complete or page._pupil is None or page.cards is None:
            return
        kept, begun = self._kept(page._pupil.person, page._ref), page.cards.begun()
        if kept != begun:
            raise SeenError(f"kept of {page._ref}: {kept}; come back: {begun}")

    def _kept(self, person: bytes, ref: str) -> Begun:
        draft = self._world.school.draft(person, ref)
        return _shortened(draft.answers) if draft is not None else {}

    def _page(self) -> LessonPage | None:
        page = self._window._lesson
        return page if isinstance(page, LessonPage) else None


def shown_texts() -> Iterator[tuple[str, str]]:
    """Every text that somebody may read or be told now, also in what is hidden, with where it stands."""
    yield "the clipboard", QGuiApplication.clipboard().text()
    for window in QApplication.topLevelWidgets():
        for widget in inside(window):
            for text in texts_of(widget):
                yield _named(widget), text


def inside(root: QWidget) -> Iterator[QWidget]:
    """A widget and all that stands in it, parents first."""
    yield root
    for child in root.children():
        if isinstance(child, QWidget):
            yield from inside(child)


def _line_of(widget: QWidget) -> Iterator[QObject]:
    """A widget and those it stands in, over the edges of windows."""
    above: QObject | None = widget
    while above is not None:
        yield above
        above = above.parent()


def _shortened(begun: Begun) -> Begun:
    return {key: tuple(part[:LONGEST_DRAFT] for part in answer) for key, answer in begun.items()}


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} «{widget.accessibleName()[:40]}»"
