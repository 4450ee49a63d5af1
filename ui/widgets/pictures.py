"""Drawings and icons as pixmaps, rendered when first shown and kept by size, colour and pixel ratio."""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import drawing, has_drawing

_STROKE = re.compile(rb'stroke="#1A1A1A" stroke-width="2"')

MOST_PIXELS = 16_000_000
"""A picture larger than this is not decoded, as it cannot be built into a pack: it would fill a small laptop's memory."""

MOST_PHOTO_SIDE = 512
"""A pupil's photo is a good deal smaller; larger ones are not decoded."""

_FORMATS = frozenset({b"png", b"gif", b"jpeg", b"webp"})


def pixel_ratio() -> float:
    """Device pixels in a logical one."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def icon(name: str, colour: QColor, size: int = 20, stroke: float = 2.0) -> QPixmap:
    """A line icon of `size` logical pixels in one colour; `stroke` is on the 24 grid (2.4 in chips)."""
    return _icon(name, colour.name(), size, stroke, pixel_ratio())


@lru_cache(maxsize=600)
def _icon(name: str, colour: str, size: int, stroke: float, ratio: float) -> QPixmap:
    line = f'stroke="{colour}" stroke-width="{stroke}"'.encode()
    source = _STROKE.sub(line, drawing(f"icons/{name}"))
    return _render(source, size, size, ratio)


def picture(name: str, width: int, height: int | None = None) -> QPixmap:
    """One of the program's drawings, `width` logical pixels wide; the height follows unless it is given."""
    return _picture(name, width, height or _height(drawing(name), width), pixel_ratio())


def portrait(avatar: str, side: int) -> QPixmap:
    """A pupil's animal; a plain figure for one that this program has no drawing of, as a newer one may have."""
    name = f"avatar-{avatar}"
    return picture(name if has_drawing(name) else "avatar-nessuno", side)


def face(avatar: str, photo: bytes, side: int) -> QPixmap:
    """How somebody is shown: their photo if they have one that can be drawn, else their animal."""
    return (_photo(photo, side, pixel_ratio()) if photo else None) or portrait(avatar, side)


@lru_cache(maxsize=120)
def _photo(data: bytes, side: int, ratio: float) -> QPixmap | None:
    """A pupil's photo; None for one that no program of ours made, whoever signed it: eight thousand bytes may promise a wall."""
    reader, _buffer = picture_reader(data)
    size = reader.size()
    may = reader.format().data() in _FORMATS and 0 < max(size.width(), size.height()) <= MOST_PHOTO_SIDE
    image = reader.read() if may else QImage()
    return None if image.isNull() else _covering(image, side, side, ratio)


@lru_cache(maxsize=120)
def _picture(name: str, width: int, height: int, ratio: float) -> QPixmap:
    return _render(drawing(name), width, height, ratio)


def picture_reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    """What decodes a picture of dots, and its buffer, which whoever calls holds: the reader does not keep it alive."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer), buffer


def may_be_decoded(reader: QImageReader) -> bool:
    """Whether a pack's picture is of a kind that packs may hold, and no larger than a small laptop can bear.

    Both are read from its head. A pack that nobody checked may hold anything under the name of a picture, and the
    system's decoders of rare kinds are many.
    """
    size = reader.size()
    return reader.format().data() in _FORMATS and 0 < size.width() * size.height() <= MOST_PIXELS


def pixmap_of(data: bytes, width: int, height: int) -> QPixmap | None:
    """A pack's picture (SVG, PNG, JPEG, WebP) covering `width` × `height` logical pixels, its middle kept.

    None where the bytes are no picture that can be drawn.
    """
    return _pixmap_of(data, width, height, pixel_ratio())


@lru_cache(maxsize=120)
def _pixmap_of(data: bytes, width: int, height: int, ratio: float) -> QPixmap | None:
    if b"<svg" in data[:1000]:
        own = QSvgRenderer(QByteArray(data)).defaultSize()
        whole = _cover(own, width, height)
        if whole[0] * whole[1] * ratio * ratio > MOST_PIXELS:
            return None
        image = _render(data, *whole, ratio).toImage()
    else:
        reader, _buffer = picture_reader(data)
        image = reader.read() if may_be_decoded(reader) else QImage()
    return None if image.isNull() else _covering(image, width, height, ratio)


def _covering(image: QImage, width: int, height: int, ratio: float) -> QPixmap:
    want = QSize(round(width * ratio), round(height * ratio))
    filled = image.scaled(
        want, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (filled.width() - want.width()) // 2, (filled.height() - want.height()) // 2
    shown = QPixmap.fromImage(filled.copy(left, top, want.width(), want.height()))
    shown.setDevicePixelRatio(ratio)
    return shown


def _cover(own: QSize, width: int, height: int) -> tuple[int, int]:
    if own.isEmpty():
        return width, height
    factor = max(width / own.width(), height / own.height())
    return round(own.width() * factor), round(own.height() * factor)


@cache
def _height(source: bytes, width: int) -> int:
    own = QSvgRenderer(QByteArray(source)).defaultSize()
    return round(width * own.height() / own.width())


def _render(source: bytes, width: int, height: int, ratio: float) -> QPixmap:
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    shown = QPixmap.fromImage(image)
    shown.setDevicePixelRatio(ratio)
    return shown
