"""Founding a school: its root, its key, its first laptops and its staff, on one machine."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.facts import CertificateIssued, Fact, PlessoFieldSet, StaffFieldSet
from scuola_digitale.domain.people import Role
from scuola_digitale.format.certificates import Certificate, CertificateRole, issue
from scuola_digitale.format.signing import id_of, public_box_key, public_key
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.identity import new_identity, write_identity, write_school_keys
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import (
    LAPTOP_EFFORT,
    Effort,
    LockedKeys,
    UnlockedStaff,
    keep_locked,
    lock,
)

STAFF_MAY_EXCHANGE_MS = 3 * 365 * 86_400_000
ROOT = "radice"


class _Member(msgspec.Struct, frozen=True):
    facts: tuple[Fact, ...]
    author: UnlockedStaff
    locked: dict[str, LockedKeys]


class Founding:
    """A school in the making: laptops and staff are added one by one, and each laptop learns of all.

    Attributes:
        root_key: the root's public key, which the region registers.
        school_id: its id, 16 bytes.
    """

    def __init__(
        self,
        *,
        plesso: str,
        plesso_name: str,
        clock: Clock,
        random: Callable[[int], bytes],
        effort: Effort,
    ) -> None:
        self._plesso = plesso
        self._plesso_name = plesso_name
        self._clock = clock
        self._random = random
        self._effort = effort
        self._root_seed = random(32)
        self._school_key = random(32)
        self._serial = 0
        self._laptops: list[School] = []
        self._members: list[_Member] = []
        self.root_key = public_key(self._root_seed)
        self.school_id = id_of(self.root_key)

    def laptop(self, folder: Path, label: str) -> School:
        """Makes the data folder of a laptop, admits it and opens it; whoever calls closes it.

        Args:
            folder: made if need be; must hold no school yet.
            label: how people call the laptop; it stays on it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        seeds = self._random(32), self._random(32)
        write_school_keys(folder, [self._school_key])
        write_identity(
            folder, new_identity(seeds=seeds, root_key=self.root_key, plesso=self._plesso, label=label)
        )
        school = School.open(folder, clock=self._clock, random=self._random)
        school.record([CertificateIssued(certificate=self._certificate("dispositivo", seeds))])
        self._laptops.append(school)
        for member in self._members:
            self._admit(member, school)
        self.share()
        return school

    def staff(self, name: str, title: str, role: Role, password: str) -> bytes:
        """Admits a teacher or a technician on every laptop; the first technician guards the root's key too.

        Gives the staff id, with which `School.unlock(staff_id, password)` opens their keys.
        """
        seeds = self._random(32), self._random(32)
        staff_id = id_of(public_key(seeds[0]))
        facts: list[Fact] = [
            CertificateIssued(certificate=self._certificate(role, seeds)),
            StaffFieldSet(staff_id=staff_id, field="name", value=name),
            StaffFieldSet(staff_id=staff_id, field="title", value=title),
        ]
        locked = {staff_id.hex(): self._lock(b"".join(seeds), password)}
        if role == "tecnico" and not any(ROOT in member.locked for member in self._members):
            facts.append(PlessoFieldSet(field="name", value=self._plesso_name))
            locked[ROOT] = self._lock(self._root_seed, password)
        member = _Member(tuple(facts), UnlockedStaff(staff_id, seeds[0]), locked)
        self._members.append(member)
        for school in self._laptops:
            self._admit(member, school)
        self.share()
        return staff_id

    def _admit(self, member: _Member, school: School) -> None:
        for owner, locked in member.locked.items():
            keep_locked(school.folder, owner, locked)
        # Said once: the others learn it from the first laptop.
        if school is self._laptops[0]:
            school.record(member.facts, author=member.author)

    def share(self) -> None:
        """Gives every laptop what the others hold, as if they had met."""
        for giver in self._laptops:
            giver.replica.sign_heads()
            scopes = giver.replica.scopes()
            for taker in self._laptops:
                held = PeerVector.of(taker.replica.states(scopes))
                taker.replica.take(giver.replica.segments_after(held, scopes), scopes)

    def _certificate(self, role: CertificateRole, seeds: tuple[bytes, bytes]) -> bytes:
        self._serial += 1
        now_ms = self._clock.now_ms()
        return issue(
            self._root_seed,
            Certificate(
                version=1,
                role=role,
                serial=self._serial,
                not_before_ms=now_ms,
                not_after_ms=now_ms + STAFF_MAY_EXCHANGE_MS,
                signing_key=public_key(seeds[0]),
                box_key=public_box_key(seeds[1]),
            ),
        )

    def _lock(self, secret: bytes, password: str) -> LockedKeys:
        return lock(secret, password, random=self._random, effort=self._effort)


def found_school(
    *,
    plesso: str,
    plesso_name: str,
    clock: Clock | None = None,
    random: Callable[[int], bytes] = os.urandom,
    effort: Effort = LAPTOP_EFFORT,
) -> Founding:
    """Begins a school: makes its root key and its sealing key.

    Args:
        plesso: id of the site, as in the scope `plesso/ID`.
        plesso_name: as people say it; told to the laptops once there is a technician.
        clock: the machine's own if none is given.
        random: so many random bytes.
        effort: what guessing a staff password costs.
    """
    return Founding(
        plesso=plesso, plesso_name=plesso_name, clock=clock or SystemClock(), random=random, effort=effort
    )
