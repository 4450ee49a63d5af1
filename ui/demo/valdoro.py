"""The school of Valdoro, an invented village: who is there, and what the teacher gave them to do."""

import msgspec

from scuola_digitale.domain.people import Role
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.words import Worded, say

PLESSO = "valdoro"
PLESSO_NAME = "Scuola di Valdoro"
GROUP = "pluriclasse"
GROUP_NAME = "Pluriclasse I–V"

STAFF_PASSWORD = "ginestra"  # noqa: S105  a demo's word, shown to whoever tries it
HINT = Worded(
    lambda: say(
        "Scuola di prova: la parola d’ordine è «{password}».\nIrene tocca luna, stella e monte.\n"
        "La tessera di Tommaso è «volpe-faggio-42».",
        password=STAFF_PASSWORD,
    )
)


class DemoPupil(msgspec.Struct, frozen=True):
    """An invented pupil: name, grade, drawn animal, and the laptop (from 0) where they usually sit.

    Attributes:
        figures: those to touch, in order; none for most.
        card: the word of a class card.
    """

    name: str
    grade: Grade
    avatar: str
    laptop: int
    figures: tuple[str, ...] = ()
    card: str = ""


class DemoStaff(msgspec.Struct, frozen=True):
    """An invented member of staff."""

    name: str
    title: str
    role: Role


LAPTOPS = ("Portatile Faggio", "Portatile Quercia", "Portatile della cattedra")
"""Pupils sit at the first two; the third is the teacher's."""

TEACHER_LAPTOP = 2

PUPILS = (
    DemoPupil("Sofia", Grade.P1, "lepre", 0),
    DemoPupil("Mattia", Grade.P1, "riccio", 1),
    DemoPupil("Nora", Grade.P2, "gufo", 0),
    DemoPupil("Elia", Grade.P2, "tasso", 1),
    DemoPupil("Giulia", Grade.P3, "volpe", 0),
    DemoPupil("Pietro", Grade.P3, "picchio", 1),
    DemoPupil("Amina", Grade.P3, "capriolo", 0),
    DemoPupil("Lucia", Grade.P4, "lupo", 0),
    DemoPupil("Tommaso", Grade.P4, "aquila", 1, card="volpe-faggio-42"),
    DemoPupil("Irene", Grade.P5, "salamandra", 0, figures=("luna", "stella", "monte")),
    DemoPupil("Davide", Grade.P5, "trota", 1),
    DemoPupil("Samuele", Grade.P5, "istrice", 1),
)

STAFF = (
    DemoStaff("Paola", "maestra", "insegnante"),
    DemoStaff("Sandro", "tecnico", "tecnico"),
)

WORKS: tuple[tuple[str, str, dict[Grade, str]], ...] = (
    (
        "demo-frazioni",
        "Le frazioni",
        {
            Grade.P3: "marche/frazioni-parti-uguali",
            Grade.P4: "marche/frazioni-confronto",
            Grade.P5: "marche/frazioni-numeri",
        },
    ),
    (
        "demo-acqua",
        "L’acqua",
        {
            Grade.P1: "marche/acqua-dove",
            Grade.P2: "marche/acqua-goccia",
            Grade.P3: "marche/acqua-stati",
            Grade.P4: "marche/acqua-grotta",
            Grade.P5: "marche/acqua-uso",
        },
    ),
)
"""Work ids are words here; elsewhere they are 16 random hexadecimal characters. The last one is the newest."""

WORDS = (
    (
        "Lucia",
        "Ieri hai spiegato benissimo a Tommaso perché la grotta cresce goccia a goccia. Oggi prova a disegnarla.",
    ),
    ("Amina", "Le tue domande aiutano tutti. Se un esercizio ti ferma, alza la mano: arrivo."),
    ("Mattia", "Bravo per come hai messo a posto i bicchieri dopo l’esperimento."),
)

SEARCHES = ("dell’acqua", "perche la grotta cresce", "frazzioni")
