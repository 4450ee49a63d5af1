"""A desk without a disk or a line: a small shelf of lessons, a search over their titles, an idle exchange."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from care_in_memory import CareInMemory
from own_lessons_in_memory import OwnLessonsInMemory
from school_in_memory import GROUP, PUPILS, SchoolInMemory, Unlocked, answer, pupil

from content.pack_head import PackHead
from content.packing.manifest import Stored
from content.search.engine import Completion, Hit, Kind, PackHit, SearchResult
from scuola_digitale.domain.exercise import Choice, Option
from scuola_digitale.domain.facts import (
    AnswerMarked,
    Fact,
    HelpAsked,
    LessonOpened,
    NotebookSet,
    PupilFieldSet,
    TaskSet,
    WordSent,
    WorkFieldSet,
)
from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Lesson, LessonHead, Paragraph
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.open_answers import Mark, written_mark
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import ExchangeState
from sync.packs.difference import Difference
from sync.packs.errors import GettingStoppedError
from ui.presenters.desk import Desk, ExchangeLine
from ui.presenters.pack_travel import AskedFor, Follower, PackNews, StickReport, Travelled
from ui.resources import drawing

_COVERS = {"acqua": "copertina-acqua", "frazioni": "copertina-frazioni", "sibilla": "copertina-sibilla"}


def _head(
    name: str,
    title: str,
    subject: str,
    grades: str,
    *,
    area: Area = Area.SCUOLA,
    minutes: int = 20,
    exercises: int = 5,
    cover: str | None = None,
    theme: str = "",
    can_do: str = "",
) -> LessonHead:
    return LessonHead(
        ref=f"marche/{name}",
        pack=f"marche/{area}",
        path=f"lezioni/{name}.md",
        title=title,
        area=area,
        subject=subject,
        grades=tuple(Grade(one) for one in grades.split()),
        minutes=minutes,
        summary=f"Una lezione su {title.lower()}.",
        objectives=(can_do,) if can_do else (),
        cover=cover,
        theme=theme,
        exercises=tuple(f"es{place}" for place in range(1, exercises + 1)),
    )


HEADS = (
    _head("dove-la-troviamo", "Dove la troviamo", "scienze", "P1", exercises=4, theme="acqua"),
    _head("giro-della-goccia", "Il giro della goccia", "scienze", "P2", cover="acqua", theme="acqua"),
    _head("liquida-solida-gas", "Liquida, solida, gas", "scienze", "P3", theme="acqua"),
    _head(
        "acqua-che-scava",
        "L’acqua che scava: dentro la grotta",
        "scienze",
        "P4",
        cover="acqua",
        theme="acqua",
        can_do="Spiego come l’acqua scava una grotta nella roccia",
    ),
    _head("quanta-ne-usiamo", "Quanta ne usiamo", "scienze", "P5", exercises=6, theme="acqua"),
    _head(
        "frazioni-parti-uguali",
        "Le frazioni: parti uguali",
        "matematica",
        "P3 P4",
        minutes=25,
        exercises=8,
        cover="frazioni",
        theme="frazioni",
        can_do="Riconosco le parti uguali di un intero",
    ),
    _head("frazioni-confronto", "Frazioni a confronto", "matematica", "P5", theme="frazioni"),
    _head("lettera-al-nonno", "Una lettera al nonno", "italiano", "P3 P4 P5", minutes=30, exercises=2),
    _head(
        "sibilla-e-fate",
        "La Sibilla e le fate",
        "tradizioni",
        "P2 P3 P4 P5",
        area=Area.CULTURA,
        minutes=12,
        exercises=3,
        cover="sibilla",
        can_do="Racconto la leggenda della Sibilla",
    ),
    _head("camoscio", "Il camoscio dei Sibillini", "natura", "P3 P4", area=Area.CULTURA, exercises=4),
    _head(
        "metro-del-falegname",
        "Il metro del falegname",
        "mestieri",
        "P4 P5 S1",
        area=Area.FORMAZIONE,
        minutes=15,
        exercises=4,
    ),
    _head(
        "sentiero-sicuro",
        "In cammino sul sentiero: che cosa mettere nello zaino",
        "passeggiate",
        "P1 P2 P3 P4 P5",
        area=Area.TEMPO_LIBERO,
        minutes=10,
        exercises=3,
    ),
)


@dataclass(frozen=True)
class PackInMemory:
    head: PackHead
    size: int
    lessons: int
    searchable: bool = True


@dataclass(frozen=True)
class ThemeInMemory:
    name: str
    lessons: tuple[LessonHead, ...]


PACKS = (
    PackInMemory(
        PackHead(pack_id="marche/scuola", title="Scuola di montagna", area=Area.SCUOLA), 3_400_000, 8
    ),
    PackInMemory(
        PackHead(pack_id="marche/cultura", title="Storie dell’Appennino", area=Area.CULTURA, edition=2),
        906_000_000,
        2,
    ),
    PackInMemory(
        PackHead(pack_id="marche/formazione", title="Mestieri", area=Area.FORMAZIONE), 640_000, 1, False
    ),
    PackInMemory(
        PackHead(pack_id="marche/tempo-libero", title="Sentieri e giochi", area=Area.TEMPO_LIBERO),
        1_240_000,
        1,
    ),
)


def _open_gate() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@dataclass
class ShelfInMemory:
    """A library of made-up lessons; `broken` names packs that a check finds damaged, `without` lessons not installed;
    an installation waits while `gate` is shut.
    """

    installed: list[PackInMemory] = field(default_factory=lambda: list(PACKS))
    broken: set[str] = field(default_factory=set)
    without: set[str] = field(default_factory=set)
    gate: threading.Event = field(default_factory=_open_gate)

    def packs(self) -> tuple[PackInMemory, ...]:
        return tuple(self.installed)

    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        return tuple(
            head
            for head in HEADS
            if head.ref not in self.without
            and area in {None, head.area}
            and subject in {None, head.subject}
            and (grade is None or grade in head.grades)
        )

    def themes(self) -> tuple[ThemeInMemory, ...]:
        names = sorted({head.theme for head in HEADS if head.theme})
        return tuple(
            ThemeInMemory(name, tuple(head for head in HEADS if head.theme == name)) for name in names
        )

    def lesson(self, ref: str) -> Lesson:
        head = next(head for head in HEADS if head.ref == ref)
        return Lesson(
            head=head,
            blocks=(
                Heading(level=2, spans=words("Che cosa vedi"), anchor="che-cosa-vedi"),
                Paragraph(spans=words(head.summary)),
                *(_exercise(exercise_id) for exercise_id in head.exercises),
            ),
        )

    def file(self, pack_id: str, path: str) -> bytes:
        if path not in _COVERS:
            raise ScuolaError("Il file manca.", remedy="Installa di nuovo il pacchetto.")
        return drawing(_COVERS[path])

    def media_path(self, pack_id: str, path: str) -> Path:
        raise ScuolaError("Il suono manca.", remedy="Installa di nuovo il pacchetto.")

    def install(
        self,
        folder: Path,
        progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> PackInMemory:
        self.gate.wait(5)
        for done in range(5):
            if progress:
                progress(done * 1_000_000, 4_000_000)
            if should_stop and should_stop():
                raise ScuolaError("L’installazione è stata fermata.", remedy="Puoi rifarla quando vuoi.")
        pack = PackInMemory(PackHead(pack_id="marche/nuovo", title="Nuovo", area=Area.SCUOLA), 4_000_000, 3)
        self.installed.append(pack)
        return pack

    def verify(self, pack_id: str) -> tuple[str, ...]:
        return ("figure/rotta.svg",) if pack_id in self.broken else ()

    def mend(self, pack_id: str, folder: Path) -> int:
        self.broken.discard(pack_id)
        return 1

    def remove(self, pack_id: str) -> None:
        self.installed = [pack for pack in self.installed if pack.head.pack_id != pack_id]


class FinderInMemory:
    """Finds a word's beginning in titles; any word unknown is taken for `frazioni`."""

    def search(
        self,
        query: str,
        *,
        area: Area | None = None,
        subject: str | None = None,
        grade: Grade | None = None,
        language: str | None = None,
        kind: Kind | None = None,
        near: Grade | None = None,
        lessons: int = 10,
    ) -> SearchResult:
        stem = query.strip().lower()[:5]
        found = [
            head
            for head in HEADS
            if stem in head.title.lower()
            and area in {None, head.area}
            and subject in {None, head.subject}
            and (grade is None or grade in head.grades)
        ]
        hits = tuple(hit for head in found[:lessons] for hit in _hits(head, stem))
        packs = (PACK_HIT,) if kind is Kind.PACK else ()
        suggestion = None if hits else "frazioni"
        return SearchResult(query=query, hits=hits, packs=packs, suggestion=suggestion, milliseconds=3.0)

    def suggest(self, query: str) -> str | None:
        return self.search(query).suggestion

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[Completion, ...]:
        begun = [head for head in HEADS if prefix and head.title.lower().startswith(prefix.lower())]
        titles = [Completion(head.title, f"{head.ref}#parte-1") for head in begun]
        return (*titles[: limit - 1], Completion(f"{prefix}…")) if prefix else ()

    def add_pack(self, pack_id: str) -> int:
        return 0

    def remove_pack(self, pack_id: str) -> None:
        """Nothing is kept."""

    def rebuild(self) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Nothing is open."""


PACK_HIT = PackHit(
    pack_id="marche/scuola", title="Scuola", area=Area.SCUOLA, snippet=(("Le prime lezioni", False),)
)


def _hits(head: LessonHead, stem: str) -> list[Hit]:
    at = head.title.lower().index(stem)
    end = next((place for place in range(at, len(head.title)) if head.title[place] in " :,"), len(head.title))
    lit = head.title[at:end]
    return [
        Hit(
            section_id=f"{head.ref}#parte-{number}",
            lesson_ref=head.ref,
            lesson_title=head.title,
            heading=heading,
            snippet=(("Qui si parla di ", False), (lit, True), (rest, False)),
            area=head.area,
            subject=head.subject,
            grades=head.grades,
            score=1.0,
        )
        for number, (heading, rest) in enumerate(
            (
                (
                    "Che cosa vedi",
                    ", con parole semplici e un disegno da guardare con calma insieme a un compagno.",
                ),
                ("Prova tu", " nella vita di ogni giorno."),
            )
        )
    ]


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
        for listener in self.listeners:
            listener()


def _exercise(exercise_id: str) -> ExerciseBlock:
    return ExerciseBlock(
        exercise=Choice(
            exercise_id=exercise_id,
            question=words(f"Quale risposta è giusta? ({exercise_id})"),
            options=(
                Option(option_id="a", spans=words("Questa"), correct=True),
                Option(option_id="b", spans=words("Quest’altra"), feedback=words("Non è questa.")),
            ),
            hints=(words("Guarda la prima."),),
        )
    )


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

    @property
    def desk(self) -> Desk:
        return Desk(
            school=self.school,
            open_library=lambda: self.shelf,
            search=FinderInMemory,
            sync=self.sync,
            clock=self.school.clock,
            new_work_id=lambda: f"{len(self.school.recorded):016x}",
            hint="Scuola di prova: la maestra entra con «genziana», il tecnico con «faggio».",
            open_care=lambda: CareInMemory(self.school, []),
            open_travel=lambda: self.travel,
            open_own_lessons=lambda: self.own_lessons,
        )


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
    own: list[Fact] = [
        PupilFieldSet(person=pupil(name).person, field="figures", value=" ".join(FIGURES))
        for name in ("Irene", "Amina")
    ]
    own.append(PupilFieldSet(person=pupil("Elia").person, field="card", value=CARD))
    school.record(own, author=Unlocked(b"paola"))
    minute = 60_000
    if week_before:
        _live_the_week_before(school)
    school.clock.ms -= 26 * 60 * minute
    lucia = pupil("Lucia").person
    _do(school, "Lucia", "sibilla-e-fate", done=3)
    _do(school, "Lucia", "frazioni-parti-uguali", done=4)
    school.clock.ms += 24 * 60 * minute
    assign: list[Fact] = [
        WorkFieldSet(work_id="1" * 16, field="theme", value="L’acqua"),
        WorkFieldSet(work_id="1" * 16, field="group", value=GROUP.group_id),
        WorkFieldSet(work_id="1" * 16, field="due", value="2026-01-14"),
        *(
            TaskSet(work_id="1" * 16, grade=head.grades[0], lesson_ref=head.ref)
            for head in HEADS
            if head.theme == "acqua"
        ),
        WorkFieldSet(work_id="2" * 16, field="theme", value="Le frazioni"),
        WorkFieldSet(work_id="2" * 16, field="group", value=GROUP.group_id),
        WorkFieldSet(work_id="2" * 16, field="due", value="2026-01-15"),
        TaskSet(
            work_id="2" * 16,
            grade=Grade.P4,
            lesson_ref="marche/frazioni-parti-uguali",
            exercises=("es5", "es6", "es7", "es8"),
        ),
        WorkFieldSet(work_id="3" * 16, field="theme", value="Storie"),
        WorkFieldSet(work_id="3" * 16, field="group", value=GROUP.group_id),
        TaskSet(work_id="3" * 16, grade=Grade.P4, lesson_ref="marche/sibilla-e-fate"),
        WordSent(
            person=lucia,
            text="Ieri hai spiegato benissimo a Tommaso perché un mezzo è più di un terzo."
            " Oggi prova a farlo con un disegno.",
        ),
    ]
    school.record(assign, author=Unlocked(b"paola"))
    school.clock.ms += 90 * minute
    _do(school, "Sofia", "dove-la-troviamo", done=4)
    _do(school, "Tommaso", "acqua-che-scava", done=5)
    _do(school, "Davide", "quanta-ne-usiamo", done=6)
    _do(school, "Irene", "quanta-ne-usiamo", done=3)
    school.clock.ms += 10 * minute
    school.record([HelpAsked(person=pupil("Irene").person, exercise_ref="marche/quanta-ne-usiamo/es4")])
    _do(school, "Amina", "liquida-solida-gas", done=2, wrong=2)
    school.clock.ms += 6 * minute
    for name, lesson, done in (
        ("Mattia", "dove-la-troviamo", 2),
        ("Nora", "giro-della-goccia", 3),
        ("Giulia", "liquida-solida-gas", 3),
        ("Pietro", "liquida-solida-gas", 2),
        ("Lucia", "acqua-che-scava", 2),
        ("Samuele", "quanta-ne-usiamo", 4),
    ):
        _do(school, name, lesson, done=done)
    school.clock.ms = school.clock.ms + 4 * minute
    now = school.clock.ms
    school.exchange = ExchangeState(waiting=0, last_ms=now - 18 * minute)
    parts.sync.lines = (
        ExchangeLine(at_ms=now - 18 * minute, sent=14, received=3),
        ExchangeLine(at_ms=now - 48 * minute, sent=0, received=0),
        ExchangeLine(
            at_ms=now - 70 * minute,
            sent=0,
            received=0,
            problem="La linea è caduta a metà: riprende da dov’era.",
        ),
        ExchangeLine(at_ms=now - 25 * 60 * minute, sent=120, received=8),
    )
    return parts


def _live_the_week_before(school: SchoolInMemory) -> None:
    """Lucia does some exercises, keeps some notes and writes two answers; Tommaso writes one."""
    lucia, tommaso = pupil("Lucia").person, pupil("Tommaso").person
    school.clock.ms -= 5 * 24 * 60 * 60_000
    _do(school, "Lucia", "camoscio", done=3, wrong=1)
    scava, sibilla = "marche/acqua-che-scava", "marche/sibilla-e-fate"
    entries = (
        Entry(kind="appunto", lesson_ref=scava, words="La grotta cresce di un dito in cento anni!"),
        Entry(kind="evidenza", lesson_ref=scava, quote="L’acqua scioglie il calcare goccia dopo goccia."),
        Entry(kind="segnalibro", lesson_ref=sibilla, anchor="che-cosa-vedi"),
    )
    for number, entry in enumerate(entries):
        school.clock.ms += 60_000
        page_id = f"{number:016x}"
        school.record([NotebookSet(person=lucia, page_id=page_id, entry=written_entry(entry))])
    for person, exercise, text in (
        (lucia, f"{scava}/es4", "La goccia porta via un po’ di pietra e lascia un velo bianco."),
        (lucia, f"{scava}/es5", "Le stalattiti pendono, le stalagmiti salgono da terra."),
        (tommaso, f"{scava}/es5", "Sono pietre."),
    ):
        school.clock.ms += 60_000
        given = answer(person, exercise, 0)
        school.record([msgspec.structs.replace(given, answer=(text,), typed=True, score=None)])
    first = school.open_answers(lucia)[-1]
    mark = written_mark(Mark(100, "Hai visto bene: quel velo bianco è la stalattite che nasce."))
    school.record(
        [AnswerMarked(person=lucia, exercise_ref=first.exercise_ref, answered_ms=first.at_ms, mark=mark)],
        author=Unlocked(b"paola"),
    )
    school.clock.ms += (5 * 24 * 60 - 6) * 60_000


def _do(school: SchoolInMemory, name: str, lesson: str, *, done: int, wrong: int = 0) -> None:
    person = pupil(name).person
    facts: list[Fact] = [LessonOpened(person=person, lesson_ref=f"marche/{lesson}", edition=1)]
    facts += [answer(person, f"marche/{lesson}/es{place}", 100) for place in range(1, done + 1)]
    facts += [answer(person, f"marche/{lesson}/es{done + 1}", 0)] * wrong
    school.record(facts)


assert len(PUPILS) == 12
