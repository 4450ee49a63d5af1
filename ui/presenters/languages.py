"""Which languages the window offers."""

from ui.languages import known_languages, language_name
from ui.presenters.desk import Desk


def offered_languages(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and names of what may be chosen; nothing where nothing is remembered."""
    if desk.remember_language is None:
        return ()
    return tuple((code, language_name(code)) for code in known_languages())
