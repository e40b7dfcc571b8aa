"""Countries by name, by people and by adjective, from the table beside this module."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sourcebook.link.folding import fold


@dataclass(frozen=True, slots=True)
class Country:
    """
    A country or territory with an ISO 3166-1 code.

    Attributes:
        code: ISO 3166-1 alpha-3; ``XKX`` for Kosovo.
        short: ISO 3166-1 alpha-2; ``XK`` for Kosovo.
        names: Folded names, the usual one first.
        peoples: Folded adjectives and nouns for its people.
        lat: Of a point near the middle, degrees north (CIA World Factbook).
        lon: Degrees east.
    """

    code: str
    short: str
    name: str
    names: tuple[str, ...]
    peoples: tuple[str, ...]
    capital: str
    lat: float | None
    lon: float | None
    population: int


@cache
def countries() -> dict[str, Country]:
    """Return every country by its alpha-3 code."""
    raw = json.loads((files("sourcebook.link") / "data" / "countries.json").read_text(encoding="utf-8"))
    return {
        row["code"]: Country(
            code=row["code"],
            short=row["short"],
            name=row["name"],
            names=tuple(row["names"]),
            peoples=tuple(row["peoples"]),
            capital=row["capital"],
            lat=row["lat"],
            lon=row["lon"],
            population=row["population"],
        )
        for row in raw["countries"]
    }


@cache
def _by_name() -> dict[str, str]:
    return {name: one.code for one in countries().values() for name in one.names}


@cache
def _by_people() -> dict[str, str]:
    return {name: one.code for one in countries().values() for name in one.peoples}


@cache
def by_short() -> dict[str, str]:
    """Return alpha-3 codes by alpha-2."""
    return {one.short: one.code for one in countries().values()}


def country_named(text: str) -> str | None:
    """
    Return the alpha-3 code of the country that ``text`` names, None where it names none.

    >>> country_named("the U.S."), country_named("Tajikistan"), country_named("Tajik")
    ('USA', 'TJK', None)
    """
    return _by_name().get(fold(text).removeprefix("the "))


def people_named(text: str) -> str | None:
    """
    Return the alpha-3 code of the country whose people or adjective ``text`` is.

    >>> people_named("Tajiks"), people_named("French"), people_named("Tajikistan")
    ('TJK', 'FRA', None)
    """
    return _by_people().get(fold(text).removeprefix("the "))


_LONGEST = 5


def country_in(text: str) -> tuple[str | None, str]:
    """
    Find the country that a folded name holds as name, adjective or people; return its code and the other words.

    Where a name holds two, the first counts: "the Russian embassy in Iran" is Russia's.

    >>> country_in("foreign ministry of tajikistan")
    ('TJK', 'foreign ministry of')
    """
    words = text.split()
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            piece = " ".join(words[start:end])
            code = _by_name().get(piece) or _by_people().get(piece)
            if code is not None:
                return code, " ".join((*words[:start], *words[end:]))
    return None, text
