"""What a conversation needs of a line: post some bytes, read the answer as it comes."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

import msgspec


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that has begun to arrive.

    Attributes:
        status: as in HTTP.
        headers: names in lower case.
        chunks: the body as it arrives; reading it may raise what `Line.post` raises.
    """

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]

    def problem(self) -> str:
        """The last word of the problem's `type` (problem+json); empty for any other answer."""
        if not self.headers.get("content-type", "").startswith("application/problem+json"):
            return ""
        try:
            problem = msgspec.json.decode(self._small_body(), type=_Problem)
        except msgspec.DecodeError:
            return ""
        return problem.type.rsplit(":", 1)[-1]

    def _small_body(self) -> bytes:
        body = b""
        for chunk in self.chunks:
            body += chunk
            if len(body) > _PROBLEM_CAP:
                return b""
        return body


_PROBLEM_CAP = 8192


class _Problem(msgspec.Struct):
    type: str


class Line(Protocol):
    """A way to the other side that asks and is answered."""

    def post(self, path: str, content: Iterator[bytes], length: int) -> AbstractContextManager[Answer]:
        """Sends a body of `length` bytes, drawing each part as soon as the last is on its way.

        Raises:
            SyncError: the line or what is at its end failed.
        """
        ...

    def close(self) -> None:
        """Lets go of the connection."""
        ...

    def interrupt(self) -> None:
        """Ends what goes on at once, from another thread; who waits is told that the line dropped."""
        ...
