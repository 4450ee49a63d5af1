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
