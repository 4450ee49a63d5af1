"""Decides what the library's shelves show."""

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import AREA_LABELS, Area, Grade, subject_label
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words
from ui.presenters.lesson_cards import LessonCard, lesson_card
from ui.presenters.places_map import places_known

_ABOUT = Worded(
    lambda: {
        Area.SCUOLA: say("Italiano, numeri, scienze, storia"),
        Area.CULTURA: say("Storie, luoghi, teatro, dialetto"),
        Area.FORMAZIONE: say("Mestieri, attrezzi, botteghe"),
        Area.TEMPO_LIBERO: say("Sentieri, giochi, sport"),
    }
)


class AreaCard(msgspec.Struct, frozen=True):
    """One of the four large drawings."""

    area: Area
    title: str
    about: str
    count: str


class LibraryPresenter:
    """The shelves, narrowed by area, subject and grade; begins at a pupil's own grade."""

    title = Worded(lambda: say("Biblioteca"))
    search_short = Worded(lambda: say("Cerca nelle lezioni"))
    search_hint = Worded(lambda: say("Cerca una parola, un luogo, una storia"))
    everything = Worded(lambda: say("Tutte le classi"))
    to_map = Worded(lambda: say("Mappa dei luoghi"))
    every_subject = Worded(lambda: say("Tutte le materie"))
    empty_shelf = Worded(
        lambda: (
            say("Su questo scaffale non c’è ancora niente"),
            say("Prova un’altra classe o un’altra materia."),
        )
    )
    empty_library = Worded(
        lambda: (
            say("La biblioteca è ancora vuota"),
            say("Le lezioni arrivano con la linea o con una chiavetta: chiedi alla maestra."),
        )
    )

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        self._desk = desk
        self.pupil = pupil
        self._heads = desk.library.lessons()
        self.area: Area | None = None
        self.subject: str | None = None
        self.grade: Grade | None = pupil.grade if pupil else None

    def areas(self) -> tuple[AreaCard, ...]:
        """The four areas with how much is in each."""
        counts = {area: sum(1 for head in self._heads if head.area == area) for area in Area}
        return tuple(
            AreaCard(
                area, AREA_LABELS()[area], _ABOUT()[area], count_words(counts[area], "lezione", "lezioni")
            )
            for area in Area
        )

    def has_map(self) -> bool:
        """Whether some lesson tells of a place."""
        return places_known(self._heads)

    def choose_area(self, area: Area | None) -> None:
        """Opens an area's shelves, or, touched again, closes them."""
        self.area = None if area == self.area else area
        self.subject = None

    def choose_grade(self, grade: Grade | None) -> None:
        """Shows another grade's shelf; a subject that it has not is let go."""
        self.grade = grade
        if self.subject not in {key for key, _ in self.subjects()}:
            self.subject = None

    def subjects(self) -> tuple[tuple[str, str], ...]:
        """Subjects of the open area for the chosen grade: key and label, in order of label; none without an area."""
        if self.area is None:
            return ()
        keys = {
            head.subject
            for head in self._heads
            if head.area == self.area and (self.grade is None or self.grade in head.grades)
        }
        return tuple(sorted(((key, subject_label(key)) for key in keys if key), key=lambda pair: pair[1]))

    def grades(self) -> tuple[Grade, ...]:
        """Grades that some lesson is for, in order."""
        present = {grade for head in self._heads for grade in head.grades}
        return tuple(grade for grade in Grade if grade in present)

    def shelf_title(self) -> str:
        """What the shelf holds."""
        what = AREA_LABELS()[self.area] if self.area else say("Lezioni")
        if self.subject:
            what = subject_label(self.subject)
        return (
            say("{what} per la {label}", what=what, label=self.grade.label)
            if self.grade
            else say("{what} per tutti", what=what)
        )

    def nothing(self) -> tuple[str, str]:
        """What an empty shelf says, and what one can do; a library without a lesson says it of itself."""
        return self.empty_shelf if self._heads else self.empty_library

    def shelf(self) -> tuple[LessonCard, ...]:
        """The lessons on the shelf."""
        progress = self._desk.school.progress(self.pupil.person) if self.pupil else None
        return tuple(
            lesson_card(head, progress)
            for head in self._heads
            if self.area in {None, head.area}
            and self.subject in {None, head.subject}
            and (self.grade is None or self.grade in head.grades)
        )

    def count(self) -> str:
        """How many there are."""
        return count_words(len(self.shelf()), "lezione", "lezioni")
