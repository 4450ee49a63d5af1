"""Founding a school: its root, its keys, its first laptops and its staff, on one machine."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.facts import Fact, PlessoFieldSet, StaffFieldSet
from scuola_digitale.domain.people import Role
from scuola_digitale.format.signing import public_box_key, public_key
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.identity import new_identity, write_identity, write_school_keys
from scuola_digitale.storage.root import Root
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, UnlockedStaff


class Founding:
    """A school in the making: laptops and staff are added one by one, and each laptop learns of all.

    A school that is at work grows by `office.Office` and `joining` instead.

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
        self._root = Root(random(32), clock=clock, random=random, effort=effort)
        self._school_key = random(32)
        self._staff_key = random(32)
        self._laptops: list[School] = []
        self._technician: UnlockedStaff | None = None
        self._waiting: list[Fact] = []
        self.root_key = self._root.key
        self.school_id = self._root.school_id

    def laptop(self, folder: Path, label: str) -> School:
        """Makes the data folder of a laptop, admits it and opens it; whoever calls closes it.

        Args:
            folder: made if need be; must hold no school yet.
            label: how people call the laptop.
        """
        folder.mkdir(parents=True, exist_ok=True)
        seeds = self._random(32), self._random(32)
        write_school_keys(folder, [self._school_key])
        write_identity(
            folder, new_identity(seeds=seeds, root_key=self.root_key, plesso=self._plesso, label=label)
        )
        school = School.open(folder, clock=self._clock, random=self._random)
        certificate = self._root.certify(
            "dispositivo",
            signing_key=public_key(seeds[0]),
            box_key=public_box_key(seeds[1]),
            scopes=[school.identity.scope],
        )
        school.record([certificate])
        self._laptops.append(school)
        self._say([StaffFieldSet(staff_id=school.identity.device, field="name", value=label)])
        return school

    def staff(self, name: str, title: str, role: Role, password: str) -> bytes:
        """Admits a teacher or a technician on every laptop; the first one is a technician, who keeps the root.

        Gives the staff id, with which `School.unlock(staff_id, password)` opens their keys.
        """
        if self._technician is None and role != "tecnico":
            raise ValueError("a school begins with a technician")
        member = self._root.member(name, title, role, password, staff_key=self._staff_key)
        if self._technician is None:
            self._technician = member.author
            self._waiting = [
                *member.facts,
                PlessoFieldSet(field="name", value=self._plesso_name),
                self._root.share_with_itself(self._staff_key),
                *self._waiting,
            ]
            self._say([])
        else:
            self._say(member.facts)
        return member.author.staff_id

    def _say(self, facts: Sequence[Fact]) -> None:
        """Said on the first laptop, in the technician's name; before there is one of each, it waits."""
        self._waiting += facts
        if self._laptops and self._technician is not None:
            self._laptops[0].record(self._waiting, author=self._technician)
            self._waiting = []
        self.share()

    def share(self) -> None:
        """Gives every laptop what the others hold, as if they had met."""
        for giver in self._laptops:
            giver.replica.sign_heads()
            scopes = giver.replica.scopes()
            for taker in self._laptops:
                held = PeerVector.of(taker.replica.states(scopes))
                taker.replica.take(giver.replica.segments_after(held, scopes), scopes)


def found_school(
    *,
    plesso: str,
    plesso_name: str,
    clock: Clock | None = None,
    random: Callable[[int], bytes] = os.urandom,
    effort: Effort = LAPTOP_EFFORT,
) -> Founding:
    """Begins a school: makes its root key and its sealing keys.

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
