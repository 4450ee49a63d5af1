"""What stands in the stored bytes of an `ExerciseAnswered`: for answers that somebody reads again."""

from typing import NamedTuple

from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.domain.folding import Value
from scuola_digitale.format.canonical import Plain, decode
from scuola_digitale.format.kinds import KINDS, Kind

_BROUGHT_BODY = 2


class StoredAnswer(NamedTuple):
    """An answer as it is stored: sealed if it was typed, else its parts; `seed` is of the variant shown."""

    sealed: bytes | None
    parts: tuple[str, ...]
    seed: int


def stored_answer(body: bytes, *, brought: bool = False) -> StoredAnswer:
    """The answer of an `ExerciseAnswered`, by its stored body.

    `brought` tells that it stands inside a `FactBrought`, whose last field but author and signature it is.
    """
    kind = _answered()
    fields = decode(decode(body)[_BROUGHT_BODY] if brought else body)
    named: dict[str, Plain] = dict(zip(kind.fields, fields, strict=False))
    sealed = fields[len(kind.fields)] if len(fields) > len(kind.fields) else None
    parts, seed = named.get("answer"), named.get("seed")
    return StoredAnswer(
        sealed=sealed if isinstance(sealed, bytes) else None,
        parts=tuple(map(str, parts)) if isinstance(parts, list) else (),
        seed=seed if isinstance(seed, int) else 0,
    )


def answer_in(body: bytes, *, brought: bool = False) -> Value:
    """The sealed answer in such a body; its text where it is not sealed."""
    stored = stored_answer(body, brought=brought)
    return "\n".join(stored.parts) if stored.sealed is None else stored.sealed


def _answered() -> Kind:
    return next(kind for kind in KINDS if kind.fact is ExerciseAnswered)
