"""A pack that nobody checked may hold anything under a picture's name: it is not decoded, and the lesson still opens."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.widgets.lesson.drawings import picture_at, picture_size, whole_picture
from ui.widgets.pictures import pixmap_of


def written(kind: str, width: int = 40, height: int = 20) -> bytes:
    """A picture of one colour, in a format of its own."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF3366)
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(data.data())


def endless_png(width: int, height: int) -> bytes:
    """A head that promises far more dots than there are bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


TALL = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="900000000"><circle r="1"/></svg>'
HOSTILE = [
    pytest.param(lambda: endless_png(30_000, 30_000), id="a gigapixel"),
    pytest.param(lambda: endless_png(16_000_001, 1), id="a line without end"),
    pytest.param(lambda: written("BMP"), id="another kind under a good name"),
    pytest.param(lambda: b"%PDF-1.7 " + bytes(200), id="a document"),
    pytest.param(lambda: b"", id="nothing"),
    pytest.param(lambda: written("PNG")[:20], id="half a head"),
]


@pytest.mark.parametrize("make", HOSTILE)
def test_what_no_pack_may_hold_is_not_decoded(qapp: QApplication, make) -> None:  # type: ignore[no-untyped-def]
    data = make()

    assert picture_size(data) is None
    assert picture_at(data, 100, 100, 1.0) is None
    assert whole_picture(data).isNull()
    assert pixmap_of(data, 100, 100) is None


def test_a_drawing_without_end_makes_no_endless_cover(qapp: QApplication) -> None:
    assert pixmap_of(TALL, 300, 200) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_kinds_of_pictures_that_packs_hold_are_shown(qapp: QApplication, kind: str) -> None:
    data = written(kind)

    assert picture_size(data) is not None
    assert not whole_picture(data).isNull()
    assert pixmap_of(data, 100, 100) is not None
