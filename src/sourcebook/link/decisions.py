"""What people decided about what is one: read from judgements, applied before and above every rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.values.judgements import Judgement

KINDS = frozenset({"merge", "split", "different"})


@dataclass(frozen=True, slots=True)
class Decision:
    """
    One judgement on two things, as sets of the smallest things that they stand for.

    Attributes:
        together: Whether they were decided to be one.
    """

    first: frozenset[str]
    second: frozenset[str]
    together: bool
    why: str


class Decisions:
    """
    The decisions in force: undone ones are gone, and of two on one pair the later counts.

    ``meant`` turns an id of a target into the ids of the smallest things (local entities, or claims) that it stands
    for; ids that it doesn't know are another kind of thing and are passed over. Of a ``split``, the second thing leaves
    the first.
    """

    def __init__(self, judgements: Iterable[Judgement], meant: Mapping[str, Sequence[str]]) -> None:
        self._made: list[Decision] = []
        for one in sorted(judgements, key=lambda each: (each.when, each.id)):
            targets = one.target.split()
            if one.undone or one.kind not in KINDS or len(targets) != 2 or any(each not in meant for each in targets):
                continue
            second = frozenset(meant[targets[1]])
            first = frozenset(meant[targets[0]]) - (second if one.kind != "merge" else frozenset())
            why = f"{one.by} decided" + (f": {one.why}" if one.why else "")
            self._made.append(Decision(first, second, one.kind == "merge", why))

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self._made)

    @property
    def merges(self) -> tuple[Decision, ...]:
        """Those that join, oldest first."""
        return tuple(one for one in self._made if one.together)

    def forbid(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Tell whether some pair across the two sets was decided to be different, and not later to be one."""
        if not self._made:
            return False
        one, other = frozenset(first), frozenset(second)
        for number, made in enumerate(self._made):
            if made.together:
                continue
            for here, there in ((made.first, made.second), (made.second, made.first)):
                left, right = one & here, other & there
                if left and right and not self._revoked(left, right, number):
                    return True
        return False

    def _revoked(self, left: frozenset[str], right: frozenset[str], number: int) -> bool:
        """Tell whether a later merge holds every one of these pairs."""
        return any(
            later.together
            and ((left <= later.first and right <= later.second) or (left <= later.second and right <= later.first))
            for later in self._made[number + 1 :]
        )
