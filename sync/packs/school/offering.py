"""A teacher's folder of lessons → an offer to the school: checked, named for the school, sealed, signed as a fact."""

import re
import secrets
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from content.disk import disk_told
from content.library.errors import LessonTakenError, UnknownLessonError
from content.library.library import Library
from content.packing.build import BuiltPack, build_from_folder
from content.packing.errors import PackNotReadyError
from content.packing.opening import open_pack
from content.reading import PackSource, read_pack
from content.reading.pack_card import CARD_NAME
from scuola_digitale.domain.facts import Fact, PackOffered, PackWithdrawn
from scuola_digitale.domain.school_packs import PackOffer
from scuola_digitale.school import Author
from sync.packs.school.errors import NameTakenError, NoSuchOfferError, NotYoursError
from sync.packs.school.keeping import OfferingSchool, SchoolPack, SchoolPackKeeper
from sync.packs.school.sealed_pack import seal_pack
from sync.packs.school.store import SealedStore


class WritingSchool(OfferingSchool, Protocol):
    """A school's memory that is written in too."""

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        """Writes facts in somebody's name."""
        ...


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an offer: `is_new_edition` is False where the very same lessons were offered already."""

    pack_id: str
    title: str
    edition: int
    lessons: int
    is_new_edition: bool


class PackOffering:
    """Offers a teacher's lessons to the school, and takes them back.

    Args:
        school: its memory.
        library: what is installed here.
        store: where sealed pieces lie.
        keeper: what is offered already.
    """

    def __init__(
        self, school: WritingSchool, library: Library, store: SealedStore, keeper: SchoolPackKeeper
    ) -> None:
        self._school = school
        self._library = library
        self._store = store
        self._keeper = keeper

    def offer(self, folder: Path, author: Author) -> Offered:
        """Offers the lessons in `folder`; the edition grows by itself.

        Raises:
            PackNotReadyError: the checker still has something to mend.
            NameTakenError: a colleague offers a pack of this name.
            LessonTakenError: another pack brings a lesson of the same name.
            SchoolPackTooLargeError: it is too large to travel.
            DiskFullError, DiskRefusedError: it cannot be read, or there is no room.
        """
        with disk_told(folder), tempfile.TemporaryDirectory(prefix="scuola-offerta-") as room:
            source = Path(room) / "sorgenti" / folder.resolve().name
            _copy(_checked(folder), source)
            _rewrite(source, publisher=self._keeper.publisher, edition=1)
            first = build_from_folder(source, Path(room) / "pacchetto")
            before = self._before(first, author)
            edition = before.offer.edition if before else 1
            built = self._built(source, Path(room), edition)
            if before is None or built.sha256 != before.offer.manifest:
                edition += before is not None
                built = self._built(source, Path(room), edition)
                self._refuse_taken_lessons(built)
                self._seal_and_sign(built, before, author)
        head = built.manifest.pack
        return Offered(
            pack_id=head.pack_id,
            title=head.title,
            edition=head.edition,
            lessons=len(built.manifest.lessons),
            is_new_edition=before is None or before.offer.edition != edition,
        )

    def withdraw(self, name: str, author: Author, *, is_technician: bool = False) -> str:
        """Takes a pack back; gives its title.

        Args:
            name: of the pack, behind its publisher's slash, or its whole id.
            author: who does it.
            is_technician: whether that is somebody who may take back others' too.

        Raises:
            NoSuchOfferError: nobody offers it.
            NotYoursError: it is a colleague's.
        """
        wanted = name.rpartition("/")[2]
        pack = next((one for one in self._keeper.packs() if one.offer.name == wanted), None)
        if pack is None:
            raise NoSuchOfferError(wanted)
        if pack.author != author.staff_id and not is_technician:
            raise NotYoursError(pack.offer.title)
        self._school.record([PackWithdrawn(pack_key=pack.key)], author=author)
        return pack.offer.title

    def _before(self, built: BuiltPack, author: Author) -> SchoolPack | None:
        """The same teacher's offer of this name."""
        pack_id = built.manifest.pack.pack_id
        before = next((pack for pack in self._keeper.packs() if pack.pack_id == pack_id), None)
        if before is not None and before.author != author.staff_id:
            raise NameTakenError(before.offer.name, before.offer.title)
        return before

    def _built(self, source: Path, room: Path, edition: int) -> BuiltPack:
        _rewrite(source, publisher=self._keeper.publisher, edition=edition)
        return build_from_folder(source, room / "pacchetto")

    def _refuse_taken_lessons(self, built: BuiltPack) -> None:
        own = built.manifest.pack.pack_id
        for lesson in built.manifest.lessons:
            try:
                other = self._library.head(lesson.ref).pack
            except UnknownLessonError:
                continue
            if other != own:
                raise LessonTakenError(lesson.ref, self._library.pack(other).head.title)

    def _seal_and_sign(self, built: BuiltPack, before: SchoolPack | None, author: Author) -> None:
        sealed = seal_pack(open_pack(built.folder), self._school.school_keys[0], self._store.put)
        head = built.manifest.pack
        offer = PackOffer(
            name=head.pack_id.rpartition("/")[2],
            title=head.title,
            area=head.area,
            edition=head.edition,
            lessons=len(built.manifest.lessons),
            manifest=built.sha256,
            index=sealed.index.sha256,
            index_size=sealed.index.size,
            size=sealed.size,
        )
        key = before.key if before else f"{author.staff_id.hex()}/{secrets.token_hex(8)}"
        self._school.record([PackOffered(pack_key=key, offer=offer.to_text())], author=author)


def _checked(folder: Path) -> PackSource:
    source, problems = read_pack(folder)
    mistakes = sum(problem.blocking for problem in problems)
    if source is None or mistakes:
        raise PackNotReadyError(folder.resolve().name, mistakes)
    return source


def _copy(source: PackSource, target: Path) -> None:
    """What a pack is made of, and nothing else that lies in a teacher's folder."""
    for path in source.files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source.folder / path, target / path)


def _rewrite(source: Path, *, publisher: str, edition: int) -> None:
    """Puts the school's name space and the edition into the card, and into links from lesson to lesson."""
    card = source / CARD_NAME
    text = card.read_text(encoding="utf-8-sig")
    found = re.search(r"^editore:[ \t]*(\S+)", text, re.MULTILINE)
    written = found[1].strip("'\"") if found else ""
    card.write_text(_with(_with(text, "editore", publisher), "edizione", str(edition)), encoding="utf-8")
    for lesson in source.glob("lezioni/**/*.md") if written else ():
        data = lesson.read_bytes()
        lesson.write_bytes(data.replace(f"lezione:{written}/".encode(), f"lezione:{publisher}/".encode()))


def _with(card: str, key: str, value: str) -> str:
    line = re.compile(rf"^{key}:.*$", re.MULTILINE)
    if line.search(card):
        return line.sub(f"{key}: {value}", card, count=1)
    return f"{card.rstrip()}\n{key}: {value}\n"
