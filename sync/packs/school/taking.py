"""Keeps sealed pieces for schools, over HTTP: the same at a region and at a hub."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from content.disk import DiskFullError, DiskRefusedError
from content.packing.manifest import blob_path
from scuola_digitale.errors import ScuolaError
from sync.admission import Gate, admit
from sync.answering import MESSAGE_TYPE, Reply, problem_reply, refusal_of
from sync.endpoint import STILL_SECONDS
from sync.errors import BadMessageError
from sync.packs.school.deposit import NO_PIECE, SPACE_FULL, Ask, Told, deposit_path, names_in, piece_name
from sync.packs.school.errors import SchoolSpaceFullError
from sync.packs.school.store import NotThisPieceError, SealedStore
from sync.protocol import BODY_CAP, fingerprint_of, frames_of, read_hello
from sync.region.patience import Patience
from sync.region.problems import come_back_later, problem, response_of

_log = logging.getLogger(__name__)
_PATTERN: Final = "/schools/{school_id}/blobs"
_BUSY_SECONDS: Final = 60


class PieceKeeper:
    """Takes pieces in and hands them out.

    Args:
        open_gate: who is let in for a school's pseudonym; None for a school that is not served here.
        open_store: where its pieces lie.
        patience: how much is served at once.
    """

    def __init__(
        self,
        open_gate: Callable[[str], Gate | None],
        open_store: Callable[[str], SealedStore],
        patience: Patience,
    ) -> None:
        self._open_gate = open_gate
        self._open_store = open_store
        self._patience = patience

    def routes(self) -> list[Route]:
        """Where it answers."""
        return [
            Route(_PATTERN, self.take, methods=["POST"]),
            Route(_PATTERN + "/{folder}/{name}", self.give, methods=["GET"]),
        ]

    async def take(self, request: Request) -> Response:
        """Keeps the pieces of a request, and tells which of the wanted are missing."""
        school_id = request.path_params["school_id"]
        if int(request.headers.get("content-length", "0")) > BODY_CAP:
            return problem(413, "too-long", "Richiesta troppo lunga")
        with self._patience.place() as free:
            if not free:
                return come_back_later(503, self._patience.busy_seconds())
            try:
                body = await _body(request)
                return response_of(await run_in_threadpool(self._taken, school_id, body))
            except (ClientDisconnect, TimeoutError):
                return Response(status_code=400)
            except (DiskFullError, DiskRefusedError):
                _log.exception("the disk does not take a school's pieces")
                return come_back_later(503, _BUSY_SECONDS)
            except ScuolaError as error:
                return response_of(refusal_of(error))

    async def give(self, request: Request) -> Response:
        """One piece, or the rest of it: whoever knows its name may have it, and can do nothing with it without the key."""
        school_id, name = request.path_params["school_id"], request.path_params["name"]
        if not _is_name(name, request.path_params["folder"]):
            return problem(404, "not-here", "Qui non c'è")
        gate = await run_in_threadpool(self._open_gate, school_id)
        file = blob_path(self._open_store(school_id).folder, name) if gate is not None else None
        if file is None or not file.is_file():
            return problem(404, "not-here", "Qui non c'è")
        return FileResponse(
            file, media_type=MESSAGE_TYPE, headers={"Cache-Control": "private, max-age=31536000, immutable"}
        )

    def _taken(self, school_id: str, body: bytes) -> Reply:
        gate = self._open_gate(school_id)
        if gate is None:
            return problem_reply(404, "school-unknown", "Scuola non registrata")
        frames = frames_of(body)
        if len(frames) < 2:
            raise BadMessageError("a request without its ask")
        hello = read_hello(frames[0])
        if hello.rest != fingerprint_of(frames[1:]):
            raise BadMessageError("pieces that were not signed")
        ask = _read_ask(frames[1])
        wanted, dropped = names_in(ask.wanted), names_in(ask.dropped)
        admit(hello, method="POST", path=deposit_path(school_id), gate=gate)
        self._patience.count(school_id, hello.device)
        store = self._open_store(school_id)
        store.drop(set(dropped) - set(wanted))
        try:
            for piece in frames[2:]:
                store.put(piece_name(piece), piece)
        except SchoolSpaceFullError as error:
            return problem_reply(507, SPACE_FULL, error.message)
        except NotThisPieceError:
            return problem_reply(413, NO_PIECE, "Un pezzo troppo grande")
        missing = b"".join(bytes.fromhex(name) for name in wanted if not store.has(name))
        return Reply(200, {"content-type": MESSAGE_TYPE}, msgspec.msgpack.encode(Told(1, missing)))


async def _body(request: Request) -> bytes:
    body = bytearray()
    chunks = aiter(request.stream())
    while (chunk := await asyncio.wait_for(anext(chunks, None), STILL_SECONDS)) is not None:
        body += chunk
        if len(body) > BODY_CAP:
            raise BadMessageError("a body over the cap")
    return bytes(body)


def _read_ask(frame: bytes) -> Ask:
    try:
        return msgspec.msgpack.decode(frame, type=Ask)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadMessageError(f"an ask that cannot be read: {error}") from error


def _is_name(name: str, folder: str) -> bool:
    return (
        len(name) == 64
        and set(name) <= set("0123456789abcdef")
        and name.startswith(folder)
        and len(folder) == 2
    )
