"""`scuola-digitale search`: the same search as the window's, from the keyboard."""

from typing import Annotated

import typer
from rich.markup import escape

from content.search.engine import Hit, Kind, PackHit
from scuola_digitale.domain.school_terms import Area, Grade
from ui.commands.options import AsJson
from ui.commands.terminal import out, say, say_json
from ui.home import default_home
from ui.shelf import Shelf


def search(
    query: Annotated[str, typer.Argument(metavar="PAROLE", help="Che cosa cercare.")],
    *,
    area: Annotated[Area | None, typer.Option(help="Solo in un'area.")] = None,
    subject: Annotated[str | None, typer.Option("--materia", help="Solo in una materia.")] = None,
    grade: Annotated[
        Grade | None, typer.Option("--classe", help="Solo per una classe (P1…P5, S1…S3).")
    ] = None,
    language: Annotated[str | None, typer.Option("--lingua", help="Solo in una lingua (it, en).")] = None,
    kind: Annotated[
        Kind | None, typer.Option("--che", help="Che cosa cercare; senza, lezioni e pacchetti.")
    ] = None,
    limit: Annotated[int, typer.Option("--quanti", min=1, max=100, help="Quante lezioni al più.")] = 10,
    as_json: AsJson = False,
) -> int:
    """Cerca nelle lezioni installate, anche con le parole scritte male.

    «parole tra virgolette» devono stare vicine; una parola con il meno davanti (-neve) non deve esserci.
    """
    with Shelf.opened(default_home().ready()) as shelf:
        installed = bool(shelf.packs())
        result = shelf.search_engine().search(
            query, area=area, subject=subject, grade=grade, language=language, kind=kind, lessons=limit
        )
    if as_json:
        hits = [_as_data(hit) for hit in result.hits]
        say_json(
            {
                "query": query,
                "hits": hits,
                "packs": [_pack_as_data(pack) for pack in result.packs],
                "suggestion": result.suggestion,
                "ms": round(result.milliseconds, 1),
            }
        )
        return 0
    for hit in result.hits:
        where = "" if hit.heading == hit.lesson_title else f" · {hit.heading}"
        _show(f"[bold]{escape(hit.lesson_title)}[/]{escape(where)}  [dim]{escape(hit.lesson_ref)}[/]", hit)
    for pack in result.packs:
        _show(f"[bold]{escape(pack.title)}[/] · pacchetto  [dim]{escape(pack.pack_id)}[/]", pack)
    if result.suggestion:
        say(f"Forse cercavi: {result.suggestion}")
    if not installed:
        say("Non c'è ancora nessun pacchetto. Installane uno con: scuola-digitale pack install CARTELLA")
    elif not result.hits:
        say("Nessuna lezione con queste parole.")
    return 0


def _show(title: str, found: Hit | PackHit) -> None:
    out.print(title)
    pieces = (f"[black on yellow]{escape(text)}[/]" if lit else escape(text) for text, lit in found.snippet)
    out.print("    " + "".join(pieces))


def _pack_as_data(pack: PackHit) -> dict[str, object]:
    return {"pack": pack.pack_id, "title": pack.title, "snippet": "".join(text for text, _ in pack.snippet)}


def _as_data(hit: Hit) -> dict[str, object]:
    return {
        "section": hit.section_id,
        "lesson": hit.lesson_ref,
        "title": hit.lesson_title,
        "heading": hit.heading,
        "snippet": "".join(text for text, _ in hit.snippet),
        "lit": [text for text, lit in hit.snippet if lit],
    }
