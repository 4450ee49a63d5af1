"""Nobody is given, or brings, what their certificate does not give them: a region and a hub look, and so does a guest."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from format_samples import START_MS, certificate_for, rows_of, seed
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess
from school_samples import TestSchool

from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.signing import id_of, public_key, sign
from sync.admission import NonceWrongError, ScopeRefusedError, admit
from sync.exchange import ExchangeServer
from sync.hub.errors import HubElsewhereError
from sync.hub.gate import HubGate, hub_key
from sync.protocol import Hello, encoded, fingerprint_of, framed, signed_part

Notebooks = Callable[..., Notebook]

OTHER = "plesso/valdoro"
OUR_SITE = "plesso/piandisasso"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    founded = TestSchool(tmp_path / "scuola", laptops=2)
    yield founded
    founded.close()


def test_a_laptop_of_one_site_exchanges_its_own_scopes(region: RegionInProcess, notebook: Notebooks) -> None:
    laptop = notebook("uno", admitted_in=(PLESSO,))
    laptop.write(5)
    laptop.sync(region.line())
    assert region.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])


def test_a_laptop_that_asks_for_another_site_is_refused_and_told_nothing(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    honest = notebook("uno", admitted_in=(PLESSO,))
    honest.write(5)
    honest.sync(region.line())

    curious = notebook("due", kept=("scuola", PLESSO), admitted_in=(OTHER,))
    with pytest.raises(ScopeRefusedError) as refusal:
        curious.sync(region.line())

    assert "plesso" in refusal.value.message
    assert refusal.value.remedy
    assert curious.facts(PLESSO) == 0


def test_a_laptop_cannot_bring_facts_into_another_site(region: RegionInProcess, notebook: Notebooks) -> None:
    intruder = notebook("due", kept=("scuola", PLESSO, OTHER), admitted_in=(OTHER,))
    intruder.write(5, scope=PLESSO)
    with pytest.raises(ScopeRefusedError):
        intruder.sync(region.line())
    assert region.store(SCHOOL).states([PLESSO, OTHER]) == ()


def test_a_wider_certificate_opens_the_way_as_soon_as_it_is_known(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    laptop = notebook("due", kept=("scuola", PLESSO), admitted_in=(OTHER,))
    with pytest.raises(ScopeRefusedError):
        laptop.sync(region.line())

    wider = certificate_for("due", "dispositivo", serial=2, scopes=(OTHER, PLESSO))
    laptop.append("scuola", rows_of([CertificateIssued(certificate=wider)]))
    laptop.write(3)
    laptop.memory.holds = None
    laptop.sync(region.line())

    assert sum(state.seq for state in region.store(SCHOOL).states([PLESSO])) == 3


def test_the_newest_certificate_of_a_batch_counts_whatever_its_place(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    laptop = notebook("due", kept=("scuola", PLESSO), admitted_in=(OTHER,))
    newer = certificate_for("due", "dispositivo", serial=3, scopes=(PLESSO,))
    older = certificate_for("due", "dispositivo", serial=2, scopes=(OTHER,))
    laptop.append("scuola", rows_of([CertificateIssued(certificate=one) for one in (newer, older)]))
    laptop.write(3)
    laptop.sync(region.line())
    asker = region.store(SCHOOL).asker(laptop.device)
    assert asker is not None
    assert asker.scopes == (PLESSO,)


def _hello(school: TestSchool, scopes: tuple[str, ...], nonce: bytes) -> bytes:
    identity = school.laptops[1].identity
    unsigned = Hello(
        version=1,
        device=identity.device,
        time_ms=START_MS,
        digest=bytes(16),
        scopes=scopes,
        vector=None,
        rest=fingerprint_of([]),
        signature=b"",
    )
    signature = sign(identity.device_seed, signed_part(unsigned, method="POST", path="/x", nonce=nonce))
    return framed(encoded(msgspec.structs.replace(unsigned, signature=signature)))


def _due(gate: HubGate, device: bytes) -> bytes:
    asker = gate.asker(device)
    assert asker is not None
    return asker.due


def test_a_hub_refuses_a_laptop_that_asks_for_more_than_its_own_site(school: TestSchool) -> None:
    hub = school.first
    gate = HubGate(hub.replica, school.clock, school.random)
    device = school.laptops[1].identity.device
    for scopes, refused in ((("scuola", OUR_SITE), False), (("scuola", OUR_SITE, OTHER), True)):
        server = ExchangeServer(
            hub.replica,
            lambda hello: admit(hello, method="POST", path="/x", gate=gate),
            scopes=hub.replica.scopes(),
        )
        question = _hello(school, scopes, _due(gate, device))
        if refused:
            with pytest.raises(ScopeRefusedError):
                server.feed(question)
        else:
            server.feed(question)
            assert server.answer(START_MS)


def test_who_signs_over_a_spent_nonce_learns_nothing_about_scopes(school: TestSchool) -> None:
    gate = HubGate(school.first.replica, school.clock, school.random)
    server = ExchangeServer(
        school.first.replica, lambda hello: admit(hello, method="POST", path="/x", gate=gate)
    )
    with pytest.raises(NonceWrongError):
        server.feed(_hello(school, (OTHER,), bytes(16)))


def test_a_guest_gives_nothing_to_a_hub_of_another_site(school: TestSchool) -> None:
    key, replica = public_key(seed("altrove")), school.first.replica
    certify = school.founder()._root.certify
    school.first.record([certify("dispositivo", signing_key=key, box_key=key, scopes=[OUR_SITE])])
    assert hub_key(replica, school.clock, id_of(key)) == key

    school.first.record([certify("dispositivo", signing_key=key, box_key=key, scopes=[OTHER])])

    with pytest.raises(HubElsewhereError) as refusal:
        hub_key(replica, school.clock, id_of(key))
    assert "altro plesso" in refusal.value.message
    assert refusal.value.remedy


def test_laptops_are_admitted_to_their_own_site_and_stay_so_when_renewed(school: TestSchool) -> None:
    device = school.laptops[1].identity.device
    assert school.certificate_of(school.laptops[1]).scopes == (OUR_SITE,)
    school.founder().renew(device)
    assert school.certificate_of(school.laptops[1]).scopes == (OUR_SITE,)
