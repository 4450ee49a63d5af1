"""Between two sites of one school a pupil's package travels as facts, sealed, in the scope that every site holds."""

import msgspec

from scuola_digitale.domain.facts import Fact, PersonId, PhotoSent, PupilSent
from scuola_digitale.domain.folding import Order, Said
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.passage import BadPassageError, Passage, pack, unpack
from scuola_digitale.storage.packing_up import Packed, pack_up
from scuola_digitale.storage.unlocked_memory import UnlockedMemory

PIECE_BYTES = 12_000
"""What one fact carries of a package."""


class Arrival(msgspec.Struct, frozen=True):
    """Somebody who was sent here: what they bring, and when they were sent."""

    passage: Passage
    sent_ms: int


def send(opened: UnlockedMemory, person: PersonId) -> Packed:
    """Sends a pupil to whichever site welcomes them; see `OpenedMemory.send`."""
    packed = pack_up(opened, person)
    # A package stays in the log. The photo goes beside it, so that it can be taken away.
    data = pack(msgspec.structs.replace(packed.passage, photo=b""))
    pieces = [data[start : start + PIECE_BYTES] for start in range(0, len(data), PIECE_BYTES)]
    facts: list[Fact] = [
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
    if packed.passage.photo:
        facts.append(PhotoSent(person=person, photo=packed.passage.photo))
    opened.school.record(facts, author=opened.author)
    return packed


def arrivals(opened: UnlockedMemory) -> tuple[Arrival, ...]:
    """Who waits to be welcomed; see `OpenedMemory.arrivals`."""
    sent = opened.reader.cached("sent", lambda view: view.sayings("sent"))
    homes = opened.reader.cached("homes", lambda view: view.homes())
    here = opened.school.identity.scope
    packages: dict[tuple[str | bytes, str], list[_Piece]] = {}
    for said in sent:
        piece = _piece(said)
        if piece is not None and piece.site != here:
            packages.setdefault((said[1], piece.bundle), []).append(piece)
    latest: dict[str | bytes, tuple[Order, Arrival]] = {}
    for (person, _), pieces in packages.items():
        order = max(one.order for one in pieces)
        if person in homes and homes[person][0] > order:
            continue
        passage = _joined(opened, pieces)
        if passage is not None and (person not in latest or latest[person][0] < order):
            passage = msgspec.structs.replace(passage, photo=opened.school.photo_on_the_way(passage.person))
            latest[person] = order, Arrival(passage, order[0])
    return tuple(arrival for _, arrival in sorted(latest.values(), key=lambda one: one[0]))


class _Piece(msgspec.Struct, frozen=True):
    order: Order
    bundle: str
    part: int
    parts: int
    site: str
    sealed: bytes


def _piece(said: Said) -> _Piece | None:
    """A piece of a package; None for one that is written badly."""
    order, _, field, value = said
    try:
        bundle, part, parts, site = field.split(" ")
        sealed = value if isinstance(value, bytes) else b""
        return _Piece(order, bundle, int(part), int(parts), site, sealed)
    except ValueError:
        return None


def _joined(opened: UnlockedMemory, pieces: list[_Piece]) -> Passage | None:
    """The package of some pieces; None where one is missing, or no key here opens it."""
    by_part = {one.part: one.sealed for one in pieces}
    if set(by_part) != set(range(1, len(pieces) + 1)) or len(pieces) != pieces[0].parts:
        return None
    try:
        data = b"".join(opened.keys.school.unseal(by_part[part]) for part in sorted(by_part))
        return unpack(data)
    except (MissingKeyError, TypeError, BadPassageError):
        return None
