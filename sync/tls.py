"""Whom TLS believes: the system's authorities, one of the school's own, and dates judged by who may have a dead clock."""

import datetime
import hashlib
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Final

from scuola_digitale.clock import Clock
from sync.errors import ClockWrongError, OwnAuthorityError

_NO_CHECK_TIME: Final = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python does not name: dates are judged in `DateJudge`."""

_TOLERANCE_MS: Final = 86_400_000


def believing(authority: str = "") -> ssl.SSLContext:
    """What checks a region's certificate: chain and name now, dates by a `DateJudge` afterwards.

    Args:
        authority: a file (PEM) with the school's or region's own authority; the system's are believed too.

    Raises:
        OwnAuthorityError: that file holds none.
    """
    import certifi  # late, with httpx that brings it

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.verify_flags |= _NO_CHECK_TIME
    if authority:
        try:
            context.load_verify_locations(Path(authority))
        except OSError as error:  # ssl.SSLError is one too
            raise OwnAuthorityError(authority) from error
    return context


class DateJudge:
    """Checks the dates of a certificate whose chain and name are good.

    The real time is not before that of the latest fact known here. With a clock that says otherwise only what ended
    before that fact is refused. A clock may be ahead too: a server that shows the key it showed when all was well is
    believed whatever the dates say.

    Args:
        clock: this laptop's.
        known_ms: the time of the latest fact known here.
        pinned: the key shown when all was well, as a hash; empty for none yet.
    """

    def __init__(self, clock: Clock, known_ms: Callable[[], int], pinned: bytes = b"") -> None:
        self._clock = clock
        self._known_ms = known_ms
        self.pinned = pinned

    def check(self, certificate: bytes) -> None:
        """Checks a certificate in DER.

        Raises:
            ClockWrongError: its dates do not hold, as far as is known here.
        """
        from cryptography import x509  # late: only a line over TLS pays for it
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        shown = x509.load_der_x509_certificate(certificate)
        key = shown.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        pin = hashlib.blake2b(key, digest_size=16).digest()
        begins, ends = _ms(shown.not_valid_before_utc), _ms(shown.not_valid_after_utc)
        if self._holds(begins, ends):
            self.pinned = pin
        elif pin != self.pinned:
            raise ClockWrongError

    def _holds(self, begins: int, ends: int) -> bool:
        now, known = self._clock.now_ms(), self._known_ms()
        if now < known - _TOLERANCE_MS:
            return known <= ends
        return begins - _TOLERANCE_MS <= now <= ends


def _ms(moment: datetime.datetime) -> int:
    return int(moment.timestamp() * 1000)
