"""Joining by a spoken code: over real sockets of this machine, honest laptops and others."""

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from school_samples import QUICK, TestSchool

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.joining import (
    BadJoiningError,
    admit,
    ask_to_join,
    join,
    open_answer,
    read_request,
)
from sync.joining_line import (
    HostUnreachableError,
    JoiningCutError,
    JoiningHost,
    NobodyCameError,
    ask_by_code,
)
from sync.spoken_code import HostSide, NewLaptopSide, WrongCodeError, new_code, read_code

CODE = "472 915"


class Host:
    """A technician's laptop that waits in a thread; `ended` is what it raised, None if it let somebody in."""

    def __init__(self, answer: Callable[[bytes], bytes], code: str = CODE) -> None:
        self.host = JoiningHost(answer, random=os.urandom, host="127.0.0.1")
        self.address = self.host.address
        self.ended: ScuolaError | None = None
        self._thread = threading.Thread(target=self._wait, args=(code,))
        self._thread.start()

    def _wait(self, code: str) -> None:
        try:
            self.host.wait(code, seconds=20)
        except ScuolaError as error:
            self.ended = error

    def join(self) -> ScuolaError | None:
        """Waits for the end."""
        self._thread.join()
        return self.ended

    def close(self) -> None:
        """Ends it."""
        self.host.close()
        self._thread.join()


class Eavesdropper:
    """Stands between two laptops and writes down every byte."""

    def __init__(self, address: str) -> None:
        host, port = address.rsplit(":", 1)
        self._target = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.up, self.down = bytearray(), bytearray()
        self._thread = threading.Thread(target=self._relay)
        self._thread.start()

    def _relay(self) -> None:
        near, _ = self._listener.accept()
        with near, socket.create_connection(self._target) as far:
            back = threading.Thread(target=_copy, args=(far, near, self.down))
            back.start()
            _copy(near, far, self.up)
            back.join()

    def close(self) -> None:
        """Lets go of its sockets."""
        self._thread.join()
        self._listener.close()


def _copy(source: socket.socket, target: socket.socket, kept: bytearray) -> None:
    with suppress(OSError):
        while part := source.recv(1 << 16):
            kept.extend(part)
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path / "scuola")
    yield school
    school.close()


@pytest.fixture
def hosts() -> Iterator[list[Host]]:
    hosts: list[Host] = []
    yield hosts
    for one in hosts:
        one.close()


def _answering(school: TestSchool) -> Callable[[bytes], bytes]:
    office = school.first.office(school.technician, effort=QUICK)
    return lambda data: admit(school.first, office, read_request(data), "Nuovo di Ortensia")


def test_a_laptop_joins_by_six_digits_said_aloud_and_no_name_or_key_crosses_the_room(
    school: TestSchool, tmp_path: Path, hosts: list[Host]
) -> None:
    school.pupil("Ortensia")
    hosts.append(Host(_answering(school)))
    between = Eavesdropper(hosts[0].address)
    folder = tmp_path / "nuovo"
    request = ask_to_join(folder, os.urandom)

    answer = ask_by_code(between.address, " 472915 ", request, random=os.urandom)
    new = join(folder, open_answer(folder, answer), clock=school.clock, random=os.urandom)
    school.laptops.append(new)

    assert hosts[0].join() is None
    between.close()
    assert [pupil.name for pupil in new.pupils()] == ["Ortensia"]
    heard = bytes(between.up + between.down)
    assert len(heard) > 1000
    for secret in (b"Ortensia", b"Nives", b"472915", b"472 915", *school.first.school_keys, request):
        assert secret not in heard


def test_a_wrong_code_spends_the_code_and_admits_nobody(
    school: TestSchool, tmp_path: Path, hosts: list[Host]
) -> None:
    hosts.append(Host(_answering(school)))
    before = len(school.first.devices())
    request = ask_to_join(tmp_path / "nuovo", os.urandom)

    with pytest.raises(WrongCodeError) as caught:
        ask_by_code(hosts[0].address, "472 916", request, random=os.urandom)

    assert isinstance(hosts[0].join(), WrongCodeError)
    assert "una volta sola" in caught.value.remedy
    assert len(school.first.devices()) == before
    hosts[0].close()
    with pytest.raises(HostUnreachableError):
        ask_by_code(hosts[0].address, CODE, request, random=os.urandom)


def test_what_was_overheard_cannot_be_said_again(
    school: TestSchool, tmp_path: Path, hosts: list[Host]
) -> None:
    hosts.append(Host(_answering(school)))
    between = Eavesdropper(hosts[0].address)
    ask_by_code(between.address, CODE, ask_to_join(tmp_path / "nuovo", os.urandom), random=os.urandom)
    between.close()
    hosts[0].join()
    devices = len(school.first.devices())
    # The technician is careless and says the very same code again.
    hosts.append(Host(_answering(school)))

    host, port = hosts[1].address.rsplit(":", 1)
    with socket.create_connection((host, int(port))) as thief:
        thief.sendall(bytes(between.up))
        thief.shutdown(socket.SHUT_WR)
        heard = b""
        with suppress(OSError):
            while part := thief.recv(1 << 16):
                heard += part

    assert isinstance(hosts[1].join(), WrongCodeError)
    assert len(heard) < 100
    assert len(school.first.devices()) == devices


def test_a_scanner_of_ports_spends_no_code(school: TestSchool, tmp_path: Path, hosts: list[Host]) -> None:
    hosts.append(Host(_answering(school)))
    host, port = hosts[0].address.rsplit(":", 1)
    for rubbish in (
        b"",
        b"GET / HTTP/1.1\r\n\r\n",
        struct.pack(">I", 5) + b"12345",
        struct.pack(">I", 33) + b"A" + b"\xff" * 32,
    ):
        with socket.create_connection((host, int(port))) as scanner:
            scanner.sendall(rubbish)
            scanner.shutdown(socket.SHUT_WR)
            with suppress(OSError):
                scanner.recv(100)

    folder = tmp_path / "nuovo"
    answer = ask_by_code(hosts[0].address, CODE, ask_to_join(folder, os.urandom), random=os.urandom)

    assert open_answer(folder, answer).label == "Nuovo di Ortensia"


def test_a_host_that_does_not_know_the_code_gets_no_request(tmp_path: Path, hosts: list[Host]) -> None:
    heard: list[bytes] = []

    def hear(data: bytes) -> bytes:
        heard.append(data)
        return b""

    hosts.append(Host(hear, code="000 000"))

    with pytest.raises(WrongCodeError):
        ask_by_code(hosts[0].address, CODE, b"richiesta", random=os.urandom)

    hosts[0].join()
    assert heard == []


def test_a_message_sent_back_to_who_said_it_opens_nothing() -> None:
    new, host = NewLaptopSide(CODE, random=os.urandom), HostSide(CODE, random=os.urandom)
    new.meet(host.first_message)
    host.meet(new.first_message)

    said = new.seal(b"ciao")

    assert host.unseal(said) == b"ciao"
    with pytest.raises(WrongCodeError):
        new.unseal(said)
    mirror = NewLaptopSide(CODE, random=os.urandom)
    with pytest.raises(WrongCodeError):
        mirror.meet(mirror.first_message)


def test_what_the_technicians_laptop_refuses_is_told_there(hosts: list[Host]) -> None:
    def refuse(data: bytes) -> bytes:
        raise BadJoiningError("no")

    hosts.append(Host(refuse))

    with pytest.raises(WrongCodeError):
        ask_by_code(hosts[0].address, CODE, b"richiesta", random=os.urandom)

    assert isinstance(hosts[0].join(), BadJoiningError)


def test_waiting_ends_when_the_technician_gives_up(hosts: list[Host]) -> None:
    hosts.append(Host(lambda data: data))

    hosts[0].close()

    assert isinstance(hosts[0].ended, NobodyCameError)


@pytest.mark.parametrize("address", ["", "casa", "127.0.0.1:x", "127.0.0.1:99999999", "127.0.0.1:1"])
def test_a_wrong_address_is_told_in_a_sentence(address: str) -> None:
    with pytest.raises(HostUnreachableError) as caught:
        ask_by_code(address, CODE, b"", random=os.urandom)

    assert "stessa rete" in caught.value.remedy


def test_a_host_that_hangs_up_is_told(hosts: list[Host]) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def hang_up() -> None:
        visitor, _ = listener.accept()
        visitor.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    with pytest.raises(JoiningCutError):
        ask_by_code(f"127.0.0.1:{listener.getsockname()[1]}", CODE, b"", random=os.urandom)
    thread.join()
    listener.close()


@pytest.mark.parametrize("words", ["", "47291", "4729155", "quattro", "٤٧٢٩١٥"])
def test_a_code_that_is_not_six_digits_is_refused_before_any_line(words: str) -> None:
    with pytest.raises(WrongCodeError):
        read_code(words)


def test_codes_are_six_digits_with_a_pause() -> None:
    assert {len(new_code()) for _ in range(50)} == {7}
    assert all(len(read_code(new_code())) == 6 for _ in range(50))
