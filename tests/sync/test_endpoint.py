"""A question that begins and never goes on loses its place."""

import asyncio
from collections.abc import Mapping
from typing import Any

from notebook import SCHOOL
from region_in_process import RegionInProcess
from starlette.applications import Starlette
from starlette.routing import Route

from scuola_digitale.clock import SetClock
from sync.endpoint import ExchangeEndpoint
from sync.exchange import ExchangeServer
from sync.region.patience import Patience
from sync.region.store import RegionStore


async def _ask_and_fall_silent(app: Starlette) -> int:
    parts = [{"type": "http.request", "body": b"\0\0\1\0half a frame", "more_body": True}]
    answer: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        if parts:
            return parts.pop()
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

    async def send(message: Mapping[str, Any]) -> None:
        answer.append(message)

    path = f"/schools/{SCHOOL}/exchange"
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
        "headers": [(b"content-length", b"1000")],
    }  # fmt: skip
    await asyncio.wait_for(app(scope, receive, send), 20)  # type: ignore[arg-type]
    status: int = answer[0]["status"]
    return status


def test_a_flow_that_died_silently_gives_its_place_back(region: RegionInProcess, clock: SetClock) -> None:
    patience = Patience(clock, at_once=1)

    def open_server(school_id: str) -> ExchangeServer:
        store: RegionStore = region.store(school_id)
        return ExchangeServer(store, lambda _hello: None)

    endpoint = ExchangeEndpoint(open_server, clock, patience, disk_failures=(), still_seconds=0.05)
    app = Starlette(routes=[Route("/schools/{school_id}/exchange", endpoint.exchange, methods=["POST"])])
    for _ in range(2):
        assert asyncio.run(_ask_and_fall_silent(app)) == 400
