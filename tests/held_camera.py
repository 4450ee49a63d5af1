"""A camera in the hands of a test, where a laptop's own would be."""

from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage


class HeldCamera(QObject):
    """A camera in the hands of a test: what is held before it, and whether another program has it."""

    errorOccurred = Signal(int, str)  # noqa: N815  # Qt's own name

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.running = False
        self.image = image

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def videoFrame(self) -> SimpleNamespace:  # Qt's own name
        return SimpleNamespace(toImage=lambda: self.image)

    def multimedia(self) -> SimpleNamespace:
        """Stands where QtMultimedia does, which opens no camera without a real one."""
        return SimpleNamespace(
            QMediaDevices=SimpleNamespace(videoInputs=lambda: ["una"], defaultVideoInput=lambda: "una"),
            QCamera=lambda _device, _parent: self,
            QVideoSink=lambda _parent: self,
            QMediaCaptureSession=lambda _parent: SimpleNamespace(
                setCamera=lambda _camera: None, setVideoSink=lambda _sink: None
            ),
        )
