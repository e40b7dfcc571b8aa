"""Whether a word against an event speaks of it at all: linking joins acts that are alike, not always the same ones."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.parties import Sides
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import SYMMETRIC, Role

_STEM = 5
"""Letters by which a verb and its noun are taken for one act ("agree", "agreement")."""

_NOBODY = frozenset("nobody no one none was were is are has have had been be".split())
"""Words before the act that say only that it was done to nobody."""

_BOTH = 2
"""Named parties that both share where they call the act by different words."""


def speaks_of(book: Casebook, sides: Sides, against: Claim, told: Iterable[Claim]) -> bool:
    """Tell whether a denial or negation is of the act that one of these claims tells."""
    return any(_one_act(book, sides, against, claim) for claim in told)


def _one_act(book: Casebook, sides: Sides, one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims tell one act: by one word, of named parties or of things that are not all different.

    Where the words for it differ, two named parties are in both. Two clauses that share their words are one telling.
    "Nobody was hurt" is said of what its own report told last.
    """
    if one.report == other.report and any(a.overlaps(b) for a in one.evidence for b in other.evidence):
        return False
    if words_of(book.evidence(one)) and _NOBODY.issuperset(words_of(book.evidence(one))[:-1]):
        return False
    first, second = _named(book, one), _named(book, other)
    shared = {a for a in first if any(sides.together(a, b) for b in second)}
    if not _one_word(one, other):
        return len(shared) >= _BOTH
    if first and second and not shared:
        return False
    things, others = _things(book, one), _things(book, other)
    return not things or not others or not things.isdisjoint(others)


def _one_word(one: Claim, other: Claim) -> bool:
    first, second = (claim.trigger.lemma.casefold() for claim in (one, other))
    return first == second or (min(len(first), len(second)) >= _STEM and first[:_STEM] == second[:_STEM])


def _named(book: Casebook, claim: Claim) -> set[str]:
    locals_ = {local for part in claim.participants for local in (part.local, *(each.local for each in part.of))}
    found = (book.entity(local) for local in locals_)
    return {entity.id for entity in found if entity is not None and entity.named}


def _things(book: Casebook, claim: Claim) -> set[str]:
    """
    Return what an act is done to: its entities, and the last words of those who are no actors.

    Where people meet or agree, either may be told as the one who does it.
    """
    mutual = claim.type in SYMMETRIC
    parts = [one for one in claim.participants if mutual or one.role is not Role.ACTOR]
    ends = (words_of(book.words(claim, one.span)) for one in parts)
    found = {words[-1].removesuffix("s") for words in ends if words}
    return found | {owner for one in parts if (owner := book.owners.get(one.local or "")) is not None}
