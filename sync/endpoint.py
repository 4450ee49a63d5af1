"""The exchange as an HTTP endpoint: the same at a region and at a hub."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from sync.answering import refusal_of, reply_of
from sync.exchange import ExchangeServer
from sync.protocol import BODY_CAP
from sync.region.patience import Patience
from sync.region.problems import come_back_later, problem, response_of

_log = logging.getLogger(__name__)


STILL_SECONDS: Final = 60.0


class ExchangeEndpoint:
    """Answers `POST /schools/{school_id}/exchange`.

    Args:
        open_server: the answering side for a school's pseudonym; None for a school that is not served here.
        clock: for the answers.
        patience: how much is served at once.
        disk_failures: what a full disk or a lost database raises here: nothing was acknowledged then, so the
            asker is told to come back.
        still_seconds: how long nothing may arrive of a question that has begun: a flow that died silently must not
            keep its place for ever.
    """

    def __init__(
        self,
        open_server: Callable[[str], ExchangeServer | None],
        clock: Clock,
        patience: Patience,
        *,
        disk_failures: tuple[type[Exception], ...],
        still_seconds: float = STILL_SECONDS,
    ) -> None:
        self._open_server = open_server
        self._clock = clock
        self._patience = patience
        self._disk_failures = disk_failures
        self._still_seconds = still_seconds

    async def exchange(self, request: Request) -> Response:
        """Takes segments in as they arrive, and answers from what is committed."""
        if int(request.headers.get("content-length", "0")) > BODY_CAP:
            return problem(413, "too-long", "Richiesta troppo lunga")
        with self._patience.place() as free:
            if not free:
                return come_back_later(503, self._patience.busy_seconds())
            try:
                return await self._converse(request)
            except (ClientDisconnect, TimeoutError):
                # What arrived whole is committed; nobody is there to be answered.
                return Response(status_code=400)
            except self._disk_failures:
                _log.exception("the database failed")
                return come_back_later(503, self._patience.busy_seconds())
            except ScuolaError as error:
                return response_of(refusal_of(error))

    async def _converse(self, request: Request) -> Response:
        server = await run_in_threadpool(self._open_server, request.path_params["school_id"])
        if server is None:
            return problem(404, "school-unknown", "Scuola non registrata")
        chunks = aiter(request.stream())
        while (chunk := await asyncio.wait_for(anext(chunks, None), self._still_seconds)) is not None:
            if chunk:
                await run_in_threadpool(server.feed, chunk)
        return response_of(await run_in_threadpool(reply_of, server, self._clock.now_ms()))
