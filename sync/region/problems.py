"""Refusals as `application/problem+json` (RFC 9457), as the Italian interoperability guidelines ask."""

from collections.abc import Mapping
from typing import Final

import msgspec
from starlette.responses import Response

TYPE_PREFIX: Final = "urn:scuola-digitale:"


def problem(
    status: int, kind: str, title: str, *, detail: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """An answer that says what is wrong: `kind` for programs, `title` and `detail` for people; no personal data."""
    content = {"type": TYPE_PREFIX + kind, "title": title, "status": status, "detail": detail or None}
    return Response(
        msgspec.json.encode({key: value for key, value in content.items() if value is not None}),
        status_code=status,
        media_type="application/problem+json",
        headers=dict(headers or {}),
    )


def come_back_later(status: int, seconds: int) -> Response:
    """429 or 503, with the seconds to wait."""
    return problem(
        status,
        "busy",
        "Torna più tardi",
        detail=f"Riprova tra {seconds} s",
        headers={"Retry-After": str(seconds)},
    )
