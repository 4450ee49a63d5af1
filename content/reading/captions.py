"""Captions beside a sound or a film: the file of the same name that ends in `.vtt`."""

from collections.abc import Iterable
from pathlib import Path

from content.problems import Problem
from content.reading.findings import Findings
from content.reading.leanings import FILMS, SOUNDS, extension
from scuola_digitale.domain.captions import captions_beside, read_captions

MAX_BYTES = 256 * 1024

_TOLD = {
    "no-head": (
        "La prima riga di un file di sottotitoli è `WEBVTT`, e qui non c'è.",
        "Scrivila da sola, poi una riga vuota.",
    ),
    "no-time": ("Qui mancano i tempi di un sottotitolo.", "Scrivili così: `00:02.500 --> 00:06.000`."),
    "backwards": ("Questo sottotitolo finisce prima di cominciare.", "Scambia i due tempi."),
    "no-words": (
        "Questo sottotitolo non ha parole.",
        "Scrivile nella riga sotto i tempi, o togli i tempi.",
    ),
}


def captions_of(paths: Iterable[str]) -> set[str]:
    """Where the captions of the sounds and films among some files would stand."""
    return {captions_beside(path) for path in paths if extension(path) in SOUNDS | FILMS}


def check_captions(file: Path, path: str) -> tuple[Problem, ...]:
    """What is wrong in a file of captions."""
    findings = Findings(path)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        findings.refuse(
            0, f"Il file non si riesce a leggere ({error.strerror}).", "Controlla i permessi del file."
        )
        return findings.all()
    if len(data) > MAX_BYTES:
        findings.refuse(0, "I sottotitoli pesano più di 256 kB.", "Dividi il suono in parti più brevi.")
        return findings.all()
    try:
        captions, troubles = read_captions(data.decode("utf-8"))
    except UnicodeDecodeError:
        findings.refuse(0, "Il file non è scritto in UTF-8.", "Salvalo di nuovo come testo UTF-8.")
        return findings.all()
    for trouble in troubles:
        findings.refuse(trouble.line, *_TOLD[trouble.kind])
    if not captions and not troubles:
        findings.refuse(1, "Qui non c'è nessun sottotitolo.", "Scrivine almeno uno, o togli il file.")
    return findings.all()
