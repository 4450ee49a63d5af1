"""Closing a year: old facts are packed into segments, and nothing that anybody reads or erases changes."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from closed_years import FAR_MS, KEEPER, ROSTER, facts_in_rows, keeper, pieces_of, seen, year_of
from format_samples import (
    LAPTOP_ID,
    PUPIL,
    START_MS,
    answered,
    one_of_each,
    rows_of,
    school_day,
    segment_of,
)
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, admitting, close_year, effects, reasons
from school_samples import TestSchool, pass_on

from scuola_digitale.domain.facts import AnswerMarked, NotebookSet, PreferenceSet
from scuola_digitale.domain.open_answers import Mark, written_mark
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.format.vector import digest
from scuola_digitale.storage.copies import copies
from scuola_digitale.storage.held_stream import LEAST_PACKED
from scuola_digitale.storage.packed_acts import PackedAct, pack_acts, unpack_acts
from scuola_digitale.storage.root import DAY_MS


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


# What is read


def test_closing_a_year_changes_nothing_that_anybody_reads(school: TestSchool) -> None:
    school.first.record(year_of(*ROSTER))
    school.first.record(
        [
            PreferenceSet(person=PUPIL, setting="face=Lexend"),
            NotebookSet(person=PUPIL, page_id="0123456789abcdef", entry='{"kind":"appunto"}'),
        ]
    )
    before, devices = seen(school.first), school.first.devices()

    closed = school.first.close_year(FAR_MS)

    assert closed.facts == 132 + 1  # the name of the site
    assert seen(school.first) == before
    assert len(school.first.open_answers(PUPIL)) > 1
    assert "".join(one.text for one in school.first.open_answers(PUPIL)).count("ho contato i sassi") > 1
    assert school.first.devices() == devices
    assert seen(school.reopen()) == before


def test_a_family_is_handed_what_lies_in_closed_years_too(school: TestSchool) -> None:
    school.first.record(year_of(*ROSTER))
    before = school.first.opened_by(school.teacher).dossier(PUPIL).facts

    school.first.close_year(FAR_MS)

    assert school.first.opened_by(school.teacher).dossier(PUPIL).facts == before
    assert len(before) == 65


def test_pupils_work_on_while_a_year_is_closed(school: TestSchool) -> None:
    for day in range(6):
        school.first.record(list(school_day(1_000, random_seed=day)))
    saved: list[int] = []
    closed = threading.Event()

    def work() -> None:
        while not closed.is_set():
            school.first.record([answered(attempt=len(saved) + 1)])
            saved.append(len(school.first.tries(PUPIL)))

    pupil = threading.Thread(target=work)
    pupil.start()
    school.first.close_year(START_MS + 2_000)
    closed.set()
    pupil.join()

    assert saved == list(range(1, len(saved) + 1))
    assert len(school.reopen().tries(PUPIL)) == len(saved) > 0


def test_a_closed_year_takes_a_third_of_the_room(school: TestSchool) -> None:
    for day in range(10):
        school.first.record(list(school_day(300, random_seed=day)))

    closed = school.first.close_year(FAR_MS)

    assert closed.facts == 3_000 + 1  # the name of the site
    assert closed.bytes_after * 2 < closed.bytes_before


def test_the_projection_rebuilt_from_packed_facts_equals_the_live_one() -> None:
    ledger = keeper(segment_of(rows_of(year_of(*ROSTER))))
    before = effects(ledger)

    close_year(ledger)
    live = effects(ledger)
    ledger.rebuild()

    assert facts_in_rows(ledger) == 0
    assert before == live == effects(ledger)
    assert ledger.database.execute("SELECT count(*) FROM act").fetchone() == (0,)


def test_what_is_older_is_packed_up_to_a_head_and_a_short_run_stays_rows() -> None:
    rows = rows_of(year_of(PUPIL, facts=1_500))
    ledger = keeper(*[segment_of(rows[:end]) for end in (700, 1_400, 1_500)])
    # A head that does the work of two takes the place of one: they stand at 700 and at 1,500.
    assert close_year(ledger, START_MS + 1_000 * 40) == 0
    assert close_year(ledger, START_MS + 1_000 * 1_000) == 700 + 800
    assert facts_in_rows(ledger) == 0

    parted = keeper(*[segment_of(rows[:end]) for end in (700, 1_500)])
    assert close_year(parted, START_MS + 1_000 * 720) == 700

    short = keeper(segment_of(rows[: LEAST_PACKED - 1]))
    assert close_year(short) == 0


def test_a_year_is_closed_wholly_although_its_last_facts_were_signed_with_the_first_new_ones(
    school: TestSchool,
) -> None:
    school.laptops[1].record(year_of(*ROSTER, facts=100))
    pass_on(school.laptops[1].replica, school.first.replica)
    school.clock.pass_ms(90 * DAY_MS)
    end_ms = school.clock.now_ms()
    school.laptops[1].record(year_of(*ROSTER, facts=20))
    pass_on(school.laptops[1].replica, school.first.replica)
    before = seen(school.first)
    assert school.first.closable(end_ms) == 100

    closed = school.first.close_year(end_ms)

    assert closed.facts == 120
    assert school.first.closable(end_ms) == 0
    assert seen(school.first) == before


def test_the_schools_own_facts_stay_rows(school: TestSchool) -> None:
    school.first.record(year_of(PUPIL))
    school.first.close_year(FAR_MS)

    with sqlite3.connect(school.first.folder / "scuola.db") as database:
        left = database.execute("SELECT DISTINCT scope FROM fact JOIN stream ON number = stream").fetchall()
    assert left == [("scuola",)]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 1 << 48),
            st.integers(1, 9),
            st.integers(1, 1 << 40),
            st.integers(1, 1 << 20),
            st.integers(0, 2),
            st.none() | st.integers(0, 100),
            st.integers(0, 50),
            st.integers(0, 1 << 20),
        ),
        min_size=1,
        unique_by=lambda act: act[:3],
    )
)
def test_packed_acts_come_out_as_they_went_in_and_have_one_form(acts: list[PackedAct]) -> None:
    packed = pack_acts(acts)

    assert unpack_acts(packed) == sorted(acts, key=lambda act: act[:3])
    assert pack_acts(reversed(acts)) == packed


def test_a_mark_given_after_the_year_was_closed_counts(school: TestSchool) -> None:
    school.first.record(year_of(PUPIL))
    school.first.close_year(FAR_MS)
    waiting = school.first.open_answers(PUPIL)[0]
    mark = AnswerMarked(
        person=PUPIL,
        exercise_ref=waiting.exercise_ref,
        answered_ms=waiting.at_ms,
        mark=written_mark(Mark(50, "Quasi: quante sono?")),
    )

    school.first.record([mark], author=school.teacher)

    marked = school.first.open_answers(PUPIL)[0]
    assert (marked.text, marked.mark) == (waiting.text, Mark(50, "Quasi: quante sono?"))
    tried = {one.at_ms: one.score for one in school.first.tries(PUPIL)}
    assert tried[waiting.at_ms] == 50


# Forks, quarantine, erasure


def test_a_branch_that_leaves_in_the_middle_of_a_packed_segment_is_kept_beside_it() -> None:
    trunk = rows_of(year_of(PUPIL, facts=120))
    other = trunk[:70] + rows_of(year_of(ROSTER[1], facts=60), first_seq=71)
    ledger = keeper(segment_of(trunk))
    close_year(ledger)

    ledger.take([segment_of(other)], SCOPES)
    close_year(ledger)

    always_rows = keeper(segment_of(trunk), segment_of(other))
    assert effects(ledger)[0] == effects(always_rows)[0]
    assert len(pieces_of(ledger)) == 2
    assert digest(ledger.states(SCOPES)) == digest(always_rows.states(SCOPES))
    fresh = MemoryLedger(device=b"fresh")
    fresh.take(ledger.everything(), SCOPES)
    assert digest(fresh.states(SCOPES)) == digest(always_rows.states(SCOPES))


def test_a_packed_fact_without_effect_waits_and_counts_when_its_authors_certificate_comes() -> None:
    facts = [*one_of_each(), *year_of(PUPIL, facts=100)]
    ledger = MemoryLedger(device=KEEPER)
    ledger.take([admitting(), segment_of(rows_of(facts))], SCOPES)
    waiting = len(reasons(ledger))
    close_year(ledger)
    assert len(reasons(ledger)) == waiting

    ledger.take([admitting("teacher")], SCOPES)

    known_before = MemoryLedger(device=KEEPER)
    known_before.take([admitting("teacher"), segment_of(rows_of(facts))], SCOPES)
    assert effects(ledger) == effects(known_before)
    assert len(reasons(ledger)) < waiting


def test_an_erasure_redacts_packed_segments_and_every_copy_and_the_chain_holds(school: TestSchool) -> None:
    school.first.record(year_of(*ROSTER))
    pass_on(school.first.replica, school.laptops[1].replica)
    school.first.close_year(FAR_MS)
    kept = seen(school.first)[1]

    school.founder().erase(PUPIL)

    assert school.first.progress(PUPIL).exercises == {}
    assert seen(school.first)[1] == kept
    for path in (school.first.folder / "scuola.db", *(path for _, path in copies(school.first.folder))):
        assert_nothing_of(PUPIL, path)
    pass_on(school.first.replica, school.laptops[1].replica)
    scopes = school.first.replica.scopes()
    assert digest(school.laptops[1].replica.states(scopes)) == digest(school.first.replica.states(scopes))
    school.first.rebuild()
    assert seen(school.first)[1] == kept


def assert_nothing_of(person: bytes, path: Path) -> None:
    """No row, act, salt or packed fact of a person is left in a database."""
    with sqlite3.connect(path) as database:
        number = database.execute("SELECT number FROM name WHERE value = ?", (person,)).fetchone()[0]
        for table in ("fact", "act", "packed_act", "salt"):
            wanted = f"SELECT count(*) FROM {table} WHERE person = ?"
            assert database.execute(wanted, (number,)).fetchone() == (0,), (path, table)
        pieces = database.execute("SELECT segment FROM packed").fetchall()
    rows = [row for (piece,) in pieces for row in parse_segment(piece).rows]
    assert not any(isinstance(row, FactRow) and row.person == person for row in rows), path


def test_a_late_laptop_that_sends_an_erased_pupils_facts_behind_a_closed_year_brings_nothing_back(
    school: TestSchool,
) -> None:
    school.first.record(year_of(*ROSTER))
    pass_on(school.first.replica, school.laptops[1].replica)
    school.first.close_year(FAR_MS)
    school.founder().erase(PUPIL)
    school.laptops[1].record(year_of(*ROSTER))

    pass_on(school.laptops[1].replica, school.first.replica)
    school.first.close_year(FAR_MS)

    assert school.first.progress(PUPIL).exercises == {}
    assert_nothing_of(PUPIL, school.first.folder / "scuola.db")


def test_what_a_revocation_leaves_is_found_in_packed_facts_too() -> None:
    rows = rows_of(year_of(PUPIL, facts=120))
    ledger, always_rows = keeper(segment_of(rows)), keeper(segment_of(rows))
    close_year(ledger)

    for until_ms in (None, START_MS + 1_000 * 80, START_MS):
        assert ledger.last_good(LAPTOP_ID, until_ms) == always_rows.last_good(LAPTOP_ID, until_ms)
