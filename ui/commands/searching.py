"""`scuola-digitale search`: the same search as the window's, from the keyboard."""

from typing import Annotated

import typer
from rich.markup import escape

from content.search.engine import Hit
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
    limit: Annotated[int, typer.Option("--quanti", min=1, max=100, help="Quante lezioni al più.")] = 10,
    as_json: AsJson = False,
) -> int:
    """Cerca nelle lezioni installate, anche con le parole scritte male."""
    with Shelf.opened(default_home().ready()) as shelf:
        installed = bool(shelf.packs())
        result = shelf.search_engine().search(query, area=area, subject=subject, grade=grade, lessons=limit)
    if as_json:
        hits = [_as_data(hit) for hit in result.hits]
        say_json(
            {
                "query": query,
                "hits": hits,
                "suggestion": result.suggestion,
                "ms": round(result.milliseconds, 1),
            }
        )
        return 0
    for hit in result.hits:
        where = "" if hit.heading == hit.lesson_title else f" · {hit.heading}"
        out.print(f"[bold]{escape(hit.lesson_title)}[/]{escape(where)}  [dim]{escape(hit.lesson_ref)}[/]")
        out.print(
            "    "
            + "".join(f"[black on yellow]{escape(t)}[/]" if lit else escape(t) for t, lit in hit.snippet)
        )
    if result.suggestion:
        say(f"Forse cercavi: {result.suggestion}")
    if not installed:
        say("Non c'è ancora nessun pacchetto. Installane uno con: scuola-digitale pack install CARTELLA")
    elif not result.hits:
        say("Nessuna lezione con queste parole.")
    return 0


def _as_data(hit: Hit) -> dict[str, object]:
    return {
        "section": hit.section_id,
        "lesson": hit.lesson_ref,
        "title": hit.lesson_title,
        "heading": hit.heading,
        "snippet": "".join(text for text, _ in hit.snippet),
        "lit": [text for text, lit in hit.snippet if lit],
    }
