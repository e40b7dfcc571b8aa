"""Names that their form alone gives: a numbered street, a ship behind the letters that ships bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class

ORDINAL = regex.compile(r"\d+(?:st|nd|rd|th)")
WAYS = frozenset("street st st. avenue ave ave. road rd rd. boulevard blvd blvd. drive parkway".split())
"""What a numbered way is called behind its number, in lower case ("117th Street")."""
SHIPS = frozenset("USS USNS USCGC HMS HMAS HMCS HMNZS INS PNS BRP KRI TCG ROKS RMS MV M/V".split())
"""What navies, coast guards and owners write before a ship's name. Those that mean something else as well ("MS", "SS",
"MT") are left out."""
MOST = 3
"""Words of a ship's name."""


def formed(section: Section, found: Sequence[Marked]) -> list[Marked]:
    """Return names with the streets and ships of the section in place of what overlaps them."""
    made = [*_streets(section), *_ships(section)]
    taken = {place for one in made for place in range(one.first, one.end)}
    return [one for one in found if taken.isdisjoint(range(one.first, one.end))] + made


def _streets(section: Section) -> Iterator[Marked]:
    for place, word in enumerate(section.words[:-1]):
        way = section.words[place + 1]
        if ORDINAL.fullmatch(word) and way[:1].isupper() and way.lower() in WAYS and not section.skipped[place]:
            yield Marked(place, place + 2, "place")


def _ships(section: Section) -> Iterator[Marked]:
    for place, word in enumerate(section.words):
        if word not in SHIPS or section.skipped[place]:
            continue
        end = place + 1
        while end < len(section.words) and end - place <= MOST and _christened(section, end):
            end += 1
        if end > place + 1:
            yield Marked(place, end, "misc")


def _christened(section: Section, place: int) -> bool:
    """Tell whether a word may belong to a ship's name; "INS Commissioner" has none."""
    token = section.tokens[place]
    return token.pos == "PROPN" and section.words[place].istitle() and token.lemma.lower() not in noun_class("role")
