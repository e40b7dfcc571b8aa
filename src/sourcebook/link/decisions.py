"""What people decided about what is one: read from judgements, applied before and above every rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.values.judgements import Judgement, valued

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

    A judgement's value may list under ``first`` and ``second`` the smallest things (local entities, or claims) that
    its targets stood for when it was made; so it holds when new reports have changed the ids of wholes. Where it lists
    none, ``meant`` turns an id of a target into them. Ids that ``meant`` doesn't know are another kind of thing, or
    gone, and are passed over. Of a ``split``, the second thing leaves the first.
    """

    def __init__(self, judgements: Iterable[Judgement], meant: Mapping[str, Sequence[str]]) -> None:
        self._made: list[Decision] = []
        for one in sorted(judgements, key=lambda each: (each.when, each.id)):
            if one.undone or one.kind not in KINDS:
                continue
            first, second = _sides(one, meant)
            if one.kind != "merge":
                first -= second
            if not first or not second:
                continue
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


def _sides(judgement: Judgement, meant: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the two targets stand for; empty where that is nothing known here."""
    value = valued(judgement)
    first, second = value.get("first"), value.get("second")
    if isinstance(first, list) and isinstance(second, list):
        return frozenset(one for one in first if one in meant), frozenset(one for one in second if one in meant)
    targets = judgement.target.split()
    if len(targets) != 2 or any(one not in meant for one in targets):
        return frozenset(), frozenset()
    return frozenset(meant[targets[0]]), frozenset(meant[targets[1]])
