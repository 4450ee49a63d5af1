"""The spoken code over a plain TCP socket of the local network: what needs a seal is sealed before it is sent."""

import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.joining import ANSWER_CAP, BadJoiningError
from scuola_digitale.words import say
from sync.spoken_code import HostSide, NewLaptopSide, WrongCodeError

STILL_SECONDS: Final = 15.0
"""How long the other side may be silent."""

VISITS: Final = 20
"""How many connections one code bears that come and say nothing of use: a scanner of ports is one."""

_SHORT: Final = 2048
_SEAL_BYTES: Final = 64


class HostUnreachableError(ScuolaError):
    """Nobody answers at the technician's address."""

    def __init__(self, address: str) -> None:
        super().__init__(
            say("All’indirizzo «{address}» non risponde il portatile del tecnico.", address=address),
            remedy=say(
                "Controlla che i due portatili siano sulla stessa rete e che l’indirizzo sia scritto bene."
            ),
        )


class JoiningCutError(ScuolaError):
    """The connection between the two laptops ended too early."""

    def __init__(self) -> None:
        super().__init__(
            say("Il collegamento tra i due portatili è caduto."),
            remedy=say("Avvicinali alla rete e riprova con un codice nuovo: non si è perso niente."),
        )


class NobodyCameError(ScuolaError):
    """No laptop asked to come in."""

    def __init__(self) -> None:
        super().__init__(
            say("Non si è presentato nessun portatile."),
            remedy=say("Quando il portatile nuovo è pronto, chiedi qui un altro codice."),
        )


class JoiningHost:
    """The technician's laptop, waiting for a new one; `close` from any thread ends the wait.

    Args:
        answer: from a request's bytes to its answer's; may raise a ScuolaError.
        random: so many random bytes.
        host, port: where to listen; any port by default.
    """

    def __init__(
        self,
        answer: Callable[[bytes], bytes],
        *,
        random: Callable[[int], bytes],
        host: str = "",
        port: int = 0,
    ) -> None:
        self._answer = answer
        self._random = random
        self._listener = socket.create_server((host, port))
        self.address = f"{host or own_address()}:{self._listener.getsockname()[1]}"

    def wait(self, code: str, *, seconds: float = 600) -> None:
        """Lets in one laptop that knows the code.

        Raises:
            WrongCodeError: somebody tried another one; this code is spent.
            NobodyCameError: nobody came in time, or `close` was called.
            ScuolaError: what `answer` raises.
        """
        for _ in range(VISITS):
            try:
                self._listener.settimeout(seconds)
                visitor, _ = self._listener.accept()
            except OSError as error:  # the time is over, or it was closed
                raise NobodyCameError from error
            with visitor:
                visitor.settimeout(STILL_SECONDS)
                side = HostSide(code, random=self._random)
                sealed = _greeting(visitor, side)
                if sealed is not None:
                    self._let_in(visitor, side, sealed)
                    return
        raise NobodyCameError

    def close(self) -> None:
        """Listens no more."""
        # Closing alone does not wake a thread that waits.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _let_in(self, visitor: socket.socket, side: HostSide, sealed: bytes) -> None:
        _write(visitor, side.seal(self._answer(side.unseal(sealed))))
        # Its silence at the end says that it has read everything.
        with suppress(OSError):
            visitor.shutdown(socket.SHUT_WR)
            visitor.recv(1)


def _greeting(visitor: socket.socket, side: HostSide) -> bytes | None:
    """What a visitor sealed with the code that they hold; None if they show none, and so have tried none."""
    try:
        side.meet(_read(visitor, _SHORT))
        _write(visitor, side.first_message)
        return _read(visitor, _SHORT)
    except (JoiningCutError, BadJoiningError, WrongCodeError):
        return None


def ask_by_code(address: str, code: str, request: bytes, *, random: Callable[[int], bytes]) -> bytes:
    """Takes a request to the technician's laptop, whose address and code were said aloud; gives its answer.

    Raises:
        WrongCodeError: the code is another one; it is spent now.
        HostUnreachableError: nobody answers there.
        JoiningCutError: the connection dropped.
    """
    side = NewLaptopSide(code, random=random)
    with _connected(address) as line:
        _write(line, side.first_message)
        side.meet(_read(line, _SHORT))
        _write(line, side.seal(request))
        try:
            answer = _read(line, ANSWER_CAP + _SEAL_BYTES)
        except JoiningCutError as error:
            # Without a word: that is how a host sends away who used another code.
            raise WrongCodeError from error
        return side.unseal(answer)


def _connected(address: str) -> socket.socket:
    host, _, port = address.strip().rpartition(":")
    try:
        line = socket.create_connection((host, int(port)), timeout=STILL_SECONDS)
    except (OSError, ValueError, OverflowError) as error:
        raise HostUnreachableError(address) from error
    return line


def own_address() -> str:
    """This machine's address on the local network, as far as it can tell; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
            address: str = probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"
        return address


def _write(line: socket.socket, data: bytes) -> None:
    try:
        line.sendall(struct.pack(">I", len(data)) + data)
    except OSError as error:
        raise JoiningCutError from error


def _read(line: socket.socket, cap: int) -> bytes:
    (length,) = struct.unpack(">I", _exactly(line, 4))
    if length > cap:
        raise BadJoiningError("a message is too long")
    return _exactly(line, length)


def _exactly(line: socket.socket, length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        try:
            part = line.recv(min(length - len(parts), 1 << 16))
        except OSError as error:
            raise JoiningCutError from error
        if not part:
            raise JoiningCutError
        parts += part
    return bytes(parts)
