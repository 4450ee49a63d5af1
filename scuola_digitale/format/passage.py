"""A pupil's passage to another site or school: what goes along, and the signed and sealed file that carries it."""

from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

import msgspec

from scuola_digitale.domain.photos import LONGEST_PHOTO_BYTES
from scuola_digitale.format.certificates import Certificate, read_certificate
from scuola_digitale.format.compression import compress, decompress
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.letters import draw_letters, read_letters, shown_letters
from scuola_digitale.format.signing import blake, id_of, is_signed, sign

MAGIC: Final = b"sd1p"
FILE_CAP: Final = 16 << 20
OPEN_CAP: Final = 64 << 20
"""The longest file, and the most that it may hold: many school years of one pupil."""

CODE_LETTERS: Final = 16
"""80 random bits: nobody guesses them, so no slow hash stands before them."""

_NONCE_BYTES = 24
_Id = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_Key = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_Words = Annotated[str, msgspec.Meta(max_length=400)]


class BadPassageError(Exception):
    """A file or a package is no passage, or was changed; the reason is in English, for the log."""


class Carried(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One fact that goes along.

    Attributes:
        kind: the number of its kind.
        at_ms: when it was written.
        subject: its subject, or None.
        fields: its body's plain fields, as in a row, without what is sealed, author and signature.
        words: the sealed value, opened; None where nothing was sealed.
        sealed: whether it was.
        author: who signed a staff fact, None for a pupil's.
    """

    kind: int
    at_ms: Annotated[int, msgspec.Meta(ge=0, lt=2**48)]
    subject: str | None
    fields: list[Any]
    words: str | list[str] | None
    sealed: bool
    author: _Id | None


class Passage(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What goes along with a pupil.

    Attributes:
        bundle: the package's name, 16 random bytes.
        made_ms: when it was packed.
        root_key: the root of the school that they leave.
        place: that school or site, as people say it.
        site: the scope that they leave.
        person: their id there.
        name, grade, avatar: how they stand in the roster.
        authors: how each author is called, by id.
        facts: earliest first.
        photo: their photo; a package of somebody without one has no such place, so that older programs read it.
    """

    version: Literal[1]
    bundle: _Id
    made_ms: Annotated[int, msgspec.Meta(ge=0, lt=2**48)]
    root_key: _Key
    place: _Words
    site: _Words
    person: _Id
    name: _Words
    grade: _Words
    avatar: _Words
    authors: list[tuple[_Id, _Words]]
    facts: list[Carried]
    photo: Annotated[bytes, msgspec.Meta(max_length=LONGEST_PHOTO_BYTES)] = b""

    @property
    def school(self) -> bytes:
        """The id of the school that they leave."""
        return id_of(self.root_key)


def pack(passage: Passage) -> bytes:
    """The package, compressed; sealed it is by whoever sends it."""
    fields = [getattr(passage, name) for name in passage.__struct_fields__]
    return compress(msgspec.msgpack.encode(fields if passage.photo else fields[:-1]))


def unpack(data: bytes) -> Passage:
    """The passage in a package.

    Raises:
        BadPassageError: it holds none.
    """
    try:
        return msgspec.msgpack.decode(decompress(data, OPEN_CAP), type=Passage)
    except (BadSegmentError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadPassageError("not a package") from error


def seal_file(
    passage: Passage, *, certificate: bytes, seed: bytes, random: Callable[[int], bytes]
) -> tuple[bytes, str]:
    """A file for another school, signed by a member of staff, and the code that opens it, as it is told.

    `sd1p | salt (16) | nonce | XSalsa20-Poly1305([package, certificate, signature])`; the key is
    `H("sd1p key" | salt | code)`, the signature is over `"sd1p" | package`.
    """
    from nacl.secret import SecretBox  # late: PyNaCl would delay the window's first paint

    package = pack(passage)
    code = draw_letters(CODE_LETTERS, random)
    salt = random(16)
    signed = msgspec.msgpack.encode([package, certificate, sign(seed, MAGIC + package)])
    box = SecretBox(_key(code, salt)).encrypt(signed, random(_NONCE_BYTES))
    return MAGIC + salt + bytes(box), shown_letters(code)


def open_file(data: bytes, code: str) -> tuple[Passage, Certificate]:
    """The passage in a file, and the certificate of who signed it, by the root that the passage names.

    Whether that root is the school's that it says, people find out by its six digits.

    Raises:
        BadPassageError: the code does not open it, or it was changed.
    """
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    if len(data) > FILE_CAP or data[: len(MAGIC)] != MAGIC:
        raise BadPassageError("not a passage")
    salt, box = data[len(MAGIC) : len(MAGIC) + 16], data[len(MAGIC) + 16 :]
    try:
        signed = SecretBox(_key(read_letters(code), salt)).decrypt(box)
        package, certificate, signature = msgspec.msgpack.decode(signed, type=tuple[bytes, bytes, bytes])
    except (CryptoError, ValueError, msgspec.MsgspecError) as error:
        raise BadPassageError("the code does not open it") from error
    passage = unpack(package)
    try:
        signer = read_certificate(certificate, passage.root_key)
    except BadCertificateError as error:
        raise BadPassageError("signed by nobody of that school") from error
    if signer.is_device or not is_signed(signer.signing_key, MAGIC + package, signature):
        raise BadPassageError("signed by nobody of that school")
    return passage, signer


def _key(code: str, salt: bytes) -> bytes:
    return blake(b"sd1p key" + salt + code.encode("ascii"), 32)
