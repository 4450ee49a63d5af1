"""What the page of reading tools offers, in words: anyone may choose anything, nobody asks why."""

from scuola_digitale.domain.preferences import SCALES, SPEECHES, Preferences
from scuola_digitale.words import Worded, say
from ui.presenters.languages import all_languages

Options = tuple[tuple[str, str], ...]
"""Values as `Preferences` writes them, with their words."""

TITLE = Worded(lambda: say("Come leggo"))
DETAIL = Worded(lambda: say("Scegli quello che ti fa leggere bene. Ti segue su ogni portatile della scuola."))
SAMPLE_TITLE = Worded(lambda: say("Prova qui"))
SAMPLE = Worded(
    lambda: say(
        "La volpe esce quando il sole cala. Cammina piano, annusa l’aria e ascolta il bosco. "
        "Sotto la neve sente un topo che si muove."
    )
)
BACK = Worded(lambda: say("Torna a Oggi"))

_LEVELS: Worded[Options] = Worded(
    lambda: (
        ("0", say("normale")),
        ("1", say("un po’ di più")),
        ("2", say("di più")),
        ("3", say("molto")),
    )
)

SPEEDS: Worded[tuple[tuple[int, str], ...]] = Worded(
    lambda: tuple(
        zip(SPEECHES, (say("molto lenta"), say("lenta"), say("normale"), say("svelta")), strict=True)
    )
)
"""How fast the voice speaks, percent, each in words."""

CHOICES: Worded[tuple[tuple[str, str, Options], ...]] = Worded(
    lambda: (
        ("scale", say("Grandezza del testo"), tuple((str(one), f"{one} %") for one in SCALES)),
        (
            "face",
            say("Carattere"),
            (("Lora", "Lora"), ("Atkinson Hyperlegible", "Atkinson"), ("Lexend", "Lexend")),
        ),
        ("letters", say("Spazio tra le lettere"), _LEVELS()),
        ("lines", say("Spazio tra le righe"), _LEVELS()),
        (
            "colours",
            say("Colori"),
            (("chiaro", say("chiari")), ("scuro", say("scuri")), ("contrasto", say("molto contrasto"))),
        ),
        (
            "speech",
            say("Velocità della voce"),
            tuple((str(speed), words) for speed, words in SPEEDS()),
        ),
        ("language", say("Lingua"), all_languages()),
    )
)
"""Of these one is chosen: the preference's field, its words, what there is."""

SWITCHES: Worded[tuple[tuple[str, str, str], ...]] = Worded(
    lambda: (
        ("ruler", say("Righello"), say("Una striscia segue la riga che leggi.")),
        ("calm", say("Colori calmi"), say("Colori più morbidi, per occhi stanchi.")),
        ("still", say("Meno movimento"), say("Niente si muove e niente lampeggia.")),
    )
)
"""These are on or off: the field, its words, what it does."""


def value_of(liked: Preferences, field: str) -> str:
    """The value of a field as the options name it."""
    value = getattr(liked, field)
    return str(int(value)) if isinstance(value, bool) else str(value)
