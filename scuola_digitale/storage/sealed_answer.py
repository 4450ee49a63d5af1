"""Where an answer stands in the stored bytes of its fact: for open answers, which somebody reads again."""

from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.domain.folding import Value
from scuola_digitale.format.canonical import decode
from scuola_digitale.format.kinds import KINDS

_BROUGHT_BODY = 2


def answer_in(body: bytes, *, brought: bool = False) -> Value:
    """The sealed answer of an `ExerciseAnswered`, by its stored body; its text where it is not sealed.

    `brought` tells that it stands inside a `FactBrought`, whose last field but author and signature it is.
    """
    kind = next(kind for kind in KINDS if kind.fact is ExerciseAnswered)
    fields = decode(decode(body)[_BROUGHT_BODY] if brought else body)
    place = len(kind.fields)
    sealed = fields[place] if len(fields) > place else None
    if isinstance(sealed, bytes):
        return sealed
    answer = fields[kind.fields.index("answer")]
    return "\n".join(map(str, answer)) if isinstance(answer, list) else ""
