"""What lies on the disks of a simulated school: marks of facts, what is packed, who was erased."""

from collections.abc import Iterator

from simulated_nodes import Laptop, Region

from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.chain import FactRow, Stream
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.storage.forgetting import gone_in
from scuola_digitale.storage.packed_acts import unpack_acts


def mark_of(fact: Fact) -> str:
    """What a fact of the simulation is known by."""
    for name in ("exercise_ref", "lesson_ref", "work_id"):
        value = getattr(fact, name, "")
        if value and value[0] in "abf" and len(value) == 16:
            return str(value)
    raise ValueError(fact)


def laptop_marks(laptop: Laptop) -> set[str]:
    """The marks in a laptop's log."""
    rows = laptop.disk.raw.execute("SELECT value FROM fact JOIN name ON number = subject")
    packed = {row.subject for _, row in packed_facts(laptop) if row.subject is not None}
    return packed | {mark for (mark,) in rows}


def erased_at(laptop: Laptop) -> set[bytes]:
    """Whom a laptop was told to forget."""
    return {key for (key,) in laptop.disk.raw.execute("SELECT key FROM saying WHERE thing = 'erasure'")}


def marks_of_device(laptop: Laptop, device: bytes) -> set[str]:
    """The marks in a laptop's log that a device wrote, be it this or another."""
    rows = laptop.disk.raw.execute(
        "SELECT value FROM fact JOIN stream ON stream.number = stream JOIN name ON name.number = subject "
        "WHERE device = ?",
        (device,),
    )
    packed = {
        row.subject
        for stream, row in packed_facts(laptop)
        if stream.device == device and row.subject is not None
    }
    return packed | {mark for (mark,) in rows}


def region_marks(region: Region) -> set[str]:
    """The marks in the region's log."""
    return set(region.marks())


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


def gone_at(laptop: Laptop) -> Gone:
    """Of what a laptop keeps hashes alone."""
    return gone_in(laptop.disk.raw)
