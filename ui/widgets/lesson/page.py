"""The page of a lesson: opens it in its frame, and goes about in its column."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.lesson import AnyBlock
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words
from ui.presenters.lesson import LessonPresenter, neighbours
from ui.widgets.accessible import tell_parts
from ui.widgets.lesson.aloud import Aloud
from ui.widgets.lesson.beginning import Beginning, begin
from ui.widgets.lesson.cards import Cards
from ui.widgets.lesson.choosing import Choosing
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.drawings import picture_at
from ui.widgets.lesson.ending import LessonEnd
from ui.widgets.lesson.frame import LessonFrame
from ui.widgets.lesson.keeping import Keeping
from ui.widgets.lesson.loading import LoadedLesson, load_rest
from ui.widgets.lesson.notes import NotesView, Sheet, meaning_of, note_of
from ui.widgets.lesson.passages import Lights
from ui.widgets.lesson.place_line import PlaceLine
from ui.widgets.lesson.stack import Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_SLOW_MS = 400
_OVER_PART = 24
"""How many pixels are seen over the heading of a part to which the reader goes."""


class LessonPage(LessonFrame):
    """A lesson in front of a pupil, or of a guest or teacher, for whom nothing is written (`pupil` None).

    `lesson_asked` gives the ref and the anchor of a lesson that a link leads to; `ready` comes when the whole
    column stands; `told` says in words what was done.
    """

    lesson_asked = Signal(str, str)
    ready = Signal()
    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        pupil: Pupil | None,
        ref: str,
        anchor: str | None = None,
        *,
        back: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(back or say("Indietro"), parent)
        tell_parts()
        self._desk, self._pupil, self._ref, self._anchor = desk, pupil, ref, anchor
        self._loaded: LoadedLesson | None = None
        self._presenter: LessonPresenter | None = None
        self._sheet: Sheet | None = None
        self._around = Surroundings(read=lambda _path: b"")
        self._keeping: Keeping | None = None
        self._end: LessonEnd | None = None
        self.column: Column | None = None
        self.choosing: Choosing | None = None
        self.aloud: Aloud | None = None
        self.lights = Lights()
        self.cards: Cards | None = None
        self._connect()
        self._load()

    # What others see

    def go_to(self, anchor: str) -> None:
        """Scrolls to a part."""
        place = self.column.place_of(anchor) if self.column is not None else None
        if self.column is not None and place is not None:
            y = self.column.stand(place, above=_OVER_PART, below=self._scroll.viewport().height())
            self._scroll.verticalScrollBar().setValue(max(0, y - _OVER_PART))
            self._outline.mark(anchor)

    def anchor_in_sight(self) -> str:
        """The anchor of the part that is read now; empty before the first heading."""
        if self.column is None:
            return ""
        return self.column.anchor_at(self._scroll.top() + self._scroll.viewport().height() // 3)

    def right_margin(self) -> QRect:
        """The page's empty strip at the right of the text, in sight whatever is read; empty before the text."""
        if self.column is None:
            return QRect()
        view = self._scroll.viewport()
        left, wide = self.column.content_width(view.width())
        corner = view.mapTo(self, QPoint(left + wide, 0))
        return QRect(corner, QSize(view.width() - left - wide, view.height()))

    def go_to_exercise(self, step: int) -> None:
        """To the next (1) or the previous (-1) exercise; the keyboard goes along."""
        if self.column is None or self.cards is None:
            return
        self.column.draw_all()
        self.column.relay()
        focus, end = self.focusWidget(), self._end
        if step < 0 and end is not None and focus is not None and end.isAncestorOf(focus):
            card = self.cards.cards[-1] if self.cards.cards else None
        else:
            card = self.cards.neighbour(focus, step, self._scroll.top())
        if card is not None:
            self._scroll.scroll_to(card)
            card.take_focus()
        elif step > 0 and end is not None:
            self._scroll.scroll_to(end)
            end.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.aloud is not None and self.aloud.is_reading and event.key() == Qt.Key.Key_Escape:
            self.aloud.stop()
        elif self._alone and event.key() == Qt.Key.Key_Escape:
            self._bar.read_alone(alone=False)
        elif self.choosing is None or not self.choosing.take_key(event):
            super().keyPressEvent(event)

    # Loading

    def _load(self) -> None:
        library, school, scale = self._desk.library, self._desk.school, theme().scale
        pupil, ref, anchor = self._pupil, self._ref, self._anchor
        background.run(
            "read a lesson",
            lambda: begin(library, school, pupil, ref, anchor, scale=scale),
            self._show,
            self._miss,
            owner=self,
        )
        QTimer.singleShot(_SLOW_MS, self, self._say_slow)

    def _say_slow(self) -> None:
        if self._loaded is None:
            self._say_wait()

    def _show(self, beginning: Beginning) -> None:
        self._loaded, self._presenter = beginning.loaded, beginning.presenter
        self._message.hide()
        self._outline.show_lesson(self._presenter)
        self._around = self._surroundings(self._loaded)
        self._make_cards(self._presenter, beginning.draft)
        self._show_column(self._loaded, beginning.unit)
        self._go_first(beginning)
        # After the first paint, which it would slow down.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._complete_column))

    def _make_cards(self, presenter: LessonPresenter, draft: Draft | None) -> None:
        self.cards = Cards(self._desk, self._pupil, presenter, self._around, self)
        if draft is not None:
            self.cards.go_on_with(draft.answers)
        self.cards.answered.connect(self._outline.refresh)
        self.cards.onwards.connect(lambda: self.go_to_exercise(1))
        self.cards.saved.connect(lambda saved: self._outline.tell_saved(saved=saved))
        self._around.exercise = self.cards.make

    def _show_column(self, loaded: LoadedLesson, unit: int) -> None:
        self.column = Column(loaded.lesson, self._around, begin=unit)
        if loaded.lesson.notes:
            self.column.at_foot(self._put_notes)
        self.column.at_foot(self._put_end)
        self.column.complete.connect(self._completed)
        self._scroll.show_column(self.column)
        self.choosing = Choosing(self._scroll, self.column)
        self.aloud = Aloud(self.column, self._scroll, self.choosing, lights=self.lights, lesson=loaded.lesson)
        self.aloud.turned.connect(self._bar.show_reading)
        self.aloud.trouble.connect(background.show_trouble)

    def _go_first(self, beginning: Beginning) -> None:
        if self.column is None or self.cards is None:
            return
        parts = beginning.presenter.parts
        if beginning.place is not None:
            self._place_line = PlaceLine(self, self.column, self._scroll)
            self._place_line.gone.connect(self._let_line_go)
            self._place_line.show()
            self._lay()
            self._place_line.lead_to(beginning.place)
        elif beginning.anchor:
            self.go_to(beginning.anchor)
        elif parts:
            self._outline.mark(parts[0].anchor)
        if self._pupil is not None and self.aloud is not None:
            shown, edition = (self.column, self._scroll, self.cards), beginning.loaded.lesson.head.edition
            if beginning.draft is not None and beginning.draft.edition == edition:
                self.aloud.begin_at(beginning.draft.heard_ms)
            self._keeping = Keeping(
                self._desk.school,
                self._pupil,
                self._ref,
                edition,
                shown,
                came_to=beginning.place,
                heard_ms=self.aloud.heard_ms,
            )
            self.aloud.turned.connect(self._keeping.keep_soon)
        self.cards.record_opening()

    def _complete_column(self) -> None:
        library, loaded, scale = self._desk.library, self._loaded, theme().scale
        if loaded is not None:
            background.run(
                "read the rest of a lesson",
                lambda: load_rest(library, loaded, scale=scale),
                self._go_on,
                owner=self,
            )

    def _go_on(self, loaded: LoadedLesson) -> None:
        self._loaded = loaded
        if self.column is not None:
            self.column.go_on()

    def leave(self) -> None:
        """The page is closed: what was begun is kept."""
        self.leaving.emit()
        if self.aloud is not None:
            self.aloud.leave()
        if self._keeping is not None and shiboken6.isValid(self._keeping):
            self._keeping.keep()
        if self.column is not None:
            self.column.leave()
        # The pictures kept are this lesson's: large, and of no use to the next one.
        picture_at.cache_clear()

    def _surroundings(self, loaded: LoadedLesson) -> Surroundings:
        pack, library = loaded.lesson.head.pack, self._desk.library

        def read(path: str) -> bytes:
            ahead = self._loaded.pictures.get(path) if self._loaded is not None else None
            if isinstance(ahead, ScuolaError):
                raise ahead
            return library.file(pack, path) if ahead is None else ahead

        return Surroundings(
            read=read,
            media=lambda path: library.media_path(pack, path),
            notes={note.note_id: number for number, note in enumerate(loaded.lesson.notes, start=1)},
            follow=self._follow,
            language=loaded.lesson.head.language,
        )

    def _put_notes(self, column: Stack) -> QWidget | None:
        if self._loaded is None:
            return None
        notes = NotesView(self._loaded.lesson.notes, self._around, column)
        column.add(notes, above=36)
        return notes

    def _put_end(self, column: Stack) -> QWidget | None:
        if self._presenter is None or self.cards is None:
            return None
        self._end = LessonEnd(self._presenter, column)
        self._end.left.connect(self.left)
        self._end.asked.connect(self._go_to_card)
        self._end.lesson_asked.connect(lambda ref: self.lesson_asked.emit(ref, ""))
        self.cards.answered.connect(self._end.refresh)
        column.add(self._end, above=36)
        library, head = self._desk.library, self._presenter.lesson.head
        background.run(
            "look for the lessons around one",
            lambda: neighbours(library.lessons(), head),
            self._end.offer,
            _stays_unsaid,
            owner=self._end,
        )
        return self._end

    def _go_to_card(self, ref: str) -> None:
        card = self.cards.card(ref) if self.cards is not None else None
        if card is not None:
            self._scroll.scroll_to(card)
            card.take_focus()

    def _completed(self) -> None:
        self._scrolled()
        self.ready.emit()

    # Going about

    def _scrolled(self) -> None:
        """Marks the part in sight, and ticks those read."""
        if self.column is None or self._presenter is None:
            return
        here = self.column.anchor_at(self._scroll.top() + self._scroll.viewport().height() // 3)
        tops = {part.anchor for part in self._presenter.parts}
        if here in tops:
            self._outline.mark(here)
            self._presenter.read_until(here)
        if self.column.is_complete() and self._scroll.at_foot():
            self._presenter.read_all()
        self._outline.refresh()

    def _follow(self, link: str, widget: QWidget, point: QPoint) -> None:
        kind, _, name = link.partition(":")
        if link.startswith("#"):
            self.go_to(link[1:])
        elif kind == "lezione":
            ref, _, anchor = name.partition("#")
            self.lesson_asked.emit(ref, anchor)
        elif self._loaded is not None:
            lesson = self._loaded.lesson
            told = meaning_of(lesson, name) if kind == "termine" else note_of(lesson, name)
            if told is not None:
                self._open_sheet(told, widget, point)

    def _open_sheet(self, blocks: tuple[AnyBlock, ...], opener: QWidget, point: QPoint) -> None:
        if self.column is None:
            return
        if self._sheet is not None and shiboken6.isValid(self._sheet):
            self._sheet.close_sheet()
        self._sheet = Sheet(blocks, self._around, opener, self.column)
        left, width = self.column.content_width(self.column.width())
        line = opener.mapTo(self.column, point).y()
        self._sheet.open_at(left, line + theme().px(8), width)
        self._scroll.ensureWidgetVisible(self._sheet, 0, 24)

    def _print(self) -> None:
        if self.column is None or self._loaded is None:
            return
        from ui.widgets.lesson.paper import ask_where  # late: few lessons go to paper

        where = ask_where(self, self._loaded.lesson.head.title)
        if where is not None:
            self.print_to(where)

    def print_to(self, where: Path) -> None:
        """Writes the whole lesson as a PDF and says so."""
        from ui.widgets.lesson.paper import print_lesson  # late, as above

        if self.column is None:
            return
        self.column.draw_all()
        self._keep_place()
        self._show_end(shown=False)
        try:
            pages = print_lesson(self.column, where)
        except ScuolaError as problem:
            background.show_trouble(problem)
        else:
            self.told.emit(
                say(
                    "Fatto: «{name}», {pages}.",
                    name=where.name,
                    pages=count_words(pages, "pagina", "pagine"),
                )
            )
        self._show_end(shown=True)
        self._take_place()

    def _show_end(self, *, shown: bool) -> None:
        # On paper no button leads anywhere.
        if self._end is not None:
            self._end.setVisible(shown)

    def _open_toolbox(self) -> None:
        from ui.widgets.toolbox import toggle_toolbox  # late: few lessons ask for it

        toggle_toolbox(self)

    def _take_place(self) -> None:
        if self.aloud is not None:
            self.aloud.take_speed()
        super()._take_place()

    def _connect(self) -> None:
        self._bar.print_asked.connect(self._print)
        self._bar.toolbox_asked.connect(self._open_toolbox)
        self._bar.listen_asked.connect(lambda: self.aloud.toggle() if self.aloud is not None else None)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        for keys, step in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.go_to_exercise(step))


def _stays_unsaid(_problem: ScuolaError) -> None:
    """Who would read on finds the lessons in the library, and its troubles told there."""
