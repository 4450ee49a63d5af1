"""The laptop's camera that reads the code of a class card; nothing of what it sees is kept."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from scuola_digitale.words import say
from ui.widgets.camera import CameraEye


def read_code(image: QImage) -> str:
    """The word in a card's code; empty where the picture shows none."""
    import zxingcpp  # late: only who shows a card needs it

    wanted = zxingcpp.barcode_formats_from_str("QRCode")
    found = zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_RGB32), formats=wanted)
    return str(found[0].text) if found else ""


class CardEye(CameraEye):
    """`read` tells the word of the first card that it recognises."""

    look_every_ms = 200

    read = Signal(str)

    def __init__(self, multimedia: Any, parent: QWidget) -> None:
        super().__init__(multimedia, parent)
        self.setAccessibleName(say("Telecamera: tieni la tessera davanti allo schermo"))

    def seen(self) -> None:
        word = read_code(self.frame)
        if word:
            self._timer.stop()
            self.read.emit(word)
