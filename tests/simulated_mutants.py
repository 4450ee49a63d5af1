"""Programs with one rule broken, each of which the simulation must catch: a test of the test."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Any
from unittest.mock import patch

from simulated_disk import PowerCutError

from scuola_digitale.format.gone import Gone
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.storage import projection
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.identity import read_identity
from scuola_digitale.storage.laptop_replica import LaptopReplica
from scuola_digitale.storage.packed_facts import PackedFacts
from scuola_digitale.storage.writing import Writing
from sync import exchange
from sync.exchange import ExchangeServer
from sync.region import intake, recut


@contextmanager
def _patched(*changes: tuple[Any, str, Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for where, name, value in changes:
            stack.enter_context(patch.object(where, name, value))
        yield


def _accept_gaps() -> AbstractContextManager[None]:
    take, place = FactLog.take, intake._StreamWriter._place

    def gap_jumping_take(log: FactLog, segment: ReadSegment) -> Any:
        held = log.stream(segment.stream)
        if held.seq < segment.first_seq - 1:
            held.seq, held.chain = segment.first_seq - 1, segment.previous_chain
        return take(log, segment)

    def gap_jumping_place(writer: Any, segment: ReadSegment) -> Any:
        held = writer._branches[0]
        if held.seq < segment.first_seq - 1:
            held.seq, held.chain = segment.first_seq - 1, segment.previous_chain
        return place(writer, segment)

    return _patched(
        (FactLog, "take", gap_jumping_take),
        (FactLog, "chain_at", _or_nothing(FactLog.chain_at)),
        (intake._StreamWriter, "_place", gap_jumping_place),
        (intake, "chain_at", _or_nothing(recut.chain_at)),
        (recut, "chain_at", _or_nothing(recut.chain_at)),
    )


def _or_nothing(chain_at: Callable[..., bytes]) -> Callable[..., bytes]:
    """A program that has no rule against gaps does not stumble over them either."""

    def of_a_gap(*place: Any) -> bytes:
        try:
            return chain_at(*place)
        except IndexError:
            return b""

    return of_a_gap


def _no_scope_check() -> AbstractContextManager[None]:
    def all_of_them(_replica: LaptopReplica, scopes: Collection[str]) -> frozenset[str]:
        return frozenset(scopes)

    return _patched((LaptopReplica, "_kept", all_of_them))


def _ack_early() -> AbstractContextManager[None]:
    """Says «I hold what you hold» as soon as the question is there, and commits afterwards."""
    answer, take = ExchangeServer.answer, exchange._take

    def early(server: ExchangeServer, now_ms: int) -> Any:
        pending = server.__dict__.pop("_pending", [])
        if not pending:
            return answer(server, now_ms)
        hello = server._hello
        assert hello is not None
        try:
            server._let_in(may_follow=False)
            server.digest = hello.digest
            take(server._replica, pending, server._scopes)
        except PowerCutError:
            pass  # the answer is on its way already
        return None

    def keep(server: ExchangeServer, frames: Sequence[bytes]) -> None:
        for frame in frames:
            server._fingerprint.add(frame)
        server.__dict__.setdefault("_pending", []).extend(frames)

    return _patched((ExchangeServer, "answer", early), (ExchangeServer, "_take", keep))


def _clone_without_epoch() -> AbstractContextManager[None]:
    """A disk that was set back or copied goes on in the epoch that it finds."""

    def same_epoch(writing: Writing, _marker: bytes) -> bytes:
        writing.identity = read_identity(writing._folder)
        return writing.identity.marker or b"first"

    return _patched((Writing, "_next_marker", same_epoch))


def _unsigned_staff() -> AbstractContextManager[None]:
    return _patched((projection, "is_author_signed", lambda *_: True))


def _erase_loses() -> AbstractContextManager[None]:
    """Forgets what is there, and takes in again what a late laptop brings."""

    def as_it_came(_gone: Gone, rows: Sequence[Any]) -> Sequence[Any]:
        return rows

    return _patched((Gone, "without", as_it_came))


def _closed_years_forget_nothing() -> AbstractContextManager[None]:
    """Erases what stands in rows, and leaves what is packed."""

    def nothing(_packed: PackedFacts, _stream: int, _person: bytes) -> list[int]:
        return []

    return _patched((PackedFacts, "redact", nothing))


MUTANTS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "no-fsync": nullcontext,
    "accept-gaps": _accept_gaps,
    "no-scope-check": _no_scope_check,
    "ack-early": _ack_early,
    "clone-without-epoch": _clone_without_epoch,
    "unsigned-staff": _unsigned_staff,
    "erase-loses": _erase_loses,
    "closed-years-forget-nothing": _closed_years_forget_nothing,
}
"""How to break the program, by name; without fsync it is the simulated disk that breaks."""
