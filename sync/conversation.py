"""A sync over a line: asks, is answered, and asks again until both sides hold the same."""

import time
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.replica import Replica
from sync.admission import ScopeRefusedError
from sync.errors import (
    BadMessageError,
    DeviceRefusedError,
    ExchangeStuckError,
    LineDownError,
    RegionAnswersRubbishError,
    RegionBrokenError,
    RegionBusyError,
    RegionUnknownError,
    SchoolUnknownError,
    SyncError,
)
from sync.exchange import ExchangeClient, Question
from sync.line import Answer, Line
from sync.protocol import encoded, first_nonce, framed, next_nonce, signed_part

DIGEST_HEADER: Final = "d"
NONCE_HEADER: Final = "n"
SHOWN_DIGEST_BYTES: Final = 6
"""How much of its digest a side shows with a 204: no portal in between can know it."""

_PART_BYTES: Final = 16_384
_PAUSE_SECONDS: Final = 0.002
_TRIES: Final = 3
_NOTHING_TAKEN: Final = (
    BadMessageError,
    DeviceRefusedError,
    RegionAnswersRubbishError,
    RegionBusyError,
    RegionUnknownError,
    SchoolUnknownError,
    ScopeRefusedError,
)
"""What says that the question was not taken in."""

_MAY_INTRODUCE: Final = frozenset({"device-unknown", "scope-refused"})
"""Refusals that our certificate, or a wider one than the other side knows, may mend."""

_BUSY_SECONDS: Final = 60.0


class PeerMemory(msgspec.Struct):
    """What a laptop remembers of the other side between syncs; losing it costs one small request.

    Attributes:
        nonce: what the next request is signed over; None where it was never told.
        holds: what the other side is known to hold; None to ask it first.
        shown_key: the TLS key it showed when all was well, as a hash; empty for none.
        line_held: whether the last conversation came to its end; one that did not is sent in small steps.
    """

    nonce: bytes | None = None
    holds: PeerVector | None = None
    shown_key: bytes = b""
    line_held: bool = False


class Traffic(msgspec.Struct):
    """What one sync cost: requests, and the bytes of their bodies each way."""

    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0


class Conversation:
    """One sync with one other side.

    Args:
        replica: this side.
        line: the way there.
        device: the id of this device.
        sign: its Ed25519 signature of some bytes.
        school_id: the school's pseudonym, 32 hexadecimal characters.
        memory: what is remembered of the other side; changed as the conversation goes.
        clock: this laptop's.
        stopped: whether to end in the middle.
        pause: waits some seconds.

    Attributes:
        client: what went up and down so far.
        traffic: what it cost so far.
    """

    def __init__(
        self,
        replica: Replica,
        line: Line,
        *,
        device: bytes,
        sign: Callable[[bytes], bytes],
        school_id: str,
        memory: PeerMemory,
        clock: Clock,
        stopped: Callable[[], bool] = lambda: False,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._line = line
        self._sign = sign
        self._path = exchange_path(school_id)
        self._memory = memory
        self._clock = clock
        self._stopped = stopped
        self._pause = pause
        if memory.nonce is None:
            memory.nonce = first_nonce(school_id, device)
        self.client = ExchangeClient(
            replica, device=device, peer_holds=memory.holds, in_steps=not memory.line_held
        )
        self.traffic = Traffic()

    def run(self) -> None:
        """Asks until both sides hold the same; what was acknowledged on the way stays so.

        Raises:
            SyncError: the line, or the other side, failed.
            DiskFullError: there is no room here.
        """
        self._memory.line_held = False
        before = None
        while not self.client.done:
            question = self.client.question(self._clock.now_ms())
            state = (self.client.peer_holds, self.client.received, question.hello.vector, question.hello.rest)
            if state == before:
                raise ExchangeStuckError
            before = state
            self._ask(question)
            self._memory.holds = self.client.peer_holds
        self._memory.line_held = True

    def _ask(self, question: Question) -> None:
        for _ in range(_TRIES):
            if self._ask_once(question):
                return
        raise DeviceRefusedError

    def _ask_once(self, question: Question) -> bool:
        """Whether the question was answered; False to ask it again, over the nonce that was told."""
        nonce = self._memory.nonce or b""
        content, signature = self._signed(question, nonce)
        up_before = self.traffic.bytes_up
        self.traffic.requests += 1
        try:
            with self._line.post(self._path, self._counted(content), len(content)) as answer:
                return self._hear(answer, question, next_nonce(nonce, signature))
        except ScuolaError as error:
            if self.traffic.bytes_up > up_before and not isinstance(error, _NOTHING_TAKEN):
                self._left_unsure(question, spent=nonce, after=next_nonce(nonce, signature))
            raise

    def _left_unsure(self, question: Question, *, spent: bytes, after: bytes) -> None:
        """The question may have arrived: what it carried is asked for next time, not sent again."""
        if self._memory.nonce == spent:
            self._memory.nonce = after
        if question.segments:
            self._memory.holds = None

    def _hear(self, answer: Answer, question: Question, nonce: bytes) -> bool:
        if answer.status == 204:
            self._check_shown(answer, question)
            self._memory.nonce = nonce
            self.client.answered_same()
            return True
        if answer.status == 200:
            self._memory.nonce = nonce
            self._read(answer)
            return True
        return self._hear_refusal(answer)

    def _check_shown(self, answer: Answer, question: Question) -> None:
        if answer.headers.get(DIGEST_HEADER) != shown_digest(question.hello.digest):
            raise RegionAnswersRubbishError

    def _read(self, answer: Answer) -> None:
        try:
            for chunk in answer.chunks:
                self.traffic.bytes_down += len(chunk)
                for part in _cut(chunk):
                    self.client.feed(part)
                    self._make_way()
            self.client.finish()
        except BadMessageError as error:
            # Nothing could be read: this is not the region. Something could: it was cut.
            raise (LineDownError if self.client.heard else RegionAnswersRubbishError) from error

    def _make_way(self) -> None:
        """Lets a pupil's answer in between: a lock that is let go and taken at once is never had by who waits."""
        if self._stopped():
            raise LineDownError
        self._pause(_PAUSE_SECONDS)

    def _hear_refusal(self, answer: Answer) -> bool:
        problem = answer.problem()
        if problem == "nonce-wrong":
            self._memory.nonce = told_nonce(answer)
            return False
        if problem in _MAY_INTRODUCE and self.client.peer_holds is None:
            self.client.introduce()
            return True
        raise refused(answer, problem)

    def _signed(self, question: Question, nonce: bytes) -> tuple[bytes, bytes]:
        signature = self._sign(signed_part(question.hello, method="POST", path=self._path, nonce=nonce))
        hello = msgspec.structs.replace(question.hello, signature=signature)
        return b"".join([framed(encoded(hello)), *map(framed, question.segments)]), signature

    def _counted(self, content: bytes) -> Iterator[bytes]:
        for part in _cut(content):
            if self._stopped():
                raise LineDownError
            self.traffic.bytes_up += len(part)
            yield part


def _cut(content: bytes) -> Iterator[bytes]:
    """Parts so small that each is done with, up or down, in a moment."""
    for start in range(0, len(content), _PART_BYTES):
        yield content[start : start + _PART_BYTES]


def exchange_path(school_id: str) -> str:
    """Where a school's exchange is asked for."""
    return f"/schools/{school_id}/exchange"


def shown_digest(digest: bytes) -> str:
    """What a 204 shows of the digest it found."""
    return digest[:SHOWN_DIGEST_BYTES].hex()


def told_nonce(answer: Answer) -> bytes:
    """The nonce that is due, as a refusal tells it. Raises RegionAnswersRubbishError."""
    try:
        return bytes.fromhex(answer.headers.get(NONCE_HEADER, ""))
    except ValueError as error:
        raise RegionAnswersRubbishError from error


def refused(answer: Answer, problem: str) -> SyncError:
    """What an answer that is no success means; `problem` is the last word of its type, empty for none."""
    if answer.status in {429, 503}:
        return RegionBusyError(_seconds(answer))
    if answer.status >= 500:
        return RegionAnswersRubbishError() if answer.status == 511 else RegionBrokenError()
    named = {
        "school-unknown": SchoolUnknownError,
        "device-unknown": DeviceRefusedError,
        "scope-refused": ScopeRefusedError,
    }
    if problem in named:
        return named[problem]()
    return BadMessageError(f"refused: {answer.status} {problem}") if problem else RegionAnswersRubbishError()


def _seconds(answer: Answer) -> float:
    """What `Retry-After` asks; a minute where it says nothing that can be read."""
    word = answer.headers.get("retry-after", "")
    return float(word) if word.isascii() and word.isdigit() else _BUSY_SECONDS
