"""Dates, times, counts and sizes in the words of a school."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.words import Worded, say, say_count

_DAYS = Worded(
    lambda: (
        say("lunedì"),
        say("martedì"),
        say("mercoledì"),
        say("giovedì"),
        say("venerdì"),
        say("sabato"),
        say("domenica"),
    )
)
_MONTHS = Worded(
    lambda: (
        say("gennaio"),
        say("febbraio"),
        say("marzo"),
        say("aprile"),
        say("maggio"),
        say("giugno"),
        say("luglio"),
        say("agosto"),
        say("settembre"),
        say("ottobre"),
        say("novembre"),
        say("dicembre"),
    )
)
_NOON, _EVENING = 13, 18


def local(ms: int) -> datetime:
    """The time on the wall of whoever reads, from milliseconds since 1970 UTC."""
    return datetime.fromtimestamp(ms / 1000, tz=UTC).astimezone()


def day_words(day: date) -> str:
    """`giovedì 14 gennaio`."""
    return say(
        "{weekday} {day} {month}", weekday=_DAYS()[day.weekday()], day=day.day, month=_MONTHS()[day.month - 1]
    )


def date_words(ms: int) -> str:
    """`14 gennaio 2026`, from milliseconds since 1970 UTC."""
    day = local(ms)
    return say("{day} {month} {year}", day=day.day, month=_MONTHS()[day.month - 1], year=day.year)


def short_day(day: date) -> str:
    """`lunedì 18`."""
    return say("{weekday} {day}", weekday=_DAYS()[day.weekday()], day=day.day)


def clock_words(ms: int) -> str:
    """`8:12`."""
    at = local(ms)
    return f"{at.hour}:{at.minute:02}"


def greeting(ms: int) -> str:
    """How one greets at this hour."""
    hour = local(ms).hour
    if hour < _NOON:
        return say("Buongiorno")
    return say("Buon pomeriggio") if hour < _EVENING else say("Buonasera")


def when_words(ms: int, now_ms: int) -> str:
    """How long ago in the words of a day: `stamattina`, `ieri`, `lunedì 11`, `3 novembre`."""
    then, now = local(ms), local(now_ms)
    days = (now.date() - then.date()).days
    if days <= 0:
        return say("stamattina") if then.hour < _NOON else say("oggi pomeriggio")
    if days == 1:
        return say("ieri")
    if days < 7:
        return short_day(then.date())
    return say("{day} {month}", day=then.day, month=_MONTHS()[then.month - 1])


def at_words(ms: int, now_ms: int) -> str:
    """An instant: `alle 8:12` today, else `ieri alle 8:12`, `lunedì 11 alle 8:12`."""
    days = (local(now_ms).date() - local(ms).date()).days
    hour = clock_words(ms)
    at = say("all’{hour}", hour=hour) if local(ms).hour == 1 else say("alle {hour}", hour=hour)
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
        return say("era per ieri") if days == -1 else say("era per {day}", day=short_day(day))
    if days <= 1:
        return (say("per oggi"), say("per domani"))[days]
    return (
        say("per {day}", day=short_day(day))
        if days < 14
        else say("per il {day} {month}", day=day.day, month=_MONTHS()[day.month - 1])
    )


def school_days(today: date, count: int) -> tuple[date, ...]:
    """The next days with school, today first when it is one; Saturday is one, Sunday is not."""
    days = (today + timedelta(days=ahead) for ahead in range(count * 2))
    return tuple(day for day in days if day.weekday() < 6)[:count]


def minutes_words(minutes: int) -> str:
    """`25 minuti`, `un minuto`."""
    return say("un minuto") if minutes == 1 else say("{minutes} minuti", minutes=minutes)


def count_words(count: int, one: str, many: str) -> str:
    """`1 lezione`, `12 lezioni`; both as literals, since catalogues are gathered from the sources."""
    return say_count(count, f"{{count}} {one}", f"{{count}} {many}")


def decimal_words(number: str) -> str:
    """`1.5` with the sign that the language writes between a number and its parts: `1,5`."""
    return number.replace(".", say(",", sense="decimali"))


def size_words(size: int) -> str:
    """Bytes as people read them: `640 kB`, `1,9 GB`."""
    for unit, step in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size >= step:
            amount = size / step
            shown = f"{amount:.1f}" if amount < 10 else f"{amount:.0f}"
            return f"{decimal_words(shown.removesuffix('.0'))} {unit}"
    return count_words(size, "byte", "byte")


def grades_words(grades: Iterable[Grade]) -> str:
    """`IV`, `I–V`, `II e IV`, `IV, V e I media`: three or more neighbours are joined by a dash."""
    wanted = set(grades)
    primary = _runs([grade for grade in Grade if grade in wanted and grade.is_primary])
    secondary = _runs([grade for grade in Grade if grade in wanted and not grade.is_primary])
    if secondary:
        secondary[-1] = say("{grade} media", grade=secondary[-1])
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
    return say("{first} e {last}", first=", ".join(parts[:-1]), last=parts[-1])
