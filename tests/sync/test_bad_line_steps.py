"""A laptop takes small steps over a line that fell, or that it does not know, and large ones over one that held."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from format_samples import answered
from region_in_process import LineInProcess, RegionInProcess
from school_samples import TestSchool

from scuola_digitale.format.signing import sign
from sync.conversation import Conversation, PeerMemory
from sync.errors import LineDownError
from sync.line import Answer
from sync.memory import MemoryFile
from sync.protocol import frames_of

CARRIES = 9_500
"""Bytes that a falling line carries before it falls."""


class FallingLine(LineInProcess):
    """Falls in the middle of every long request."""

    arrived = falls = 0

    @contextmanager
    def post(self, path: str, content: Iterator[bytes], length: int) -> Iterator[Answer]:
        """Sends a body, or the beginning of it."""
        self.cut_up = CARRIES if length > CARRIES else None
        self.falls += length > CARRIES
        self.arrived += min(length, CARRIES)
        with super().post(path, content, length) as answer:
            yield answer


class Valley:
    """A laptop with 30 KB of typed answers to send, and a region."""

    def __init__(self, folder: Path) -> None:
        self.school = TestSchool(folder)
        self.region = RegionInProcess(folder, self.school.clock)
        self.region.register(self.school.founding.school_id.hex(), self.school.founding.root_key)
        self.line = LineInProcess(self.region.app, part_bytes=1_000)
        self.memory = PeerMemory()

    def write(self) -> None:
        """Another 30 KB."""
        self.school.first.record(
            [answered(typed=True, answer=(f"{place} parole " * 8,), score=None) for place in range(200)]
        )

    def sync(self) -> int:
        """One sync; how many body bytes it sent."""
        laptop = self.school.first
        conversation = Conversation(
            laptop.replica,
            self.line,
            device=laptop.identity.device,
            sign=partial(sign, laptop.identity.device_seed),
            school_id=self.school.founding.school_id.hex(),
            memory=self.memory,
            clock=self.school.clock,
        )
        conversation.run()
        return conversation.traffic.bytes_up

    def longest_piece(self) -> int:
        """Of all that was sent so far, in bytes."""
        return max(len(frame) for _, body in self.line.posts for frame in frames_of(body))


@pytest.fixture
def valley(tmp_path: Path) -> Iterator[Valley]:
    valley = Valley(tmp_path)
    valley.write()
    yield valley
    valley.region.close()
    valley.school.close()


def test_over_a_line_that_is_not_known_little_is_sent_at_a_time(valley: Valley) -> None:
    assert valley.sync() > 25_000
    assert valley.longest_piece() < 6_000
    assert valley.memory.line_held


def test_over_a_line_that_held_one_piece_carries_much(valley: Valley) -> None:
    valley.sync()
    valley.write()
    valley.sync()
    assert valley.longest_piece() > 20_000


def test_a_line_that_falls_again_and_again_is_hardly_sent_more_than_one_that_holds(
    valley: Valley, tmp_path: Path
) -> None:
    (tmp_path / "clean").mkdir()
    clean = Valley(tmp_path / "clean")
    clean.write()
    least = clean.sync()
    clean.region.close()
    clean.school.close()
    line = valley.line = FallingLine(valley.region.app, part_bytes=1_000)
    while not valley.memory.line_held:
        with suppress(LineDownError):
            valley.sync()
    assert line.falls >= 3
    assert line.arrived <= 1.5 * least


def test_that_a_line_fell_is_remembered_when_the_program_starts_again(tmp_path: Path) -> None:
    memory = MemoryFile(tmp_path / "regioni")
    memory.save("https://una", PeerMemory(line_held=True))
    memory.save("https://altra", PeerMemory())
    assert memory.load("https://una").line_held
    assert not memory.load("https://altra").line_held
    assert not memory.load("https://nuova").line_held
