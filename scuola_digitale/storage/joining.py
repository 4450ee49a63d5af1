"""Joining a school: a new laptop asks with its public keys, and is answered with a box that it alone can open."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.boxes import box_up, unbox
from scuola_digitale.format.certificates import read_certificate
from scuola_digitale.format.errors import BadCertificateError, MissingKeyError
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.signing import blake, id_of, is_signed, public_box_key, public_key, sign
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import AlreadyInSchoolError
from scuola_digitale.storage.identity import (
    FILE,
    WAITING,
    new_identity,
    write_identity,
    write_private,
    write_school_keys,
)
from scuola_digitale.storage.office import Office
from scuola_digitale.storage.school_store import School
from scuola_digitale.words import say

REQUEST_CAP = 1024
ANSWER_CAP = 16 << 20
_HISTORY_BYTES = 8 << 20
"""About how much of the school's facts an answer brings along; the rest comes with the first exchange."""

_Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class BadJoiningError(ScuolaError):
    """A request or an answer cannot be read, or is not for this laptop; `reason` is for the log, in English."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            say("Questo file di ingresso è rovinato, o è per un altro portatile."),
            remedy=say("Ricomincia dal portatile nuovo: prepara di nuovo la richiesta e portala al tecnico."),
        )
        self.reason = reason


class JoinRequest(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a new laptop asks with: two public keys, and its signature over both. No name, nothing secret."""

    version: Literal[1]
    signing_key: _Bytes32
    box_key: _Bytes32
    signature: bytes

    @property
    def device(self) -> bytes:
        """The id that the laptop will have."""
        return id_of(self.signing_key)

    @property
    def digits(self) -> str:
        """Six digits that both screens show: who compares them knows that nobody changed the file on the way."""
        return _digits(b"sd1j" + self.signing_key + self.box_key)


class Region(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a new laptop is told of the school's region.

    Attributes:
        address: of its server.
        pack_root: its root of trust for packs, as `sync.packs.trust` keeps it; empty where it is not known.
    """

    address: Annotated[str, msgspec.Meta(max_length=2_000)]
    pack_root: Annotated[bytes, msgspec.Meta(max_length=64 << 10)] = b""


class Admission(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What is in the box for a new laptop.

    Attributes:
        root_key: the school's public root.
        plesso: the id of its site.
        label: how people will call the laptop.
        school_keys: the sealing keys, the one in use first.
        certificate: its own.
        segments: the school's facts so far.
        region: None for a school without one; left out of the bytes then, as it was before there was this field.
    """

    version: Literal[1]
    root_key: _Bytes32
    plesso: str
    label: str
    school_keys: Annotated[list[_Bytes32], msgspec.Meta(min_length=1)]
    certificate: bytes
    segments: list[bytes]
    region: Region | None = None

    @property
    def packed(self) -> bytes:
        """The bytes of it."""
        fields = [getattr(self, name) for name in self.__struct_fields__]
        return msgspec.msgpack.encode(fields if self.region is not None else fields[:-1])

    @property
    def digits(self) -> str:
        """Six digits of the school, the same on all its laptops."""
        return school_digits(self.root_key)


class _Waiting(msgspec.Struct, frozen=True, array_like=True):
    """The secret seeds of a laptop that has asked and not been answered yet."""

    version: Literal[1]
    device_seed: _Bytes32
    box_seed: _Bytes32


def school_digits(root_key: bytes) -> str:
    """Six digits by which people tell that two laptops are of the same school."""
    return _digits(b"sd1z" + root_key)


def _digits(data: bytes) -> str:
    digits = f"{int.from_bytes(blake(data, 8), 'big') % 1_000_000:06d}"
    return f"{digits[:3]} {digits[3:]}"


def ask_to_join(folder: Path, random: Callable[[int], bytes]) -> bytes:
    """The request of the laptop with this data folder; the same one as long as it waits for an answer.

    Raises:
        AlreadyInSchoolError: it is in a school.
    """
    if (folder / FILE).exists():
        raise AlreadyInSchoolError
    waiting = _waiting(folder)
    if waiting is None:
        waiting = _Waiting(1, random(32), random(32))
        folder.mkdir(parents=True, exist_ok=True)
        write_private(folder / WAITING, msgspec.msgpack.encode(waiting))
    keys = public_key(waiting.device_seed), public_box_key(waiting.box_seed)
    signature = sign(waiting.device_seed, b"sd1j" + keys[0] + keys[1])
    return msgspec.msgpack.encode(JoinRequest(1, *keys, signature))


def read_request(data: bytes) -> JoinRequest:
    """Reads a request, believed in nothing.

    Raises:
        BadJoiningError: this is none, or its signature is wrong.
    """
    if len(data) > REQUEST_CAP:
        raise BadJoiningError("a request is short")
    try:
        request = msgspec.msgpack.decode(data, type=JoinRequest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadJoiningError("not a request") from error
    if not is_signed(request.signing_key, b"sd1j" + request.signing_key + request.box_key, request.signature):
        raise BadJoiningError("not signed by the laptop that asks")
    return request


def admit(
    school: School,
    office: Office,
    request: JoinRequest,
    label: str,
    *,
    site: str = "",
    region: Region | None = None,
) -> bytes:
    """Admits a laptop and packs its answer, from this laptop's memory.

    With `site`, the id of another site of the school, it brings what the whole school shares and nothing of this site.
    `region` is what it is told of that.
    """
    plesso = site or school.identity.plesso
    certificate = office.admit_device(
        signing_key=request.signing_key, box_key=request.box_key, label=label, plesso=plesso
    )
    school.replica.sign_heads()
    scopes = school.replica.scopes() if plesso == school.identity.plesso else (SCHOOL_SCOPE,)
    admission = Admission(
        1,
        school.identity.root_key,
        plesso,
        label,
        list(school.school_keys),
        certificate,
        school.replica.segments_after(PeerVector({}), scopes, _HISTORY_BYTES),
        region,
    )
    box = box_up(admission.packed, request.box_key, office.random)
    return msgspec.msgpack.encode([1, request.device, box])


def open_answer(folder: Path, answer: bytes) -> Admission:
    """What a laptop that waits was answered; nothing is written yet, so that people can compare digits first.

    Raises:
        BadJoiningError: it is for another laptop, damaged, or not of one school.
    """
    waiting = _waiting(folder)
    if waiting is None or len(answer) > ANSWER_CAP:
        raise BadJoiningError("this laptop waits for no such answer")
    try:
        _, device, box = msgspec.msgpack.decode(answer, type=tuple[Literal[1], bytes, bytes])
        admission = msgspec.msgpack.decode(unbox(box, waiting.box_seed), type=Admission)
        certificate = read_certificate(admission.certificate, admission.root_key)
    except (msgspec.MsgspecError, UnicodeDecodeError, MissingKeyError, BadCertificateError) as error:
        raise BadJoiningError("the answer does not open here") from error
    ours = id_of(public_key(waiting.device_seed))
    if not (device == ours == certificate.subject_id and certificate.is_device):
        raise BadJoiningError("the certificate is another laptop's")
    return admission


def join(folder: Path, admission: Admission, *, clock: Clock, random: Callable[[int], bytes]) -> School:
    """Makes the laptop one of the school, with its facts so far, and opens it; whoever calls closes it.

    After a cut in the middle it may be done again from the same answer.
    """
    waiting = _waiting(folder)
    if waiting is None:
        raise BadJoiningError("this laptop waits for no answer")
    write_school_keys(folder, list(admission.school_keys))
    seeds = waiting.device_seed, waiting.box_seed
    identity = new_identity(
        seeds=seeds, root_key=admission.root_key, plesso=admission.plesso, label=admission.label
    )
    write_identity(folder, identity)
    school = School.open(folder, clock=clock, random=random)
    _take_history(school, admission.segments)
    # In its own stream too: whoever meets this laptop first learns from itself that it belongs.
    school.record([CertificateIssued(certificate=admission.certificate)])
    (folder / WAITING).unlink()
    return school


def _take_history(school: School, segments: Sequence[bytes]) -> None:
    if segments:
        school.replica.take(segments, school.replica.scopes())


def _waiting(folder: Path) -> _Waiting | None:
    try:
        return msgspec.msgpack.decode((folder / WAITING).read_bytes(), type=_Waiting)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None
