"""What the projections hold, read back as people, work, words and progress."""

from collections.abc import Iterable

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.folding import (
    BROUGHT,
    Deed,
    Happened,
    Order,
    Thing,
    Value,
    fold_fields,
    fold_progress,
    latest_first,
    once,
    tries_of,
)
from scuola_digitale.domain.given_answers import GivenAnswer
from scuola_digitale.domain.notebook import NotebookPage, read_page
from scuola_digitale.domain.open_answers import Mark, OpenAnswer, read_mark, read_place
from scuola_digitale.domain.preferences import Preferences, fold_preferences
from scuola_digitale.domain.progress import Progress, Try
from scuola_digitale.domain.school_packs import OfferedPack, read_offer, standing
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.domain.work import Task, TeacherWord, Work
from scuola_digitale.storage.named_acts import body_of, named_acts
from scuola_digitale.storage.people_view import PeopleView, grades_of, id_in
from scuola_digitale.storage.sayings import order_of

_TASK = "task/"


class SchoolView(PeopleView):
    """What people do with one another and by themselves, beside who they are."""

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
                author=id_in(str(key).partition("/")[0]) or b"",
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
        names = {member.staff_id: member.name for member in self.staff()} | self.origins(person)
        streams = self._streams()
        rows = self._connection.execute(
            "SELECT hlc_ms, stream, seq, author, value FROM saying WHERE thing = 'word' AND key = ?",
            (person,),
        )
        words = [
            (order_of(hlc_ms, seq, streams[stream]), author, value)
            for hlc_ms, stream, seq, author, value in rows
        ]
        return tuple(
            dict.fromkeys(
                TeacherWord(text=self._words(value), author=names.get(author, ""), sent_ms=order[0])
                for order, author, value in sorted(words, reverse=True)
            )
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
                order_of(hlc_ms, seq, streams[stream]),
                subject,
                self._answer(body_of(self._connection, stream, seq), brought=deed >= BROUGHT),
            )
            for hlc_ms, stream, seq, subject, deed, score, _, _ in acts
            if deed % BROUGHT == Deed.ANSWERED and score is None
        ]
        return tuple(
            OpenAnswer(
                person=person,
                exercise_ref=subject,
                at_ms=order[0],
                text=text,
                mark=marks.get((subject, order[0])),
            )
            for order, subject, text in _each_once(sorted(found, reverse=True))
        )

    def given_answers(self, person: PersonId, lesson_ref: str) -> tuple[GivenAnswer, ...]:
        """Every try of a person at the exercises of a lesson, earliest first."""
        streams = self._streams()
        marks = self._marks(person)
        found = {}
        for hlc_ms, stream, seq, subject, deed, score, hints, _ in named_acts(
            self._connection, self.person_number(person)
        ):
            if deed % BROUGHT != Deed.ANSWERED or subject.rpartition("/")[0] != lesson_ref:
                continue
            body = body_of(self._connection, stream, seq)
            parts, seed = self._parts(body, brought=deed >= BROUGHT, whole=score is None)
            mark = marks.get((subject, hlc_ms)) if score is None else None
            given = GivenAnswer(
                exercise_ref=subject,
                at_ms=hlc_ms,
                answer=parts,
                score=mark.score if mark is not None else score,
                hints=hints,
                seed=seed,
            )
            # Who moved brought the same try along, perhaps twice.
            found[given] = order_of(hlc_ms, seq, streams[stream])
        return tuple(sorted(found, key=lambda given: found[given]))

    def _parts(self, body: bytes, *, brought: bool, whole: bool) -> tuple[tuple[str, ...], int]:
        """The parts of a stored answer (`whole`: what was written is one part, lines and all), and its seed."""
        from scuola_digitale.storage.sealed_answer import stored_answer  # late: who signs in does without

        stored = stored_answer(body, brought=brought)
        if stored.sealed is None:
            return stored.parts, stored.seed
        words = self._words(stored.sealed)
        return ((words,) if whole else tuple(words.split("\n"))) if words else (), stored.seed

    def _answer(self, body: bytes, *, brought: bool) -> str:
        from scuola_digitale.storage.sealed_answer import answer_in  # late: who signs in does without

        return self._words(answer_in(body, brought=brought))

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
        return once(
            (order_of(hlc_ms, seq, streams[stream]), subject, deed, score, hints, seconds)
            for hlc_ms, stream, seq, subject, deed, score, hints, seconds in named_acts(
                self._connection, person
            )
        )


def _each_once(found: list[tuple[Order, str, str]]) -> Iterable[tuple[Order, str, str]]:
    """Of the same words at the same moment one: a pupil who moved brought them along, perhaps twice."""
    return {(order[0], subject, text): (order, subject, text) for order, subject, text in found}.values()


def _task(field: str, value: Value) -> Task | None:
    grades = list(grades_of(field.removeprefix(_TASK)))
    if not isinstance(value, str) or not grades:
        return None
    lesson_ref, *exercises = value.split("\n")
    return Task(grade=grades[0], lesson_ref=lesson_ref, exercises=tuple(exercises))


_CLOSABLE = """
SELECT coalesce(sum(facts), 0) FROM (
    SELECT count(*) AS facts FROM fact JOIN stream ON number = stream
    WHERE scope != 'scuola' AND hlc_ms < ? GROUP BY stream HAVING facts >= ?
)
"""
