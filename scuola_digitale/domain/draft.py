"""What a pupil had begun in a lesson when it was closed: it stays on that laptop and is no fact."""

import msgspec

from scuola_digitale.domain.exercise import Answer

LONGEST_DRAFT = 20_000
"""Letters of an answer that are kept."""


class Place(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a reader stopped: how many blocks into the lesson, and how far down that block (0–1)."""

    block: int
    part: float = 0.0


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a reader stopped and what they had not handed in yet.

    Attributes:
        edition: of the lesson; in another one the blocks may stand elsewhere.
        place: None at the beginning, and where the lesson was read to its end.
        answers: by exercise id, each as it stood.
        heard_ms: how far the recording of the whole lesson was heard; 0 at its beginning and after its end.
    """

    edition: int
    place: Place | None = None
    answers: dict[str, Answer] = {}
    heard_ms: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to come back to."""
        return self.place is None and not self.answers and not self.heard_ms


def written_draft(draft: Draft) -> str:
    """A draft as text; what is longer than a page of writing loses its end."""
    answers = {key: tuple(part[:LONGEST_DRAFT] for part in answer) for key, answer in draft.answers.items()}
    return msgspec.json.encode(msgspec.structs.replace(draft, answers=answers)).decode("utf-8")


def read_draft(text: str) -> Draft | None:
    """The draft that such a text holds; None where it is not understood."""
    try:
        return msgspec.json.decode(text.encode("utf-8"), type=Draft)
    except msgspec.DecodeError:
        return None
