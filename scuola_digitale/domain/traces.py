"""What stays readable beside what counts: values that lost, and facts set aside."""

import msgspec


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a field has or had; `author` is the id of the staff member who gave it, empty for a pupil."""

    value: str
    author: bytes
    said_ms: int


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """Facts without effect: the reason's word, the laptop (id and label) that wrote them, and how many."""

    reason: str
    device: bytes
    label: str
    facts: int
