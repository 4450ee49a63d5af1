"""The bytes of the format never change by accident."""

import json
from pathlib import Path

from format_samples import LAPTOP, one_of_each, rows_of
from golden_vectors import golden

from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.segment import read_segment
from scuola_digitale.format.signing import public_key

FROZEN = json.loads((Path(__file__).parent.parent / "golden" / "format.json").read_text("utf-8"))


def test_every_byte_of_the_format_is_as_it_was_frozen() -> None:
    now = golden()
    # The compressed form alone is free: zstd may find a shorter one some day.
    for now_one, frozen_one in zip(now["segments"], FROZEN["segments"], strict=True):  # type: ignore[call-overload]
        now_one["segment"] = frozen_one["segment"]

    assert now == FROZEN


def test_a_segment_frozen_long_ago_is_still_read() -> None:
    data = bytes.fromhex(FROZEN["segments"][0]["segment"])

    segment = read_segment(data, device_key=lambda _: public_key(LAPTOP))

    assert list(segment.rows) == rows_of(one_of_each())


def test_the_golden_vectors_hold_a_fact_of_every_kind() -> None:
    assert {one["kind"] for one in FROZEN["facts"]} == {kind.fact.__name__ for kind in KINDS}


def test_kind_numbers_are_for_ever() -> None:
    assert {kind.fact.__name__: kind.number for kind in KINDS} == {
        "CertificateIssued": 1,
        "StaffFieldSet": 2,
        "PlessoFieldSet": 3,
        "GroupFieldSet": 4,
        "PupilAdded": 5,
        "PupilRemoved": 6,
        "PupilFieldSet": 7,
        "LessonOpened": 8,
        "ExerciseAnswered": 9,
        "HelpAsked": 10,
        "WorkFieldSet": 11,
        "TaskSet": 12,
        "TaskRemoved": 13,
        "WordSent": 14,
        "KeyShared": 20,
        "NoteWritten": 21,
        "PackOffered": 22,
        "PackWithdrawn": 23,
        "PupilSent": 24,
        "HomeSet": 25,
        "FactBrought": 26,
        "OriginTold": 27,
        "AnswerMarked": 15,
        "PreferenceSet": 16,
        "NotebookSet": 17,
        "KeyRevoked": 30,
        "PersonErased": 31,
        "SchoolFieldSet": 18,
        "PhotoSet": 28,
        "PhotoSent": 29,
        "PhotosErased": 32,
    }


def test_the_worked_example_in_the_guide_is_the_golden_one() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "format.md").read_text("utf-8")
    before, example = FROZEN["facts"][9:11]
    parts = guide.split("plesso/piandisasso   ")[1].split("salt  ")[0].splitlines()[1:]
    example_bytes = "".join(line.split()[0] for line in parts if line.strip())

    assert example_bytes == example["fact"]
    for one in (example["salt"], example["hash"], example["chain"], before["chain"]):
        assert one in guide
    assert FROZEN["streams"]["plesso/piandisasso"] in guide


def test_the_guide_names_every_kind_with_its_number() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "format.md").read_text("utf-8")

    for kind in KINDS:
        staff = " ✎" if kind.fact.staff else ""
        assert f"| {kind.number} | {kind.fact.__name__}{staff} | {kind.fact.scope_kind} |" in guide
