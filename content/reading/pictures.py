"""Looks into pictures without drawing them: sizes from headers, and SVG parsed without trusting it."""

import re
import struct
from xml.parsers import expat

MAX_SVG_BYTES = 1_000_000
MAX_RASTER_BYTES = 4_000_000
MAX_PIXELS = 16_000_000
"""Decoded, 64 MB: more would not fit beside the rest on a laptop of 4 GB."""
HEAVY_BYTES = 600_000
"""At 64 kbit/s that is more than a minute of line for one picture."""

Fault = tuple[str, str]
"""What is wrong with a picture (the end of a sentence) and how to mend it."""

_SMALLER = "Rimpiccioliscila: 1600 punti di lato bastano."
_INKSCAPE = "Salvalo come «SVG semplice» e togli quella parte."
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)
_INNER_IMAGE = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,", re.IGNORECASE)
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler"})


def picture_fault(data: bytes, kind: str) -> Fault | None:
    """What is wrong with a picture of this extension; None when nothing is."""
    if not data:
        return "è vuota", "Copiala di nuovo."
    if kind == "svg":
        return _svg_fault(data)
    if len(data) > MAX_RASTER_BYTES:
        return f"pesa {len(data) / 1e6:.1f} MB".replace(".", ","), _SMALLER
    size = raster_size(data)
    if size is None:
        return "non è un'immagine che si riesce a leggere", "Salvala di nuovo come PNG, JPEG, WebP o GIF."
    if size[0] * size[1] > MAX_PIXELS or 0 in size:
        return f"misura {size[0]} × {size[1]} punti", _SMALLER
    return None


def raster_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels by the header of a PNG, GIF, JPEG or WebP; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR" and len(data) >= 24:
        return _pair(struct.unpack(">II", data[16:24]))
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        return _pair(struct.unpack("<HH", data[6:10]))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _pair(numbers: tuple[int, ...]) -> tuple[int, int]:
    return numbers[0], numbers[1]


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The size in the first start-of-frame segment (ITU T.81, annex B)."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        if marker == 0xFF:
            place += 1
        else:
            place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4], "big"))
    return None


class _SvgError(Exception):
    """Something that a drawing may not hold."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def _svg_fault(data: bytes) -> Fault | None:
    if len(data) > MAX_SVG_BYTES:
        return f"pesa {len(data) / 1e6:.1f} MB".replace(
            ".", ","
        ), "Semplifica il disegno, o salvalo come PNG."
    checker = _SvgChecker()
    try:
        checker.run(data)
    except _SvgError as error:
        return error.message, error.remedy
    except expat.ExpatError as error:
        return f"non è un SVG ben scritto (riga {error.lineno})", "Salvalo di nuovo dal programma di disegno."
    return None if checker.sized else ("non ha né `viewBox` né misure", "Aggiungi `viewBox` al disegno.")


class _SvgChecker:
    """Walks an SVG with expat: no DTD, no entities, no scripts, nothing fetched from elsewhere."""

    def __init__(self) -> None:
        self.sized = False
        self._depth = 0
        self._style = False

    def run(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data, True)

    def _doctype(self, *_: object) -> None:
        raise _SvgError("comincia con `<!DOCTYPE`", "Togli la riga `<!DOCTYPE …>` dal file.")

    def _instruction(self, *_: object) -> None:
        raise _SvgError("chiama un foglio di stile", _INKSCAPE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].casefold()
        if not self._depth:
            if local != "svg":
                raise _SvgError("non è un disegno SVG", "Salvalo come SVG dal programma di disegno.")
            self.sized = "viewBox" in attributes or {"width", "height"} <= attributes.keys()
        self._depth += 1
        self._style = local == "style"
        if local in _ACTIVE:
            raise _SvgError(f"contiene `<{local}>`", _INKSCAPE)
        for key, value in attributes.items():
            self._attribute(key.rpartition(":")[2].casefold(), value.strip())

    def _end(self, _: str) -> None:
        self._depth -= 1
        self._style = False

    def _text(self, text: str) -> None:
        if self._style and _OUTSIDE_URL.search(text):
            raise _SvgError("prende uno stile da fuori", _INKSCAPE)

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _SvgError(f"contiene un comando (`{key}`)", _INKSCAPE)
        if key in {"href", "src"} and not value.startswith("#") and not _INNER_IMAGE.match(value):
            raise _SvgError("chiama un altro file o un indirizzo", "Metti tutto dentro il disegno.")
        if _OUTSIDE_URL.search(value):
            raise _SvgError("chiama un altro file o un indirizzo", "Metti tutto dentro il disegno.")
