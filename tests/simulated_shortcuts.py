"""What the simulation does once and not again and again: pure functions, asked the same, answer the same.

In a simulated year three of four segments that are cut or read were cut or read before: sticks go round, old questions
are pushed again. Measured, that and making the same few keys anew at each signature was a third of a year's time.
The functions are the real ones, called with the real bytes; all that touches a disk, a clock or a line is done each time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from typing import Any
from unittest.mock import patch

from nacl.signing import SigningKey

from scuola_digitale.format import batch, segment
from scuola_digitale.format.chain import Row, Stream
from scuola_digitale.format.heads import Head
from scuola_digitale.storage import fact_log
from sync.region import recut

_MOST = 1 << 10


@cache
def _signing_key(seed: bytes) -> SigningKey:
    return SigningKey(seed)


_parse = lru_cache(_MOST)(segment.parse_segment)


@lru_cache(_MOST)
def _cut(stream: Stream, rows: tuple[Row, ...], previous_chain: bytes, head: Head) -> bytes:
    return segment.cut_segment(stream, rows, previous_chain, head)


def _cut_rows(stream: Stream, rows: Sequence[Row], previous_chain: bytes, head: Head) -> bytes:
    return _cut(stream, tuple(rows), previous_chain, head)


@contextmanager
def shortcuts() -> Iterator[None]:
    """Takes them for a while."""
    places: list[tuple[Any, str, Callable[..., Any]]] = [
        (batch, "parse_segment", _parse),
        (fact_log, "cut_segment", _cut_rows),
        (recut, "cut_segment", _cut_rows),
    ]
    with ExitStack() as stack:
        stack.enter_context(patch("nacl.signing.SigningKey", _signing_key))
        for where, name, value in places:
            stack.enter_context(patch.object(where, name, value))
        yield
