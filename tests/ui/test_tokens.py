"""Every pair of ink and ground can be read: 4.5:1 in all three themes, 3:1 for the edges of controls."""

import pytest

from ui.widgets.tokens import TOKENS, ThemeName, calm_tokens, contrast

_SOFT = ("scuola", "cultura", "formazione", "tempo", "success", "warning", "danger")

TEXT_PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "ink2", "link")
        for ground in ("carta", "foglio", "incavo", "primary_soft")
    ),
    *((name, f"{name}_soft") for name in _SOFT),
    *((name, ground) for name in _SOFT for ground in ("carta", "foglio")),
    ("link", "primary_soft"),
    ("ink", "warning_soft"),
    ("ink2", "warning_soft"),
    ("on_primary", "primary"),
    ("on_luce", "luce"),
]


@pytest.mark.parametrize("name", TOKENS)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_word_can_be_read_on_its_ground(name: ThemeName, ink: str, ground: str) -> None:
    tokens = TOKENS[name]

    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", TOKENS)
@pytest.mark.parametrize("part", ["bordo", "focus", "primary", "sasso"])
def test_edges_and_stones_stand_out_from_the_page(name: ThemeName, part: str) -> None:
    tokens = TOKENS[name]

    assert contrast(getattr(tokens, part), tokens.carta) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0066CC", "#FFFFFF") == pytest.approx(5.57, abs=0.01)


@pytest.mark.parametrize("name", TOKENS)
def test_calm_colours_are_softer_and_as_readable(name: ThemeName) -> None:
    own, calm = TOKENS[name], calm_tokens(name)

    for ink, ground in TEXT_PAIRS:
        assert contrast(getattr(calm, ink), getattr(calm, ground)) >= 4.5, (ink, ground)
    if name != "contrasto":
        assert _strength(calm.primary) < 0.7 * _strength(own.primary)


def _strength(colour: str) -> int:
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts)
