"""The catalogue: what the region offers, to whom, in one compressed file that the region signs.

It helps to choose and nothing more: what is installed is believed for its own signature, made by its area's key.
"""

import hashlib
from typing import Annotated

import msgspec

from content.packing.manifest import MAX_EDITION, MAX_TITLE, Sha256
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.format.compression import compress, decompress
from scuola_digitale.format.errors import BadSegmentError

TARGET = "catalogo"
"""Its name among the signed targets, and the name of the role that signs it."""

MAX_CATALOGUE_BYTES = 8 << 20
MAX_UNPACKED_BYTES = 64 << 20
"""Some hundred thousand packs."""

ALL = 100
_Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9-]{0,63}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=0, le=2**50)]


class CatalogueError(ValueError):
    """The catalogue's bytes are no catalogue: for the log, the caller says it in words."""


class Offer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An edition on offer.

    Attributes:
        sha256: the fingerprint of its manifest.
        size: bytes of all its stored files.
        percent: to how many schools in a hundred; the same schools stay in as it grows.
        schools: marks (`school_mark`) of schools that have it in any case.
    """

    edition: Annotated[int, msgspec.Meta(ge=1, le=MAX_EDITION)]
    sha256: Sha256
    size: _Count
    lessons: _Count
    files: _Count
    percent: Annotated[int, msgspec.Meta(ge=0, le=ALL)] = ALL
    schools: tuple[str, ...] = ()

    def reaches(self, pack_id: str, school_id: str) -> bool:
        """Whether a school (its pseudonym, or empty for none) is among those it is for."""
        if self.percent == ALL:
            return True
        if not school_id:
            return False
        return school_mark(pack_id, school_id) in self.schools or _turn(pack_id, school_id) < self.percent


class OfferedPack(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pack in the catalogue, with its editions, the newest first."""

    pack_id: _Name
    area: Area
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_TITLE)]
    description: str = ""
    offers: tuple[Offer, ...]

    def offers_for(self, school_id: str) -> tuple[Offer, ...]:
        """The editions that are for this school, the newest first."""
        fitting = (offer for offer in self.offers if offer.reaches(self.pack_id, school_id))
        return tuple(sorted(fitting, key=lambda offer: -offer.edition))

    def offer_for(self, school_id: str) -> Offer | None:
        """The newest edition that is for this school, or None."""
        return next(iter(self.offers_for(school_id)), None)


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on offer, by pack id."""

    format: int = 1
    packs: tuple[OfferedPack, ...] = ()

    def pack(self, pack_id: str) -> OfferedPack | None:
        """One pack, or None."""
        return next((pack for pack in self.packs if pack.pack_id == pack_id), None)

    def with_pack(self, pack: OfferedPack) -> "Catalogue":
        """The catalogue with this pack new, or in place of what stood under its id."""
        others = (other for other in self.packs if other.pack_id != pack.pack_id)
        return Catalogue(packs=tuple(sorted((*others, pack), key=lambda one: one.pack_id)))

    def to_bytes(self) -> bytes:
        """The compressed bytes that are signed."""
        return compress(msgspec.json.encode(self))


def read_catalogue(data: bytes) -> Catalogue:
    """The catalogue in `data`, which the region has signed.

    Raises:
        CatalogueError: it is none, or of a later format, or of an unreasonable size.
    """
    try:
        catalogue = msgspec.json.decode(decompress(data, MAX_UNPACKED_BYTES), type=Catalogue)
    except (BadSegmentError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CatalogueError(str(error)) from error
    if catalogue.format != 1:
        raise CatalogueError("a later format")
    return catalogue


def target_path(area: Area, pack_id: str, edition: int) -> str:
    """The name of an edition among the signed targets; its area's key signs all that begins with the area."""
    return f"{area}/{pack_id}/{edition}"


def school_mark(pack_id: str, school_id: str) -> str:
    """How a named school stands in the catalogue: not even its pseudonym is told to the others."""
    return hashlib.blake2b(f"{pack_id} {school_id}".encode(), digest_size=8, person=b"mark").hexdigest()


def _turn(pack_id: str, school_id: str) -> int:
    """When a school's turn comes, from 0 to 99: another for each pack, so that nobody is always first."""
    digest = hashlib.blake2b(f"{pack_id} {school_id}".encode(), digest_size=8, person=b"turn").digest()
    return int.from_bytes(digest) % ALL
