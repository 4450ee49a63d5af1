"""What the projections hold, read back as people, groups, work and progress."""

from collections.abc import Callable, Iterable

from scuola_digitale.domain.facts import KeyName, PersonId
from scuola_digitale.domain.folding import (
    Deed,
    Happened,
    Order,
    Said,
    Thing,
    Value,
    fold_fields,
    fold_progress,
    latest_first,
    tries_of,
)
from scuola_digitale.domain.notebook import NotebookPage, read_page
from scuola_digitale.domain.open_answers import Mark, OpenAnswer, read_mark, read_place
from scuola_digitale.domain.people import Device, Group, Pupil, StaffMember
from scuola_digitale.domain.preferences import Preferences, fold_preferences
from scuola_digitale.domain.progress import Progress, Try
from scuola_digitale.domain.school_packs import OfferedPack, read_offer, standing
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.domain.work import Task, TeacherWord, Work
from scuola_digitale.format.certificates import Certificate, read_trusted
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.named_acts import body_of, named_acts

Unseal = Callable[[Value], str]
"""A value in words; what cannot be opened here is empty."""

_TASK = "task/"


class SchoolView:
    """Reads over one connection; what it gives is as of now."""

    def __init__(self, connection: Connection, unseal: Unseal) -> None:
        self._connection = connection
        self._words = unseal

    def sayings(self, thing: Thing, key: str | bytes | None = None) -> list[Said]:
        """Everything ever said of things of a sort, or of one of them."""
        streams = self._streams()
        rows = self._connection.execute(
            "SELECT hlc_ms, stream, seq, key, field, value FROM saying"
            " WHERE thing = ? AND (?2 IS NULL OR key = ?2)",
            (thing, key),
        )
        return [
            (_order(hlc_ms, seq, streams[stream]), its_key, field, value)
            for hlc_ms, stream, seq, its_key, field, value in rows
        ]

    def _streams(self) -> dict[int, tuple[bytes, int, str]]:
        rows = self._connection.execute("SELECT number, device, epoch, scope FROM stream")
        return {number: (device, epoch, scope) for number, device, epoch, scope in rows}

    def plesso_name(self, scope: str) -> str:
        """The site's name, empty before it has one."""
        return self._words(fold_fields(self.sayings("plesso")).get(scope, {}).get("name"))

    def groups(self) -> tuple[Group, ...]:
        """Classes, by name."""
        groups = [
            Group(
                group_id=str(key),
                name=self._words(fields.get("name")),
                grades=tuple(_grades(self._words(fields.get("grades")))),
            )
            for key, fields in fold_fields(self.sayings("group")).items()
        ]
        return tuple(sorted(groups, key=lambda group: (group.name.casefold(), group.group_id)))

    def pupils(self) -> tuple[Pupil, ...]:
        """The roster, by grade and then name; who has no grade yet is not in it."""
        return self._pupils(members=True)

    def former_pupils(self) -> tuple[Pupil, ...]:
        """Who left the roster, in the same order."""
        return self._pupils(members=False)

    def names_of_others(self, person: PersonId) -> frozenset[str]:
        """Every name that any other pupil has or ever had."""
        said = (value for _, key, field, value in self.sayings("pupil") if field == "name" and key != person)
        return frozenset(map(self._words, said)) - {""}

    def _pupils(self, *, members: bool) -> tuple[Pupil, ...]:
        pupils = [
            self._pupil(key, grade, fields)
            for key, fields in fold_fields(self.sayings("pupil")).items()
            for grade in _grades(self._words(fields.get("grade")))
            if (fields.get("member") is not None) == members and isinstance(key, bytes)
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
            successor=_id(self._words(fields.get("successor"))),
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

    def notes_on(self, person: PersonId) -> tuple[tuple[int, bytes, bytes], ...]:
        """The staff's notes on a pupil, newest first: when, the author's id, the sealed words."""
        rows = self._connection.execute(
            "SELECT hlc_ms, author, value FROM saying WHERE thing = 'note' AND key = ?"
            " ORDER BY hlc_ms DESC, stream, seq DESC",
            (person,),
        )
        return tuple((hlc_ms, author, value) for hlc_ms, author, value in rows)

    def works(self) -> tuple[Work, ...]:
        """What is assigned and not closed, newest first."""
        return tuple(one for one in self.all_works() if not one.closed)

    def all_works(self) -> tuple[Work, ...]:
        """What was ever assigned, newest first."""
        sayings = self.sayings("work")
        began: dict[str | bytes, int] = {}
        for (hlc_ms, *_), key, _, _ in sayings:
            began[key] = min(hlc_ms, began.get(key, hlc_ms))
        works = [self._work(str(key), fields, began[key]) for key, fields in fold_fields(sayings).items()]
        return tuple(sorted(works, key=lambda one: -one.assigned_ms))

    def _work(self, work_id: str, fields: dict[str, Value], assigned_ms: int) -> Work:
        tasks = [_task(field, value) for field, value in fields.items() if field.startswith(_TASK)]
        return Work(
            work_id=work_id,
            theme=self._words(fields.get("theme")),
            group_id=self._words(fields.get("group")),
            tasks=tuple(
                sorted((task for task in tasks if task), key=lambda task: list(Grade).index(task.grade))
            ),
            due=self._words(fields.get("due")),
            closed=bool(fields.get("closed")),
            assigned_ms=assigned_ms,
        )

    def packs(self) -> tuple[OfferedPack, ...]:
        """The school's own packs that are offered now, in order of their first offer."""
        sayings = self.sayings("pack")
        said: dict[str | bytes, list[int]] = {}
        for (hlc_ms, *_), key, _, value in sayings:
            said.setdefault(key, []).extend([hlc_ms] if value is not None else [])
        offers = [
            OfferedPack(
                key=str(key),
                author=_id(str(key).partition("/")[0]) or b"",
                first_ms=min(said[key]),
                offered_ms=max(said[key]),
                offer=read_offer(self._words(fields["offer"])),
            )
            for key, fields in fold_fields(sayings).items()
            if fields["offer"] is not None
        ]
        return standing(offers)

    def words_for(self, person: PersonId) -> tuple[TeacherWord, ...]:
        """The teachers' words to a pupil, newest first."""
        names = {member.staff_id: member.name for member in self.staff()}
        streams = self._streams()
        rows = self._connection.execute(
            "SELECT hlc_ms, stream, seq, author, value FROM saying WHERE thing = 'word' AND key = ?",
            (person,),
        )
        words = [
            (_order(hlc_ms, seq, streams[stream]), author, value)
            for hlc_ms, stream, seq, author, value in rows
        ]
        return tuple(
            TeacherWord(text=self._words(value), author=names.get(author, ""), sent_ms=order[0])
            for order, author, value in sorted(words, reverse=True)
        )

    def acts_mark(self, person: int) -> tuple[int, float, int, int | None]:
        """Changes whenever something of a person's acts or marks does, and costs little."""
        found = self._connection.execute(
            "SELECT count(*), total(hlc_ms), (SELECT count(*) FROM saying WHERE thing = 'mark' AND key ="
            " (SELECT value FROM name WHERE number = ?1)),"
            " (SELECT length(acts) FROM packed_act WHERE person = ?1) FROM act WHERE person = ?1",
            (person,),
        )
        mark: tuple[int, float, int, int | None] = found.fetchone()
        return mark

    def person_number(self, person: PersonId) -> int:
        """The number of a person in this database, 0 for somebody nothing is known of."""
        found = self._connection.execute("SELECT number FROM name WHERE value = ?", (person,)).fetchone()
        return int(found[0]) if found else 0

    def progress(self, person: int) -> Progress:
        """The progress of a person, by their number."""
        return fold_progress(self._happened(person), self._scores(person))

    def tries(self, person: int) -> tuple[Try, ...]:
        """Every answer of a person, by their number, earliest first."""
        return tries_of(self._happened(person), self._scores(person))

    def _scores(self, person: int) -> dict[tuple[str, int], int]:
        found = self._connection.execute("SELECT value FROM name WHERE number = ?", (person,)).fetchone()
        return {place: mark.score for place, mark in self._marks(found[0]).items()} if found else {}

    def _marks(self, person: PersonId) -> dict[tuple[str, int], Mark]:
        said = fold_fields(self.sayings("mark", person)).get(person, {})
        marks = ((read_place(field), read_mark(self._words(value))) for field, value in said.items())
        return {place: mark for place, mark in marks if place and mark}

    def open_answers(self, person: PersonId) -> tuple[OpenAnswer, ...]:
        """What a person wrote for the teacher to read, newest first, with the teacher's mark once there is one."""
        marks = self._marks(person)
        streams = self._streams()
        acts = named_acts(self._connection, self.person_number(person))
        found = [
            (
                _order(hlc_ms, seq, streams[stream]),
                subject,
                self._answer(body_of(self._connection, stream, seq)),
            )
            for hlc_ms, stream, seq, subject, deed, score, _, _ in acts
            if deed == Deed.ANSWERED and score is None
        ]
        return tuple(
            OpenAnswer(
                person=person,
                exercise_ref=subject,
                at_ms=order[0],
                text=text,
                mark=marks.get((subject, order[0])),
            )
            for order, subject, text in sorted(found, reverse=True)
        )

    def _answer(self, body: bytes) -> str:
        from scuola_digitale.storage.sealed_answer import answer_in  # late: who signs in does without

        return self._words(answer_in(body))

    def preferences(self, person: PersonId) -> Preferences:
        """How a person likes to read."""
        said = sorted(self.sayings("preference", person))
        return fold_preferences(self._words(value) for _, _, _, value in said)

    def notebook(self, person: PersonId) -> tuple[NotebookPage, ...]:
        """The pages of a person's notebook, newest first."""
        said = self.sayings("notebook", person)
        written: dict[str, int] = {}
        for (hlc_ms, *_), _, page_id, _ in said:
            written[page_id] = max(hlc_ms, written.get(page_id, 0))
        fields = fold_fields(said).get(person, {})
        pages = (
            read_page(page_id, self._words(entry), written[page_id]) for page_id, entry in fields.items()
        )
        return tuple(sorted((page for page in pages if page), key=lambda page: (-page.at_ms, page.page_id)))

    def revoked(self) -> frozenset[bytes]:
        """Whose key the root took back."""
        return frozenset(key for _, key, _, _ in self.sayings("revocation") if isinstance(key, bytes))

    def erased(self) -> frozenset[bytes]:
        """Whom the school forgot."""
        return frozenset(key for _, key, _, _ in self.sayings("erasure") if isinstance(key, bytes))

    def set_aside(self) -> tuple[SetAside, ...]:
        """Facts without effect, by reason and writer."""
        labels = {device.device: device.label for device in self.devices()}
        rows = self._connection.execute(
            "SELECT reason, device, count(*) FROM quarantine JOIN stream ON number = quarantine.stream"
            " GROUP BY reason, device ORDER BY reason, device"
        )
        return tuple(
            SetAside(reason=reason, device=device, label=labels.get(device, ""), facts=facts)
            for reason, device, facts in rows
        )

    def history(self, thing: Thing, key: str | bytes, field: str) -> tuple[Version, ...]:
        """Every value of a field, the one that counts first."""
        authors = dict(self._authors(thing, key, field))
        said = [one for one in self.sayings(thing, key) if one[2] == field]
        return tuple(
            Version(value=self._words(value), author=authors.get(order[0], b""), said_ms=order[0])
            for order, _, _, value in latest_first(said)
        )

    def _authors(self, thing: Thing, key: str | bytes, field: str) -> Iterable[tuple[int, bytes]]:
        found = self._connection.execute(
            "SELECT hlc_ms, author FROM saying WHERE thing = ? AND key = ? AND field = ? AND author IS NOT NULL",
            (thing, key, field),
        )
        return found.fetchall()

    def closable(self, until_ms: int, least: int) -> int:
        """How many facts of the sites are older than a time and still rows, in streams with at least so many."""
        found = self._connection.execute(_CLOSABLE, (until_ms, least))
        return int(found.fetchone()[0])

    def _happened(self, person: int) -> list[Happened]:
        streams = self._streams()
        return [
            (_order(hlc_ms, seq, streams[stream]), subject, deed, score, hints, seconds)
            for hlc_ms, stream, seq, subject, deed, score, hints, seconds in named_acts(
                self._connection, person
            )
        ]


def _order(hlc_ms: int, seq: int, stream: tuple[bytes, int, str]) -> Order:
    device, epoch, scope = stream
    return hlc_ms, device, seq, epoch, scope


def _id(shown: str) -> bytes | None:
    try:
        return bytes.fromhex(shown) or None
    except ValueError:
        return None


def _task(field: str, value: Value) -> Task | None:
    grades = list(_grades(field.removeprefix(_TASK)))
    if not isinstance(value, str) or not grades:
        return None
    lesson_ref, *exercises = value.split("\n")
    return Task(grade=grades[0], lesson_ref=lesson_ref, exercises=tuple(exercises))


def _grades(codes: str) -> Iterable[Grade]:
    known = {grade.value: grade for grade in Grade}
    return (known[code] for code in codes.split(",") if code in known)


_SEEN = """
SELECT device, max(ms) FROM (
    SELECT device, hlc_ms AS ms FROM stream JOIN fact ON stream = number AND fact.seq = stream.seq
    UNION ALL
    SELECT device, latest_ms FROM stream JOIN packed ON packed.stream = stream.number AND last = seq
) GROUP BY device
"""

_CLOSABLE = """
SELECT coalesce(sum(facts), 0) FROM (
    SELECT count(*) AS facts FROM fact JOIN stream ON number = stream
    WHERE scope != 'scuola' AND hlc_ms < ? GROUP BY stream HAVING facts >= ?
)
"""
