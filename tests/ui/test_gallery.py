"""The gallery draws real pages: every picture has its size, its paper and something on it."""

from pathlib import Path

import pytest
from desk_in_memory import a_morning
from every_state import states
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from school_in_memory import PAOLA, SANDRO, Unlocked, pupil

from ui.demo.gallery import LOOKS, draw_gallery
from ui.demo.readme_pictures import SHEET, SINGLE, sheet
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
        only={only},
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


def test_the_readmes_sheet_shows_every_page_whole(qapp: QApplication) -> None:
    pages = []
    for colour in (Qt.GlobalColor.red, Qt.GlobalColor.green, Qt.GlobalColor.blue, Qt.GlobalColor.yellow):
        page = QImage(911, 512, QImage.Format.Format_RGB32)
        page.fill(colour)
        pages.append(page)

    whole = sheet(pages)

    middles = [whole.pixelColor(whole.width() * part // 6, whole.height() // 4) for part in (1, 3, 5)]
    assert middles == [QColor(one) for one in (Qt.GlobalColor.red, Qt.GlobalColor.green, Qt.GlobalColor.blue)]
    assert whole.pixelColor(whole.width() // 6, whole.height() * 3 // 4) == QColor(Qt.GlobalColor.yellow)


def test_the_readme_shows_only_states_that_exist() -> None:
    known = {f"{state.name}{look.name}" for state in states() for look in LOOKS}
    assert {*SHEET, *SINGLE.values()} <= known
