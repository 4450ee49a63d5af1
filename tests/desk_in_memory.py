"""A desk without a disk or a line: an idle exchange, packs that travel when told to, and a morning at school."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from care_in_memory import CareInMemory
from library_in_memory import HEADS, FinderInMemory, ShelfInMemory
from own_lessons_in_memory import OwnLessonsInMemory
from people_in_memory import PeopleInMemory
from school_in_memory import GROUP, PUPILS, SchoolInMemory, Unlocked, answer, pupil

from content.pack_head import PackHead
from content.packing.manifest import Stored
from scuola_digitale.domain.facts import (
    AnswerMarked,
    Fact,
    HelpAsked,
    LessonOpened,
    NotebookSet,
    PupilFieldSet,
    TaskSet,
    WordSent,
    WorkField,
    WorkFieldSet,
)
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.open_answers import Mark, written_mark
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.school import ExchangeState
from sync.packs.difference import Difference
from sync.packs.errors import GettingStoppedError
from ui.presenters.desk import Desk, ExchangeLine
from ui.presenters.pack_travel import AskedFor, Follower, PackNews, StickReport, Travelled


@dataclass
class SyncInMemory:
    """An exchange that happens only when told to; `asked` counts the presses of the button."""

    asked: int = 0
    running: bool = False
    lines: tuple[ExchangeLine, ...] = ()
    sticks: list[Path] = field(default_factory=list)
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def address(self) -> str:
        return "https://regione.example/scuole"

    def is_running(self) -> bool:
        return self.running

    def recent(self) -> tuple[ExchangeLine, ...]:
        return self.lines

    def sync_now(self) -> None:
        self.asked += 1
        self.running = True
        self.tell()

    def visit_stick(self, stick: Path) -> ExchangeLine:
        self.sticks.append(stick)
        return ExchangeLine(at_ms=0, sent=3, received=1, by_stick=True)

    def on_change(self, tell: Callable[[], None]) -> None:
        self.listeners.append(tell)

    def tell(self) -> None:
        """Something changed: all who asked to be told hear of it."""
        for listener in self.listeners:
            listener()


@dataclass
class TravelInMemory:
    """A region with one new edition and one new pack; a download waits for its `gate`, and may be suspended."""

    gate: threading.Event = field(default_factory=threading.Event)
    got: list[str] = field(default_factory=list)
    suspended: bool = False
    asked_for: list[AskedFor] = field(default_factory=list)
    followers: list[Follower] = field(default_factory=list)

    def news(self) -> tuple[PackNews, ...]:
        made = (
            ("marche/cultura", "Storie dell’Appennino", Area.CULTURA, 3, 2, 30_200_000),
            ("marche/legno", "Mestieri del legno", Area.FORMAZIONE, 1, None, 310_000_000),
        )
        return tuple(
            PackNews(
                pack_id=pack_id,
                title=title,
                area=area,
                edition=edition,
                installed=here,
                lessons=22,
                size=size,
            )
            for pack_id, title, area, edition, here, size in made
        )

    def difference(self, pack_id: str) -> Difference:
        return Difference(
            head=PackHead(pack_id=pack_id, title="Storie dell’Appennino", area=Area.CULTURA, edition=3),
            installed=2,
            new=("La Sibilla",),
            changed=("Il lupo", "L’orso"),
            gone=(),
            blobs=(Stored("0" * 64, 480_000, "zstd"),),
            size=480_000,
            whole_size=30_200_000,
        )

    def speed(self) -> float:
        return 16_000.0

    def get(self, pack_id: str, tell: Travelled) -> None:
        tell(12_000_000, 30_200_000, (8_000_000,))
        assert self.gate.wait(10)
        if self.suspended:
            self.suspended = False
            raise GettingStoppedError
        self.got.append(pack_id)

    def waiting(self) -> Sequence[AskedFor]:
        return self.asked_for

    def forget(self, pack_id: str) -> None:
        self.asked_for = [one for one in self.asked_for if one.pack_id != pack_id]

    def follow(self, follower: Follower) -> None:
        self.followers.append(follower)

    def unfollow(self, follower: Follower) -> None:
        self.followers.remove(follower)

    def repair(self, pack_id: str, tell: Travelled) -> int:
        tell(1, 2, ())
        self.got.append(pack_id)
        return 1

    def pause(self) -> None:
        self.suspended = True
        self.gate.set()

    def import_from(self, folder: Path, tell: Travelled) -> tuple[str, ...] | None:
        if folder.name != "usb":
            return None
        tell(1, 1, ())
        return ("Storie dell’Appennino",)

    def refuse_stand_in(self, folder: Path) -> None:
        """Nobody forges here."""

    def export_to(self, folder: Path) -> StickReport:
        return StickReport(3, 212_000_000, is_fresh=False)


@dataclass
class DeskInMemory:
    """A desk and its parts, at hand for tests."""

    school: SchoolInMemory = field(default_factory=SchoolInMemory)
    shelf: ShelfInMemory = field(default_factory=ShelfInMemory)
    sync: SyncInMemory = field(default_factory=SyncInMemory)
    travel: TravelInMemory = field(default_factory=TravelInMemory)
    own_lessons: OwnLessonsInMemory = field(default_factory=OwnLessonsInMemory)
    people: PeopleInMemory | None = None

    @property
    def desk(self) -> Desk:
        """What the window gets."""
        return Desk(
            school=self.school,
            open_library=lambda: self.shelf,
            search=FinderInMemory,
            sync=self.sync,
            clock=self.school.clock,
            new_work_id=lambda: f"{len(self.school.recorded):016x}",
            hint="Scuola di prova: la maestra entra con «genziana», il tecnico con «faggio».",
            open_care=lambda: CareInMemory(self.school, []),
            open_people=self._people if self.people is not None else None,
            open_travel=lambda: self.travel,
            open_own_lessons=lambda: self.own_lessons,
        )

    def _people(self) -> PeopleInMemory:
        assert self.people is not None
        return self.people


_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
PAOLAS_KEYS = Unlocked(b"paola")

FIGURES = ("sole", "luna", "goccia")
"""What Irene and Amina touch to come in; the others need nothing."""

CARD = "lepre-faggio-27"
"""The word of Elia's class card."""


def a_morning(*, week_before: bool = False) -> DeskInMemory:
    """The demo's morning: water is assigned, some work, some finished, two wait for the teacher.

    With the `week_before` Lucia has something to review.
    """
    parts = DeskInMemory()
    school = parts.school
    _give_figures_and_a_card(school)
    if week_before:
        _live_the_week_before(school)
    school.clock.ms -= 26 * _HOUR_MS
    _do(school, "Lucia", "sibilla-e-fate", done=3)
    _do(school, "Lucia", "frazioni-parti-uguali", done=4)
    school.clock.ms += 24 * _HOUR_MS
    _assign(school)
    school.clock.ms += 90 * _MINUTE_MS
    _finish(school)
    school.clock.ms += 10 * _MINUTE_MS
    _get_stuck(school)
    school.clock.ms += 6 * _MINUTE_MS
    _work(school)
    school.clock.ms += 4 * _MINUTE_MS
    _have_exchanged(parts)
    return parts


def _give_figures_and_a_card(school: SchoolInMemory) -> None:
    own: list[Fact] = [
        PupilFieldSet(person=pupil(name).person, field="figures", value=" ".join(FIGURES))
        for name in ("Irene", "Amina")
    ]
    own.append(PupilFieldSet(person=pupil("Elia").person, field="card", value=CARD))
    school.record(own, author=PAOLAS_KEYS)


def _assign(school: SchoolInMemory) -> None:
    """Paola assigns three themes and sends Lucia a word."""
    water, fractions, tales = "1" * 16, "2" * 16, "3" * 16
    by_grade = [
        TaskSet(work_id=water, grade=head.grades[0], lesson_ref=head.ref)
        for head in HEADS
        if head.theme == "acqua"
    ]
    exercises = ("es5", "es6", "es7", "es8")
    facts: list[Fact] = [
        *_theme(water, "L’acqua", due="2026-01-14"),
        *by_grade,
        *_theme(fractions, "Le frazioni", due="2026-01-15"),
        TaskSet(
            work_id=fractions,
            grade=Grade.P4,
            lesson_ref="marche/frazioni-parti-uguali",
            exercises=exercises,
        ),
        *_theme(tales, "Storie"),
        TaskSet(work_id=tales, grade=Grade.P4, lesson_ref="marche/sibilla-e-fate"),
        WordSent(
            person=pupil("Lucia").person,
            text="Ieri hai spiegato benissimo a Tommaso perché un mezzo è più di un terzo."
            " Oggi prova a farlo con un disegno.",
        ),
    ]
    school.record(facts, author=PAOLAS_KEYS)


def _theme(work_id: str, theme: str, *, due: str = "") -> list[Fact]:
    fields: dict[WorkField, str] = {"theme": theme, "group": GROUP.group_id}
    if due:
        fields["due"] = due
    return [WorkFieldSet(work_id=work_id, field=field, value=value) for field, value in fields.items()]


def _finish(school: SchoolInMemory) -> None:
    """Three finish what they had to do, and Irene gets as far as she can."""
    _do(school, "Sofia", "dove-la-troviamo", done=4)
    _do(school, "Tommaso", "acqua-che-scava", done=5)
    _do(school, "Davide", "quanta-ne-usiamo", done=6)
    _do(school, "Irene", "quanta-ne-usiamo", done=3)


def _get_stuck(school: SchoolInMemory) -> None:
    """Irene asks for help, Amina answers wrongly twice: both wait for the teacher."""
    school.record([HelpAsked(person=pupil("Irene").person, exercise_ref="marche/quanta-ne-usiamo/es4")])
    _do(school, "Amina", "liquida-solida-gas", done=2, wrong=2)


def _work(school: SchoolInMemory) -> None:
    for name, lesson, done in (
        ("Mattia", "dove-la-troviamo", 2),
        ("Nora", "giro-della-goccia", 3),
        ("Giulia", "liquida-solida-gas", 3),
        ("Pietro", "liquida-solida-gas", 2),
        ("Lucia", "acqua-che-scava", 2),
        ("Samuele", "quanta-ne-usiamo", 4),
    ):
        _do(school, name, lesson, done=done)


def _have_exchanged(parts: DeskInMemory) -> None:
    """The line was there a few times, and fell once."""
    now = parts.school.clock.ms
    parts.school.exchange = ExchangeState(waiting=0, last_ms=now - 18 * _MINUTE_MS)
    parts.sync.lines = (
        ExchangeLine(at_ms=now - 18 * _MINUTE_MS, sent=14, received=3),
        ExchangeLine(at_ms=now - 48 * _MINUTE_MS, sent=0, received=0),
        ExchangeLine(
            at_ms=now - 70 * _MINUTE_MS,
            sent=0,
            received=0,
            problem="La linea è caduta a metà: riprende da dov’era.",
        ),
        ExchangeLine(at_ms=now - 25 * _HOUR_MS, sent=120, received=8),
    )


def _live_the_week_before(school: SchoolInMemory) -> None:
    """Lucia does some exercises, keeps some notes and writes two answers; Tommaso writes one."""
    lucia, tommaso = pupil("Lucia").person, pupil("Tommaso").person
    school.clock.ms -= 5 * 24 * _HOUR_MS
    _do(school, "Lucia", "camoscio", done=3, wrong=1)
    scava, sibilla = "marche/acqua-che-scava", "marche/sibilla-e-fate"
    entries = (
        Entry(kind="appunto", lesson_ref=scava, words="La grotta cresce di un dito in cento anni!"),
        Entry(kind="evidenza", lesson_ref=scava, quote="L’acqua scioglie il calcare goccia dopo goccia."),
        Entry(kind="segnalibro", lesson_ref=sibilla, anchor="che-cosa-vedi"),
    )
    for number, entry in enumerate(entries):
        school.clock.ms += _MINUTE_MS
        page_id = f"{number:016x}"
        school.record([NotebookSet(person=lucia, page_id=page_id, entry=written_entry(entry))])
    for person, exercise, text in (
        (lucia, f"{scava}/es4", "La goccia porta via un po’ di pietra e lascia un velo bianco."),
        (lucia, f"{scava}/es5", "Le stalattiti pendono, le stalagmiti salgono da terra."),
        (tommaso, f"{scava}/es5", "Sono pietre."),
    ):
        school.clock.ms += _MINUTE_MS
        given = answer(person, exercise, 0)
        school.record([msgspec.structs.replace(given, answer=(text,), typed=True, score=None)])
    first = school.open_answers(lucia)[-1]
    mark = written_mark(Mark(100, "Hai visto bene: quel velo bianco è la stalattite che nasce."))
    school.record(
        [AnswerMarked(person=lucia, exercise_ref=first.exercise_ref, answered_ms=first.at_ms, mark=mark)],
        author=PAOLAS_KEYS,
    )
    school.clock.ms += 5 * 24 * _HOUR_MS - 6 * _MINUTE_MS


def _do(school: SchoolInMemory, name: str, lesson: str, *, done: int, wrong: int = 0) -> None:
    person = pupil(name).person
    facts: list[Fact] = [LessonOpened(person=person, lesson_ref=f"marche/{lesson}", edition=1)]
    facts += [answer(person, f"marche/{lesson}/es{place}", 100) for place in range(1, done + 1)]
    facts += [answer(person, f"marche/{lesson}/es{done + 1}", 0)] * wrong
    school.record(facts)


assert len(PUPILS) == 12
