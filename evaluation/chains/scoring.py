"""How well chains found agree with those expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from evaluation.chains.cases import Expected
from sourcebook.values.claims import ChainLink
from sourcebook.values.spans import Span


@dataclass(slots=True)
class Tally:
    """
    Counts over marked words; all are sums, so tallies add.

    Attributes:
        words: Marked words.
        claims: Those that the record has a claim at.
        exact: Those whose chain has the right sources in the right order and no others.
        whole: Those of the exact ones where every kind, anonymity and cue is right too.
        matched: Links found that are expected, in order.
        kinds: Matched links of the right kind; so for ``anonymous`` and ``cues``.
    """

    words: int = 0
    claims: int = 0
    exact: int = 0
    whole: int = 0
    expected: int = 0
    found: int = 0
    matched: int = 0
    kinds: int = 0
    anonymous: int = 0
    cues: int = 0

    def add(self, other: Tally) -> None:
        """Add another tally's counts."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def figures(self) -> dict[str, float]:
        """
        Return the shares, each in 0..1; 0 where there is nothing to divide by.

        ``exact`` and ``whole`` are of marked words, ``link_f1`` is over links, the others are of matched links.
        """
        return {
            "exact": _share(self.exact, self.words),
            "whole": _share(self.whole, self.words),
            "link_f1": _share(2 * self.matched, self.expected + self.found),
            "kind": _share(self.kinds, self.matched),
            "anonymous": _share(self.anonymous, self.matched),
            "cue_kind": _share(self.cues, self.matched),
            "claims": _share(self.claims, self.words),
        }


def compare(expected: Sequence[Expected], found: Sequence[ChainLink], marked: Span, *, claimed: bool) -> Tally:
    """Return the counts of one marked word."""
    pairs = aligned(expected, found, marked)
    right = Tally(
        words=1,
        claims=int(claimed),
        exact=int(len(pairs) == len(expected) == len(found)),
        expected=len(expected),
        found=len(found),
        matched=len(pairs),
        kinds=sum(link.kind in one.kinds for one, link in pairs),
        anonymous=sum(link.anonymous in one.anonymous for one, link in pairs),
        cues=sum(link.cue_kind in one.cue_kinds for one, link in pairs),
    )
    right.whole = int(bool(right.exact) and right.kinds == right.anonymous == right.cues == len(pairs))
    return right


def same_source(one: Expected, link: ChainLink, marked: Span) -> bool:
    """
    Tell whether a link's source is the one expected.

    Its words hold a character of the expected head and none of the marked word; where the text names nobody it must
    have no words.
    """
    if one.head is None or link.span is None:
        return one.head is None and link.span is None
    return link.span.overlaps(one.head) and not link.span.overlaps(marked)


def aligned(expected: Sequence[Expected], found: Sequence[ChainLink], marked: Span) -> list[tuple[Expected, ChainLink]]:
    """Return the longest list of pairs with the same source that keeps both orders (longest common subsequence)."""
    best: list[list[list[tuple[Expected, ChainLink]]]] = [
        [[] for _ in range(len(found) + 1)] for _ in range(len(expected) + 1)
    ]
    for i, one in enumerate(expected):
        for j, link in enumerate(found):
            if same_source(one, link, marked):
                best[i + 1][j + 1] = [*best[i][j], (one, link)]
            else:
                best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], key=len)
    return best[len(expected)][len(found)]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
