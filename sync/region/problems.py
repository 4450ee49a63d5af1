"""Refusals as `application/problem+json` (RFC 9457), as the Italian interoperability guidelines ask."""

from collections.abc import Mapping

from starlette.responses import Response

from sync.answering import Reply, busy_reply, problem_reply


def response_of(reply: Reply) -> Response:
    """An answer on its way out."""
    return Response(reply.body, status_code=reply.status, headers=dict(reply.headers))


def problem(
    status: int, kind: str, title: str, *, detail: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """An answer that says what is wrong: `kind` for programs, `title` and `detail` for people; no personal data."""
    return response_of(problem_reply(status, kind, title, detail=detail, headers=headers))


def come_back_later(status: int, seconds: int) -> Response:
    """429 or 503, with the seconds to wait."""
    return response_of(busy_reply(status, seconds))
