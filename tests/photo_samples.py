"""Files that somebody may choose as a photo: good ones as a telephone makes them, and hostile ones."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter

PLACE_WORDS = b"Pian di Sasso 43.1 N"
"""What a telephone may write into a photo, beside the picture."""


def two_colours(width: int = 400, height: int = 300) -> QImage:
    """Red at the left, blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("red"))
    painter.end()
    return image


def written(image: QImage, kind: str = "JPEG") -> bytes:
    """A picture's file."""
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(data.data())


def turned(jpeg: bytes, orientation: int, words: bytes = PLACE_WORDS + b"\0") -> bytes:
    """A JPEG whose head says how the telephone was held, and where."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack(
        "<HHII", 0x010E, 2, len(words), 8 + 2 + 24 + 4
    )
    body = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + words
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def endless_png(width: int, height: int) -> bytes:
    """A head that promises far more dots than there are bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def endless_jpeg(width: int, height: int) -> bytes:
    """A JPEG of a few bytes whose head promises a wall."""
    jpeg = bytearray(written(two_colours(16, 16)))
    place = jpeg.index(b"\xff\xc0")
    jpeg[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(jpeg)


def colour_at(image: QImage, x: float, y: float) -> str:
    """`red`, `blue` or another word, at a place given as parts of the sides."""
    found = image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)))
    if found.red() > 200 and found.blue() < 60:
        return "red"
    return "blue" if found.blue() > 200 and found.red() < 60 else found.name()


def square_of(data: bytes) -> QImage:
    """A photo's bytes as a picture."""
    image = QImage.fromData(data)
    assert not image.isNull()
    return image.scaled(192, 192, Qt.AspectRatioMode.IgnoreAspectRatio)
