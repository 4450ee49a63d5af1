"""A laptop's memory of its school: what is recorded is there, sealed, after every kind of interruption."""

import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from format_samples import answered
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.domain.facts import (
    HelpAsked,
    LessonOpened,
    PupilFieldSet,
    PupilRemoved,
    TaskRemoved,
    WordSent,
    WorkFieldSet,
)
from scuola_digitale.domain.people import Group, Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Task
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.school import SchoolMemory
from scuola_digitale.storage.errors import (
    DiskFullError,
    MemoryDamagedError,
    MemoryUnwritableError,
    NewerMemoryError,
    NoSchoolError,
    NoStaffKeysError,
    TooLongError,
    WrongPasswordError,
)
from scuola_digitale.storage.replica import Replica
from scuola_digitale.storage.school_store import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path)
    yield school
    school.close()


def test_the_roster_stands_by_grade_and_then_name(school: TestSchool) -> None:
    for name, grade in (("Zeno", Grade.P1), ("Bice", Grade.P5), ("ada", Grade.P5)):
        school.pupil(name, grade)

    assert [pupil.name for pupil in school.first.pupils()] == ["Zeno", "ada", "Bice"]
    assert school.first.pupils()[0].avatar == "lupo"


def test_a_removed_pupil_leaves_the_roster_and_what_they_did_stays(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([answered(person=person)])

    school.first.record([PupilRemoved(person=person)], author=school.teacher)

    assert school.first.pupils() == ()
    assert len(school.first.progress(person).exercises) == 1


def test_a_field_changes_alone(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    before = school.first.pupils()[0]

    school.first.record([PupilFieldSet(person=person, field="grade", value="P4")], author=school.teacher)

    assert school.first.pupils() == (
        Pupil(person=person, name="Zeno", grade=Grade.P4, avatar=before.avatar, group_id="g1"),
    )


def test_plesso_groups_and_staff_are_told_in_words(school: TestSchool) -> None:
    school.assign()

    assert school.first.plesso_name() == "Pian di Sasso"
    assert school.first.groups() == (Group(group_id="g1", name="Pluriclasse", grades=(Grade.P3, Grade.P5)),)
    assert [(one.name, one.title, one.role) for one in school.first.staff()] == [
        ("Elvio", "tecnico", "tecnico"),
        ("Nives", "maestra", "insegnante"),
    ]


def test_work_holds_a_task_for_each_grade_and_goes_when_closed(school: TestSchool) -> None:
    school.assign()
    work = school.first.works()[0]

    assert (work.theme, work.group_id) == ("Le frazioni", "g1")
    assert work.tasks == (
        Task(grade=Grade.P3, lesson_ref="marche/frazioni", exercises=("a", "b")),
        Task(grade=Grade.P5, lesson_ref="marche/frazioni-2"),
    )

    school.first.record([TaskRemoved(work_id=work.work_id, grade=Grade.P3)], author=school.teacher)
    assert school.first.works()[0].task_for(Grade.P3) is None

    school.first.record(
        [WorkFieldSet(work_id=work.work_id, field="closed", value="1")], author=school.teacher
    )
    assert school.first.works() == ()


def test_the_newest_work_stands_first(school: TestSchool) -> None:
    school.assign("aa")
    school.clock.pass_ms(1000)
    school.assign("bb")

    assert [work.work_id for work in school.first.works()] == ["bb", "aa"]


def test_a_word_reaches_the_pupil_with_its_authors_name(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([WordSent(person=person, text="Bravo!")], author=school.teacher)
    school.clock.pass_ms(1000)
    school.first.record([WordSent(person=person, text="Rileggi.")], author=school.teacher)

    words = school.first.words_for(person)

    assert [(word.text, word.author) for word in words] == [("Rileggi.", "Nives"), ("Bravo!", "Nives")]


def test_progress_sums_up_what_a_pupil_did(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record(
        [
            LessonOpened(person=person, lesson_ref="marche/frazioni", edition=1),
            answered(person=person, score=0, hints=1),
            answered(person=person, score=50, attempt=2),
            HelpAsked(person=person, exercise_ref="marche/frazioni/quarti"),
        ]
    )

    one = school.first.progress(person).exercise("marche/frazioni/quarti")

    assert (one.attempts, one.best, one.last, one.hints, one.wrong_in_a_row) == (2, 50, 50, 1, 2)
    assert one.help_ms > one.last_ms
    assert school.first.progress(person).visits["marche/frazioni"].times == 1

    school.first.record([answered(person=person, score=100)])
    again = school.first.progress(person).exercise("marche/frazioni/quarti")

    assert (again.attempts, again.best, again.wrong_in_a_row, again.help_ms) == (3, 100, 0, 0)


def test_what_was_recorded_is_there_after_closing_and_opening(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([answered(person=person)])

    again = school.reopen()

    assert [pupil.name for pupil in again.pupils()] == ["Zeno"]
    assert again.progress(person).stones() == 1


def test_no_name_and_no_typed_word_stands_in_clear_in_any_file(school: TestSchool) -> None:
    person = school.pupil("Ortensia-Fulvia")
    school.first.record([answered(person=person, answer=("risposta-battuta",), typed=True)])
    school.first.record([WordSent(person=person, text="parola-della-maestra")], author=school.teacher)
    school.assign()
    folder = school.first.folder

    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]

    assert len(files) > 4
    for secret in ("Ortensia", "risposta-battuta", "parola-della", "Nives", "Le frazioni", "lupo", PASSWORD):
        assert not any(secret.encode() in data for data in files), secret


def test_a_wrong_password_opens_nothing_and_says_so(school: TestSchool) -> None:
    with pytest.raises(WrongPasswordError) as refusal:
        school.first.unlock(school.teacher_id, "indovinata")
    with pytest.raises(NoStaffKeysError):
        school.first.unlock(b"n" * 16, PASSWORD)

    assert refusal.value.remedy


def test_a_staff_fact_without_author_is_a_bug_and_writes_nothing(school: TestSchool) -> None:
    with pytest.raises(ValueError, match="author"):
        school.first.record([answered(), WordSent(person=b"p" * 16, text="ciao")])

    assert school.first.progress(answered().person).exercises == {}


def test_a_full_disk_says_so_and_leaves_nothing_half_written(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    database = school.first._connection
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages}").fetchall()
    before = school.first.replica.states(school.first.replica.scopes())

    with pytest.raises(DiskFullError) as refusal:
        school.first.record([answered(person=person, exercise_ref=f"marche/x/{n}") for n in range(500)])

    assert "pieno" in refusal.value.message
    assert school.first.replica.states(school.first.replica.scopes()) == before
    assert school.first.progress(person).exercises == {}

    database.execute("PRAGMA max_page_count=1000000").fetchall()
    school.first.record([answered(person=person, exercise_ref="marche/x/1")])
    assert list(school.first.progress(person).exercises) == ["marche/x/1"]


def test_a_disk_that_may_not_be_written_says_so_and_nothing_is_half_written(school: TestSchool) -> None:
    database = school.first._connection
    database.execute("PRAGMA query_only=ON")
    with pytest.raises(MemoryUnwritableError, match="non riesco a salvare"):
        school.first.record([answered()])
    database.execute("PRAGMA query_only=OFF")

    assert school.first.progress(answered().person).exercises == {}
    school.first.record([answered()])
    assert school.first.progress(answered().person).exercises


def test_a_folder_without_a_school_or_with_rubbish_is_told_in_a_sentence(
    school: TestSchool, tmp_path: Path
) -> None:
    with pytest.raises(NoSchoolError):
        School.open(tmp_path / "nessuno")
    folder = school.first.folder
    school.first.close()

    (folder / "scuola.db-wal").unlink(missing_ok=True)
    (folder / "scuola.db").write_bytes(b"questo non era un database" * 200)
    with pytest.raises(MemoryDamagedError):
        School.open(folder)

    (folder / "identita").write_bytes(b"rovinata")
    with pytest.raises(MemoryDamagedError):
        School.open(folder)


def test_a_text_too_long_for_a_fact_is_refused_before_it_blocks_the_stream(school: TestSchool) -> None:
    with pytest.raises(TooLongError) as refusal:
        school.first.record([answered(), answered(answer=("a" * 20_000,), typed=True)])
    with pytest.raises(TooLongError):
        school.first.record([answered(exercise_ref="marche/" + "a" * 250)])

    assert refusal.value.remedy
    assert school.first.progress(answered().person).exercises == {}


def test_a_database_damaged_in_its_middle_is_told_in_a_sentence(school: TestSchool) -> None:
    school.first.close()
    database = school.first.folder / "scuola.db"
    data = bytearray(database.read_bytes())
    data[100:4096] = b"\xa5" * 3996
    database.write_bytes(data)

    with pytest.raises(MemoryDamagedError):
        School.open(school.first.folder)


def test_a_school_is_what_the_window_and_the_exchange_ask_for(school: TestSchool) -> None:
    memory: SchoolMemory = school.first
    replica: Replica = school.first.replica

    assert memory.works() == ()
    assert replica.scopes() == ("scuola", "plesso/piandisasso")


def test_the_database_of_a_newer_program_is_left_alone(school: TestSchool) -> None:
    school.first._connection.execute("PRAGMA user_version=99")

    with pytest.raises(NewerMemoryError):
        School.open(school.first.folder)


def test_the_window_reads_while_another_thread_writes(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    failed: list[Exception] = []

    def write() -> None:
        try:
            for number in range(20):
                school.first.record([answered(person=person, exercise_ref=f"marche/x/{number}")])
        except Exception as error:  # noqa: BLE001 - told by the test
            failed.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    while writer.is_alive():
        seen.append(len(school.first.progress(person).exercises))
    writer.join()

    assert not failed
    assert seen == sorted(seen)
    assert len(school.first.progress(person).exercises) == 20


def test_what_waits_is_counted_until_a_keeper_holds_it(tmp_path: Path) -> None:
    school = TestSchool(tmp_path, laptops=2)
    keeper = school.laptops[1].replica
    school.first.record([answered()])
    pass_on(school.first.replica, keeper)
    held_before = PeerVector.of(keeper.states(keeper.scopes()))
    school.first.record([answered(), answered()])
    school.first.replica.acknowledged(held_before)
    assert school.first.exchange_state().waiting == 2

    pass_on(school.first.replica, keeper)

    school.first.replica.acknowledged(PeerVector.of(keeper.states(keeper.scopes())))

    assert school.first.exchange_state().waiting == 0
    school.first.note_exchange()
    assert school.first.exchange_state().last_ms == school.clock.now_ms()
    school.first.note_exchange("La linea è caduta.")
    assert school.first.exchange_state().problem == "La linea è caduta."
    school.close()


def test_errands_one_after_another_share_few_connections(school: TestSchool) -> None:
    school.pupil("Zeno")

    def errand() -> None:
        assert len(school.first.pupils()) == 1

    def connections() -> int:
        return sum(one.path.endswith("scuola.db") for one in psutil.Process().open_files())

    counts = []
    for _ in range(8):
        thread = threading.Thread(target=errand)
        thread.start()
        thread.join()
        counts.append(connections())

    # The system gives the same few numbers to its threads again.
    assert counts[-1] <= counts[0] + 2
