"""Draws the outline of the Marche for the map of places: `python -m ui.resources.make_marche COMUNI.geojson`.

Takes the borders of the comuni (openpolis/geojson-italy from ISTAT data, CC BY 4.0), keeps the edges that belong to
one comune alone, and of these only as many points as a small map needs. What is drawn is ours; the source is named
in README.md.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
"""Longitude and latitude, degrees."""

OUT = Path(__file__).parent / "marche.json"
TOLERANCE_KM = 0.7
_KM_A_DEGREE = 111.2
_LATITUDE = 43.3


def outline(source: dict[str, object]) -> list[Point]:
    """The longest ring of edges that no two comuni share, simplified.

    Raises:
        ValueError: there is no closed ring.
    """
    neighbours: defaultdict[Point, list[Point]] = defaultdict(list)
    edges = Counter(frozenset(edge) for ring in _rings(source) for edge in pairwise(ring))
    for edge in (edge for edge, times in edges.items() if times == 1 and len(edge) == 2):
        one, other = edge
        neighbours[one].append(other)
        neighbours[other].append(one)
    rings = []
    while neighbours:
        rings.append(_take_ring(neighbours))
    longest = max(rings, key=len, default=[])
    if len(longest) < 4:
        raise ValueError("no closed ring")
    half = len(longest) // 2
    return simplified(longest[: half + 1])[:-1] + simplified(longest[half:])


def simplified(line: list[Point]) -> list[Point]:
    """Fewer points, none of the others farther than the tolerance (Douglas and Peucker, 1973)."""
    if len(line) < 3:
        return line
    far, at = max(
        (_distance_km(point, line[0], line[-1]), place) for place, point in enumerate(line[1:-1], 1)
    )
    if far <= TOLERANCE_KM:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:])


def _rings(source: dict[str, object]) -> list[list[Point]]:
    found: list[list[Point]] = []
    for feature in source["features"]:  # type: ignore[attr-defined]  # GeoJSON
        shape = feature["geometry"]
        many = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        found += [[(round(x, 6), round(y, 6)) for x, y, *_ in ring] for polygon in many for ring in polygon]
    return found


def _take_ring(neighbours: defaultdict[Point, list[Point]]) -> list[Point]:
    """Follows edges from any point until none is left, and takes them away."""
    here = next(iter(neighbours))
    ring = [here]
    while neighbours[here]:
        onward = neighbours[here].pop()
        neighbours[onward].remove(here)
        here = onward
        ring.append(here)
    for point in ring:
        if not neighbours[point]:
            neighbours.pop(point, None)
    return ring


def _distance_km(point: Point, one: Point, other: Point) -> float:
    """From a point to the line between two others, on a plane as wide as a region."""
    (px, py), (ax, ay), (bx, by) = (_flat(each) for each in (point, one, other))
    long = math.hypot(bx - ax, by - ay)
    if not long:
        return math.hypot(px - ax, py - ay)
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / long


def _flat(point: Point) -> Point:
    return point[0] * _KM_A_DEGREE * math.cos(math.radians(_LATITUDE)), point[1] * _KM_A_DEGREE


def main() -> None:
    """Reads the borders and writes the outline."""
    points = outline(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    told = {
        "source": "openpolis/geojson-italy (ISTAT), CC BY 4.0, simplified",
        "outline": [[round(x, 3), round(y, 3)] for x, y in points],
    }
    OUT.write_text(json.dumps(told, indent=None) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
