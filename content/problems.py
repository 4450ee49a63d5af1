"""What a checker has to say about a source: where, what and how to mend it."""

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to mend in a lesson or a pack.

    Attributes:
        path: the file, relative to the pack's folder, with `/`.
        line: the line in that file, from 1; 0 when it concerns the whole file.
        message: what is wrong, one Italian sentence.
        remedy: how to mend it, one Italian sentence.
        blocking: whether the pack cannot be built until it is mended; otherwise it is advice.
    """

    path: str
    line: int
    message: str
    remedy: str
    blocking: bool = True
