"""Whom the school's root admitted, and whose word it took back: what authority is decided from.

It is a function of certificates and revocations alone, not of their order: of several revocations of one owner
the latest issued counts, and roles only add up.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from scuola_digitale.format.certificates import Certificate, is_given
from scuola_digitale.format.chain import Stream
from scuola_digitale.format.revocations import LastGood, Revocation

DEVICE = "dispositivo"


class HeldBranch(Protocol):
    """A branch of a stream in a database."""

    @property
    def number(self) -> int:
        """Its number there."""
        ...

    @property
    def parent(self) -> int:
        """The number of the branch that it grew from; 0 for none."""
        ...

    @property
    def after(self) -> int:
        """The seq at which it left that."""
        ...

    @property
    def seq(self) -> int:
        """Where it ends."""
        ...

    @property
    def stream(self) -> Stream:
        """The stream it is a branch of."""
        ...


_Branch = TypeVar("_Branch", bound=HeldBranch)


class Standing:
    """Roles, keys and revocations by their owner's id.

    Attributes:
        devices: the laptops that were ever admitted.
        revoked: what counts of the revocations of each owner.
    """

    def __init__(self) -> None:
        self.devices: set[bytes] = set()
        self._roles: dict[bytes, frozenset[str]] = {}
        self._keys: dict[bytes, bytes] = {}
        self._scopes: dict[bytes, frozenset[str]] = {}
        self.revoked: dict[bytes, Revocation] = {}

    def admit(self, certificate: Certificate) -> bool:
        """Takes a certificate in; whether that gave somebody a role or a scope they had not."""
        owner = certificate.subject_id
        before = self.roles(owner), self._scopes.get(owner)
        self._roles[owner] = before[0] | {certificate.role}
        self._keys[owner] = certificate.signing_key
        if certificate.is_device:
            self.devices.add(owner)
            self._widen(owner, frozenset(certificate.scopes))
        return before != (self._roles[owner], self._scopes.get(owner))

    def _widen(self, device: bytes, scopes: frozenset[str]) -> None:
        """Scopes add up as roles do; no scopes are no limit."""
        known = self._scopes.get(device, scopes)
        self._scopes[device] = known | scopes if known and scopes else frozenset()

    def may_write_in(self, device: bytes, scope: str) -> bool:
        """Whether any certificate of a device ever gave it a scope."""
        return is_given(scope, self._scopes.get(device, frozenset()))

    def revoke(self, revocation: Revocation) -> bool:
        """Takes a revocation in; whether it changes anything."""
        known = self.revoked.get(revocation.owner)
        if known is not None and known.rank >= revocation.rank:
            return False
        self.revoked[revocation.owner] = revocation
        return True

    def roles(self, owner: bytes) -> frozenset[str]:
        """What the owner of a certificate is; nothing for strangers."""
        return self._roles.get(owner, frozenset())

    def key(self, owner: bytes) -> bytes | None:
        """The signing key of the owner of a certificate."""
        return self._keys.get(owner)

    def device_key(self, device: bytes) -> bytes | None:
        """The signing key of an admitted device, revoked or not: what it signed is kept and handed on."""
        return self._keys[device] if device in self.devices else None


def limits(
    revocation: Revocation,
    branches: Iterable[_Branch],
    chain_at: Callable[[_Branch, int], bytes],
) -> dict[int, int]:
    """Up to which seq the revoked owner's facts count, by number of branch; branches left out count not at all.

    What lies on the way to a last good point counts. As long as a point is not held, all up to its seq does:
    it may still turn out to lie on the way.
    """
    by_number = {branch.number: branch for branch in branches}
    found: dict[int, int] = {}
    for point in revocation.last_good:
        of_stream = [branch for branch in by_number.values() if branch.stream == point.stream]
        here = next((branch for branch in of_stream if _holds(branch, point, chain_at)), None)
        if here is None:
            ends = [(branch.number, point.seq) for branch in of_stream]
        else:
            ends = _way_to(here, point.seq, by_number)
        for number, seq in ends:
            found[number] = max(seq, found.get(number, 0))
    return found


def _holds(branch: _Branch, point: LastGood, chain_at: Callable[[_Branch, int], bytes]) -> bool:
    return branch.after < point.seq <= branch.seq and chain_at(branch, point.seq) == point.chain


def _way_to(branch: _Branch, seq: int, by_number: Mapping[int, _Branch]) -> list[tuple[int, int]]:
    ends = [(branch.number, seq)]
    while branch.parent:
        ends.append((branch.parent, branch.after))
        branch = by_number[branch.parent]
    return ends
