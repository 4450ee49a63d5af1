"""What an edition would bring, before a byte of it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from content.library.errors import UnknownPackError
from content.pack_head import PackHead
from content.packing.manifest import Manifest, Stored

if TYPE_CHECKING:  # the window shows differences long before it opens a library
    from content.library.library import Library


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Between what is installed and an edition on offer.

    Attributes:
        head: the pack on offer.
        installed: the edition that is here; None for none.
        new, changed, gone: titles of lessons, in their order.
        blobs: what has to come, lessons first, the largest last.
        size: bytes of these.
        whole_size: bytes of the whole pack.
    """

    head: PackHead
    installed: int | None
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    blobs: tuple[Stored, ...]
    size: int
    whole_size: int

    @property
    def is_nothing(self) -> bool:
        """Whether the very same edition is here, whole."""
        return self.installed == self.head.edition and not self.blobs


def difference_here(library: "Library", offered: Manifest) -> Difference:
    """What has to come for `offered` to be installed in a library."""
    try:
        installed = library.manifest(offered.pack.pack_id)
    except UnknownPackError:
        installed = None
    return difference(offered, installed, library.holds)


def difference(offered: Manifest, installed: Manifest | None, holds: Callable[[Stored], bool]) -> Difference:
    """What has to come for `offered` to be installed.

    Args:
        offered: the manifest of the edition on offer.
        installed: that of the edition that is here.
        holds: whether the library has a blob already, for this pack or another.
    """
    stored = {file.stored.sha256: file.stored for file in offered.files}
    blobs = sorted(
        (blob for blob in stored.values() if not holds(blob)),
        key=lambda blob: (blob.encoding == "identity", blob.size),
    )
    before, after = _lessons(installed), _lessons(offered)
    return Difference(
        head=offered.pack,
        installed=installed.pack.edition if installed else None,
        new=tuple(title for ref, (title, _) in after.items() if ref not in before),
        changed=tuple(
            title for ref, (title, text) in after.items() if ref in before and before[ref][1] != text
        ),
        gone=tuple(title for ref, (title, _) in before.items() if ref not in after),
        blobs=tuple(blobs),
        size=sum(blob.size for blob in blobs),
        whole_size=sum(blob.size for blob in stored.values()),
    )


def _lessons(manifest: Manifest | None) -> dict[str, tuple[str, str]]:
    """Each lesson's title and the fingerprint of its text."""
    if manifest is None:
        return {}
    texts = {file.path: file.sha256 for file in manifest.files}
    return {head.ref: (head.title, texts[head.path]) for head in manifest.lessons}
