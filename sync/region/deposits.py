"""What the region keeps of schools' own lessons: sealed pieces in a folder a school, within a quota each."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from sync.packs.school.store import SealedStore

SCHOOL_MB: Final = 500
"""What one school may have kept by default, megabytes."""


class SchoolDeposits(msgspec.Struct, frozen=True):
    """The deposits in `folder`; `quota` are the bytes that one school may fill. No name and no key lies in them."""

    folder: Path
    quota: int = SCHOOL_MB * 1_000_000

    def store(self, school_id: str) -> "SealedStore":
        """Where a registered school's pieces lie."""
        from sync.packs.school.store import SealedStore  # late: every command knows this module

        return SealedStore(self.folder / school_id, quota=self.quota)
