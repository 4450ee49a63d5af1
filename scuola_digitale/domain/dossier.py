"""Everything that a laptop holds of one person, fact by fact, opened as far as its keys reach."""

from collections.abc import Mapping

import msgspec

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.people import Group, Pupil
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.domain.work import Work

FieldValue = str | int | tuple[str, ...] | None


class ToldFact(msgspec.Struct, frozen=True, kw_only=True):
    """One fact about the person, as it stands in the log.

    Attributes:
        kind: the name of its class, or `kind 99` where a newer program wrote it.
        at_ms: when it was written.
        device, epoch, scope, seq: its place: who wrote it, on which laptop.
        author: the id of the member of staff who signed it, None for a pupil's.
        brought_ms: when it was taken in here, of a fact that they brought along from elsewhere; 0 for one written here.
        subject: the lesson, exercise or page that it is about, None for none.
        fields: what it says, by name; sealed words are opened.
        sealed: whether words of it were sealed: what somebody wrote in their own words always is.
        unopened: the fields that no key here opens; they stand in `fields` as None.
        reason: why it has no effect (a word of the quarantine), empty where it counts.
    """

    kind: str
    at_ms: int
    device: bytes
    epoch: int
    scope: str
    seq: int
    author: bytes | None
    subject: str | None
    fields: Mapping[str, FieldValue]
    sealed: bool = False
    unopened: tuple[str, ...] = ()
    reason: str = ""
    brought_ms: int = 0


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that is held of a person, and the names that it takes to read it.

    Attributes:
        made_ms: when it was gathered.
        school: the school's pseudonym, 16 bytes.
        plesso: the site's name.
        person: whose it is.
        pupil: how they stand in the roster, None for somebody who is not (any more) in it.
        facts: every fact about them, earliest first.
        preferences: how they like to read.
        works: what was assigned to their grade.
        groups: the classes of the site.
        drafts: what was begun in lessons and not handed in, on this laptop alone: the lesson (empty where it is not known
            any more) and the draft (None for what no key here opens).
        devices: the names of the laptops, by id.
        staff: how each member of staff is called, by id.
        photo: theirs, whether the school shows it or not; empty for none.
        others: every name that another pupil of the site has or had, for who must not read it.
    """

    made_ms: int
    school: bytes
    plesso: str
    person: PersonId
    pupil: Pupil | None
    facts: tuple[ToldFact, ...]
    preferences: Preferences
    works: tuple[Work, ...]
    groups: tuple[Group, ...]
    drafts: tuple[tuple[str, Draft | None], ...]
    devices: Mapping[bytes, str]
    staff: Mapping[bytes, str]
    others: frozenset[str]
    photo: bytes = b""

    @property
    def unreadable(self) -> tuple[ToldFact, ...]:
        """The facts of which something stayed closed."""
        return tuple(one for one in self.facts if one.unopened)
