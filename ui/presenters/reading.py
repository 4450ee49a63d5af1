"""What the page of reading tools offers, in words: anyone may choose anything, nobody asks why."""

from scuola_digitale.domain.preferences import SCALES, SPEECHES, Preferences

Options = tuple[tuple[str, str], ...]
"""Values as `Preferences` writes them, with their words."""

TITLE = "Come leggo"
DETAIL = "Scegli quello che ti fa leggere bene. Ti segue su ogni portatile della scuola."
SAMPLE_TITLE = "Prova qui"
SAMPLE = (
    "La volpe esce quando il sole cala. Cammina piano, annusa l’aria e ascolta il bosco. "
    "Sotto la neve sente un topo che si muove."
)
BACK = "Torna a Oggi"

_LEVELS: Options = (("0", "normale"), ("1", "un po’ di più"), ("2", "di più"), ("3", "molto"))

CHOICES: tuple[tuple[str, str, Options], ...] = (
    ("scale", "Grandezza del testo", tuple((str(one), f"{one} %") for one in SCALES)),
    (
        "face",
        "Carattere",
        (("Lora", "Lora"), ("Atkinson Hyperlegible", "Atkinson"), ("Lexend", "Lexend")),
    ),
    ("letters", "Spazio tra le lettere", _LEVELS),
    ("lines", "Spazio tra le righe", _LEVELS),
    ("colours", "Colori", (("chiaro", "chiari"), ("scuro", "scuri"), ("contrasto", "molto contrasto"))),
    (
        "speech",
        "Velocità della voce",
        tuple(
            (str(speed), words)
            for speed, words in zip(SPEECHES, ("molto lenta", "lenta", "normale", "svelta"), strict=True)
        ),
    ),
)
"""Of these one is chosen: the preference's field, its words, what there is."""

SWITCHES: tuple[tuple[str, str, str], ...] = (
    ("ruler", "Righello", "Una striscia segue la riga che leggi."),
    ("calm", "Colori calmi", "Colori più morbidi, per occhi stanchi."),
    ("still", "Meno movimento", "Niente si muove e niente lampeggia."),
)
"""These are on or off: the field, its words, what it does."""


def value_of(liked: Preferences, field: str) -> str:
    """The value of a field as the options name it."""
    value = getattr(liked, field)
    return str(int(value)) if isinstance(value, bool) else str(value)
