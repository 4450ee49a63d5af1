"""Whatever file somebody chooses as a photo: a good one becomes small and bare, another one is told kindly."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from photo_samples import (
    PLACE_WORDS,
    colour_at,
    endless_jpeg,
    endless_png,
    square_of,
    turned,
    two_colours,
    written,
)
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from scuola_digitale.domain.photos import LONGEST_PHOTO_BYTES, PHOTO_SIDE
from scuola_digitale.errors import ScuolaError
from ui.presenters.photo_cut import PhotoCut
from ui.widgets.photo_file import (
    LONGEST_FILE,
    NotAPhotoError,
    PhotoBrokenError,
    PhotoTooBigError,
    PhotoUnreadableError,
    cut_photo,
    open_photo,
    read_photo,
)
from ui.widgets.pictures import face, portrait

pytestmark = pytest.mark.usefixtures("qapp")


def whole(image: QImage) -> bytes:
    return cut_photo(image, PhotoCut.of(image.width(), image.height()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_becomes_small_and_square(kind: str) -> None:
    photo = whole(read_photo(written(two_colours(), kind)))

    shown = QImage.fromData(photo)
    assert (shown.width(), shown.height()) == (PHOTO_SIDE, PHOTO_SIDE)
    assert photo[8:12] == b"WEBP"
    assert len(photo) <= LONGEST_PHOTO_BYTES


@pytest.mark.parametrize(
    ("orientation", "red", "blue"),
    [
        (1, (0.1, 0.5), (0.9, 0.5)),
        (3, (0.9, 0.5), (0.1, 0.5)),
        (6, (0.5, 0.1), (0.5, 0.9)),
        (8, (0.5, 0.9), (0.5, 0.1)),
    ],
)
def test_a_photo_stands_as_the_telephone_was_held(
    orientation: int, red: tuple[float, float], blue: tuple[float, float]
) -> None:
    image = read_photo(turned(written(two_colours()), orientation))

    assert (image.width() > image.height()) == (orientation in {1, 3})
    assert colour_at(image, *red) == "red"
    assert colour_at(image, *blue) == "blue"


def test_nothing_of_the_file_but_its_dots_is_kept() -> None:
    file = turned(written(two_colours()), 1)
    assert PLACE_WORDS in file

    photo = whole(read_photo(file))

    assert PLACE_WORDS not in photo
    assert b"Exif" not in photo
    assert b"EXIF" not in photo
    assert QImage.fromData(photo).textKeys() == []


def test_the_photo_is_the_square_that_was_chosen() -> None:
    image = two_colours()

    photo = cut_photo(image, PhotoCut.of(400, 300).zoomed(4).moved(-400, 0))

    assert colour_at(square_of(photo), 0.5, 0.5) == "red"


def test_even_a_photo_of_nothing_but_noise_fits_into_a_fact() -> None:
    noise = QImage(
        os.urandom(PHOTO_SIDE * PHOTO_SIDE * 4), PHOTO_SIDE, PHOTO_SIDE, QImage.Format.Format_RGB32
    )

    assert 0 < len(whole(noise)) <= LONGEST_PHOTO_BYTES


def test_what_shines_through_stands_on_white() -> None:
    clear = QImage(50, 50, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))

    photo = whole(read_photo(written(clear, "PNG")))

    assert square_of(photo).pixelColor(90, 90).lightness() > 250


def test_a_large_photo_of_a_telephone_is_read_small() -> None:
    image = read_photo(written(two_colours(5_000, 4_000)))

    assert max(image.width(), image.height()) == 1_600
    assert colour_at(image, 0.1, 0.5) == "red"


HOSTILE: list[tuple[str, Callable[[], bytes], type[ScuolaError]]] = [
    ("a text called jpg", lambda: b"Caro diario, oggi..." * 50, NotAPhotoError),
    ("nothing", lambda: b"", NotAPhotoError),
    ("a document", lambda: b"%PDF-1.7 " + bytes(400), NotAPhotoError),
    ("a drawing with a script", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotAPhotoError),
    ("a picture of another kind", lambda: written(two_colours(), "BMP"), NotAPhotoError),
    ("a wall of dots", lambda: endless_png(20_000, 20_000), PhotoTooBigError),
    ("a wall in a JPEG", lambda: endless_jpeg(20_000, 20_000), PhotoTooBigError),
    ("a line without end", lambda: endless_png(900_000, 90), PhotoTooBigError),
    ("half a JPEG", lambda: (data := written(two_colours()))[: len(data) // 2], PhotoBrokenError),
    ("half a PNG", lambda: (data := written(two_colours(), "PNG"))[: len(data) // 2], PhotoBrokenError),
    ("half a WebP", lambda: (data := written(two_colours(), "WEBP"))[: len(data) // 2], PhotoBrokenError),
    (
        "half a JPEG with a small picture in its head",
        lambda: (data := turned(written(two_colours()), 1, b"\xff\xd8 small \xff\xd9"))[: len(data) // 2],
        PhotoBrokenError,
    ),
]


@pytest.mark.parametrize(("make", "error"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE])
def test_what_is_no_photo_is_told_with_what_to_do(
    make: Callable[[], bytes], error: type[ScuolaError], tmp_path: Path
) -> None:
    file = tmp_path / "lucia.jpg"
    file.write_bytes(make())

    with pytest.raises(ScuolaError) as told:
        open_photo(file)

    assert type(told.value) is error
    assert told.value.remedy
    assert "lucia" not in str(told.value)


def test_a_wall_of_dots_costs_no_memory() -> None:
    tracemalloc.start()
    with pytest.raises(PhotoTooBigError):
        read_photo(endless_png(20_000, 20_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 5_000_000


def test_a_file_as_long_as_a_film_is_not_read(tmp_path: Path) -> None:
    film = tmp_path / "film.jpg"
    with film.open("wb") as file:
        file.truncate(LONGEST_FILE + 1)

    with pytest.raises(PhotoTooBigError):
        open_photo(film)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadableError):
        open_photo(tmp_path / "via.jpg")
    with pytest.raises(PhotoUnreadableError):
        open_photo(tmp_path)


def test_a_photo_that_promises_a_wall_is_not_shown_whoever_signed_it(qapp: QApplication) -> None:
    animal = portrait("lupo", 44).toImage()

    for hostile in (endless_png(4_000, 4_000), b"no photo", endless_jpeg(9_000, 9_000), b"<svg/>"):
        assert face("lupo", hostile, 44).toImage() == animal
    assert face("lupo", whole(two_colours()), 44).toImage() != animal
