"""Which language the window speaks now: ours, and Qt's own words in the menus of its fields."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from scuola_digitale.words import Catalogue, language, speak, spoken
from ui.languages import choose_language, known_languages


class _Qt:
    """What translates Qt's own words now."""

    translator: QTranslator | None = None


def speak_in(code: str) -> None:
    """Has everything said in a language from now on; one that this laptop does not know changes nothing."""
    if code != language() and code in known_languages():
        choose_language(code)
        translate_qt()


def speak_again(catalogue: Catalogue | None) -> None:
    """Goes back to a language that was spoken before."""
    if catalogue is not spoken():
        speak(catalogue)
        translate_qt()


def translate_qt() -> QTranslator | None:
    """Has Qt's own words, as in the menu of a field, said in our language; None where Qt has no words in it."""
    app = QApplication.instance()
    if app is None:
        return None
    if _Qt.translator is not None:
        app.removeTranslator(_Qt.translator)
        _Qt.translator = None
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", folder):
        app.installTranslator(translator)
        _Qt.translator = translator
    return _Qt.translator
