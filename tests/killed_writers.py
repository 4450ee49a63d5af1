"""Children that write without end and are killed at random: `python tests/killed_writers.py FOLDER TIMES SEED`.

A laptop's memory in FOLDER is opened, written and killed with `kill -9` TIMES over, at any moment of its life. What each
child told as saved must be there for the next one, and half of nothing. Children are forked from a program that has
everything loaded, so that a life takes some milliseconds.
"""

import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

from format_samples import answered

from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.storage.school_store import School

HEARD = (0, 0, 1, 1, 2, 5)
"""After how many words a child may be killed; without any it is killed while it opens its memory, or in its first write."""

OPENING_SECONDS, WRITING_SECONDS = 0.06, 0.01
_NUMBER_BYTES = 8


def facts_of(number: int) -> list[ExerciseAnswered]:
    """What is written at once: a fact of its own, and one more about what all write about."""
    return [answered(exercise_ref=f"marche/prova/{number}"), answered(exercise_ref="marche/prova/tutti")]


def main(folder: Path, times: int, seed: int) -> None:
    """Lets so many children live and die."""
    chance = random.Random(seed)
    before = written(folder)
    number = 0
    for kill in range(times):
        told = _killed(folder, number, chance)
        held = written(folder) - before
        # One more may be there than was told: it was killed between the disk and the word.
        if held % 2 or not told <= held // 2 <= told + 1:
            sys.exit(f"kill {kill}: {told} were told as saved, of {held} facts written two at a time")
        number = held // 2
    print(number)


def written(folder: Path) -> int:
    """The facts of the site that are held, as a program finds them that starts after the last one was killed."""
    with closing(School.open(folder)) as school:
        return sum(state.seq for state in school.replica.states([school.identity.scope]))


def _killed(folder: Path, number: int, chance: random.Random) -> int:
    """The last number that a child told as saved; `number`, where it told none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _write_without_end(folder, number, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as words:
        heard = chance.choice(HEARD)
        told = words.read(heard * _NUMBER_BYTES)
        time.sleep(chance.uniform(0, WRITING_SECONDS if heard else OPENING_SECONDS))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += words.read()
    return int.from_bytes(told[-_NUMBER_BYTES:], "big") if told else number


def _write_without_end(folder: Path, number: int, tell: int) -> None:
    school = School.open(folder)
    while True:
        number += 1
        school.record(facts_of(number))
        os.write(tell, number.to_bytes(_NUMBER_BYTES, "big"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
