"""The real demo school, its region and its stick: every byte of every file, searched for names and typed words.

What is compressed is unpacked and searched too, so that zstd hides nothing from the search.
"""

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from demo_school import found_demo, staff_keys
from photo_traces import photo_bytes, pieces_of

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import (
    AnswerMarked,
    ExerciseAnswered,
    NotebookSet,
    NoteWritten,
    PersonId,
    PreferenceSet,
    PupilFieldSet,
    WordSent,
)
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.people import Pupil
from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.columns import pack_columns
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.photos import set_photo, want_photos
from scuola_digitale.storage.replica import Replica
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync import stick as sticks
from sync.protocol import FrameReader
from sync.region.serving import EmbeddedRegion
from ui.demo import valdoro
from ui.laptop import Laptop

OPEN = "marche/acqua-grotta/spiega"
LEAST_LETTERS = 6
"""Shorter typed words («15») stand in any file by chance."""

_IN_ONE_PAGE = 2_000
"""What is longer a database parts over its pages, so runs of it are searched."""

_FREE = {"ExerciseAnswered", "WordSent", "NoteWritten", "AnswerMarked", "NotebookSet"}


class Village:
    """Valdoro with this morning's work, and words of everybody's own; the region runs, a stick goes round."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.demo = found_demo(folder / "valdoro")
        self.stick = folder / "chiavetta"
        self.stick.mkdir()
        self.log = logging.FileHandler(self.region_folder / "registro.log")
        logging.getLogger().addHandler(self.log)
        logging.getLogger().setLevel(logging.DEBUG)
        self.region = EmbeddedRegion(self.region_folder)
        self.region.register(*self.demo.card())
        url = self.region.start()
        for number in range(3):
            self.demo.laptop(number).remember_region(url)
        self.laptops = [Laptop(self.demo.laptop(number)) for number in range(3)]
        self.cattedra = self.laptops[valdoro.TEACHER_LAPTOP]

    @property
    def region_folder(self) -> Path:
        """All that the region keeps on its disk."""
        folder = self.demo.region
        folder.mkdir(exist_ok=True)
        return folder

    def pupil(self, name: str) -> Pupil:
        """Somebody of the village, by name."""
        return next(one for one in self.cattedra.school.pupils() if one.name == name)

    def write(self) -> None:
        """Everybody writes something of their own, and is written to."""
        teacher = staff_keys(self.cattedra, "insegnante")
        want_photos(self.cattedra.school, staff_keys(self.cattedra, "tecnico"), wanted=True)
        for place, pupil in enumerate(self.cattedra.school.pupils()):
            set_photo(self.cattedra.school, teacher, pupil.person, photo_bytes(place))
            words = f"La goccia numero {place * 7919} la racconto io, {pupil.name}"
            self._write_as(pupil, place, words)
            self._write_to(pupil, place, words, author=teacher)

    def _write_as(self, pupil: Pupil, place: int, words: str) -> None:
        school = self.laptops[place % 3].school
        page = Entry(
            kind="appunto", lesson_ref="marche/acqua-grotta", words=f"Appunto {place * 6101}: {words}"
        )
        answer = ExerciseAnswered(
            person=pupil.person,
            exercise_ref=OPEN,
            answer=(words,),
            typed=True,
            score=None,
            seconds=40,
            hints=0,
            attempt=1,
            edition=1,
        )
        school.record(
            [
                answer,
                PreferenceSet(person=pupil.person, setting="face=Lexend"),
                NotebookSet(person=pupil.person, page_id=f"p{place}", entry=written_entry(page)),
            ]
        )
        draft = Draft(edition=1, answers={"spiega": (f"Bozza {place * 3001}: {words}",)})
        school.keep_draft(pupil.person, "marche/acqua-grotta", draft)

    def _write_to(self, pupil: Pupil, place: int, words: str, *, author: UnlockedStaff) -> None:
        school = self.laptops[place % 3].school
        at_ms = next(one.at_ms for one in school.open_answers(pupil.person) if one.text == words)
        self.cattedra.school.record(
            [
                AnswerMarked(
                    person=pupil.person,
                    exercise_ref=OPEN,
                    answered_ms=at_ms,
                    mark=f"100 Bravissimo {pupil.name}",
                ),
                NoteWritten(person=pupil.person, text=f"Nota riservata {place * 5003}"),
                WordSent(person=pupil.person, text=f"Parola {place * 4001} per {pupil.name}"),
                PupilFieldSet(person=pupil.person, field="card", value=f"volpe-faggio-{place}x{place}"),
            ],
            author=author,
        )

    def share(self) -> None:
        """All come to hold the same: over the line, then with the stick."""
        for laptop in self.laptops * 2:
            laptop.line.sync_once()
        for laptop in self.laptops * 2:
            laptop.line.visit_stick(self.stick)
        for laptop in self.laptops:
            laptop.school.copy_daily()

    def typed_by_all(self) -> set[str]:
        """Every word that somebody wrote freely, as the teacher's laptop opens it."""
        return {word for pupil in self.cattedra.school.pupils() for word in self.typed_of(pupil.person)}

    def typed_of(self, person: PersonId) -> set[str]:
        """All words of a pupil that stand sealed in their dossier."""
        facts = self.cattedra.school.opened_by(staff_keys(self.cattedra, "insegnante")).dossier(person).facts
        found = [
            word
            for fact in facts
            if fact.sealed and fact.kind in _FREE
            for value in fact.fields.values()
            for word in (value if isinstance(value, tuple) else (value,))
        ]
        return {word for word in found if isinstance(word, str) and len(word) >= LEAST_LETTERS}

    def traces(self, person: PersonId) -> set[bytes]:
        """The sealed bytes and the salts that stand for somebody, on any laptop."""
        found: set[bytes] = set()
        for laptop in self.laptops:
            database = sqlite3.connect(laptop.school.folder / "scuola.db")
            [number] = database.execute("SELECT number FROM name WHERE value = ?", (person,)).fetchone()
            bodies = database.execute("SELECT body FROM fact WHERE person = ?", (number,)).fetchall()
            salts = database.execute("SELECT salt FROM salt WHERE person = ?", (number,)).fetchall()
            database.close()
            values = [value for (body,) in bodies for value in decode(body)]
            long = [value for value in values if isinstance(value, bytes) and len(value) > 20]
            found |= {value for value in long if len(value) <= _IN_ONE_PAGE}
            found |= {piece for value in long if len(value) > _IN_ONE_PAGE for piece in pieces_of(value)}
            found |= {salt for (salt,) in salts}
            kept = laptop.school.folder / "bozze" / hashlib.blake2b(person, digest_size=16).hexdigest()
            found |= {path.read_bytes() for path in kept.glob("*")}
        return found

    # What is searched

    def of_region(self) -> dict[str, bytes]:
        """Every file that the region keeps, its log, and what it would send, unpacked."""
        self.log.flush()
        held = _files(self.region_folder)
        assert {"region.db", "registro.log"} <= {Path(name).name for name in held}
        return {**held, "what the region sends": _unpacked(self.region.replica(self.demo.card()[0]))}

    def of_stick(self) -> dict[str, bytes]:
        """Every file on the stick, and its segments unpacked."""
        held = _files(self.stick)
        assert held
        segments = [
            data
            for path in self.stick.rglob(f"*{sticks.SUFFIX}")
            for data in FrameReader(body_cap=sticks.FILE_CAP).feed(path.read_bytes()[len(sticks.MAGIC) :])
        ]
        return {**held, "the stick's segments": b"".join(map(_columns, segments))}

    def of_laptops(self) -> dict[str, bytes]:
        """Every file of the laptops but the lessons, whose stories have children of these names too."""
        held: dict[str, bytes] = {}
        for number, laptop in enumerate(self.laptops):
            home = self.demo.laptop(number)
            held |= {name: data for name, data in _files(home.folder).items() if "/biblioteca/" not in name}
            held[f"what laptop {number} sends"] = _unpacked(laptop.school.replica)
        return held

    def lessons_of_laptops(self) -> dict[str, bytes]:
        """The lessons and their index: nobody's words belong there."""
        return {
            name: data
            for number in range(3)
            for name, data in _files(self.demo.laptop(number).library).items()
        }

    def close(self) -> None:
        logging.getLogger().removeHandler(self.log)
        logging.getLogger().setLevel(logging.WARNING)
        self.log.close()
        for laptop in self.laptops:
            laptop.close()
        self.region.stop()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _columns(segment: bytes) -> bytes:
    return encode(pack_columns(parse_segment(segment).rows))


def _unpacked(replica: Replica) -> bytes:
    replica.sign_heads()
    return b"".join(map(_columns, replica.segments_after(PeerVector({}), replica.scopes(), 1 << 30)))


def _forms(words: Iterable[str]) -> list[bytes]:
    return [
        form for one in words for form in (one.encode(), one.encode("utf-16-le"), one.encode("utf-16-be"))
    ]


def _hits(held: dict[str, bytes], wanted: Iterable[bytes]) -> list[str]:
    forms = list(wanted)
    return [f"{Path(name).name}: {form!r}" for name, data in held.items() for form in forms if form in data]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    village = Village(tmp_path_factory.mktemp("paese"))
    village.write()
    village.share()
    yield village
    village.close()


def test_every_laptop_holds_the_same_morning(village: Village) -> None:
    progress = {len(one.school.tries(village.pupil("Lucia").person)) for one in village.laptops}

    assert len(progress) == 1
    assert progress.pop() >= 3
    assert all(len(list((one.school.folder / "copie").glob("*.db"))) == 1 for one in village.laptops)


def test_the_search_would_find_a_name_that_stands_there(village: Village) -> None:
    person = village.pupil("Lucia").person
    assert len(village.typed_by_all()) >= 12 * 5
    for held in (village.of_region(), village.of_stick(), village.of_laptops()):
        assert _hits(held, [person]), "the pseudonym is in all of them: the search reads what is kept"
    assert _hits(village.of_stick(), village.traces(person))
    assert _hits(village.of_region(), village.traces(person))


def test_neither_region_nor_stick_holds_a_name_or_a_typed_word(village: Village) -> None:
    names = [one.name for one in (*valdoro.PUPILS, *valdoro.STAFF)]
    wanted = _forms([*names, *village.typed_by_all()])

    assert _hits(village.of_region(), wanted) == []
    assert _hits(village.of_stick(), wanted) == []


def test_no_photo_stands_in_clear_on_laptops_region_and_stick(village: Village) -> None:
    for place, pupil in enumerate(village.cattedra.school.pupils()):
        assert pupil.photo == photo_bytes(place)
        for held in (village.of_region(), village.of_stick(), village.of_laptops()):
            assert _hits(held, pieces_of(pupil.photo)) == []


def test_after_an_erasure_neither_sealed_bytes_are_left_anywhere(village: Village) -> None:
    lucia = village.pupil("Lucia")
    teacher = staff_keys(village.cattedra, "insegnante")
    village.cattedra.school.opened_by(teacher).send(lucia.person)  # a package on its way is forgotten too
    village.share()
    typed, traces = village.typed_of(lucia.person), village.traces(lucia.person)
    assert len(typed) >= 5
    assert len(traces) >= 12
    assert _hits(village.of_laptops(), traces)

    technician = staff_keys(village.cattedra, "tecnico")
    village.cattedra.school.office(technician).erase(lucia.person)
    village.share()

    wanted = [*traces, *_forms([*typed, lucia.name])]
    assert _hits(village.of_region(), wanted) == []
    assert _hits(village.of_stick(), wanted) == []
    assert _hits(village.of_laptops(), wanted) == []
    assert _hits(village.lessons_of_laptops(), [*traces, *_forms(typed)]) == []
    for laptop in village.laptops:
        assert lucia.person in laptop.school.erased()
        assert len(laptop.school.pupils()) == len(valdoro.PUPILS) - 1
        assert laptop.school.damage() == ""
    everyone = [*_forms(one.name for one in valdoro.PUPILS), *_forms(village.typed_by_all())]
    assert _hits(village.of_region(), everyone) == []
    assert _hits(village.of_stick(), everyone) == []
