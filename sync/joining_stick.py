"""Joining by stick: a request and its answer as files, which tell nothing to who finds the stick."""

from pathlib import Path
from typing import Final

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.identity import write_private
from scuola_digitale.storage.joining import (
    ANSWER_CAP,
    REQUEST_CAP,
    BadJoiningError,
    JoinRequest,
    read_request,
)
from scuola_digitale.words import say

FOLDER: Final = "scuola-digitale"
_REQUEST: Final = "RICHIESTA-{}.SD"
_ANSWER: Final = "RISPOSTA-{}.SD"
_MOST: Final = 100
"""How many requests are read from one stick."""


class StickUnwritableError(ScuolaError):
    """A stick is not there, is full or is locked against writing."""

    def __init__(self, stick: Path) -> None:
        super().__init__(
            say("Non riesco a scrivere su «{stick}».", stick=stick),
            remedy=say(
                "Controlla che la chiavetta sia inserita, non sia piena e non sia bloccata, poi riprova."
            ),
        )


class NoAnswerError(ScuolaError):
    """A stick holds no answer for this laptop."""

    def __init__(self) -> None:
        super().__init__(
            say("Sulla chiavetta non c’è ancora la risposta per questo portatile."),
            remedy=say("Porta la chiavetta al portatile del tecnico, che la legge e ci mette la risposta."),
        )


def leave_request(stick: Path, request: bytes) -> Path:
    """Writes a laptop's request on a stick.

    Raises:
        StickUnwritableError: it cannot be written.
    """
    return _write(stick, _REQUEST.format(_short(read_request(request))), request)


def requests_on(stick: Path) -> tuple[JoinRequest, ...]:
    """The requests on a stick that have no answer there yet; what cannot be read is passed over."""
    found = []
    for path in sorted((stick / FOLDER).glob(_REQUEST.format("*")))[:_MOST]:
        try:
            request = read_request(_read(path, REQUEST_CAP))
        except (BadJoiningError, OSError):
            continue
        if not (stick / FOLDER / _ANSWER.format(_short(request))).exists():
            found.append(request)
    return tuple(found)


def leave_answer(stick: Path, request: JoinRequest, answer: bytes) -> Path:
    """Writes the answer to a request on a stick.

    Raises:
        StickUnwritableError: it cannot be written.
    """
    return _write(stick, _ANSWER.format(_short(request)), answer)


def answer_on(stick: Path, request: bytes) -> bytes:
    """The answer to a laptop's own request.

    Raises:
        NoAnswerError: there is none.
        BadJoiningError: it is too long to be one.
    """
    path = stick / FOLDER / _ANSWER.format(_short(read_request(request)))
    try:
        return _read(path, ANSWER_CAP)
    except OSError as error:
        raise NoAnswerError from error


def take_away(stick: Path, request: bytes) -> None:
    """Removes the two files of a laptop that is in; a stick that is locked keeps them, they are good for nothing."""
    name = _short(read_request(request))
    for form in (_REQUEST, _ANSWER):
        try:
            (stick / FOLDER / form.format(name)).unlink(missing_ok=True)
        except OSError:
            return


def _short(request: JoinRequest) -> str:
    # Letters and digits alone, one case: FAT32 tells no more apart.
    return request.device[:4].hex().upper()


def _read(path: Path, cap: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(cap + 1)
    if len(data) > cap:
        raise BadJoiningError("the file is too long")
    return data


def _write(stick: Path, name: str, data: bytes) -> Path:
    path = stick / FOLDER / name
    try:
        # The folder of a stick that is not there must not be made beside it.
        path.parent.mkdir(exist_ok=True)
        write_private(path, data)
    except (OSError, ScuolaError) as error:
        raise StickUnwritableError(stick) from error
    return path
