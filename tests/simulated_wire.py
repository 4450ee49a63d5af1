"""The line of the simulation: it loses, cuts, doubles and delays what goes over it, and damages it now and then."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from simulated_disk import PowerCutError
from simulated_nodes import SCHOOL_ID, Laptop, Region, Server

from scuola_digitale.errors import ScuolaError
from sync.answering import Reply, refusal_of, reply_of
from sync.conversation import Conversation, PeerMemory
from sync.errors import LineDownError
from sync.line import Answer


class Wire:
    """Carries questions to servers; keeps some of them, to deliver them again much later.

    Args:
        chance: decides what happens to each.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kept: list[tuple[str, bytes]] = []
        self.good = False

    def sync(self, laptop: Laptop, server: Server) -> bool:
        """One sync of a laptop with a region or a hub; whether it ended well."""
        memory = laptop.memories.setdefault(server.name, PeerMemory())
        try:
            Conversation(
                laptop.replica,
                _Line(self, server),
                device=laptop.device,
                sign=laptop.sign,
                school_id=SCHOOL_ID,
                memory=memory,
                clock=laptop.clock,
                pause=_no_pause,
            ).run()
        except ScuolaError:
            return False
        except PowerCutError:
            laptop.stop()
            return False
        return True

    def replay(self, servers: Sequence[Server]) -> None:
        """An old question arrives once more."""
        if self._kept:
            name, question = self._chance.choice(self._kept)
            for server in servers:
                if server.name == name:
                    ask(server, question, self._chance)

    def deliver(self, server: Server, question: bytes) -> Reply:
        """A question on its way: lost, cut, damaged, doubled, or simply delivered."""
        fate = 1.0 if self.good else self._chance.random()
        if fate < 0.08:
            raise LineDownError
        if fate < 0.2:
            ask(server, question[: self._chance.randrange(len(question))], self._chance)
            raise LineDownError
        if fate < 0.23:
            question = damaged(question, self._chance)
        if fate < 0.33:
            self._kept.append((server.name, question))
        reply = ask(server, question, self._chance)
        if 0.27 < fate < 0.33:
            ask(server, question, self._chance)
        if reply is None:
            raise LineDownError
        return reply

    def arriving(self, body: bytes) -> Iterator[bytes]:
        """The answer's body, which may be cut too."""
        end = len(body)
        if not self.good and self._chance.random() < 0.12:
            end = self._chance.randrange(len(body) + 1)
        middle = self._chance.randrange(end + 1)
        yield from (part for part in (body[:middle], body[middle:end]) if part)
        if end < len(body):
            raise LineDownError


def ask(server: Server, question: bytes, chance: random.Random) -> Reply | None:
    """What a server answers to some bytes; None if its power went."""
    try:
        answering = server.server()
        middle = chance.randrange(len(question) + 1)
        for part in (question[:middle], question[middle:]):
            answering.feed(part)
        return reply_of(answering, server.clock.now_ms())
    except PowerCutError:
        server.stop()
        return None
    except ScuolaError as error:
        return refusal_of(error)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The same bytes with one bit turned."""
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ (1 << chance.randrange(8))]) + content[place + 1 :]


class _Line:
    def __init__(self, wire: Wire, server: Server) -> None:
        self._wire = wire
        self._server = server

    @contextmanager
    def post(self, path: str, content: Iterator[bytes], length: int) -> Iterator[Answer]:
        """Sends a body and hands out the answer."""
        question = b"".join(content)
        assert len(question) == length
        reply = self._wire.deliver(self._server, question)
        headers = {name.lower(): value for name, value in reply.headers.items()}
        yield Answer(status=reply.status, headers=headers, chunks=self._wire.arriving(reply.body))

    def close(self) -> None:
        """Nothing is held."""

    def interrupt(self) -> None:
        """Nothing is waited for."""


def _no_pause(_seconds: float) -> None:
    """Nobody else wants the lock."""


__all__ = ["Region", "Wire", "ask", "damaged"]
