"""Beside a lesson: a note, some words lit, a bookmark, straight into the notebook."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scuola_digitale.domain.exercise import Answer
from scuola_digitale.domain.notebook import LONGEST_QUOTE, Entry, PageKind
from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import Worded, say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.notebook import NotebookPresenter, page_fact, thrown_page
from ui.widgets import paint
from ui.widgets.begun import Begun
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.highlights import Highlights
from ui.widgets.lesson.page import LessonPage
from ui.widgets.notice import Tell
from ui.widgets.recording import saver
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.tray_button import TrayButton, Wording
from ui.widgets.writing import WritingSheet

_MARGIN, _PADDING = 14, 4
_APART = 4
"""Pixels between the tray and the text, and between it and the edge."""
_IN_MARGIN: tuple[Wording, ...] = ("beside", "under")
_SHEET_WIDTH = 420
_NOTE_BEGUN = "appunto"
NOTEBOOK = Worded(lambda: say("Nel quaderno"))
NOTE = Worded(lambda: say("Appunto"))
LIGHT = Worded(lambda: say("Evidenzia"))
BOOKMARK = Worded(lambda: say("Segnalibro"))
DARK = Worded(lambda: say("Togli il colore"))
CHOOSE_FIRST = Worded(lambda: say("Scegli le parole con il mouse. Poi tocca «Evidenzia»."))
KEPT: Worded[dict[PageKind, str]] = Worded(
    lambda: {
        "appunto": say("L’appunto è nel quaderno."),
        "evidenza": say("Le parole sono nel quaderno."),
        "segnalibro": say("Il segnalibro è nel quaderno."),
    }
)
DARKENED = Worded(lambda: say("Le parole non hanno più il colore."))
ABOUT = Worded(lambda: say("Sulle parole:"))


class NoteTray(QWidget):
    """Three small buttons beside the lesson, never over it; they write pages of the notebook of who reads.

    They stand one under another in the margin at the right of the text, their words beside or under the drawings;
    where that is too narrow, without words at the end of the reading bar.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, page: LessonPage, desk: Desk, pupil: Pupil, ref: str, tell: Tell) -> None:
        super().__init__(page)
        self._page, self._desk, self._pupil, self._ref, self._tell = page, desk, pupil, ref, tell
        self.sheet: NoteSheet | None = None
        self._lights: Highlights | None = None
        self._wording: Wording = "beside"
        self.note = TrayButton(NOTE(), "penna", self)
        self.light = TrayButton(LIGHT(), "evidenzia", self)
        self.mark = TrayButton(BOOKMARK(), "segnalibro", self)
        self._buttons = (self.note, self.light, self.mark)
        self.setAccessibleName(NOTEBOOK())
        self.note.clicked.connect(self._begin_note)
        self.light.clicked.connect(self._light)
        self.mark.clicked.connect(lambda: self._keep(self._entry("segnalibro"), _nothing))
        page.installEventFilter(self)
        page.reading_room().installEventFilter(self)
        for keys, press in (("Ctrl+M", self.note), ("Ctrl+L", self.light), ("Ctrl+D", self.mark)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.activated.connect(press.click)
        page.ready.connect(self._light_up)
        self._begun = Begun(desk.school, pupil.person, f"{ref} appunto", self._read_begun, self)
        page.leaving.connect(self._begun.keep)
        self.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.StyleChange}:
            # The page lays itself first.
            QTimer.singleShot(0, self, self._place)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wording == "none":
            return
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        paint.paper(
            painter, rect, worn.color("foglio"), worn.color("linea"), radius=14, border=worn.border(), lip=3
        )

    def chosen_words(self) -> str:
        """The words of the lesson that are chosen now, on one line."""
        words = self._page.choosing.words() if self._page.choosing is not None else ""
        return " ".join(words.split())[:LONGEST_QUOTE]

    def _light_up(self) -> None:
        """The whole lesson stands: what was lit in it is lit again."""
        if self._page.column is None or self._page.choosing is None:
            return
        self._place()
        self._go_on_with_note()
        self._lights = Highlights(self._page.column, self._page.choosing, self._page.lights)
        self._page.choosing.changed.connect(self._name_light)
        self._show_lights()

    def _show_lights(self) -> None:
        if self._lights is None or not shiboken6.isValid(self._page):
            return
        pages = self._desk.school.notebook(self._pupil.person)
        self._lights.show([page for page in pages if self._is_lit_here(page.entry)])
        self._name_light()

    def _is_lit_here(self, entry: Entry) -> bool:
        return entry.kind == "evidenza" and entry.lesson_ref == self._ref

    def _name_light(self) -> None:
        """The button takes the colour away where the chosen words have one."""
        words = DARK() if self._lights is not None and self._lights.touched() else LIGHT()
        if self.light.words() != words:
            self.light.show_words(words)
            self._place()

    def _light(self) -> None:
        lit = self._lights.touched() if self._lights is not None else []
        quote = self.chosen_words()
        if lit:
            self._darken(lit)
        elif quote:
            self._keep(self._entry("evidenza", quote=quote), self._lit)
        else:
            self._tell(CHOOSE_FIRST())

    def _lit(self) -> None:
        if self._page.choosing is not None:
            self._page.choosing.forget()
        self._show_lights()

    def _darken(self, page_ids: list[str]) -> None:
        facts = [thrown_page(self._pupil, page_id) for page_id in page_ids]

        def gone() -> None:
            self._show_lights()
            self._tell(DARKENED())
            announce(self, DARKENED())

        saver(self._desk.school, owner=self)(facts, saved=gone, failed=background.show_trouble)

    def _begin_note(self) -> None:
        if self.sheet is None:
            self._open_sheet(self.chosen_words())
        if self.sheet is not None:
            self.sheet.begin()

    def _go_on_with_note(self) -> None:
        """A note that was begun another time lies there again; the keyboard stays in the lesson."""
        words, quote = (*self._begun.earlier.get(_NOTE_BEGUN, ()), "", "")[:2]
        if words and self.sheet is None:
            self._open_sheet(quote, words)

    def _read_begun(self) -> dict[str, Answer]:
        """The words on the sheet, and those of the lesson that they are about."""
        words = self.sheet.words.text() if self.sheet is not None else ""
        return {_NOTE_BEGUN: (words, self.sheet.quote)} if self.sheet is not None and words.strip() else {}

    def _open_sheet(self, quote: str, words: str = "") -> None:
        self.sheet = NoteSheet(quote, self._page)
        self.sheet.words.set_text(words)
        self.sheet.words.changed.connect(self._begun.keep_soon)
        self.sheet.kept.clicked.connect(lambda: self._keep_note(quote))
        self.sheet.words.submitted.connect(lambda: self._keep_note(quote))
        self.sheet.left.clicked.connect(self._close_sheet)
        self.sheet.show()
        self._place()

    def _keep_note(self, quote: str) -> None:
        if self.sheet is None or not self.sheet.words.text().strip():
            self._close_sheet()
            return
        entry = self._entry("appunto", quote=quote, words=self.sheet.words.text().strip())
        # What was written goes from sight only once it is on the disk.
        self._keep(entry, self._close_sheet)

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
            self._begun.keep()
            self._place()
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, kind: PageKind, *, quote: str = "", words: str = "") -> Entry:
        anchor = self._page.anchor_in_sight()
        return Entry(kind=kind, lesson_ref=self._ref, anchor=anchor, quote=quote, words=words)

    def _keep(self, entry: Entry, then: Callable[[], None]) -> None:
        fact = page_fact(self._pupil, self._desk.new_work_id(), entry)

        def kept() -> None:
            then()
            self._tell(KEPT()[entry.kind])
            announce(self, KEPT()[entry.kind])

        saver(self._desk.school, owner=self)([fact], saved=kept, failed=background.show_trouble)

    def _place(self) -> None:
        page, margin = self._page, self._page.right_margin()
        fitting = (one for one in _IN_MARGIN if self._size(one).width() + 2 * _APART <= margin.width())
        wording = next(fitting, None)
        # Before the text stands there is no margin, and nothing to write about either.
        kept = page.keep_in_bar(self._row_size() if wording is None and not margin.isEmpty() else QSize())
        if wording is None:
            self._lay("none", kept)
        else:
            size = self._size(wording)
            left = margin.right() + 1 - size.width() - min(_MARGIN, (margin.width() - size.width()) // 2)
            self._lay(wording, QRect(QPoint(left, margin.bottom() + 1 - size.height() - _MARGIN), size))
        self._place_sheet()

    def _size(self, wording: Wording) -> QSize:
        """Of the three under one another."""
        sizes = [button.size_for(wording) for button in self._buttons]
        wide = max(size.width() for size in sizes) + 2 * _PADDING
        return QSize(wide, sum(size.height() for size in sizes) + 2 * _PADDING + 3)

    def _row_size(self) -> QSize:
        sizes = [button.size_for("none") for button in self._buttons]
        return QSize(sum(size.width() for size in sizes), max(size.height() for size in sizes))

    def _lay(self, wording: Wording, place: QRect) -> None:
        self.setGeometry(place)
        self._wording = wording
        padding = 0 if wording == "none" else _PADDING
        at = QPoint(padding, padding)
        for button in self._buttons:
            button.word_it(wording)
            size = button.size_for(wording)
            wide = size.width() if wording == "none" else place.width() - 2 * padding
            button.setGeometry(at.x(), at.y(), wide, size.height())
            at += QPoint(wide, 0) if wording == "none" else QPoint(0, size.height())
        # While a note is written its sheet has this place.
        self.setVisible(self.sheet is None and self._page.column is not None)
        self.raise_()

    def _place_sheet(self) -> None:
        page = self._page
        if self.sheet is None:
            return
        width = min(theme().px(_SHEET_WIDTH), page.width() - 2 * _MARGIN)
        tall = max(self.sheet.sizeHint().height(), self.sheet.heightForWidth(width))
        tall = min(tall, page.height() - 2 * _MARGIN)
        left, top = page.width() - width - _MARGIN - 12, page.height() - tall - _MARGIN
        self.sheet.setGeometry(left, top, width, tall)
        self.sheet.raise_()


class NoteSheet(Card):
    """Where a note is written, over the lesson."""

    def __init__(self, quote: str, parent: QWidget) -> None:
        super().__init__(padding=16, edge="bordo", strong=True)
        self.quote = quote
        self.setParent(parent)
        self.column.setSpacing(8)
        label = Text(NotebookPresenter.own_words, "strong", wrap=True)
        self.column.addWidget(label)
        if quote:
            self.column.addWidget(Text(ABOUT(), "small", "ink2"))
            shown = quote if len(quote) < 160 else quote[:157].rsplit(" ", 1)[0] + "…"
            self.column.addWidget(Text(f"«{shown}»", "said", "ink2", wrap=True))
        self.words = WritingSheet(NotebookPresenter.own_words, lines=4)
        label.setBuddy(self.words.paper)
        self.column.addWidget(self.words)
        line = QHBoxLayout()
        self.kept = Button(NotebookPresenter.keep, "primary", size="small")
        self.left = Button(NotebookPresenter.cancel, "quiet", size="small")
        line.addWidget(self.kept)
        line.addWidget(self.left)
        line.addStretch(1)
        self.column.addLayout(line)

    def begin(self) -> None:
        """Puts the cursor where one writes."""
        self.words.paper.setFocus(Qt.FocusReason.OtherFocusReason)


def _nothing() -> None:
    """Nothing more is to be done."""
