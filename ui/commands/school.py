"""`scuola-digitale school …`: a school is founded and kept; laptops and people come in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from scuola_digitale.domain.people import Role, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui.commands.options import AsJson
from ui.commands.terminal import say, say_json, say_table
from ui.commands.usage import Command, Group
from ui.home import default_home
from ui.laptop import Laptop
from ui.presenters.italian import date_words
from ui.setting_up import Newcomer, SchoolWords, card_of, found

app = typer.Typer(
    cls=Group, help="La scuola: fondarla, far entrare portatili e persone.", no_args_is_help=True
)

Password = Annotated[
    str,
    typer.Option(
        "--password",
        prompt="Parola d'ordine del tecnico",
        hide_input=True,
        envvar="SCUOLA_DIGITALE_PASSWORD",
        show_envvar=False,
        help="La parola d'ordine del tecnico; se manca, viene chiesta.",
    ),
]
NewPassword = Annotated[
    str,
    typer.Option(
        "--new-password",
        prompt="Parola d'ordine nuova",
        hide_input=True,
        confirmation_prompt="Ancora una volta",
        help="La parola d'ordine nuova; se manca, viene chiesta.",
    ),
]
Stick = Annotated[Path | None, typer.Option("--stick", help="La cartella della chiavetta.")]
Label = Annotated[str, typer.Option("--label", help="Come si chiamerà il portatile.")]


class NoSuchPersonError(ScuolaError):
    """Nobody of that name is on the staff."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tra il personale non c'è nessuno che si chiama «{name}».",
            remedy="Guarda i nomi con: scuola-digitale school staff",
        )


class NoSuchPupilError(ScuolaError):
    """Not just one pupil of that name is in the roster."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nell’elenco non c’è un solo alunno che si chiama «{name}».",
            remedy="Scrivi il nome come si legge nell’elenco; se due si chiamano uguale, cambia prima un nome.",
        )


class NoTechnicianError(ScuolaError):
    """The school has no technician yet, as far as this laptop knows."""

    def __init__(self) -> None:
        super().__init__(
            "Su questo portatile non si conosce ancora nessun tecnico.",
            remedy="Sincronizza il portatile con la scuola e riprova.",
        )


class OneWayError(ScuolaError):
    """A laptop comes in by stick or by code: one of the two."""

    def __init__(self) -> None:
        super().__init__(
            "Scegli un modo: con la chiavetta o con il codice.",
            remedy="Aggiungi --stick CARTELLA, oppure --code (e sul portatile nuovo anche --at INDIRIZZO).",
        )


@app.command("found", cls=Command)
def found_here(
    *,
    name: Annotated[str, typer.Option("--name", prompt="Nome della scuola", help="Il nome della scuola.")],
    technician: Annotated[
        str, typer.Option("--technician", prompt="Chi segue i computer", help="Chi segue i computer.")
    ],
    label: Annotated[
        str, typer.Option("--label", prompt="Nome di questo portatile", help="Il nome di questo portatile.")
    ],
    password: NewPassword,
    code: Annotated[str, typer.Option("--code", help="Il codice meccanografico, se lo sai.")] = "",
) -> int:
    """Fonda una scuola su questo portatile: le chiavi nascono qui e restano a chi segue i computer."""
    words = SchoolWords(school=name, code=code, technician=technician, password=password, label=label)
    sheet = found(default_home().ready(), words)
    say(f"La scuola «{name.strip()}» è fondata su questo portatile.")
    _say_sheet(sheet)
    return 0


@app.command("card", cls=Command)
def card(*, as_json: AsJson = False) -> int:
    """Mostra la carta della scuola: pseudonimo, chiave pubblica, le sei cifre di tutti i suoi portatili."""
    with _laptop() as laptop:
        pseudonym, root_key, digits = card_of(laptop.school)
        name = laptop.school.plesso_name()
    if as_json:
        say_json({"scuola": name, "pseudonimo": pseudonym, "chiave": root_key, "cifre": digits})
    else:
        say(name)
        say(f"Pseudonimo: {pseudonym}")
        say(f"Chiave pubblica: {root_key}")
        say(f"Le sei cifre della scuola: {digits}")
    return 0


# People


@app.command("staff", cls=Command)
def staff(*, as_json: AsJson = False) -> int:
    """Elenca il personale, e fino a quando può entrare."""
    with _laptop() as laptop:
        members = [one for one in laptop.care.staff() if one.successor is None]
    if as_json:
        say_json([{"nome": one.name, "ruolo": one.role, "fino_a_ms": one.until_ms} for one in members])
    else:
        rows = [(one.name, one.title, one.role, date_words(one.until_ms)) for one in members]
        say_table("Personale", ("nome", "come lo chiamano", "ruolo", "fino al"), rows)
    return 0


@app.command("add-staff", cls=Command)
def add_staff(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come lo dicono i bambini.")],
    *,
    title: Annotated[str, typer.Option("--title", help="Come la chiamano: maestra, maestro…")] = "maestra",
    technician: Annotated[bool, typer.Option("--technician", help="Segue i computer.")] = False,
    days: Annotated[
        int | None, typer.Option("--days", min=1, help="Per quanti giorni, per una supplenza.")
    ] = None,
    password: Password,
    new_password: NewPassword,
) -> int:
    """Ammette un'insegnante (o un tecnico) su tutti i portatili della scuola."""
    with _laptop() as laptop:
        role: Role = "tecnico" if technician else "insegnante"
        laptop.care.add_staff(technician_of(laptop, password), name, title, role, new_password, days=days)
    say(f"{name} può entrare con la sua parola d'ordine, qui subito e altrove dopo uno scambio.")
    return 0


@app.command("recover", cls=Command)
def recover(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Chi ha dimenticato la parola d'ordine.")],
    *,
    password: Password,
    new_password: NewPassword,
) -> int:
    """Dà una parola d'ordine nuova a chi l'ha dimenticata: quello che ha scritto resta suo."""
    with _laptop() as laptop:
        author = technician_of(laptop, password)
        laptop.care.recover(author, _member(laptop, name), new_password)
    say(f"{name} entra con la parola d'ordine nuova. Quello che aveva scritto resta suo.")
    return 0


@app.command("password", cls=Command)
def change_password(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il tuo nome.")],
    *,
    old: Annotated[
        str,
        typer.Option(
            "--password", prompt="Parola d'ordine di adesso", hide_input=True, help="Quella di adesso."
        ),
    ],
    new_password: NewPassword,
) -> int:
    """Cambia la tua parola d'ordine, su tutti i portatili."""
    with _laptop() as laptop:
        laptop.care.change_password(_member(laptop, name), old, new_password)
    say("Fatto: la parola d'ordine nuova vale qui subito, altrove dopo uno scambio.")
    return 0


@app.command("sheet", cls=Command)
def new_sheet(*, password: Password) -> int:
    """Fa un foglio nuovo, per il giorno in cui nessun tecnico ricorda la sua parola d'ordine."""
    with _laptop() as laptop:
        sheet = laptop.care.new_sheet(technician_of(laptop, password))
    _say_sheet(sheet)
    return 0


def _say_sheet(sheet: str) -> None:
    say(f"Il foglio della scuola: {sheet}")
    say("Scrivilo su carta e chiudilo in un cassetto: non resta scritto da nessun'altra parte.")


@app.command("rescue", cls=Command)
def rescue(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Chi segue i computer da oggi.")],
    *,
    sheet: Annotated[
        str, typer.Option("--sheet", prompt="Le lettere del foglio", help="Le ventisei lettere del foglio.")
    ],
    new_password: NewPassword,
) -> int:
    """Con il foglio del cassetto fa un tecnico, quando nessuno ricorda più la sua parola d'ordine."""
    with _laptop() as laptop:
        laptop.care.rescue(sheet, name, new_password)
    say(f"{name} segue i computer, con la parola d'ordine nuova. Fai subito un foglio nuovo.")
    return 0


@app.command("add-group", cls=Command)
def add_group(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Per esempio: pluriclasse I–V.")],
    *,
    grades: Annotated[list[Grade], typer.Option("--grade", help="Una classe (P1…P5, S1…S3); ripetilo.")],
    password: Password,
) -> int:
    """Dà alla scuola la sua classe o pluriclasse."""
    with _laptop() as laptop:
        laptop.care.set_group(technician_of(laptop, password), name, grades)
    say(f"«{name}» è pronta.")
    return 0


@app.command("add-pupil", cls=Command)
def add_pupil(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come lo dicono i compagni.")],
    *,
    grade: Annotated[Grade, typer.Option("--grade", help="La classe (P1…P5, S1…S3).")],
    avatar: Annotated[str, typer.Option("--animal", help="L'animale con cui si riconosce.")] = "lupo",
    password: Password,
) -> int:
    """Aggiunge un alunno, con il suo animale."""
    with _laptop() as laptop:
        laptop.care.add_pupil(technician_of(laptop, password), name, grade, avatar)
    say(f"{name} è nella classe {grade.label}.")
    return 0


# Laptops


@app.command("laptops", cls=Command)
def laptops(*, as_json: AsJson = False) -> int:
    """Elenca i portatili della scuola."""
    with _laptop() as laptop:
        devices = laptop.care.devices()
    if as_json:
        say_json(
            [
                {
                    "id": one.device.hex(),
                    "nome": one.label,
                    "visto_ms": one.seen_ms,
                    "fino_a_ms": one.until_ms,
                }
                for one in devices
            ]
        )
    else:
        rows = [
            (
                one.label,
                one.device.hex()[:8],
                date_words(one.seen_ms) if one.seen_ms else "mai",
                date_words(one.until_ms),
            )
            for one in devices
        ]
        say_table("Portatili", ("nome", "sigla", "ultime notizie", "certificato fino al"), rows)
    return 0


@app.command("ask", cls=Command)
def ask(*, stick: Annotated[Path, typer.Option("--stick", help="La cartella della chiavetta.")]) -> int:
    """Sul portatile nuovo: mette sulla chiavetta la richiesta di entrare."""
    newcomer = Newcomer(default_home().ready())
    newcomer.leave_request(stick)
    say(f"La richiesta è sulla chiavetta. Le sue sei cifre sono {newcomer.digits}.")
    say("Porta la chiavetta al portatile del tecnico, poi torna qui con la risposta.")
    return 0


@app.command("admit", cls=Command)
def admit(
    *,
    label: Label,
    stick: Stick = None,
    code: Annotated[
        bool, typer.Option("--code", help="Aspetta il portatile sulla rete, con un codice.")
    ] = False,
    digits: Annotated[
        str, typer.Option("--digits", help="Le sei cifre, se le richieste sono più d'una.")
    ] = "",
    password: Password,
) -> int:
    """Sul portatile del tecnico: fa entrare un portatile, dalla chiavetta o con un codice detto a voce."""
    if code == (stick is not None):
        raise OneWayError
    with _laptop() as laptop:
        author = technician_of(laptop, password)
        if stick is not None:
            return _admit_from(laptop, author, stick, label, digits)
        words, address = laptop.care.open_door(author, label)
        say(f"Sul portatile nuovo scrivi l'indirizzo {address} e il codice {words}.")
        laptop.care.wait_at_door(words)
    say(f"«{label}» è entrato.")
    return 0


def _admit_from(laptop: Laptop, author: UnlockedStaff, stick: Path, label: str, digits: str) -> int:
    wanted = "".join(digits.split())
    asking = [one for one in laptop.care.requests_on(stick) if wanted in one.digits.replace(" ", "")]
    if len(asking) != 1:
        say(
            "Sulla chiavetta c'è più di una richiesta:"
            if asking
            else "Sulla chiavetta non c'è nessuna richiesta."
        )
        for one in asking:
            say(f"  {one.digits}")
        if asking:
            say("Scegline una con --digits e le sue sei cifre, come le mostra il portatile nuovo.")
        return 1
    laptop.care.admit_from(author, stick, asking[0], label)
    say(f"La risposta per «{label}» (cifre {asking[0].digits}) è sulla chiavetta.")
    say(f"Il portatile nuovo mostrerà le cifre della scuola: {laptop.care.digits()}.")
    return 0


@app.command("enter", cls=Command)
def enter(
    *,
    stick: Stick = None,
    code: Annotated[str, typer.Option("--code", help="Il codice detto a voce.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="INDIRIZZO", help="L'indirizzo detto a voce.")] = "",
) -> int:
    """Sul portatile nuovo: entra nella scuola con la risposta della chiavetta, o con il codice."""
    if bool(code and at) == (stick is not None):
        raise OneWayError
    newcomer = Newcomer(default_home().ready())
    admission = newcomer.answer_from(stick) if stick is not None else newcomer.answer_by_code(at, code)
    say(f"Le sei cifre della scuola sono {admission.digits}: devono essere quelle del tecnico.")
    school = newcomer.enter(admission, stick)
    say(f"Questo portatile è entrato nella scuola «{school}» come «{admission.label}».")
    return 0


@app.command("change-keys", cls=Command)
def change_keys(
    *,
    lost: Annotated[
        list[str] | None, typer.Option("--lost", metavar="SIGLA", help="Un portatile perso; ripetilo.")
    ] = None,
    password: Password,
) -> int:
    """Cambia le chiavi della scuola dopo una perdita: chi è perso non legge più niente di nuovo."""
    with _laptop() as laptop:
        author = technician_of(laptop, password)
        gone = [
            one.device
            for one in laptop.care.devices()
            if any(one.device.hex().startswith(word.lower()) for word in lost or ())
        ]
        if len(gone) != len(lost or ()):
            say("Non riconosco una delle sigle: guardale con scuola-digitale school laptops")
            return 1
        laptop.care.change_keys(author, without=gone)
    say("Fatto. Le chiavi nuove arrivano agli altri portatili con il prossimo scambio.")
    return 0


@app.command("erase-pupil", cls=Command)
def erase_pupil(
    name: Annotated[str, typer.Argument(metavar="NOME", help="Il nome, come sta nell’elenco.")],
    *,
    sure: Annotated[
        bool,
        typer.Option(
            "--yes", prompt="Non si torna indietro. Cancello davvero", help="Senza chiedere conferma."
        ),
    ],
    password: Password,
) -> int:
    """Cancella un alunno per sempre, da tutti i portatili, dalle copie e dalla regione."""
    if not sure:
        say("Non ho cancellato niente.")
        return 0
    with _laptop() as laptop:
        author = technician_of(laptop, password)
        wanted = name.strip().casefold()
        found = [one.person for one in laptop.school.pupils() if one.name.casefold() == wanted]
        if len(found) != 1:
            raise NoSuchPupilError(name)
        laptop.care.erase(author, found[0])
    say(f"Di {name} qui non resta niente; altrove con il prossimo scambio.")
    return 0


@contextmanager
def _laptop() -> Iterator[Laptop]:
    with Laptop.opened(default_home().ready()) as laptop:
        yield laptop


def technician_of(laptop: Laptop, password: str) -> UnlockedStaff:
    """The technician whose password this is; a school may have more than one."""
    members = [one for one in laptop.school.staff() if one.role == "tecnico"]
    if not members:
        raise NoTechnicianError
    refusal: ScuolaError | None = None
    for member in members:
        try:
            return laptop.school.unlock(member.staff_id, password)
        except ScuolaError as error:
            refusal = error
    raise refusal or NoTechnicianError


def _member(laptop: Laptop, name: str) -> StaffMember:
    wanted = name.strip().casefold()
    for one in laptop.care.staff():
        if one.successor is None and one.name.casefold() == wanted:
            return one
    raise NoSuchPersonError(name)
