"""The colours of the three themes, as the look names them."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from scuola_digitale.domain.school_terms import Area

ThemeName = Literal["chiaro", "scuro", "contrasto"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme's colours, `#RRGGBB`; a `_soft` is the ground that its word stands on."""

    carta: str
    foglio: str
    incavo: str
    linea: str
    bordo: str
    ink: str
    ink2: str
    primary: str
    primary_lip: str
    on_primary: str
    primary_soft: str
    link: str
    scuola: str
    scuola_soft: str
    cultura: str
    cultura_soft: str
    formazione: str
    formazione_soft: str
    tempo: str
    tempo_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    warning_edge: str
    danger: str
    danger_soft: str
    luce: str
    on_luce: str
    sasso: str
    sasso_vuoto: str
    focus: str


TOKENS: dict[ThemeName, Tokens] = {
    "chiaro": Tokens(
        carta="#F7F1E5",
        foglio="#FFFDF8",
        incavo="#EFE7D6",
        linea="#E0D5BF",
        bordo="#8A8070",
        ink="#1A1A1A",
        ink2="#4F5D6A",
        primary="#0066CC",
        primary_lip="#004C99",
        on_primary="#FFFFFF",
        primary_soft="#E1EDF9",
        link="#0059B3",
        scuola="#0066CC",
        scuola_soft="#E1EDF9",
        cultura="#6B4599",
        cultura_soft="#EDE5F6",
        formazione="#A8441F",
        formazione_soft="#F9E4D8",
        tempo="#1E7145",
        tempo_soft="#DFEEE1",
        success="#00704A",
        success_soft="#DCF0E5",
        warning="#8A5300",
        warning_soft="#FBEBCB",
        warning_edge="#E9CF9A",
        danger="#C22A45",
        danger_soft="#FBE3E7",
        luce="#FFE08A",
        on_luce="#1A1A1A",
        sasso="#64727A",
        sasso_vuoto="#E3D9C6",
        focus="#0066CC",
    ),
    "scuro": Tokens(
        carta="#15181B",
        foglio="#1E2327",
        incavo="#272D32",
        linea="#363E45",
        bordo="#8995A0",
        ink="#F2ECE0",
        ink2="#B6BFC7",
        primary="#7DB9FF",
        primary_lip="#4C86C6",
        on_primary="#0B1A2A",
        primary_soft="#1B3049",
        link="#93C5FF",
        scuola="#7DB9FF",
        scuola_soft="#1B3049",
        cultura="#C9AEF2",
        cultura_soft="#322744",
        formazione="#F3A983",
        formazione_soft="#42291E",
        tempo="#86D3A5",
        tempo_soft="#1D3627",
        success="#7AD6AB",
        success_soft="#17362A",
        warning="#F3C069",
        warning_soft="#3B2E16",
        warning_edge="#5C4A26",
        danger="#FF9AA9",
        danger_soft="#45212A",
        luce="#6B5410",
        on_luce="#FFF6DC",
        sasso="#A9B4B8",
        sasso_vuoto="#3C444B",
        focus="#93C5FF",
    ),
    "contrasto": Tokens(
        carta="#000000",
        foglio="#000000",
        incavo="#000000",
        linea="#FFFFFF",
        bordo="#FFFFFF",
        ink="#FFFFFF",
        ink2="#FFFFFF",
        primary="#FFE14D",
        primary_lip="#FFE14D",
        on_primary="#000000",
        primary_soft="#000000",
        link="#8FD8FF",
        scuola="#8FD8FF",
        scuola_soft="#000000",
        cultura="#DDC7FF",
        cultura_soft="#000000",
        formazione="#FFB894",
        formazione_soft="#000000",
        tempo="#8CF0B4",
        tempo_soft="#000000",
        success="#8CF0B4",
        success_soft="#000000",
        warning="#FFD24D",
        warning_soft="#000000",
        warning_edge="#FFD24D",
        danger="#FFADBA",
        danger_soft="#000000",
        luce="#FFE14D",
        on_luce="#000000",
        sasso="#FFFFFF",
        sasso_vuoto="#000000",
        focus="#FFE14D",
    ),
}

AREA_TOKENS: dict[Area, str] = {
    Area.SCUOLA: "scuola",
    Area.CULTURA: "cultura",
    Area.FORMAZIONE: "formazione",
    Area.TEMPO_LIBERO: "tempo",
}
"""The token of each area; its soft ground is the same with `_soft`."""

AREA_ICONS: dict[Area, str] = {
    Area.SCUOLA: "libro",
    Area.CULTURA: "teatro",
    Area.FORMAZIONE: "attrezzi",
    Area.TEMPO_LIBERO: "scarpone",
}


_CALMER = 0.5
"""How much of a colour's strength is left in calm colours."""


@cache
def calm_tokens(name: ThemeName) -> Tokens:
    """A theme with softer colours: the same lightness and half the strength, words as readable as before.

    High contrast stays as it is: there the colours speak.
    """
    own = TOKENS[name]
    if name == "contrasto":
        return own
    return replace(own, **{part: _calmed(getattr(own, part)) for part in Tokens.__slots__})


def _calmed(colour: str) -> str:
    """A colour nearer to the grey of the same luminance, so that contrasts stay as they are."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    grey = round(255 * _from_linear(_luminance(colour)))
    parts = (round(grey + (part - grey) * _CALMER) for part in (red, green, blue))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _from_linear(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1–21, as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
