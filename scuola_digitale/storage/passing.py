"""Between two sites of one school a pupil's package travels as facts, sealed, in the scope that every site holds."""

from collections.abc import Iterator

import msgspec

from scuola_digitale.domain.facts import PersonId, PupilSent
from scuola_digitale.domain.folding import Order, Said
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.passage import BadPassageError, Passage, pack, unpack
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.storage.packing_up import Packed, pack_up

PIECE_BYTES = 12_000
"""What one fact carries of a package."""


class Arrival(msgspec.Struct, frozen=True):
    """Somebody who was sent here: what they bring, and when they were sent."""

    passage: Passage
    sent_ms: int


def send(opened: OpenedMemory, person: PersonId) -> Packed:
    """Sends a pupil to whichever site welcomes them; see `OpenedMemory.send`."""
    packed = pack_up(opened, person)
    data = pack(packed.passage)
    pieces = [data[start : start + PIECE_BYTES] for start in range(0, len(data), PIECE_BYTES)]
    facts = [
        PupilSent(
            person=person,
            site=packed.passage.site,
            bundle=packed.passage.bundle.hex(),
            part=part,
            parts=len(pieces),
            piece=piece,
        )
        for part, piece in enumerate(pieces, start=1)
    ]
    opened.school.record(facts, author=opened.author)
    return packed


def arrivals(opened: OpenedMemory) -> tuple[Arrival, ...]:
    """Who waits to be welcomed; see `OpenedMemory.arrivals`."""
    sent = opened.reader.cached("sent", lambda view: view.sayings("sent"))
    homes = opened.reader.cached("homes", lambda view: view.homes())
    packages: dict[tuple[str | bytes, str], list[Said]] = {}
    for one in sent:
        packages.setdefault((one[1], one[2].split(" ")[0]), []).append(one)
    latest: dict[str | bytes, tuple[Order, Arrival]] = {}
    for (person, _), pieces in packages.items():
        order = max(one[0] for one in pieces)
        if person in homes and homes[person][0] > order:
            continue
        passage = _joined(opened, pieces)
        if passage is None or passage.site == opened.school.identity.scope:
            continue
        if person not in latest or latest[person][0] < order:
            latest[person] = order, Arrival(passage, order[0])
    return tuple(arrival for _, arrival in sorted(latest.values(), key=lambda one: one[0]))


def _joined(opened: OpenedMemory, pieces: list[Said]) -> Passage | None:
    """The package of some pieces; None where one is missing, or no key here opens it."""
    by_part = dict(_parts(pieces))
    try:
        opened_pieces = [opened.keys.school.unseal(by_part[part]) for part in range(1, _count(pieces) + 1)]
        return unpack(b"".join(opened_pieces))
    except (KeyError, MissingKeyError, TypeError, BadPassageError):
        return None


def _parts(pieces: list[Said]) -> Iterator[tuple[int, bytes]]:
    for _, _, field, value in pieces:
        if isinstance(value, bytes):
            yield int(field.split(" ")[1]), value


def _count(pieces: list[Said]) -> int:
    return int(pieces[0][2].split(" ")[2])
