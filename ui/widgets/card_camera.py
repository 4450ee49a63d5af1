"""The laptop's camera that reads the code of a class card; nothing of what it sees is kept."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from scuola_digitale.words import say
from ui.widgets.camera import CameraEye

_GONE_LOOKS = 10
"""After so many looks without a code, 2 s, the card was taken away: shown again, it is read again."""


def read_code(image: QImage) -> str:
    """The word in a card's code; empty where the picture shows none."""
    import zxingcpp  # late: only who shows a card needs it

    wanted = zxingcpp.barcode_formats_from_str("QRCode")
    found = zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_RGB32), formats=wanted)
    return str(found[0].text) if found else ""


class CardEye(CameraEye):
    """`read` tells the word of each code held before it, once while it is held there."""

    look_every_ms = 200

    read = Signal(str)

    def __init__(self, multimedia: Any, parent: QWidget) -> None:
        super().__init__(multimedia, parent)
        self.setAccessibleName(say("Telecamera: tieni la tessera davanti allo schermo"))
        self._word, self._gone = "", 0

    def seen(self) -> None:
        word = read_code(self.frame)
        # A single look that missed the code is no reason to tell it again.
        self._gone = 0 if word else self._gone + 1
        if word and word != self._word:
            self._word = word
            self.read.emit(word)
        elif self._gone == _GONE_LOOKS:
            self._word = ""
