"""A bad line on one machine: two network namespaces, and between them a relay that is slow, late, lossy and forgets flows.

Not every kernel has `tc netem`, so frames are relayed here, one by one. It needs root and iproute2; where
namespaces may not be made, `NoNamespacesError` says so.
"""

import fcntl
import heapq
import json
import os
import random
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count

NEAR, FAR = "10.77.0.1", "10.77.0.2"
"""The laptop's side, and the region's."""

_QUEUE_BYTES = 64 << 10
_ETHERNET_BYTES = 14
_IPV4, _TCP = b"\x08\x00", 6
_SIOCETHTOOL = 0x8946
_OFFLOADS = (0x17, 0x1F, 0x25, 0x2C)
"""Checksums on sending, and the three ways of making one frame of many: a relayed frame must be as on a cable."""

_numbers = count()


class NoNamespacesError(Exception):
    """Why no line can be emulated here."""


@dataclass(frozen=True)
class Quality:
    """How bad a line is.

    Attributes:
        bits: a second, each way.
        delay_ms: a round trip.
        loss: the part of frames that never arrive.
        kill_seconds: so long after its first frame a flow is forgotten; 0 for never.
        seed: of all chances.
    """

    bits: int
    delay_ms: int
    loss: float = 0.0
    kill_seconds: float = 0.0
    seed: int = 1


@dataclass(frozen=True)
class EmulatedLine:
    """A line that is there: commands for programs on either side of it."""

    near: Sequence[str]
    far: Sequence[str]


@contextmanager
def emulated_line(quality: Quality) -> Iterator[EmulatedLine]:
    """Makes the line, until the end.

    Raises:
        NoNamespacesError: not as this account, or not on this machine.
    """
    if os.geteuid() != 0 or shutil.which("ip") is None:
        raise NoNamespacesError("network namespaces need root and iproute2")
    stem = f"sd{os.getpid()}n{next(_numbers)}"
    near, middle, far = (f"{stem}{letter}" for letter in "amb")
    made: list[str] = []
    relay: subprocess.Popen[bytes] | None = None
    try:
        for name in (near, middle, far):
            _ip("netns", "add", name)
            made.append(name)
        _lay(near, middle, far)
        options = json.dumps(asdict(quality))
        relay = subprocess.Popen(
            [*_inside(middle), sys.executable, __file__, options], stdout=subprocess.PIPE
        )
        assert relay.stdout is not None
        if relay.stdout.readline() != b"ready\n":
            raise NoNamespacesError("the relay may not open raw sockets here")
        yield EmulatedLine(_inside(near), _inside(far))
    finally:
        if relay is not None:
            relay.send_signal(signal.SIGTERM)
            relay.wait(10)
            if relay.stdout is not None:
                relay.stdout.close()
        for name in made:
            _ip("netns", "del", name)


def _lay(near: str, middle: str, far: str) -> None:
    for end, port, side, address in (("ea", "ra", near, NEAR), ("eb", "rb", far, FAR)):
        _ip("-n", middle, "link", "add", end, "type", "veth", "peer", "name", port)
        subprocess.run([*_inside(middle), sys.executable, __file__, "plain", end, port], check=True)
        _ip("-n", middle, "link", "set", end, "netns", side)
        _ip("-n", middle, "link", "set", port, "up")
        _ip("-n", side, "addr", "add", f"{address}/24", "dev", end)
        _ip("-n", side, "link", "set", end, "up")
        _ip("-n", side, "link", "set", "lo", "up")
        # Nobody else is here: a default way out, so that programs do not think that there is none.
        _ip("-n", side, "route", "add", "default", "dev", end)


def _inside(name: str) -> list[str]:
    return ["ip", "netns", "exec", name]


def _ip(*words: str) -> None:
    done = subprocess.run(["ip", *words], capture_output=True, check=False, text=True)
    if done.returncode:
        raise NoNamespacesError(done.stderr.strip())


# What runs inside the middle namespace


def _make_plain(interface: str) -> None:
    """Switches off what only makes sense when a frame never leaves the machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for command in _OFFLOADS:
            value = bytearray(struct.pack("II", command, 0))
            address = _address_of(value)
            request = struct.pack("16sP16x", interface.encode(), address)
            fcntl.ioctl(control, _SIOCETHTOOL, request)


def _address_of(value: bytearray) -> int:
    import ctypes

    return ctypes.addressof((ctypes.c_char * len(value)).from_buffer(value))


class _Way:
    """One direction: frames leave it at the line's pace, late, or not at all."""

    def __init__(self, out: socket.socket, quality: Quality, chance: random.Random) -> None:
        self._out = out
        self._quality = quality
        self._chance = chance
        self._free_at = 0.0
        self._waiting: list[tuple[float, int, bytes]] = []
        self._order = count()

    def put(self, frame: bytes) -> None:
        now = time.monotonic()
        begins = max(now, self._free_at)
        if (begins - now) * self._quality.bits / 8 > _QUEUE_BYTES:
            return
        self._free_at = begins + len(frame) * 8 / self._quality.bits
        is_address_question = frame[12:14] == b"\x08\x06"
        if not is_address_question and self._chance.random() < self._quality.loss:
            return
        arrives = self._free_at + self._quality.delay_ms / 2000
        heapq.heappush(self._waiting, (arrives, next(self._order), frame))

    def deliver(self) -> float:
        """Lets go of what is due; gives the seconds until the next."""
        now = time.monotonic()
        while self._waiting and self._waiting[0][0] <= now:
            frame = heapq.heappop(self._waiting)[2]
            try:
                self._out.send(frame)
            except OSError:
                continue  # the other side's interface is down: lost, as on a cable
        return self._waiting[0][0] - now if self._waiting else 0.2


class _Reaper:
    """Forgets each flow when it is so old: its frames go nowhere from then on, and nobody is told."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began: dict[bytes, float] = {}

    def lets_pass(self, flow: bytes | None) -> bool:
        if flow is None or not self._seconds:
            return True
        now = time.monotonic()
        return now - self._began.setdefault(flow, now) < self._seconds


def _flow(frame: bytes, *, from_near: bool) -> bytes | None:
    """The laptop's port of a TCP frame, else None."""
    if frame[12:14] != _IPV4 or frame[23] != _TCP:
        return None
    start = _ETHERNET_BYTES + (frame[14] & 15) * 4
    return frame[start : start + 2] if from_near else frame[start + 2 : start + 4]


def _relay(quality: Quality) -> None:
    ports = [_raw_socket(name) for name in ("ra", "rb")]
    near, far = ports
    chance = random.Random(quality.seed)
    ways = {near: _Way(far, quality, chance), far: _Way(near, quality, chance)}
    reaper = _Reaper(quality.kill_seconds)
    stopped = False

    def stop(*_args: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not stopped:
        wait = min(way.deliver() for way in ways.values())
        ready, _, _ = select.select(ports, [], [], max(0.0, min(0.2, wait)))
        for port in ready:
            frame, sender = port.recvfrom(65_535)
            if sender[2] != socket.PACKET_OUTGOING and reaper.lets_pass(_flow(frame, from_near=port is near)):
                ways[port].put(frame)


def _raw_socket(name: str) -> socket.socket:
    raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    raw.bind((name, 0))
    return raw


if __name__ == "__main__":
    if sys.argv[1] == "plain":
        for one in sys.argv[2:]:
            _make_plain(one)
    else:
        _relay(Quality(**json.loads(sys.argv[1])))

__all__ = ["FAR", "NEAR", "EmulatedLine", "NoNamespacesError", "Quality", "emulated_line"]
