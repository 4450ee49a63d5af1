"""What a laptop knows of its region, as it is handed to a new one: the address, and the region's root of trust for packs."""

import logging

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.joining import Region
from ui.home import Home

_log = logging.getLogger(__name__)


def known_region(home: Home) -> Region | None:
    """The region of this laptop; None for a school without one."""
    from sync.packs.trust import FIRST_ROOT  # late: python-tuf is not for the window's start

    address = home.settings().region_url
    if not address:
        return None
    try:
        root = (home.pack_trust / FIRST_ROOT).read_bytes()
    except FileNotFoundError:
        root = b""
    return Region(address, root)


def believe_packs(home: Home, root: bytes) -> None:
    """Believes the packs of a region that a technician joined, another than before perhaps.

    A root that is no good is noted and not believed: the exchange does without packs, and `pack trust` mends it.
    """
    from sync.packs.trust import PackTrust

    if not root:
        return
    try:
        PackTrust(home.pack_trust).begin(root, replace=True)
    except ScuolaError as error:
        _log.warning("the region's root for packs is not believed: %r", error)


def take_over(home: Home, region: Region | None) -> None:
    """What a new laptop is told of the region becomes its own."""
    if region is not None:
        home.remember_region(region.address)
        believe_packs(home, region.pack_root)
