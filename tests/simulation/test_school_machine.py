"""The same school in Hypothesis' hands: whatever it does in whatever order, and shrunk to the shortest story."""

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from simulated_happenings import HAPPENINGS
from simulated_school import School
from simulated_years import MEMORY_FOLDER, judge


class SchoolMachine(RuleBasedStateMachine):
    """What happens is Hypothesis' choice; where faults fall follows from the seed that it draws."""

    school: School
    folder: Path

    @initialize(seed=st.integers(0, 1_000))
    def found(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None))
        self.school = School(random.Random(seed), self.folder)

    @rule(happening=st.sampled_from(list(HAPPENINGS)))
    def something_happens(self, happening: Callable[[School], None]) -> None:
        self.school.let(happening)

    def teardown(self) -> None:
        if not hasattr(self, "school"):
            return
        try:
            self.school.settle()
            outcome = judge(self.school)
            assert outcome.good, outcome
        finally:
            self.school.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(300)
def test_no_story_loses_doubles_leaks_or_believes_what_it_must_not() -> None:
    SchoolMachine.TestCase.settings = settings(
        max_examples=20, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
    )
    SchoolMachine.TestCase().runTest()
