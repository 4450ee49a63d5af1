"""The line drops at every step of an exchange and comes back: the teacher's laptop has each answer once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dropping_line import Drop, DroppingLine
from format_samples import answered
from school_samples import TestSchool

from scuola_digitale.domain.board import Cell, board
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.storage.school_store import School
from sync.errors import ExchangeStuckError
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer, SyncReport

LESSON = "marche/frazioni"
PUPILS_LAPTOP, TEACHERS_LAPTOP = 0, 1


class Valley:
    """A school with a pupils' and a teacher's laptop, each at the end of a line that drops, and a region."""

    def __init__(self, folder: Path) -> None:
        self.school = TestSchool(folder, laptops=2)
        self.pupil: PersonId = self.school.pupil("Amina")
        self.school.assign()
        self.region = EmbeddedRegion(folder / "region", clock=self.school.clock)
        self.region.register(self.school.founding.school_id.hex(), self.school.founding.root_key)
        url = self.region.start()
        self.lines = [DroppingLine(url) for _ in self.school.laptops]
        self.syncers = [
            Syncer(laptop, line.url, self.school.clock)
            for laptop, line in zip(self.school.laptops, self.lines, strict=True)
        ]
        self.answers = 0

    def close(self) -> None:
        for syncer in self.syncers:
            syncer.close()
        for line in self.lines:
            line.close()
        self.region.stop()
        self.school.close()

    def answer(self, times: int = 1) -> None:
        """The pupil answers, on the pupils' laptop."""
        for _ in range(times):
            self.answers += 1
            self.school.clock.pass_ms(1_000)
            fact = answered(person=self.pupil, exercise_ref=f"{LESSON}/a", attempt=self.answers)
            self.school.first.record([fact])

    def sync(self, laptop: int, drop: Drop | None = None) -> SyncReport:
        """One sync of a laptop, over a line that may drop; it connects anew."""
        self.syncers[laptop].close()
        self.lines[laptop].drop = drop
        report = self.syncers[laptop].sync_once()
        self.lines[laptop].drop = None
        return report

    def carried(self, laptop: int) -> tuple[int, int]:
        """Bytes that a sync over a whole line takes, up and down."""
        line = self.lines[laptop]
        before = line.up, line.down
        assert self.sync(laptop).good
        return line.up - before[0], line.down - before[1]

    def on_the_board(self, laptop: School) -> Cell:
        """The pupil's cell on the board that the teacher looks at."""
        drawn = board(
            laptop.works()[0],
            laptop.groups()[0].grades,
            laptop.pupils(),
            laptop.progress,
            lambda _ref: ("a", "b"),
        )
        return next(cell for column in drawn.columns for cell in column.cells)

    def assert_each_answer_counts_once(self) -> None:
        """On the pupils' laptop, on the teacher's, and in what the region holds."""
        assert self.school.first.exchange_state().waiting == 0
        for laptop in self.school.laptops:
            assert laptop.progress(self.pupil).exercise(f"{LESSON}/a").attempts == self.answers
            assert laptop.quarantine() == ()
        cell = self.on_the_board(self.school.laptops[TEACHERS_LAPTOP])
        assert (cell.pupil.name, cell.steps, cell.last_ms) == ("Amina", (True, None), self.school.clock.ms)
        kept = self.region.replica(self.school.founding.school_id.hex())
        scopes = self.school.first.replica.scopes()
        assert set(kept.states(scopes)) == set(self.school.first.replica.states(scopes))


@pytest.fixture
def valley(tmp_path: Path) -> Iterator[Valley]:
    valley = Valley(tmp_path)
    valley.answer()
    for laptop in (PUPILS_LAPTOP, TEACHERS_LAPTOP, PUPILS_LAPTOP):
        assert valley.sync(laptop).good
    yield valley
    valley.close()


def steps(total: int, parts: int) -> list[int]:
    """From the first byte to the one before the last, with the ends close."""
    return sorted({0, 1, total - 1, *range(0, total, max(1, total // parts))})


@pytest.mark.parametrize("parts", [8, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_line_that_drops_while_answers_go_up_loses_none_and_doubles_none(
    valley: Valley, parts: int
) -> None:
    valley.answer(5)
    up, down = valley.carried(PUPILS_LAPTOP)
    drops = [Drop(up=-1), *(Drop(up=byte) for byte in steps(up, parts))]
    drops += [Drop(down=byte) for byte in steps(down, parts)]

    for drop in drops:
        valley.answer(5)
        dropped = valley.sync(PUPILS_LAPTOP, drop)
        assert dropped.problem is not None, drop
        assert not isinstance(dropped.problem, ExchangeStuckError)
        assert dropped.problem.remedy
        assert valley.sync(PUPILS_LAPTOP).good, drop

    assert valley.sync(TEACHERS_LAPTOP).good
    valley.assert_each_answer_counts_once()


@pytest.mark.parametrize("parts", [8, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_line_that_drops_while_answers_come_down_loses_none_and_doubles_none(
    valley: Valley, parts: int
) -> None:
    valley.answer(5)
    assert valley.sync(PUPILS_LAPTOP).good
    up, down = valley.carried(TEACHERS_LAPTOP)
    drops = [Drop(up=-1), *(Drop(up=byte) for byte in steps(up, parts))]
    drops += [Drop(down=byte) for byte in steps(down, parts)]

    for drop in drops:
        valley.answer(5)
        assert valley.sync(PUPILS_LAPTOP).good
        dropped = valley.sync(TEACHERS_LAPTOP, drop)
        assert dropped.problem is not None, drop
        assert valley.sync(TEACHERS_LAPTOP).good, drop
        valley.assert_each_answer_counts_once()


def test_what_the_region_took_is_not_sent_again_though_its_word_was_lost(valley: Valley) -> None:
    valley.answer(800)
    before = valley.lines[PUPILS_LAPTOP].up
    assert not valley.sync(PUPILS_LAPTOP, Drop(down=0)).good
    sent = valley.lines[PUPILS_LAPTOP].up - before

    up, _ = valley.carried(PUPILS_LAPTOP)

    assert up < sent / 2
    assert valley.sync(TEACHERS_LAPTOP).good
    valley.assert_each_answer_counts_once()


def test_a_line_that_never_holds_for_long_still_carries_everything_in_the_end(valley: Valley) -> None:
    valley.answer(40)
    for byte in range(100, 40_000, 90):
        if valley.sync(PUPILS_LAPTOP, Drop(up=byte)).good:
            break
        valley.answer(1)
    for byte in range(100, 40_000, 90):
        if valley.sync(TEACHERS_LAPTOP, Drop(down=byte)).good:
            break

    valley.assert_each_answer_counts_once()
