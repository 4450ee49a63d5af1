"""What a technician does, over a school in memory: two laptops, its staff, and nothing that changes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from school_in_memory import SchoolInMemory

from scuola_digitale.domain.people import Device, Role, StaffMember
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author, ClosedYear

_YEAR_MS = 365 * 86_400_000


@dataclass
class CareInMemory:
    """Keeps in `done` what it was asked to do; `to_close` facts are of a year that is over."""

    school: SchoolInMemory
    done: list[tuple[Any, ...]]
    sites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    to_close: int = 0

    @property
    def this_device(self) -> bytes:
        return b"\x01" * 16

    def digits(self) -> str:
        return "264 023"

    def devices(self) -> tuple[Device, ...]:
        now = self.school.clock.now_ms()
        some = (
            Device(device=self.this_device, label="Armadio 1", until_ms=now + 3 * _YEAR_MS, seen_ms=now),
            Device(device=b"\x02" * 16, label="Finestra 2", until_ms=now + _YEAR_MS // 12, seen_ms=0),
            Device(device=b"\x03" * 16, label="Vecchio", until_ms=now - 1, seen_ms=now - _YEAR_MS),
        )
        return tuple(msgspec.structs.replace(one, sites=self.sites.get(one.label, ())) for one in some)

    def staff(self) -> tuple[StaffMember, ...]:
        return self.school.staff()

    def requests_on(self, stick: Path) -> Sequence[Any]:
        return ()

    def admit_from(self, author: Author, stick: Path, request: Any, label: str) -> None:
        self.done.append(("admit", label))

    def open_door(self, author: Author, label: str) -> tuple[str, str]:
        return "472 915", "192.168.1.5:43210"

    def wait_at_door(self, code: str) -> None:
        self.done.append(("wait", code))

    def close_door(self) -> None:
        """No door is open."""

    def renew(self, author: Author, owner: bytes) -> None:
        self.done.append(("renew", owner))

    def change_keys(self, author: Author, *, without: Collection[bytes] = ()) -> None:
        self.done.append(("change_keys", *without))

    def add_staff(
        self, author: Author, name: str, title: str, role: Role, password: str, *, days: int | None = None
    ) -> None:
        self.done.append(("add_staff", name, title, role, days))

    def recover(self, author: Author, member: StaffMember, password: str) -> None:
        self.done.append(("recover", member.name))

    def dismiss(self, author: Author, member: StaffMember) -> None:
        self.done.append(("dismiss", member.name))

    def set_group(self, author: Author, name: str, grades: Collection[Grade]) -> None:
        self.done.append(("set_group", name, *grades))

    def add_pupil(self, author: Author, name: str, grade: Grade, avatar: str) -> None:
        self.done.append(("add_pupil", name, grade, avatar))

    def closable(self, until_ms: int) -> int:
        return self.to_close

    def close_year(self, until_ms: int) -> ClosedYear:
        self.done.append(("close_year", until_ms))
        facts, self.to_close = self.to_close, 0
        return ClosedYear(facts=facts, bytes_before=3_600_000, bytes_after=1_200_000)

    def join_region(self, author: Author, address: str, code: str) -> None:
        self.done.append(("join_region", address, code))
