"""A pupil who changes site, or school, keeps what they did, wrote and like; whoever takes them in sees where it comes from."""

import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from format_samples import answered
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.domain.facts import (
    AnswerMarked,
    FactBrought,
    HelpAsked,
    HomeSet,
    LessonOpened,
    NotebookSet,
    NoteWritten,
    PersonId,
    PreferenceSet,
    PupilSent,
    WordSent,
)
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.format import passage as files
from scuola_digitale.format.canonical import encode
from scuola_digitale.format.compression import decompress
from scuola_digitale.format.passage import BadPassageError, open_file, seal_file
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import (
    AlreadyHereError,
    BadPassageFileError,
    ForgottenHereError,
    NothingKnownError,
)
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.storage.school_store import School

LESSON, EXERCISE, OPEN = "marche/frazioni", "marche/frazioni/quarti", "marche/frazioni/spiega"


class Moves:
    """Ortensia has worked for some days at the first school; the second one waits for her."""

    def __init__(self, folder: Path) -> None:
        self.old = TestSchool(folder / "vecchia", random_seed=1)
        self.new = TestSchool(folder / "nuova", laptops=2, random_seed=2)
        self.person = self.old.pupil("Ortensia")
        self.other = self.old.pupil("Tobia")
        live(self.old, self.person)
        self.old.first.record([answered(person=self.other, exercise_ref=EXERCISE)])
        self.old.clock.pass_ms(86_400_000)
        self.new.clock.ms = self.old.clock.ms
        for laptop in self.new.laptops[1:]:
            share(self.new.first, laptop)

    @property
    def packed(self) -> OpenedMemory:
        return self.old.first.opened_by(self.old.teacher)

    def at_new(self, number: int = 0) -> OpenedMemory:
        laptop = self.new.laptops[number]
        return laptop.opened_by(laptop.unlock(self.new.teacher_id, PASSWORD))

    def close(self) -> None:
        self.old.close()
        self.new.close()


def live(school: TestSchool, person: PersonId) -> None:
    """One of everything that goes along."""
    laptop, clock = school.first, school.clock
    laptop.record([LessonOpened(person=person, lesson_ref=LESSON, edition=1)])
    for attempt, score in enumerate((0, 50, 100), start=1):
        clock.pass_ms(40_000)
        laptop.record(
            [answered(person=person, exercise_ref=EXERCISE, score=score, attempt=attempt, hints=attempt - 1)]
        )
    clock.pass_ms(40_000)
    page = Entry(kind="appunto", lesson_ref=LESSON, words="Un quarto è la metà della metà.")
    laptop.record(
        [
            answered(
                person=person,
                exercise_ref=OPEN,
                answer=("Divido in quattro parti uguali.",),
                typed=True,
                score=None,
            ),
            HelpAsked(person=person, exercise_ref="marche/frazioni/terzi"),
            PreferenceSet(person=person, setting="face=Lexend"),
            PreferenceSet(person=person, setting="scale=130"),
            NotebookSet(person=person, page_id="p1", entry=written_entry(page)),
        ]
    )
    [waits] = laptop.open_answers(person)
    mark = AnswerMarked(person=person, exercise_ref=OPEN, answered_ms=waits.at_ms, mark="100 Molto chiaro!")
    said = [
        WordSent(person=person, text="Continua così."),
        NoteWritten(person=person, text="Le piacciono le torte."),
    ]
    laptop.record([mark, *said], author=school.teacher)


def told(school: School, person: PersonId) -> dict[str, object]:
    """All that the window shows of a pupil's days; who wrote a word is told apart."""
    return {
        "progress": school.progress(person),
        "tries": school.tries(person),
        "open": [(one.exercise_ref, one.at_ms, one.text, one.mark) for one in school.open_answers(person)],
        "words": [(one.text, one.sent_ms) for one in school.words_for(person)],
        "preferences": school.preferences(person),
        "notebook": school.notebook(person),
    }


def share(one: School, other: School) -> None:
    """Both come to hold what they may."""
    for giver, taker in ((one, other), (other, one), (one, other)):
        scopes = [scope for scope in giver.replica.scopes() if scope in taker.replica.scopes()]
        giver.replica.sign_heads()
        held = PeerVector.of(taker.replica.states(scopes))
        taker.replica.take(giver.replica.segments_after(held, scopes, 1 << 30), scopes)


@pytest.fixture
def moves(tmp_path: Path) -> Iterator[Moves]:
    moves = Moves(tmp_path)
    yield moves
    moves.close()


def _file(moves: Moves) -> tuple[bytes, str]:
    school = moves.old.first
    certificate = moves.packed.certificate()
    packed = moves.packed.passage(moves.person)
    assert packed.closed == 0
    assert school.progress(moves.person).exercises
    return seal_file(packed.passage, certificate=certificate, seed=moves.old.teacher.seed, random=os.urandom)


def test_another_school_sees_all_that_a_pupil_did_wrote_and_likes(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    data, code = _file(moves)

    passage, _ = open_file(data, code)
    person = moves.at_new().welcome(passage)

    new = moves.new.first
    assert told(new, person) == before
    assert before["preferences"] == Preferences(face="Lexend", scale=130)
    [pupil] = new.pupils()
    assert (pupil.name, pupil.grade.value, pupil.avatar) == ("Ortensia", "P3", "lupo")
    [note] = new.notes_on(person, moves.new.teacher)
    assert note.text == "Le piacciono le torte."
    new.rebuild()
    assert told(new, person) == before


def test_what_came_along_says_who_wrote_it_and_where(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)

    [word] = moves.new.first.words_for(person)
    assert word.author == "maestra Nives (Pian di Sasso)"
    facts = moves.at_new().dossier(person).facts
    brought = [one for one in facts if one.brought_ms]
    assert len(brought) == len(passage.facts) >= 13
    assert all(one.at_ms < one.brought_ms for one in brought)
    assert len({one.author for one in brought}) == 2
    assert moves.old.teacher_id not in {one.author for one in brought}


def test_the_new_school_knows_the_pupil_by_an_id_of_its_own(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)

    assert person != moves.person
    database = sqlite3.connect(moves.new.first.folder / "scuola.db")
    assert database.execute("SELECT count(*) FROM name WHERE value = ?", (moves.person,)).fetchone() == (0,)
    database.close()


def test_nothing_of_another_pupil_goes_along(moves: Moves) -> None:
    packed = moves.packed.passage(moves.person)

    data = files.pack(packed.passage)
    opened = decompress(data, files.OPEN_CAP)
    assert moves.other not in opened
    assert b"Tobia" not in opened
    assert len(packed.passage.facts) < len(moves.old.first.tries(moves.person)) + 14


def test_two_laptops_that_take_in_the_same_file_count_it_once(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    passage, _ = open_file(*_file(moves))

    people = {moves.at_new(number).welcome(passage) for number in (0, 1)}
    share(*moves.new.laptops)

    [person] = people
    for laptop in moves.new.laptops:
        assert told(laptop, person) == before
        assert len(laptop.notes_on(person, moves.new.teacher)) == 1
        assert [one.name for one in laptop.pupils()] == ["Ortensia"]
    with pytest.raises(AlreadyHereError):
        moves.at_new(1).welcome(passage)


def test_new_work_goes_on_from_the_old(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)

    moves.new.first.record([answered(person=person, exercise_ref=EXERCISE, score=100, attempt=4)])

    done = moves.new.first.progress(person).exercise(EXERCISE)
    assert (done.attempts, done.best) == (4, 100)


def test_the_old_school_can_forget_and_the_new_one_keeps(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)

    moves.old.founder().erase(moves.person)

    assert moves.old.first.progress(moves.person).exercises == {}
    assert told(moves.new.first, person) == before


def test_who_was_erased_here_is_not_brought_back(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)
    moves.new.founder().erase(person)

    with pytest.raises(ForgottenHereError):
        moves.at_new().welcome(passage)

    assert moves.new.first.progress(person).exercises == {}
    assert moves.new.first.pupils() == ()
    content = b"".join(one.read_bytes() for one in moves.new.first.folder.rglob("*") if one.is_file())
    assert person in moves.new.first.erased()
    assert b"Lexend" not in content


def test_the_file_shows_nothing_and_opens_with_its_code_alone(moves: Moves) -> None:
    data, code = _file(moves)

    for hidden in (
        b"Ortensia",
        b"Divido",
        b"frazioni",
        moves.person,
        moves.old.founding.school_id,
        b"Pian di Sasso",
    ):
        assert hidden not in data
    assert open_file(data, code.lower().replace("-", " "))[0].name == "Ortensia"
    for wrong in ("", "AAAA-AAAA-AAAA-AAAA", code[:-1]):
        with pytest.raises(BadPassageError):
            open_file(data, wrong)


def test_a_changed_file_is_refused(moves: Moves) -> None:
    data, code = _file(moves)
    chance = random.Random(3)

    for _ in range(40):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with pytest.raises(BadPassageError):
            open_file(bytes(changed), code)
    with pytest.raises(BadPassageError):
        open_file(data[:-1], code)
    with pytest.raises(BadPassageError):
        open_file(b"", code)


def test_a_file_that_nobody_of_its_school_signed_is_refused(moves: Moves) -> None:
    passage = moves.packed.passage(moves.person).passage
    stranger = moves.new.teacher
    strangers = moves.at_new().certificate()
    own = moves.packed.certificate()
    laptops = moves.old.first.identity

    for certificate, seed in ((strangers, stranger.seed), (own, stranger.seed), (own, laptops.device_seed)):
        data, code = seal_file(passage, certificate=certificate, seed=seed, random=os.urandom)
        with pytest.raises(BadPassageError):
            open_file(data, code)


def test_a_school_cannot_put_words_into_the_mouth_of_ours(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    ours = moves.new.teacher_id
    forged = [msgspec.structs.replace(one, author=ours) if one.author else one for one in passage.facts]

    person = moves.at_new().welcome(msgspec.structs.replace(passage, facts=forged, authors=[]))

    [word] = moves.new.first.words_for(person)
    assert word.author == ""
    assert all(one.author != "Nives" for one in moves.new.first.notes_on(person, moves.new.teacher))


@pytest.mark.parametrize("change", ["kind", "fields", "words", "grade", "long"])
def test_a_signed_file_with_nonsense_in_it_writes_nothing(moves: Moves, change: str) -> None:
    passage, _ = open_file(*_file(moves))
    at = next(place for place, one in enumerate(passage.facts) if one.kind == 9)
    changes: dict[str, dict[str, Any]] = {
        "kind": {"kind": 31},
        "fields": {"fields": [1.5, {"a": 1}]},
        "words": {"kind": 15, "author": None},
        "long": {"words": "x" * 20_000, "sealed": True},
        "grade": {},
    }
    facts = list(passage.facts)
    facts[at] = msgspec.structs.replace(facts[at], **changes[change])
    grade = "P9" if change == "grade" else passage.grade
    before = moves.new.first.replica.states(moves.new.first.replica.scopes())

    with pytest.raises(BadPassageFileError):
        moves.at_new().welcome(msgspec.structs.replace(passage, facts=facts, grade=grade))

    assert moves.new.first.replica.states(moves.new.first.replica.scopes()) == before


def test_who_is_not_in_the_roster_does_not_leave(moves: Moves) -> None:
    with pytest.raises(NothingKnownError):
        moves.packed.passage(b"\x77" * 16)


def test_what_came_along_and_is_no_fact_stands_in_quarantine(moves: Moves) -> None:
    passage, _ = open_file(*_file(moves))
    person = moves.at_new().welcome(passage)
    before = told(moves.new.first, person)
    bad = [
        FactBrought(person=person, subject=None, brought=20, at_ms=5, body=encode(["scuola", b"x", b"y"])),
        FactBrought(person=person, subject=EXERCISE, brought=9, at_ms=5, body=encode([1, 2])),
        FactBrought(person=person, subject=EXERCISE, brought=9, at_ms=5, body=b"\xc1"),
    ]

    moves.new.first.record(bad, author=moves.new.teacher)

    assert moves.new.first.quarantine() == (("malformed", 3),)
    assert told(moves.new.first, person) == before


# Between the sites of one school


class Sites:
    """One school with two sites: Pian di Sasso, where Ortensia is, and Montelago."""

    def __init__(self, folder: Path) -> None:
        self.school = TestSchool(folder)
        self.first = self.school.first
        self.person = self.school.pupil("Ortensia")
        self.school.pupil("Tobia")
        live(self.school, self.person)
        request = read_request(ask_to_join(folder / "montelago", self.school.random))
        office = self.school.founder()
        answer = admit(self.first, office, request, "Montelago 1", site="montelago")
        admission = open_answer(folder / "montelago", answer)
        self.far = join(folder / "montelago", admission, clock=self.school.clock, random=self.school.random)

    def at(self, school: School) -> OpenedMemory:
        return school.opened_by(school.unlock(self.school.teacher_id, PASSWORD))

    def meet(self) -> None:
        self.school.clock.pass_ms(60_000)
        share(self.first, self.far)

    def close(self) -> None:
        self.far.close()
        self.school.close()


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[Sites]:
    sites = Sites(tmp_path)
    yield sites
    sites.close()


def test_a_laptop_of_another_site_learns_of_the_staff_and_of_no_pupil(sites: Sites) -> None:
    sites.meet()

    assert sites.far.identity.scope == "plesso/montelago"
    assert {one.name for one in sites.far.staff()} == {"Elvio", "Nives"}
    assert sites.far.pupils() == ()
    database = sqlite3.connect(sites.far.folder / "scuola.db")
    assert database.execute("SELECT count(*) FROM salt").fetchone() == (0,)
    database.close()


def test_a_pupil_goes_to_another_site_of_the_school_and_all_goes_along(sites: Sites) -> None:
    before = told(sites.first, sites.person)

    sites.at(sites.first).send(sites.person)
    assert sites.first.leaving() == {sites.person}
    sites.meet()
    assert sites.far.leaving() == frozenset()
    [arrival] = sites.at(sites.far).arrivals()
    assert (arrival.passage.name, arrival.passage.place) == ("Ortensia", "Pian di Sasso")
    assert sites.at(sites.first).arrivals() == ()
    sites.at(sites.far).welcome(arrival.passage)
    sites.meet()

    assert told(sites.far, sites.person) == before
    assert [one.name for one in sites.far.pupils()] == ["Ortensia"]
    assert [one.name for one in sites.first.pupils()] == ["Tobia"]
    assert [one.name for one in sites.first.former_pupils()] == ["Ortensia"]
    assert sites.first.leaving() == frozenset()
    assert sites.first.away() == {sites.person}
    assert sites.at(sites.far).arrivals() == ()
    [word] = sites.far.words_for(sites.person)
    assert word.author in {"Nives", "maestra Nives (Pian di Sasso)"}


def test_who_comes_back_counts_nothing_twice(sites: Sites) -> None:
    before = told(sites.first, sites.person)
    sites.at(sites.first).send(sites.person)
    sites.meet()
    sites.at(sites.far).welcome(sites.at(sites.far).arrivals()[0].passage)
    sites.meet()
    sites.school.clock.pass_ms(86_400_000)
    sites.far.record([answered(person=sites.person, exercise_ref="marche/acqua/goccia")])
    after = told(sites.far, sites.person)

    sites.at(sites.far).send(sites.person)
    sites.meet()
    sites.at(sites.first).welcome(sites.at(sites.first).arrivals()[0].passage)
    sites.meet()

    assert told(sites.first, sites.person) == after != before
    assert sorted(one.name for one in sites.first.pupils()) == ["Ortensia", "Tobia"]
    assert sites.far.pupils() == ()
    sites.first.rebuild()
    assert told(sites.first, sites.person) == after


def test_a_package_in_many_pieces_arrives_whole_or_not_yet(sites: Sites) -> None:
    chance = random.Random(4)
    for turn in range(300):
        sites.first.record(
            [
                answered(
                    person=sites.person,
                    exercise_ref=f"marche/r/{turn}",
                    answer=(chance.randbytes(60).hex(),),
                    typed=True,
                )
            ]
        )
    sites.at(sites.first).send(sites.person)
    sent = sites.first.replica
    sent.sign_heads()
    before = told(sites.first, sites.person)
    database = sqlite3.connect(sites.first.folder / "scuola.db")
    [pieces] = database.execute("SELECT count(*) FROM saying WHERE thing = 'sent'").fetchone()
    database.close()
    assert pieces > 1

    sites.meet()
    [arrival] = sites.at(sites.far).arrivals()
    sites.at(sites.far).welcome(arrival.passage)

    assert told(sites.far, sites.person) == before


def test_an_erasure_reaches_the_package_on_its_way_and_what_was_welcomed(sites: Sites) -> None:
    sites.at(sites.first).send(sites.person)
    sites.meet()
    sites.at(sites.far).welcome(sites.at(sites.far).arrivals()[0].passage)
    sites.meet()

    sites.school.founder().erase(sites.person)
    sites.meet()

    for laptop in (sites.first, sites.far):
        assert laptop.progress(sites.person).exercises == {}
        assert sites.at(laptop).arrivals() == ()
        database = sqlite3.connect(laptop.folder / "scuola.db")
        left = database.execute("SELECT thing FROM saying WHERE key = ?", (sites.person,)).fetchall()
        database.close()
        assert left == [("erasure",)]


def test_pieces_that_are_written_badly_are_no_arrival(sites: Sites) -> None:
    for bundle, part, parts in (("a b", 1, 1), ("ab" * 16, 0, 0), ("cd" * 16, 1, 1), ("ef" * 16, 2, 2)):
        sites.first.record(
            [
                PupilSent(
                    person=sites.person,
                    site="plesso/piandisasso",
                    bundle=bundle,
                    part=part,
                    parts=parts,
                    piece=b"no",
                )
            ],
            author=sites.school.teacher,
        )
    sites.meet()

    assert sites.at(sites.far).arrivals() == ()


def test_a_pupils_laptop_alone_moves_nobody(sites: Sites) -> None:
    with pytest.raises(ValueError, match="author"):
        sites.far.record([HomeSet(person=sites.person, site="plesso/montelago")])


def test_who_was_not_sent_yet_is_no_arrival(sites: Sites) -> None:
    sites.meet()

    assert sites.at(sites.far).arrivals() == ()


def test_of_a_whole_log_another_site_takes_what_the_school_shares_and_nothing_else(sites: Sites) -> None:
    sites.at(sites.first).send(sites.person)

    refused = pass_on(sites.first.replica, sites.far.replica).refused

    assert {one.reason for one in refused} == {"a scope that is not exchanged here"}
    assert len(sites.at(sites.far).arrivals()) == 1
    assert sites.far.progress(sites.person).exercises == {}
