"""One school's facts at the region: a replica that can neither read names nor sign, only keep and hand on."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Engine, Row, select, update

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.batch import Refusal, read_batch
from scuola_digitale.format.branches import starts, states_of
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.chain import Stream, StreamState
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.replica import Taken
from sync.protocol import first_nonce
from sync.region import tables
from sync.region.authority import DECIDING, Authority, erased_persons
from sync.region.branches import HeldBranch, all_branches
from sync.region.database import wipe, writing
from sync.region.intake import take_in
from sync.region.recut import heads_after, segments_of
from sync.region.upsert import insert_new

DEVICE_ROLE: Final = "dispositivo"


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
    with engine.begin() as connection:
        return _school(connection, pseudonym)


def _school(connection: Connection, pseudonym: str) -> RegisteredSchool | None:
    columns = tables.school.c
    found = connection.execute(
        select(columns.number, columns.pseudonym, columns.root_key).where(columns.pseudonym == pseudonym)
    ).one_or_none()
    return RegisteredSchool(*found) if found else None


class RegionStore:
    """A school's streams at the region, and who may ask for them. Each call is a transaction of its own."""

    def __init__(self, engine: Engine, school: RegisteredSchool, clock: Clock) -> None:
        self._engine = engine
        self._school = school
        self._clock = clock
        self._asks_from: dict[Stream, int] = {}

    def scopes(self) -> tuple[str, ...]:
        """The scopes that the school has written in so far."""
        with self._engine.begin() as connection:
            held = all_branches(connection, self._school.number)
        return tuple(sorted({branches[0].stream.scope for branches in held if branches[0].seq}))

    def states(self, scopes: Collection[str]) -> tuple[StreamState, ...]:
        """How far each stream of these scopes is committed."""
        with self._engine.begin() as connection:
            held = all_branches(connection, self._school.number)
        return tuple(
            state
            for branches in held
            if branches[0].stream.scope in scopes
            for state in states_of(branches, asks_from=self._asks_from.get(branches[0].stream))
        )

    def sign_heads(self) -> None:
        """Nothing: the region has no device's key."""

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        """Nothing: the region waits for nobody."""

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        """Verifies segments and commits what follows without a gap, in one transaction."""
        batch = read_batch(segments, root_key=self._school.root_key, device_key=self._device_keys().get)
        inside = [(place, one) for place, one in batch.segments if one.stream.scope in scopes]
        refused = [
            *batch.refused,
            *(
                Refusal(place, "another scope")
                for place, one in batch.segments
                if one.stream.scope not in scopes
            ),
        ]
        number = self._school.number
        with writing(self._engine).begin() as connection:
            for owner in batch.certificates.values():
                self._keep(connection, owner)
            intake = take_in(connection, number, inside, erased=erased_persons(connection, number))
            erased = bool(intake.kinds & DECIDING) and self._authority(connection).settle()
        if erased:
            wipe(self._engine)
        self._asks_from.update(intake.asks_from)
        return Taken(intake.taken.accepted, [*refused, *intake.taken.refused])

    def _authority(self, connection: Connection) -> Authority:
        return Authority(connection, self._school.number, self._school.root_key)

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

    def key_of(self, device: bytes) -> bytes | None:
        """The signing key of a device that may ask now."""
        found = self._certificate(device)
        if (
            found is None
            or found.revoked
            or not found.not_before_ms <= self._clock.now_ms() <= found.not_after_ms
        ):
            return None
        return bytes(found.signing_key)

    def nonce_due(self, device: bytes) -> bytes:
        """The nonce that the device's next request must be signed over."""
        columns = tables.device.c
        with self._engine.begin() as connection:
            found = connection.execute(
                select(columns.nonce).where(columns.school == self._school.number, columns.device == device)
            ).scalar_one_or_none()
        return found or first_nonce(self._school.pseudonym, device)

    def spend(self, device: bytes, *, due: bytes, after: bytes) -> bool:
        """Puts one nonce in the place of another; False if another request was quicker."""
        asked = {"nonce": after, "asked_ms": self._clock.now_ms()}
        first = first_nonce(self._school.pseudonym, device)
        columns = tables.device.c
        with writing(self._engine).begin() as connection:
            connection.execute(
                insert_new(connection, tables.device),
                {"school": self._school.number, "device": device, "nonce": first, "asked_ms": 0},
            )
            changed = connection.execute(
                update(tables.device)
                .where(columns.school == self._school.number, columns.device == device, columns.nonce == due)
                .values(asked)
            )
            return changed.rowcount == 1

    def _keep(self, connection: Connection, owner: Certificate) -> None:
        """Keeps the newest certificate of each owner."""
        columns = tables.certificate.c
        values = {
            "role": owner.role, "serial": owner.serial, "not_before_ms": owner.not_before_ms,
            "not_after_ms": owner.not_after_ms, "signing_key": owner.signing_key,
        }  # fmt: skip
        identity = {"school": self._school.number, "subject": owner.subject_id}
        connection.execute(insert_new(connection, tables.certificate), {**identity, **values})
        connection.execute(
            update(tables.certificate)
            .where(
                columns.school == self._school.number,
                columns.subject == owner.subject_id,
                columns.serial < owner.serial,
            )
            .values(values)
        )

    def _device_keys(self) -> dict[bytes, bytes]:
        """The signing keys of all devices that the school's root admitted, even if that has ended since."""
        columns = tables.certificate.c
        with self._engine.begin() as connection:
            found = connection.execute(
                select(columns.subject, columns.signing_key).where(
                    columns.school == self._school.number, columns.role == DEVICE_ROLE
                )
            )
            return {one.subject: one.signing_key for one in found}

    def _certificate(self, device: bytes) -> Row[Any, Any, Any, Any] | None:
        columns = tables.certificate.c
        with self._engine.begin() as connection:
            return connection.execute(
                select(
                    columns.signing_key, columns.not_before_ms, columns.not_after_ms, columns.revoked
                ).where(
                    columns.school == self._school.number,
                    columns.subject == device,
                    columns.role == DEVICE_ROLE,
                )
            ).one_or_none()
