"""The real demo school, founded with all its keys, lessons and this morning's work; quick to unlock."""

import inspect
from pathlib import Path

import pytest
from school_samples import QUICK

from scuola_digitale.storage import founding
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui.demo import school as demo
from ui.demo import valdoro
from ui.demo.school import DemoSchool
from ui.laptop import Laptop


def found_demo(folder: Path) -> DemoSchool:
    """Founds it; locking keys costs little, everything else is as in the demo."""
    with pytest.MonkeyPatch.context() as patch:
        defaults = founding.found_school.__kwdefaults__ or {}
        assert "effort" in inspect.signature(founding.found_school).parameters
        patch.setattr(founding.found_school, "__kwdefaults__", {**defaults, "effort": QUICK})
        return demo.found_valdoro(folder, lambda _: None, morning=True)


def staff_keys(laptop: Laptop, role: str) -> UnlockedStaff:
    """The keys of the demo's teacher or technician, open."""
    [member] = [one for one in laptop.school.staff() if one.role == role]
    return laptop.school.unlock(member.staff_id, valdoro.STAFF_PASSWORD)
