"""Which square of a picture becomes a photo: moved about and made nearer, never over the picture's edge."""

from typing import Final

import msgspec

_STEP: Final = 1.2
_PACE: Final = 0.08
"""How far one step moves: a part of the square's side."""
_NEAREST: Final = 6.0
"""How many times smaller than the picture the square may become."""


class PhotoCut(msgspec.Struct, frozen=True):
    """A square inside a picture of `width` × `height` dots: its upper left corner and its side."""

    width: int
    height: int
    left: float
    top: float
    side: float

    @classmethod
    def of(cls, width: int, height: int) -> "PhotoCut":
        """The largest square: in the middle across, and above the middle in an upright picture, where faces are."""
        side = float(min(width, height))
        return cls(width, height, (width - side) / 2, (height - side) / 3, side)

    def moved(self, across: float, down: float) -> "PhotoCut":
        """Further to the right and down by so many dots of the picture."""
        return self._kept_inside(self.left + across, self.top + down, self.side)

    def walked(self, across: int, down: int) -> "PhotoCut":
        """So many steps further."""
        pace = self.side * _PACE
        return self.moved(across * pace, down * pace)

    def zoomed(self, steps: float) -> "PhotoCut":
        """Nearer by so many steps, farther with fewer than none; what is in the middle stays there."""
        whole = min(self.width, self.height)
        side = min(max(self.side / _STEP**steps, whole / _NEAREST), whole)
        air = (self.side - side) / 2
        return self._kept_inside(self.left + air, self.top + air, side)

    def _kept_inside(self, left: float, top: float, side: float) -> "PhotoCut":
        return PhotoCut(
            self.width,
            self.height,
            min(max(left, 0.0), self.width - side),
            min(max(top, 0.0), self.height - side),
            side,
        )
