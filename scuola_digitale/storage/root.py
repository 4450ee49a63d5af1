"""The school's root while its key is open: it certifies laptops and staff, and hands keys round."""

from collections.abc import Callable, Sequence

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import (
    CertificateIssued,
    Fact,
    KeyName,
    KeyRevoked,
    KeyShared,
    StaffFieldSet,
)
from scuola_digitale.domain.people import Role
from scuola_digitale.format.boxes import box_up
from scuola_digitale.format.certificates import Certificate, CertificateRole, issue
from scuola_digitale.format.revocations import LastGood, Revocation, issue_revocation
from scuola_digitale.format.signing import blake, id_of, public_box_key, public_key, sign
from scuola_digitale.storage.staff_keys import SHEET_EFFORT, Effort, UnlockedStaff, lock, shown_locked

DAY_MS = 86_400_000
YEARS_MS = 3 * 365 * DAY_MS
"""How long laptops and staff may exchange before their certificate is renewed."""


class NewMember(msgspec.Struct, frozen=True):
    """Somebody to be admitted.

    Attributes:
        facts: what admits them, in this order.
        author: their keys, open.
        box_key: the public key (32 bytes) to pack something for them.
    """

    facts: tuple[Fact, ...]
    author: UnlockedStaff
    box_key: bytes


class Root:
    """The root's secret key, open in memory; nothing is written here.

    Attributes:
        key: its public key, which the region learns.
        school_id: 16 bytes.
        box_seed: the secret seed (32 bytes) that opens what is packed for the root.
    """

    def __init__(
        self,
        seed: bytes,
        *,
        clock: Clock,
        random: Callable[[int], bytes],
        effort: Effort,
        last_serial: int = 0,
    ) -> None:
        self._seed = seed
        self._clock = clock
        self._random = random
        self._effort = effort
        self._serial = last_serial
        self.box_seed = blake(b"sd1b" + seed, 32)
        self.key = public_key(seed)
        self.school_id = id_of(self.key)

    def prove(self, data: bytes) -> bytes:
        """The root's signature over `"sd1w" | data`, by which a region knows who introduces the school."""
        return sign(self._seed, b"sd1w" + data)

    def certify(
        self,
        role: CertificateRole,
        *,
        signing_key: bytes,
        box_key: bytes,
        until_ms: int | None = None,
        scopes: Sequence[str] = (),
    ) -> CertificateIssued:
        """Admits the owner of two public keys, for three years if no end is given.

        Args:
            role: what the owner is.
            signing_key: their public key for signatures, 32 bytes.
            box_key: the one to pack something for them, 32 bytes.
            until_ms: the end.
            scopes: of a device, what it may hold beside the school's own scope; see `Certificate.scopes`.
        """
        self._serial += 1
        now_ms = self._clock.now_ms()
        certificate = Certificate(
            version=1,
            role=role,
            serial=self._serial,
            not_before_ms=now_ms,
            not_after_ms=now_ms + YEARS_MS if until_ms is None else until_ms,
            signing_key=signing_key,
            box_key=box_key,
            scopes=tuple(scopes),
        )
        return CertificateIssued(certificate=issue(self._seed, certificate))

    def share_with_itself(self, staff_key: bytes) -> KeyShared:
        """Packs the staff's key for the root, so that a technician who begins anew from it has that too."""
        box_key = public_box_key(self.box_seed)
        return self.share("personale", staff_key, recipient=self.school_id, box_key=box_key)

    def on_sheet(self, code: str) -> StaffFieldSet:
        """Puts the root's key behind a code on paper, whose 130 random bits need no slow hash."""
        locked = lock(self._seed, code, random=self._random, effort=SHEET_EFFORT)
        return StaffFieldSet(staff_id=self.school_id, field="keys", value=shown_locked(locked))

    def share(self, name: KeyName, key: bytes, *, recipient: bytes, box_key: bytes) -> KeyShared:
        """Hands a key to one recipient, who alone can open it."""
        return KeyShared(name=name, recipient=recipient, box=box_up(key, box_key, self._random))

    def revoke(self, owner: bytes, last_good: Sequence[LastGood], *, until_ms: int = 0) -> KeyRevoked:
        """Takes back a device's or a member of staff's key; what they wrote up to these points still counts.

        Args:
            owner: the device, or the member of staff.
            last_good: the points.
            until_ms: of staff, what they signed up to then counts wherever it turns up; see `Revocation.until_ms`.
        """
        revocation = Revocation(1, owner, self._clock.now_ms(), tuple(last_good), until_ms)
        return KeyRevoked(revocation=issue_revocation(self._seed, revocation))

    def member(
        self,
        name: str,
        title: str,
        role: Role,
        password: str,
        *,
        staff_key: bytes,
        until_ms: int | None = None,
    ) -> NewMember:
        """A new teacher or technician; a technician is handed the root's key too."""
        seeds = self._random(32), self._random(32)
        keys = public_key(seeds[0]), public_box_key(seeds[1])
        member = id_of(keys[0])
        locked = lock(b"".join(seeds), password, random=self._random, effort=self._effort)
        facts: list[Fact] = [
            self.certify(role, signing_key=keys[0], box_key=keys[1], until_ms=until_ms),
            StaffFieldSet(staff_id=member, field="name", value=name),
            StaffFieldSet(staff_id=member, field="title", value=title),
            StaffFieldSet(staff_id=member, field="keys", value=shown_locked(locked)),
            self.share("personale", staff_key, recipient=member, box_key=keys[1]),
        ]
        if role == "tecnico":
            facts.append(self.share("radice", self._seed, recipient=member, box_key=keys[1]))
        return NewMember(tuple(facts), UnlockedStaff(member, *seeds, (staff_key,)), keys[1])
