"""Decides what the map of places shows: where the lessons' places lie on it, and the lessons of each."""

import math
from collections.abc import Iterable

import msgspec

from scuola_digitale.domain.lesson import LessonHead, MapPlace
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words
from ui.presenters.lesson_cards import LessonCard, lesson_card
from ui.resources import marche_outline

_MARGIN = 0.06
"""Room around the region, as a part of the larger side."""
_SHRINK = math.cos(math.radians(43.3))
"""How much shorter a degree of longitude is here than one of latitude."""
_SEA = (13.5, 43.8)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the map.

    Attributes:
        x, y: where, as parts of the map's side from its upper left corner; None where it lies beyond the map.
        area: of its first lesson, for the colour.
    """

    name: str
    area: Area
    cards: tuple[LessonCard, ...]
    x: float | None
    y: float | None

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        if len(self.cards) == 1:
            return say("{place}: {title}", place=self.name, title=self.cards[0].title)
        return say("{place}: {lessons}", place=self.name, lessons=lessons_words(self.cards))


class PlacesMapPresenter:
    """The places that installed lessons tell of, from north to south."""

    title = Worded(lambda: say("Mappa dei luoghi"))
    detail = Worded(lambda: say("Tocca un luogo per aprire la sua lezione."))
    every_place = Worded(lambda: say("Tutti i luoghi"))
    nothing = Worded(lambda: say("La mappa è ancora vuota"))
    nothing_detail = Worded(lambda: say("I luoghi arrivano con le loro lezioni."))
    back = Worded(lambda: say("Torna in Biblioteca"))
    open_lesson = Worded(lambda: say("Apri"))
    sea = Worded(lambda: say("Mare Adriatico"))

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        progress = desk.school.progress(pupil.person) if pupil else None
        found: dict[str, list[tuple[MapPlace, LessonHead]]] = {}
        for head in desk.library.lessons():
            for place in head.places:
                found.setdefault(place.name, []).append((place, head))
        ordered = sorted(found.values(), key=lambda pairs: (-pairs[0][0].latitude, pairs[0][0].name))
        self.spots = tuple(
            _spot(pairs[0][0], [lesson_card(head, progress) for _, head in pairs]) for pairs in ordered
        )

    @staticmethod
    def outline() -> tuple[tuple[float, float], ...]:
        """The region's border on the map, as parts of its side."""
        return tuple(_on_map(longitude, latitude) for longitude, latitude in marche_outline())

    @staticmethod
    def sea_at() -> tuple[float, float]:
        """Where the sea's name stands."""
        return _on_map(*_SEA)

    def rows(self, chosen: Spot | None) -> tuple[tuple[LessonCard, str], ...]:
        """The list beside the map, of the chosen place or of all: each lesson once, with its places."""
        shown = self.spots if chosen is None else (chosen,)
        cards = {card.ref: card for spot in shown for card in spot.cards}
        return tuple((card, self._places_of(card)) for card in cards.values())

    def _places_of(self, card: LessonCard) -> str:
        return ", ".join(spot.name for spot in self.spots if card in spot.cards)


def lessons_words(cards: tuple[LessonCard, ...]) -> str:
    """How many lessons there are."""
    return count_words(len(cards), "lezione", "lezioni")


def places_known(heads: Iterable[LessonHead]) -> bool:
    """Whether a map would show anything."""
    return any(head.places for head in heads)


def _spot(place: MapPlace, cards: list[LessonCard]) -> Spot:
    x, y = _on_map(place.longitude, place.latitude)
    inside = 0 <= x <= 1 and 0 <= y <= 1
    return Spot(
        name=place.name,
        area=cards[0].area,
        cards=tuple(cards),
        x=x if inside else None,
        y=y if inside else None,
    )


def _on_map(longitude: float, latitude: float) -> tuple[float, float]:
    west, north, side = _frame()
    return (longitude * _SHRINK - west) / side, (north - latitude) / side


def _frame() -> tuple[float, float, float]:
    """West and north edge of the square map and its side, in degrees of latitude."""
    east_west = [longitude * _SHRINK for longitude, _ in marche_outline()]
    south_north = [latitude for _, latitude in marche_outline()]
    wide, high = max(east_west) - min(east_west), max(south_north) - min(south_north)
    side = max(wide, high) * (1 + 2 * _MARGIN)
    west = (max(east_west) + min(east_west) - side) / 2
    north = (max(south_north) + min(south_north) + side) / 2
    return west, north, side
