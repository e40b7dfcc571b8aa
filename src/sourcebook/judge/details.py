"""Disagreement about where, when and by whom inside one event."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sourcebook.judge.casebook import Casebook
from sourcebook.judge.corrections import one_telling, replaces
from sourcebook.judge.fields import Interval, interval
from sourcebook.judge.geography import Spot, agree, same, spot
from sourcebook.judge.hearing import Hearing
from sourcebook.judge.parties import Sides
from sourcebook.judge.weight import Weight
from sourcebook.values.claims import Claim
from sourcebook.values.identity import digest
from sourcebook.values.kinds import ConflictField, ConflictState, EventType, Role
from sourcebook.values.standing import Conflict, Side

ONE_DOER = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.FOUND})
"""Types of acts that two strangers don't both do: two doers told are two accounts."""


def place_conflict(book: Casebook, hearing: Hearing, event: str) -> Conflict | None:
    """Return the places that can't both be right: neither holds the other, and they are far apart."""
    told: list[tuple[Spot, Claim, str]] = [
        (spot(book, claim, claim.place), claim, book.words(claim, claim.place.span))
        for claim in hearing.supporting
        if claim.place is not None
    ]
    groups: list[tuple[Spot, str, list[Claim]]] = []
    for here, claim, words in told:
        if all(agree(here, other) for other, _, _ in told):
            continue
        group = next((claims for other, _, claims in groups if same(here, other)), None)
        if group is None:
            groups.append((here, words, [claim]))
        else:
            group.append(claim)
    shown = [(words, claims) for _, words, claims in groups]
    return _conflict(book, hearing, event, ConflictField.PLACE, shown, "neither place holds the other")


def time_conflict(book: Casebook, hearing: Hearing, event: str) -> Conflict | None:
    """Return the times that share no day; only times that stand in words of the text count."""
    told: list[tuple[Interval, Claim, str]] = []
    for claim in hearing.supporting:
        days = interval(claim.time)
        if days is not None and claim.time is not None and claim.time.span is not None:
            told.append((days, claim, book.words(claim, claim.time.span)))
    first, last = (
        max((days.first for days, _, _ in told), default=None),
        min((days.last for days, _, _ in told), default=None),
    )
    groups: dict[Interval, tuple[str, list[Claim]]] = {}
    for days, claim, words in told:
        if first is not None and last is not None and (days.last < first or days.first > last):
            groups.setdefault(days, (words, []))[1].append(claim)
    return _conflict(book, hearing, event, ConflictField.TIME, list(groups.values()), "the days told do not meet")


def doer_conflict(book: Casebook, sides: Sides, hearing: Hearing, event: str) -> Conflict | None:
    """Return the doers told of an act that has one, where they are strangers to each other."""
    groups: dict[str, tuple[str, list[Claim]]] = {}
    for claim in hearing.of(Weight.HELD):
        if claim.type not in ONE_DOER:
            continue
        acting = [one for one in claim.participants if one.role is Role.ACTOR]
        doers = {book.owners[one.local] for one in acting if one.local in book.owners}
        named = sorted(doer for doer in doers if book.entities[doer].named)
        if len(named) == 1 and len(acting) == 1:
            known = next((one for one in groups if sides.together(one, named[0])), named[0])
            groups.setdefault(known, (book.entities[known].name, []))[1].append(claim)
    return _conflict(book, hearing, event, ConflictField.PARTICIPANTS, list(groups.values()), "told of different doers")


def _conflict(
    book: Casebook,
    hearing: Hearing,
    event: str,
    field: ConflictField,
    groups: Sequence[tuple[str, list[Claim]]],
    why: str,
) -> Conflict | None:
    """Return the conflict of these values; superseded where each later one takes the place of the one before."""
    flat = [claims for _, claims in groups]
    if len(groups) < 2 or one_telling(book, hearing, [claim for claims in flat for claim in claims]):
        return None
    shown = tuple(Side(words, tuple(dict.fromkeys(claim.id for claim in claims))) for words, claims in groups)
    name = digest("conflict", event, field, *(claim for side in shown for claim in side.claims))
    reasons = [_replaced(book, hearing, first, second) for first, second in pairwise(flat)]
    if all(reasons):
        return Conflict(name, event, field, shown, ConflictState.SUPERSEDED, f"{why}; {reasons[-1]}")
    return Conflict(name, event, field, shown, ConflictState.OPEN, why)


def _replaced(book: Casebook, hearing: Hearing, one: Sequence[Claim], other: Sequence[Claim]) -> str:
    """Return why all claims of one of the sides give way to some claim of the other; empty where they don't."""
    for olds, news in ((one, other), (other, one)):
        reasons = [next(filter(None, (replaces(book, hearing, new, old) for new in news)), "") for old in olds]
        if all(reasons):
            return reasons[0]
    return ""
