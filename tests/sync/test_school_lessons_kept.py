"""What a teacher is told of lessons that are offered, and who keeps their sealed pieces for the school."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import msgspec
import pytest
from school_lessons import (
    LessonLaptop,
    give_facts,
    lesson_laptops,
    orchard,
    pack_id,
    place_at,
    ref,
    region_with_room,
    sync,
    write_lessons,
)
from school_samples import PASSWORD, TestSchool

from content.library.errors import LessonTakenError
from content.packing.errors import PackNotReadyError
from content.packing.manifest import blob_path
from scuola_digitale.format.signing import sign
from sync.errors import DeviceRefusedError, LineDownError, SchoolUnknownError
from sync.http_carrier import HttpLine
from sync.memory import MemoryFile
from sync.packs.errors import NotHereError
from sync.packs.school.deposit import Ask, deposit_path, piece_name
from sync.packs.school.errors import (
    NameTakenError,
    NoDepositError,
    NoSuchOfferError,
    NotYoursError,
    SchoolSpaceFullError,
)
from sync.packs.school.stick import leave_lessons, lessons_place
from sync.packs.school.store import SealedStore
from sync.protocol import Hello, encoded, fingerprint_of, first_nonce, framed, signed_part
from sync.region.serving import EmbeddedRegion
from sync.syncer import MEMORY_NAME


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    with closing(TestSchool(tmp_path, laptops=3)) as founded:
        yield founded


@pytest.fixture
def laptops(school: TestSchool, tmp_path: Path) -> Iterator[list[LessonLaptop]]:
    """Three of them; at the first one sits the teacher."""
    with lesson_laptops(tmp_path, school) as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return orchard(tmp_path)


@pytest.fixture
def region(school: TestSchool, tmp_path: Path) -> Iterator[EmbeddedRegion]:
    with region_with_room(tmp_path, school) as served:
        yield served


# What a teacher is told


def test_mistakes_are_mended_first(laptops: list[LessonLaptop], folder: Path) -> None:
    (folder / "lezioni/semi.md").write_text("niente testata", encoding="utf-8")

    with pytest.raises(PackNotReadyError) as told:
        laptops[0].offering.offer(folder, laptops[0].teacher)

    assert told.value.mistakes
    assert laptops[0].school.packs() == ()


def test_links_between_the_teacher_s_own_lessons_still_lead_there(
    school: TestSchool, laptops: list[LessonLaptop], tmp_path: Path
) -> None:
    lessons = {"semi": "Poi leggi [i fiori](lezione:maestra-nives/fiori).", "fiori": "Un fiore."}
    folder = write_lessons(tmp_path / "orto", lessons)

    laptops[0].offering.offer(folder, laptops[0].teacher)
    laptops[0].keeper().care()

    text = laptops[0].library.file(pack_id(school), "lezioni/semi.md").decode()
    assert f"lezione:{ref(school, 'fiori')}" in text
    assert "maestra-nives" in (folder / "lezioni/semi.md").read_text("utf-8")


def test_a_colleague_s_name_is_not_taken_and_only_its_author_withdraws(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    remo = school.first.unlock(school.founding.staff("Remo", "maestro", "insegnante", PASSWORD), PASSWORD)
    laptops[0].offering.offer(folder, laptops[0].teacher)

    with pytest.raises(NameTakenError):
        laptops[0].offering.offer(folder, remo)
    with pytest.raises(NotYoursError):
        laptops[0].offering.withdraw("orto", remo)
    with pytest.raises(NoSuchOfferError):
        laptops[0].offering.withdraw("frutteto", remo)
    laptops[0].offering.withdraw("orto", school.technician, is_technician=True)
    assert laptops[0].school.packs() == ()


def test_a_lesson_s_name_belongs_to_one_pack_of_the_school(
    laptops: list[LessonLaptop], folder: Path, tmp_path: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    laptops[0].keeper().care()
    other = write_lessons(tmp_path / "altro", {"semi": "Un altro seme."})
    card = other / "pacchetto.yml"
    card.write_text(card.read_text("utf-8").replace("id: orto", "id: altro"), encoding="utf-8")

    with pytest.raises(LessonTakenError):
        laptops[0].offering.offer(other, laptops[0].teacher)


# Who keeps the pieces


def test_a_full_quota_is_told_and_what_fits_stays(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, region: EmbeddedRegion, tmp_path: Path
) -> None:
    url = region.start()
    sound = b"RIFF\0\0\0\0WAVE" + random.Random(5).randbytes(2_500_000)
    (folder / "media/pioggia.wav").write_bytes(sound)
    laptops[0].offering.offer(folder, laptops[0].teacher)
    sync(laptops[0], url)

    with pytest.raises(SchoolSpaceFullError) as told:
        laptops[0].entrust(url)

    assert "spazio" in told.value.message
    kept = sum(file.stat().st_size for file in (tmp_path / "depositi").rglob("*") if file.is_file())
    assert 1_000_000 < kept <= 2_000_000
    (folder / "media/pioggia.wav").write_bytes(sound[:1_000_000])
    laptops[0].offering.offer(folder, laptops[0].teacher)
    assert laptops[0].entrust(url) > 0


def test_only_the_school_s_own_laptops_bring_pieces(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, region: EmbeddedRegion, tmp_path: Path
) -> None:
    url = region.start()
    laptops[0].offering.offer(folder, laptops[0].teacher)
    with pytest.raises(DeviceRefusedError):
        laptops[0].entrust(url)  # its certificate has not come there yet
    stranger = TestSchool(tmp_path / "altra", random_seed=99)
    other = LessonLaptop(tmp_path / "altra", stranger, 0)
    other.offering.offer(folder, other.teacher)
    with pytest.raises(SchoolUnknownError):
        other.entrust(url)
    assert not [file for file in (tmp_path / "depositi").rglob("*") if file.is_file()]
    other.close()
    stranger.close()


def test_a_region_without_room_for_lessons_is_no_trouble(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, tmp_path: Path
) -> None:
    bare = EmbeddedRegion(tmp_path / "senza", clock=school.clock)
    bare.register(school.first.school_id.hex(), school.founding.root_key)
    url = bare.start()
    laptops[0].offering.offer(folder, laptops[0].teacher)

    with pytest.raises(NoDepositError):
        laptops[0].entrust(url)
    bare.stop()


def test_a_piece_is_given_from_any_byte_on_and_nothing_else_is(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, region: EmbeddedRegion
) -> None:
    url = region.start()
    laptops[0].offering.offer(folder, laptops[0].teacher)
    sync(laptops[0], url)
    laptops[0].entrust(url)
    name = min(laptops[0].store.names())
    place = place_at(laptops[0], url)

    with place.read(blob_path(Path(), name).as_posix(), 10) as pieces:
        assert b"".join(pieces) == (laptops[0].store.read(name) or b"")[10:]
    for path in ("blobs/ab/" + "ab" * 32, "blobs/../../region.db", "blobs/aa/" + name, "blobs/" + name):
        with pytest.raises(NotHereError), place.read(path) as pieces:
            b"".join(pieces)
    place.close()
    line = HttpLine(url)
    with pytest.raises(LineDownError):
        line.look(f"/schools/{'0' * 32}/blobs/{name[:2]}/{name}")
    line.close()


def test_a_piece_s_name_is_its_fingerprint() -> None:
    assert piece_name(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def signed(
    laptop: LessonLaptop, frames: list[bytes], *, nonce: bytes | None = None, **changes: object
) -> bytes:
    """A request as this laptop signs it."""
    identity, school_id = laptop.school.identity, laptop.school.school_id.hex()
    hello = Hello(
        version=1, device=identity.device, time_ms=0, digest=bytes(16), scopes=(), vector=None,
        rest=fingerprint_of(frames), signature=b"",
    )  # fmt: skip
    hello = msgspec.structs.replace(hello, **changes)
    part = signed_part(
        hello,
        method="POST",
        path=deposit_path(school_id),
        nonce=nonce or first_nonce(school_id, identity.device),
    )
    hello = msgspec.structs.replace(hello, signature=sign(identity.device_seed, part))
    return b"".join(map(framed, [encoded(hello), *frames]))


ASK = msgspec.msgpack.encode(Ask(1, b"", b""))


def test_what_cannot_be_read_or_was_not_signed_is_refused_and_nothing_is_kept(
    school: TestSchool, laptops: list[LessonLaptop], region: EmbeddedRegion, tmp_path: Path
) -> None:
    url = region.start()
    sync(laptops[0], url)
    piece = random.Random(6).randbytes(1000)
    due = MemoryFile(laptops[0].school.folder / MEMORY_NAME).load(url).nonce
    good = signed(laptops[0], [ASK], nonce=due)
    hostile = {
        400: [
            b"", b"\0", b"\xff" * 100, b"\0\0\0\1\xc0", random.Random(7).randbytes(5000), framed(good)[:50],
            signed(laptops[0], [], nonce=due),
            signed(laptops[0], [b"\xc0"], nonce=due),
            signed(laptops[0], [msgspec.msgpack.encode(Ask(1, b"cut", b""))], nonce=due),
            signed(laptops[0], [msgspec.msgpack.encode(Ask(1, bytes(32 * 20_001), b""))], nonce=due),
            good + framed(piece),
        ],
        401: [signed(laptops[0], [ASK, piece]), signed(laptops[0], [ASK, piece], nonce=b"x" * 16)],
        403: [signed(laptops[0], [ASK, piece], nonce=due, device=b"d" * 16)],
    }  # fmt: skip
    path = url + deposit_path(school.first.school_id.hex())
    for status, bodies in hostile.items():
        for body in bodies:
            assert httpx.post(path, content=body).status_code == status
    assert httpx.post(path, content=bytes((4 << 20) + 1)).status_code == 413
    assert not list((tmp_path / "depositi").rglob("*"))

    assert httpx.post(path, content=good).status_code == 200
    assert httpx.post(path, content=good).status_code == 401  # heard twice, it counts once


def test_a_piece_too_large_for_one_is_refused(
    school: TestSchool, laptops: list[LessonLaptop], region: EmbeddedRegion
) -> None:
    url = region.start()
    sync(laptops[0], url)
    due = MemoryFile(laptops[0].school.folder / MEMORY_NAME).load(url).nonce
    body = signed(laptops[0], [ASK, bytes((1 << 20) - 4)], nonce=due)
    over = signed(laptops[0], [ASK, bytes(1 << 20) + b"x"], nonce=due)
    path = url + deposit_path(school.first.school_id.hex())

    assert httpx.post(path, content=over).status_code == 400
    assert httpx.post(path, content=body).status_code == 200


def test_pieces_that_come_before_their_offer_are_waited_with_and_not_for_ever(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    """A hub gets what a teacher brings before it has heard of the offer: it does not throw it away."""
    laptops[0].offering.offer(folder, laptops[0].teacher)
    for name in laptops[0].store.names():
        laptops[1].store.put(name, laptops[0].store.read(name) or b"")

    assert laptops[1].keeper().wanted_and_not() == ([], [])

    long_ago = time.time() - 40 * 86_400
    for file in laptops[1].store.folder.glob("blobs/??/*"):
        os.utime(file, (long_ago, long_ago))
    assert len(laptops[1].keeper().wanted_and_not()[1]) == len(laptops[0].store.names())
    give_facts(school)
    assert laptops[1].keeper().wanted_and_not() == (sorted(laptops[0].store.names()), [])


def test_a_bundle_is_written_anew_without_what_is_needed_no_more(tmp_path: Path) -> None:
    store, stick = SealedStore(tmp_path / "pezzi"), tmp_path / "usb"
    stick.mkdir()
    pieces = {piece_name(data): data for data in (b"uno", b"due", b"tre")}
    for name, data in pieces.items():
        store.put(name, data)
    leave_lessons(stick, "s", store, list(pieces), [])
    gone = piece_name(b"due")

    leave_lessons(stick, "s", SealedStore(tmp_path / "vuoto"), [], [gone])

    place = lessons_place(stick, "s")
    assert [name for name in pieces if place.has(name)] == [name for name in pieces if name != gone]
