"""What was set aside is told in words, the most first."""

from scuola_digitale.domain.traces import SetAside
from ui.presenters.set_aside import set_aside_lines


def test_every_reason_is_told_with_who_wrote_it_and_the_most_first() -> None:
    found = [
        SetAside(reason="author-signature-wrong", device=b"\x01" * 16, label="", facts=2),
        SetAside(reason="device-revoked", device=b"\x02" * 16, label="Portatile Faggio", facts=9),
    ]

    assert set_aside_lines(found) == [
        "9 di un portatile escluso, dopo l’esclusione (Portatile Faggio)",
        "2 con una firma falsa (portatile 01010101)",
    ]
