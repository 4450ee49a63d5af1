"""Brings sealed pieces to whoever keeps them for the school, the region or a hub, and says which are needed no more.

A request is `POST /schools/SCHOOL/blobs`, framed as an exchange is: a hello, signed over the nonce that is due, then
`mp[1, wanted, dropped]` (names of 32 bytes each, end to end), then pieces. The answer is `mp[1, missing]`: which of the wanted are not there.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal, Protocol

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.format.signing import sign
from sync.conversation import refused, told_nonce
from sync.errors import (
    BadMessageError,
    DeviceRefusedError,
    RegionAnswersRubbishError,
)
from sync.line import Answer, Line
from sync.memory import MemoryFile
from sync.packs.errors import GettingStoppedError
from sync.packs.school.errors import NoDepositError, SchoolSpaceFullError
from sync.protocol import (
    BODY_CAP,
    VERSION,
    Hello,
    encoded,
    fingerprint_of,
    first_nonce,
    framed,
    next_nonce,
    signed_part,
)
from sync.syncer import MEMORY_NAME, SyncingSchool

SPACE_FULL: Final = "school-space-full"
NO_PIECE: Final = "not-this-piece"
NAME_BYTES: Final = 32
MAX_NAMES: Final = 20_000
_AT_ONCE_BYTES: Final = 512 << 10
"""About what one request carries: as much as a line that falls pays twice at most."""

_PART_BYTES: Final = 16_384
_TRIES: Final = 3


class Ask(msgspec.Struct, frozen=True, array_like=True):
    """What is asked beside the pieces that are brought; names end to end."""

    version: Literal[1]
    wanted: bytes
    dropped: bytes


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The answer: names of the wanted that are not there, end to end."""

    version: Literal[1]
    missing: bytes


class PieceSource(Protocol):
    """Where pieces are read from; `SealedStore` is one."""

    def read(self, sha256: str) -> bytes | None:
        """A piece's bytes, or None."""
        ...


def deposit_path(school_id: str) -> str:
    """Where a school's pieces are brought to; each stands under it, by its name."""
    return f"/schools/{school_id}/blobs"


class Deposit:
    """One other side that keeps sealed pieces.

    Args:
        school: this laptop's memory.
        address: the other side's, under which its nonce is remembered.
        line: the way there.
        clock: this laptop's.
        allow: asked before each request; raises when the line may not be used now.
        count: hears how many bytes went and came.
        stopped: whether to end in the middle.
    """

    def __init__(
        self,
        school: SyncingSchool,
        address: str,
        line: Line,
        clock: Clock,
        *,
        allow: Callable[[], None] = lambda: None,
        count: Callable[[int], None] = lambda _size: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._school = school
        self._address = address
        self._line = line
        self._clock = clock
        self._allow = allow
        self._count = count
        self._stopped = stopped
        self._memory = MemoryFile(school.folder / MEMORY_NAME)
        self._path = deposit_path(school.school_id.hex())

    def bring(self, wanted: Sequence[str], dropped: Sequence[str], pieces: PieceSource) -> int:
        """Has all of `wanted` kept, as far as they are here, and none of `dropped`; gives how many were brought.

        What was taken stays when the line falls in the middle.

        Raises:
            SchoolSpaceFullError: there is no more room for this school.
            NoDepositError: nothing is kept there.
            GettingStoppedError, OutsideHoursError, BudgetSpentError, SyncError: not now.
        """
        missing = self._ask(wanted, dropped, [])
        brought = 0
        for batch in _batches(missing, pieces):
            self._ask([], [], batch)
            brought += len(batch)
        return brought

    def _ask(self, wanted: Sequence[str], dropped: Sequence[str], pieces: Sequence[bytes]) -> list[str]:
        ask = msgspec.msgpack.encode(Ask(1, _joined(wanted), _joined(dropped)))
        for _ in range(_TRIES):
            told = self._ask_once([ask, *pieces])
            if told is not None:
                return names_in(told.missing)
        raise DeviceRefusedError

    def _ask_once(self, frames: Sequence[bytes]) -> Told | None:
        """The answer; None to ask again, over the nonce that was told."""
        if self._stopped():
            raise GettingStoppedError
        self._allow()
        nonce = self._memory.load(self._address).nonce
        nonce = nonce or first_nonce(self._school.school_id.hex(), self._school.identity.device)
        hello = self._hello(frames, nonce)
        content = b"".join(map(framed, [encoded(hello), *frames]))
        self._count(len(content))
        with self._line.post(self._path, _cut(content), len(content)) as answer:
            if answer.status != 200:
                self._hear_refusal(answer)
                return None
            self._remember(next_nonce(nonce, hello.signature))
            return _told(b"".join(answer.chunks))

    def _hello(self, frames: Sequence[bytes], nonce: bytes) -> Hello:
        identity = self._school.identity
        hello = Hello(
            version=VERSION,
            device=identity.device,
            time_ms=self._clock.now_ms(),
            digest=bytes(16),
            scopes=(),
            vector=None,
            rest=fingerprint_of(frames),
            signature=b"",
        )
        signature = sign(
            identity.device_seed, signed_part(hello, method="POST", path=self._path, nonce=nonce)
        )
        return msgspec.structs.replace(hello, signature=signature)

    def _hear_refusal(self, answer: Answer) -> None:
        problem = answer.problem()
        if problem == "nonce-wrong":
            self._remember(told_nonce(answer))
            return
        if problem == SPACE_FULL:
            raise SchoolSpaceFullError
        if answer.status in {404, 405} and problem != "school-unknown":
            raise NoDepositError
        raise refused(answer, problem)

    def _remember(self, nonce: bytes) -> None:
        # Read anew: the exchange goes on beside this and remembers there too.
        memory = self._memory.load(self._address)
        memory.nonce = nonce
        self._memory.save(self._address, memory)


def _batches(names: Sequence[str], pieces: PieceSource) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for name in names:
        piece = pieces.read(name)
        if piece is None:
            continue  # another laptop has it
        if batch and sum(map(len, batch)) + len(piece) > _AT_ONCE_BYTES:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def names_in(data: bytes) -> list[str]:
    """The names that stand end to end in some bytes.

    Raises:
        BadMessageError: they are cut, or too many.
    """
    if len(data) % NAME_BYTES or len(data) > MAX_NAMES * NAME_BYTES:
        raise BadMessageError("names that are cut, or too many")
    return [data[start : start + NAME_BYTES].hex() for start in range(0, len(data), NAME_BYTES)]


def piece_name(data: bytes) -> str:
    """The name of a piece: the sha256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


def _joined(names: Sequence[str]) -> bytes:
    return b"".join(map(bytes.fromhex, names))


def _cut(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _PART_BYTES):
        yield content[start : start + _PART_BYTES]


def _told(data: bytes) -> Told:
    if len(data) > BODY_CAP:
        raise RegionAnswersRubbishError
    try:
        return msgspec.msgpack.decode(data, type=Told)
    except msgspec.MsgspecError as error:
        raise RegionAnswersRubbishError from error
