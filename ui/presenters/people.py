"""Decides what the technician sees of the school's people, and how they are added."""

from collections.abc import Collection, Sequence

import msgspec

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.animals import ANIMALS
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk
from ui.presenters.history import HistoryPresenter
from ui.presenters.italian import count_words, date_words, grades_words

STAYS = Worded(
    lambda: (
        ("", say("Tutto l’anno")),
        ("5", say("5 giorni")),
        ("15", say("15 giorni")),
        ("30", say("30 giorni")),
        ("90", say("3 mesi")),
    )
)
"""For how long somebody is admitted: days, and their words."""


class StaffRow(msgspec.Struct, frozen=True, kw_only=True):
    """A member of staff as the list shows them; `works_here` until their keys were taken back."""

    member: StaffMember
    name: str
    detail: str
    chip: ChipWords
    works_here: bool = True


class PeoplePresenter:
    """The class, its pupils and the staff; `author` unlocked a technician's keys."""

    title = Worded(lambda: say("Persone"))
    detail = Worded(lambda: say("La classe, gli alunni e chi lavora nella scuola."))
    class_title = Worded(lambda: say("La classe"))
    pupils_title = Worded(lambda: say("Alunni"))
    staff_title = Worded(lambda: say("Chi lavora qui"))
    class_name = Worded(lambda: say("Nome della classe"))
    class_example = Worded(lambda: say("per esempio: pluriclasse I–V"))
    class_grades = Worded(lambda: say("Quali classi ci sono"))
    save = Worded(lambda: say("Salva"))
    pupil_title = Worded(lambda: say("Aggiungi un alunno"))
    pupil_name = Worded(lambda: say("Nome"))
    pupil_grade = Worded(lambda: say("Classe"))
    pupil_animal = Worded(lambda: say("Animale"))
    add = Worded(lambda: say("Aggiungi"))
    nobody = Worded(lambda: say("Ancora nessun alunno"))
    nobody_detail = Worded(
        lambda: say("Aggiungi il primo qui sotto: bastano il nome, la classe e un animale.")
    )
    new_staff_title = Worded(lambda: say("Fai entrare un’insegnante"))
    new_staff_detail = Worded(
        lambda: say(
            "La supplente entra per i suoi giorni: finiti quelli, la sua parola d’ordine non apre più"
            " e quello che ha scritto resta."
        )
    )
    staff_name = Worded(lambda: say("Nome"))
    staff_call = Worded(lambda: say("Come la chiamano"))
    staff_call_example = Worded(lambda: say("maestra, maestro…"))
    stay = Worded(lambda: say("Per quanto"))
    password = Worded(lambda: say("Parola d’ordine"))
    let_in = Worded(lambda: say("Fai entrare"))
    forgot = Worded(lambda: say("Parola dimenticata"))
    leaves = Worded(lambda: say("Ha finito"))
    new_word = Worded(lambda: say("Parola d’ordine nuova"))
    give = Worded(lambda: say("Dai la parola nuova"))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk = desk
        self._author = author

    # The class

    def class_words(self) -> str:
        """The class in words; empty before it has a name."""
        groups = self._desk.school.groups()
        return (
            say("{name} · classi {grades}", name=groups[0].name, grades=grades_words(groups[0].grades))
            if groups
            else ""
        )

    def grades(self) -> tuple[Grade, ...]:
        """The grades that sit here; all of them before anybody said which."""
        groups = self._desk.school.groups()
        return groups[0].grades if groups and groups[0].grades else tuple(Grade)

    def save_class(self, name: str, grades: Collection[Grade]) -> str:
        """Names the class; gives what to say. Runs off the GUI thread."""
        self._desk.care.set_group(self._author, name, grades)
        return say("«{name}» è pronta.", name=name.strip())

    def class_history(self) -> HistoryPresenter | None:
        """The earlier values of the class; None before there is one."""
        groups = self._desk.school.groups()
        if not groups or self._desk.open_people is None:
            return None
        return HistoryPresenter.of_group(self._desk, groups[0])

    def record(self, facts: Sequence[Fact]) -> None:
        """Writes facts in the name of who sits here. Runs off the GUI thread."""
        self._desk.school.record(facts, author=self._author)

    # Pupils

    def pupils(self) -> tuple[Pupil, ...]:
        """The roster."""
        return self._desk.school.pupils()

    def summary(self) -> str:
        """How many they are and in which class, as far as that was said."""
        count = len(self.pupils())
        words = count_words(count, "alunno", "alunni") if count else ""
        return " · ".join(part for part in (words, self.class_words()) if part)

    def free_animals(self) -> tuple[str, ...]:
        """Those that nobody has yet, or all of them once each has one."""
        taken = {pupil.avatar for pupil in self.pupils()}
        return tuple(animal for animal in ANIMALS() if animal not in taken) or tuple(ANIMALS())

    def add_pupil(self, name: str, grade: Grade, animal: str) -> str:
        """Puts a pupil into the roster; gives what to say. Runs off the GUI thread."""
        self._desk.care.add_pupil(self._author, name, grade, animal)
        return say("{name} è tra gli alunni.", name=name.strip())

    # Staff

    def staff(self) -> tuple[StaffRow, ...]:
        """Who works here, those whose days are over last."""
        rows = [self._staff_row(one) for one in self._desk.care.staff() if one.successor is None]
        return tuple(sorted(rows, key=lambda row: row.chip.mood == "plain"))

    def add_staff(self, name: str, call: str, password: str, days: str) -> str:
        """Lets a teacher in; gives what to say. Runs off the GUI thread."""
        self._desk.care.add_staff(
            self._author, name, call or "maestra", "insegnante", password, days=int(days) if days else None
        )
        return say(
            "{name} può entrare: qui subito, sugli altri portatili dopo uno scambio.", name=name.strip()
        )

    def recover(self, row: StaffRow, password: str) -> str:
        """Gives somebody a new password; gives what to say. Runs off the GUI thread."""
        self._desk.care.recover(self._author, row.member, password)
        return say("{name} entra con la parola nuova. Quello che aveva scritto resta.", name=row.name)

    def dismiss_question(self, row: StaffRow) -> str:
        """What is asked before somebody is dismissed."""
        return say(
            "{name} non lavora più qui? La sua parola d’ordine non aprirà più; quello che ha scritto resta.",
            name=row.name,
        )

    def dismiss(self, row: StaffRow) -> str:
        """Takes back somebody's keys; gives what to say. Runs off the GUI thread."""
        self._desk.care.dismiss(self._author, row.member)
        return say("{name} non entra più: qui subito, altrove dopo uno scambio.", name=row.name)

    def _staff_row(self, member: StaffMember) -> StaffRow:
        over = member.until_ms < self._desk.clock.now_ms() and member.role == "insegnante"
        if member.gone:
            chip = ChipWords(say("non lavora più qui"), "plain", "orologio")
        elif over:
            chip = ChipWords(say("finito"), "plain", "orologio")
        else:
            chip = ChipWords(say("può entrare"), "ok", "fatto")
        day = date_words(member.until_ms)
        until = say("finito il {day}", day=day) if over else say("fino al {day}", day=day)
        return StaffRow(
            member=member,
            name=member.name,
            detail=f"{member.title} · {until}",
            chip=chip,
            works_here=not member.gone,
        )
