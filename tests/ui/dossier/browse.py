"""Opens a page in Chromium (QtWebEngine), measures it narrow and wide, prints it; tells what it saw as JSON.

A program of its own, because QtWebEngine wants to be there before the application.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu --no-sandbox"

try:
    from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
    from PySide6.QtWebEngineWidgets import QWebEngineView
except ImportError as error:
    sys.exit(f"no browser: {error}")
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication

SEE = """JSON.stringify({
  wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  headings: [...document.querySelectorAll('h1, h2')].map(one => one.textContent),
  faces: [...new Set([...document.fonts].filter(one => one.status == 'loaded')
    .map(one => one.family.replaceAll('"', '')))].sort(),
})"""


class Watch(QWebEngineUrlRequestInterceptor):
    """Counts what the page asks for besides itself."""

    asked = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() != "data" and info.resourceType().name != "ResourceTypeMainFrame":
            self.asked += 1


def main(page: Path, printed: Path) -> None:
    """Opens a page as a family would, prints it, and tells what was asked of the network on the way."""
    app = QApplication(sys.argv)
    view, watch = QWebEngineView(), Watch()
    told: dict[str, object] = {}
    view.page().setUrlRequestInterceptor(watch)
    view.resize(1000, 900)
    view.show()

    def seen_wide(found: str) -> None:
        seen = json.loads(found)
        told.update(seen, wider_wide=seen["wider"])
        view.resize(360, 640)
        QTimer.singleShot(400, lambda: view.page().runJavaScript(SEE, 0, seen_narrow))

    def seen_narrow(found: str) -> None:
        told["wider_narrow"] = json.loads(found)["wider"]
        view.page().pdfPrintingFinished.connect(lambda _path, _good: app.quit())
        view.page().printToPdf(str(printed))

    def loaded(_good: bool) -> None:
        QTimer.singleShot(400, lambda: view.page().runJavaScript(SEE, 0, seen_wide))

    view.loadFinished.connect(loaded)
    view.load(QUrl.fromLocalFile(str(page)))
    QTimer.singleShot(60_000, app.quit)
    app.exec()
    print(json.dumps({**told, "requests": watch.asked}))


main(Path(sys.argv[1]), Path(sys.argv[2]))
