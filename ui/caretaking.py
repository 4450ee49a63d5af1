"""What a technician does for the school: laptops and people let in, recovered and lost, the region joined."""

import os
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.clock import SystemClock
from scuola_digitale.domain.facts import Fact, GroupFieldSet, PersonId, PupilAdded, PupilFieldSet
from scuola_digitale.domain.people import Device, Role, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author, ClosedYear
from scuola_digitale.storage.errors import NotATechnicianError, OwnLaptopError
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, UnlockedStaff
from scuola_digitale.words import say
from ui.home import Home
from ui.region_line import RegionLine
from ui.setting_up import MissingWordsError, card_of, site_id

if TYPE_CHECKING:
    from scuola_digitale.storage.joining import JoinRequest
    from scuola_digitale.storage.office import Office
    from sync.joining_line import JoiningHost


class Caretaker:
    """The technician's side of a laptop; `author` is always who unlocked their keys with a password.

    Everything but `devices`, `staff` and `digits` takes its time and runs off the GUI thread.
    """

    def __init__(
        self, home: Home, school: School, line: RegionLine, *, effort: Effort = LAPTOP_EFFORT
    ) -> None:
        self._home = home
        self._school = school
        self._line = line
        self._effort = effort
        self._host: JoiningHost | None = None

    # Looking

    @property
    def this_device(self) -> bytes:
        """The id of this laptop."""
        return self._school.identity.device

    def digits(self) -> str:
        """Six digits of the school, the same on each of its laptops."""
        return card_of(self._school)[2]

    def devices(self) -> tuple[Device, ...]:
        """Every laptop that was admitted."""
        return self._school.devices()

    def staff(self) -> tuple[StaffMember, ...]:
        """Everybody who was admitted as staff."""
        return self._school.all_staff()

    # Laptops

    def requests_on(self, stick: Path) -> tuple["JoinRequest", ...]:
        """The laptops that ask on a stick."""
        from sync.joining_stick import requests_on  # late: a carrier

        return requests_on(stick)

    def admit_from(
        self, author: Author, stick: Path, request: "JoinRequest", label: str, *, site: str = ""
    ) -> None:
        """Admits a laptop that asks on a stick, and leaves the answer there; with `site` it is one of that other site.

        Raises:
            ScuolaError: the stick cannot be written, or `author` is no technician.
        """
        from scuola_digitale.storage.joining import admit
        from sync.joining_stick import leave_answer
        from ui.region_trust import known_region

        name, region = _said(label, say("il nome del portatile")), known_region(self._home)
        where = site_id(site) if site else ""
        answer = admit(self._school, self._office(author), request, name, site=where, region=region)
        leave_answer(stick, request, answer)

    def open_door(self, author: Author, label: str, *, site: str = "") -> tuple[str, str]:
        """Begins to listen for a new laptop, of this site or another; gives the code and the address to say aloud."""
        from scuola_digitale.storage.joining import admit, read_request
        from sync.joining_line import JoiningHost
        from sync.spoken_code import new_code
        from ui.region_trust import known_region

        self.close_door()
        office, name = self._office(author), _said(label, say("il nome del portatile"))
        where, region = site_id(site) if site else "", known_region(self._home)
        self._host = JoiningHost(
            lambda data: admit(self._school, office, read_request(data), name, site=where, region=region),
            random=os.urandom,
        )
        return new_code(), self._host.address

    def wait_at_door(self, code: str) -> None:
        """Waits until a laptop came in with this code; see `JoiningHost.wait` for what it raises."""
        if self._host is not None:
            try:
                self._host.wait(code)
            finally:
                self.close_door()

    def close_door(self) -> None:
        """Listens no more; who waits at the door is told."""
        host, self._host = self._host, None
        if host is not None:
            host.close()

    def renew(self, author: Author, owner: bytes) -> None:
        """Gives a laptop or a member of staff three more years."""
        self._office(author).renew(owner)

    def change_keys(self, author: Author, *, without: Collection[bytes] = ()) -> None:
        """Takes back the keys of the lost ones, makes new ones and hands them to all others.

        Raises:
            OwnLaptopError: this very laptop is among them.
        """
        if self.this_device in without:
            raise OwnLaptopError
        office = self._office(author)
        for owner in without:
            office.revoke(owner)
        office.change_keys(without=without)

    def erase(self, author: Author, person: PersonId) -> None:
        """Forgets a pupil everywhere; nothing brings them back."""
        self._office(author).erase(person)

    # Years

    def closable(self, until_ms: int) -> int:
        """How many facts from before a time closing the year would pack."""
        return self._school.closable(until_ms)

    def close_year(self, until_ms: int) -> ClosedYear:
        """Packs what is older than a time; see `School.close_year`."""
        return self._school.close_year(until_ms)

    # People

    def add_staff(
        self, author: Author, name: str, title: str, role: Role, password: str, *, days: int | None = None
    ) -> None:
        """Admits a teacher or a technician, for so many days or for three years."""
        who = _said(name, say("il nome"))
        self._office(author).admit_staff(who, title.strip() or role, role, password, days=days)

    def recover(self, author: Author, member: StaffMember, password: str) -> None:
        """Gives somebody who forgot their password new keys and a new one."""
        self._office(author).recover(member, password)

    def dismiss(self, author: Author, member: StaffMember, *, stolen: bool = False) -> None:
        """Somebody works here no more: their keys sign and open nothing new; what they signed before counts.

        Args:
            author: the technician.
            member: who it is.
            stolen: whether somebody else may have their keys: then only what is held here counts.

        Raises:
            OwnDismissalError: they are the same.
        """
        office = self._office(author)
        office.dismiss(member, stolen=stolen)
        office.change_keys(without=[member.staff_id])

    def change_password(self, member: StaffMember, old: str, new: str) -> None:
        """Somebody changes their own password."""
        from scuola_digitale.storage.office import change_password

        change_password(self._school, member.staff_id, old, new, random=os.urandom, effort=self._effort)

    def new_sheet(self, author: Author) -> str:
        """Letters for the drawer, with which a school begins again whose technicians all forgot their passwords."""
        return self._office(author).new_sheet()

    def rescue(self, sheet: str, name: str, password: str) -> None:
        """Makes a technician from the letters of the sheet."""
        from scuola_digitale.storage.office import recover_from_sheet

        recover_from_sheet(
            self._school,
            sheet,
            _said(name, say("il nome")),
            password,
            clock=SystemClock(),
            random=os.urandom,
            effort=self._effort,
        )

    def set_group(self, author: Author, name: str, grades: Collection[Grade]) -> None:
        """Gives the site its first group, or the first group another name and other grades."""
        groups = self._school.groups()
        group_id = groups[0].group_id if groups else secrets.token_hex(4)
        codes = ",".join(grade.value for grade in Grade if grade in grades)
        facts: list[Fact] = [
            GroupFieldSet(group_id=group_id, field="name", value=_said(name, say("il nome della classe"))),
            GroupFieldSet(group_id=group_id, field="grades", value=codes),
        ]
        self._school.record(facts, author=author)

    def add_pupil(self, author: Author, name: str, grade: Grade, avatar: str) -> None:
        """Puts a pupil into the roster, in the site's first group."""
        person = secrets.token_bytes(16)
        groups = self._school.groups()
        facts: list[Fact] = [
            PupilAdded(person=person),
            PupilFieldSet(person=person, field="name", value=_said(name, say("il nome"))),
            PupilFieldSet(person=person, field="grade", value=grade.value),
            PupilFieldSet(person=person, field="avatar", value=avatar),
        ]
        if groups:
            facts.append(PupilFieldSet(person=person, field="group", value=groups[0].group_id))
        self._school.record(facts, author=author)

    # The region

    def join_region(self, author: Author, address: str, code: str) -> None:
        """Registers the school at a region with the code that it gave; keeps its address, and believes its packs.

        Raises:
            ScuolaError: the code is refused, the line fails, or `author` is no technician.
        """
        from sync.registration import register, registration_of  # late: the line
        from ui.region_trust import believe_packs

        where = _said(address, say("l’indirizzo della regione"))
        office = self._office(author)
        shown = registration_of(code, office.root_key, office.prove)
        believe_packs(self._home, register(where, shown, open_line=self._line.open_to))
        self._line.connect(where)

    def _office(self, author: Author) -> "Office":
        if not isinstance(author, UnlockedStaff):
            raise NotATechnicianError
        return self._school.office(author, effort=self._effort)


def _said(words: str, what: str) -> str:
    if not words.strip():
        raise MissingWordsError(what)
    return words.strip()
