"""One small exercise of every kind, for whoever tests them."""

from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Exercise,
    Feedback,
    Gap,
    Item,
    Matching,
    Number,
    Open,
    Option,
    Ordering,
    Spotting,
    Statement,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.text import Span, words


def items(*texts: str) -> tuple[Item, ...]:
    """Items called by the letters of the alphabet."""
    return tuple(Item(letter, words(text)) for letter, text in zip("abcdefgh", texts, strict=False))


CHOICE = Choice(
    exercise_id="fette",
    question=words("Quante fette restano?"),
    options=(
        Option("a", words("due"), feedback=words("Conta anche le fette mangiate.")),
        Option("b", words("quattro"), correct=True),
        Option("c", words("sei")),
    ),
)
CHOICES = Choices(
    exercise_id="pari",
    question=words("Quali sono pari?"),
    options=(
        Option("a", words("2"), correct=True),
        Option("b", words("3"), feedback=words("3 è dispari.")),
        Option("c", words("4"), correct=True),
        Option("d", words("5")),
    ),
)
TRUE_FALSE = TrueFalse(
    exercise_id="grotte",
    question=words("Che cosa è vero?"),
    statements=(
        Statement(words("Pendono."), true=True),
        Statement(words("Crescono in un giorno."), true=False, feedback=words("Servono decenni.")),
        Statement(words("Sono di calcare."), true=True),
    ),
)
NUMBER = Number(
    exercise_id="perimetro",
    question=(Span("Il lato è {n} m: "), Span(r"\frac{{n}}{{m}}", maths=True)),
    variables=(("n", "3..12"), ("m", "= n+2"), ("nome", "mulino|fonte")),
    answer="4*n",
    unit="m",
    feedback=(Feedback("n*n", words("Hai trovato l'area di {nome}.")),),
)
WORDS = Words(
    exercise_id="capitale",
    question=words("Il capoluogo?"),
    accepted=("Ancona", "la città di Ancona"),
    feedback=(Feedback("Pesaro", words("È una città delle Marche, ma non è il capoluogo.")),),
)
CLOZE = Cloze(
    exercise_id="ciclo",
    question=words("Completa."),
    pieces=(words("L'acqua "), words(": diventa "), words(".")),
    gaps=(Gap(("evapora",)), Gap(("vapore", "vapore acqueo"))),
    bank=("evapora", "vapore", "ghiaccio"),
)
MATCHING = Matching(
    exercise_id="tane",
    question=words("Chi vive dove?"),
    left_items=items("tasso", "volpe", "trota"),
    right_items=items("bosco", "bosco", "torrente", "mare"),
)
ORDERING = Ordering(
    exercise_id="pane", question=words("In ordine."), items=items("macina", "impasta", "lievita", "inforna")
)

SPOTTING = Spotting(
    exercise_id="foglia",
    question=words("Tocca il gambo."),
    picture="goccia.svg",
    picture_alt="Una foglia",
    options=(
        Option("a", words("in alto"), feedback=words("Quella è la punta.")),
        Option("b", words("nel mezzo"), correct=True),
        Option("c", words("in basso")),
    ),
    places=((50, 10), (50, 50), (50, 90)),
)
OPEN = Open(exercise_id="spiega", question=words("Spiega con parole tue."), lines=4)

ONE_OF_EACH: tuple[Exercise, ...] = (
    CHOICE,
    CHOICES,
    TRUE_FALSE,
    NUMBER,
    WORDS,
    CLOZE,
    MATCHING,
    ORDERING,
    SPOTTING,
)
