"""The laptop's camera that reads the code of a class card; nothing of what it sees is kept."""

import importlib
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.theme import theme

_LOOK_EVERY_MS = 200
_WIDTH, _HEIGHT = 320, 240


class CameraMissingError(ScuolaError):
    """There is no camera, or this laptop cannot use it."""

    def __init__(self) -> None:
        super().__init__(
            say("Qui non c’è una telecamera che funziona."),
            remedy=say("Scrivi la parola della tessera: va bene lo stesso."),
        )


def read_code(image: QImage) -> str:
    """The word in a card's code; empty where the picture shows none."""
    import zxingcpp  # late: only who shows a card needs it

    wanted = zxingcpp.barcode_formats_from_str("QRCode")
    found = zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_RGB32), formats=wanted)
    return str(found[0].text) if found else ""


def open_camera(parent: QWidget) -> "CameraEye":
    """The camera, looking.

    Raises:
        CameraMissingError: there is none, or what it needs is not on this machine.
    """
    try:
        # Late, and by name: without the system's sound libraries the very import fails.
        multimedia = importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:
        raise CameraMissingError from error
    if not multimedia.QMediaDevices.videoInputs():
        raise CameraMissingError
    return CameraEye(multimedia, parent)


class CameraEye(QWidget):
    """What the camera sees, as in a mirror; `read` tells the word of the first card it recognises."""

    accessible_role = QAccessible.Role.Graphic

    read = Signal(str)

    def __init__(self, multimedia: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = QImage()
        self._camera = multimedia.QCamera(multimedia.QMediaDevices.defaultVideoInput(), self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._sink = multimedia.QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)
        self.setAccessibleName(say("Telecamera: tieni la tessera davanti allo schermo"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._camera.start()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._camera.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 16, 16)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), theme().color("incavo"))
        if not self._frame.isNull():
            painter.drawImage(QRectF(self.rect()), self._frame.flipped(Qt.Orientation.Horizontal))

    def _look(self) -> None:
        frame = self._sink.videoFrame().toImage()
        if frame.isNull():
            return
        self._frame = frame.scaled(
            _WIDTH * 2,
            _HEIGHT * 2,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
        self.update()
        word = read_code(self._frame)
        if word:
            self._timer.stop()
            self.read.emit(word)
