"""Joining by a spoken code: SPAKE2 makes a strong key out of six digits, and who guesses has one try.

Four messages and no input or output of its own; `joining_line` carries them. The laptop that joins speaks first:

    ask      SPAKE2 message
    answer   SPAKE2 message
    ask      sealed: the request of `storage.joining`
    answer   sealed: its answer

A seal is `nonce (24) | XSalsa20-Poly1305`, with a key for each direction, so that nothing can be sent back to who
said it. Whoever does not know the code learns from a run whether one guess was right, and nothing else.
"""

import secrets
from collections.abc import Callable
from typing import Any, Final

from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.signing import blake
from scuola_digitale.words import say

CODE_DIGITS: Final = 6
_NEW: Final = b"scuola-digitale: portatile nuovo"
_HOST: Final = b"scuola-digitale: portatile del tecnico"
_NONCE_BYTES: Final = 24


class WrongCodeError(ScuolaError):
    """The two sides did not use the same code, or somebody stood between them."""

    def __init__(self) -> None:
        super().__init__(
            say("Il codice non è quello giusto."),
            remedy=say(
                "Per sicurezza ogni codice vale una volta sola: fatti dare un codice nuovo e riprova."
            ),
        )


def new_code() -> str:
    """Six digits, to be said aloud: `472 915`."""
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    return f"{digits[:3]} {digits[3:]}"


def read_code(words: str) -> bytes:
    """The digits of a code however they were written.

    Raises:
        WrongCodeError: they are not six.
    """
    digits = "".join(character for character in words if character.isdecimal() and character.isascii())
    if len(digits) != CODE_DIGITS:
        raise WrongCodeError
    return digits.encode()


class _Side:
    """What both sides share: one SPAKE2 run and two keys."""

    def __init__(self, pake: Any, mine: bytes, theirs: bytes, random: Callable[[int], bytes]) -> None:
        self._pake = pake
        self._mine, self._theirs = mine, theirs
        self._random = random
        self.first_message: bytes = pake.start()
        self._key = b""

    def meet(self, message: bytes) -> None:
        """Takes the other side's SPAKE2 message.

        Raises:
            WrongCodeError: it is none.
        """
        from spake2 import SPAKEError
        from spake2.ed25519_basic import NotOnCurve

        if len(message) != len(self.first_message):
            raise WrongCodeError
        try:
            self._key = self._pake.finish(message)
        except (SPAKEError, NotOnCurve, ValueError) as error:  # bytes that are no point of the curve
            raise WrongCodeError from error

    def seal(self, data: bytes) -> bytes:
        """Seals what this side says."""
        from nacl.secret import SecretBox

        return bytes(SecretBox(self._for(self._mine)).encrypt(data, self._random(_NONCE_BYTES)))

    def unseal(self, sealed: bytes) -> bytes:
        """Opens what the other side said.

        Raises:
            WrongCodeError: it was sealed with another key.
        """
        from nacl.exceptions import CryptoError
        from nacl.exceptions import ValueError as TooShortError
        from nacl.secret import SecretBox

        try:
            return SecretBox(self._for(self._theirs)).decrypt(sealed)
        except (CryptoError, TooShortError) as error:
            raise WrongCodeError from error

    def _for(self, speaker: bytes) -> bytes:
        return blake(self._key + speaker, 32)


class NewLaptopSide(_Side):
    """The side of the laptop that joins."""

    def __init__(self, code: str, *, random: Callable[[int], bytes]) -> None:
        from spake2 import SPAKE2_A  # late: 60 ms that only who joins pays

        pake = SPAKE2_A(read_code(code), idA=_NEW, idB=_HOST, entropy_f=random)
        super().__init__(pake, _NEW, _HOST, random)


class HostSide(_Side):
    """The side of the technician's laptop."""

    def __init__(self, code: str, *, random: Callable[[int], bytes]) -> None:
        from spake2 import SPAKE2_B  # late, as above

        pake = SPAKE2_B(read_code(code), idA=_NEW, idB=_HOST, entropy_f=random)
        super().__init__(pake, _HOST, _NEW, random)
