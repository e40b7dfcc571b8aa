"""Which pairs of acts can't be one by world, type, act or days alone, many at once: of a large story nearly all."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sourcebook.link.acts import Act
from sourcebook.link.blocking import Numbers
from sourcebook.link.compatibility import SLACK

_OPEN = date.max.toordinal() * 2
"""Further off than any day."""

OPEN, APART, DAYS = 0, 1, 2
"""What sifting says of a pair: it is to be looked at closely; two by world, type or act; two by their days."""

Value = TypeVar("Value", bound=Hashable)
Verdicts = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Sieve:
    """
    Acts as columns. All have the shape (acts,) and are in the order of the acts.

    Attributes:
        realms, types, lemmas, stems: Numbered: the same number, the same value.
        groups: The number of a set of synonym classes; ``meeting`` tells which sets have one in common.
            Shape of that: (sets, sets).
        general, told, lasting: As of ``Act``.
        first, last: Days as ordinals; far off where open.
        short: Whether the act is told to a few days.
    """

    realms: Numbers
    types: Numbers
    lemmas: Numbers
    stems: Numbers
    groups: Numbers
    meeting: NDArray[np.bool_]
    general: NDArray[np.bool_]
    told: NDArray[np.bool_]
    lasting: NDArray[np.bool_]
    first: Numbers
    last: Numbers
    short: NDArray[np.bool_]

    @classmethod
    def of(cls, acts: Sequence[Act]) -> Sieve:
        """Return the columns of these acts."""
        groups, sets = numbered([act.groups for act in acts])
        first = np.array([-_OPEN if act.earliest is None else act.earliest.toordinal() for act in acts], dtype=np.int64)
        last = np.array([_OPEN if act.latest is None else act.latest.toordinal() for act in acts], dtype=np.int64)
        return cls(
            numbered([act.realm for act in acts])[0],
            numbered([act.type for act in acts])[0],
            numbered([act.lemma for act in acts])[0],
            numbered([act.stem for act in acts])[0],
            groups,
            np.array([[not one.isdisjoint(other) for other in sets] for one in sets], dtype=np.bool_),
            np.array([act.general for act in acts], dtype=np.bool_),
            np.array([act.told for act in acts], dtype=np.bool_),
            np.array([act.lasting for act in acts], dtype=np.bool_),
            first,
            last,
            last - first <= 3 * SLACK.days,
        )

    def sift(self, one: Numbers, other: Numbers) -> Verdicts:
        """
        Return what can be said of pairs at a glance: what ``compatibility.apart`` says first of all.

        Shape (pairs,), int8: ``OPEN``, ``APART`` or ``DAYS``.
        """
        unlike = (self.lemmas[one] != self.lemmas[other]) & (self.stems[one] != self.stems[other])
        unlike &= ~self.meeting[self.groups[one], self.groups[other]]
        poor = self.general[one] | self.general[other] | self.told[one] | (self.lasting[one] != self.lasting[other])
        apart = (self.realms[one] != self.realms[other]) | (unlike & ((self.types[one] != self.types[other]) | poor))
        slack = np.where(self.short[one] & self.short[other], SLACK.days, 0)
        days = self._after(one, other, slack) | self._after(other, one, slack)
        found: Verdicts = np.where(apart, APART, np.where(days, DAYS, OPEN)).astype(np.int8)
        return found

    def _after(self, one: Numbers, other: Numbers, slack: Numbers) -> NDArray[np.bool_]:
        """Tell whether the one begins after the other's last day and the slack; the calendar's last day has none."""
        last = self.last[other]
        found: NDArray[np.bool_] = self.first[one] > np.where(last < date.max.toordinal() - slack, last + slack, last)
        return found


def numbered(values: Sequence[Value]) -> tuple[Numbers, list[Value]]:
    """
    Return a number for each value, the same for the same, and the values by number.

    >>> numbers, values = numbered(["a", "b", "a"])
    >>> numbers.tolist(), values
    ([0, 1, 0], ['a', 'b'])
    """
    known: dict[Value, int] = {}
    numbers = np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
    return numbers, list(known)
