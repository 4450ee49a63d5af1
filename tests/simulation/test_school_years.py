"""Simulated school years end well, and with any one rule broken some of them do not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from simulated_mutants import MUTANTS
from simulated_years import Outcome, live_year, together

COMMAND = str(Path(__file__).parent / "school_years.py")

MANY = 60
"""Within so many years each broken rule must be noticed."""

BREAKS = {
    "no-fsync": "lost",
    "accept-gaps": "diverged",
    "no-scope-check": "leaked",
    "ack-early": "lost",
    "clone-without-epoch": "diverged",
    "unsigned-staff": "forged_accepted",
    "erase-loses": "leaked",
}
"""What each of the mutants must be noticed by, whatever else it does."""


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")  # segments left out are what the simulation is full of


def _lived(seeds: range) -> Outcome:
    outcomes = {seed: live_year(seed) for seed in seeds}
    bad = {seed: outcome for seed, outcome in outcomes.items() if not outcome.good}
    assert not bad, f"live them again: school_years.py --seed {next(iter(bad))}; {bad}"
    return together(outcomes.values())


@pytest.mark.timeout(900)
@pytest.mark.parametrize("first", range(0, 300, 50))
def test_300_school_years_lose_nothing_double_nothing_leak_nothing_and_believe_no_forger(first: int) -> None:
    total = _lived(range(first, first + 50))
    assert total.seeds == 50
    assert total.acknowledged > 1_500


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_5000_school_years_lose_nothing_double_nothing_leak_nothing_and_believe_no_forger() -> None:
    lived = subprocess.run(
        [sys.executable, COMMAND, "--first", "300", "--seeds", "5000", "--json"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert lived.returncode == 0, lived.stderr
    assert json.loads(lived.stdout)["seeds"] == 5_000


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_a_broken_rule_is_noticed(mutant: str) -> None:
    assert any(_is_noticed(seed, mutant) for seed in range(MANY))


def _is_noticed(seed: int, mutant: str) -> bool:
    try:
        return not live_year(seed, mutant=mutant).good
    except IndexError:
        return True  # a row that is told as held is not there: the program itself falls over the broken rule


def test_the_same_seed_lives_the_same_year() -> None:
    assert live_year(7) == live_year(7)


def test_the_command_counts_for_programs_and_names_the_year_that_went_wrong() -> None:
    command = [sys.executable, COMMAND]
    good = subprocess.run(
        [*command, "--seeds", "2", "--json"], capture_output=True, check=True, text=True, timeout=100
    )
    counted = json.loads(good.stdout)
    assert (counted["seeds"], counted["lost"], counted["forged_accepted"]) == (2, 0, 0)
    bad = subprocess.run(
        [*command, "--seed", "1", "--mutant", "ack-early", "--json"],
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    assert bad.returncode == 1
    assert "--seed 1 --mutant ack-early" in bad.stderr
