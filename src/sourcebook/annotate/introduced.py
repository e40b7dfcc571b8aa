"""What a name is called by the noun that stands right before it: "the capital, X", "the news agency X"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class

PLACES = frozenset(
    "city town village district province region county island suburb port municipality hamlet settlement".split()
)
"""Nouns whose "of" names them ("the town of X")."""
BODIES = frozenset("agency newspaper magazine broadcaster channel outlet party group company firm website".split())
"""Nouns that a body's name stands right behind ("the news agency X")."""
VESSELS = frozenset(
    "ship warship vessel tanker frigate destroyer corvette cruiser submarine ferry trawler boat yacht freighter barge "
    "tug cutter schooner liner".split()
)
"""Nouns that a ship's name stands right behind ("the tanker X")."""
OFFICES = frozenset("ministry minister ministries ministers ambassador embassy consulate parliament navy".split())
"""Nouns of what a country has and no person ("the X ambassador", "X's foreign ministry")."""
PORTFOLIOS = frozenset("foreign defence defense interior justice finance prime economy energy".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


def introduced(section: Section, one: Marked) -> Marked:
    """Return a name with the kind that the noun right before it gives; as it is where that tells none."""
    if one.kind not in ("person", "organization", "place") or one.first < 2 or one.first in section.paragraphs:
        return one
    before = section.words[one.first - 1].lower()
    further = section.tokens[one.first - 2].lemma.lower()
    noun = section.tokens[one.first - 1]
    kind = one.kind
    if noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in VESSELS:
        kind = "misc"
    elif (before == "," and further == "capital") or (before == "of" and further in PLACES):
        kind = "place"
    elif noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in BODIES:
        kind = "organization"
    elif noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in noun_class("role"):
        kind = "person" if one.end - one.first > 1 else kind
    return Marked(one.first, one.end, kind)


def bodies_introduced(section: Section, taken: Collection[int]) -> Iterator[Marked]:
    """Yield the bodies and ships that no name holds behind the noun that introduces them ("the news agency Sorta")."""
    for place in range(1, len(section.words)):
        noun = section.tokens[place - 1]
        known = noun.lemma.lower() in BODIES | VESSELS
        apart = section.skipped[place] or place in section.paragraphs
        if noun.pos == "NOUN" and noun.tag == "NN" and known and not apart:
            end = place
            while end < len(section.words) and end not in taken and _proper(section, end):
                end += 1
            if end > place:
                yield Marked(place, end, "organization" if noun.lemma.lower() in BODIES else "misc")


def lands(section: Section, found: Sequence[Marked]) -> list[Marked]:
    """
    Return names, lone ones that the model takes for persons as places where the text says that they are countries.

    "Varland's foreign ministry", "the Varland ambassador" say so; no name that ends a person's full name is meant.
    """
    full = {section.words[one.end - 1] for one in found if one.kind == "person" and one.end - one.first > 1}
    lone = [one for one in found if one.end - one.first == 1 and section.words[one.first] not in full]
    known = {
        section.words[one.first] for one in lone if one.kind in ("person", "organization") and _state(section, one.end)
    }
    return [
        Marked(one.first, one.end, "place") if one in lone and section.words[one.first] in known else one
        for one in found
    ]


def _state(section: Section, place: int) -> bool:
    """Tell whether what follows a name is what only a country has."""
    words = [word.lower() for word in section.words[place : place + 3]]
    if words[:1] in (["'s"], ["’s"]):
        words = [word.lower() for word in section.words[place + 1 : place + 3]]
    if words[:1] and words[0] in PORTFOLIOS:
        words = words[1:]
    return bool(words) and words[0] in OFFICES


def _proper(section: Section, place: int) -> bool:
    token = section.tokens[place]
    office = token.lemma.lower() in noun_class("title") or token.lemma.lower() in noun_class("role")
    word = section.words[place]
    return token.pos == "PROPN" and word[:1].isupper() and not office and word.lower() not in DAYS


def without_people(section: Section, found: Sequence[Marked]) -> list[Marked]:
    """Return names, those that open with somebody of a body as the body's own: "Envoys of the League" is the League."""
    known = {section.words[one.first : one.end] for one in found}
    made = []
    for one in found:
        words = section.words[one.first : one.end]
        token = section.tokens[one.first]
        people = token.lemma.lower() in noun_class("role") or token.lemma.lower() in noun_class("person")
        first = one.first + (3 if words[2:3] == ("the",) else 2)
        opens = words[1:2] == ("of",) and people and section.words[first : one.end] in known
        made.append(Marked(first, one.end, "organization" if one.kind == "person" else one.kind) if opens else one)
    return made
