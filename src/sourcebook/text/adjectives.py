"""Adjectives that are made of a place's name: "Torvanian" of Torvania."""

from __future__ import annotations

from collections.abc import Iterator

ENDINGS = (("n", ""), ("an", ""), ("ian", ""), ("ese", ""), ("ese", "a"), ("i", ""), ("ish", ""))
"""How the end of an adjective is exchanged to give the place's name."""
SHORTEST = 4
"""Letters of such a place's name, at least."""


def places_of(adjective: str) -> Iterator[str]:
    """
    Yield the names in lower case that an adjective may be made of; none of several words.

    >>> "torvania" in places_of("Torvanian"), "sarn" in places_of("Sarnese"), list(places_of("Orm"))
    (True, True, [])
    """
    low = adjective.lower()
    for ending, instead in ENDINGS:
        noun = low.removesuffix(ending) + instead
        if low.isalpha() and low.endswith(ending) and len(noun) >= SHORTEST:
            yield noun
