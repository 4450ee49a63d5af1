"""Hubs on the local network: announced and found by multicast DNS, without any set-up."""

import socket
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

# zeroconf is imported where it is used: 100 ms that only hubs and who looks for them pay.

_SERVICE: Final = "_scuola-digitale._tcp.local."
_SCHOOL: Final = "s"
_PATIENCE_MS: Final = 2_000


class Announcement:
    """Tells the network that a hub of a school is here, until it is closed; it names no one."""

    def __init__(self, school_id: str, device: bytes, addresses: list[str], port: int) -> None:
        from zeroconf import ServiceInfo, Zeroconf

        name = device.hex()[:16]
        self._zeroconf: Zeroconf = Zeroconf(interfaces=addresses)
        self._info: ServiceInfo = ServiceInfo(
            _SERVICE,
            f"{name}.{_SERVICE}",
            port=port,
            addresses=[socket.inet_aton(address) for address in addresses],
            properties={_SCHOOL: school_id},
            server=f"{name}.local.",
        )
        self._zeroconf.register_service(self._info)

    def close(self) -> None:
        """Takes it back."""
        self._zeroconf.unregister_service(self._info)
        self._zeroconf.close()


class HubFinder:
    """Listens for hubs of a school, until it is closed.

    Args:
        school_id: its pseudonym.
        but_not: this device, whose own hub is no news.
        addresses: of the networks to listen on; all by default.
    """

    def __init__(self, school_id: str, *, but_not: bytes, addresses: list[str] | None = None) -> None:
        from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

        self._school_id = school_id
        self._but_not = but_not.hex()[:16]
        self._lock = Lock()
        self._found: dict[str, str] = {}
        self._zeroconf: Zeroconf = Zeroconf(interfaces=addresses or InterfaceChoice.All)
        self._browser = ServiceBrowser(self._zeroconf, _SERVICE, handlers=[self._heard])

    def addresses(self) -> tuple[str, ...]:
        """Where hubs of the school are now, as `https://host:port`."""
        with self._lock:
            return tuple(sorted(self._found.values()))

    def close(self) -> None:
        """Listens no longer."""
        self._zeroconf.close()

    def _heard(
        self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: "ServiceStateChange"
    ) -> None:
        """A hub came, moved or went; the arguments are called as zeroconf calls them."""
        url = "" if state_change.name == "Removed" else self._url_of(zeroconf, service_type, name)
        with self._lock:
            self._found.pop(name, None)
            if url:
                self._found[name] = url

    def _url_of(self, zeroconf: "Zeroconf", service_type: str, name: str) -> str:
        """Where a hub is; empty for another school's, and for this laptop's own."""
        info = zeroconf.get_service_info(service_type, name, timeout=_PATIENCE_MS)
        if info is None or name.startswith(self._but_not):
            return ""
        school_id = (info.properties.get(_SCHOOL.encode()) or b"").decode("ascii", "replace")
        hosts = info.parsed_addresses()
        return f"https://{hosts[0]}:{info.port}" if school_id == self._school_id and hosts else ""
