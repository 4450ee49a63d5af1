"""What an answering side says to a question, as status, headers and body: the same at a region, a hub and in tests."""

from collections.abc import Mapping
from typing import Final

import msgspec

from scuola_digitale.errors import ScuolaError
from sync.admission import DeviceUnknownError, NonceWrongError, ScopeRefusedError
from sync.conversation import DIGEST_HEADER, NONCE_HEADER, shown_digest
from sync.errors import BadMessageError, RegionBusyError
from sync.exchange import ExchangeServer

TYPE_PREFIX: Final = "urn:scuola-digitale:"
PROBLEM_TYPE: Final = "application/problem+json"
MESSAGE_TYPE: Final = "application/octet-stream"


class Reply(msgspec.Struct, frozen=True):
    """An answer before it is put on a wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def reply_of(server: ExchangeServer, now_ms: int) -> Reply:
    """What is said once the whole question was fed to `server`; raises as `ExchangeServer.answer`."""
    frames = server.answer(now_ms)
    if frames is None:
        return Reply(204, {DIGEST_HEADER: shown_digest(server.digest)})
    return Reply(200, {"content-type": MESSAGE_TYPE}, b"".join(frames))


def refusal_of(error: ScuolaError) -> Reply:
    """How a refusal is told; what is no refusal is raised again."""
    if isinstance(error, NonceWrongError):
        return problem_reply(401, "nonce-wrong", error.message, headers={NONCE_HEADER: error.due.hex()})
    if isinstance(error, DeviceUnknownError):
        return problem_reply(403, "device-unknown", error.message)
    if isinstance(error, ScopeRefusedError):
        return problem_reply(403, "scope-refused", error.message)
    if isinstance(error, RegionBusyError):
        return busy_reply(429, int(error.retry_after_seconds or 1))
    if isinstance(error, BadMessageError):
        return problem_reply(400, "bad-message", error.message)
    raise error


def problem_reply(
    status: int, kind: str, title: str, *, detail: str = "", headers: Mapping[str, str] | None = None
) -> Reply:
    """What is wrong, as RFC 9457 has it: `kind` for programs, `title` and `detail` for people."""
    content = {"type": TYPE_PREFIX + kind, "title": title, "status": status, "detail": detail or None}
    body = msgspec.json.encode({key: value for key, value in content.items() if value is not None})
    return Reply(status, {"content-type": PROBLEM_TYPE, **(headers or {})}, body)


def busy_reply(status: int, seconds: int) -> Reply:
    """429 or 503, with the seconds to wait."""
    detail = f"Riprova tra {seconds} s"
    headers = {"Retry-After": str(seconds)}
    return problem_reply(status, "busy", "Torna più tardi", detail=detail, headers=headers)
