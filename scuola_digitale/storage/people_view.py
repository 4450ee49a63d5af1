"""Who is in the school: sites, classes, pupils, staff and laptops, read back from what was said of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scuola_digitale.domain.facts import KeyName, PersonId
from scuola_digitale.domain.folding import Order, Value, fold_fields
from scuola_digitale.domain.people import Device, Group, Pupil, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.certificates import Certificate, read_trusted
from scuola_digitale.storage.sayings import Sayings

if TYPE_CHECKING:
    from scuola_digitale.format.gone import Gone


class PeopleView(Sayings):
    """The people, their laptops and their keys."""

    def plesso_name(self, scope: str) -> str:
        """The site's name, empty before it has one."""
        return self._words(fold_fields(self.sayings("plesso")).get(scope, {}).get("name"))

    def groups(self) -> tuple[Group, ...]:
        """Classes, by name."""
        groups = [
            Group(
                group_id=str(key),
                name=self._words(fields.get("name")),
                grades=tuple(grades_of(self._words(fields.get("grades")))),
            )
            for key, fields in fold_fields(self.sayings("group")).items()
        ]
        return tuple(sorted(groups, key=lambda group: (group.name.casefold(), group.group_id)))

    def shows_photos(self) -> bool:
        """Whether the school wants photos of its pupils beside the animals."""
        return self._words(fold_fields(self.sayings("school")).get("scuola", {}).get("photos")) == "1"

    def photos(self) -> dict[str | bytes, bytes]:
        """Sealed, the latest photo of each pupil who ever had one."""
        said = fold_fields(self.sayings("photo")).items()
        return {key: value for key, fields in said if isinstance(value := fields.get("photo"), bytes)}

    def photographed(self) -> dict[PersonId, int]:
        """When the latest photo of each pupil was set."""
        said = sorted(self.sayings("photo"))
        return {key: order[0] for order, key, _, _ in said if isinstance(key, bytes)}

    def photo_on_the_way(self, person: PersonId) -> bytes:
        """Sealed, the photo of somebody who was sent to another site; empty for none."""
        said = fold_fields(self.sayings("photo sent", person)).get(person, {})
        value = said.get("photo")
        return value if isinstance(value, bytes) else b""

    def pupils(self, scope: str) -> tuple[Pupil, ...]:
        """The roster, by grade and then name; who has no grade yet is not in it."""
        return self._pupils(scope, members=True)

    def former_pupils(self, scope: str) -> tuple[Pupil, ...]:
        """Who left the roster, or went to another site, in the same order."""
        return self._pupils(scope, members=False)

    def names_of_others(self, person: PersonId) -> frozenset[str]:
        """Every name that any other pupil has or ever had."""
        said = (value for _, key, field, value in self.sayings("pupil") if field == "name" and key != person)
        return frozenset(map(self._words, said)) - {""}

    def away(self, scope: str) -> frozenset[PersonId]:
        """Who is at home in another site of the school."""
        homes = self.homes().items()
        return frozenset(one for one, (_, site) in homes if site != scope and isinstance(one, bytes))

    def leaving(self, scope: str) -> frozenset[PersonId]:
        """Whom this site sent off and no other has welcomed yet."""
        homes = self.homes()
        return frozenset(
            person
            for order, person, field, _ in self.sayings("sent")
            if isinstance(person, bytes)
            and field.rpartition(" ")[2] == scope
            and (person not in homes or homes[person][0] < order)
        )

    def _pupils(self, scope: str, *, members: bool) -> tuple[Pupil, ...]:
        away = self.away(scope)
        pupils = [
            self._pupil(key, grade, fields)
            for key, fields in fold_fields(self.sayings("pupil")).items()
            for grade in grades_of(self._words(fields.get("grade")))
            if (fields.get("member") is not None and key not in away) == members and isinstance(key, bytes)
        ]
        order = list(Grade)
        return tuple(
            sorted(pupils, key=lambda one: (order.index(one.grade), one.name.casefold(), one.person))
        )

    def _pupil(self, person: PersonId, grade: Grade, fields: dict[str, Value]) -> Pupil:
        return Pupil(
            person=person,
            name=self._words(fields.get("name")),
            grade=grade,
            avatar=self._words(fields.get("avatar")),
            group_id=self._words(fields.get("group")),
            figures=tuple(self._words(fields.get("figures")).split()),
            card=self._words(fields.get("card")),
        )

    def staff(self) -> tuple[StaffMember, ...]:
        """Who ever held a certificate as staff, by name."""
        named = fold_fields(self.sayings("staff"))
        gone = self.revoked()
        members = [
            self._member(owner, one, named.get(owner, {}), gone=owner in gone)
            for owner, one in self.certificates().items()
        ]
        return tuple(sorted((one for one in members if one), key=lambda one: one.name.casefold()))

    def _member(
        self, owner: bytes, one: Certificate, fields: dict[str, Value], *, gone: bool
    ) -> StaffMember | None:
        if one.role == "dispositivo":
            return None
        return StaffMember(
            staff_id=owner,
            name=self._words(fields.get("name")),
            title=self._words(fields.get("title")),
            role=one.role,
            until_ms=one.not_after_ms,
            successor=id_in(self._words(fields.get("successor"))),
            gone=gone,
        )

    def devices(self) -> tuple[Device, ...]:
        """Every laptop that was ever admitted, by label."""
        named = fold_fields(self.sayings("staff"))
        seen, lost = self._seen(), self.revoked()
        devices = [
            Device(
                device=owner,
                label=self._words(named.get(owner, {}).get("name")),
                until_ms=one.not_after_ms,
                seen_ms=seen.get(owner, 0),
                lost=owner in lost,
                sites=tuple(scope.removeprefix("plesso/") for scope in one.scopes),
            )
            for owner, one in self.certificates().items()
            if one.is_device
        ]
        return tuple(sorted(devices, key=lambda one: (one.label.casefold(), one.device)))

    def _seen(self) -> dict[bytes, int]:
        # The last fact of a stream is its latest: the clock of facts only grows.
        rows = self._connection.execute(_SEEN)
        return {device: hlc_ms or 0 for device, hlc_ms in rows}

    def certificates(self) -> dict[bytes, Certificate]:
        """The newest certificate of everybody who was ever admitted, by their id."""
        newest: dict[bytes, Certificate] = {}
        for _, _, _, data in self.sayings("certificate"):
            one = read_trusted(data if isinstance(data, bytes) else b"")
            before = newest.get(one.subject_id)
            if before is None or before.serial < one.serial:
                newest[one.subject_id] = one
        return newest

    def locked_keys(self, staff_id: bytes) -> str:
        """A member's keys behind their password, as they were said last; empty where there are none."""
        return self._words(fold_fields(self.sayings("staff", staff_id)).get(staff_id, {}).get("keys"))

    def boxes(self, recipient: bytes, name: KeyName) -> tuple[bytes, ...]:
        """The keys of a name that a recipient was given, each in its box, the latest first."""
        said = sorted((one for one in self.sayings("key", recipient) if one[2] == name), reverse=True)
        return tuple(box for _, _, _, box in said if isinstance(box, bytes))

    def origins(self, person: PersonId) -> dict[bytes, str]:
        """The words for authors, schools and packages of elsewhere that a pupil brought along, by their id."""
        said = fold_fields(self.sayings("origin", person)).get(person, {})
        return {bytes.fromhex(who): self._words(value) for who, value in said.items()}

    def homes(self) -> dict[str | bytes, tuple[Order, str]]:
        """When and to which site (its scope) pupils moved inside the school; of most nothing was ever said."""
        return {key: (order, str(value)) for order, key, _, value in sorted(self.sayings("home"))}

    def revoked(self) -> frozenset[bytes]:
        """Whose key the root took back."""
        return frozenset(key for _, key, _, _ in self.sayings("revocation") if isinstance(key, bytes))

    def gone(self) -> "Gone":
        """Of what nothing but hashes may be kept anywhere."""
        from scuola_digitale.storage.forgetting import gone_in  # late: who signs in does without

        return gone_in(self._connection)

    def erased(self) -> frozenset[bytes]:
        """Whom the school forgot."""
        return frozenset(key for _, key, _, _ in self.sayings("erasure") if isinstance(key, bytes))


def id_in(shown: str) -> bytes | None:
    """An id from its hexadecimal form; None where this is none."""
    try:
        return bytes.fromhex(shown) or None
    except ValueError:
        return None


def grades_of(codes: str) -> Iterable[Grade]:
    """The grades of codes joined by commas; what is no grade is passed over."""
    known = {grade.value: grade for grade in Grade}
    return (known[code] for code in codes.split(",") if code in known)


_SEEN = """
SELECT device, max(ms) FROM (
    SELECT device, hlc_ms AS ms FROM stream JOIN fact ON stream = number AND fact.seq = stream.seq
    UNION ALL
    SELECT device, latest_ms FROM stream JOIN packed ON packed.stream = stream.number AND last = seq
) GROUP BY device
"""
