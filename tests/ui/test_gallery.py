"""The gallery draws real pages: every picture has its size, its paper and something on it."""

from pathlib import Path

import pytest
from desk_in_memory import a_morning
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from school_in_memory import PAOLA, SANDRO, Unlocked, pupil

from ui.demo.gallery import draw_gallery
from ui.presenters.sign_in import Teacher
from ui.widgets.theme import dress
from ui.widgets.tokens import TOKENS


@pytest.mark.parametrize(
    ("only", "theme", "size"),
    [("2-oggi-scuro", "scuro", (1366, 768)), ("6-classe-911", "chiaro", (911, 512))],
)
def test_a_picture_shows_the_page_in_its_theme_and_size(
    qapp: QApplication, tmp_path: Path, only: str, theme: str, size: tuple[int, int]
) -> None:
    drawn = draw_gallery(
        a_morning().desk,
        tmp_path,
        pupil=pupil("Lucia"),
        teacher=Teacher(PAOLA, Unlocked(b"paola")),
        technician=Teacher(SANDRO, Unlocked(b"sandro")),
        only=only,
    )
    dress(qapp)

    image = QImage(str(drawn[0]))
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    assert drawn[0].stem == only
    assert (image.width(), image.height()) == size
    assert TOKENS[theme].carta.lower() in colours  # type: ignore[index]  # a theme's name
    assert len(colours) > 60
