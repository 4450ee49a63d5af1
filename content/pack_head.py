"""The card of a pack: who publishes it, what it is about, which edition it is."""

import msgspec

from scuola_digitale.domain.school_terms import Area


class PackHead(msgspec.Struct, frozen=True, kw_only=True):
    """What `pacchetto.yml` says, and the manifest repeats.

    Attributes:
        pack_id: `PUBLISHER/NAME`: the publisher is a name space, so nobody's pack stands in for another's.
        edition: grows by one or more at each publication.
        language: BCP 47 tag.
        licence: SPDX identifier.
    """

    pack_id: str
    title: str
    area: Area
    edition: int = 1
    language: str = "it"
    licence: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""

    @property
    def publisher(self) -> str:
        """The part of `pack_id` before the slash."""
        return self.pack_id.split("/")[0]
