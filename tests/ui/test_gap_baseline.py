"""Words in the gaps of a sentence stand on the sentence's own line, at any size of the text."""

import pytest
from exercise_bench import benches
from lesson_samples import worn
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.exercise import Cloze, Gap
from scuola_digitale.domain.text import words
from ui.widgets.exercises.cloze import BankBody
from ui.widgets.exercises.gap_text import GapText


def _foot(image: QImage, room: QRect) -> int:
    """The lowest row of a place that holds ink."""
    rows = [
        y
        for y in range(room.top(), room.bottom() + 1)
        if any(image.pixelColor(x, y).lightness() < 110 for x in range(room.left(), room.right() + 1))
    ]
    return rows[-1]


@pytest.mark.parametrize("bank", [("nnn", "mmm"), ()])
@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_a_word_in_a_gap_stands_on_the_line_of_the_words_beside_it(
    qtbot: QtBot, scale: float, bank: tuple[str, ...]
) -> None:
    cloze = Cloze(
        exercise_id="riga",
        question=words("Completa."),
        pieces=(words("nnn "), words(" nnn")),
        gaps=(Gap(("nnn",)),),
        bank=bank,
    )
    with benches(qtbot) as bench:
        one = bench(cloze)
        one.card._body.restore(("nnn",))
        with worn(scale=scale):
            one.fit()
            QTest.qWait(10)
            text = one.findChild(GapText)
            assert text is not None
            # The cursor to write with is no letter.
            text._controls[0].clearFocus()
            field = text._controls[0].geometry()
            image = text.grab().toImage()

            inside = field.adjusted(10, 5, -field.width() // 3, -7)
            before = QRect(0, field.top(), field.left() - 6, field.height())
            assert abs(_foot(image, inside) - _foot(image, before)) <= 1
            assert field.top() >= 0
            assert field.bottom() <= text.height()
            assert isinstance(one.card._body, BankBody) == bool(bank)
