"""Taking segments in: rows of facts, appended to their stream where they follow without a gap."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from scuola_digitale.format.batch import Refusal
from scuola_digitale.format.branches import ask_from, is_suspended, place_of
from scuola_digitale.format.chain import FactRow, Row, Stream
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.storage.replica import Taken
from sync.region import tables
from sync.region.branches import HeldBranch, begin_branch, locked_branches
from sync.region.inbox import KeptRow, kept_row, put, write_facts
from sync.region.recut import chain_at
from sync.region.statements import find, run
from sync.region.upsert import insert_new

_person = tables.person.c
_PERSONS: Final = select(_person.person, _person.number, _person.salt).where(
    _person.stream == bindparam("stream")
)
_SAVE: Final = update(tables.stream).where(tables.stream.c.number == bindparam("of"))


class Intake(msgspec.Struct, frozen=True):
    """What became of segments.

    Attributes:
        taken: as a replica tells it.
        kinds: the kinds of the new facts.
        asks_from: of streams whose fork began before what is held: from where they are asked for.
    """

    taken: Taken
    kinds: AbstractSet[int]
    asks_from: Mapping[Stream, int]


class _NotTakenError(Exception):
    """Why a good segment cannot be taken, and from where to ask for its branch; in English for the log."""

    def __init__(self, reason: str, asks_from: int | None = None) -> None:
        super().__init__(reason)
        self.asks_from = asks_from


def take_in(
    connection: Connection,
    school: int,
    segments: Iterable[tuple[int, ReadSegment]],
    *,
    gone: Gone,
    by_inbox: bool = False,
) -> Intake:
    """Appends what follows, passes over what is known, makes branches of forks, refuses what leaves a gap.

    Streams are taken in one order everywhere, so that two requests never wait for each other in a ring.

    Args:
        connection: inside a transaction of the caller.
        school: its number.
        segments: verified, each with its place in the batch.
        gone: of what only hashes are kept.
        by_inbox: whether the rows wait in the inbox to be spread; the school's own scope never does.
    """
    by_stream: dict[Stream, list[tuple[int, ReadSegment]]] = {}
    for place, segment in segments:
        by_stream.setdefault(segment.stream, []).append((place, segment))
    accepted, refused, kinds, asks_from = 0, list[Refusal](), set[int](), dict[Stream, int]()
    for stream in sorted(by_stream):
        waits = by_inbox and stream.scope != SCHOOL_SCOPE
        writer = _StreamWriter(connection, school, stream, gone, waits=waits)
        for place, segment in sorted(by_stream[stream], key=lambda one: one[1].first_seq):
            try:
                rows = writer.append(segment)
            except _NotTakenError as why:
                refused.append(Refusal(place, str(why)))
                if why.asks_from is not None:
                    asks_from[stream] = min(why.asks_from, asks_from.get(stream, why.asks_from))
                continue
            accepted += len(rows)
            kinds |= {row.kind for row in rows if isinstance(row, FactRow)}
            if rows:
                asks_from.pop(stream, None)
    return Intake(Taken(accepted, refused), kinds, asks_from)


class _StreamWriter:
    """Appends to one stream, whose rows are locked until the transaction ends."""

    def __init__(
        self,
        connection: Connection,
        school: int,
        stream: Stream,
        gone: Gone,
        *,
        waits: bool,
    ) -> None:
        self._connection = connection
        self._waits = waits
        self._school = school
        self._gone = gone
        self._branches = locked_branches(connection, school, stream)
        self._persons: dict[int, dict[bytes, _Person]] = {}

    def append(self, segment: ReadSegment) -> Sequence[Row]:
        """Gives the rows that are new, as they are kept.

        Raises:
            _NotTakenError: it leaves a gap, or its branch begins before what is held.
        """
        branch, known = self._place(segment)
        if known == segment.last_seq:
            return ()
        rows = self._gone.without(segment.rows[known - segment.first_seq + 1 :])
        if known < branch.seq:
            branch = self._fork(branch, known)
        persons = {person: one.number for person, one in self._numbered(branch, _salts(rows)).items()}
        _write_head(self._connection, branch.number, segment)
        self._write(branch.number, known + 1, [kept_row(row, persons) for row in rows])
        branch.seq, branch.chain = segment.last_seq, segment.head.chain
        _write_state(self._connection, branch)
        return rows

    def _write(self, number: int, first_seq: int, rows: Sequence[KeptRow]) -> None:
        if self._waits:
            put(self._connection, self._school, number, first_seq, rows)
        else:
            write_facts(self._connection, number, first_seq, rows)

    def _place(self, segment: ReadSegment) -> tuple[HeldBranch, int]:
        if is_suspended(self._branches):
            raise _NotTakenError("a device with too many branches is suspended")
        found = place_of(segment, self._branches, self._chain_at)
        if found is not None:
            return found
        top = max(branch.seq for branch in self._branches)
        if segment.first_seq > top + 1:
            raise _NotTakenError("a gap before it")
        raise _NotTakenError("another chain: a fork", ask_from(segment, top))

    def _chain_at(self, branch: HeldBranch, seq: int) -> bytes:
        return chain_at(self._connection, self._branches, branch, seq)

    def _fork(self, branch: HeldBranch, known: int) -> HeldBranch:
        chain, place = self._chain_at(branch, known), len(self._branches)
        grown = begin_branch(self._connection, self._school, branch, known, chain, place=place)
        self._branches.append(grown)
        return grown

    def _numbered(self, branch: HeldBranch, salts: Mapping[bytes, bytes]) -> Mapping[bytes, "_Person"]:
        """The persons of a branch, those of `salts` among them.

        One salt is kept a person and branch: with another, the facts could not be handed on.
        """
        known = self._known_persons(branch) if salts else {}
        if any(person in known and known[person].salt != salt for person, salt in salts.items()):
            raise _NotTakenError("another salt for the same person")
        new = [person for person in salts if person not in known]
        if new:
            run(
                self._connection,
                insert_new(self._connection, tables.person),
                *({"stream": branch.number, "person": one, "salt": salts[one]} for one in new),
            )
            del self._persons[branch.number]
        return self._known_persons(branch) if new else known

    def _known_persons(self, branch: HeldBranch) -> dict[bytes, "_Person"]:
        if branch.number not in self._persons:
            found = find(self._connection, _PERSONS, {"stream": branch.number})
            self._persons[branch.number] = {person: _Person(number, salt) for person, number, salt in found}
        return self._persons[branch.number]


class _Person(NamedTuple):
    """A pseudonym within a branch: its number in the database, and the salt of its facts."""

    number: int
    salt: bytes


def _salts(rows: Iterable[Row]) -> dict[bytes, bytes]:
    return {row.person: row.salt for row in rows if isinstance(row, FactRow) and row.person is not None}


def _write_state(connection: Connection, held: HeldBranch) -> None:
    run(connection, _SAVE, {"of": held.number, "seq": held.seq, "chain": held.chain})


def _write_head(connection: Connection, stream_number: int, segment: ReadSegment) -> None:
    head = segment.head
    run(
        connection,
        insert_new(connection, tables.head),
        {"stream": stream_number, "seq": head.seq, "chain": head.chain, "signature": head.signature},
    )
