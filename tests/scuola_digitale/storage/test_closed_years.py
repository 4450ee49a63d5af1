"""Closing a year: old facts are packed into segments, and nothing that anybody reads, proves or sends changes."""

import random
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
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
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, admitting, close_year, effects, reasons
from school_samples import TestSchool, pass_on
from simulated_disk import Disk, PowerCutError

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import AnswerMarked, Fact, NotebookSet, PreferenceSet
from scuola_digitale.domain.open_answers import Mark, written_mark
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.format.signing import blake
from scuola_digitale.format.vector import PeerVector, digest
from scuola_digitale.storage.copies import copies
from scuola_digitale.storage.errors import MemoryDamagedError
from scuola_digitale.storage.held_stream import LEAST_PACKED
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.packed_acts import PackedAct, pack_acts, unpack_acts
from scuola_digitale.storage.power_cut import survives_power_cut
from scuola_digitale.storage.school_store import School

KEEPER = b"keeper of others"
DAY_MS = 86_400_000
FAR_MS = 1 << 47
ROSTER = [PUPIL, blake(b"another pupil")]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


def year_of(*persons: bytes, facts: int = 130) -> list[Fact]:
    """Answers, right and wrong, some typed and to be read, of some pupils in turn."""
    chance = random.Random(8)
    return [
        answered(
            person=persons[number % len(persons)],
            exercise_ref=f"marche/prova/{chance.randrange(9)}",
            score=None if number % 39 == 7 else chance.choice([100, 100, 50, 0]),
            typed=number % 39 == 7,
            answer=("ho contato i sassi",) if number % 39 == 7 else ("b",),
            hints=chance.randrange(3),
        )
        for number in range(facts)
    ]


def keeper(*segments: bytes) -> MemoryLedger:
    ledger = MemoryLedger(device=KEEPER)
    ledger.take([admitting("teacher", "technician"), *segments], SCOPES)
    return ledger


def pieces_of(ledger: MemoryLedger) -> list[bytes]:
    return [one for (one,) in ledger.database.execute("SELECT segment FROM packed ORDER BY stream, last")]


def facts_in_rows(ledger: MemoryLedger) -> int:
    wanted = "SELECT count(*) FROM fact JOIN stream ON number = stream WHERE scope != 'scuola'"
    return int(ledger.database.execute(wanted).fetchone()[0])


def seen(laptop: School) -> list[object]:
    """What the window reads of the pupils."""
    return [
        (
            laptop.progress(person),
            laptop.tries(person),
            laptop.open_answers(person),
            laptop.notebook(person),
            laptop.preferences(person),
        )
        for person in ROSTER
    ]


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


# What is sent


def test_a_laptop_that_has_nothing_is_sent_the_packed_segments_as_they_lie_there(school: TestSchool) -> None:
    school.first.record(year_of(*ROSTER))
    school.first.close_year(FAR_MS)

    pass_on(school.first.replica, school.laptops[1].replica)

    assert seen(school.laptops[1]) == seen(school.first)
    scopes = school.first.replica.scopes()
    assert digest(school.laptops[1].replica.states(scopes)) == digest(school.first.replica.states(scopes))


def test_packed_segments_travel_byte_for_byte_and_prove_themselves() -> None:
    ledger = keeper(segment_of(rows_of(year_of(*ROSTER, facts=150))))
    before = ledger.everything()
    close_year(ledger)

    assert ledger.everything() == before
    assert pieces_of(ledger) == before[-1:]
    third = MemoryLedger(device=b"third")
    assert not third.take(before, SCOPES).refused
    assert effects(third) == effects(ledger)


@pytest.mark.parametrize("held", [1, 77, 149])
def test_a_peer_that_holds_part_of_a_packed_segment_is_sent_what_it_lacks(held: int) -> None:
    rows = rows_of(year_of(PUPIL, facts=150))
    ledger, peer = keeper(segment_of(rows)), keeper(segment_of(rows[:held]))
    close_year(ledger)

    news = list(ledger.segments_after(PeerVector.of(peer.states(SCOPES)), SCOPES, 1 << 30))
    taken = peer.take(news, SCOPES)

    assert (taken.accepted, list(taken.refused)) == (150 - held, [])
    assert effects(peer) == effects(ledger)


def test_facts_of_an_old_year_that_arrive_late_are_taken_in_and_packed_the_next_time() -> None:
    rows = rows_of(year_of(*ROSTER, facts=200))
    ledger = keeper(segment_of(rows[:120]))
    close_year(ledger)

    late = ledger.take([segment_of(rows)], SCOPES)

    assert late.accepted == 80
    always_rows = keeper(segment_of(rows))
    assert effects(ledger) == effects(always_rows)
    assert close_year(ledger) == 80
    assert effects(ledger) == effects(always_rows)
    assert len(pieces_of(ledger)) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 160), min_size=1, max_size=6), st.integers(0, 1 << 30))
def test_however_often_a_year_is_closed_between_arrivals_all_agree(ends: list[int], seed: int) -> None:
    chance, rows = random.Random(seed), rows_of(year_of(*ROSTER, facts=160))
    ledger = keeper()
    for end in [*ends, 160]:
        ledger.take([segment_of(rows[:end])], SCOPES)
        close_year(ledger, START_MS + 1_000 * chance.randrange(200))

    always_rows = keeper(segment_of(rows))
    assert effects(ledger) == effects(always_rows)
    assert digest(ledger.states(SCOPES)) == digest(always_rows.states(SCOPES))
    fresh = MemoryLedger(device=b"fresh")
    fresh.take(ledger.everything(), SCOPES)
    assert effects(fresh) == effects(always_rows)


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


# Damage and power


@pytest.mark.parametrize("damage", ["hlc_ms = hlc_ms + 1", "body = x'c1c1'", "body = x''", "kind = -4"])
def test_a_damaged_run_is_not_packed_but_left_as_it_is(damage: str) -> None:
    ledger = keeper(segment_of(rows_of(year_of(PUPIL))))
    ledger.database.execute(f"UPDATE fact SET {damage} WHERE seq = 7 AND stream = 2")

    assert close_year(ledger) == 0
    assert facts_in_rows(ledger) == 130


def test_a_power_cut_at_any_step_of_closing_leaves_old_or_new_and_the_next_time_ends_it() -> None:
    rows = rows_of(year_of(*ROSTER, facts=220))
    wanted = effects(keeper(segment_of(rows)))
    for step in range(1, 60):
        disk = Disk(random.Random(step))
        ledger = _on(disk)
        ledger.take([admitting("teacher", "technician"), segment_of(rows[:110])], SCOPES)
        ledger.take([segment_of(rows)], SCOPES)
        disk.fuse.arm(step)
        cut = _closes(ledger, disk)

        later = MemoryLedger(device=KEEPER, database=disk.raw)
        assert effects(later) == wanted
        later.rebuild()
        assert effects(later) == wanted
        close_year(later)
        assert (effects(later), facts_in_rows(later)) == (wanted, 0)
        if not cut:
            return
    pytest.fail("closing took more steps than were cut")


def _on(disk: Disk) -> Ledger:
    root_key = MemoryLedger(device=KEEPER)._root_key
    return Ledger(disk, device=KEEPER, root_key=root_key, clock=SetClock(START_MS), random=bytes)


def _closes(ledger: Ledger, disk: Disk) -> bool:
    """Closes the year; gives whether the power went."""
    try:
        sum(ledger.pack(FAR_MS))
        ledger.pack_acts()
    except PowerCutError:
        disk.lose_power()
        return True
    return False


def test_power_cuts_while_years_are_closed_lose_nothing_on_a_real_disk() -> None:
    report = survives_power_cut(41, 12)

    assert (report.cuts, report.lost, report.corrupt) == (12, 0, 0)


@pytest.mark.parametrize("place", [0.4, 0.6, 0.9])
def test_a_bit_that_goes_bad_in_a_closed_year_is_told_and_never_folded(
    school: TestSchool, place: float
) -> None:
    school.first.record(year_of(*ROSTER))
    school.first.close_year(FAR_MS)
    progress = school.first.progress(PUPIL)
    assert school.first.damage() == ""
    with sqlite3.connect(school.first.folder / "scuola.db") as database:
        segment = bytearray(database.execute("SELECT segment FROM packed").fetchone()[0])
        segment[int(len(segment) * place)] ^= 1
        database.execute("UPDATE packed SET segment = ?", (bytes(segment),))

    assert "packed facts from 1 on" in school.first.damage()
    with pytest.raises(MemoryDamagedError):
        school.first.close_year(FAR_MS)  # nor does a copy of this take the place of a good one
    with pytest.raises(MemoryDamagedError):
        school.first.rebuild()
    with pytest.raises(MemoryDamagedError):
        school.first.open_answers(PUPIL)
    # What is folded already is read as before.
    assert school.first.progress(PUPIL) == progress


def test_a_copy_of_the_day_is_made_before_anything_is_packed(school: TestSchool) -> None:
    school.first.copy_daily()
    school.first.record(year_of(PUPIL))

    school.first.close_year(FAR_MS)

    ((_, path),) = copies(school.first.folder)
    with sqlite3.connect(path) as database:
        wanted = "SELECT count(*) FROM fact JOIN stream ON number = stream WHERE scope != 'scuola'"
        assert database.execute(wanted).fetchone() == (130 + 1,)
        assert database.execute("SELECT count(*) FROM packed").fetchone() == (0,)
