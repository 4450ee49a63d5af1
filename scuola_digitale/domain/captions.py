"""What is said or heard in a sound or film, and when: WebVTT files (https://www.w3.org/TR/webvtt1/) as far as lessons need them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import PurePosixPath

import msgspec


class Caption(msgspec.Struct, frozen=True):
    """Some words and from when to when they are shown, milliseconds."""

    begins_ms: int
    ends_ms: int
    words: str


class CaptionTrouble(msgspec.Struct, frozen=True):
    """What cannot be read: `kind` names it, `line` says where, from 1."""

    kind: str
    line: int


_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s+.*)?")
_TAG = re.compile(r"</?[^<>]*>")
_ASIDE = ("NOTE", "STYLE", "REGION")

Block = list[tuple[int, str]]


def read_captions(text: str) -> tuple[tuple[Caption, ...], tuple[CaptionTrouble, ...]]:
    """The captions in a file, in the order of time, and what in it cannot be read.

    Notes, styles and places on the screen are passed over; of marks like `<b>` the words stay. Kinds of trouble:
    `no-head`, `no-time`, `backwards` (ends before it begins), `no-words`.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        return (), (CaptionTrouble("no-head", 1),)
    read = [
        _caption(block) for block in _blocks(lines) if block[0][0] != 1 and not block[0][1].startswith(_ASIDE)
    ]
    captions = sorted((one for one in read if isinstance(one, Caption)), key=lambda one: one.begins_ms)
    return tuple(captions), tuple(one for one in read if isinstance(one, CaptionTrouble))


def captions_beside(path: str) -> str:
    """Where the captions of a sound or film stand: `media/grotta.webm` → `media/grotta.vtt`."""
    return PurePosixPath(path).with_suffix(".vtt").as_posix()


def captions_at(captions: Iterable[Caption], now_ms: int) -> str:
    """What is to be read at a moment; empty where nothing is."""
    return "\n".join(one.words for one in captions if one.begins_ms <= now_ms < one.ends_ms)


def _blocks(lines: list[str]) -> Iterator[Block]:
    block: Block = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _caption(block: Block) -> Caption | CaptionTrouble:
    # The line before the times, if there is one, is the caption's name.
    place = 0 if "-->" in block[0][1] or len(block) == 1 else 1
    number, line = block[place]
    times = _TIMES.fullmatch(line)
    if times is None:
        return CaptionTrouble("no-time", number)
    begins_ms, ends_ms = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:])
    if ends_ms <= begins_ms:
        return CaptionTrouble("backwards", number)
    words = unescape(_TAG.sub("", "\n".join(said.strip() for _, said in block[place + 1 :])))
    return Caption(begins_ms, ends_ms, words) if words.strip() else CaptionTrouble("no-words", number)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
