"""What a download would bring and how long it takes, in words: for the window and for the command line."""

from collections.abc import Sequence

from scuola_digitale.words import say
from sync.packs.difference import Difference
from ui.presenters.italian import count_words, size_words

_NAMED = 3
_MINUTE, _HOUR = 60, 3600


def difference_words(found: Difference, speed: float) -> str:
    """What would come, as `Dall’edizione 2 alla 3: 1 lezione nuova («Il lago»). Da scaricare 24 kB, circa 2 secondi`.

    Args:
        found: what would come.
        speed: bytes a second of the line; 0 where it was never measured.
    """
    if found.is_nothing:
        return say("È già qui, tutto intero.")
    head = found.head.edition
    begin = say("Pacchetto nuovo") if found.installed is None else _editions(found.installed, head)
    parts = [
        _lessons(found.new, count_words(len(found.new), "lezione nuova", "lezioni nuove")),
        _lessons(found.changed, count_words(len(found.changed), "lezione cambiata", "lezioni cambiate")),
        _lessons(found.gone, count_words(len(found.gone), "lezione tolta", "lezioni tolte")),
    ]
    said = ", ".join(part for part in parts if part) or say("cambiano solo figure, suoni o dati")
    return f"{begin}: {said}. {download_words(found.size, speed)}"


def download_words(size: int, speed: float) -> str:
    """Size and time, as `Da scaricare 200 MB, circa 3 ore e 30 minuti`."""
    if not size:
        return say("Non c’è nulla da scaricare: è già tutto qui.")
    time = say(", circa {duration}", duration=duration_words(size / speed)) if speed > 0 else ""
    return say("Da scaricare {size}{time}.", size=size_words(size), time=time)


def duration_words(seconds: float) -> str:
    """How long, roughly: `pochi secondi`, `5 minuti`, `3 ore e 30 minuti`, `2 giorni`."""
    if seconds < 10:
        return say("pochi secondi")
    if seconds < _MINUTE:
        return say("{seconds} secondi", seconds=round(seconds / 10) * 10)
    if seconds < _HOUR:
        return count_words(round(seconds / _MINUTE), "minuto", "minuti")
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    if hours >= 48:
        return count_words(round(hours / 24), "giorno", "giorni")
    minutes = minutes // 10 * 10
    counted = count_words(hours, "ora", "ore")
    return (
        say("{hours} e {minutes} minuti", hours=counted, minutes=minutes)
        if minutes and hours < 10
        else counted
    )


def _editions(before: int, after: int) -> str:
    if before == after:
        return say("Edizione {after}, da completare", after=after)
    return say("Dall’edizione {before} alla {after}", before=before, after=after)


def _lessons(titles: Sequence[str], counted: str) -> str:
    if not titles:
        return ""
    named = f" ({', '.join(f'«{title}»' for title in titles)})" if len(titles) <= _NAMED else ""
    return counted + named
