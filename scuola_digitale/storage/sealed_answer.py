"""Where an answer stands in the stored bytes of its fact: for open answers, which somebody reads again."""

from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.domain.folding import Value
from scuola_digitale.format.canonical import decode
from scuola_digitale.format.kinds import KINDS


def answer_in(body: bytes) -> Value:
    """The sealed answer of an `ExerciseAnswered`, by its stored body; its text where it is not sealed."""
    kind = next(kind for kind in KINDS if kind.fact is ExerciseAnswered)
    fields = decode(body)
    place = len(kind.fields)
    sealed = fields[place] if len(fields) > place else None
    if isinstance(sealed, bytes):
        return sealed
    answer = fields[kind.fields.index("answer")]
    return "\n".join(map(str, answer)) if isinstance(answer, list) else ""
