"""A pupil's photo at the sign-in: a small square picture in the place of the animal, where the school wants it.

It is there to be looked at by people. Nothing in this program measures it, compares it or recognises anybody in it.
"""

from typing import Final

PHOTO_SIDE: Final = 192
"""Its width and height as it is made here, pixels: twice the largest face of the sign-in."""

LONGEST_PHOTO_BYTES: Final = 8_000
"""Half of what one fact may hold; a photo of this side takes five thousand or so."""
