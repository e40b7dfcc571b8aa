"""Names and kinds that the form alone gives: a numbered street, a ship behind its letters, a ministry, a newspaper."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from sourcebook.annotate.bio import Marked, covered
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
BODIES = frozenset(
    "ministry department directorate secretariat commission committee council parliament senate assembly tribunal "
    "agency authority bureau institute university academy association federation foundation party movement "
    "alliance".split()
)
"""What the name of a body is built on, in lower case; no place is called so ("Bank", "House", "Union" are)."""
LEAGUES = frozenset(
    {"united nations", "un", "u.n.", "european union", "eu", "e.u.", "african union", "au", "arab league", "nato",
     "asean", "ecowas", "opec", "osce", "cis", "brics", "mercosur", "saarc", "sadc", "g7", "g20"}
)  # fmt: skip
"""Bodies of states, in lower case, that a reader may take for the states' lands."""
LANDS = frozenset({"empire", "kingdom", "republic"})
"""What the name of a land is built on, in lower case, that a reader may take for a body."""
HAPPENINGS = frozenset(
    "war wars battle siege crisis conference festival summit rebellion revolt uprising revolution referendum election "
    "elections championship championships olympics offensive invasion massacre intifada coup riots".split()
)
"""What the name of a happening is built on, in lower case. "Congress", "Campaign" and "Games" may be bodies."""
WARLIKE = frozenset("war battle siege invasion massacre".split())
"""Those of them that "of" and a place may follow."""
WIDE = frozenset("international world annual on".split())
"""What a conference that is held has in its name, in lower case; others are bodies ("the Judicial Conference")."""
SHORTEST = 4
"""Letters from which on a title's words have great letters, whatever they are."""
OUTLETS = frozenset(
    "newspaper daily weekly magazine journal broadcaster newswire wire gazette tribune herald courier chronicle times "
    "radio television tv".split()
)
"""What an outlet's name ends in, in lower case."""
STATIONS = frozenset({"radio", "television", "tv"})
"""What an outlet's name opens with ("Radio Sarn")."""
COMPANIES = frozenset(
    "company corporation corp corp. inc inc. airlines airways railways roadways holdings industries motors energy "
    "telecom pharmaceuticals orchestra choir".split()
)
"""What a company's or an ensemble's name ends in, in lower case."""
ADDRESS = regex.compile(r"(?:[\w-]+\.)*[\w-]{2,}\.(?:com|org|net|info|news|tv|[a-z]{2})")
"""A site's address, which stands for who writes there."""
PEOPLE = ("ian", "ean", "ese", "ish", "stani")
"""Ends of adjectives that are made of a place's name."""
LINKING = frozenset("of on for to against between".split())
"""What comes behind the word that a name is built on ("the Joint Plan of Action")."""


def formed(section: Section, found: Sequence[Marked]) -> list[Marked]:
    """Return names with what their form tells: streets and ships in place of what overlaps them, overlooked bodies."""
    made = [*_streets(section), *_ships(section)]
    taken = covered(made)
    kept = [_told(section, one) for one in found if taken.isdisjoint(range(one.first, one.end))] + made
    overlooked = list(_overlooked(section, covered(one for one in kept if one.kind != "misc")))
    taken = covered(overlooked)
    kept = [one for one in kept if taken.isdisjoint(range(one.first, one.end))] + overlooked
    return kept + list(_short(section, kept))


def headed(words: Sequence[str]) -> str:
    """
    Return the word that a name is built on, in lower case: the last before "of" and the like.

    >>> headed(["University", "of", "Orel"])
    'university'
    """
    end = next((place for place, word in enumerate(words) if place > 0 and word in LINKING), len(words))
    return words[end - 1].lower()


def _told(section: Section, one: Marked) -> Marked:
    """Return a name with the kind that its words tell, where the model takes it for another."""
    if one.kind == "person":
        one = _untitled(section, one)
    words = section.words[one.first : one.end]
    if one.kind == "place" and section.tokens[one.end - 1].pos == "ADJ" and words[-1].endswith(PEOPLE):
        return Marked(one.first, one.end, "misc")
    if one.kind in ("organization", "place") and _happens(words, one.kind):
        return Marked(one.first, one.end, "event")
    if one.kind == "organization" and len(words) > 1 and headed(words) in LANDS:
        return Marked(one.first, one.end, "place")
    return Marked(one.first, one.end, "organization") if _is_body(words, one.kind) else one


def _is_body(words: Sequence[str], kind: str) -> bool:
    if kind == "place" and " ".join(words).lower() in LEAGUES:
        return True
    if len(words) < 2:
        return kind in ("person", "place") and ADDRESS.fullmatch(words[0]) is not None
    if kind != "event" and (words[-1].lower() in OUTLETS or (words[0].lower() in STATIONS and words[-1].istitle())):
        return True
    return kind in ("person", "place") and (headed(words) in BODIES or words[-1].lower() in COMPANIES)


def _happens(words: Sequence[str], kind: str) -> bool:
    """Tell whether a name is that of a happening: "Orel Film Festival", no "Conference of Priests"."""
    head = headed(words)
    if words[0] == "Operation" and words[1:2] and words[1].istitle():
        return True
    if head == "conference" and kind == "organization" and WIDE.isdisjoint(word.lower() for word in words):
        return False
    whole = words[-1].lower() == head or head in WARLIKE or "of" not in words
    return len(words) > 1 and head in HAPPENINGS and whole


def _untitled(section: Section, one: Marked) -> Marked:
    """Return a person's name without the office or rank before it; those of a ruler or a cleric stay ("Pope Iven")."""
    first = one.first
    while first < one.end - 1 and section.words[first].rstrip(".").lower() in noun_class("title"):
        first += 1
    return Marked(first, one.end, one.kind)


def _overlooked(section: Section, taken: set[int]) -> Iterator[Marked]:
    """Yield the bodies, lands and happenings that no name holds: capitalized words before the one they are built on."""
    for place, word in enumerate(section.words):
        kind = _built(word.lower())
        if kind == "event" and _in_title(section, place):
            continue
        if kind and word.istitle() and place not in taken and not section.skipped[place]:
            first = place
            while first and first - 1 not in taken and _describes(section, first - 1, place):
                first -= 1
            if first > 1 and section.words[first - 1] == "-" and section.words[first - 2].istitle() and first < place:
                first -= 2
            if first < place:
                yield Marked(first, place + 1, kind)


def _in_title(section: Section, place: int) -> bool:
    """Tell whether a word stands in a title whose words have great letters all: "Rebels Launch Major Offensive"."""
    sentence = bisect_right(section.bounds, place)
    words = section.words[section.bounds[sentence - 1] : section.bounds[sentence]]
    return not any(word.islower() and len(word) >= SHORTEST for word in words)


def _built(head: str) -> str:
    """Return the kind of the names that are built on a word; empty where none are."""
    for kind, heads in (("organization", BODIES), ("place", LANDS), ("event", HAPPENINGS)):
        if head in heads:
            return kind
    return ""


def _describes(section: Section, place: int, head: int) -> bool:
    token = section.tokens[place]
    return section.words[place].istitle() and token.head == head and token.dep in ("compound", "amod")


def _short(section: Section, found: Sequence[Marked]) -> Iterator[Marked]:
    """
    Yield what a body is called for short where no name holds it: "the Front" of a Highland Front.

    A name in the plural may stand without "the" ("Rangers captain Ilva Taron").
    """
    taken = covered(found)
    lasts = {section.words[one.end - 1] for one in found if one.kind == "organization" and one.end - one.first > 1}
    for place, word in enumerate(section.words[1:], 1):
        free = place not in taken and place + 1 not in taken and not section.skipped[place]
        called = section.words[place - 1].lower() == "the" or section.tokens[place].tag == "NNPS"
        if word in lasts and word.istitle() and free and called:
            yield Marked(place, place + 1, "organization")


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
