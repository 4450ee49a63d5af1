"""Where a reader begins in a lesson, and what is read for it off the GUI thread."""

from dataclasses import dataclass

from scuola_digitale.domain.draft import Draft, Place
from scuola_digitale.domain.lesson import Heading, Lesson
from scuola_digitale.domain.people import Pupil
from scuola_digitale.school import SchoolMemory
from ui.presenters.desk import Shelf
from ui.presenters.lesson import NOTHING_DONE, LessonPresenter
from ui.widgets.lesson.blocks import units
from ui.widgets.lesson.loading import LoadedLesson, load_first


@dataclass(frozen=True, slots=True)
class Beginning:
    """A lesson ready to be shown to somebody, and where they begin.

    Attributes:
        loaded: the lesson, with what its first look needs.
        presenter: the lesson with what its reader has done in it.
        draft: what they had begun when they last left it.
        place: where they stopped, if they go on there.
        anchor: the part they begin at otherwise; None for the top.
        unit: the number of the unit (see `blocks.units`) that is drawn first.
    """

    loaded: LoadedLesson
    presenter: LessonPresenter
    draft: Draft | None
    place: Place | None
    anchor: str | None
    unit: int


def begin(
    library: Shelf, school: SchoolMemory, pupil: Pupil | None, ref: str, anchor: str | None, *, scale: float
) -> Beginning:
    """Reads a lesson for a pupil, or for nobody's account; at a part if `anchor` asks for one.

    Else it begins where its reader stopped, or at the next exercise to do; `scale` is the text's size in use.

    Raises:
        ScuolaError: the lesson is missing or cannot be read.
    """
    lesson = library.lesson(ref)
    progress = school.progress(pupil.person) if pupil is not None else NOTHING_DONE
    draft = school.draft(pupil.person, ref) if pupil is not None else None
    presenter = LessonPresenter(lesson, progress)
    place = _place_left(lesson, draft) if anchor is None else None
    part = presenter.go_on_at() if anchor is None else anchor
    unit = _unit_of_part(lesson, part) if place is None else _unit_of_place(lesson, place)
    return Beginning(
        loaded=load_first(library, lesson, unit, scale=scale),
        presenter=presenter,
        draft=draft,
        place=place,
        anchor=part,
        unit=unit,
    )


def _place_left(lesson: Lesson, draft: Draft | None) -> Place | None:
    """Where the reader stopped; nowhere if the lesson was rewritten since: its blocks may stand elsewhere."""
    if draft is None or draft.edition != lesson.head.edition:
        return None
    return draft.place


def _unit_of_part(lesson: Lesson, anchor: str | None) -> int:
    blocks = (unit[0] for unit in units(lesson.blocks))
    found = (at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.anchor == anchor)
    return next(found, 0)


def _unit_of_place(lesson: Lesson, place: Place) -> int:
    """Places count the title as a block of its own, and the notes as the last one."""
    last = len(units(lesson.blocks)) - 1
    return max(0, min(place.block - 1, last))
