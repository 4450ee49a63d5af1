"""Makes the packs' own sounds and film again: two pieces synthesised here, one animation drawn here.

For who writes the packs, never for the program: the results are committed beside the lessons. Run
`.venv/bin/python content/packs/make_media.py` where Debian's `ffmpeg` is installed (it packs the samples
as Opus and the frames as VP9). Melody, sounds of the wood and drawings are our own; nothing is recorded.
"""

import array
import math
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

PACKS = Path(__file__).parent
RATE = 24_000
"""Samples a second: enough for a reed or a bird, and a rate Opus knows."""

FRAMES_A_SECOND, FILM_SECONDS = 12, 16
WIDTH, HEIGHT = 640, 360

_REED = (1.0, 0.62, 0.48, 0.3, 0.2, 0.12)
"""How loud each partial of a free reed is, by ear."""
_SEMITONES = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}

# One eighth a number; «D5 3» lasts three eighths. Our own tune, six eighths a bar.
_FIRST_PART = """
D5 1 F#5 1 A5 1 A5 1 G5 1 F#5 1   E5 1 F#5 1 G5 1 F#5 2 E5 1
D5 1 F#5 1 A5 1 B5 1 A5 1 F#5 1   G5 1 E5 1 C#5 1 D5 3
"""
_SECOND_PART = """
B5 1 A5 1 G5 1 B5 2 A5 1   F#5 2 D5 1 A4 1 D5 1 F#5 1
E5 1 F#5 1 G5 1 A5 1 G5 1 E5 1   F#5 1 E5 1 C#5 1 D5 3
"""
_CHORDS = {"D": ("D3", "F#4", "A4"), "G": ("G2", "G4", "B4"), "A": ("A2", "E4", "G4")}
_FIRST_CHORDS, _SECOND_CHORDS = "DDAADDAD", "GGDDAAAD"


class Track:
    """One channel of sound, as long as what is laid on it."""

    def __init__(self) -> None:
        self.samples = array.array("d")

    def lay(self, second: float, sound: Sequence[float], loudness: float = 1.0) -> None:
        """Adds a sound, beginning at this second."""
        start = round(second * RATE)
        self.samples.extend([0.0] * max(0, start + len(sound) - len(self.samples)))
        for place, value in enumerate(sound, start):
            self.samples[place] += value * loudness

    def save(self, file: Path) -> None:
        """Writes the track as a WAV file of 16 bits, its loudest sample just below the limit."""
        top = max(map(abs, self.samples)) / 0.85
        whole = array.array("h", (round(value / top * 32_767) for value in self.samples))
        if sys.byteorder == "big":
            whole.byteswap()
        with wave.open(str(file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(whole.tobytes())


def pitch(note: str) -> float:
    """Hertz of a note such as `F#5`, in equal temperament with A4 at 440."""
    steps = _SEMITONES[note[0]] + note.count("#") + 12 * (int(note[-1]) - 4)
    return float(440 * 2 ** (steps / 12))


def tone(
    hertz: float,
    seconds: float,
    *,
    partials: Sequence[float] = (1.0,),
    attack: float = 0.02,
    release: float = 0.05,
) -> list[float]:
    """A steady tone with its partials, which swells in and fades out in these seconds."""
    samples = []
    for place in range(round(seconds * RATE)):
        now = place / RATE
        edge = min(1.0, now / attack, (seconds - now) / release)
        turn = 2 * math.pi * hertz * now
        samples.append(edge * sum(part * math.sin(turn * k) for k, part in enumerate(partials, 1)))
    return samples


def noise(seconds: float, *, smooth: float = 0.0, seed: int = 7) -> list[float]:
    """A hiss, the same each time; the nearer `smooth` is to 1, the deeper it sounds."""
    state, before, samples = seed, 0.0, []
    for _ in range(round(seconds * RATE)):
        state = (1_664_525 * state + 1_013_904_223) % 2**32  # Numerical Recipes' generator
        before = smooth * before + (1 - smooth) * (state / 2**31 - 1)
        samples.append(before)
    return samples


def fading(sound: Sequence[float], half_life: float) -> list[float]:
    """The sound, half as loud after each of these seconds."""
    return [value * 0.5 ** (place / RATE / half_life) for place, value in enumerate(sound)]


def saltarello() -> Track:
    """Two bars of tambourine alone, then the tune A A B B with bass and chords."""
    eighth = 0.172
    track = Track()
    for bar in range(18):
        for beat in range(6):
            _tambourine(track, (bar * 6 + beat) * eighth, strong=beat in {0, 3})
    start = 12 * eighth
    for part, chords in ((_FIRST_PART, _FIRST_CHORDS), (_SECOND_PART, _SECOND_CHORDS)):
        for _ in range(2):
            _tune(track, start, eighth, part)
            _accompany(track, start, eighth, chords)
            start += 24 * eighth
    track.lay(start, tone(pitch("D5"), 0.5, partials=_REED), 0.2)
    _tambourine(track, start, strong=True)
    return track


def _tambourine(track: Track, second: float, *, strong: bool) -> None:
    if strong:
        track.lay(second, fading(tone(105, 0.2, attack=0.002), 0.04), 0.9)
    hiss = noise(0.12)
    bright = [now - before for before, now in pairwise(hiss)]
    track.lay(second, fading(bright, 0.02), 0.26 if strong else 0.13)


def _tune(track: Track, second: float, eighth: float, part: str) -> None:
    words = part.split()
    for note, length in zip(words[::2], map(int, words[1::2]), strict=True):
        for beating in (0.998, 1.002):  # two reeds a button, a little apart, as organettos are tuned
            sound = tone(pitch(note) * beating, length * eighth * 0.94, partials=_REED)
            track.lay(second, sound, 0.15)
        second += length * eighth


def _accompany(track: Track, second: float, eighth: float, chords: str) -> None:
    for place, name in enumerate(chords):
        bass, *upper = _CHORDS[name]
        beat = second + place * 3 * eighth
        track.lay(beat, tone(pitch(bass), eighth, partials=_REED[:4]), 0.22)
        for note in upper:
            track.lay(beat + 2 * eighth, tone(pitch(note), eighth * 0.7, partials=_REED[:3]), 0.09)


def wood() -> Track:
    """The wood, one voice at a time: brook, woodpecker, cuckoo, coal tit, owl."""
    track = Track()
    brook = noise(6.0, smooth=0.8)
    swelling = [
        value * (0.06 + math.sin(math.pi * place / len(brook)) ** 2) * _gurgle(place / RATE)
        for place, value in enumerate(brook)
    ]
    track.lay(0, swelling, 1.5)
    for start in (6.8, 8.6):
        for knock in range(14):
            sound = fading(tone(820, 0.06, partials=(1, 0.5, 0.3), attack=0.001, release=0.01), 0.008)
            track.lay(start + knock * 0.058, sound, 0.8 * 0.95**knock)
    for start in (10.4, 11.7, 13.0):
        track.lay(start, tone(660, 0.2, partials=(1, 0.08), attack=0.04), 0.55)
        track.lay(start + 0.36, tone(540, 0.32, partials=(1, 0.08), attack=0.04, release=0.1), 0.55)
    for start in (14.6, 15.2, 15.8):
        track.lay(start, tone(5_200, 0.13, attack=0.03), 0.3)
        track.lay(start + 0.2, tone(4_300, 0.2, attack=0.03), 0.3)
    for start, length in ((17.2, 0.9), (18.9, 1.3)):
        track.lay(start, tone(330, length, partials=(1, 0.12, 0.04), attack=0.15, release=0.4), 0.6)
    return track


def _gurgle(now: float) -> float:
    return 0.7 + 0.2 * math.sin(2 * math.pi * 3.1 * now) + 0.1 * math.sin(2 * math.pi * 7.7 * now)


def stalactite_frames() -> Iterator[str]:
    """The film's frames as SVG: a drop a second, a thousand years a second."""
    for frame in range(FRAMES_A_SECOND * FILM_SECONDS):
        second = frame / FRAMES_A_SECOND
        grown = min(1.0, second / 13)
        hanging, standing = 118 * grown, 92 * grown
        since_meeting = max(0.0, second - 13)
        thick = 1 + since_meeting * 0.12
        yield "".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
                _cave(),
                _standing(320, 300, standing, 30 * thick),
                _standing(470, 306, standing * 0.36, 19),
                _hanging(320, 90, hanging, 22 * thick),
                _hanging(470, 92, hanging * 0.6, 14),
                _hanging(176, 96, hanging * 0.42, 12),
                _column(since_meeting * 3.6, thick),
                _mountain(second),
                _drop(second % 1, 320, 90 + hanging, 300 - standing),
                _drop((second + 0.5) % 1, 470, 92 + hanging * 0.6, 306 - standing * 0.36),
                _years(second),
                "</svg>",
            )
        )


def _cave() -> str:
    return (
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#37444A"/>'
        '<ellipse cx="320" cy="210" rx="250" ry="150" fill="#43525A"/>'
        '<ellipse cx="320" cy="210" rx="140" ry="100" fill="#506069"/>'
        '<path d="M0 312 Q80 300 170 308 T320 300 T470 306 T640 298 V360 H0 Z" fill="#8F7558"/>'
        '<path d="M0 330 Q160 318 320 326 T640 320 V360 H0 Z" fill="#7B6349"/>'
    )


def _mountain(second: float) -> str:
    """Sky with rain, the meadow, the rock cut open, and the water that seeps through it."""
    rain = "".join(
        f'<path d="M{x} {(x * 7 + second * 90) % 26:.1f} l-2 8" stroke="#2F86AA" stroke-width="2.5"/>'
        for x in range(30, WIDTH, 46)
    )
    seeping = "".join(
        f'<circle cx="{x + bend * math.sin(depth * 6):.1f}" cy="{44 + depth * (floor - 44):.1f}" r="2.6"/>'
        for x, bend, floor in ((320, 5, 92), (470, -4, 92), (176, 4, 94))
        for depth in ((second * 0.5) % 1, (second * 0.5 + 0.5) % 1)
    )
    return (
        f'<rect width="{WIDTH}" height="46" fill="#DCEBEE"/>{rain}'
        '<path d="M0 40 H640 V88 Q600 100 560 94 T470 96 T390 90 T320 95 T250 88 T176 99 T90 90 T0 98 Z"'
        ' fill="#B89B78"/><path d="M0 60 H640 M0 75 H640" stroke="#A5876A" stroke-width="2"/>'
        '<path d="M0 34 Q80 28 160 35 T320 34 T480 36 T640 32 V46 H0 Z" fill="#6E9B5B"/>'
        f'<g fill="#8FD3EA">{seeping}</g>'
    )


def _column(waist: float, thick: float) -> str:
    """Where stalactite and stalagmite have met, the column that thickens."""
    if not waist:
        return ""
    edges = []
    for way in (-1, 1):
        top, slim, foot = (320 + way * half for half in (22 * thick, waist, 30 * thick))
        edges.append(
            f"M{top:.1f} 84 C{slim:.1f} 140 {slim:.1f} 180 {slim:.1f} 206 S{foot - way * 9:.1f} 262 {foot:.1f} 308"
        )
    return (
        f'<path d="{edges[0]} H321 V84 Z" fill="#EBD3A8"/><path d="{edges[1]} H320 V84 Z" fill="#EBD3A8"/>'
        f'<path d="{edges[1]} H{320 + 6 * thick:.1f} Q320 206 {320 + 5 * thick:.1f} 84 Z" fill="#C9A877"/>'
    )


def _hanging(x: float, top: float, length: float, half: float) -> str:
    tip = top + length
    return (
        f'<path d="M{x - half:.1f} {top - 6} Q{x - half * 0.4:.1f} {top + length * 0.35:.1f} {x:.1f} {tip:.1f}'
        f' Q{x + half * 0.4:.1f} {top + length * 0.35:.1f} {x + half:.1f} {top - 6} Z" fill="#EBD3A8"/>'
        f'<path d="M{x + half * 0.2:.1f} {top - 6} Q{x + half * 0.24:.1f} {top + length * 0.35:.1f} {x:.1f} {tip:.1f}'
        f' Q{x + half * 0.4:.1f} {top + length * 0.35:.1f} {x + half:.1f} {top - 6} Z" fill="#C9A877"/>'
    )


def _standing(x: float, floor: float, tall: float, half: float) -> str:
    top = floor - tall
    return (
        f'<path d="M{x - half:.1f} {floor + 8} Q{x - half * 0.5:.1f} {top:.1f} {x:.1f} {top:.1f}'
        f' Q{x + half * 0.5:.1f} {top:.1f} {x + half:.1f} {floor + 8} Z" fill="#EBD3A8"/>'
        f'<path d="M{x + half * 0.3:.1f} {floor + 8} Q{x + half * 0.34:.1f} {top + tall * 0.4:.1f} {x:.1f} {top:.1f}'
        f' Q{x + half * 0.5:.1f} {top:.1f} {x + half:.1f} {floor + 8} Z" fill="#C9A877"/>'
    )


def _drop(phase: float, x: float, tip: float, ground: float) -> str:
    """A drop that swells at the tip, falls, and leaves a ring where it lands."""
    if ground - tip < 6:  # the two have met: the water only wets the column
        return f'<circle cx="{x - 4}" cy="{tip - 30 + 60 * phase:.1f}" r="2.4" fill="#8FD3EA"/>'
    if phase < 0.5:
        return f'<circle cx="{x}" cy="{tip + 2:.1f}" r="{1 + 7 * phase:.1f}" fill="#8FD3EA"/>'
    if phase < 0.85:
        fallen = ((phase - 0.5) / 0.35) ** 2
        return f'<circle cx="{x}" cy="{tip + 2 + fallen * (ground - tip - 4):.1f}" r="4.5" fill="#8FD3EA"/>'
    wide = 6 + 60 * (phase - 0.85)
    return (
        f'<ellipse cx="{x}" cy="{ground:.1f}" rx="{wide:.1f}" ry="{wide / 4:.1f}" fill="none"'
        ' stroke="#8FD3EA" stroke-width="2"/>'
    )


def _years(second: float) -> str:
    """A stone for each thousand years, at the foot of the picture."""
    return "".join(
        f'<ellipse cx="{62 + 34 * stone}" cy="346" rx="11" ry="7"'
        f' fill="{"#F2CE7A" if stone < second else "#5E4B38"}"/>'
        for stone in range(FILM_SECONDS)
    )


def save_sound(track: Track, file: Path) -> None:
    """Packs a track as Opus, 32 kbit a second.

    Raises:
        CalledProcessError: ffmpeg could not.
        FileNotFoundError: ffmpeg is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.wav")
        track.save(plain)
        _ffmpeg("-i", str(plain), "-c:a", "libopus", "-b:a", "32k", str(file))


def save_film(frames: Iterator[str], file: Path) -> None:
    """Draws the frames with Qt and packs them as VP9.

    Raises:
        CalledProcessError: ffmpeg could not.
        FileNotFoundError: ffmpeg is not installed.
    """
    # Qt is asked for here alone: the sounds need none of it.
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    with tempfile.TemporaryDirectory() as folder:
        for number, drawing in enumerate(frames):
            image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            QSvgRenderer(QByteArray(drawing.encode())).render(painter)
            painter.end()
            image.save(f"{folder}/{number:04}.png")
        film = f"-c:v libvpx-vp9 -b:v 0 -crf 38 -g {FRAMES_A_SECOND * 4} -threads 1 -pix_fmt yuv420p"
        _ffmpeg("-framerate", str(FRAMES_A_SECOND), "-i", f"{folder}/%04d.png", *film.split(), str(file))


def _ffmpeg(*words: str) -> None:
    # Without dates and names of programs: the same sources give the same bytes.
    exact = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")
    said = ["ffmpeg", "-loglevel", "error", "-y", *words[:-1], *exact, words[-1]]
    subprocess.run(said, check=True)


def make_all() -> None:
    """Writes the three files into their packs."""
    for folder in ("cultura/media", "scuola/media"):
        (PACKS / folder).mkdir(exist_ok=True)
    save_sound(saltarello(), PACKS / "cultura/media/saltarello.opus")
    save_sound(wood(), PACKS / "scuola/media/bosco.opus")
    save_film(stalactite_frames(), PACKS / "scuola/media/stalattite.webm")


if __name__ == "__main__":
    make_all()
