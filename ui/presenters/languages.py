"""Which languages the window offers."""

from ui.languages import known_languages, language_name
from ui.presenters.desk import Desk


def all_languages() -> tuple[tuple[str, str], ...]:
    """Codes of the languages that the window speaks, each with the name that it gives itself."""
    return tuple((code, language_name(code)) for code in known_languages())


def offered_languages(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and names of what may be chosen; nothing where nothing is remembered."""
    if desk.remember_language is None:
        return ()
    return all_languages()
