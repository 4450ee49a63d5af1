"""One value, one form: the MessagePack that facts are hashed in, and how hostile bytes are met."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from scuola_digitale.format.errors import BadSegmentError

Plain = Any
"""nil, an integer, a text, bytes, or a list of these (`check_plain`); never a float, a map or a flag."""

_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder()

_INTEGERS_END = 2**63
# What SQLite, too, can hold.

_SCALARS = frozenset({type(None), int, str, bytes})
_DEEPEST = 4

# What decoding bytes written by an enemy was seen to raise: everything becomes one sentence.
_HOSTILE = (
    msgspec.MsgspecError,
    ArithmeticError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,  # UnicodeDecodeError too
)


def encode(value: Plain) -> bytes:
    """The canonical bytes of a value: MessagePack with the shortest integers."""
    return _ENCODER.encode(value)


def decode(data: bytes) -> Plain:
    """The value of some bytes.

    Raises:
        BadSegmentError: they are not MessagePack.
    """
    # Written out, not `with hostile(...)`: it is done for every fact.
    try:
        return _DECODER.decode(data)
    except _HOSTILE as error:
        raise BadSegmentError(f"not MessagePack: {type(error).__name__}") from error


@contextmanager
def hostile(reason: str) -> Iterator[None]:
    """Turns whatever reading hostile bytes may raise into `BadSegmentError(reason)`."""
    try:
        yield
    except _HOSTILE as error:
        raise BadSegmentError(f"{reason}: {type(error).__name__}") from error


def check_plain(values: Collection[Plain], *, depth: int = 0) -> None:
    """Refuses what a fact may not hold: floats, maps, flags, extensions, huge integers, lists without end.

    Raises:
        BadSegmentError: there is such a value.
    """
    types = set(map(type, values))
    if int in types and _largest(values, types) >= _INTEGERS_END:
        raise BadSegmentError("a fact holds too large an integer")
    strange = types - _SCALARS
    if not strange:
        return
    if strange != {list} or depth >= _DEEPEST:
        raise BadSegmentError("a fact holds a value of a forbidden type")
    for value in values:
        if type(value) is list:
            check_plain(value, depth=depth + 1)


def _largest(values: Collection[Plain], types: set[type]) -> int:
    # Most columns hold integers alone, and those are looked through in C.
    return max(values if types == {int} else (value for value in values if type(value) is int))
