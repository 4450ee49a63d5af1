"""Dates, times, counts and sizes in the words of a school."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from scuola_digitale.domain.school_terms import Grade

_DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
_MONTHS = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)
_NOON, _EVENING = 13, 18


def local(ms: int) -> datetime:
    """The time on the wall of whoever reads, from milliseconds since 1970 UTC."""
    return datetime.fromtimestamp(ms / 1000, tz=UTC).astimezone()


def day_words(day: date) -> str:
    """`giovedì 14 gennaio`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def date_words(ms: int) -> str:
    """`14 gennaio 2026`, from milliseconds since 1970 UTC."""
    day = local(ms)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`lunedì 18`."""
    return f"{_DAYS[day.weekday()]} {day.day}"


def clock_words(ms: int) -> str:
    """`8:12`."""
    at = local(ms)
    return f"{at.hour}:{at.minute:02}"


def greeting(ms: int) -> str:
    """How one greets at this hour."""
    hour = local(ms).hour
    if hour < _NOON:
        return "Buongiorno"
    return "Buon pomeriggio" if hour < _EVENING else "Buonasera"


def when_words(ms: int, now_ms: int) -> str:
    """How long ago in the words of a day: `stamattina`, `ieri`, `lunedì 11`, `3 novembre`."""
    then, now = local(ms), local(now_ms)
    days = (now.date() - then.date()).days
    if days <= 0:
        return "stamattina" if then.hour < _NOON else "oggi pomeriggio"
    if days == 1:
        return "ieri"
    if days < 7:
        return short_day(then.date())
    return f"{then.day} {_MONTHS[then.month - 1]}"


def at_words(ms: int, now_ms: int) -> str:
    """An instant: `alle 8:12` today, else `ieri alle 8:12`, `lunedì 11 alle 8:12`."""
    days = (local(now_ms).date() - local(ms).date()).days
    hour = clock_words(ms)
    at = f"all’{hour}" if local(ms).hour == 1 else f"alle {hour}"
    if days <= 0:
        return at
    return f"{when_words(ms, now_ms)} {at}"


def due_words(due: str, today: date) -> str:
    """A due date: `per oggi`, `per domani`, `per lunedì 18`, `era per ieri`; empty for none."""
    if not due:
        return ""
    day = date.fromisoformat(due)
    days = (day - today).days
    if days < 0:
        return "era per ieri" if days == -1 else f"era per {short_day(day)}"
    if days <= 1:
        return ("per oggi", "per domani")[days]
    return f"per {short_day(day)}" if days < 14 else f"per il {day.day} {_MONTHS[day.month - 1]}"


def school_days(today: date, count: int) -> tuple[date, ...]:
    """The next days with school, today first when it is one; Saturday is one, Sunday is not."""
    days = (today + timedelta(days=ahead) for ahead in range(count * 2))
    return tuple(day for day in days if day.weekday() < 6)[:count]


def minutes_words(minutes: int) -> str:
    """`25 minuti`, `un minuto`."""
    return "un minuto" if minutes == 1 else f"{minutes} minuti"


def count_words(count: int, one: str, many: str) -> str:
    """`1 lezione`, `12 lezioni`."""
    return f"{count} {one if count == 1 else many}"


def size_words(size: int) -> str:
    """Bytes as people read them: `640 kB`, `1,9 GB`."""
    for unit, step in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size >= step:
            amount = size / step
            shown = f"{amount:.1f}" if amount < 10 else f"{amount:.0f}"
            return f"{shown.replace('.', ',').removesuffix(',0')} {unit}"
    return count_words(size, "byte", "byte")


def grades_words(grades: Iterable[Grade]) -> str:
    """`IV`, `I–V`, `II e IV`, `IV, V e I media`: three or more neighbours are joined by a dash."""
    wanted = set(grades)
    primary = _runs([grade for grade in Grade if grade in wanted and grade.is_primary])
    secondary = _runs([grade for grade in Grade if grade in wanted and not grade.is_primary])
    if secondary:
        secondary[-1] += " media"
    return _joined(primary + secondary)


def _runs(grades: list[Grade]) -> list[str]:
    """The grades of one kind of school, in order, neighbours gathered."""
    order = list(Grade)
    runs: list[list[Grade]] = []
    for grade in grades:
        if runs and order.index(grade) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0].roman}–{run[-1].roman}"] if len(run) > 2 else [grade.roman for grade in run]
    return parts


def _joined(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} e {parts[-1]}"
