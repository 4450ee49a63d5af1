"""The laptop's camera, as in a mirror; nothing of what it sees is kept unless somebody asks for it."""

import importlib
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.theme import theme

_WIDTH, _HEIGHT = 320, 240
_DARK_MS = 8000
"""How long there may be no picture at all; then somebody else has the camera."""

Eye = TypeVar("Eye", bound="CameraEye")


class CameraMissingError(ScuolaError):
    """There is no camera, or this laptop cannot use it."""

    def __init__(self, remedy: str = "") -> None:
        super().__init__(
            say("Qui non c’è una telecamera che funziona."),
            remedy=remedy or say("Scrivi la parola della tessera: va bene lo stesso."),
        )


def open_eye(make: Callable[[Any, QWidget], Eye], parent: QWidget, remedy: str = "") -> Eye:
    """The camera, looking, as an eye of some kind.

    Raises:
        CameraMissingError: there is none, or what it needs is not on this machine; with its own remedy.
    """
    try:
        # Late, and by name: without the system's sound libraries the very import fails.
        multimedia = importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:
        raise CameraMissingError(remedy) from error
    if not multimedia.QMediaDevices.videoInputs():
        raise CameraMissingError(remedy)
    return make(multimedia, parent)


class CameraEye(QWidget):
    """What the camera sees, as long as it is shown.

    `failed` tells that there are no pictures: another program has the camera, or it was pulled out.
    """

    accessible_role = QAccessible.Role.Graphic
    look_every_ms = 100
    failed = Signal()

    def __init__(self, multimedia: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = QImage()
        self._camera = multimedia.QCamera(multimedia.QMediaDevices.defaultVideoInput(), self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._sink = multimedia.QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._timer = QTimer(self)
        self._timer.setInterval(self.look_every_ms)
        self._timer.timeout.connect(self._look)
        self._dark = 0
        self.setAccessibleName(say("Telecamera"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._camera.errorOccurred.connect(self._fail)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()
        self._camera.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dark = 0
        self._camera.start()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 16, 16)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), theme().color("incavo"))
        if not self.frame.isNull():
            painter.drawImage(QRectF(self.rect()), self.frame.flipped(Qt.Orientation.Horizontal))

    def seen(self) -> None:
        """Called after each look."""

    def _fail(self) -> None:
        self.stop()
        self.failed.emit()

    def _look(self) -> None:
        frame = self._sink.videoFrame().toImage()
        if frame.isNull():
            self._dark += 1
            if self._dark * self.look_every_ms >= _DARK_MS:
                self._fail()
            return
        self._dark = 0
        self.frame = frame.scaled(
            _WIDTH * 2,
            _HEIGHT * 2,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
        self.update()
        self.seen()
