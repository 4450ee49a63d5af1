"""The messages of an exchange: frames, the hello that opens a request, the head of a reply.

A message is a row of frames, each a length (u32, big endian) and that many bytes. The first frame of a request is
a `Hello`, the first of a reply a `ReplyHead`; all others are segments. `docs/exchange.md` tells the whole
conversation. Nothing that arrives is believed: every limit is checked before a byte is decoded, and whatever
cannot be read ends as one `BadMessageError`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from sync.errors import BadMessageError

VERSION: Final = 1
FRAME_CAP: Final = 1 << 20
"""The longest frame that is read, bytes; a segment of 1,000 facts is about 13 KB."""

BODY_CAP: Final = 4 << 20
"""The longest request or reply that is read, bytes."""

REQUEST_TAG: Final = b"sd1q"
NONCE_TAG: Final = b"sd1n"
NONCE_BYTES: Final = 16
SCOPES_CAP: Final = 64
_LENGTH_BYTES: Final = 4
_TIME_CAP_MS: Final = 1 << 48

Vector = tuple[bytes, bytes, list[int]]
"""What is held, stream by stream, as `format/vector.py` writes it."""


class Hello(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """Who asks, and what they have.

    Attributes:
        version: of this conversation; 1.
        device: the id of the device's certificate, 16 bytes.
        time_ms: the device's clock, which is data and never a reason to refuse.
        digest: of all that the device holds in its scopes, what it is sending now included; 16 bytes.
        scopes: what it holds and asks for; digest and vector are of these alone.
        vector: what it holds, stream by stream; None where that would be longer than the news.
        rest: blake2b-16 over the frames that follow, None when there are none.
        signature: the device's Ed25519 over `signed_part`.
    """

    version: int
    device: bytes
    time_ms: int
    digest: bytes
    scopes: tuple[str, ...]
    vector: Vector | None
    rest: bytes | None
    signature: bytes


class ReplyHead(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """What the answering side holds, read from what it has committed.

    Attributes:
        version: of this conversation; 1.
        time_ms: the answering side's clock.
        digest: of all that it holds in the scopes of who asks, 16 bytes.
        vector: the same, stream by stream; None where who asks has no use for it.
    """

    version: int
    time_ms: int
    digest: bytes
    vector: Vector | None


class FrameReader:
    """Cuts arriving bytes into frames, however the line cut them."""

    def __init__(self, *, frame_cap: int = FRAME_CAP, body_cap: int = BODY_CAP) -> None:
        self._held = bytearray()
        self._frame_cap = frame_cap
        self._left = body_cap

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Takes the next bytes; yields the frames that are complete now.

        Raises:
            BadMessageError: a frame, or all of them together, would be longer than allowed.
        """
        self._left -= len(chunk)
        if self._left < 0:
            raise BadMessageError("a body over the cap")
        self._held += chunk
        return self._complete()

    def _complete(self) -> Iterator[bytes]:
        while len(self._held) >= _LENGTH_BYTES:
            length = int.from_bytes(self._held[:_LENGTH_BYTES], "big")
            if length > self._frame_cap:
                raise BadMessageError("a frame over the cap")
            end = _LENGTH_BYTES + length
            if len(self._held) < end:
                return
            frame = bytes(self._held[_LENGTH_BYTES:end])
            del self._held[:end]
            yield frame

    @property
    def empty(self) -> bool:
        """Whether no frame is left half read."""
        return not self._held


def framed(content: bytes) -> bytes:
    """One frame: its length and its bytes."""
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content


def frames_of(body: bytes) -> tuple[bytes, ...]:
    """All frames of a whole message.

    Raises:
        BadMessageError: it is cut, or over a cap.
    """
    reader = FrameReader()
    frames = tuple(reader.feed(body))
    if not reader.empty:
        raise BadMessageError("a message cut in the middle of a frame")
    return frames


def fingerprint_of(frames: Iterable[bytes]) -> bytes | None:
    """The `rest` of a hello: blake2b-16 over the frames after it, lengths included; None without any."""
    fingerprint = Fingerprint()
    for frame in frames:
        fingerprint.add(frame)
    return fingerprint.value


class Fingerprint:
    """The `rest` of a hello, taken frame by frame as they arrive."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)
        self._any = False

    def add(self, frame: bytes) -> None:
        """Takes the next frame in."""
        self._any = True
        self._hash.update(framed(frame))

    @property
    def value(self) -> bytes | None:
        """Of all frames so far; None before the first."""
        return self._hash.digest() if self._any else None


def signed_part(hello: Hello, *, method: str, path: str, nonce: bytes) -> bytes:
    """What a device signs to ask: method, path, the nonce that is due, and every other field of the hello."""
    unsigned = msgspec.structs.replace(hello, signature=b"")
    return msgspec.msgpack.encode((REQUEST_TAG, method, path, nonce, unsigned))


def first_nonce(school_id: str, device: bytes) -> bytes:
    """The nonce of a device's very first request to a replica of its school."""
    return _nonce(school_id.encode() + device)


def next_nonce(nonce: bytes, signature: bytes) -> bytes:
    """The nonce that is due after a request was accepted: both sides know it without a byte being sent."""
    return _nonce(nonce + signature)


def _nonce(content: bytes) -> bytes:
    return hashlib.blake2b(NONCE_TAG + content, digest_size=NONCE_BYTES).digest()


def read_hello(frame: bytes) -> Hello:
    """Reads the first frame of a request.

    Raises:
        BadMessageError: it is no hello, or of another version.
    """
    hello = _decoded(frame, Hello)
    sizes = (len(hello.device), len(hello.digest), len(hello.signature))
    if hello.version != VERSION or sizes != (16, 16, 64) or not 0 <= hello.time_ms < _TIME_CAP_MS:
        raise BadMessageError("a hello of an unknown shape")
    if len(hello.scopes) > SCOPES_CAP or not all(map(str.isprintable, hello.scopes)):
        raise BadMessageError("a hello with strange scopes")
    if hello.rest is not None and len(hello.rest) != 16:
        raise BadMessageError("a hello of an unknown shape")
    return hello


def read_reply_head(frame: bytes) -> ReplyHead:
    """Reads the first frame of a reply.

    Raises:
        BadMessageError: it is no reply, or of another version.
    """
    head = _decoded(frame, ReplyHead)
    if head.version != VERSION or len(head.digest) != 16 or not 0 <= head.time_ms < _TIME_CAP_MS:
        raise BadMessageError("a reply of an unknown shape")
    return head


_Message = TypeVar("_Message", Hello, ReplyHead)


def encoded(message: Hello | ReplyHead) -> bytes:
    """A message as the content of its frame."""
    return msgspec.msgpack.encode(message)


def _decoded(frame: bytes, kind: type[_Message]) -> _Message:
    try:
        return msgspec.msgpack.decode(frame, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessageError(f"a message that cannot be read: {error}") from error
