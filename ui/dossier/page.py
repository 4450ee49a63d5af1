"""The page that a family reads: everything the school knows of one child, in plain Italian."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from scuola_digitale.domain.dossier import Dossier, ToldFact
from scuola_digitale.domain.open_answers import Mark, read_mark
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.words import in_italian
from ui.dossier import deeds, sheets
from ui.dossier.covering import Covering
from ui.dossier.data import FIELDS, free_words, writer
from ui.presenters.answers_in_words import Lessons
from ui.presenters.italian import clock_words, count_words, date_words, day_words, local
from ui.presenters.set_aside import reason_words
from ui.resources import drawing, has_drawing

_LIKED = {
    "scale": ("Grandezza del testo", "{} %"),
    "face": ("Carattere", "{}"),
    "letters": ("Spazio tra le lettere", "{} su 3"),
    "lines": ("Spazio tra le righe", "{} su 3"),
    "colours": ("Colori", "{}"),
    "speech": ("Velocità della voce", "{} %"),
    "ruler": ("Righello", "sì"),
    "calm": ("Colori calmi", "sì"),
    "still": ("Meno movimento", "sì"),
    "language": ("Lingua della finestra", "{}"),
}
"""Each preference: its words and its value's."""

_KINDS = {"appunto": "appunto", "evidenza": "parole evidenziate", "segnalibro": "segnalibro"}


class Page:
    """Writes the page; `html` is the whole of it."""

    def __init__(self, dossier: Dossier, lessons: Lessons, cover: Covering) -> None:
        self._dossier = dossier
        self._lessons = lessons
        self._cover = cover
        self._name = dossier.pupil.name if dossier.pupil and dossier.pupil.name else "questa persona"

    def html(self) -> str:
        """The page, in a file of its own."""
        with in_italian():
            return self._html()

    def _html(self) -> str:
        # The parts first: only then is it known how many names were covered.
        parts = [
            *self._who(),
            *self._reads(),
            *self._done(),
            *self._begun(),
            *self._notebook(),
            *self._said(),
            *self._works(),
        ]
        parts += [*self._writers(), *self._closed()]
        return sheets.document(
            f"Che cosa sa la scuola di {self._name}", [self._head(), *self._about(), *parts, _FOOT]
        )

    def _head(self) -> str:
        avatar = f"avatar-{self._dossier.pupil.avatar}" if self._dossier.pupil else ""
        picture = drawing(avatar).decode("utf-8") if has_drawing(avatar) else ""
        hidden = self._photo() or picture.replace("<svg ", '<svg aria-hidden="true" ', 1)
        detail = f"{self._dossier.plesso} · {date_words(self._dossier.made_ms)}"
        return (
            f"<header>{hidden}<div><h1>Che cosa sa la scuola di {escape(self._name)}</h1>"
            f'<p class="small">{escape(detail)}</p></div></header>'
        )

    def _photo(self) -> str:
        data = b64encode(self._dossier.photo).decode("ascii")
        name = escape(f"La foto di {self._name}")
        return f'<img class="foto" alt="{name}" src="data:image/webp;base64,{data}">' if data else ""

    def _about(self) -> Iterator[str]:
        facts = self._dossier.facts
        count = count_words(len(facts), "cosa scritta", "cose scritte")
        span = f"dal {date_words(facts[0].at_ms)} al {date_words(facts[-1].at_ms)}"
        words = [
            f"Questo è tutto quello che i portatili della scuola conservano: {count}, {span}.",
            "Le stesse cose, una per una, sono nel file «dati.json»: lo legge un altro programma.",
        ]
        if self._cover.covered:
            words.append("I nomi degli altri bambini sono coperti, perché sono dati loro.")
        yield sheets.note(words)

    def _who(self) -> Iterator[str]:
        pupil = self._dossier.pupil
        rows = []
        if pupil:
            groups = {one.group_id: one.name for one in self._dossier.groups}
            rows = [
                ("Nome", pupil.name),
                ("Classe", pupil.grade.label),
                ("Gruppo", self._cover(groups.get(pupil.group_id, pupil.group_id)) or "nessuno"),
                ("Animale", pupil.avatar),
                ("Come entra", self._enters()),
            ]
        rows.append(("Pseudonimo", self._dossier.person.hex()))
        yield sheets.section("Chi è", sheets.card(sheets.pairs(rows), self._before()))
        yield sheets.paragraph(
            "Lo pseudonimo è l’unico nome che esce dalla scuola: la regione non sa di chi è.", small=True
        )

    def _enters(self) -> str:
        pupil = self._dossier.pupil
        ways = []
        if pupil and pupil.figures:
            ways.append(f"tocca le figure {', '.join(pupil.figures)}")
        if pupil and pupil.card:
            ways.append(f"ha la tessera «{pupil.card}»")
        return " o ".join(ways) or "tocca il suo animale"

    def _before(self) -> str:
        """The values that fields had, where one had more than one."""
        sets = [one for one in self._dossier.facts if one.kind == "PupilFieldSet"]
        fields = [str(one.fields.get("field")) for one in sets]
        changed = [one for one, field in zip(sets, fields, strict=True) if fields.count(field) > 1]
        if not changed:
            return ""
        rows = [(*self._field(one), writer(one, self._dossier), _moment(one)) for one in reversed(changed)]
        heads = ("Che cosa", "Valore", "Scritto da", "Quando")
        return sheets.paragraph("Com’era prima:") + sheets.table("Com’era prima", heads, rows)

    def _field(self, fact: ToldFact) -> tuple[str, str]:
        field, value = str(fact.fields.get("field")), str(fact.fields.get("value") or "–")
        if field == "grade" and value in set(Grade):
            value = Grade(value).label
        return FIELDS.get(field, field), value

    def _reads(self) -> Iterator[str]:
        liked, plain = self._dossier.preferences, Preferences()
        changed = [one for one in _LIKED if getattr(liked, one) != getattr(plain, one)]
        rows = [(_LIKED[one][0], _LIKED[one][1].format(getattr(liked, one))) for one in changed]
        if rows:
            told = "Sono gusti, che chiunque può scegliere. Non escono dalla scuola."
            yield sheets.section(
                "Come legge", sheets.card(sheets.pairs(rows), sheets.paragraph(told, small=True))
            )

    def _done(self) -> Iterator[str]:
        cards = list(deeds.lesson_cards(self._dossier, self._lessons, self._cover))
        if cards:
            yield sheets.section("Che cosa ha fatto", *cards)

    def _begun(self) -> Iterator[str]:
        written = []
        for ref, draft in self._dossier.drafts:
            title = self._lessons.title(ref) if ref else "una lezione che qui non c’è più"
            if draft is None:
                written.append(sheets.paragraph(f"Una bozza su «{title}»: è sigillata e qui non si apre."))
                continue
            words = "\n".join(
                self._cover(part) for answer in draft.answers.values() for part in answer if part
            )
            written.append(sheets.said(words or "(senza parole)", f"su «{title}»"))
        if written:
            told = sheets.paragraph("Cominciato e non consegnato: sta solo su questo portatile.", small=True)
            yield sheets.section("Bozze", sheets.card(told, *written))

    def _notebook(self) -> Iterator[str]:
        written = []
        for fact in self._of("NotebookSet"):
            page = free_words(fact, fact.fields.get("entry"), self._cover)
            if not isinstance(page, dict) or not page:
                continue
            title = self._lessons.title(str(page.get("lesson_ref", "")))
            words = "\n".join(one for one in (page.get("quote", ""), page.get("words", "")) if one)
            under = f"{_KINDS.get(str(page.get('kind')), 'pagina')} su «{title}», {_moment(fact)}"
            written.append(sheets.said(words or "(senza parole)", under))
        if written:
            yield sheets.section("Il suo quaderno", sheets.card(*written))

    def _said(self) -> Iterator[str]:
        words = [self._quoted(one, one.fields.get("text")) for one in self._of("WordSent")]
        words += [self._comment(one) for one in self._of("AnswerMarked")]
        if any(words):
            yield sheets.section("Parole della maestra", sheets.card(*words))
        notes = [self._quoted(one, one.fields.get("text")) for one in self._of("NoteWritten")]
        if any(notes):
            yield sheets.section("Note del personale", sheets.card(*notes))

    def _quoted(self, fact: ToldFact, value: object) -> str:
        if not isinstance(value, str) or not value:
            return ""
        return sheets.said(self._cover(value), f"{writer(fact, self._dossier)}, {_moment(fact)}")

    def _comment(self, fact: ToldFact) -> str:
        mark = _mark_of(fact)
        if mark is None:
            return ""
        lesson = self._lessons.title((fact.subject or "").rpartition("/")[0])
        comment = self._cover(mark.comment) or "(senza parole)"
        under = f"{writer(fact, self._dossier)} su una risposta in «{lesson}», punti {mark.score} su 100, {_moment(fact)}"
        return sheets.said(comment, under)

    def _works(self) -> Iterator[str]:
        pupil = self._dossier.pupil
        rows = []
        for work in self._dossier.works:
            task = work.task_for(pupil.grade) if pupil else None
            lesson = self._lessons.title(task.lesson_ref) if task else ""
            state = "chiuso" if work.closed else "aperto"
            rows.append((self._cover(work.theme), lesson, state, date_words(work.assigned_ms)))
        if rows:
            heads = ("Tema", "Lezione", "Stato", "Dal")
            yield sheets.section(
                "Compiti della sua classe", sheets.card(sheets.table("Compiti", heads, rows))
            )

    def _writers(self) -> Iterator[str]:
        counts: dict[tuple[str, str], int] = {}
        for fact in self._dossier.facts:
            who = (
                writer(fact, self._dossier),
                self._dossier.devices.get(fact.device) or "un portatile sconosciuto",
            )
            counts[who] = counts.get(who, 0) + 1
        rows = [(who, where, count_words(count, "cosa", "cose")) for (who, where), count in counts.items()]
        heads = ("Chi ha scritto", "Con quale portatile", "Quanto")
        yield sheets.section(
            "Chi ha scritto queste cose", sheets.card(sheets.table("Chi", heads, sorted(rows)))
        )

    def _closed(self) -> Iterator[str]:
        closed = self._dossier.unreadable
        if closed:
            days = sorted({date_words(one.at_ms) for one in closed})
            words = (
                f"{count_words(len(closed), 'cosa è sigillata', 'cose sono sigillate')} con una chiave che qui non c’è:"
                " c’è scritto qualcosa, ma su questo portatile non si può leggere."
            )
            ask = f"Sono di questi giorni: {', '.join(days)}. Chiedi di riprovare su un altro portatile della scuola."
            yield sheets.section("Quello che non si è potuto aprire", sheets.note([words, ask], warning=True))
        aside = [one for one in self._dossier.facts if one.reason]
        if aside:
            reasons = sorted({reason_words(one.reason) for one in aside})
            many = count_words(
                len(aside), "cosa è conservata ma non conta", "cose sono conservate ma non contano"
            )
            yield sheets.section("Quello che non conta", sheets.note([f"{many}: {'; '.join(reasons)}."]))

    def _of(self, kind: str) -> list[ToldFact]:
        return [one for one in reversed(self._dossier.facts) if one.kind == kind]


def _mark_of(fact: ToldFact) -> Mark | None:
    value = fact.fields.get("mark")
    return read_mark(value) if isinstance(value, str) else None


def _moment(fact: ToldFact) -> str:
    at = local(fact.at_ms)
    return f"{day_words(at.date())} {at.year}, {clock_words(fact.at_ms)}"


_FOOT = (
    "<footer>"
    + sheets.paragraph("Questi dati servono a seguire chi impara, e a nient’altro. Li tiene la scuola.")
    + sheets.paragraph(
        "Se qualcosa è sbagliato, chiedi alla maestra di correggerlo. Se vuoi che la scuola li dimentichi,"
        " chiedilo alla scuola: si cancellano da tutti i portatili, dalle copie e dalla regione."
    )
    + "</footer>"
)
