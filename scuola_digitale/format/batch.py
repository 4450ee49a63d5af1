"""Segments that arrive together: the certificates inside them are learned first, then the heads verified."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from scuola_digitale.format.canonical import decode
from scuola_digitale.format.certificates import Certificate, read_valid
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.kinds import CERTIFICATE_ISSUED, SCHOOL_SCOPE
from scuola_digitale.format.segment import ReadSegment, parse_segment, verify_segment


class Refusal(msgspec.Struct, frozen=True):
    """A segment that was not taken: its place in the batch, from 0, and why, in English for the log."""

    place: int
    reason: str


class Batch(msgspec.Struct, frozen=True):
    """What came in together.

    Attributes:
        segments: those whose chain and head are good, in the order of arrival, with their place.
        refused: the others.
        certificates: what the segments brought, root-signed, by owner's id; not yet stored.
    """

    segments: Sequence[tuple[int, ReadSegment]]
    refused: Sequence[Refusal]
    certificates: Mapping[bytes, Certificate]


def read_batch(
    datas: Iterable[bytes], *, root_key: bytes, device_key: Callable[[bytes], bytes | None]
) -> Batch:
    """Reads segments that came in one request or from one stick.

    A laptop's own certificate travels in its own stream, so the head over it can be verified only with what
    is inside: certificates need no one to vouch for them, the root's signature does.

    Args:
        datas: segments' bytes, believed in nothing.
        root_key: the public key (32 bytes) of the root of the school they are said to be of.
        device_key: the signing key of a device already known, or None.
    """
    parsed: list[tuple[int, ReadSegment]] = []
    refused: list[Refusal] = []
    for place, data in enumerate(datas):
        try:
            parsed.append((place, parse_segment(data)))
        except BadSegmentError as error:
            refused.append(Refusal(place, error.reason))
    certificates = read_valid(_certificates_in(segment for _, segment in parsed), root_key)
    good = []
    for place, segment in parsed:
        try:
            verify_segment(segment, _key(segment.stream.device, certificates, device_key))
        except BadSegmentError as error:
            refused.append(Refusal(place, error.reason))
        else:
            good.append((place, segment))
    return Batch(good, refused, certificates)


def _certificates_in(segments: Iterable[ReadSegment]) -> Iterable[bytes]:
    for segment in segments:
        if segment.stream.scope != SCHOOL_SCOPE:
            continue
        for row in segment.rows:
            if isinstance(row, FactRow) and row.kind == CERTIFICATE_ISSUED:
                yield from (data for data in decode(row.body)[:1] if isinstance(data, bytes))


def _key(
    device: bytes, certificates: Mapping[bytes, Certificate], device_key: Callable[[bytes], bytes | None]
) -> bytes | None:
    known = device_key(device)
    if known is not None:
        return known
    certificate = certificates.get(device)
    return certificate.signing_key if certificate is not None and certificate.is_device else None
