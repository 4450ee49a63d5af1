"""The picture PIN and the class card: what a pupil touches or types to come in. Neither is a key."""

from collections.abc import Sequence

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import Worded, say

FIGURES: Worded[dict[str, str]] = Worded(
    lambda: {
        "sole": say("sole"),
        "luna": say("luna"),
        "stella": say("stella"),
        "foglia": say("foglia"),
        "fungo": say("fungo"),
        "monte": say("monte"),
        "goccia": say("goccia"),
        "ghianda": say("ghianda"),
        "campana": say("campana"),
    }
)
"""The nine figures, in the order they are shown, with their names."""

HOW_MANY = 3

_CARD_WORDS = (
    "acero", "bosco", "brina", "cima", "daino", "erba", "faggio", "felce", "fiume", "fonte", "gelso", "ghiro",
    "grano", "grotta", "lago", "larice", "lepre", "merlo", "miele", "mora", "neve", "nido", "noce", "nube",
    "olmo", "orso", "pane", "pino", "prato", "quercia", "riccio", "rosa", "salice", "sasso", "sorbo", "tasso",
    "timo", "torre", "valle", "vento", "viola", "volpe",
)  # fmt: skip


def card_word(number: int) -> str:
    """The short word of a card from a random whole number: `lepre-faggio-27`."""
    rest, first = divmod(number, len(_CARD_WORDS))
    rest, second = divmod(rest, len(_CARD_WORDS))
    return f"{_CARD_WORDS[first]}-{_CARD_WORDS[second]}-{10 + rest % 90}"


def card_code(word: str) -> bytes:
    """The QR code of a card's word, as an SVG drawing."""
    import zxingcpp  # late: only who makes or shows a card needs it

    code = zxingcpp.create_barcode(word, zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.write_barcode_to_svg(code, scale=8).encode("utf-8")


def owner_of_card(pupils: Sequence[Pupil], typed: str) -> Pupil | None:
    """Whose card this word is, however it is typed; None where it is nobody's."""
    word = _bare(typed)
    return next((pupil for pupil in pupils if word and _bare(pupil.card) == word), None)


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())


class PictureLock:
    """Three figures to touch, in order; what was touched is known here alone, never shown."""

    greeting = Worded(lambda: say("Ciao, {}!"))
    ask = Worded(lambda: say("Tocca le tue tre figure."))
    wrong = Worded(lambda: say("Non sono queste. Riprova con calma."))
    forgotten = Worded(lambda: say("Non le ricordi? Chiedi alla maestra."))
    not_me = Worded(lambda: say("Non sono {}"))
    start_again = Worded(lambda: say("Ricomincia"))

    def __init__(self, pupil: Pupil) -> None:
        self.pupil = pupil
        self._touched: list[str] = []

    @staticmethod
    def guards(pupil: Pupil) -> bool:
        """Whether this pupil has figures to touch: a teacher may choose to do without."""
        return len(pupil.figures) == HOW_MANY

    @property
    def touched(self) -> int:
        """How many figures were touched."""
        return len(self._touched)

    def touch(self, figure: str) -> bool | None:
        """Touches a figure; after the third True where all are right, False where not; None before."""
        self._touched.append(figure)
        if len(self._touched) < HOW_MANY:
            return None
        right = tuple(self._touched) == self.pupil.figures
        self._touched.clear()
        return right

    def forget(self) -> None:
        """Begins anew."""
        self._touched.clear()
