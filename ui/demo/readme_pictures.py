"""The README's pictures, drawn again from the demo school: `python -m ui.demo.readme_pictures docs/images`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.demo.pictures import draw_pictures
from ui.home import Home

SINGLE = {"oggi": "2-oggi", "lezione": "3-lezione", "classe": "6-classe"}
"""A picture of its own in the README, by the state that it shows."""

SHEET = (
    "1-chi-sei", "2-oggi", "3-biblioteca",
    "3-mappa", "3-lezione", "3-esercizio-abbina",
    "2-ripasso-domanda", "2-quaderno", "6-classe-risposte",
    "2-oggi-scuro", "6-classe-contrasto", "3-lezione-911",
)  # fmt: skip
"""What stands on the sheet of all pages, three in a row."""

_ACROSS, _WIDE, _GAP = 3, 528, 8
_TALL = round(_WIDE * 768 / 1366)
_GROUND = "#ECE5D5"


def main(folder: Path) -> None:
    """Draws the pictures into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home:
        drawn = Path(home) / "pagine"
        draw_pictures(Home(Path(home)), drawn, only=(*SINGLE.values(), *SHEET))
        for name, state in SINGLE.items():
            _saved(QImage(str(drawn / f"{state}.png")), folder / f"{name}.png")
        _saved(sheet([QImage(str(drawn / f"{name}.png")) for name in SHEET]), folder / "pagine.png")


def sheet(pages: Sequence[QImage]) -> QImage:
    """Pages side by side, small, each whole in its place."""
    rows = -(-len(pages) // _ACROSS)
    whole = QImage(_ACROSS * (_WIDE + _GAP) + _GAP, rows * (_TALL + _GAP) + _GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor(_GROUND))
    painter = QPainter(whole)
    for place, page in enumerate(pages):
        row, column = divmod(place, _ACROSS)
        room = QRect(_GAP + column * (_WIDE + _GAP), _GAP + row * (_TALL + _GAP), _WIDE, _TALL)
        small = page.scaled(
            room.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        spot = small.rect()
        spot.moveCenter(room.center())
        painter.drawImage(spot, small)
    painter.end()
    return whole


def _saved(image: QImage, path: Path) -> None:
    # Quality 0 is the most that PNG can be squeezed: no colour is lost.
    image.convertToFormat(QImage.Format.Format_RGB888).save(str(path), quality=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
