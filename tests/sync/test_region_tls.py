"""HTTPS with real certificates: own authorities, dead clocks, and a server that is somebody else."""

import datetime
import ssl
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from format_samples import START_MS, answered
from school_samples import TestSchool

from scuola_digitale.clock import SetClock
from sync.errors import ClockWrongError, OwnAuthorityError, RegionAnswersRubbishError
from sync.region.app import make_app
from sync.region.serving import listen_on, register_school, server_of
from sync.region_syncer import region_syncer
from sync.syncer import SyncReport
from sync.tls import believing

DAY_MS = 86_400_000
BEGINS_MS, ENDS_MS = START_MS - 30 * DAY_MS, START_MS + 60 * DAY_MS
Key = ec.EllipticCurvePrivateKey


class Authority:
    """A certificate authority of a network's own, and the certificate it gave to a region on this machine."""

    def __init__(self, folder: Path, *, host: str = "127.0.0.1") -> None:
        folder.mkdir(exist_ok=True)
        key, leaf_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "autorità di prova")])
        itself = _builder(name, name, key).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), True
        )
        leaf_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "regione")])
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))])
        leaf = _builder(leaf_name, name, leaf_key).add_extension(names, False)
        self.file = folder / "authority.pem"
        self.file.write_bytes(itself.sign(key, SHA256()).public_bytes(Encoding.PEM))
        self._chain, self._key = folder / "leaf.pem", folder / "leaf.key"
        self._chain.write_bytes(leaf.sign(key, SHA256()).public_bytes(Encoding.PEM))
        self._key.write_bytes(leaf_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._chain, self._key)
        return context


def _builder(subject: x509.Name, issuer: x509.Name, key: Key) -> x509.CertificateBuilder:
    begins, ends = (datetime.datetime.fromtimestamp(ms / 1000, datetime.UTC) for ms in (BEGINS_MS, ENDS_MS))
    return x509.CertificateBuilder(
        issuer, subject, key.public_key(), x509.random_serial_number(), begins, ends
    )


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    founded = TestSchool(tmp_path / "scuola")
    founded.first.record([answered()])
    yield founded
    founded.close()


@pytest.fixture
def serve(tmp_path: Path, school: TestSchool) -> Iterator[Callable[[Authority], str]]:
    """Serves a region over TLS; gives its address."""
    running = []
    database = f"sqlite:///{tmp_path / 'region.db'}"
    register_school(database, school.founding.school_id.hex(), school.founding.root_key)

    def begin(authority: Authority) -> str:
        listener = listen_on("127.0.0.1", 0)
        server = server_of(make_app(database, clock=school.clock), tls=authority.context())
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((server, thread, listener))
        return f"https://127.0.0.1:{listener.getsockname()[1]}"

    yield begin
    for server, thread, listener in running:
        server.should_exit = True
        thread.join()
        listener.close()


def _sync(school: TestSchool, url: str, authority: Authority | None, clock: SetClock) -> SyncReport:
    file = str(authority.file) if authority else ""
    known = school.first.replica.latest_ms
    syncer = region_syncer(school.first, url, clock, known_ms=known, authority=file)
    report = syncer.sync_once()
    syncer.close()
    return report


def test_a_region_behind_an_authority_of_ones_own_is_believed(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    report = _sync(school, serve(authority), authority, school.clock)
    assert (report.problem, report.sent > 0) == (None, True)


def test_without_that_authority_nothing_is_sent(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority, other = Authority(tmp_path / "ca"), Authority(tmp_path / "other")
    url = serve(authority)
    for believed in (None, other):
        report = _sync(school, url, believed, school.clock)
        assert isinstance(report.problem, RegionAnswersRubbishError)
        assert report.bytes_up == 0


def test_a_certificate_for_another_address_is_refused(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca", host="192.0.2.7")
    assert isinstance(
        _sync(school, serve(authority), authority, school.clock).problem, RegionAnswersRubbishError
    )


def test_a_dead_clock_does_not_break_tls(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    assert _sync(school, serve(authority), authority, SetClock(0)).good


def test_what_had_ended_before_the_latest_fact_is_refused_by_any_clock(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    school.clock.pass_ms(ENDS_MS - START_MS + 10 * DAY_MS)
    school.first.record([answered()])
    url = serve(authority)
    for clock in (school.clock, SetClock(0)):
        report = _sync(school, url, authority, clock)
        assert isinstance(report.problem, ClockWrongError)
        assert report.bytes_up == 0


def test_a_clock_far_ahead_is_borne_by_a_region_that_was_met_before(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    url, ahead = serve(authority), SetClock(START_MS + 4_000 * DAY_MS)
    assert isinstance(_sync(school, url, authority, ahead).problem, ClockWrongError)
    assert _sync(school, url, authority, school.clock).good
    assert _sync(school, url, authority, ahead).good


def test_a_file_that_is_no_authority_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "ca.pem"
    wrong.write_text("ciao")
    for file in (wrong, tmp_path / "niente.pem"):
        with pytest.raises(OwnAuthorityError, match="certificato"):
            believing(str(file))
