"""One school's facts at the region: a replica that can neither read names nor sign, only keep and hand on."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, Engine, and_, bindparam, select, update

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.batch import Refusal, read_batch
from scuola_digitale.format.branches import starts, states_of
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.chain import FactRow, Stream, StreamState
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.replica import Taken
from sync.admission import Asker
from sync.protocol import first_nonce
from sync.region import tables
from sync.region.authority import DECIDING, Authority, gone_of
from sync.region.branches import HeldBranch, all_branches
from sync.region.database import wipe, writing
from sync.region.inbox import hold_school, share_school
from sync.region.intake import Intake, take_in
from sync.region.recut import heads_after, segments_of
from sync.region.statements import alone, find, run
from sync.region.upsert import insert_new

DEVICE_ROLE: Final = "dispositivo"

# Statements are made once: to put one together takes longer than to run it.
_schools, _certificate, _device = tables.school.c, tables.certificate.c, tables.device.c
_FIND_SCHOOL: Final = select(_schools.number, _schools.pseudonym, _schools.root_key).where(
    _schools.pseudonym == bindparam("pseudonym")
)
_CERTIFICATES: Final = select(
    _certificate.subject, _certificate.role, _certificate.serial, _certificate.signing_key
).where(_certificate.school == bindparam("of"))
_RENEW: Final = update(tables.certificate).where(
    _certificate.school == bindparam("of"),
    _certificate.subject == bindparam("owner"),
    _certificate.serial < bindparam("newer"),
)
_ASKER: Final = (
    select(
        _certificate.signing_key, _certificate.not_before_ms, _certificate.not_after_ms,
        _certificate.revoked, _certificate.scopes, _device.nonce,
    )
    .select_from(
        tables.certificate.outerjoin(
            tables.device,
            and_(_device.school == _certificate.school, _device.device == _certificate.subject),
        )
    )
    .where(
        _certificate.school == bindparam("of"),
        _certificate.subject == bindparam("asks"),
        _certificate.role == DEVICE_ROLE,
    )
)  # fmt: skip
_SPEND: Final = update(tables.device).where(
    _device.school == bindparam("of"), _device.device == bindparam("asks"), _device.nonce == bindparam("due")
)


class SchoolIdTakenError(ScuolaError):
    """A school of this id is registered with another root."""

    def __init__(self) -> None:
        super().__init__(
            "Una scuola con questo codice è già registrata con un'altra chiave.",
            remedy="Controlla il codice con la scuola prima di continuare.",
        )


class RegisteredSchool(msgspec.Struct, frozen=True):
    """A school the region knows: its number here, its pseudonym (32 hexadecimal characters), its root's key."""

    number: int
    pseudonym: str
    root_key: bytes


def add_school(engine: Engine, pseudonym: str, root_key: bytes, *, now_ms: int) -> None:
    """Makes a school known by the public key of its root (32 bytes); once more changes nothing.

    Raises:
        SchoolIdTakenError: it is known with another root.
    """
    with writing(engine).begin() as connection:
        connection.execute(
            insert_new(connection, tables.school),
            {"pseudonym": pseudonym, "root_key": root_key, "registered_ms": now_ms},
        )
        found = _school(connection, pseudonym)
    if found is None or found.root_key != root_key:
        raise SchoolIdTakenError


def find_school(engine: Engine, pseudonym: str) -> RegisteredSchool | None:
    """The school of a pseudonym, None if nobody registered it."""
    with alone(engine) as connection:
        return _school(connection, pseudonym)


def _school(connection: Connection, pseudonym: str) -> RegisteredSchool | None:
    found = find(connection, _FIND_SCHOOL, {"pseudonym": pseudonym})
    return RegisteredSchool(*found[0]) if found else None


class RegionStore:
    """A school's streams at the region, and who may ask for them. Each call is a transaction of its own.

    Args:
        engine: the region's database.
        school: which one.
        clock: the region's.
        put_in_inbox: called when something was put into the inbox, for workers to spread; None to do without it.
    """

    def __init__(
        self,
        engine: Engine,
        school: RegisteredSchool,
        clock: Clock,
        *,
        put_in_inbox: Callable[[], None] | None = None,
    ) -> None:
        self._put_in_inbox = put_in_inbox
        self._engine = engine
        self._writing = writing(engine)
        self._school = school
        self._clock = clock
        self._asks_from: dict[Stream, int] = {}

    def scopes(self) -> tuple[str, ...]:
        """The scopes that the school has written in so far."""
        with alone(self._engine) as connection:
            held = all_branches(connection, self._school.number)
        return tuple(sorted({branches[0].stream.scope for branches in held if branches[0].seq}))

    def states(self, scopes: Collection[str]) -> tuple[StreamState, ...]:
        """How far each stream of these scopes is committed."""
        with alone(self._engine) as connection:
            held = all_branches(connection, self._school.number)
        return tuple(
            state
            for branches in held
            if branches[0].stream.scope in scopes
            for state in states_of(branches, asks_from=self._asks_from.get(branches[0].stream))
        )

    def sign_heads(self, *, in_steps: bool = False) -> None:
        """Nothing: the region has no device's key."""

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        """Nothing: the region waits for nobody."""

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        """Verifies segments and commits what follows without a gap, in one transaction."""
        known = self._certificates()
        batch = read_batch(segments, root_key=self._school.root_key, device_key=_device_keys(known).get)
        inside = [(place, one) for place, one in batch.segments if one.stream.scope in scopes]
        refused = [
            *batch.refused,
            *(
                Refusal(place, "another scope")
                for place, one in batch.segments
                if one.stream.scope not in scopes
            ),
        ]
        # In one order everywhere, so that two requests never wait for each other in a ring.
        newer = [
            owner
            for subject, owner in sorted(batch.certificates.items())
            if subject not in known or known[subject].serial < owner.serial
        ]
        with self._writing.begin() as connection:
            intake, has_erased = self._append(connection, newer, inside)
        if has_erased:
            wipe(self._engine)
        if self._put_in_inbox is not None and intake.taken.accepted:
            self._put_in_inbox()
        self._asks_from.update(intake.asks_from)
        return Taken(intake.taken.accepted, [*refused, *intake.taken.refused])

    def _append(
        self,
        connection: Connection,
        newer: Sequence[Certificate],
        segments: Sequence[tuple[int, ReadSegment]],
    ) -> tuple[Intake, bool]:
        """Appends within a transaction; what became of it, and whether anything was erased."""
        number = self._school.number
        may_decide = bool(newer) or any(_decides(one) for _, one in segments)
        (hold_school if may_decide else share_school)(connection, number)
        for owner in newer:
            self._keep(connection, owner)
        intake = take_in(
            connection,
            number,
            segments,
            gone=gone_of(connection, number),
            by_inbox=self._put_in_inbox is not None,
        )
        if not newer and not intake.kinds & DECIDING:
            return intake, False
        return intake, Authority(connection, number, self._school.root_key).settle()

    def segments_after(
        self, peer: PeerVector, scopes: Collection[str], limit_bytes: int = 1 << 20
    ) -> list[bytes]:
        """Segments of what a peer lacks in these scopes, certificates first, up to about `limit_bytes`."""
        segments: list[bytes] = []
        with self._engine.begin() as connection:
            for segment in self._lacking(connection, peer, scopes):
                segments.append(segment)
                limit_bytes -= len(segment)
                if limit_bytes < 0:
                    break
        return segments

    def _lacking(self, connection: Connection, peer: PeerVector, scopes: Collection[str]) -> Iterator[bytes]:
        def heads(branch: HeldBranch) -> list[tuple[int, bytes]]:
            return [(head.seq, head.chain) for head in heads_after(connection, branch.number, 0)]

        for branches in all_branches(connection, self._school.number):
            if branches[0].stream.scope not in scopes:
                continue
            for branch, after in starts(branches, peer, heads):
                if after < branch.seq:
                    yield from segments_of(connection, branches, branch, after=after)

    def asker(self, device: bytes) -> Asker | None:
        """A device that may ask now: its signing key, and the nonce that its next request is signed over."""
        with alone(self._engine) as connection:
            found = find(connection, _ASKER, {"of": self._school.number, "asks": device})
        if not found:
            return None
        key, not_before_ms, not_after_ms, revoked, scopes, nonce = found[0]
        if revoked or not not_before_ms <= self._clock.now_ms() <= not_after_ms:
            return None
        return Asker(
            bytes(key), nonce or self._first_nonce(device), tuple(scopes.split("\n")) if scopes else ()
        )

    def _first_nonce(self, device: bytes) -> bytes:
        return first_nonce(self._school.pseudonym, device)

    def spend(self, device: bytes, *, due: bytes, after: bytes) -> bool:
        """Puts one nonce in the place of another; False if another request was quicker."""
        asked = {"nonce": after, "asked_ms": self._clock.now_ms()}
        place = {"of": self._school.number, "asks": device, "due": due}
        with self._writing.begin() as connection:
            if run(connection, _SPEND, {**place, **asked}):
                return True
            if due != self._first_nonce(device):
                return False
            first = {"school": self._school.number, "device": device, **asked}
            return run(connection, insert_new(connection, tables.device), first) == 1

    def _keep(self, connection: Connection, owner: Certificate) -> None:
        """Keeps the newest certificate of each owner."""
        values = {
            "role": owner.role, "serial": owner.serial, "not_before_ms": owner.not_before_ms,
            "not_after_ms": owner.not_after_ms, "signing_key": owner.signing_key, "scopes": "\n".join(owner.scopes),
        }  # fmt: skip
        number, subject = self._school.number, owner.subject_id
        identity = {"school": number, "subject": subject}
        run(connection, insert_new(connection, tables.certificate), {**identity, **values})
        run(connection, _RENEW, {"of": number, "owner": subject, "newer": owner.serial, **values})

    def _certificates(self) -> dict[bytes, "_Known"]:
        """All whom the school's root admitted, even if that has ended since."""
        with alone(self._engine) as connection:
            found = find(connection, _CERTIFICATES, {"of": self._school.number})
            return {subject: _Known(*rest) for subject, *rest in found}


def _decides(segment: ReadSegment) -> bool:
    """Whether a segment holds what authority is decided from."""
    return segment.stream.scope == SCHOOL_SCOPE and any(
        isinstance(row, FactRow) and row.kind in DECIDING for row in segment.rows
    )


class _Known(msgspec.Struct, frozen=True):
    """What is kept of a certificate that matters when segments come in."""

    role: str
    serial: int
    signing_key: bytes


def _device_keys(known: Mapping[bytes, _Known]) -> dict[bytes, bytes]:
    return {owner: one.signing_key for owner, one in known.items() if one.role == DEVICE_ROLE}
