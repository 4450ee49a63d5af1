"""What was set aside is told in words, the most first."""

import re
from pathlib import Path

from scuola_digitale.domain.traces import SetAside
from scuola_digitale.storage import projection
from ui.presenters.set_aside import aside_rows, reason_words, set_aside_lines


def test_every_reason_is_told_with_who_wrote_it_and_the_most_first() -> None:
    found = [
        SetAside(reason="author-signature-wrong", device=b"\x01" * 16, label="", facts=2),
        SetAside(reason="device-revoked", device=b"\x02" * 16, label="Portatile Faggio", facts=9),
    ]

    assert set_aside_lines(found) == [
        "9 di un portatile escluso, dopo l’esclusione (Portatile Faggio)",
        "2 con una firma falsa (portatile 01010101)",
    ]


def test_what_to_look_at_comes_first_and_each_says_what_to_do() -> None:
    found = [
        SetAside(reason="device-revoked", device=b"\x02" * 16, label="Portatile Faggio", facts=9),
        SetAside(reason="author-signature-wrong", device=b"\x01" * 16, label="", facts=1),
        SetAside(reason="unknown-kind", device=b"\x02" * 16, label="Portatile Faggio", facts=4),
    ]

    rows = aside_rows(found)

    assert [row.title for row in rows] == [
        "1 cosa: con una firma falsa",
        "9 cose: di un portatile escluso, dopo l’esclusione",
        "4 cose: scritte da una versione più nuova del programma: conteranno dopo l’aggiornamento",
    ]
    assert [row.chip.words for row in rows] == ["da guardare", "non conta", "aspetta"]
    assert rows[0].detail.startswith("Da: portatile 01010101. Guarda quel portatile.")
    assert "Aggiorna Scuola Digitale" in rows[2].detail


def test_every_reason_of_the_fold_has_its_words_and_what_to_do() -> None:
    source = Path(projection.__file__).read_text("utf-8")
    reasons = set(re.findall(r'_NoEffectError\("([a-z-]+)"', source))

    assert len(reasons) >= 10
    for reason in reasons:
        assert reason_words(reason) != reason_words("no such reason"), reason
        [row] = aside_rows([SetAside(reason=reason, device=bytes(16), label="X", facts=1)])
        assert row.detail.removeprefix("Da: X. "), reason
