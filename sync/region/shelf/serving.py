"""Serves the shelf: blobs with ranges and for good, the timestamp always anew, nothing that is not the shelf's."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from scuola_digitale.errors import ScuolaError
from sync.packs.serving import PATH, PREFIX
from sync.region.problems import problem
from sync.region.shelf.shelf import PackShelf

_log = logging.getLogger(__name__)
_FOR_GOOD = "public, max-age=31536000, immutable"
_ALWAYS_ANEW = "no-cache"


def shelf_routes(shelf: PackShelf) -> list[Route]:
    """The routes of a region that has a shelf."""

    async def serve(request: Request) -> Response:
        path = request.path_params["path"]
        if path == "metadata/timestamp.json":
            await run_in_threadpool(_renew, shelf)
        file = shelf.folder / path
        if not PATH.fullmatch(path) or not file.is_file():
            return problem(404, "not-here", "Qui non c'è")
        changes = path == "metadata/timestamp.json"
        return FileResponse(
            file,
            media_type="application/json" if path.endswith(".json") else "application/octet-stream",
            headers={"Cache-Control": _ALWAYS_ANEW if changes else _FOR_GOOD},
        )

    return [Route(f"{PREFIX}/{{path:path}}", serve, methods=["GET"])]


def _renew(shelf: PackShelf) -> None:
    """Signs the day's timestamp when its day has come: no schedule of its own has to be set up."""
    try:
        shelf.renew()
    except ScuolaError as error:
        # Laptops may go on with yesterday's for months, so a shelf that cannot sign still serves.
        _log.error("the shelf was not renewed: %s", error)
