"""How far names reach, as their form tells it: "Orlen Shipping, Inc.", "The Orel Courier"; and storms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sourcebook.annotate.bio import Marked

FIRMS = frozenset(
    "inc inc. ltd ltd. llc l.l.c. llp l.l.p. lp l.p. corp corp. co. plc p.l.c. n.a. n.v. s.a. s.p.a. gmbh ag".split()
)
"""What a company's legal form is written as behind a comma, in lower case."""
YOUNGER = frozenset("jr jr. sr sr. ii iii iv".split())
"""What tells bearers of one name apart behind a comma, in lower case."""
FAREWELLS = frozenset("thanks thx you regards sincerely truly cheers best yours love care".split())
"""What a letter's last line ends in before the name, in lower case."""
STORMS = frozenset("hurricane typhoon cyclone".split())
"""What a storm's name stands behind, in lower case."""
NUMERALS = frozenset("I II III IV".split())
"""What tells happenings of one name apart."""
YEAR = re.compile(r"(?:19|20)\d\d")
FOUGHT = frozenset({"Battle", "Siege", "Massacre"})
"""What the name of a happening opens with before "of" and a place."""
CAPITAL, DISTRICT = "Washington", frozenset({"D.C.", "D.C", "DC"})
"""A place with a comma in its name."""
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]\.[A-Z]")
STATES = frozenset({"U.S", "U.N", "U.K", "E.U", "D.C", "U.A.E", "U.S.A", "U.S.S", "L.A", "N.Y"})
"""What looks like somebody's initials and is a state's, a body's or a town's."""
PLANETS = frozenset({"Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"})
OPENING, CLOSING = frozenset('"“„«[<'), frozenset('"”»]><(')
"""What stands before and behind a name of a list ("Taron, Ilva" <taron@orel.example>)."""


def parted(found: Sequence[Marked], words: Sequence[str]) -> list[Marked]:
    """
    Return names, those of people cut where one letter's name is followed by the next one's: "Regards, Ilva Ilva, …".

    Elsewhere the same word twice is one name: many are called Hassan Hassan.
    """
    return [part for one in found for part in _parts(one, words)]


def _parts(one: Marked, words: Sequence[str]) -> Iterator[Marked]:
    comma = one.first > 1 and words[one.first - 1] == ","
    farewell = one.first > 0 and words[one.first - 1 - comma].lower() in FAREWELLS
    if one.kind == "person" and farewell and words[one.first + 1 : one.end][:1] == words[one.first : one.first + 1]:
        yield Marked(one.first, one.first + 1, one.kind)
        yield Marked(one.first + 1, one.end, one.kind)
    else:
        yield one


def stormed(found: Sequence[Marked], words: Sequence[str]) -> list[Marked]:
    """Return names, storms as happenings, for short too ("Rita" of a Hurricane Rita), and planets as nobody."""
    told = [words[max(0, one.first - 1)].lower() in STORMS or words[one.first].lower() in STORMS for one in found]
    stars = PLANETS - {words[one.end - 1] for one in found if one.kind == "person" and one.end - one.first > 1}
    storms = {words[one.first : one.end][-1:] for one, is_storm in zip(found, told, strict=True) if is_storm}
    made = []
    for one, is_storm in zip(found, told, strict=True):
        own, kind = words[one.first : one.end], one.kind
        if kind != "organization" and (is_storm or own in storms):
            kind = "event"
        elif kind == "person" and own[-1] in stars and len(own) < 2:
            kind = "misc"
        made.append(Marked(one.first, one.end, kind))
    return made


def reaching(found: Sequence[Marked], words: Sequence[str], bounds: Sequence[int]) -> list[Marked]:
    """
    Return names in order with what belongs to them beside them; a name that another one takes in is left out.

    Args:
        bounds: Where sentences begin.
    """
    made: list[Marked] = []
    for one in sorted(found):
        if made and one.first < made[-1].end:
            continue
        turned = _turned(made[-1], one, words) if made else None
        if turned is not None:
            made[-1] = turned
            continue
        free = one.first - 1 >= (made[-1].end if made else 0) and one.first not in bounds
        begun = _with_initials(one, words) if free else one
        made.append(_with_article(_with_addition(_fought(begun, words), words), words, bounds))
    return made


def _turned(surname: Marked, given: Marked, words: Sequence[str]) -> Marked | None:
    """Return both as one name where a list has the surname first; None where they are two."""
    around = words[surname.first - 1 : surname.first], words[given.end : given.end + 1]
    listed = surname.first and around[0][0] in OPENING and around[1] and around[1][0] in CLOSING
    comma = given.first == surname.end + 1 and words[surname.end] == ","
    if listed and comma and surname.kind == given.kind == "person":
        return Marked(surname.first, given.end, "person")
    return None


def _with_addition(one: Marked, words: Sequence[str]) -> Marked:
    comma, added = words[one.end : one.end + 1] == (",",), "".join(words[one.end + 1 : one.end + 2]).lower()
    if comma and added in FIRMS:
        return Marked(one.first, one.end + 2, "organization")
    if comma and words[one.end - 1] == CAPITAL and words[one.end + 1] in DISTRICT and one.kind == "place":
        return Marked(one.first, one.end + 2, one.kind)
    if comma and added in YOUNGER and one.kind == "person":
        return Marked(one.first, one.end + 2, one.kind)
    return one


def _with_initials(one: Marked, words: Sequence[str]) -> Marked:
    """Return a person's name with the initials before it ("E.M. Taron")."""
    before = words[one.first - 1]
    initials = INITIALS.fullmatch(before) and before.rstrip(".").upper() not in STATES
    return Marked(one.first - 1, one.end, one.kind) if one.kind == "person" and initials else one


def _fought(one: Marked, words: Sequence[str]) -> Marked:
    """Return a happening with what else names it: "World War" with its number, "the Battle of Orel" whole."""
    first, end, kind = one.first, one.end, one.kind
    after = *words[end : end + 2], "", ""
    if kind == "place" and words[max(0, first - 1)] == "of" and words[max(0, first - 2)] in FOUGHT:
        return Marked(first - 2, end, "event")
    if words[end - 1] == "War" and after[0] in NUMERALS:
        return Marked(first, end + 1, "event" if words[first] == "World" else kind)
    if kind != "event":
        return one
    numbered = [place for place in range(first + 1, end) if words[place] in NUMERALS and words[place - 1] == "War"]
    if numbered:
        return Marked(first, numbered[0] + 1, kind)
    if words[end - 1] == "War" and after[0] == "of" and after[1].istitle():
        return Marked(first, end + 2, kind)
    return Marked(first, end + 1, kind) if YEAR.fullmatch(after[0]) else one


def _with_article(one: Marked, words: Sequence[str], bounds: Sequence[int]) -> Marked:
    """
    Return a name with its great "The" in the middle of a sentence ("told The Orel Courier").

    Not where a great letter tells nothing: at a sentence's start, and in titles, where the word before has one too.
    """
    place = one.first - 1
    if place < 1 or words[place] != "The" or place in bounds or one.kind not in ("organization", "misc"):
        return one
    before = words[place - 1]
    return Marked(place, one.end, one.kind) if before.islower() or before == "," else one
