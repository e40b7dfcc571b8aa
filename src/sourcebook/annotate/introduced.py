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
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


def introduced(section: Section, one: Marked) -> Marked:
    """Return a name with the kind that the noun right before it gives; as it is where that tells none."""
    if one.kind not in ("person", "organization", "place") or one.first < 2:
        return one
    before = section.words[one.first - 1].lower()
    further = section.tokens[one.first - 2].lemma.lower()
    noun = section.tokens[one.first - 1]
    kind = one.kind
    if (before == "," and further == "capital") or (before == "of" and further in PLACES):
        kind = "place"
    elif noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in BODIES:
        kind = "organization"
    elif noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in noun_class("role"):
        kind = "person" if one.end - one.first > 1 else kind
    return Marked(one.first, one.end, kind)


def bodies_introduced(section: Section, taken: Collection[int]) -> Iterator[Marked]:
    """Yield the bodies that no name holds behind the noun that introduces them ("the state news agency Sorta")."""
    for place in range(1, len(section.words)):
        noun = section.tokens[place - 1]
        if noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in BODIES and not section.skipped[place]:
            end = place
            while end < len(section.words) and end not in taken and _proper(section, end):
                end += 1
            if end > place:
                yield Marked(place, end, "organization")


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
