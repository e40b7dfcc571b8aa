"""Sources that together confirm nothing: two phrases for what may be one body, and accounts with different doers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.parties import Sides
from sourcebook.judge.roots import Root, Sort
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Role

Doubts = frozenset[frozenset[Root]]
"""Pairs of roots."""

_BODIES = frozenset("army court embassy force government military ministry navy office parliament police staff".split())
"""Bodies of which every state has one: "the ministry" may be anybody's."""
_FIELDS = frozenset("air armed border defence defense finance foreign general health home interior justice".split())
"""Words for what such a body does, written large or small."""
_BEHIND = re.compile(r"\s(?:in|at|near)\s")
_OWNER = re.compile(r"['’]s?$")
_OWN = frozenset({"its", "their", "our", "own"})
_STEM = 4
"""Letters by which a state and its adjective are compared ("Peru", "Peruvian")."""
_ACCUSED = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types of acts of which two sides accuse each other."""


def doubts(book: Casebook, sides: Sides, held: Iterable[Claim], roots: dict[str, Root]) -> Doubts:
    """Return the pairs of named sources of an event's claims that can't be told apart, or tell of different doers."""
    told: dict[Root, list[Claim]] = {}
    for claim in held:
        if roots[claim.id].sort is Sort.NAMED:
            told.setdefault(roots[claim.id], []).append(claim)
    return frozenset(
        frozenset({one, other})
        for one, other in combinations(sorted(told), 2)
        if _maybe_one(book, sides, one, other)
        or _against_each_other(book, sides, told[one], told[other])
        or _own_only(book, told[one]) is not _own_only(book, told[other])
    )


def _maybe_one(book: Casebook, sides: Sides, one: Root, other: Root) -> bool:
    """Tell whether two sources, or bodies that they speak for, may be one by what they are called."""
    return any(may_be_one(a, b) for a in _called(book, sides, one) for b in _called(book, sides, other))


def _called(book: Casebook, sides: Sides, root: Root) -> list[str]:
    spoken = sorted(sides.of(root.key[1])) if root.key[0] == "entity" else []
    return [root.label, *(book.entities[one].name for one in spoken if one in book.entities)]


def may_be_one(one: str, other: str) -> bool:
    """
    Tell whether two phrases may call one body: one kind of body, and nothing says that it is not of one owner.

    >>> may_be_one("the ministry", "Peru’s defense ministry"), may_be_one("the Peruvian army", "Chile’s army")
    (True, False)
    >>> may_be_one("the defense ministry in Osk", "the Peruvian Defense Ministry")
    True
    """
    first, second = _read(one), _read(other)
    if first is None or second is None or first[0] != second[0]:
        return False
    return all(not a or not b or a == b for a, b in zip(first[1:], second[1:], strict=True))


def _read(phrase: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """Return a body's kind, its field and the stems of its owner; None where the phrase calls no such body."""
    words = [one for one in _BEHIND.split(phrase)[0].split() if one.lower() not in ("the", "a", "an", "own")]
    kind = words[-1].casefold().removesuffix("s") if words else ""
    if kind not in _BODIES:
        return None
    fields = frozenset(one.casefold() for one in words[:-1] if one.islower() or one.casefold() in _FIELDS)
    owned = (_OWNER.sub("", one) for one in words[:-1] if one.casefold() not in fields)
    return kind, fields, frozenset(one[:_STEM].casefold() for one in owned)


def _against_each_other(book: Casebook, sides: Sides, one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Tell whether two sources tell of an attack each by somebody else: each accuses the other, neither confirms."""
    first, second = _doers(book, sides, one), _doers(book, sides, other)
    return bool(first and second) and first.isdisjoint(second)


def _own_only(book: Casebook, claims: Iterable[Claim]) -> bool:
    """Tell whether a source tells only of its own losses ("three of its men"); the other side has others."""
    return all(
        claim.type in _ACCUSED
        and any(
            part.role is not Role.ACTOR and not _OWN.isdisjoint(words_of(book.words(claim, part.span)))
            for part in claim.participants
        )
        for claim in claims
    )


def _doers(book: Casebook, sides: Sides, claims: Iterable[Claim]) -> set[str]:
    """Return who does it, with those for whom they act; unnamed ones by the words that they are called by."""
    found: set[str] = set()
    for claim in claims:
        for part in claim.participants if claim.type in _ACCUSED else ():
            if part.role is Role.ACTOR:
                locals_of = (part.local, *(acting.local for acting in part.of))
                known = [owner for one in locals_of if (owner := book.owners.get(one or "")) is not None]
                found |= {end for owner in known for end in sides.of(owner)}
                found |= {word[:_STEM] for word in words_of(book.words(claim, part.span)) if len(word) >= _STEM}
    return found
