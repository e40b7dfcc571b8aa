"""Sets of things that are one, grown by joining; every joining says why, and some are forbidden."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sourcebook.values.links import Merge


class Joining:
    """
    A partition of ids that only grows coarser.

    ``forbidden`` is asked, before two sets become one, whether they may; it sees the members of both, sorted.
    """

    def __init__(
        self, ids: Iterable[str], forbidden: Callable[[Sequence[str], Sequence[str]], bool] | None = None
    ) -> None:
        self._root = {one: one for one in ids}
        self._members: dict[str, list[str]] = {one: [one] for one in self._root}
        self._merges: dict[str, list[Merge]] = defaultdict(list)
        self._forbidden = forbidden

    def root(self, one: str) -> str:
        """Return the smallest id of the set that ``one`` is in."""
        while self._root[one] != one:
            self._root[one] = self._root[self._root[one]]
            one = self._root[one]
        return one

    def members(self, one: str) -> list[str]:
        """Return the ids in the set of ``one``, sorted."""
        return list(self._members[self.root(one)])

    def together(self, first: str, second: str) -> bool:
        """Tell whether both are in one set."""
        return self.root(first) == self.root(second)

    def join(self, first: str, second: str, why: str, *, ask: bool = True) -> bool:
        """Make the sets of both one, unless that is forbidden; tell whether they are one now."""
        one, other = sorted((self.root(first), self.root(second)))
        if one == other:
            return True
        if ask and self._forbidden is not None and self._forbidden(self._members[one], self._members[other]):
            return False
        self._root[other] = one
        joined, added = self._members[one], self._members.pop(other)
        if len(added) == 1:
            insort(joined, added[0])
        else:
            self._members[one] = sorted((*joined, *added))
        self._merges[one] += [*self._merges.pop(other, []), Merge(min(first, second), max(first, second), why)]
        return True

    def merges(self, one: str) -> tuple[Merge, ...]:
        """Return why the set of ``one`` is one: one line fewer than it has members."""
        return tuple(sorted(self._merges.get(self.root(one), []), key=lambda merge: (merge.first, merge.second)))

    def sets(self) -> list[list[str]]:
        """Return all sets, each sorted, by their smallest ids."""
        return [list(self._members[root]) for root in sorted(self._members)]
