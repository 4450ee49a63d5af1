"""The animals by which pupils know themselves: each is drawn as `avatar-NAME` and has a name in words."""

from scuola_digitale.words import Worded, say

ANIMALS: Worded[dict[str, str]] = Worded(
    lambda: {
        "lupo": say("lupo"),
        "volpe": say("volpe"),
        "gufo": say("gufo"),
        "lepre": say("lepre"),
        "riccio": say("riccio"),
        "tasso": say("tasso"),
        "picchio": say("picchio"),
        "capriolo": say("capriolo"),
        "aquila": say("aquila"),
        "salamandra": say("salamandra"),
        "trota": say("trota"),
        "istrice": say("istrice"),
    }
)


def animal_words(avatar: str) -> str:
    """What an animal is called; one that is not drawn keeps its own name."""
    return ANIMALS().get(avatar, avatar)
