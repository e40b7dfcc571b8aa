"""Whether two places can be one: by name, by containment, by distance."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.values.claims import Claim, Where

_RANKS = {"unknown": 0, "country": 1, "division": 2, "district": 3, "feature": 4, "settlement": 5}

_EARTH = 6371.0
"""Mean radius of the Earth. Unit: kilometers (IUGG)."""

NEAR = 30.0
"""Unit: kilometers. A place told by the next town is no other place: half a day's walk."""


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A told place.

    Attributes:
        entity: Entity id; empty where the words name none.
        names: All its names, each as folded words.
        within: Names of what holds it, each as folded words.
        rank: How precise it is, 0 (unknown) to 5 (a settlement).
        at: Degrees north and east; None where unknown.
    """

    entity: str
    names: frozenset[tuple[str, ...]]
    within: frozenset[tuple[str, ...]]
    rank: int
    at: tuple[float, float] | None

    @property
    def settled(self) -> bool:
        """Whether the gazetteer knows it, so that it can be told apart from another."""
        return self.rank > 0 and (bool(self.within) or self.at is not None or self.rank == 1)


def spot(book: Casebook, claim: Claim, where: Where) -> Spot:
    """Return what is known of a claim's place."""
    entity = book.entity(where.local)
    names = {words_of(book.words(claim, where.span))}
    if entity is None:
        return Spot("", frozenset(names), frozenset(), 0, None)
    names |= {words_of(name) for name in (entity.name, *(alias.text for alias in entity.aliases))}
    facts = entity.place
    if facts is None:
        return Spot(entity.id, frozenset(names), frozenset(), 0, None)
    at = (facts.lat, facts.lon) if facts.lat is not None and facts.lon is not None else None
    within = frozenset(words_of(name) for name in facts.within)
    return Spot(entity.id, frozenset(names), within, _RANKS.get(facts.precision, 0), at)


def wider(one: Spot, other: Spot) -> bool:
    """Tell whether ``one`` is known to hold ``other``."""
    return not one.names.isdisjoint(other.within)


def same(one: Spot, other: Spot) -> bool:
    """Tell whether both are one place by entity or name."""
    return (one.entity != "" and one.entity == other.entity) or not one.names.isdisjoint(other.names)


def agree(one: Spot, other: Spot) -> bool:
    """Tell whether both places can be told of one event: the same, one in the other, or near; unknown ones can."""
    if same(one, other) or wider(one, other) or wider(other, one):
        return True
    if not (one.settled and other.settled):
        return True
    if one.rank == 1 or other.rank == 1 or one.at is None or other.at is None:
        return False
    return _kilometers(one.at, other.at) <= NEAR


def _kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance (haversine formula, Sinnott 1984)."""
    north, east, north_too, east_too = (radians(angle) for angle in (*one, *other))
    half = sin((north_too - north) / 2) ** 2 + cos(north) * cos(north_too) * sin((east_too - east) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
