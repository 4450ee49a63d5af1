"""The hub as an ASGI application: the exchange of a laptop's own memory, and a place to wait for news."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scuola_digitale.clock import Clock
from scuola_digitale.format.vector import digest
from scuola_digitale.storage.errors import BusyMemoryError, DiskFullError, MemoryUnwritableError
from scuola_digitale.storage.laptop_replica import LaptopReplica
from sync.admission import admit
from sync.conversation import exchange_path, shown_digest
from sync.endpoint import ExchangeEndpoint
from sync.exchange import ExchangeServer
from sync.hub.gate import HubGate
from sync.hub.news import LONGEST_SECONDS, Newsroom
from sync.region.patience import Patience

if TYPE_CHECKING:
    from sync.packs.places import Place
    from sync.packs.school.store import SealedStore

GUESTS = 64
"""Laptops that wait for news at once."""


def make_hub_app(
    replica: LaptopReplica,
    school_id: str,
    clock: Clock,
    *,
    random: Callable[[int], bytes] = os.urandom,
    changed: Callable[[], None] = lambda: None,
    packs: "Place | None" = None,
    lessons: "SealedStore | None" = None,
) -> Starlette:
    """The hub over a laptop's memory; `changed` is called, in some thread, after facts arrived.

    Where `packs` are given they are passed on as well, so that a blob crosses the school's line once. Into `lessons`
    the others bring the school's own sealed packs.
    """
    hub = _Hub(replica, school_id, clock, random, changed)
    return Starlette(
        routes=[
            Route("/schools/{school_id}/exchange", hub.endpoint.exchange, methods=["POST"]),
            Route("/schools/{school_id}/news", hub.news, methods=["GET"]),
            *_pack_routes(packs),
            *(hub.lesson_routes(lessons) if lessons is not None else ()),
        ]
    )


def _pack_routes(packs: "Place | None") -> list[Route]:
    if packs is None:
        return []
    from sync.packs.serving import place_routes  # late: only a hub that has packs needs it

    return place_routes(packs)


class _Hub:
    def __init__(
        self,
        replica: LaptopReplica,
        school_id: str,
        clock: Clock,
        random: Callable[[int], bytes],
        changed: Callable[[], None],
    ) -> None:
        self._replica = replica
        self._school_id = school_id
        self._clock = clock
        self._gate = HubGate(replica, clock, random)
        self._changed = changed
        self._newsroom = Newsroom(self._state)
        self._guests = 0
        disk = (DiskFullError, BusyMemoryError, MemoryUnwritableError)
        self.endpoint = ExchangeEndpoint(self._open, clock, Patience(clock), disk_failures=disk)

    def lesson_routes(self, store: "SealedStore") -> list[Route]:
        """Where laptops of the school bring what is sealed of its own packs."""
        from sync.packs.school.taking import PieceKeeper  # late, as above

        return PieceKeeper(self._gate_of, lambda _school_id: store, Patience(self._clock)).routes()

    def _gate_of(self, school_id: str) -> HubGate | None:
        return self._gate if school_id == self._school_id else None

    def _open(self, school_id: str) -> ExchangeServer | None:
        if school_id != self._school_id:
            return None
        # What was written on this laptop itself is handed on only under a signed head.
        self._replica.sign_heads()
        let_in = partial(admit, method="POST", path=exchange_path(school_id), gate=self._gate)
        return ExchangeServer(self._replica, let_in, scopes=self._replica.scopes(), committed=self._told)

    def _told(self, facts: int) -> None:
        if facts:
            self._changed()

    async def news(self, request: Request) -> Response:
        """204 with the state in `d` as soon as it is not the one that was asked about, or when the time is up."""
        if request.path_params["school_id"] != self._school_id:
            return Response(status_code=404)
        if self._guests >= GUESTS:
            return Response(status_code=503, headers={"Retry-After": "30"})
        self._guests += 1
        try:
            known = request.query_params.get("since", "")
            state = await self._newsroom.news_since(known, LONGEST_SECONDS)
        finally:
            self._guests -= 1
        return Response(status_code=204, headers={"d": state})

    def _state(self) -> str:
        return shown_digest(digest(self._replica.states(self._replica.scopes())))
