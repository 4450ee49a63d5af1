"""A pupil's photo is set and taken away, so that the one before leaves no bytes; the school wants photos or not."""

from scuola_digitale.domain.facts import Fact, PersonId, PhotosErased, PhotoSet, SchoolFieldSet
from scuola_digitale.domain.photos import LONGEST_PHOTO_BYTES
from scuola_digitale.school import Author
from scuola_digitale.storage.errors import TooLongError
from scuola_digitale.storage.staffed_school import StaffedSchool


def want_photos(school: StaffedSchool, author: Author, *, wanted: bool) -> None:
    """The whole school has photos beside the animals, or animals alone; a technician's to say."""
    school.record([SchoolFieldSet(field="photos", value="1" if wanted else "")], author=author)


def set_photo(school: StaffedSchool, author: Author, person: PersonId, photo: bytes) -> None:
    """Gives a pupil a photo; of the one before nothing stays, here at once, elsewhere with the next exchange.

    Raises:
        TooLongError: it has more bytes than a photo may have; nothing was written.
    """
    if not 0 < len(photo) <= LONGEST_PHOTO_BYTES:
        raise TooLongError
    before = [_erasing(school, person)] if person in school.photographed() else []
    school.record([*before, PhotoSet(person=person, photo=photo)], author=author)


def take_photos_away(school: StaffedSchool, author: Author, persons: frozenset[PersonId]) -> None:
    """Leaves nothing of the photos of some pupils, here at once, elsewhere with the next exchange."""
    facts: list[Fact] = [_erasing(school, person) for person in sorted(persons)]
    if facts:
        school.record(facts, author=author)


def _erasing(school: StaffedSchool, person: PersonId) -> PhotosErased:
    return PhotosErased(erased=person, until_ms=max(school.now_ms(), school.photographed().get(person, 0)))
