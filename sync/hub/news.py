"""Waiting for news at a hub, so that a board is live without asking every second."""

import asyncio
from collections.abc import Callable
from typing import Final

LOOK_SECONDS: Final = 0.5
LONGEST_SECONDS: Final = 25.0
"""Shorter than anything on the way, or the other side, waits for a still line."""


class Newsroom:
    """Answers who waits as soon as what is held here is not what they last heard of.

    The window writes into the same memory from another process, so the state is looked at twice a second, once for
    all who wait.

    Args:
        state: what is held now, as a short word; called in a thread.
    """

    def __init__(self, state: Callable[[], str]) -> None:
        self._state = state
        self._looking: asyncio.Task[str] | None = None

    async def news_since(self, known: str, seconds: float) -> str:
        """The state once it is another than `known`, or as it is when the time is up."""
        until = asyncio.get_running_loop().time() + min(seconds, LONGEST_SECONDS)
        while True:
            state = await self._look()
            if state != known or asyncio.get_running_loop().time() >= until:
                return state
            await asyncio.sleep(LOOK_SECONDS)

    async def _look(self) -> str:
        """One look for all who ask at the same time."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(asyncio.to_thread(self._state))
        return await asyncio.shield(self._looking)
