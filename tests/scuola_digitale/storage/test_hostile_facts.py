"""Whatever a certified but hostile device signs: nothing breaks, and the honest facts behind it arrive."""

from format_samples import (
    LAPTOP_ID,
    PLESSO,
    SCUOLA,
    TEACHER_ID,
    answered,
    certificate_for,
    rows_of,
    segment_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, admitting, effects, reasons

from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.chain import FactRow, row_of

plain = st.recursive(
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.sampled_from(["name", "grade", "P3", "member", "title", "", "\n", "\x00", "a,b"])
    | st.sampled_from([TEACHER_ID, LAPTOP_ID, b"", b"s" * 64, certificate_for("teacher", "insegnante")]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
SALT = {None: b"", b"a" * 16: b"s" * 16, TEACHER_ID: b"t" * 16}
hostile = st.lists(
    st.builds(
        lambda kind, ms, person, subject, fields: row_of(
            kind, ms, person, subject, SALT[person], fields=fields
        ),
        st.integers(1, 15),
        st.integers(0, 2**48 - 1),
        st.sampled_from(list(SALT)),
        st.sampled_from([None, "", "marche/frazioni/quarti", "\x00"]),
        st.lists(plain, max_size=9),
    ),
    min_size=1,
    max_size=25,
)


@given(hostile, hostile)
@settings(max_examples=25, deadline=None)
def test_no_signed_rubbish_blocks_what_stands_behind_it(site: list[FactRow], school: list[FactRow]) -> None:
    ledger = MemoryLedger(device=b"keeper")
    own = rows_of([CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))], SCUOLA)
    honest = rows_of([answered()], first_seq=len(site) + 1)

    taken = ledger.take([segment_of([*own, *school], SCUOLA), segment_of([*site, *honest])], SCOPES)

    assert not taken.refused
    assert any(act[1] == answered().exercise_ref and act[8] == 100 for act in effects(ledger)[0])  # type: ignore[index]
    before = effects(ledger)
    ledger.rebuild()
    assert effects(ledger) == before


def test_the_school_reads_on_whatever_stands_in_its_log() -> None:
    ledger = MemoryLedger(device=b"keeper")

    ledger.take([admitting("teacher"), segment_of(rows_of([answered(exercise_ref="\x00")]), PLESSO)], SCOPES)

    assert len(effects(ledger)[0]) == 1


def test_what_a_laptop_of_another_site_writes_here_has_no_effect_until_it_is_admitted_here() -> None:
    ledger = MemoryLedger(device=b"keeper")
    elsewhere = certificate_for("laptop", "dispositivo", scopes=("plesso/valdoro",))
    own = rows_of([CertificateIssued(certificate=elsewhere)], SCUOLA)
    ledger.take([segment_of(own, SCUOLA), segment_of(rows_of([answered()]), PLESSO)], SCOPES)
    assert (effects(ledger)[0], reasons(ledger)) == ([], ["device-of-another-scope"])

    wider = certificate_for("laptop", "dispositivo", serial=2, scopes=("plesso/piandisasso",))
    both = [*own, *rows_of([CertificateIssued(certificate=wider)], SCUOLA, first_seq=2)]
    ledger.take([segment_of(both, SCUOLA)], SCOPES)

    assert (len(effects(ledger)[0]), reasons(ledger)) == (1, [])
    before = effects(ledger)
    ledger.rebuild()
    assert effects(ledger) == before
