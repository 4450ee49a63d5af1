"""The places that a lesson tells of, from its head: `Frasassi: 43.40, 12.96` → points of the library's map."""

import re

from content.reading.findings import Findings, shortened
from content.reading.yaml_tree import Card, Fields, Leaf
from scuola_digitale.domain.lesson import MapPlace

MOST_PLACES = 12
_NUMBER = r"-?\d{1,3}(?:\.\d{1,8})?"
_PAIR = re.compile(rf"\s*({_NUMBER})\s*[,;]\s*({_NUMBER})\s*", re.ASCII)
_LONGEST_NAME = 60


def read_places(fields: Fields, findings: Findings) -> tuple[MapPlace, ...]:
    """The places under `luoghi`, a name a line with its latitude and longitude in degrees (WGS 84)."""
    node = fields.node("luoghi")
    if node is None:
        return ()
    if not isinstance(node, Card) or len(node.values) > MOST_PLACES:
        findings.refuse(
            node.line,
            "`luoghi` non si riesce a leggere.",
            f"Scrivi un luogo ogni riga, al più {MOST_PLACES}: `Grotte di Frasassi: 43.40, 12.96`.",
        )
        return ()
    inner = Fields(node, findings)
    needed = "Scrivi accanto al luogo latitudine e longitudine: `Fabriano: 43.336, 12.905`."
    found = ((name, inner.leaf(name, needed=needed)) for name in node.values if name.strip())
    places = (_place(name.strip(), leaf, findings) for name, leaf in found if leaf)
    return tuple(place for place in places if place)


def _place(name: str, leaf: Leaf, findings: Findings) -> MapPlace | None:
    pair = _PAIR.fullmatch(leaf.text)
    latitude, longitude = (float(one) for one in pair.groups()) if pair else (91.0, 0.0)
    if len(name) > _LONGEST_NAME or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        findings.refuse(
            leaf.line,
            f"Non si capisce dov'è «{shortened(name)}».",
            "Scrivi prima la latitudine e poi la longitudine, in gradi, con il punto: `43.40, 12.96`.",
        )
        return None
    return MapPlace(name, latitude, longitude)
