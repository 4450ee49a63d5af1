"""Looks into sounds and films: whether the laptops can play them, by what their containers say."""

from pathlib import Path

from content.reading.pictures import Fault

MAX_BYTES = 1_000_000_000
HEAVY_BYTES = 50_000_000
_HEAD = 1_000_000
_MAX_INDEX = 32_000_000

_PLAYABLE = "Salvalo come MP4 (H.264) o WebM (VP9 e Opus)."
_MAGIC = {
    "mp4": (4, b"ftyp"),
    "m4a": (4, b"ftyp"),
    "webm": (0, b"\x1aE\xdf\xa3"),
    "ogg": (0, b"OggS"),
    "opus": (0, b"OggS"),
    "wav": (8, b"WAVE"),
}
"""Where each container says what it is. An MP3 may begin with any frame: there the name is believed."""


def recording_fault(file: Path, kind: str) -> Fault | None:
    """What is wrong with a sound or a film of this extension; None when nothing is.

    AV1 is refused: the window's player shows nothing for it.

    Raises:
        OSError: the file cannot be read.
    """
    size = file.stat().st_size
    if size == 0:
        return "è vuoto", "Copialo di nuovo."
    if size > MAX_BYTES:
        return "pesa più di 1 GB", "Dividilo in parti più brevi."
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    place, magic = _MAGIC.get(kind, (0, b""))
    if head[place : place + len(magic)] != magic:
        return (
            f"non è davvero un file {kind.upper()}",
            "Salvalo di nuovo nel formato giusto, senza cambiare soltanto il nome.",
        )
    if (kind == "webm" and b"V_AV1" in head) or (kind == "mp4" and b"av01" in _mp4_index(file)):
        return "è un filmato AV1, che i portatili della scuola non sanno mostrare", _PLAYABLE
    return None


def _mp4_index(file: Path) -> bytes:
    """The `moov` box, which names the codecs and may stand at either end (ISO 14496-12); empty without one."""
    with file.open("rb") as stream:
        end = file.stat().st_size
        place = 0
        while place + 8 <= end:
            stream.seek(place)
            header = stream.read(16)
            length = int.from_bytes(header[:4], "big")
            if length == 1:
                length = int.from_bytes(header[8:16], "big")
            if header[4:8] == b"moov":
                stream.seek(place)
                return stream.read(min(length or end, _MAX_INDEX))
            if length < 8:
                return b""
            place += length
    return b""
