"""What was set aside, in words a technician can use."""

from collections.abc import Sequence

import msgspec

from scuola_digitale.domain.traces import SetAside
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.italian import count_words

_REASONS = Worded(
    lambda: {
        "unknown-kind": say(
            "scritte da una versione più nuova del programma: conteranno dopo l’aggiornamento"
        ),
        "malformed": say("scritte male"),
        "wrong-scope": say("scritte fuori posto"),
        "device-not-admitted": say("di un portatile che la scuola non ha ancora ammesso"),
        "device-of-another-scope": say("di un portatile che non è ammesso in questo plesso"),
        "device-revoked": say("di un portatile escluso, dopo l’esclusione"),
        "author-not-admitted": say("firmate da chi la scuola non conosce ancora"),
        "author-not-entitled": say("firmate da chi non può scriverle"),
        "author-signature-wrong": say("con una firma falsa"),
        "author-revoked": say("firmate con una chiave ritirata, dopo il ritiro"),
        "certificate-not-of-this-school": say("certificati che non sono di questa scuola"),
        "revocation-not-of-this-school": say("esclusioni che non sono di questa scuola"),
    }
)

_NO_EFFECT = Worded(lambda: say("senza effetto"))

_REMEDIES = Worded(
    lambda: {
        "unknown-kind": say("Aggiorna Scuola Digitale su questo portatile: poi conteranno."),
        "malformed": say("Aggiorna Scuola Digitale sul portatile che le ha scritte."),
        "wrong-scope": say("Aggiorna Scuola Digitale sul portatile che le ha scritte."),
        "device-not-admitted": say("Se il portatile è della scuola, fallo entrare dalla pagina Portatili."),
        "device-of-another-scope": say(
            "Se ora il portatile lavora qui, fallo entrare di nuovo, in questo plesso."
        ),
        "device-revoked": say("È giusto così. Se il portatile è tornato, fallo entrare di nuovo."),
        "author-not-admitted": say("Aspetta il prossimo scambio: di solito si sistema da solo."),
        "author-not-entitled": say("È giusto così. Se servono, le rifà chi può: la maestra, o il tecnico."),
        "author-signature-wrong": say(
            "Guarda quel portatile. Se non ti fidi, di’ che è perso: non conterà più."
        ),
        "author-revoked": say("È giusto così: chi ha finito qui non scrive più."),
        "certificate-not-of-this-school": say("Controlla le chiavette: una viene da un’altra scuola."),
        "revocation-not-of-this-school": say("Controlla le chiavette: una viene da un’altra scuola."),
    }
)
"""What to do, for each reason."""

_WAITS = frozenset({"unknown-kind", "author-not-admitted", "device-not-admitted"})
_WATCH = frozenset(
    {"author-signature-wrong", "certificate-not-of-this-school", "revocation-not-of-this-school"}
)

ASIDE_TITLE = Worded(lambda: say("Messe da parte"))
ASIDE_DETAIL = Worded(
    lambda: say("Queste cose sono al sicuro e passano agli altri portatili, ma non contano. Niente va perso.")
)


class AsideRow(msgspec.Struct, frozen=True):
    """Some facts without effect: how many and why, who wrote them, what to do."""

    title: str
    detail: str
    chip: ChipWords


def aside_rows(found: Sequence[SetAside]) -> tuple[AsideRow, ...]:
    """A row for each reason and laptop, what to look at first."""
    ordered = sorted(found, key=lambda one: (one.reason not in _WATCH, -one.facts, one.reason, one.device))
    return tuple(map(_row, ordered))


def _row(one: SetAside) -> AsideRow:
    count = count_words(one.facts, "cosa", "cose")
    title = say("{count}: {reason}", count=count, reason=reason_words(one.reason))
    detail = say("Da: {writer}. {todo}", writer=_writer(one), todo=_REMEDIES().get(one.reason, ""))
    if one.reason in _WATCH:
        chip = ChipWords(say("da guardare"), "warn", "aiuto")
    elif one.reason in _WAITS:
        chip = ChipWords(say("aspetta"), "plain", "orologio")
    else:
        chip = ChipWords(say("non conta"), "plain", "scudo")
    return AsideRow(title, detail.strip(), chip)


def reason_words(reason: str) -> str:
    """Why facts have no effect, in words."""
    return _REASONS().get(reason, _NO_EFFECT())


def set_aside_lines(found: Sequence[SetAside]) -> list[str]:
    """A line for each reason and laptop, the most facts first."""
    ordered = sorted(found, key=lambda one: (-one.facts, one.reason, one.device))
    return [f"{one.facts} {reason_words(one.reason)} ({_writer(one)})" for one in ordered]


def _writer(one: SetAside) -> str:
    return one.label or say("portatile {device}", device=one.device.hex()[:8])
