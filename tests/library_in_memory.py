"""A small shelf of made-up lessons and packs, and a search over their titles."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from content.pack_head import PackHead
from content.search.engine import Completion, Hit, Kind, PackHit, SearchResult
from scuola_digitale.domain.exercise import Choice, Option
from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Lesson, LessonHead, Paragraph
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
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
