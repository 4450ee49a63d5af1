"""Everything that was ever said of anything, read back in the order in which it counts."""

from collections.abc import Callable

from scuola_digitale.domain.folding import Order, Said, Thing, Value
from scuola_digitale.storage.connection import Connection

Unseal = Callable[[Value], str]
"""A value in words; what cannot be opened here is empty."""


class Sayings:
    """Reads over one connection; what it gives is as of now."""

    def __init__(self, connection: Connection, unseal: Unseal) -> None:
        self._connection = connection
        self._words = unseal

    def sayings(self, thing: Thing, key: str | bytes | None = None) -> list[Said]:
        """Everything ever said of things of a sort, or of one of them."""
        streams = self._streams()
        rows = self._connection.execute(
            "SELECT hlc_ms, stream, seq, key, field, value FROM saying"
            " WHERE thing = ? AND (?2 IS NULL OR key = ?2)",
            (thing, key),
        )
        return [
            (order_of(hlc_ms, seq, streams[stream]), its_key, field, value)
            for hlc_ms, stream, seq, its_key, field, value in rows
        ]

    def _streams(self) -> dict[int, tuple[bytes, int, str]]:
        rows = self._connection.execute("SELECT number, device, epoch, scope FROM stream")
        return {number: (device, epoch, scope) for number, device, epoch, scope in rows}


def order_of(hlc_ms: int, seq: int, stream: tuple[bytes, int, str]) -> Order:
    """When something happened, from its place."""
    device, epoch, scope = stream
    return hlc_ms, device, seq, epoch, scope
