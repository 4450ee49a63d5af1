"""A region without sockets: the real application, called directly, over a line that can be cut anywhere."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from scuola_digitale.clock import Clock
from sync.errors import LineDownError
from sync.line import Answer
from sync.region.app import make_app
from sync.region.database import open_database
from sync.region.patience import Patience
from sync.region.store import RegionStore, add_school, find_school
from sync.region.workers import Workers


class RegionInProcess:
    """A region in a file of a temporary folder (or in any database), with as many lines to it as wanted.

    With `workers` what arrives goes through an inbox; with 0 of them it stays there until `drain`.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        database_url: str = "",
        patience: Patience | None = None,
        workers: int | None = None,
    ) -> None:
        self.engine = open_database(database_url or f"sqlite:///{folder / 'region.db'}")
        self.clock = clock
        self.workers = Workers(self.engine, workers) if workers is not None else None
        if self.workers is not None:
            self.workers.start()
        self.app = make_app("", clock=clock, patience=patience, engine=self.engine, workers=self.workers)

    def register(self, school_id: str, root_key: bytes) -> None:
        """Makes a school known."""
        add_school(self.engine, school_id, root_key, now_ms=self.clock.now_ms())

    def store(self, school_id: str) -> RegionStore:
        """What the region holds of a school."""
        school = find_school(self.engine, school_id)
        assert school is not None
        put_in_inbox = self.workers.call if self.workers is not None else None
        return RegionStore(self.engine, school, self.clock, put_in_inbox=put_in_inbox)

    def line(self) -> "LineInProcess":
        """A new line to this region."""
        return LineInProcess(self.app)

    def close(self) -> None:
        """Lets go of the database."""
        if self.workers is not None:
            self.workers.stop()
        self.engine.dispose()


@dataclass
class LineInProcess:
    """A line that calls the application; `cut_up` and `cut_down` are the bytes after which it drops, once.

    `posts` keeps every request as it left, for those who would replay it.
    """

    app: Starlette
    part_bytes: int = 1 << 16
    cut_up: int | None = None
    cut_down: int | None = None
    posts: list[tuple[str, bytes]] = field(default_factory=list)

    @contextmanager
    def post(self, path: str, content: Iterator[bytes], length: int) -> Iterator[Answer]:
        """Sends a body, part by part, unless the line drops."""
        whole = b"".join(content)
        assert len(whole) == length
        self.posts.append((path, whole))
        cut_up, self.cut_up = self.cut_up, None
        if cut_up is not None and cut_up <= 0:
            raise LineDownError
        arrives = whole if cut_up is None else whole[:cut_up]
        cut = len(arrives) < length
        status, headers, body = asyncio.run(_call(self.app, path, arrives, length, self.part_bytes, cut=cut))
        if cut:
            raise LineDownError
        yield Answer(status=status, headers=headers, chunks=self._arriving(body))

    def _arriving(self, body: bytes) -> Iterator[bytes]:
        cut_down, self.cut_down = self.cut_down, None
        arrives = body if cut_down is None else body[:cut_down]
        for start in range(0, len(arrives), self.part_bytes):
            yield arrives[start : start + self.part_bytes]
        if cut_down is not None:
            raise LineDownError

    def close(self) -> None:
        """Nothing is held."""

    def interrupt(self) -> None:
        """Nothing is waited for."""


async def _call(
    app: Starlette, path: str, content: bytes, length: int, part_bytes: int, *, cut: bool
) -> tuple[int, Mapping[str, str], bytes]:
    waiting: list[dict[str, Any]] = [
        {"type": "http.request", "body": content[start : start + part_bytes], "more_body": True}
        for start in range(0, len(content), part_bytes)
    ]
    waiting.append({"type": "http.disconnect"} if cut else {"type": "http.request", "body": b""})
    answer: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Mapping[str, Any]) -> None:
        answer.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
        "headers": [(b"content-length", str(length).encode())],
    }  # fmt: skip
    await app(scope, receive, send)  # type: ignore[arg-type]
    headers = {name.decode(): value.decode() for name, value in answer[0]["headers"]}
    return answer[0]["status"], headers, b"".join(part.get("body", b"") for part in answer[1:])
