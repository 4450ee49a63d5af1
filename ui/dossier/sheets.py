"""Pieces of the page that a family reads: escaped words in a few plain elements, and how it looks on paper."""

import base64
from collections.abc import Iterable, Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path

_STYLE = """
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
html { background: #F7F1E5; }
body { margin: 0 auto; max-width: 54rem; padding: 2rem 1.25rem 4rem; color: #1A1A1A;
  font: 400 1rem/1.5 "Titillium Web", "Segoe UI", system-ui, sans-serif; }
header { display: flex; gap: 1.25rem; align-items: center; margin-bottom: 1.5rem; }
header svg, header .foto { width: 5.5rem; height: 5.5rem; flex: none; border-radius: 1.4rem; }
h1, h3 { font-family: Lora, Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.25; margin: 0; }
h1 { font-size: 2.1rem; }
h2 { font-size: 1.25rem; font-weight: 700; margin: 2.2rem 0 .6rem; break-after: avoid; }
h3 { font-size: 1.2rem; margin: 0 0 .35rem; break-after: avoid; }
p { margin: 0 0 .6rem; }
.small, time, caption { color: #4F5D6A; font-size: .94rem; }
section.card { background: #FFFDF8; border: 1px solid #E0D5BF; border-bottom-width: 3px; border-radius: 16px;
  padding: 1.1rem 1.25rem; margin-bottom: 1rem; }
aside { background: #E1EDF9; border-left: 6px solid #0066CC; border-radius: 8px; padding: .9rem 1.1rem; }
aside.warning { background: #FBEBCB; border-color: #8A5300; }
aside p:last-child, section.card > :last-child { margin-bottom: 0; }
blockquote { margin: .2rem 0 .8rem; padding: .1rem 0 .1rem 1rem; border-left: 4px solid #E0D5BF;
  font-family: Lora, Georgia, serif; white-space: pre-line; break-inside: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: 1px solid #E0D5BF;
  overflow-wrap: anywhere; }
thead th { border-top: 0; font-size: .9rem; font-weight: 600; color: #4F5D6A; }
tbody th { font-weight: 600; width: 11rem; }
.narrow { width: 9.5rem; }
tbody:first-child tr:first-child > * { border-top: 0; }
tr { break-inside: avoid; }
footer { margin-top: 2.5rem; border-top: 3px solid #E0D5BF; padding-top: 1rem; }
@media (max-width: 36rem) {
  header { align-items: flex-start; } h1 { font-size: 1.6rem; }
  thead { position: absolute; left: -100vw; } tr, td, td.narrow, tbody th { display: block; width: auto; }
  td, tbody th { border-top: 0; padding: 0 0 .15rem; }
  tr { border-top: 1px solid #E0D5BF; padding: .5rem 0; }
}
@media print {
  html { background: #FFFFFF; } body { padding: 0; max-width: none; font-size: 10.5pt; }
  section.card { border-radius: 0; border-width: 1px 0 0; padding: .7rem 0 0; background: none; }
}
"""

_FACES = (
    ("Titillium Web", "fontpkg_titillium_web", "TitilliumWeb-Regular", "400"),
    ("Titillium Web", "fontpkg_titillium_web", "TitilliumWeb-Bold", "700"),
    ("Lora", "fontpkg_lora", "Lora[wght]", "400 700"),
)


def document(title: str, body: Iterable[str]) -> str:
    """A whole page that needs no other file."""
    return (
        '<!DOCTYPE html>\n<html lang="it">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{_faces()}{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def section(title: str, *parts: str) -> str:
    """A part of the page under its heading."""
    return f"<h2>{escape(title)}</h2>\n" + "\n".join(parts)


def card(*parts: str) -> str:
    """A sheet on the page."""
    return f'<section class="card">{"".join(parts)}</section>'


def paragraph(words: str, *, small: bool = False) -> str:
    """A paragraph."""
    return f'<p class="small">{escape(words)}</p>' if small else f"<p>{escape(words)}</p>"


def heading(words: str) -> str:
    """The heading of a sheet."""
    return f"<h3>{escape(words)}</h3>"


def note(words: Sequence[str], *, warning: bool = False) -> str:
    """A box beside the run of the page."""
    kind = ' class="warning"' if warning else ""
    return f"<aside{kind}>{''.join(paragraph(one) for one in words)}</aside>"


def said(words: str, under: str) -> str:
    """Words that somebody wrote, and under them who and when."""
    return f'<blockquote>{escape(words)}<br><span class="small">{escape(under)}</span></blockquote>'


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """A table of names and values."""
    cells = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in rows
    )
    return f"<table><tbody>{cells}</tbody></table>"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with heads; the last two columns are narrow. `caption` is for who cannot see it."""
    narrow = len(heads) - 2
    top = "".join(
        f'<th scope="col"{_width(place >= narrow)}>{escape(head)}</th>' for place, head in enumerate(heads)
    )
    body = "".join(
        "<tr>"
        + "".join(f"<td{_width(at >= narrow)}>{escape(cell)}</td>" for at, cell in enumerate(row))
        + "</tr>"
        for row in rows
    )
    return f'<table aria-label="{escape(caption)}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _width(is_narrow: bool) -> str:
    return ' class="narrow"' if is_narrow else ""


def _faces() -> str:
    """The program's own typefaces, inside the page: whoever opens it may have none of ours."""
    return "".join(_face(*one) for one in _FACES)


def _face(family: str, package: str, file: str, weight: str) -> str:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return ""
    data = base64.b64encode((Path(spec.origin).parent / "files" / f"{file}.ttf").read_bytes()).decode()
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url(data:font/ttf;base64,{data}); }}\n'
