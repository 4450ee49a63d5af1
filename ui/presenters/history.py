"""«Com'era prima»: the earlier values of a pupil, a class, a piece of work, and bringing one back."""

from collections.abc import Callable, Iterator

import msgspec

from scuola_digitale.domain.facts import (
    Fact,
    GroupFieldSet,
    PupilFieldSet,
    TaskRemoved,
    TaskSet,
    WorkFieldSet,
)
from scuola_digitale.domain.folding import Thing
from scuola_digitale.domain.people import Group, Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.traces import Version
from scuola_digitale.domain.work import Work
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import at_words, grades_words

TITLE = Worded(lambda: say("Com’era prima"))
BACK = Worded(lambda: say("Rimetti"))
NOW = Worded(lambda: say("adesso"))
NEVER = Worded(lambda: say("Qui non è mai cambiato niente."))
_NOTHING = Worded(lambda: say("niente"))
_SOMEBODY = Worded(lambda: say("qualcuno che qui non si conosce"))

MakeFact = Callable[[str], Fact | None]
"""The fact that gives a field an earlier value; None where that value is no good any more."""


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field: its words, who gave it and when; `fact` brings it back, None for the one that counts."""

    value: str
    told: str
    fact: Fact | None


class FieldHistory(msgspec.Struct, frozen=True, kw_only=True):
    """A field with every value it had, the one that counts first."""

    label: str
    values: tuple[Earlier, ...]


class HistoryPresenter:
    """The fields of one thing that ever changed."""

    def __init__(self, desk: Desk, about: str, fields: tuple[FieldHistory, ...]) -> None:
        self._desk = desk
        self.about = about
        self.fields = fields

    @classmethod
    def of_pupil(cls, desk: Desk, pupil: Pupil) -> "HistoryPresenter":
        """A pupil's name, grade, animal and class."""
        person = pupil.person
        groups = {one.group_id: one.name for one in desk.school.groups()}
        words: list[tuple[str, str, Callable[[str], str]]] = [
            ("name", say("Nome"), str),
            ("grade", say("Classe"), _grades_words),
            ("avatar", say("Animale"), str),
            ("group", say("Gruppo"), lambda value: groups.get(value, value)),
        ]
        fields = (
            _field(
                desk,
                ("pupil", person, field),
                label,
                say_value,
                lambda value, field=field: PupilFieldSet(person=person, field=field, value=value),  # type: ignore[misc]
            )
            for field, label, say_value in words
        )
        return cls(desk, pupil.name, _changed(fields))

    @classmethod
    def of_group(cls, desk: Desk, group: Group) -> "HistoryPresenter":
        """A class's name and grades."""
        key = group.group_id
        fields = (
            _field(
                desk,
                ("group", key, "name"),
                say("Nome della classe"),
                str,
                lambda value: GroupFieldSet(group_id=key, field="name", value=value),
            ),
            _field(
                desk,
                ("group", key, "grades"),
                say("Quali classi ci sono"),
                _grades_words,
                lambda value: GroupFieldSet(group_id=key, field="grades", value=value),
            ),
        )
        return cls(desk, group.name, _changed(iter(fields)))

    @classmethod
    def of_work(cls, desk: Desk, work: Work) -> "HistoryPresenter":
        """A piece of work's theme, day and tasks."""
        return cls(desk, work.theme, _changed(_work_fields(desk, work)))


def _work_fields(desk: Desk, work: Work) -> Iterator[FieldHistory]:
    key = work.work_id
    titles = {head.ref: head.title for head in desk.library.lessons()}
    yield _field(
        desk,
        ("work", key, "theme"),
        say("Tema"),
        str,
        lambda value: WorkFieldSet(work_id=key, field="theme", value=value),
    )
    yield _field(
        desk,
        ("work", key, "due"),
        say("Per quando"),
        lambda value: value or say("senza una data"),
        lambda value: WorkFieldSet(work_id=key, field="due", value=value),
    )
    for grade in Grade:
        yield _field(
            desk,
            ("work", key, f"task/{grade}"),
            say("Compito della {grade}", grade=grade.label),
            lambda value: titles.get(value.partition("\n")[0], value.partition("\n")[0]),
            lambda value, grade=grade: _task(key, grade, value),  # type: ignore[misc]
        )


def _task(work_id: str, grade: Grade, value: str) -> Fact:
    lesson_ref, *exercises = value.split("\n")
    if not lesson_ref:
        return TaskRemoved(work_id=work_id, grade=grade)
    return TaskSet(work_id=work_id, grade=grade, lesson_ref=lesson_ref, exercises=tuple(exercises))


def _field(
    desk: Desk,
    place: tuple[Thing, str | bytes, str],
    label: str,
    say_value: Callable[[str], str],
    make: MakeFact,
) -> FieldHistory:
    found = desk.people.versions(*place)
    values = [_earlier(desk, say_value, make, one, counts=not at) for at, one in enumerate(_once(found))]
    return FieldHistory(label=label, values=tuple(values))


def _once(found: tuple[tuple[Version, str], ...]) -> Iterator[tuple[Version, str]]:
    """Each value once, at the latest time it was given: the same words twice are nothing to choose between."""
    seen = set[str]()
    for version, who in found:
        if version.value not in seen:
            seen.add(version.value)
            yield version, who


def _earlier(
    desk: Desk, say_value: Callable[[str], str], make: MakeFact, one: tuple[Version, str], *, counts: bool
) -> Earlier:
    version, who = one
    when = at_words(version.said_ms, desk.clock.now_ms())
    told = say("{who}, {when}", who=who or _SOMEBODY(), when=when)
    return Earlier(
        value=say_value(version.value) or _NOTHING(), told=told, fact=None if counts else make(version.value)
    )


def _changed(fields: Iterator[FieldHistory]) -> tuple[FieldHistory, ...]:
    return tuple(one for one in fields if len(one.values) > 1)


def _grades_words(value: str) -> str:
    known = {grade.value: grade for grade in Grade}
    return grades_words([known[code] for code in value.split(",") if code in known])
