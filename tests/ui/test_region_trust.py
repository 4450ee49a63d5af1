"""With the region comes whom to believe about packs: to the technician's laptop by the code, to new ones as they join."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from pack_shelf import RegionShelf
from real_school import RealSchool
from tls_authority import Authority

from scuola_digitale.format.boxes import box_up
from scuola_digitale.storage.joining import Admission, Region, open_answer, read_request
from sync.allowance import LineLimits
from sync.errors import AuthorityUnknownError
from sync.packs.errors import NoTrustError
from sync.packs.trust import PackTrust
from sync.region.app import make_app
from sync.region.serving import EmbeddedRegion, invite_school, listen_on, server_of
from ui.home import Home
from ui.region_trust import believe_packs, known_region, take_over
from ui.setting_up import Newcomer


@pytest.fixture
def school(tmp_path: Path) -> Iterator[RealSchool]:
    school = RealSchool(tmp_path / "casa")
    yield school
    school.laptop.line.close()
    school.close()


@pytest.fixture
def shelf(tmp_path: Path) -> RegionShelf:
    return RegionShelf(tmp_path / "scaffale")


@pytest.fixture
def region(tmp_path: Path, shelf: RegionShelf) -> Iterator[EmbeddedRegion]:
    region = EmbeddedRegion(tmp_path / "regione", shelf=shelf.shelf)
    yield region
    region.stop()


def _join_region(school: RealSchool, region: EmbeddedRegion) -> str:
    address = region.start()
    school.laptop.care.join_region(school.technician.author, address, region.invite())
    return address


def _join_by_stick(school: RealSchool, folder: Path) -> Home:
    stick, home = folder / "chiavetta", Home(folder / "nuovo").ready()
    stick.mkdir()
    newcomer = Newcomer(home)
    newcomer.leave_request(stick)
    care = school.laptop.care
    [request] = care.requests_on(stick)
    care.admit_from(school.technician.author, stick, request, "Finestra")
    newcomer.enter(newcomer.answer_from(stick), stick)
    return home


def test_who_joins_a_region_believes_its_packs_without_another_step(
    school: RealSchool, region: EmbeddedRegion, shelf: RegionShelf
) -> None:
    trust = PackTrust(school.home.pack_trust)
    with pytest.raises(NoTrustError):
        trust.refresh([shelf.place])

    _join_region(school, region)

    assert trust.refresh([shelf.place])


def test_a_laptop_that_joins_by_stick_knows_the_region_and_believes_its_packs(
    school: RealSchool, region: EmbeddedRegion, shelf: RegionShelf, tmp_path: Path
) -> None:
    address = _join_region(school, region)

    home = _join_by_stick(school, tmp_path)

    assert home.settings().region_url == address
    assert PackTrust(home.pack_trust).refresh([shelf.place])


def test_a_laptop_that_joins_by_a_code_knows_the_region_and_believes_its_packs(
    school: RealSchool, region: EmbeddedRegion, shelf: RegionShelf, tmp_path: Path
) -> None:
    address = _join_region(school, region)
    home = Home(tmp_path / "nuovo").ready()
    newcomer = Newcomer(home)
    care = school.laptop.care
    code, where = care.open_door(school.technician.author, "Finestra")

    waiting = Thread(target=care.wait_at_door, args=(code,))
    waiting.start()
    admission = newcomer.answer_by_code(f"127.0.0.1:{where.rsplit(':', 1)[1]}", code)
    waiting.join()
    newcomer.enter(admission)

    assert home.settings().region_url == address
    assert PackTrust(home.pack_trust).refresh([shelf.place])


def test_a_school_without_a_region_tells_of_none_and_its_answer_is_as_it_always_was(
    school: RealSchool, tmp_path: Path
) -> None:
    home = _join_by_stick(school, tmp_path)

    assert (home.settings().region_url, known_region(home)) == ("", None)
    assert not PackTrust(home.pack_trust).is_begun


def test_an_answer_from_before_regions_came_along_is_still_read(school: RealSchool, tmp_path: Path) -> None:
    newcomer = Newcomer(Home(tmp_path / "nuovo").ready())
    request = read_request(newcomer.request)
    author = school.technician.author
    office = school.laptop.school.office(author)  # type: ignore[arg-type]
    certificate = office.admit_device(
        signing_key=request.signing_key, box_key=request.box_key, label="Finestra"
    )
    known = school.laptop.school
    old = [1, known.identity.root_key, "piandisasso", "Finestra", list(known.school_keys), certificate, []]
    answer = [1, request.device, box_up(msgspec.msgpack.encode(old), request.box_key, os.urandom)]

    admission = open_answer(tmp_path / "nuovo" / "scuola", msgspec.msgpack.encode(answer))

    assert admission.region is None
    assert admission.packed == msgspec.msgpack.encode(old)
    with_region = msgspec.structs.replace(admission, region=Region("https://r.example", b"radice"))
    assert msgspec.msgpack.decode(with_region.packed, type=Admission) == with_region


def test_a_region_without_packs_is_joined_all_the_same(school: RealSchool, tmp_path: Path) -> None:
    region = EmbeddedRegion(tmp_path / "senza scaffale")
    try:
        address = _join_region(school, region)
    finally:
        region.stop()

    assert known_region(school.home) == Region(address)
    assert not PackTrust(school.home.pack_trust).is_begun


def test_a_root_that_is_none_is_not_believed_and_stops_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "nuovo").ready()

    take_over(home, Region("https://r.example", b"{}"))

    assert home.settings().region_url == "https://r.example"
    assert not PackTrust(home.pack_trust).is_begun


def test_who_joins_another_region_believes_that_one_from_now_on(tmp_path: Path, shelf: RegionShelf) -> None:
    home, other = Home(tmp_path / "casa").ready(), RegionShelf(tmp_path / "altra")
    believe_packs(home, shelf.first_root())
    believe_packs(home, other.first_root())

    assert PackTrust(home.pack_trust).refresh([other.place])


def test_a_region_behind_the_networks_own_authority_is_joined(school: RealSchool, tmp_path: Path) -> None:
    authority = Authority(tmp_path / "ca", begins_ms=0, ends_ms=1 << 42)
    database = f"sqlite:///{tmp_path / 'regione.db'}"
    listener = listen_on("127.0.0.1", 0)
    server = server_of(make_app(database), tls=authority.context())
    serving = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    serving.start()
    address, code = f"https://127.0.0.1:{listener.getsockname()[1]}", invite_school(database)
    care, author = school.laptop.care, school.technician.author
    try:
        with pytest.raises(AuthorityUnknownError):
            care.join_region(author, address, code)
        school.home.remember_line(LineLimits(authority=str(authority.file)))
        care.join_region(author, address, code)
        assert school.laptop.line.sync_once().sent > 0
    finally:
        school.laptop.line.close()
        server.should_exit = True
        serving.join()
        listener.close()
