"""Certificates: only the school's root admits, and an id follows from a key."""

import pytest
from format_samples import ROOT, ROOT_KEY, START_MS, certificate_for, seed
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.certificates import read_certificate
from scuola_digitale.format.errors import BadCertificateError
from scuola_digitale.format.signing import id_of, public_key, sign


def test_a_certificate_says_who_owns_a_key_and_no_name() -> None:
    certificate = read_certificate(certificate_for("laptop", "dispositivo"), ROOT_KEY)

    assert certificate.is_device
    assert certificate.subject_id == id_of(public_key(seed("laptop")))
    assert certificate.is_current(START_MS)
    assert not certificate.is_current(START_MS - 1)


def test_a_certificate_signed_by_another_root_is_refused() -> None:
    with pytest.raises(BadCertificateError) as refusal:
        read_certificate(certificate_for("laptop", "dispositivo", root=seed("another")), ROOT_KEY)

    assert refusal.value.remedy


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_certificate_with_any_byte_changed_is_refused(place: int, change: int) -> None:
    good = bytearray(certificate_for("laptop", "dispositivo"))
    good[place % len(good)] ^= change

    with pytest.raises(BadCertificateError):
        read_certificate(bytes(good), ROOT_KEY)


@pytest.mark.parametrize("payload", [[1, "preside", 1, 0, 1, b"k" * 32, b"b" * 32], [1, "tecnico"], [], 7])
def test_what_the_root_signs_must_still_be_a_certificate(payload: object) -> None:
    data = encode(payload)

    with pytest.raises(BadCertificateError):
        read_certificate(encode([data, sign(ROOT, b"sd1c" + data)]), ROOT_KEY)


def test_keys_of_a_wrong_length_are_refused() -> None:
    payload, _ = decode(certificate_for("laptop", "dispositivo"))
    short = encode([*decode(payload)[:-1], b"short"])

    with pytest.raises(BadCertificateError):
        read_certificate(encode([short, sign(ROOT, b"sd1c" + short)]), ROOT_KEY)


def test_a_certificate_names_the_sites_of_a_device() -> None:
    data = certificate_for("laptop", "dispositivo", scopes=("plesso/valdoro",))
    certificate = read_certificate(data, ROOT_KEY)

    assert certificate.scopes == ("plesso/valdoro",)
    assert [certificate.may_hold(one) for one in ("scuola", "plesso/valdoro", "plesso/altro")] == [
        True,
        True,
        False,
    ]


def test_a_certificate_from_before_scopes_is_read_and_limits_nothing() -> None:
    data = certificate_for("laptop", "dispositivo")

    assert len(decode(decode(data)[0])) == 7
    assert read_certificate(data, ROOT_KEY).may_hold("plesso/altro")


@pytest.mark.parametrize("scopes", [["plesso/a\nb"], [""], ["x" * 81], [7], ["plesso/a"] * 33, "plesso/a"])
def test_strange_scopes_are_refused(scopes: object) -> None:
    payload, _ = decode(certificate_for("laptop", "dispositivo"))
    strange = encode([*decode(payload), scopes])

    with pytest.raises(BadCertificateError):
        read_certificate(encode([strange, sign(ROOT, b"sd1c" + strange)]), ROOT_KEY)
