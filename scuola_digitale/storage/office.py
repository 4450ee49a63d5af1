"""The technician's office: people and laptops are admitted, recovered, renewed, and keys changed after a loss."""

from collections.abc import Callable, Collection, Iterator

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import Fact, KeyRevoked, PersonErased, PersonId, StaffFieldSet
from scuola_digitale.domain.people import Role, StaffMember
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.letters import draw_letters, read_letters, shown_letters
from scuola_digitale.format.signing import id_of
from scuola_digitale.storage.errors import (
    NoStaffKeysError,
    NotATechnicianError,
    OwnDismissalError,
    WrongPasswordError,
    WrongSheetError,
)
from scuola_digitale.storage.identity import scope_of
from scuola_digitale.storage.root import DAY_MS, NewMember, Root
from scuola_digitale.storage.staff_keys import (
    Effort,
    UnlockedStaff,
    check_password,
    lock,
    read_locked,
    shown_locked,
    unlock,
)
from scuola_digitale.storage.staffed_school import StaffedSchool

SHEET_LETTERS = 26
"""130 bits."""


class Office:
    """What a technician may do with the school's root; everything is a fact, written on this laptop.

    Args:
        school: this laptop's memory.
        technician: unlocked; they sign everything.
        effort: what guessing a new password costs.

    Attributes:
        random: so many random bytes.
    """

    def __init__(
        self,
        school: StaffedSchool,
        technician: UnlockedStaff,
        *,
        clock: Clock,
        random: Callable[[int], bytes],
        effort: Effort,
    ) -> None:
        self._school = school
        self._technician = technician
        self._clock = clock
        self.random = random
        roots = school.keys_given(technician.staff_id, "radice", technician.box_seed)
        if not roots or not technician.staff_keys:
            raise NotATechnicianError
        self._root = Root(
            roots[0],
            clock=clock,
            random=random,
            effort=effort,
            last_serial=max((one.serial for one in school.certificates().values()), default=0),
        )

    @property
    def root_key(self) -> bytes:
        """The root's public key."""
        return self._root.key

    def prove(self, data: bytes) -> bytes:
        """See `Root.prove`."""
        return self._root.prove(data)

    # People

    def admit_staff(
        self, name: str, title: str, role: Role, password: str, *, days: int | None = None
    ) -> bytes:
        """Admits a teacher or a technician, for so many days or for three years; gives their id.

        Raises:
            WeakPasswordError: the password is too short.
        """
        until_ms = None if days is None else self._clock.now_ms() + days * DAY_MS
        return self._admit(name, title, role, password, until_ms).author.staff_id

    def recover(self, member: StaffMember, password: str) -> bytes:
        """Gives somebody who forgot their password new keys and a new one; gives their new id.

        What they signed with the old keys stays theirs: the old certificate names the new one as its successor. From
        now on the old keys sign nothing that counts; what they signed on laptops that were not heard of for long still
        does, with a day of grace for clocks that run ahead: the same person held both.

        Raises:
            WeakPasswordError: the password is too short.
        """
        new = self._admit(member.name, member.title, member.role, password, member.until_ms)
        link = StaffFieldSet(staff_id=member.staff_id, field="successor", value=new.author.staff_id.hex())
        # What took back the keys of somebody who was gone already may have been stricter.
        self._say([link] if member.gone else [link, self._taken_back(member.staff_id, grace_ms=DAY_MS)])
        return new.author.staff_id

    def dismiss(self, member: StaffMember, *, stolen: bool = False) -> None:
        """Takes back the keys of somebody who works here no more; `change_keys` then gives the others new ones.

        What they signed until now counts, on laptops that were not heard of for long too.

        Args:
            member: who it is; nothing changes for somebody who is gone already, unless their keys are `stolen`.
            stolen: whether somebody else may have their keys, who could write any date: then only what is held
                here counts.

        Raises:
            OwnDismissalError: it is the technician who asks.
        """
        if member.staff_id == self._technician.staff_id:
            raise OwnDismissalError
        if stolen:
            self.revoke(member.staff_id)
        elif not member.gone:
            self._say([self._taken_back(member.staff_id)])

    def _taken_back(self, staff_id: bytes, *, grace_ms: int = 0) -> KeyRevoked:
        until_ms = self._school.now_ms() + grace_ms
        return self._root.revoke(staff_id, self._school.last_good(staff_id), until_ms=until_ms)

    def _admit(self, name: str, title: str, role: Role, password: str, until_ms: int | None) -> NewMember:
        check_password(password, role)
        staff_key = self._technician.staff_keys[0]
        new = self._root.member(name, title, role, password, staff_key=staff_key, until_ms=until_ms)
        older = [
            self._root.share("personale", key, recipient=new.author.staff_id, box_key=new.box_key)
            for key in reversed(self._technician.staff_keys[1:])
        ]
        # The older ones first: the latest is the one to seal with.
        self._say([*new.facts[:1], *older, *new.facts[1:]])
        return new

    # Laptops

    def admit_device(self, *, signing_key: bytes, box_key: bytes, label: str, plesso: str = "") -> bytes:
        """Admits a laptop of this site, or of another one (its id), by its public keys; gives its certificate's bytes."""
        scope = scope_of(plesso or self._school.identity.plesso)
        issued = self._root.certify("dispositivo", signing_key=signing_key, box_key=box_key, scopes=[scope])
        device = id_of(signing_key)
        self._say([issued, StaffFieldSet(staff_id=device, field="name", value=label)])
        return issued.certificate

    def rename(self, device: bytes, label: str) -> None:
        """Gives a laptop another name."""
        self._say([StaffFieldSet(staff_id=device, field="name", value=label)])

    def renew(self, owner: bytes, *, days: int | None = None) -> None:
        """Gives a laptop or a member of staff a newer certificate over the same keys.

        Raises:
            LookupError: nobody of this id was ever admitted.
        """
        one = self._school.certificates()[owner]
        until_ms = None if days is None else self._clock.now_ms() + days * DAY_MS
        renewed = self._root.certify(
            one.role,
            signing_key=one.signing_key,
            box_key=one.box_key,
            until_ms=until_ms,
            scopes=one.scopes,
        )
        self._say([renewed])

    # Keys

    def change_keys(self, *, without: Collection[bytes]) -> None:
        """Makes new school and staff keys and hands them to all but the lost ones (ids of laptops or staff).

        What was sealed before stays readable; what is sealed from now on, the lost ones cannot read.
        """
        school_key, staff_key = self.random(32), self.random(32)
        shared: list[Fact] = [self._root.share_with_itself(staff_key)]
        for owner, one in self._entitled(without):
            if one.is_device:
                shared.append(self._root.share("scuola", school_key, recipient=owner, box_key=one.box_key))
            else:
                shared.append(self._root.share("personale", staff_key, recipient=owner, box_key=one.box_key))
        self._say(shared)
        self._technician = self._school.refreshed(self._technician)

    # What is taken back, and who is forgotten

    def revoke(self, owner: bytes, *, until_ms: int | None = None) -> None:
        """Takes back the key of a laptop or a member of staff; `change_keys` then gives the others new ones.

        What they wrote before `until_ms`, or all that is held here now, still counts; the rest, wherever it turns
        up, is kept and has no effect.
        """
        self._say([self._root.revoke(owner, self._school.last_good(owner, until_ms))])

    def erase(self, person: PersonId) -> None:
        """Forgets a person, here and wherever this fact arrives; nothing brings them back."""
        self._say([PersonErased(erased=person)])

    def new_sheet(self) -> str:
        """Twenty-six letters to be written on paper and locked away, for the day when no technician can come in.

        Laptops that have heard of it take the sheet before no more.
        """
        code = draw_letters(SHEET_LETTERS, self.random)
        self._say([self._root.on_sheet(code)])
        return shown_letters(code)

    def _entitled(self, without: Collection[bytes]) -> Iterator[tuple[bytes, Certificate]]:
        gone = {
            *without,
            *self._school.revoked(),
            *(one.staff_id for one in self._school.all_staff() if one.successor),
        }
        now_ms = self._clock.now_ms()
        for owner, one in self._school.certificates().items():
            # A technician may come in after the end too, to renew.
            if owner not in gone and (one.not_after_ms >= now_ms or one.role == "tecnico"):
                yield owner, one

    def _say(self, facts: list[Fact]) -> None:
        self._school.record(facts, author=self._technician)


def recover_from_sheet(
    school: StaffedSchool,
    written: str,
    name: str,
    password: str,
    *,
    clock: Clock,
    random: Callable[[int], bytes],
    effort: Effort,
) -> bytes:
    """Makes a technician from the letters on paper, where nobody knows a technician's password; gives their id.

    Who had that name as a technician before is the same person from now on, and their old keys sign nothing more; as
    in `Office.recover` what they signed stays.

    Raises:
        WrongSheetError: the letters are not those of the newest sheet.
        WeakPasswordError: the password is too short.
    """
    check_password(password, "tecnico")
    try:
        seed = unlock(read_locked(school.locked_keys(school.school_id)), read_letters(written))
    except (NoStaffKeysError, WrongPasswordError) as error:
        raise WrongSheetError from error
    serial = max((one.serial for one in school.certificates().values()), default=0)
    root = Root(seed, clock=clock, random=random, effort=effort, last_serial=serial)
    staff_key, *older = school.keys_given(school.school_id, "personale", root.box_seed)
    new = root.member(name, "tecnico", "tecnico", password, staff_key=staff_key)
    same = [
        one
        for one in school.all_staff()
        if one.role == "tecnico" and one.name == name and one.successor is None and not one.gone
    ]
    until_ms = school.now_ms() + DAY_MS
    before: list[Fact] = [
        StaffFieldSet(staff_id=one.staff_id, field="successor", value=new.author.staff_id.hex())
        for one in same
    ]
    before += [root.revoke(one.staff_id, school.last_good(one.staff_id), until_ms=until_ms) for one in same]
    shared = [
        root.share("personale", key, recipient=new.author.staff_id, box_key=new.box_key)
        for key in reversed(older)
    ]
    school.record([*new.facts[:1], *shared, *new.facts[1:], *before], author=new.author)
    return new.author.staff_id


def change_password(
    school: StaffedSchool,
    staff_id: bytes,
    old: str,
    new: str,
    *,
    random: Callable[[int], bytes],
    effort: Effort,
) -> None:
    """Puts somebody's keys behind another password; the keys, and all they signed, stay the same.

    Raises:
        WrongPasswordError: the old one does not open them.
        WeakPasswordError: the new one is too short.
    """
    role = next(one.role for one in school.all_staff() if one.staff_id == staff_id)
    check_password(new, role)
    member = school.unlock(staff_id, old)
    locked = lock(member.seed + member.box_seed, new, random=random, effort=effort)
    keys = StaffFieldSet(staff_id=staff_id, field="keys", value=shown_locked(locked))
    school.record([keys], author=member)
