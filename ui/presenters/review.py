"""Decides what a pupil reviews today: a few exercises already done, those nearest to being forgotten first."""

import math
from datetime import date

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.review import Remembered, plan_review
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, local, minutes_words, short_day

MOST_A_DAY = 8
_SECONDS_EACH = 45


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise to review: its lesson, and why it comes back today, in words."""

    lesson_ref: str
    exercise_id: str
    lesson_title: str
    why: str

    @property
    def ref(self) -> str:
        """`PUBLISHER/LESSON/EXERCISE`."""
        return f"{self.lesson_ref}/{self.exercise_id}"


class ReviewPresenter:
    """A pupil's review of today; made off the GUI thread, since it plans over everything they did."""

    title = Worded(lambda: say("Ripasso"))
    detail = Worded(lambda: say("Pochi minuti al giorno, per non dimenticare."))
    why_title = Worded(lambda: say("Perché proprio queste?"))
    why = Worded(
        lambda: say(
            "Sono domande che hai già fatto. Ognuna torna quando stai per dimenticarla. "
            "Se la ricordi, la volta dopo torna più tardi."
        )
    )
    begin = Worded(lambda: say("Comincia"))
    skip = Worded(lambda: say("Salta questa"))
    onwards = Worded(lambda: say("Avanti"))
    finish = Worded(lambda: say("Ho finito"))
    nothing = Worded(lambda: say("Oggi non c’è niente da ripassare"))
    done_title = Worded(lambda: say("Ripasso fatto!"))
    to_today = Worded(lambda: say("Torna a Oggi"))
    begin_first = Worded(lambda: say("Fai un esercizio. Fra qualche giorno lo ritrovi qui."))

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        now_ms = desk.clock.now_ms()
        self._today = local(now_ms).date()
        tries = desk.school.tries(pupil.person)
        self._heads = {head.ref: head for head in desk.library.lessons()}
        plan = plan_review(tries, now_ms)
        self._known = [one for one in plan.values() if self._is_here(one.exercise_ref)]
        first_days: dict[str, date] = {}
        for one in tries:
            first_days.setdefault(one.exercise_ref, local(one.at_ms).date())
        reviewed = {
            one.exercise_ref
            for one in tries
            if local(one.at_ms).date() == self._today and first_days[one.exercise_ref] < self._today
        }
        self._room = max(0, MOST_A_DAY - len(reviewed))
        self.reviewed_today = len(reviewed)

    def questions(self) -> tuple[Question, ...]:
        """What to review today, the most nearly forgotten first."""
        due = [one for one in self._known if local(one.due_ms).date() <= self._today]
        due.sort(key=lambda one: (one.strength, one.exercise_ref))
        return tuple(self._question(one) for one in due[: self._room])

    def amount(self) -> str:
        """How much that is: `6 domande · 5 minuti`; empty for nothing."""
        return amount_words(len(self.questions()))

    def next_time(self) -> str:
        """When something comes back, where today holds nothing more."""
        coming = sorted(local(one.due_ms).date() for one in self._known)
        later = [day for day in coming if day > self._today]
        if len(later) < len(coming) and not self._room:
            return say("Per oggi basta così. Domani ce ne sono altre.")
        if not later:
            return self.begin_first
        first = later[0]
        many = count_words(later.count(first), "domanda", "domande")
        return say("Torna {day}: {many}.", day=self._day_words(first), many=many)

    def _day_words(self, day: date) -> str:
        days = (day - self._today).days
        if days == 1:
            return say("domani")
        return short_day(day) if days < 7 else say("fra {days} giorni", days=days)

    def _is_here(self, exercise_ref: str) -> bool:
        lesson_ref, _, exercise_id = exercise_ref.rpartition("/")
        head = self._heads.get(lesson_ref)
        return head is not None and exercise_id in head.exercises

    def _question(self, one: Remembered) -> Question:
        lesson_ref, _, exercise_id = one.exercise_ref.rpartition("/")
        return Question(
            lesson_ref=lesson_ref,
            exercise_id=exercise_id,
            lesson_title=self._heads[lesson_ref].title,
            why=self._why(one),
        )

    def _why(self, one: Remembered) -> str:
        days = (self._today - local(one.last_ms).date()).days
        ago = say("ieri") if days == 1 else say("{days} giorni fa", days=days) if days else say("oggi")
        if not one.last_right:
            ago = ago[0].upper() + ago[1:]
            return say("{ago} non era ancora venuta: riprova adesso.", ago=ago)
        return say("L’hai fatta {ago}: la ricordi?", ago=ago)


def amount_words(questions: int) -> str:
    """`6 domande · 5 minuti`; empty for none."""
    if not questions:
        return ""
    minutes = math.ceil(questions * _SECONDS_EACH / 60)
    return f"{count_words(questions, 'domanda', 'domande')} · {minutes_words(minutes)}"


def ending_words(answered: int, right: int) -> str:
    """What is said at the end; nothing is counted against anybody."""
    if not answered:
        return say("Le hai guardate tutte. Puoi farle un’altra volta.")
    if right == answered:
        return say("Le ricordavi tutte. Torneranno fra un po’.")
    if right:
        return say("Qualcuna la ricordavi bene. Le altre tornano presto.")
    return say("Oggi era difficile. Tornano domani, una alla volta.")
