"""Which place a report means: homonyms settled by what stands beside a name, the report's other places, then size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from sourcebook.link.abbreviations import DIVISIONS, REGIONS
from sourcebook.link.countries import countries, country_named, people_named
from sourcebook.link.folding import fold, skeleton
from sourcebook.link.gazetteer import Gazetteer, Place
from sourcebook.values.links import PlaceFacts

DIVISION_WORDS = frozenset(
    """province region oblast governorate state prefecture department wilayat krai canton republic territory voivodeship
    county district districts municipality borough subdistrict canton""".split()
)
SETTLEMENT_WORDS = frozenset(
    "city town village port capital suburb settlement municipality township hamlet camp".split()
)
FEATURE_WORDS = frozenset(
    """valley river lake sea ocean gulf bay strait straits channel canal mountain mountains mount hill hills pass range
    desert plain plateau forest jungle island islands isle peninsula cape coast delta basin dam falls glacier steppe
    street avenue road highway square bridge border airport""".split()
)
_DIRECTIONS = frozenset(
    """north northern south southern east eastern west western central northeast northeastern northwest northwestern
    southeast southeastern southwest southwestern upper lower greater mainland downtown rural occupied
    northernmost southernmost""".split()
)

_BESIDE = re.compile(r"""^['’]?s?\s*(?:,\s*|\(\s*|\s+in\s+(?:the\s+)?|\s+)((?:[^\W\d_][\w.'’-]*\s?){1,4})""")
_AFTER_COMMA = re.compile(r"^\s*(?:,|\(|in\b)")

_BESIDE_TOLD = "what stands beside the name"

NEIGHBOR = 9.0
"""Weight of a name that stands beside this one and holds it ("Oakville, Ontario"): more than any size can outweigh
(the greatest city's size counts 7.5)."""
SAME_COUNTRY = 2.5
SAME_DIVISION = 2.0
CAPITAL = 1.5
MAIN_NAME = 1.0
WHOLE = 7.0
"""For a country or continent of this name."""
"""These weights were chosen by hand on half of TR-News's articles and checked on the others."""


_SHORT = 3
"""Names of so few letters are taken at their main name only: other names are mostly codes of airports."""
_SMALL = 5_000
_SMALL_BY_OTHER_NAME = 20_000
"""People that a place needs where the report names no other place in its country."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """
    A name of a place in a report.

    Attributes:
        name: As the report writes it.
        after: Some 60 characters that follow its mentions, one for each.
    """

    name: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a name was settled on: the place, the facts, and how many places bore the name."""

    place: Place | None
    facts: PlaceFacts
    key: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A name in parts: the words that a gazetteer knows, and the kind that its other words tell."""

    core: str
    wanted: str
    feature: bool


def read_place(name: str) -> tuple[str, str]:
    """
    Part a place's name from its class word: the core, and ``division``, ``settlement``, ``feature`` or an empty string.

    >>> read_place("the Miri Valley"), read_place("Miri province"), read_place("city of Miri")
    (('miri', 'feature'), ('miri', 'division'), ('miri', 'settlement'))
    """
    words = fold(name).removeprefix("the ").split()
    wanted = ""
    for kind, class_words in (
        ("division", DIVISION_WORDS),
        ("settlement", SETTLEMENT_WORDS),
        ("feature", FEATURE_WORDS),
    ):
        if len(words) > 1 and words[-1] in class_words:
            return " ".join(words[:-1]), kind
        if len(words) > 2 and words[0] in class_words and words[1] == "of":
            return " ".join(words[2:]).removeprefix("the "), kind
        if kind == "feature" and len(words) > 1 and words[0] in {"lake", "mount", "cape", "gulf", "river", "isle"}:
            return " ".join(words[1:]).removeprefix("of "), kind
    return " ".join(words), wanted


class Atlas:
    """
    Settles the place names of one report together.

    Args of ``settle`` are all names that the report uses of places, and how often it names each country in any form.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._candidates = cache(self._find)

    def settle(self, named: Sequence[NamedPlace], peoples: Mapping[str, int]) -> dict[str, Settled]:
        """Return what each name means, by the name as written. Depends on nothing but the arguments."""
        context: Counter[str] = Counter(peoples)
        choices = {one.name: self._candidates(one.name) for one in named}
        for one in named:
            found = {place.country for place in choices[one.name] if place.country}
            countries_only = [place for place in choices[one.name] if place.kind == "country"]
            if countries_only:
                context[countries_only[0].country] += max(1, len(one.after))
            elif len(found) == 1:
                context[min(found)] += 1
        beside = {one.name: self._beside(one) for one in named}
        divisions: frozenset[tuple[str, str]] = frozenset()
        settled: dict[str, Settled] = {}
        for _ in range(2):
            settled = {
                one.name: self._choose(one, choices[one.name], context, divisions, beside[one.name]) for one in named
            }
            chosen = [each.place for each in settled.values() if each.place is not None]
            context = Counter(peoples)
            for one in named:
                place = settled[one.name].place
                if place is not None and place.country:
                    context[place.country] += max(1, len(one.after))
            divisions = frozenset(
                (place.country, fold(place.name if place.kind == "division" else place.division)) for place in chosen
            )
        return settled

    def _find(self, name: str) -> tuple[Place, ...]:
        if fold(name).removeprefix("the ") in REGIONS:
            return ()
        people = people_named(name)
        if people is not None and country_named(name) is None:
            return tuple(place for place in self._gazetteer.lookup(countries()[people].name) if place.kind == "country")
        short = DIVISIONS.get(name) or DIVISIONS.get(name.rstrip(".").removeprefix("the "))
        if short is not None:
            return tuple(place for place in self._gazetteer.lookup(short) if place.kind != "country")[:1]
        found = self._gazetteer.lookup(name)
        if len(fold(name)) <= _SHORT:
            found = tuple(place for place in found if place.kind == "country" or fold(place.name) == fold(name))
        if found:
            return found
        core, wanted = read_place(name)
        if wanted == "feature":
            return ()
        found = self._gazetteer.lookup(core) if core else ()
        words = core.split()
        while not found and len(words) > 1 and words[0] in _DIRECTIONS:
            words = words[1:]
            found = tuple(
                place for place in self._gazetteer.lookup(" ".join(words)) if place.kind in {"country", "division"}
            ) or self._gazetteer.lookup(" ".join(words))
        if wanted:
            kinds = {"division": {"division", "district"}, "settlement": {"settlement"}}[wanted]
            return tuple(place for place in found if place.kind in kinds) or found
        return found

    def _beside(self, one: NamedPlace) -> frozenset[str]:
        """Return the names and abbreviations that follow a mention after a comma, in brackets or after "in"."""
        found: set[str] = set()
        for text in one.after:
            if not _AFTER_COMMA.match(text):
                continue
            match = _BESIDE.match(text)
            words = match[1].split() if match else []
            for end in range(len(words), 0, -1):
                piece = " ".join(words[:end]).rstrip(",;")
                found.add(fold(DIVISIONS.get(piece, piece)))
        return frozenset(found) | frozenset(read_place(piece)[0] for piece in found)

    def _choose(
        self,
        one: NamedPlace,
        candidates: tuple[Place, ...],
        context: Counter[str],
        divisions: frozenset[tuple[str, str]],
        beside: frozenset[str],
    ) -> Settled:
        core, wanted = read_place(one.name)
        if not candidates:
            return self._feature(one.name, core, wanted)
        own = Counter({place.country: 1 for place in candidates if len(candidates) == 1})
        others = context - own
        scored = sorted(
            ((_score(place, core, wanted, others, divisions, beside), place) for place in candidates),
            key=lambda pair: (-pair[0][0], pair[1].id),
        )
        (_, reasons), place = scored[0]
        if _doubtful(place, core, others, reasons):
            return self._feature(one.name, core, wanted)
        why = _why(len(candidates), reasons)
        return Settled(place, facts_of(place, why), place.id)

    def _feature(self, name: str, core: str, wanted: str) -> Settled:
        """Return a feature with the division or country that its name holds, else the unknown place."""
        within: tuple[str, ...] = ()
        country = None
        if wanted == "feature" and core:
            holders = [place for place in self._gazetteer.lookup(core) if place.kind in {"division", "country"}]
            if holders:
                place = holders[0]
                country = place.country or None
                within = (place.name, *_holders(place)) if place.kind == "division" else (place.name,)
        precision = "feature" if wanted == "feature" else "unknown"
        why = "a feature named after its division" if within else "not in the gazetteer"
        return Settled(None, PlaceFacts(None, None, precision, country, within, why), f"name {fold(name)}")


def _score(
    place: Place,
    core: str,
    wanted: str,
    context: Counter[str],
    divisions: frozenset[tuple[str, str]],
    beside: frozenset[str],
) -> tuple[float, tuple[str, ...]]:
    score = log10(place.population + 10)
    reasons: list[str] = []
    country = countries().get(place.country)
    if beside:
        names = country.names if country and country_named(core) is None else ()
        if beside & ({fold(place.division), *names} - {"", core}) and place.kind != "country":
            score += NEIGHBOR
            reasons.append(_BESIDE_TOLD)
    if place.kind == "country" or not place.country:
        score += WHOLE
    elif context.get(place.country):
        share = context[place.country] / sum(context.values())
        score += SAME_COUNTRY * (0.3 + share)
        reasons.append("the report's other places")
        if place.division and fold(place.division) != core and (place.country, fold(place.division)) in divisions:
            score += SAME_DIVISION
    if fold(place.name) == core:
        score += MAIN_NAME
    if place.kind == "settlement" and country and fold(country.capital) in {core, fold(place.name)}:
        score += CAPITAL
    if place.kind == "division" and wanted != "division":
        score -= 0.8
    if place.kind == "district":
        score -= 1.5 if wanted == "division" else 2.5
    return score, tuple(reasons)


def _doubtful(place: Place, core: str, context: Counter[str], reasons: tuple[str, ...]) -> bool:
    """Tell whether nothing but the spelling speaks for a small place far from all others that the report names."""
    if place.kind != "settlement" or _BESIDE_TOLD in reasons or not context:
        return False
    if fold(place.name) != core and place.population < _SMALL_BY_OTHER_NAME:
        return skeleton(fold(place.name)) != skeleton(core)
    return not reasons and place.population < _SMALL


def _why(count: int, reasons: tuple[str, ...]) -> str:
    if count == 1:
        return "the only place of this name"
    return f"of {count} places by {' and '.join(reasons) if reasons else 'population'}"


def _holders(place: Place) -> tuple[str, ...]:
    country = countries().get(place.country)
    last = (country.name,) if country is not None and place.kind != "country" else ()
    return ((place.division,) if place.division and place.division != place.name else ()) + last


def facts_of(place: Place, why: str) -> PlaceFacts:
    """Return where a place lies; ``within`` starts with the place itself unless it is a country or continent."""
    own = (place.name,) if place.kind in {"settlement", "division", "district"} else ()
    within = (*own, *_holders(place))
    if place.kind == "country":
        within = (place.name,)
    return PlaceFacts(place.lat, place.lon, place.kind, place.country or None, within, why)


def country_mentions(words: Sequence[str]) -> Counter[str]:
    """Count the countries that these words name, by alpha-3 code."""
    found = (country_named(word) for word in words)
    return Counter(code for code in found if code)
