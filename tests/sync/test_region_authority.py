"""The region erases and refuses as every laptop's fold does, whatever order certificates and erasures came in."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from format_samples import (
    PUPIL,
    ROOT,
    ROOT_KEY,
    SCUOLA,
    START_MS,
    TEACHER_ID,
    certificate_for,
    revocation_of,
    rows_of,
    seed,
    segment_of,
)
from ledger_samples import SCOPES, MemoryLedger
from notebook import SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued, Fact, KeyRevoked, PersonErased
from scuola_digitale.format.revocations import Revocation, issue_revocation
from scuola_digitale.format.signing import id_of, public_key
from sync.errors import DeviceRefusedError
from sync.region.authority import gone_of

Notebooks = Callable[..., Notebook]

OWN = CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))
TECHNICIAN = CertificateIssued(certificate=certificate_for("teacher", "tecnico", serial=2))
TEACHER = CertificateIssued(certificate=certificate_for("teacher", "insegnante", serial=3))
FOREIGN = CertificateIssued(certificate=certificate_for("teacher", "tecnico", serial=9, root=seed("other")))
REVOKED = KeyRevoked(revocation=revocation_of(TEACHER_ID, SCUOLA, 1, bytes(16)))
ERASED = PersonErased(erased=PUPIL)


def _at_region(region: RegionInProcess, facts: Sequence[Fact]) -> bool:
    """Whether the pupil is erased there, after these facts arrived one after another."""
    rows = rows_of(facts, SCUOLA)
    for number in range(1, len(rows) + 1):
        region.store(SCHOOL).take([segment_of(rows[:number], SCUOLA)], ["scuola"])
    with region.engine.begin() as connection:
        return PUPIL in gone_of(connection, 1).persons


def _on_laptop(facts: Sequence[Fact]) -> bool:
    ledger = MemoryLedger(device=b"keeper")
    ledger.take([segment_of(rows_of(facts, SCUOLA), SCUOLA)], SCOPES)
    return bool(ledger.database.execute("SELECT 1 FROM saying WHERE thing = 'erasure'").fetchall())


@pytest.mark.parametrize(
    ("facts", "erased"),
    [
        ([TECHNICIAN, ERASED], True),
        # A later certificate takes no right away, and one that comes later gives it: order must not matter.
        ([TECHNICIAN, TEACHER, ERASED], True),
        ([TEACHER, TECHNICIAN, ERASED], True),
        ([ERASED, TEACHER, TECHNICIAN], True),
        ([TEACHER, ERASED], False),
        ([FOREIGN, ERASED], False),
        # An erasure cannot be taken back where it was heard first, so nowhere.
        ([TECHNICIAN, ERASED, REVOKED], True),
        ([TECHNICIAN, REVOKED, ERASED], True),
    ],
)
def test_who_was_ever_a_technician_may_erase(
    region: RegionInProcess, facts: Sequence[Fact], *, erased: bool
) -> None:
    assert _at_region(region, [OWN, *facts]) == _on_laptop([OWN, *facts]) == erased


def test_region_and_laptops_agree_in_any_order(tmp_path: Path, clock: SetClock) -> None:
    chance = random.Random(3)
    for number in range(8):
        facts = chance.sample([TECHNICIAN, TEACHER, FOREIGN, REVOKED, ERASED], chance.randint(2, 5))
        folder = tmp_path / str(number)
        folder.mkdir()
        region = RegionInProcess(folder, clock)
        region.register(SCHOOL, ROOT_KEY)
        try:
            assert _at_region(region, [OWN, *facts]) == _on_laptop([OWN, *facts]), facts
        finally:
            region.close()


def test_a_device_revoked_before_the_region_ever_met_it_is_refused(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    honest, stolen = notebook("uno"), notebook("due")
    said = issue_revocation(ROOT, Revocation(1, id_of(public_key(seed("due"))), START_MS, ()))
    honest.append("scuola", rows_of([KeyRevoked(revocation=said)]))
    honest.sync(region.line())
    with pytest.raises(DeviceRefusedError):
        stolen.sync(region.line())
    assert region.store(SCHOOL).asker(stolen.device) is None
