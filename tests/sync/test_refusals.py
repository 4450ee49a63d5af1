"""Who the region does not know, whom it trusts no more, and what nobody asked for: refused in words, and nothing is taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from format_samples import seed
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.clock import SetClock
from scuola_digitale.format.signing import public_key
from scuola_digitale.format.vector import PeerVector
from sync.errors import (
    DeviceRefusedError,
    ExchangeStuckError,
    RegionBusyError,
    SchoolUnknownError,
)
from sync.region.patience import Patience
from sync.region.store import RegionStore

NewNotebook = Callable[..., Notebook]


def test_a_device_of_another_school_is_refused(region: RegionInProcess, notebook: NewNotebook) -> None:
    stranger = notebook("stranger", root=seed("another root"))
    stranger.write(3)

    with pytest.raises(DeviceRefusedError):
        stranger.sync(region.line())
    assert region.store(SCHOOL).states(["scuola", PLESSO]) == ()


def test_a_school_that_nobody_registered_is_told_so(
    tmp_path: Path, clock: SetClock, notebook: NewNotebook
) -> None:
    empty = RegionInProcess(tmp_path, clock)
    with pytest.raises(SchoolUnknownError):
        notebook("laptop").sync(empty.line())
    empty.close()


def test_a_device_whose_certificate_has_ended_is_refused(
    region: RegionInProcess, notebook: NewNotebook, clock: SetClock
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    clock.pass_ms(4 * 365 * 86_400_000)

    with pytest.raises(DeviceRefusedError):
        laptop.sync(region.line())


def test_the_region_sends_only_the_scopes_that_are_asked_for(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    both = notebook("both", kept=("scuola", PLESSO, "plesso/valle"))
    both.write(5)
    both.write(7, scope="plesso/valle", random_seed=2)
    both.sync(region.line())
    other = notebook("other", kept=("scuola", "plesso/valle"))

    other.sync(region.line())

    assert other.facts("plesso/valle") == 7
    assert other.facts(PLESSO) == 0


def test_a_laptop_takes_no_scope_that_it_does_not_keep(
    region: RegionInProcess, notebook: NewNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = notebook("both", kept=("scuola", PLESSO, "plesso/valle"))
    both.write(7, scope="plesso/valle")
    both.sync(region.line())
    other = notebook("other", kept=("scuola", PLESSO))
    smuggled = both.segments_after(PeerVector({}), ["plesso/valle"])
    honest = RegionStore.segments_after

    def whatever_is_asked(replica: RegionStore, *asked: Any) -> list[bytes]:
        return smuggled if type(replica) is RegionStore else honest(replica, *asked)

    monkeypatch.setattr(RegionStore, "segments_after", whatever_is_asked)

    with pytest.raises(ExchangeStuckError):
        other.sync(region.line())
    assert other.facts("plesso/valle") == 0


def test_the_region_takes_no_scope_that_the_sender_does_not_keep(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(7, scope="plesso/valle")
    smuggled = laptop.segments_after(PeerVector({}), ["plesso/valle"])
    laptop.segments_after = lambda *_: smuggled  # type: ignore[method-assign]
    laptop.memory.holds = PeerVector({})

    with pytest.raises(DeviceRefusedError):
        laptop.sync(region.line())
    assert region.store(SCHOOL).states(["plesso/valle"]) == ()


def test_who_asks_too_often_is_asked_to_wait(tmp_path: Path, clock: SetClock, notebook: NewNotebook) -> None:
    region = RegionInProcess(tmp_path, clock, patience=Patience(clock, a_minute=1))
    region.register(SCHOOL, public_key(seed("root")))
    laptop = notebook("laptop")
    laptop.sync(region.line())
    with pytest.raises(RegionBusyError) as busy:
        laptop.sync(region.line())
    assert busy.value.retry_after_seconds == 60

    clock.pass_ms(60_000)
    laptop.sync(region.line())
    region.close()
