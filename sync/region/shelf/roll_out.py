"""A new edition reaches some schools first: a part of them, or some by name; all when it has proved good."""

from collections.abc import Iterable

import msgspec

from sync.packs.catalogue import ALL, OfferedPack, school_mark
from sync.region.shelf.errors import NotPublishedError
from sync.region.shelf.shelf import PackShelf


def roll_out(
    shelf: PackShelf, pack_id: str, *, edition: int, percent: int, school_ids: Iterable[str] = ()
) -> OfferedPack:
    """Says to whom an edition is offered from now on; the online key is enough.

    Args:
        shelf: where it stands.
        pack_id: `PUBLISHER/NAME`.
        edition: which of its editions; 0 for the newest.
        percent: to how many schools in a hundred; 0 takes it back from all but the named.
        school_ids: pseudonyms of schools that have it in any case.

    Raises:
        NotPublishedError: it is not on the shelf in this edition.
        ShelfMissingError, ShelfBusyError, KeyMissingError: the shelf cannot be changed.
    """
    marks = tuple(sorted(school_mark(pack_id, school) for school in school_ids))
    with shelf.changing():
        pack = shelf.catalogue().pack(pack_id)
        if pack is None:
            raise NotPublishedError(pack_id)
        wanted = edition or max(offer.edition for offer in pack.offers)
        if wanted not in {offer.edition for offer in pack.offers}:
            raise NotPublishedError(pack_id)
        offers = tuple(
            msgspec.structs.replace(offer, percent=percent, schools=marks if percent < ALL else ())
            if offer.edition == wanted
            else offer
            for offer in pack.offers
        )
        changed = msgspec.structs.replace(pack, offers=offers)
        shelf.put_in_catalogue(changed)
    return changed
