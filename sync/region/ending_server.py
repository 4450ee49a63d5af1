"""A uvicorn that leaves no connection behind when it ends."""

import asyncio
import socket
from typing import Any

import uvicorn


class EndingServer(uvicorn.Server):
    """Ends the connections that did not end by themselves in time: over TLS a guest may never say good-bye."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Shuts down gracefully first, and then for good."""
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):
            transport: Any = getattr(connection, "transport", None)
            if transport is not None:
                transport.abort()
        # What was aborted is told so in the loop's next turns.
        for _ in range(2):
            await asyncio.sleep(0)
