"""Sealed values open with the school's keys and no other."""

import os

import pytest
from format_samples import seed

from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.sealing import KeyRing


def test_what_is_sealed_opens_again_and_shows_nothing() -> None:
    ring = KeyRing([seed("school key")], os.urandom)
    sealed = ring.seal("Ortensia")

    assert ring.unseal(sealed) == "Ortensia"
    assert b"Ortensia" not in sealed
    assert ring.seal("Ortensia") != sealed


def test_an_old_key_of_the_school_still_opens_what_it_sealed() -> None:
    old = KeyRing([seed("last year")], os.urandom).seal(["tre quarti"])

    assert KeyRing([seed("this year"), seed("last year")], os.urandom).unseal(old) == ["tre quarti"]


@pytest.mark.parametrize("cut", [0, 3, 40, -1])
def test_without_the_key_or_when_cut_it_says_that_a_key_is_missing(cut: int) -> None:
    sealed = KeyRing([seed("school key")], os.urandom).seal("Ortensia")
    other = KeyRing([seed("another school")], os.urandom)

    with pytest.raises(MissingKeyError) as refusal:
        other.unseal(sealed)
    with pytest.raises(MissingKeyError):
        KeyRing([seed("school key")], os.urandom).unseal(sealed[:cut])

    assert refusal.value.remedy
