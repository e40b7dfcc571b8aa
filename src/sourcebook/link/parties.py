"""Who takes part in two acts: whether they are the same, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.link.acts import Act, Party
from sourcebook.link.things import SAID
from sourcebook.link.triggers import stem
from sourcebook.link.wording import recurs
from sourcebook.values.kinds import SYMMETRIC, EventType, Role

ITS_OWN = frozenset(
    {
        EventType.ACCUSE,
        EventType.OFFICE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.STATEMENT,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
"""Types of acts that are their actor's own: two who did the like did two things."""
_SAID = frozenset(map(stem, SAID))
OPENING = 1000
"""
Code points from a report's start in which it tells its news: headline and first paragraphs. By hand, from what freeing
the same word of its guards joins in seven stories: of what is told early in one of the reports, most is one event.
"""


def shared(first: Sequence[Party], second: Sequence[Party]) -> list[tuple[Party, Party]]:
    """Return the pairs of parties that are near each other, each party once."""
    found = []
    left = list(second)
    for one in first:
        other = next((each for each in left if one.near & each.near), None)
        if other is not None:
            found.append((one, other))
            left.remove(other)
    return found


def named_among(parties: Sequence[Party]) -> list[Party]:
    """Return the parties that bear names."""
    return [one for one in parties if one.named]


def disjoint(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """Tell whether both sides are named and nobody is on both."""
    return bool(named_among(first)) and bool(named_among(second)) and not shared(first, second)


def described_alike(one: Act, other: Act) -> int:
    """
    Return how many pairs of parties in one role a word of their descriptions joins, and no name; "claim" joins none.

    "The leader of Japan" and "the North Korean leader" are two where the reports say by name who they are.
    """
    return sum(
        bool(first.words & second.words - _SAID) and first.role == second.role
        for first in one.parties
        for second in other.parties
        if not (first.known and second.known) and not first.near & second.near
    )


def parties_apart(one: Act, other: Act, alike: float) -> str | None:
    """
    Return why the parties of two acts are too different for one.

    Inside a report pronouns and descriptions tell parties apart too: a report knows of whom it speaks. What a report
    opens with is its news, told again in the same word: there a party read wrongly is likelier than another act.

    Args:
        alike: How alike the triggers are.
    """
    news = (
        alike > 0.9
        and min(one.start, other.start) <= OPENING
        and not any(recurs(act) or act.general for act in (one, other))
    )
    if (
        not news
        and one.report == other.report
        and one.parties
        and other.parties
        and not shared(one.parties, other.parties)
    ):
        words, others = (frozenset(word for each in act.parties for word in each.words) for act in (one, other))
        if not words & others:
            return "other parties"
    if one.type in SYMMETRIC and other.type in SYMMETRIC:
        pairs = shared(one.parties, other.parties)
        left = [each for each in named_among(one.parties) if each not in {pair[0] for pair in pairs}]
        right = [each for each in named_among(other.parties) if each not in {pair[1] for pair in pairs}]
        if left and right:
            return "other parties"
        return None
    if disjoint(one.undergoing, other.undergoing):
        return "done to others"
    if _other_numbers(one.undergoing, other.undergoing):
        return "done to other numbers"
    if not news and _objects_apart(one, other):
        return "done to others"
    if one.type is EventType.TRAVEL and disjoint(one.of(Role.ACTOR), other.of(Role.ACTOR)):
        return "made by others"
    if one.type is other.type is EventType.OFFICE and disjoint(one.of(Role.ACTOR), other.of(Role.ACTOR)):
        return "held by others"
    if one.type is other.type and one.type in ITS_OWN and disjoint(one.of(Role.ACTOR), other.of(Role.ACTOR)):
        return "done by others"
    if not news and (one.of(Role.RECIPIENT) or other.of(Role.RECIPIENT) or one.groups != other.groups):
        return "other parties" if disjoint(one.parties, other.parties) else None
    return None


def _objects_apart(one: Act, other: Act) -> bool:
    """
    Tell whether two acts that mean little without their objects have objects of their own.

    To recognize a government is not to recognize a border. Of other acts the words for whom they were done to differ.
    """
    types = {one.type, other.type}
    if not types <= ITS_OWN | {EventType.OTHER} or not others_by_words(one.undergoing, other.undergoing):
        return False
    return types <= ITS_OWN or not shared(one.parties, other.parties)


def _other_numbers(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """
    Tell whether one side counts many times more of those it was done to than the other: a mended toll is near.

    Named people count one each where none of them is told on the other side as well.
    """
    counts = [sum(one.count or 0.0 for one in side) for side in (first, second)]
    if min(counts) == 0 and not shared(first, second):
        counts = [
            told or float(sum(one.person for one in side)) for told, side in zip(counts, (first, second), strict=True)
        ]
    return min(counts) > 0 and max(counts) >= _TIMES * min(counts)


_TIMES = 5
"""By hand: tolls of one event that reports tell differ less."""


def unmatched(one: Act, other: Act, pairs: Sequence[tuple[Party, Party]]) -> bool:
    """Tell whether each has a party in one role that the other lacks, by name and by description."""
    matched = {each for pair in pairs for each in pair}
    left = [each for each in one.parties if each not in matched]
    right = [each for each in other.parties if each not in matched]
    return any(
        first.role == second.role and first.words and second.words and not first.words & second.words
        for first in left
        for second in right
    )


def others_by_words(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """Tell whether both sides are described, nobody is on both, and no word of the descriptions is the same."""
    left = frozenset(word for each in first for word in each.words)
    right = frozenset(word for each in second for word in each.words)
    return bool(left) and bool(right) and not left & right and not shared(first, second)
