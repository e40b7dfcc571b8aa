"""Who, where and when of an event, across its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.geography import Spot, agree, spot, wider
from sourcebook.values.claims import Claim, When, Where
from sourcebook.values.kinds import Role
from sourcebook.values.links import InReport
from sourcebook.values.standing import Party


def merge_parties(book: Casebook, claims: Sequence[Claim]) -> tuple[Party, ...]:
    """Return every participant once a role: by its entity, or by its words where it has none."""
    found: dict[tuple[Role, str, tuple[str, ...]], Party] = {}
    for claim in claims:
        for one in claim.participants:
            entity = book.owners.get(one.local or "")
            words = () if entity is not None else words_of(book.words(claim, one.span))
            key = one.role, entity or "", words
            found.setdefault(key, Party(one.role, entity, InReport(claim.report, one.span)))
    order = (Role.ACTOR, Role.PARTICIPANT, Role.RECIPIENT)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.role) if one.role in order else len(order)))


def agreed_place(book: Casebook, claims: Sequence[Claim]) -> tuple[Where, str] | None:
    """
    Return the most precise place that fits every other one told, and its report.

    Where no place fits all, the one that fits most claims is returned; of equals the first told.
    """
    told = [(claim, claim.place, spot(book, claim, claim.place)) for claim in claims if claim.place is not None]
    best: tuple[tuple[int, int], Where, str] | None = None
    for claim, where, here in told:
        score = sum(agree(here, other) for _, _, other in told), _depth(here, [other for _, _, other in told])
        if best is None or score > best[0]:
            best = score, where, claim.report
    return None if best is None else (best[1], best[2])


def _depth(here: Spot, others: Sequence[Spot]) -> int:
    """Return how many of the other places hold this one, with its own precision to settle ties."""
    return sum(wider(other, here) for other in others) * 10 + here.rank


@dataclass(frozen=True, slots=True)
class Interval:
    """Days, both ends included; an open end is the first or last day that the calendar has."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Width. Unit: days."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def interval(when: When | None) -> Interval | None:
    """Return the days that a time tells; None where it tells none."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    found = Interval(when.earliest or date.min, when.latest or date.max)
    return found if found.first <= found.last else None


def agreed_time(claims: Sequence[Claim]) -> tuple[When, str] | None:
    """
    Return the days on which all its claims agree, and the report of the words that tell it most closely.

    Where not all overlap, the widest of the times told is returned, so that nothing is ruled out silently.
    """
    told = [(claim, claim.time, days) for claim in claims if (days := interval(claim.time)) and claim.time is not None]
    if not told:
        return None
    first, last = max(days.first for _, _, days in told), min(days.last for _, _, days in told)
    narrow = min(told, key=lambda one: (one[1].span is None, one[2].days))
    if first > last:
        wide = max(told, key=lambda one: one[2].days)
        return wide[1], wide[0].report
    claim, when, days = narrow
    if (days.first, days.last) == (first, last):
        return when, claim.report
    basis = f"{when.basis}; narrowed by {len(told) - 1} more"
    shown = When(
        None if first == date.min else first,
        None if last == date.max else last,
        when.precision,
        when.span,
        when.anchor,
        basis,
    )
    return shown, claim.report
