"""Vector and digest: what two replicas tell of themselves in few bytes."""

from collections.abc import Sequence

import pytest
from format_samples import LAPTOP_ID, PLESSO, SCUOLA
from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.chain import Stream, StreamState, genesis
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.vector import PeerVector, digest, read_vector, vector_of

states = st.lists(
    st.builds(
        lambda device, epoch, scope, seq: StreamState(
            Stream(bytes([device]) * 16, epoch, scope), seq, bytes([seq % 256]) * 16
        ),
        st.integers(0, 3),
        st.integers(1, 3),
        st.sampled_from(["scuola", "plesso/a", "plesso/b"]),
        st.integers(0, 10**6),
    ),
    unique_by=lambda state: state.stream,
    max_size=12,
)


@given(states)
def test_a_vector_read_back_holds_each_seq(states: Sequence[StreamState]) -> None:
    vector = read_vector(decode(encode(vector_of(states))))

    assert all(vector.seq_of(state.stream) == state.seq for state in states)
    assert vector.seq_of(Stream(b"n" * 16, 1, "scuola")) == 0
    assert all(PeerVector.of(states).seq_of(state.stream) == state.seq for state in states)


@given(states, st.randoms())
def test_the_digest_is_the_same_in_any_order_and_with_streams_still_empty(
    states: list[StreamState], chance: object
) -> None:
    mixed = [*states, StreamState(Stream(b"n" * 16, 9, "scuola"), 0, b"")]
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert digest(mixed) == digest(states)


def test_the_digest_tells_one_more_fact_and_another_chain() -> None:
    held = StreamState(PLESSO, 4, genesis(PLESSO))

    others = [
        digest([]),
        digest([StreamState(PLESSO, 5, genesis(PLESSO))]),
        digest([StreamState(PLESSO, 4, genesis(SCUOLA))]),
        digest([StreamState(Stream(LAPTOP_ID, 2, PLESSO.scope), 4, genesis(PLESSO))]),
    ]

    assert digest([held]) not in others


def test_forty_streams_fit_the_512_bytes_that_a_vector_may_take_along() -> None:
    forty = [
        StreamState(Stream(bytes([number]) * 16, 1, scope), 1_000, b"")
        for number in range(20)
        for scope in ("scuola", "plesso/a")
    ]

    assert len(encode(vector_of(forty))) <= 512


@pytest.mark.parametrize(
    "value",
    [None, 1, [], [b"", b"", []] * 2, [b"x", b"", []], ["", "", []], [b"", b"", [1]], [b"a" * 8, b"b" * 8, [-1]],
     [b"a" * 8, b"b" * 8, [True]], [b"a" * 8, b"b" * 8, ["1"]], [b"a" * 8, b"b" * 8, 1]],
)  # fmt: skip
def test_what_is_no_vector_is_refused(value: object) -> None:
    with pytest.raises(BadSegmentError):
        read_vector(value)
