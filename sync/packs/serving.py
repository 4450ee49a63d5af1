"""Serves any place over HTTP, with ranges: how a hub passes packs on."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from scuola_digitale.errors import ScuolaError
from sync.packs.places import Place

PREFIX: Final = "/packs"
PATH: Final = re.compile(
    r"metadata/(?:[1-9][0-9]{0,15}\.[a-z-]{1,40}|timestamp)\.json|blobs/([0-9a-f]{2})/\1[0-9a-f]{62}"
)
"""The only paths that a place is asked for from outside."""

_RANGE = re.compile(r"bytes=([0-9]{1,15})-")


def place_routes(place: Place) -> list[Route]:
    """The routes that serve a place; what it lacks is a 404, and who asks goes on to the next place."""

    async def serve(request: Request) -> Response:
        path = request.path_params["path"]
        if not PATH.fullmatch(path):
            return Response(status_code=404)
        wanted = _RANGE.fullmatch(request.headers.get("range", ""))
        start = int(wanted[1]) if wanted else 0
        stack = ExitStack()
        try:
            pieces = await run_in_threadpool(stack.enter_context, place.read(path, start))
            first = await run_in_threadpool(next, pieces, b"")
        except ScuolaError:
            stack.close()
            return Response(status_code=404)
        kind = "application/json" if path.endswith(".json") else "application/octet-stream"
        headers = {"Content-Range": f"bytes {start}-*/*"} if start else {}
        return StreamingResponse(
            _rest(first, pieces, stack),
            status_code=206 if start else 200,
            media_type=kind,
            headers={**headers, "Cache-Control": "no-cache"},
        )

    return [Route(f"{PREFIX}/{{path:path}}", serve, methods=["GET"])]


def _rest(first: bytes, pieces: Iterator[bytes], stack: ExitStack) -> Iterator[bytes]:
    """An answer that cannot be finished is broken off, so that who asked goes on from there, here or elsewhere."""
    with stack:
        yield first
        try:
            yield from pieces
        except ScuolaError as error:
            raise BrokenOffError from error


class BrokenOffError(Exception):
    """The server closes the connection: an answer that ended well would be taken for the whole file."""
