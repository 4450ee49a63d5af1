"""A simulated laptop closes its year, at any moment; and how a simulation looks into what is packed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulated_nodes import Laptop

from scuola_digitale.format.chain import FactRow, Stream
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.storage.packed_acts import unpack_acts

if TYPE_CHECKING:
    from simulated_school import School

DAY_MS = 86_400_000


def close_year(school: "School") -> None:
    """A laptop packs what is older than some day: a few facts are a run here, and a year may end in any month."""
    chance = school.chance
    laptop = chance.choice(school.laptops)
    ledger = laptop.writing._ledger
    ledger.sign_heads(laptop.seed)
    until_ms = laptop.clock.now_ms() + chance.choice([1, chance.randrange(-60, 60) * DAY_MS])
    for _ in ledger.pack(until_ms, least=chance.choice([1, 4])):
        continue
    ledger.pack_acts()


def packed_facts(laptop: Laptop) -> Iterator[tuple[Stream, FactRow]]:
    """The packed facts on a laptop's disk that are not erased."""
    for (piece,) in laptop.disk.raw.execute("SELECT segment FROM packed"):
        read = parse_segment(piece)
        for row in read.rows:
            if isinstance(row, FactRow):
                yield read.stream, row


def packed_acts(laptop: Laptop) -> Iterator[tuple[object, ...]]:
    """The packed acts on a laptop's disk, as `ledger_samples._ACTS` gives those in rows."""
    disk = laptop.disk.raw
    names = dict(disk.execute("SELECT number, value FROM name"))
    streams = {
        number: rest for number, *rest in disk.execute("SELECT number, device, epoch, scope FROM stream")
    }
    for person, acts in disk.execute("SELECT person, acts FROM packed_act"):
        for hlc_ms, stream, seq, subject, *deed in unpack_acts(acts):
            yield (names[person], names[subject], hlc_ms, *streams[stream], seq, *deed)


def packed_traces(laptop: Laptop, person: bytes) -> int:
    """Facts and acts of a person that are left in what is packed."""
    facts = sum(row.person == person for _, row in packed_facts(laptop))
    return facts + sum(act[0] == person for act in packed_acts(laptop))
