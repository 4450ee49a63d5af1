"""How much of the disk the library may take, and what could go to make room."""

from collections.abc import Iterable

from content.library.records import InstalledPack
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class QuotaError(ScuolaError):
    """The pack would make the library larger than it may be; `removable` would make room."""

    def __init__(self, title: str, over: int, removable: tuple[InstalledPack, ...]) -> None:
        names = " e ".join(f"«{pack.head.title}»" for pack in removable)
        room = say("Togli {names}, oppure alza", names=names) if removable else say("Alza")
        super().__init__(
            say(
                "«{title}» supera di {max} MB lo spazio concesso alla biblioteca.",
                title=title,
                max=max(1, round(over / 1000000)),
            ),
            remedy=say("{room} il limite con: scuola-digitale pack limits --space MB.", room=room),
        )
        self.removable = removable


def check_quota(
    title: str, size: int, others: Iterable[InstalledPack], quota: int, kept: frozenset[str] = frozenset()
) -> None:
    """Lets a pack of `size` bytes pass when it fits beside the others; a quota of 0 is none.

    Args:
        title: how to call it.
        size: bytes of its stored files.
        others: the packs that stay installed.
        quota: bytes that the library may take.
        kept: ids of packs that are never proposed to go.

    Raises:
        QuotaError: it does not fit.
    """
    others = tuple(others)
    over = sum(pack.size for pack in others) + size - quota
    if quota and over > 0:
        raise QuotaError(
            title, over, what_could_go([pack for pack in others if pack.head.pack_id not in kept], over)
        )


def what_could_go(packs: Iterable[InstalledPack], needed: int) -> tuple[InstalledPack, ...]:
    """The fewest packs whose going frees `needed` bytes, of those the smallest; none when all are too few."""
    by_size = sorted(packs, key=lambda pack: pack.size)
    for pack in by_size:
        if pack.size >= needed:
            return (pack,)
    chosen: list[InstalledPack] = []
    for pack in reversed(by_size):
        chosen.append(pack)
        if sum(one.size for one in chosen) >= needed:
            return tuple(chosen)
    return ()
