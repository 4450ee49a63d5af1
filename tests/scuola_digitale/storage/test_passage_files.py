"""The file that goes along with a pupil shows nothing, opens with its code alone, and is believed only as far as it is signed."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from moving_pupils import Moves, passage_file

from scuola_digitale.format.passage import BadPassageError, open_file, seal_file
from scuola_digitale.storage.errors import (
    BadPassageFileError,
)


@pytest.fixture
def moves(tmp_path: Path) -> Iterator[Moves]:
    moves = Moves(tmp_path)
    yield moves
    moves.close()


def test_the_file_shows_nothing_and_opens_with_its_code_alone(moves: Moves) -> None:
    data, code = passage_file(moves)

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
    data, code = passage_file(moves)
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
    passage, _ = open_file(*passage_file(moves))
    ours = moves.new.teacher_id
    forged = [msgspec.structs.replace(one, author=ours) if one.author else one for one in passage.facts]

    person = moves.at_new().welcome(msgspec.structs.replace(passage, facts=forged, authors=[]))

    [word] = moves.new.first.words_for(person)
    assert word.author == ""
    assert all(one.author != "Nives" for one in moves.new.first.notes_on(person, moves.new.teacher))


@pytest.mark.parametrize("change", ["kind", "fields", "words", "grade", "long"])
def test_a_signed_file_with_nonsense_in_it_writes_nothing(moves: Moves, change: str) -> None:
    passage, _ = open_file(*passage_file(moves))
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
