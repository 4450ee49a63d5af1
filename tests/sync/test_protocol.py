"""Frames and the two messages in them: whatever arrives is read whole or refused in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import BadMessageError
from sync.protocol import (
    FRAME_CAP,
    Fingerprint,
    FrameReader,
    Hello,
    ReplyHead,
    encoded,
    fingerprint_of,
    first_nonce,
    framed,
    frames_of,
    next_nonce,
    read_hello,
    read_reply_head,
    signed_part,
)

HELLO = Hello(
    version=1,
    device=b"d" * 16,
    time_ms=1_790_000_000_000,
    digest=b"g" * 16,
    scopes=("scuola", "plesso/sassi"),
    vector=(b"w" * 8, b"s" * 8, [7]),
    rest=None,
    signature=b"f" * 64,
)


@given(st.lists(st.binary(max_size=40)), st.data())
def test_frames_are_the_same_however_the_line_cuts_them(contents: list[bytes], data: st.DataObject) -> None:
    message = b"".join(map(framed, contents))
    reader = FrameReader()
    arrived: list[bytes] = []
    while message:
        length = data.draw(st.integers(min_value=1, max_value=len(message)))
        arrived += reader.feed(message[:length])
        message = message[length:]

    assert arrived == contents
    assert reader.empty


def test_a_cut_message_is_refused() -> None:
    with pytest.raises(BadMessageError):
        frames_of(framed(b"whole") + framed(b"cut")[:-1])


def test_a_frame_over_the_cap_is_refused_before_its_bytes_arrive() -> None:
    with pytest.raises(BadMessageError):
        list(FrameReader().feed((FRAME_CAP + 1).to_bytes(4, "big")))


def test_a_body_over_the_cap_is_refused() -> None:
    with pytest.raises(BadMessageError):
        list(FrameReader(body_cap=10).feed(framed(b"1234567")))


def test_a_hello_comes_back_as_it_was() -> None:
    assert read_hello(encoded(HELLO)) == HELLO


@given(st.binary(max_size=400))
def test_no_bytes_bring_the_reader_of_messages_down(noise: bytes) -> None:
    for read in (read_hello, read_reply_head):
        with pytest.raises(BadMessageError):
            read(noise)


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=255))
def test_a_changed_hello_is_refused_or_signs_something_else(place: int, value: int) -> None:
    content = bytearray(encoded(HELLO))
    content[place % len(content)] = value
    try:
        changed = read_hello(bytes(content))
    except BadMessageError:
        return
    same = signed_part(changed, method="POST", path="/p", nonce=b"n") == signed_part(
        HELLO, method="POST", path="/p", nonce=b"n"
    )
    assert same == (changed == HELLO or changed.signature != HELLO.signature)


def test_a_reply_of_a_later_version_is_refused() -> None:
    with pytest.raises(BadMessageError):
        read_reply_head(encoded(ReplyHead(version=2, time_ms=0, digest=b"g" * 16, vector=None)))


def test_what_is_signed_differs_by_method_path_nonce_and_what_follows() -> None:
    signed = {
        signed_part(HELLO, method=method, path=path, nonce=nonce)
        for method in ("POST", "PUT")
        for path in ("/a", "/b")
        for nonce in (b"1", b"2")
    }
    assert len(signed) == 8


def test_the_fingerprint_tells_frames_apart_from_their_joined_bytes() -> None:
    one_by_one = Fingerprint()
    for frame in (b"ab", b"c"):
        one_by_one.add(frame)

    assert one_by_one.value == fingerprint_of([b"ab", b"c"]) != fingerprint_of([b"a", b"bc"])
    assert fingerprint_of([]) is None


def test_each_accepted_request_makes_another_nonce() -> None:
    first = next_nonce(b"n" * 16, b"s" * 64)

    assert first == next_nonce(b"n" * 16, b"s" * 64)
    assert len({first, next_nonce(first, b"s" * 64), next_nonce(b"n" * 16, b"t" * 64)}) == 3


def test_the_bytes_of_the_conversation_are_fixed() -> None:
    assert (
        encoded(HELLO).hex()
        == "9801c41064646464646464646464646464646464cf000001a0c4506c00c4106767676767676767676767676767676792a67363756f6c61ac706c6573736f2f736173736993c4087777777777777777c40873737373737373739107c0c44066666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666"
    )
    assert (
        signed_part(HELLO, method="POST", path="/schools/ab/exchange", nonce=b"n" * 16).hex()
        == "95c40473643171a4504f5354b42f7363686f6f6c732f61622f65786368616e6765c4106e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e9801c41064646464646464646464646464646464cf000001a0c4506c00c4106767676767676767676767676767676792a67363756f6c61ac706c6573736f2f736173736993c4087777777777777777c40873737373737373739107c0c400"
    )
    assert (
        encoded(ReplyHead(version=1, time_ms=1_790_000_000_000, digest=b"g" * 16, vector=None)).hex()
        == "9401cf000001a0c4506c00c41067676767676767676767676767676767c0"
    )
    assert first_nonce("ab", b"d" * 16).hex() == "224b10568f8ce2e159dabac7b6ff3745"
    assert next_nonce(b"n" * 16, b"s" * 64).hex() == "d1ef01bc143f428e9159f54fd66ceb73"
    assert (fingerprint_of([b"ab", b"c"]) or b"").hex() == "4162491f24e2a1dbaab3ca42bdf6415b"
