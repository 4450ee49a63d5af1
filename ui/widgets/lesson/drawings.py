"""The pack's own pictures: how large they are, and how they look at a width."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from scuola_digitale.domain.text import Spans
from ui.widgets.pictures import MOST_PIXELS, may_be_decoded, picture_reader, pixel_ratio


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture to look at: its bytes and own size, what it shows in words, and its caption."""

    data: bytes
    size: QSize
    alt: str
    caption: Spans = ()


def picture_size(data: bytes) -> QSize | None:
    """The size a picture says it has, or None where it cannot be shown."""
    size = QSvgRenderer(QByteArray(data)).defaultSize() if is_drawing(data) else _raster_size(data)
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    return size


@lru_cache(maxsize=10)  # as many as stand about a screen: each takes a megabyte and more
def picture_at(data: bytes, width: int, height: int, ratio: float) -> QPixmap | None:
    """A picture drawn at `width` × `height` logical pixels, or None where its bytes cannot be read."""
    want = QSize(round(width * ratio), round(height * ratio))
    image = _svg(data, want) if is_drawing(data) else _raster(data, want)
    if image.isNull():
        return None
    shown = QPixmap.fromImage(image)
    shown.setDevicePixelRatio(ratio)
    return shown


def inline_picture(data: bytes, height: int) -> QPixmap | None:
    """A picture at the height of a line of text."""
    size = picture_size(data)
    if size is None:
        return None
    return picture_at(data, max(1, round(size.width() * height / size.height())), height, pixel_ratio())


def is_drawing(data: bytes) -> bool:
    """Whether a picture is drawn with lines (SVG), so that it may grow as one likes."""
    return b"<svg" in data[:1000]


def whole_picture(data: bytes) -> QImage:
    """A picture of dots in its own size, upright; empty where it cannot be read or is larger."""
    reader, _buffer = picture_reader(data)
    reader.setAutoTransform(True)
    return reader.read() if may_be_decoded(reader) else QImage()


def _svg(data: bytes, want: QSize) -> QImage:
    image = QImage(want, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, want.width(), want.height()))
    painter.end()
    return image


def _raster_size(data: bytes) -> QSize:
    reader, _buffer = picture_reader(data)
    return reader.size() if may_be_decoded(reader) else QSize()


def _raster(data: bytes, want: QSize) -> QImage:
    reader, _buffer = picture_reader(data)
    reader.setAutoTransform(True)
    if not may_be_decoded(reader):
        return QImage()
    if reader.size().width() > want.width():
        reader.setScaledSize(want)
    image = reader.read()
    return (
        image.scaled(want, mode=Qt.TransformationMode.SmoothTransformation) if not image.isNull() else image
    )
