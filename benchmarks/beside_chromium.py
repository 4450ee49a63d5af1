"""Draws a lesson twice, by the window and by Chromium, and puts the two columns side by side in one picture.

`python -m benchmarks.beside_chromium LESSON-REF OUT.png [--school FOLDER]` is for a designer's eye: where
Chromium's column is the calmer one, ours is to be mended. Exercises stand in ours alone. It needs `chromium` on
the PATH.
"""

import argparse
import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    Definitions,
    Details,
    Figure,
    Heading,
    Lesson,
    Listing,
    Maths,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from scuola_digitale.domain.text import Mark, Span, Spans, plain
from ui.home import Home, default_home
from ui.presenters.desk import Desk

WIDTH = 704
"""Of each column with its margins, pixels: 640 of words."""
_TALLEST = 14_000
_MARKS = ((Mark.STRONG, "strong"), (Mark.EMPHASIS, "em"), (Mark.STRIKE, "s"), (Mark.CODE, "code"))
_STYLE = """
@font-face { font-family: Lora; src: url("Lora.ttf"); font-weight: 400 700; }
@font-face { font-family: Lora; src: url("Lora-Italic.ttf"); font-weight: 400 700; font-style: italic; }
body { width: 640px; margin: 28px 32px 64px; font: 19px/31px Lora; color: #1a1a1a; background: #fffdf8; }
h1 { font: 600 40px/50px Lora; margin: 0 0 16px; } h2 { font: 600 26px/34px Lora; margin: 36px 0 10px; }
h3 { font: 600 21px/30px Lora; margin: 26px 0 6px; } p, ul, ol, dl { margin: 0 0 20px; }
figure { margin: 4px 0 24px; text-align: center; } figure img { max-width: 100%; border-radius: 16px; }
figcaption { font-size: 15px; line-height: 22px; color: #4f5d6a; text-align: left; }
table { border-collapse: collapse; width: 100%; margin: 4px 0 28px; }
th, td { border-bottom: 1px solid #e0d5bf; padding: 9px 18px; text-align: left; line-height: 28px; }
th, code, pre, .maths { background: #efe7d6; } code { font-size: 16px; padding: 1px 5px; border-radius: 5px; }
pre, .maths { border-radius: 12px; padding: 16px; margin: 4px 0 24px; overflow: auto; }
.maths { text-align: center; font-size: 27px; } pre { font-size: 16px; line-height: 20px; }
aside { background: #fbebcb; border-radius: 12px; padding: 15px 20px 14px 66px; margin: 4px 0 24px; }
"""

ReadFile = Callable[[str], bytes]


def main() -> None:
    """Draws the two columns of the lesson that is named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ref")
    asked.add_argument("out", type=Path)
    asked.add_argument("--school", type=Path)
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.laptop import Laptop  # late: the platform is chosen before anything of Qt's is made

    with Laptop.opened(Home(given.school) if given.school else default_home()) as laptop:
        desk = laptop.desk()
        ours = draw_ours(desk, given.ref)
        lesson = desk.library.lesson(given.ref)
        page = page_of(lesson, partial(desk.library.file, lesson.head.pack))
    side_by_side(ours, draw_theirs(page)).save(str(given.out))
    sys.stdout.write(f"{given.out}\n")


def draw_ours(desk: Desk, ref: str) -> QImage:
    """The column as the window draws it."""
    from ui.widgets import opening
    from ui.widgets.lesson.page import LessonPage

    app = opening.application()
    page = LessonPage(desk, None, ref)
    page.resize(WIDTH, 900)
    page.show()
    while page.column is None or not page.column.is_complete():
        app.processEvents()
    page.column.resize(WIDTH, page.column.heightForWidth(WIDTH))
    app.processEvents()
    return page.column.grab().toImage()


def draw_theirs(page: str) -> QImage:
    """The column as Chromium draws it."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium is not on this machine.")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8")
        for face in ("Lora", "Lora-Italic"):
            shutil.copy(_face(f"{face}[wght].ttf"), folder / f"{face}.ttf")
        shot = folder / "page.png"
        options = [
            "--headless",
            "--hide-scrollbars",
            f"--window-size={WIDTH},{_TALLEST}",
            f"--screenshot={shot}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")
        subprocess.run(
            [program, *options, (folder / "page.html").as_uri()], check=True, capture_output=True, timeout=120
        )
        return _trimmed(QImage(str(shot)))


def side_by_side(ours: QImage, theirs: QImage) -> QImage:
    """Ours on the left, theirs on the right."""
    both = QImage(2 * WIDTH + 16, max(ours.height(), theirs.height()), QImage.Format.Format_RGB32)
    both.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(both)
    painter.drawImage(0, 0, ours)
    painter.drawImage(WIDTH + 16, 0, theirs)
    painter.end()
    return both


def page_of(lesson: Lesson, read: ReadFile) -> str:
    """The lesson as a page of HTML, plainly set in the look's measures."""
    body = f"<h1>{escape(lesson.head.title)}</h1>{_blocks(lesson.blocks, read)}"
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style><body>{body}</body>'


def _blocks(blocks: Sequence[AnyBlock], read: ReadFile) -> str:
    return "".join(_block(block, read) for block in blocks)


def _block(block: AnyBlock, read: ReadFile) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_spans(block.spans)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_spans(block.spans)}</p>"
        case Figure():
            picture = _picture(block, read)
            return f"<figure>{picture}<figcaption>{_spans(block.caption)}</figcaption></figure>"
        case Maths():
            return f'<div class="maths">{_mathml(block.tex)}</div>'
        case Code():
            return f"<pre>{escape(block.text)}</pre>"
        case Table():
            return _table(block)
        case Rule():
            return "<hr>"
        case _:
            return _nest(block, read)


def _nest(block: AnyBlock, read: ReadFile) -> str:
    match block:
        case Listing():
            kind = "ol" if block.ordered else "ul"
            return f"<{kind}>{''.join(f'<li>{_blocks(item, read)}</li>' for item in block.items)}</{kind}>"
        case Definitions():
            pairs = (f"<dt><b>{_spans(term)}</b><dd>{_blocks(said, read)}" for term, said in block.items)
            return f"<dl>{''.join(pairs)}</dl>"
        case Callout():
            return f"<aside><b>{escape(block.title or block.kind)}</b>{_blocks(block.blocks, read)}</aside>"
        case Quote():
            return f"<blockquote>{_blocks(block.blocks, read)}</blockquote>"
        case Details():
            return f"<details><summary>{escape(block.title)}</summary></details>"
        case _:
            return ""


def _table(table: Table) -> str:
    head = "".join(f"<th>{_spans(cell)}</th>" for cell in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{_spans(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.maths:
        return _mathml(span.text)
    words = escape(plain((span,))).replace("\n", "<br>")
    for mark, tag in _MARKS:
        if span.marks & mark:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _mathml(tex: str) -> str:
    from latex2mathml.converter import convert

    return str(convert(tex))


def _picture(figure: Figure, read: ReadFile) -> str:
    kind = "svg+xml" if figure.path.endswith(".svg") else Path(figure.path).suffix.removeprefix(".")
    data = base64.b64encode(read(figure.path)).decode("ascii")
    return f'<img src="data:image/{kind};base64,{data}" style="width:{figure.width}%">'


def _face(file: str) -> Path:
    spec = find_spec("fontpkg_lora")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg_lora")
    return Path(spec.origin).parent / "files" / file


def _trimmed(shot: QImage) -> QImage:
    """Without the empty foot of the page."""
    ground, foot = shot.pixel(2, shot.height() - 2), shot.height() - 1
    while foot > 100 and all(shot.pixel(x, foot) == ground for x in range(0, shot.width(), 7)):
        foot -= 1
    return shot.copy(0, 0, shot.width(), min(shot.height(), foot + 64))


if __name__ == "__main__":
    main()
