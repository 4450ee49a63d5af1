"""Changes a key of the shelf: every laptop follows by itself, from one signed root to the next."""

from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from sync.packs.catalogue import TARGET
from sync.packs.signatures import NaclSigner
from sync.region.shelf.errors import KeyRetiredError, ShelfDamagedError, TooFewRootKeysError
from sync.region.shelf.keys import (
    AREA_KEYS,
    ONLINE_KEY,
    PUBLISHING_KEY,
    ROOT_KEYS,
    ROOT_THRESHOLD,
    KeyFolder,
    make_online_key,
    read_online_key,
)
from sync.region.shelf.shelf import PackShelf


def rotate(shelf: PackShelf, name: str, keys: KeyFolder) -> None:
    """Makes a new key in place of the one called `name`, and signs afresh all that the old one signed.

    A root key or one that the root names asks for two root keys; an area's key for the publishing key.

    Raises:
        TooFewRootKeysError: fewer than two of the root keys in use are here.
        KeyMissingError, KeyRetiredError, WrongPasswordError: a key that has to sign is not here or no longer in use.
        ShelfMissingError, ShelfBusyError: the shelf cannot be changed.
    """
    with shelf.changing():
        if name in ROOT_KEYS:
            _rotate_root(shelf, name, keys)
        elif name == PUBLISHING_KEY:
            _rotate_publishing(shelf, keys)
        elif name == ONLINE_KEY:
            _rotate_online(shelf, keys)
        else:
            _rotate_area(shelf, name, keys)
        shelf.files.sign_state(read_online_key(shelf.online_key_file))


def renew_offline(shelf: PackShelf, keys: KeyFolder) -> tuple[str, ...]:
    """Signs afresh, for another 13 months, what the offline keys at hand sign; gives the names of those keys."""
    signed_by = [(Targets.type, PUBLISHING_KEY), *((str(area), name) for area, name in AREA_KEYS.items())]
    at_hand = [(role, name) for role, name in signed_by if keys.has(name)]
    with shelf.changing():
        for role, name in at_hand:
            signed = shelf.files.targets(role)
            signed.version += 1
            shelf.files.save(role, signed, [keys.open(name)])
        shelf.files.sign_state(read_online_key(shelf.online_key_file))
    return tuple(name for _, name in at_hand)


def _rotate_root(shelf: PackShelf, name: str, keys: KeyFolder) -> None:
    root = shelf.files.root()
    in_use = set(root.roles[Root.type].keyids)
    old_signers = _root_signers(root, keys, without=name)
    mine = keys.open(name).public_key.keyid if keys.has(name) else _only_other(root, old_signers)
    if mine not in in_use:
        raise KeyRetiredError(name)
    new = keys.make(name)
    root.revoke_key(mine, Root.type)
    root.add_key(new.public_key, Root.type)
    # The old threshold lets the new root in, the new threshold makes it stand by itself.
    _save_root(shelf, root, [*old_signers, new])


def _only_other(root: Root, signers: list[NaclSigner]) -> str:
    """The key that was lost: of the three, the one that is none of the other two."""
    others = {signer.public_key.keyid for signer in signers}
    left = [keyid for keyid in root.roles[Root.type].keyids if keyid not in others]
    if len(left) != 1:
        raise TooFewRootKeysError(len(others))
    return left[0]


def _rotate_publishing(shelf: PackShelf, keys: KeyFolder) -> None:
    root = shelf.files.root()
    signers = _root_signers(root, keys)
    new = keys.make(PUBLISHING_KEY)
    _replace(root, Targets.type, new)
    _save_root(shelf, root, signers)
    targets = shelf.files.targets()
    targets.version += 1
    shelf.files.save(Targets.type, targets, [new])


def _rotate_online(shelf: PackShelf, keys: KeyFolder) -> None:
    """Also the way back from an attacker who had it: the new root makes laptops forget what it signed."""
    root = shelf.files.root()
    signers = _root_signers(root, keys)
    publishing = keys.open(PUBLISHING_KEY)
    new = make_online_key(shelf.online_key_file)
    _replace(root, Snapshot.type, new)
    _replace(root, Timestamp.type, new)
    _save_root(shelf, root, signers)
    _delegate(shelf, TARGET, new, publishing)
    catalogue = shelf.files.targets(TARGET)
    catalogue.version += 1
    shelf.files.save(TARGET, catalogue, [new])
    snapshot = shelf.files.snapshot()
    snapshot.version += 1
    shelf.files.save(Snapshot.type, snapshot, [new])


def _rotate_area(shelf: PackShelf, name: str, keys: KeyFolder) -> None:
    area = next(area for area, key in AREA_KEYS.items() if key == name)
    publishing = keys.open(PUBLISHING_KEY)
    new = keys.make(name)
    _delegate(shelf, area, new, publishing)
    targets = shelf.files.targets(area)
    targets.version += 1
    shelf.files.save(area, targets, [new])


def _delegate(shelf: PackShelf, role: str, new: NaclSigner, publishing: NaclSigner) -> None:
    targets = shelf.files.targets()
    delegations = targets.delegations
    if delegations is None or delegations.roles is None:
        raise ShelfDamagedError("the targets delegate to nobody")
    for keyid in list(delegations.roles[role].keyids):
        targets.revoke_key(keyid, role)
    targets.add_key(new.public_key, role)
    targets.version += 1
    shelf.files.save(Targets.type, targets, [publishing])


def _root_signers(root: Root, keys: KeyFolder, *, without: str = "") -> list[NaclSigner]:
    """Two root keys in use, of those at hand."""
    in_use = set(root.roles[Root.type].keyids)
    names = [name for name in ROOT_KEYS if name != without and keys.has(name)]
    signers = [signer for name in names if (signer := keys.open(name)).public_key.keyid in in_use]
    if len(signers) < ROOT_THRESHOLD:
        raise TooFewRootKeysError(len(signers))
    return signers[:ROOT_THRESHOLD]


def _replace(root: Root, role: str, new: NaclSigner) -> None:
    for keyid in list(root.roles[role].keyids):
        root.revoke_key(keyid, role)
    root.add_key(new.public_key, role)


def _save_root(shelf: PackShelf, root: Root, signers: list[NaclSigner]) -> None:
    root.version += 1
    shelf.files.save(Root.type, root, signers)
