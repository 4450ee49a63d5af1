"""A school's own packs: what a teacher's offer says, which offers count, and under whose name they stand."""

import re
from collections.abc import Iterable
from typing import Annotated, Final

import msgspec

from scuola_digitale.domain.school_terms import Area

_PUBLISHER = "scuola-"
_OF_A_SCHOOL: Final = re.compile(rf"{_PUBLISHER}[0-9a-f]{{32}}")

_Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=0, le=2**40)]


def school_publisher(school_id: str) -> str:
    """The publisher of a school's own packs, from its pseudonym (32 hexadecimal characters)."""
    return f"{_PUBLISHER}{school_id}"


def is_school_publisher(publisher: str) -> bool:
    """Whether a name is kept for the packs of some school: no region and no folder may bear it."""
    return _OF_A_SCHOOL.fullmatch(publisher) is not None


class PackOffer(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer says.

    Attributes:
        name: of the pack, behind the publisher's slash.
        manifest: the fingerprint of its manifest.
        index: the fingerprint of the sealed index, which names every sealed piece.
        index_size: bytes of that.
        size: bytes of all sealed pieces.
    """

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\Z")]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    area: Area
    edition: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    lessons: _Count
    manifest: _Sha256
    index: _Sha256
    index_size: _Count
    size: _Count

    def to_text(self) -> str:
        """The words that are sealed into the fact."""
        return msgspec.json.encode(self, order="sorted").decode()


def read_offer(text: str) -> PackOffer | None:
    """The offer in a text; None for what is none."""
    try:
        return msgspec.json.decode(text, type=PackOffer)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


class OfferedPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that a teacher offers to the school.

    Attributes:
        key: as in `PackOffered`.
        author: the teacher's id.
        first_ms: when it was offered the first time.
        offered_ms: when the edition that counts was.
        offer: what it says; None as long as no key here opens it.
    """

    key: str
    author: bytes
    first_ms: int
    offered_ms: int
    offer: PackOffer | None


def standing(packs: Iterable[OfferedPack]) -> tuple[OfferedPack, ...]:
    """The packs that count, in order of their first offer; of two that bear one name the earlier, on every laptop."""
    taken: set[str] = set()
    found = []
    for pack in sorted(packs, key=lambda one: (one.first_ms, one.key)):
        name = pack.offer.name if pack.offer else None
        if name is not None and name in taken:
            continue
        taken |= {name} if name is not None else set()
        found.append(pack)
    return tuple(found)
