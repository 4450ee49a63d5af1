"""Decides what the sign-in shows: the pupils by grade, and who else may come in."""

import msgspec

from scuola_digitale.domain.people import Pupil, Role, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author, SchoolMemory
from scuola_digitale.words import Worded, say
from ui.presenters.animals import animal_words
from ui.presenters.figures import owner_of_card
from ui.presenters.italian import grades_words

STAFF_DOORS: Worded[tuple[tuple[Role, str, str, str], ...]] = Worded(
    lambda: (
        ("insegnante", say("Sono un’insegnante"), say("Insegnante", sense="door"), "persone"),
        ("tecnico", say("Sono il tecnico"), say("Tecnico", sense="door"), "attrezzi"),
    )
)
"""How staff come in: role, the words on the button, its short word for large text, its icon."""


class FaceColumn(msgspec.Struct, frozen=True):
    """The pupils of one grade, under its name."""

    label: str
    pupils: tuple[Pupil, ...]


class Teacher(msgspec.Struct, frozen=True):
    """A member of staff whose keys are open."""

    member: StaffMember
    author: Author


class SignInPresenter:
    """Who may come in at this laptop."""

    title = Worded(lambda: say("Chi sei?"))
    animals = Worded(lambda: say("Tocca il tuo animale."))
    photos = Worded(lambda: say("Tocca la tua foto."))
    both = Worded(lambda: say("Tocca la tua foto, o il tuo animale."))
    back = Worded(lambda: say("Torna agli animali"))
    key_label = Worded(lambda: say("Parola d’ordine"))
    card_button = Worded(lambda: say("Ho la tessera"))
    card_title = Worded(lambda: say("La tua tessera"))
    card_label = Worded(lambda: say("La parola della tessera"))
    card_ask = Worded(lambda: say("Scrivi la parola che leggi sulla tessera."))
    card_unknown = Worded(lambda: say("Questa parola non è di nessuno. Riguarda la tessera e riprova."))
    camera_button = Worded(lambda: say("Usa la telecamera"))
    guest_button = Worded(lambda: say("Sono un ospite"))
    card_short = Worded(lambda: say("Tessera", sense="door"))
    guest_short = Worded(lambda: say("Ospite", sense="door"))
    nobody = Worded(lambda: say("Qui non c’è ancora nessuno"))
    nobody_detail = Worded(lambda: say("Li aggiunge la maestra. O arrivano da soli, con la linea."))

    def __init__(self, school: SchoolMemory) -> None:
        self._school = school

    def place(self, *, short: bool = False) -> str:
        """Where we are: `Scuola di Valdoro · pluriclasse I–V`, or `short` the school alone."""
        names = [] if short else [group.name for group in self._school.groups()]
        return " · ".join([self._school.plesso_name(), *names[:1]])

    def detail(self) -> str:
        """What to touch."""
        with_photo = {bool(pupil.photo) for pupil in self._school.pupils()}
        if True not in with_photo:
            return self.animals
        return self.both if False in with_photo else self.photos

    def columns(self) -> tuple[FaceColumn, ...]:
        """A column a grade, in order, only those with pupils."""
        pupils = self._school.pupils()
        present = {pupil.grade for pupil in pupils}
        return tuple(
            FaceColumn(grade.label, tuple(pupil for pupil in pupils if pupil.grade == grade))
            for grade in Grade
            if grade in present
        )

    def staff(self, role: Role) -> tuple[StaffMember, ...]:
        """Who may come in as a teacher or a technician."""
        return tuple(member for member in self._school.staff() if member.role == role)

    def by_card(self, typed: str) -> Pupil | None:
        """Whose class card this word is; None for nobody's."""
        return owner_of_card(self._school.pupils(), typed)

    def unlock(self, member: StaffMember, password: str) -> Teacher:
        """Opens a member's keys; takes about half a second, so it runs off the GUI thread.

        Raises:
            ScuolaError: the password does not open them.
        """
        return Teacher(member, self._school.unlock(member.staff_id, password))


def face_name(pupil: Pupil) -> str:
    """What a screen reader says of a pupil's card; where a photo stands in the place of the animal, no animal."""
    if pupil.photo:
        return say("{name}, classe {grades}", name=pupil.name, grades=grades_words([pupil.grade]))
    return say(
        "{name}, classe {grades}, {avatar}",
        name=pupil.name,
        grades=grades_words([pupil.grade]),
        avatar=animal_words(pupil.avatar),
    )
