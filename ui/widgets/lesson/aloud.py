"""A lesson read aloud: from the chosen words or from what is in sight, the word that is said lit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import Lesson, Media
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.presenters.reading_aloud import ReadingAloud, Stretch, Voice
from ui.widgets.lesson.choosing import Choosing
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.passages import Letters, Lights, Lit, Passage, passages_in
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.theme import theme

if TYPE_CHECKING:
    from ui.widgets.lesson.media import MediaView

_LOW, _HIGH = 0.7, 0.3
"""Where in the view the line that is said may be at most, and where it comes to then: parts of its height."""


class RecordingSilentError(ScuolaError):
    """Somebody read the lesson aloud, and here it cannot be heard."""

    def __init__(self) -> None:
        super().__init__(
            say("La lezione letta a voce qui non si sente."),
            remedy=say("Te la legge il computer. Dillo alla maestra."),
        )


def machine_voice(language: str, owner: QObject) -> Voice:
    """The machine's voice for a language; raises a ScuolaError where it has none."""
    from ui.widgets.voices import find_voice  # late: most lessons are read with the eyes

    return find_voice(language, owner)


class Aloud(QObject):
    """Reads one column; `turned` tells whether it is reading, `trouble` why it cannot."""

    turned = Signal(bool)
    trouble = Signal(object)

    def __init__(
        self,
        column: Column,
        scroll: LessonScroll,
        choosing: Choosing,
        *,
        lights: Lights,
        lesson: Lesson,
    ) -> None:
        super().__init__(column)
        self._column, self._scroll, self._choosing, self._lights = column, scroll, choosing, lights
        self._language = lesson.head.language
        self._is_recorded = any(isinstance(one, Media) and one.whole_lesson for one in lesson.blocks)
        self._reading: ReadingAloud | None = None
        self._read: list[tuple[QWidget, Passage, Letters]] = []
        self._lit: Passage | None = None
        self._heard: MediaView | None = None
        self._heard_ms = 0

    @property
    def is_reading(self) -> bool:
        """Whether it reads now, or plays a recording."""
        return self._is_speaking or (self._heard is not None and self._heard.is_playing)

    @property
    def _is_speaking(self) -> bool:
        return self._reading is not None and self._reading.is_reading

    def begin_at(self, heard_ms: int) -> None:
        """The recording of the whole lesson goes on from where it was left."""
        self._heard_ms = heard_ms

    def heard_ms(self) -> int:
        """How far the recording of the whole lesson was heard."""
        heard = self._heard
        return heard.heard_ms if heard is not None and heard.is_whole_lesson else self._heard_ms

    def toggle(self) -> None:
        """Begins to read, or falls silent; a recording of the lesson, or one in sight, comes before the machine's voice."""
        recording = None if self._choosing.words() else self._recording()
        if self.is_reading:
            self.stop()
        elif recording is not None:
            self._hear(recording)
        else:
            self.read()

    def read(self) -> None:
        """Reads what is chosen; where nothing is, the lesson from the first line in sight to its end."""
        if self._reading is None and not self._open():
            return
        self._column.draw_all()
        stretches = self._stretches()
        if self._reading is not None and stretches:
            self.turned.emit(True)
            self._reading.read(stretches, theme().ways.speech)

    def stop(self) -> None:
        """Falls silent."""
        if self._heard is not None:
            self._heard.pause()
        if self._reading is not None:
            self._reading.stop()

    def leave(self) -> None:
        """The lesson is closed: nothing of it is heard any more, also what was begun by its own button."""
        from ui.widgets.lesson.media import MediaView  # late: few lessons have a sound

        self.stop()
        for view in self._column.findChildren(MediaView):
            view.pause()

    def take_speed(self) -> None:
        """The reader chose another speed."""
        if self._heard is not None:
            self._heard.take_speed()
        if self._reading is not None:
            self._reading.change_speed(theme().ways.speech)

    def _hear(self, recording: "MediaView") -> None:
        if recording is not self._heard:
            self._heard = recording
            recording.turned.connect(self.turned)
            recording.broken.connect(self._read_instead)
            if recording.is_whole_lesson:
                recording.begin_at(self._heard_ms)
        recording.play_or_pause()

    def _read_instead(self) -> None:
        """The recording is silent: the machine's voice reads in its place, and why is said."""
        self.trouble.emit(RecordingSilentError())
        self.read()

    def _open(self) -> bool:
        try:
            voice = machine_voice(self._language, self)
        except ScuolaError as problem:
            self.trouble.emit(problem)
            return False
        self._reading = ReadingAloud(voice, self._light, self._ended, self.trouble.emit)
        return True

    def _stretches(self) -> list[Stretch]:
        chosen = [one for one in self._choosing.stretches() if one[2] < one[3]]
        if not chosen:
            chosen = [
                (widget, passage, self._first_place(widget, passage), passage.end_place())
                for widget, passage in passages_in(self._column)
                if self._bottom(widget) > self._scroll.top()
            ]
        chosen = [one for one in chosen if one[1].aloud]
        self._read = [(widget, passage, Letters(passage, aloud=True)) for widget, passage, _, _ in chosen]
        return [
            Stretch(letters.text, *letters.letters(start, end))
            for (_, _, letters), (_, _, start, end) in zip(self._read, chosen, strict=True)
        ]

    def _recording(self) -> "MediaView | None":
        from ui.widgets.lesson.media import MediaView  # late: few lessons have a recording

        if self._is_recorded:
            # Who goes on further down has not met it yet: it stands at the lesson's beginning.
            self._column.draw_all()
        top, tall = self._scroll.top(), self._scroll.viewport().height()
        views = [
            view for view in self._column.findChildren(MediaView) if view.is_recording and not view.is_broken
        ]
        in_sight = (view for view in views if top <= self._top(view) < top + tall)
        return next((view for view in views if view.is_whole_lesson), next(in_sight, None))

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._column, QPoint(0, 0)).y()

    def _bottom(self, widget: QWidget) -> int:
        return self._top(widget) + widget.height()

    def _first_place(self, widget: QWidget, passage: Passage) -> int:
        above = self._scroll.top() - self._top(widget)
        return passage.place_at(QPoint(0, above + 2)) if above > 0 else 0

    def _light(self, number: int, start: int, end: int) -> None:
        widget, passage, letters = self._read[number]
        if self._lit is not passage:
            self._darken()
        self._lit = passage
        first, last = letters.places(start, end)
        self._lights.show(passage, "voce", [Lit(first, last, "voce")])
        self._keep_in_sight(self._top(widget) + passage.area_of(first).center().y())

    def _keep_in_sight(self, y: int) -> None:
        tall, top = self._scroll.viewport().height(), self._scroll.top()
        if not top <= y <= top + tall * _LOW:
            self._scroll.verticalScrollBar().setValue(round(y - tall * _HIGH))

    def _darken(self) -> None:
        if self._lit is not None:
            self._lights.show(self._lit, "voce", [])
            self._lit = None

    def _ended(self) -> None:
        self._darken()
        self.turned.emit(False)
