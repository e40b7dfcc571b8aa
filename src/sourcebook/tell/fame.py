"""How much the words of a story's reports have in common: what many of them tell, and tell first, is its news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.tell.checker import JOINING
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around, sentences
from sourcebook.text.stems import stems
from sourcebook.values.claims import Claim
from sourcebook.values.reports import PassageKind, Report

_LEAST = 4
"""Letters of a stem that can carry news; shorter ones are mostly grammar."""

_FEW = 6
"""Stems below which a sentence's share is damped: two famous words make no news."""

_GRAMMAR = JOINING | frozenset(
    """
    after again against been before being between could during ever every from have having here into just last least
    like made make many more most much must never only other over said same several should since some such than that
    their them then there these they this those through today under until upon very well were what when where which
    while will with within would year years month week week’s also both down each either even first next
    """.split()
)


@dataclass(frozen=True, slots=True)
class Fame:
    """
    What words count, by stem.

    Attributes:
        shared: Share of the reports that have the word, 0..1.
        leading: Share of the reports that have it in their headline or first sentence, 0..1.
    """

    shared: Mapping[str, float]
    leading: Mapping[str, float]

    def of(self, found: Index, claim: Claim) -> float:
        """
        Return how much of the story's news a claim's sentence holds, 0..1.

        The mean over its words of both shares, as in SumBasic (Nenkova and Vanderwende 2005), which takes the mean
        probability of a sentence's words; reports instead of occurrences, so that a long report counts no more.
        """
        report = found.reports[claim.report]
        held = carrying(report.words(around(report, claim.trigger.span)))
        if not held:
            return 0.0
        points = sum(self.shared.get(one, 0.0) + self.leading.get(one, 0.0) for one in sorted(held))
        return points / 2 / max(len(held), _FEW)


def fame(found: Index) -> Fame:
    """Return what the words of a story's reports count."""
    reports = sorted(found.reports.values(), key=lambda one: one.id)
    shared: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    for report in reports:
        body = " ".join(report.words(one.span) for one in report.passages if one.kind is not PassageKind.FURNITURE)
        shared.update(carrying(body or report.text))
        leading.update(carrying(" ".join(_opening(report))))
    count = max(len(reports), 1)
    return Fame(
        {one: times / count for one, times in shared.items()}, {one: times / count for one, times in leading.items()}
    )


def _opening(report: Report) -> Iterable[str]:
    """Yield the headlines and the first sentence of the body."""
    yield report.title or ""
    for passage in report.passages:
        if passage.kind is PassageKind.HEADLINE:
            yield report.words(passage.span)
    for sentence in sentences(report):
        if report.kind_at(sentence.start) is PassageKind.BODY:
            yield report.words(sentence)
            return


@lru_cache(maxsize=4096)
def carrying(text: str, least: int = _LEAST) -> frozenset[str]:
    """Return the stems of words that may carry news; ``least`` is how many letters they have at least."""
    return frozenset(one for one in stems(text) if len(one) >= least and one not in _GRAMMAR and not one.isnumeric())
