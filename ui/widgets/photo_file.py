"""A photo from somebody's file: decoded with care, turned as it was taken, cut small; nothing else of the file stays."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from scuola_digitale.domain.photos import LONGEST_PHOTO_BYTES, PHOTO_SIDE
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.presenters.photo_cut import PhotoCut
from ui.widgets.pictures import MOST_PIXELS, picture_reader

LONGEST_FILE: Final = 40 << 20
"""Bytes of a file that is read at all."""

MOST_PHOTO_PIXELS: Final = 64_000_000
"""What a good telephone takes: of a JPEG only every second, fourth or eighth dot is decoded, so it costs little."""

_KINDS: Final = frozenset({b"jpeg", b"png", b"webp"})
_ROOM: Final = 1600
"""The longer side of what is kept while one chooses the square, dots."""
_QUALITIES: Final = (82, 74, 66, 56, 46, 36, 26, 16, 6, 1, 0)


class NotAPhotoError(ScuolaError):
    """The file holds no photo of a kind that is read here."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo file non è una foto che so leggere."),
            remedy=say("Scegli una foto JPEG, PNG o WebP, come quelle del telefono."),
        )


class PhotoTooBigError(ScuolaError):
    """The file, or the picture in it, is larger than a small laptop can bear."""

    def __init__(self) -> None:
        super().__init__(
            say("Questa foto è troppo grande per questo portatile."),
            remedy=say("Scegline una più piccola, o fanne una con la telecamera."),
        )


class PhotoBrokenError(ScuolaError):
    """The photo stops in the middle, or its bytes are damaged."""

    def __init__(self) -> None:
        super().__init__(
            say("Questa foto è rovinata, o è arrivata a metà."),
            remedy=say("Copiala di nuovo dal telefono, o scegline un’altra."),
        )


class PhotoUnreadableError(ScuolaError):
    """The file cannot be opened."""

    def __init__(self) -> None:
        super().__init__(
            say("Non riesco ad aprire questo file."),
            remedy=say("Se è su una chiavetta, guarda che sia inserita bene, e riprova."),
        )


def open_photo(path: Path) -> QImage:
    """The picture in a file, turned as it was taken and no larger than is needed to cut a square.

    Raises:
        NotAPhotoError, PhotoTooBigError, PhotoBrokenError, PhotoUnreadableError: nothing is shown of it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise PhotoUnreadableError from error
    if len(data) > LONGEST_FILE:
        raise PhotoTooBigError
    return read_photo(data)


def read_photo(data: bytes) -> QImage:
    """See `open_photo`."""
    reader, _buffer = picture_reader(data)
    kind, size = bytes(reader.format().data()), reader.size()
    if kind not in _KINDS or size.isEmpty():
        raise NotAPhotoError
    # Both are read from the head, before anything is decoded.
    if size.width() * size.height() > (MOST_PHOTO_PIXELS if kind == b"jpeg" else MOST_PIXELS):
        raise PhotoTooBigError
    if kind == b"jpeg" and not _ends(data):
        raise PhotoBrokenError  # libjpeg would fill what is missing with grey, and say nothing
    reader.setAutoTransform(True)
    _be_small(reader, size)
    image = reader.read()
    if image.isNull():
        raise PhotoBrokenError
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _be_small(reader: QImageReader, size: QSize) -> None:
    longer = max(size.width(), size.height())
    if longer > _ROOM:
        shrunk = _ROOM / longer
        reader.setScaledSize(
            QSize(max(1, round(size.width() * shrunk)), max(1, round(size.height() * shrunk)))
        )


def _ends(data: bytes) -> bool:
    """Whether a JPEG comes to its end: behind its head, where a small picture of its own may end."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        if data[place + 1] == 0xDA:
            return b"\xff\xd9" in data[place:]
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return False


def cut_photo(image: QImage, cut: PhotoCut) -> bytes:
    """The square as a photo: a fresh picture with nothing of the file but its dots, at most `LONGEST_PHOTO_BYTES`."""
    square = image.copy(round(cut.left), round(cut.top), max(1, round(cut.side)), max(1, round(cut.side)))
    fresh = QImage(PHOTO_SIDE, PHOTO_SIDE, QImage.Format.Format_RGB32)
    fresh.fill(0xFFFFFF)
    painter = QPainter(fresh)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # Halved step by step: a large square drawn small at once would flicker from dot to dot.
    while square.width() > 2 * PHOTO_SIDE:
        half = QSize(square.width() // 2, square.height() // 2)
        square = square.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(QRectF(0, 0, PHOTO_SIDE, PHOTO_SIDE), square)
    painter.end()
    return next(
        data for quality in _QUALITIES if len(data := _written(fresh, quality)) <= LONGEST_PHOTO_BYTES
    )


def _written(image: QImage, quality: int) -> bytes:
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"webp"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(data.data())
