"""The school introduces itself to a region: a code from the region, and the public key of the school's root.

POST /schools     mp[1, code, root key, Ed25519_root("sd1w" | code | root key)]
201 mp[1, root]   the region knows the school now, or knew it already by this code; its first root for packs, or empty
403 code-refused  the code is wrong, too old, or was used by another school
"""

from collections.abc import Callable
from typing import Annotated, Final, Literal

import msgspec

from scuola_digitale.format.letters import read_letters
from scuola_digitale.format.signing import blake, is_signed
from scuola_digitale.words import say
from sync.errors import (
    BadMessageError,
    RegionAnswersRubbishError,
    RegionBrokenError,
    RegionBusyError,
    SyncError,
)
from sync.line import Answer, Line

REGISTRATION_PATH: Final = "/schools"
REGISTRATION_CAP: Final = 512
CODE_LENGTH: Final = 16
"""Letters of a code: 80 bits."""

_LATER_SECONDS: Final = 60.0
_WELCOME_CAP: Final = 1 << 17


class CodeRefusedError(SyncError):
    """The region does not take the code."""

    def __init__(self) -> None:
        super().__init__(
            say("La regione non accetta questo codice."),
            remedy=say(
                "Vale tre giorni e una volta sola: controlla di averlo scritto bene, o chiedine uno nuovo."
            ),
        )


class Registration(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a school shows a region; the signature says that it holds the root's secret key."""

    version: Literal[1]
    code: Annotated[str, msgspec.Meta(max_length=CODE_LENGTH)]
    root_key: Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
    signature: bytes


def code_hash(code: str) -> bytes:
    """What a region keeps of a code: 80 random bits need no slow hash."""
    return blake(b"sd1v" + code.encode(), 32)


def read_code(words: str) -> str:
    """A code however it was written: small letters, spaces, an O for a 0.

    Raises:
        CodeRefusedError: these are not its sixteen letters.
    """
    code = read_letters(words)
    if len(code) != CODE_LENGTH:
        raise CodeRefusedError
    return code


def registration_of(words: str, root_key: bytes, prove: Callable[[bytes], bytes]) -> bytes:
    """The bytes with which a school shows a code.

    Args:
        words: the code as it was written.
        root_key: the root's public key.
        prove: the root's signature over `"sd1w" | its argument`.

    Raises:
        CodeRefusedError: it cannot be a code.
    """
    code = read_code(words)
    signature = prove(code.encode() + root_key)
    return msgspec.msgpack.encode(Registration(1, code, root_key, signature))


def read_registration(data: bytes) -> Registration:
    """Reads what a school shows, believed in nothing.

    Raises:
        BadMessageError: it cannot be read, or is not signed by the root that it names.
    """
    try:
        registration = msgspec.msgpack.decode(data, type=Registration)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadMessageError("not a registration") from error
    part = b"sd1w" + registration.code.encode() + registration.root_key
    if not is_signed(registration.root_key, part, registration.signature):
        raise BadMessageError("not signed by the root that it names")
    return registration


class Welcome(msgspec.Struct, frozen=True, array_like=True):
    """What a region answers a school that it knows now: its first root of trust for packs, empty where it has none."""

    version: Literal[1]
    pack_root: Annotated[bytes, msgspec.Meta(max_length=64 << 10)] = b""


def register(region_url: str, registration: bytes, *, open_line: Callable[[str], Line]) -> bytes:
    """Shows a region the code and waits for its word; may be repeated. Gives the region's root of trust for packs.

    The root is as sure as the line that the code goes over; empty where the region has no packs.

    Raises:
        CodeRefusedError: the region does not take the code.
        SyncError: the line, or the region, failed.
    """
    line = open_line(region_url)
    try:
        with line.post(REGISTRATION_PATH, iter([registration]), len(registration)) as answer:
            if answer.status == 201:
                return _pack_root(answer)
            if answer.status in {429, 503}:
                raise RegionBusyError(_LATER_SECONDS)
            if answer.status >= 500:
                raise RegionBrokenError
            raise CodeRefusedError if answer.problem() == "code-refused" else RegionAnswersRubbishError()
    finally:
        line.close()


def _pack_root(answer: Answer) -> bytes:
    body = bytearray()
    for chunk in answer.chunks:
        body += chunk
        if len(body) > _WELCOME_CAP:
            return b""
    try:
        return msgspec.msgpack.decode(body, type=Welcome).pack_root
    except msgspec.MsgspecError:
        # The school is registered all the same; packs wait until somebody says whom to believe.
        return b""
