"""Promises of the checker: a whole pack, its files, and input of every bad kind."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lesson_sources import CARD, FRONT, HEAD, SVG, read, write_pack

from content.problems import Problem
from content.reading import pack, read_lesson, read_pack
from content.reading.pictures import picture_fault, raster_size
from scuola_digitale.domain.lesson import MapPlace, Media

LESSON = FRONT + "Testo.\n"
GOOD_SVG = SVG.encode()


def png(width: int, height: int) -> bytes:
    """The beginning of a picture that says it is so large."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def box(name: bytes, inside: bytes) -> bytes:
    """A box of an MP4 file."""
    return struct.pack(">I", 8 + len(inside)) + name + inside


def blocking(folder: Path) -> list[Problem]:
    """What keeps a pack from being built."""
    return [problem for problem in read_pack(folder)[1] if problem.blocking]


def test_a_good_pack_has_no_problem_and_names_all_its_files(tmp_path: Path) -> None:
    body = "![a](../immagini/a.svg)\n\n![b](../media/b.mp3)\n\n[due](lezione:marche/due)\n"
    second = FRONT.replace("lezione-prova", "due") + "Testo.\n"
    files = {"immagini/a.svg": GOOD_SVG, "media/b.mp3": b"ID3", ".nascosto": b"x", "note.txt": b"x"}
    source, problems = read_pack(write_pack(tmp_path / "p", {"uno": FRONT + body, "due": second}, files))
    assert problems == ()
    assert source is not None
    assert source.files == (
        "immagini/a.svg",
        "lezioni/due.md",
        "lezioni/uno.md",
        "media/b.mp3",
        "pacchetto.yml",
    )
    assert [lesson.head.ref for lesson in source.lessons] == ["marche/due", "marche/lezione-prova"]
    assert (source.head.pack_id, source.head.title) == ("marche/prova", "Prova")


@pytest.mark.parametrize(
    ("front", "line", "sentence"),
    [
        (FRONT.replace("id: lezione-prova\n", ""), 1, "Aggiungi sotto la prima riga `---` la riga `id: prova`."),
        (FRONT.replace("lezione-prova", "Lezione Prova"), 2, "per esempio `lezione-prova`"),
        (FRONT.replace("titolo: Una prova\n", ""), 1, "Manca `titolo`"),
        (FRONT.replace("titolo", "titlo"), 3, "Forse volevi dire `titolo`?"),
        (FRONT.replace("materia: scienze\n", ""), 1, "Manca `materia`"),
        (FRONT.replace("scienze", "scenze"), 4, "Forse volevi dire `scienze`?"),
        (FRONT.replace("[P3]", "[P6]"), 5, "La classe «P6» non si conosce"),
        (FRONT.replace("classi: [P3]\n", ""), 1, "Manca `classi`"),
        (FRONT.replace("classi: [P3]", "classi: P3\narea: scuole"), 6, "Forse volevi dire `scuola`?"),
        (FRONT.replace("classi: [P3]", "classi: P3\ndurata: mezz'ora"), 6, "numero intero tra 1 e 600"),
        (FRONT.replace("titolo: Una prova", "titolo: Acqua: una prova"), 3, "due punti di troppo"),
        (FRONT.replace("classi: [P3]", "classi: P3\nglossario:\n  falda:"), 7, "Manca `falda`"),
        (FRONT.replace("classi: [P3]", "classi: P3\ncopertina: ../../a.svg"), 6, "sta fuori dal pacchetto"),
        (FRONT.replace("classi: [P3]", "classi: P3\nvoce: ../../a.mp3"), 6, "sta fuori dal pacchetto"),
        (FRONT.replace("classi: [P3]", "classi: P3\nvoce: ../media/a.mp4"), 6, "non è una registrazione"),
        (FRONT.replace("classi: [P3]", "classi: P3\nluoghi: Genga"), 6, "`luoghi` non si riesce a leggere"),
        (FRONT.replace("classi: [P3]", "classi: P3\nluoghi:\n  Genga:"), 7, "Manca `Genga`"),
        (FRONT.replace("classi: [P3]", "classi: P3\nluoghi:\n  Genga: 43,4 12,9"), 7, "Non si capisce dov'è «Genga»"),
        (FRONT.replace("classi: [P3]", "classi: P3\nluoghi:\n  Genga: 143.4, 12.9"), 7, "in gradi, con il punto"),
        ("Testo senza testata.\n", 1, "non ha la testata"),
        ("---\nid: a\n", 1, "La testata non è chiusa"),
        ("", 1, "non ha la testata"),
        ("---\n- a\n- b\n---\n", 2, "La testata non ha chiavi"),
    ],
)  # fmt: skip
def test_every_mistake_of_the_head_is_told_at_its_line(front: str, line: int, sentence: str) -> None:
    _, problems = read("", front)
    assert any(sentence in f"{one.message} {one.remedy}" for one in problems if one.line == line), problems


@pytest.mark.parametrize(
    ("language", "title"), [("it", "La lezione letta a voce"), ("en", "The lesson read aloud")]
)
def test_a_recording_of_the_whole_lesson_stands_at_its_beginning(language: str, title: str) -> None:
    front = FRONT.replace("classi: [P3]", f"classi: P3\nlingua: {language}\nvoce: ../media/letta.mp3")

    lesson, problems = read("Uno.", front)

    assert problems == ()
    assert lesson is not None
    assert lesson.blocks[0] == Media(kind="audio", path="media/letta.mp3", title=title, whole_lesson=True)


def test_places_are_read_with_their_names_and_degrees() -> None:
    front = FRONT.replace(
        "classi: [P3]", "classi: P3\nluoghi:\n  Grotte di Frasassi: 43.400, 12.962\n  Urbino: 43.7; 12.6"
    )

    lesson, problems = read("", front)

    assert problems == ()
    assert lesson is not None
    assert lesson.head.places == (
        MapPlace("Grotte di Frasassi", 43.4, 12.962),
        MapPlace("Urbino", 43.7, 12.6),
    )


@pytest.mark.parametrize(
    ("body", "line", "sentence"),
    [
        ("Uno.\n\n![](../immagini/a.svg)", 3, "non ha una descrizione"),
        ("Uno ![a](http://x.it/a.png)", 1, "Copia il file nella cartella"),
        ("![a](../../a.png)", 1, "sta fuori dal pacchetto"),
        ("![a](../immagini/nul.png)", 1, "che Windows tiene per sé"),
        ("![a](../media/a.mov)", 1, "Salvalo come MP4 (H.264) o WebM"),
        ("![a](../media/a.pdf)", 1, "non è un'immagine"),
        ("![a](../immagini/a.svg){largo=tanto}", 1, "non è una larghezza"),
        ("testo\n\nuno $\\frac{1$ due", 3, "non si riesce a disegnare"),
        ("uno\ndue $\\foo{1}$", 2, "il comando \\foo non si conosce"),
        ("$$\nx\n", 1, "Una formula `$$` non è chiusa"),
        ("a\n\n[b](#nessuno)\n\n## Uno", 3, "non c'è in questa lezione"),
        ("[b](altra.md)", 1, "non porta da nessuna parte"),
        ("[b](javascript:alert)", 1, "non porta da nessuna parte"),
        ("!!! ricordati\n    a", 1, "Forse volevi dire `ricorda`?"),
        ("??? Senza virgolette\n    a", 1, "Manca il titolo"),
        ("```python\nx", 1, "non è chiuso"),
        ("```esercizo\nid: a\n```", 1, "Forse volevi dire `esercizio`?"),
        ("Nota[^1].", 1, "La nota `[^1]` non è spiegata"),
        ("a\n\n# Titolo", 3, "il titolo della lezione c'è già"),
        ("a <!-- mai chiuso", 1, "non è chiuso"),
        ("| a | b |\n|---|---|\n| c | [x](y) |", 3, "non porta da nessuna parte"),
        ("[" * 500, 1, "parentesi quadre"),
        ("a" * 9000, 1, "una riga troppo lunga"),
    ],
)
def test_every_mistake_of_the_text_is_told_at_its_line(body: str, line: int, sentence: str) -> None:
    _, problems = read(body)
    told = [f"{one.message} {one.remedy}" for one in problems if one.line == line + FRONT.count("\n")]
    assert any(sentence in one for one in told), problems


@pytest.mark.parametrize(
    ("data", "line", "sentence"),
    [
        (b"x" * 2_000_001, 0, "più di 2 MB"),
        (FRONT.encode() + b"citt\xe0", 7, "UTF-8"),
        ("---\n".encode("utf-16"), 1, "UTF-8"),
        (b"---\0", 0, "non è un testo"),
        ((FRONT + "a\n" * 20_001).encode(), 20_001, "troppe righe"),
    ],
)
def test_a_file_that_is_no_lesson_is_refused_with_a_sentence(data: bytes, line: int, sentence: str) -> None:
    lesson, problems = read_lesson(data, path="lezioni/a.md", head=HEAD)
    assert lesson is None
    assert any(sentence in f"{one.message} {one.remedy}" and one.line == line for one in problems), problems


@pytest.mark.parametrize(
    "body", ["> " * 3000 + "a", "".join(" " * 4 * level + "- a\n" for level in range(300))]
)
def test_levels_without_end_are_told(body: str) -> None:
    _, problems = read(body)
    assert any("troppi livelli" in problem.message and problem.blocking for problem in problems)


@given(st.binary(max_size=400))
def test_no_bytes_at_all_upset_the_reader(data: bytes) -> None:
    lesson, problems = read_lesson(data, path="lezioni/a.md", head=HEAD)
    assert lesson is not None or problems


MARKUP = st.text(
    alphabet=st.sampled_from(
        [*"ab1 \n*_`$[](){}!#>|:-~^<&\\\"'.=?/,%", "\U000f0001", "\U00100000", "\x02", "è"]
    ),
    max_size=120,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP, MARKUP, st.sampled_from(["", "```esercizio\n", "!!! nota\n    ", '??? "a"\n    ', "- ", "> "]))
def test_no_markup_at_all_upsets_the_reader(head: str, body: str, opening: str) -> None:
    lesson, problems = read(opening + body, FRONT.replace("classi", head.replace("\n", "\n ") + "\nclassi"))
    assert lesson is not None or problems
    lesson, _ = read(opening + body)
    assert lesson is not None


@pytest.mark.parametrize(
    ("card", "sentence"),
    [
        (CARD.replace("id: prova\n", ""), "Manca `id`"),
        (CARD.replace("editore: marche\n", ""), "Aggiungi una riga `editore: la-mia-scuola`."),
        (CARD.replace("marche", "Regione Marche"), "per esempio `regione-marche`"),
        (CARD.replace("area: scuola", "area: scola"), "Forse volevi dire `scuola`?"),
        (CARD.replace("area: scuola\n", ""), "Manca `area`"),
        (CARD + "edizione: prima\n", "numero intero"),
        (CARD + "titolo: due\n", "c'è due volte"),
        ("", "La scheda è vuota"),
        ("[", "virgolette e parentesi"),
        ("x" * 70_000, "troppo grande"),
    ],
)  # fmt: skip
def test_every_mistake_of_the_card_is_told(tmp_path: Path, card: str, sentence: str) -> None:
    problems = blocking(write_pack(tmp_path / "p", {"uno": LESSON}, card=card))
    assert any(sentence in f"{one.message} {one.remedy}" for one in problems), problems


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    assert read_pack(tmp_path / "manca")[0] is None
    (problem,) = read_pack(tmp_path)[1]
    assert "non c'è pacchetto.yml" in problem.message
    (problem,) = blocking(write_pack(tmp_path / "p", {}))
    assert problem.message == "Il pacchetto non ha lezioni."


def test_two_lessons_with_one_id_are_told(tmp_path: Path) -> None:
    (problem,) = blocking(write_pack(tmp_path / "p", {"uno": LESSON, "due": LESSON}))
    assert (problem.path, problem.message) == (
        "lezioni/uno.md",
        "L'id «lezione-prova» è già di lezioni/due.md.",
    )


def test_a_missing_picture_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    body = FRONT + "\n![a](../immagini/Mulino.svg)\n\n![b](../immagini/zzz.png)\n"
    first, second = blocking(write_pack(tmp_path / "p", {"uno": body}, {"immagini/mulino.svg": GOOD_SVG}))
    assert (first.line, first.remedy) == (8, "Forse volevi dire «immagini/mulino.svg»?")
    assert (second.line, second.message) == (10, "Il file «immagini/zzz.png» non c'è.")


def test_a_link_out_of_the_pack_is_advice_and_a_crooked_one_a_fault(tmp_path: Path) -> None:
    body = FRONT + "[a](lezione:marche/altrove) [b](lezione:marche/lezione-prove) [c](lezione:sola)\n"
    first, second, third = read_pack(write_pack(tmp_path / "p", {"uno": body}))[1]
    assert (first.blocking, second.blocking, third.blocking) == (False, True, False) or first
    told = {problem.message: problem for problem in (first, second, third)}
    assert told["La lezione «marche/lezione-prove» non è in questo pacchetto."].remedy.startswith(
        "Forse volevi dire"
    )
    assert told["Il collegamento «lezione:sola» non dice quale lezione."].blocking
    assert not told["La lezione «marche/altrove» non è in questo pacchetto."].blocking


def test_pictures_that_some_system_takes_for_one_are_told(tmp_path: Path) -> None:
    body = FRONT + "![a](../immagini/a.svg) ![b](../immagini/A.svg)\n"
    (problem,) = blocking(
        write_pack(tmp_path / "p", {"uno": body}, {"immagini/a.svg": GOOD_SVG, "immagini/A.svg": GOOD_SVG})
    )
    assert "si confonde con" in problem.message


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "segreto.svg").write_bytes(GOOD_SVG)
    folder = write_pack(
        tmp_path / "p", {"uno": FRONT + "![a](../immagini/a.svg)\n"}, {"immagini/b.svg": GOOD_SVG}
    )
    (folder / "immagini/a.svg").symlink_to(tmp_path / "segreto.svg")
    assert "collegamento fuori" in blocking(folder)[0].message


def test_a_picture_nobody_uses_is_advice(tmp_path: Path) -> None:
    source, (problem,) = read_pack(write_pack(tmp_path / "p", {"uno": LESSON}, {"immagini/a.svg": GOOD_SVG}))
    assert (problem.path, problem.blocking) == ("immagini/a.svg", False)
    assert source is not None
    assert "immagini/a.svg" not in source.files


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.webm", b"\x1aE\xdf\xa3 ... V_AV1 ...", "AV1"),
        ("a.mp4", box(b"ftyp", b"isom") + box(b"mdat", b"x" * 99) + box(b"moov", b"stsd av01"), "AV1"),
        ("a.mp4", b"", "è vuoto"),
        ("a.mp4", b"non un filmato", "non è davvero un file MP4"),
        ("a.mp4", box(b"ftyp", b"isom") + struct.pack(">I", 3) + b"mdat", ""),
        ("a.mp4", box(b"ftyp", b"isom") + box(b"mdat", b"av01") + box(b"moov", b"stsd avc1"), ""),
    ],
)
def test_a_film_nobody_can_play_is_told_with_what_to_save_it_as(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    folder = write_pack(tmp_path / "p", {"uno": FRONT + f"![a](../media/{name})\n"}, {f"media/{name}": data})
    problems = blocking(folder)
    assert [sentence in f"{one.message} {one.remedy}" for one in problems] == ([True] if sentence else [])


@pytest.mark.parametrize(
    ("data", "kind", "sentence"),
    [
        (b"", "png", "è vuota"), (b"GIF", "gif", "non è un'immagine"), (png(5000, 5000), "png", "5000 × 5000"),
        (png(0, 5), "png", "0 × 5"), (png(5, 5) + b"x" * 4_000_000, "png", "pesa"),
        (b"<svg", "svg", "riga 1"), (b"<html/>", "svg", "non è un disegno"), (b'<svg xmlns="x"/>', "svg", "viewBox"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', "svg", "DOCTYPE"),
        (SVG.replace("<circle", "<script/><circle").encode(), "svg", "script"),
        (SVG.replace("<circle", "<circle onclick='x'").encode(), "svg", "onclick"),
        (SVG.replace("<circle", "<image href='http://a'/><circle").encode(), "svg", "un altro file"),
        (SVG.replace("<circle", "<image href='data:text/html,x'/><circle").encode(), "svg", "un altro file"),
        (SVG.replace("<circle", "<style>@import 'a'</style><circle").encode(), "svg", "da fuori"),
        (SVG.replace("<circle", "<circle fill='url(http://a)'").encode(), "svg", "un altro file"),
        (b"<?xml-stylesheet href='a'?>" + GOOD_SVG, "svg", "foglio di stile"),
        (SVG.encode() + b" " * 1_000_001, "svg", "pesa"),
    ],
)  # fmt: skip
def test_a_picture_that_must_not_stand_in_a_pack_is_told(data: bytes, kind: str, sentence: str) -> None:
    fault = picture_fault(data, kind)
    assert fault is not None
    assert sentence in fault[0] + fault[1]


def test_drawings_may_point_at_their_own_parts() -> None:
    inner = "<use href='#a'/><image href='data:image/png;base64,AA'/><circle fill='url(#g)'/>"
    assert picture_fault(f"<svg viewBox='0 0 1 1'>{inner}</svg>".encode(), "svg") is None


@pytest.mark.parametrize(
    "data",
    [
        png(30, 20),
        b"GIF89a" + struct.pack("<HH", 30, 20),
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 30) + b"...",
        b"RIFF....WEBPVP8X" + b"." * 8 + (29).to_bytes(3, "little") + (19).to_bytes(3, "little"),
        b"RIFF....WEBPVP8 " + b"." * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", 30, 20),
        b"RIFF....WEBPVP8L" + b"...." + b"\x2f" + (29 | 19 << 14).to_bytes(4, "little") + b"." * 9,
    ],
)
def test_sizes_are_read_from_the_header_alone(data: bytes) -> None:
    assert raster_size(data) == (30, 20)


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"RIFF....WEBPVP8L", b"GIF89a", b"<svg>", b""]),
    st.binary(max_size=80),
)
def test_no_picture_upsets_the_checker(magic: bytes, rest: bytes) -> None:
    picture_fault(magic + rest, "png")
    picture_fault(magic + rest, "svg")


def test_a_folder_with_too_many_files_is_told_and_none_is_left_out_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_pack(tmp_path / "p", {"una": LESSON})
    assert blocking(source) == []
    monkeypatch.setattr(pack, "MAX_FILES", 1)

    assert any("più di 1 file" in problem.message for problem in blocking(source))


WEBM = b"\x1aE\xdf\xa3 un filmato"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nCade una goccia.\n"


def test_captions_beside_a_film_go_into_the_pack_with_it(tmp_path: Path) -> None:
    files = {"media/a.webm": WEBM, "media/a.vtt": CAPTIONS.encode(), "media/b.vtt": CAPTIONS.encode()}
    source, problems = read_pack(
        write_pack(tmp_path / "p", {"uno": FRONT + "![a](../media/a.webm)\n"}, files)
    )

    assert source is not None
    assert "media/a.vtt" in source.files
    assert "media/b.vtt" not in source.files
    assert [one.path for one in problems if "Nessuna lezione usa" in one.message] == ["media/b.vtt"]


@pytest.mark.parametrize(
    ("data", "line", "sentence"),
    [
        (CAPTIONS.removeprefix("WEBVTT").encode(), 1, "WEBVTT"),
        (b"WEBVTT\n\n0:01 --> 0:02\nCade.\n", 3, "mancano i tempi"),
        (b"WEBVTT\n\n00:05.000 --> 00:02.000\nCade.\n", 3, "prima di cominciare"),
        (b"WEBVTT\n\n00:05.000 --> 00:06.000\n", 3, "non ha parole"),
        (b"WEBVTT\n", 1, "nessun sottotitolo"),
        ("WEBVTT\n\nperché".encode("latin-1"), 0, "UTF-8"),
        (b"WEBVTT\n" + b"x" * 300_000, 0, "256 kB"),
    ],
)
def test_bad_captions_are_told_with_their_line(tmp_path: Path, data: bytes, line: int, sentence: str) -> None:
    files = {"media/a.webm": WEBM, "media/a.vtt": data}
    [problem] = blocking(write_pack(tmp_path / "p", {"uno": FRONT + "![a](../media/a.webm)\n"}, files))

    assert (problem.path, problem.line) == ("media/a.vtt", line)
    assert sentence in problem.message
    assert problem.remedy
