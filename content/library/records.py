"""What the library says of what it holds."""

import msgspec

from content.pack_head import PackHead
from scuola_digitale.domain.lesson import AnyBlock, LessonHead, Note, Term


class InstalledPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack on this laptop.

    Attributes:
        sha256: the fingerprint of its manifest, its identity.
        size: bytes of its stored files.
        lessons: how many it brings.
        files: how many it holds.
        searchable: whether the search already knows this edition.
    """

    head: PackHead
    sha256: str
    size: int
    lessons: int
    files: int
    searchable: bool


class Theme(msgspec.Struct, frozen=True):
    """What several grades can work on together: the lessons that share a theme, in order of grade."""

    name: str
    lessons: tuple[LessonHead, ...]


class LessonBody(msgspec.Struct, frozen=True):
    """A compiled lesson without its head, which the manifest gives."""

    blocks: tuple[AnyBlock, ...]
    notes: tuple[Note, ...]
    terms: tuple[Term, ...]
