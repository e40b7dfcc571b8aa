"""What the reports of a story open with: the news that most of them put first is told first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.tell.index import Index
from sourcebook.tell.sameness import SHARED, content, likeness
from sourcebook.tell.sentences import around, sentences
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.standing import Event

_OPENING = 3
"""Sentences of a report's text that open it."""

_MOST = 80
"""Events, the weightiest, that are put in order so; the others keep theirs."""

_POINTS = 15.0
"""Points of an event that every report opens with, on the scale of ``ranking.weight``: an editorial choice."""


def openings_first(found: Index, ranked: Sequence[tuple[float, Event]]) -> list[Event]:
    """
    Return the events, weightiest first, with what the reports open with before what they tell further down.

    Args:
        found: The story.
        ranked: Events with their weights, weightiest first.
    """
    openings = _Openings.of(found)
    scored = [
        (-weight - _POINTS * _echo(found, openings, event), place, event)
        for place, (weight, event) in enumerate(ranked[:_MOST])
    ]
    first = [event for *_, event in sorted(scored, key=lambda one: one[:2])]
    return [*first, *(event for _, event in ranked[_MOST:])]


def _opening(report: Report) -> Iterable[frozenset[str]]:
    """Yield what the title, the headlines and the first sentences of a report hold."""
    if report.title:
        yield content(report.title)
    body = 0
    for sentence in sentences(report):
        kind = report.kind_at(sentence.start)
        body += kind is PassageKind.BODY
        if body > _OPENING:
            return
        if kind is not PassageKind.FURNITURE:
            yield content(report.words(sentence))


@dataclass(frozen=True, slots=True)
class _Openings:
    """
    What all reports open with, to be asked for what is like a sentence without comparing it with each.

    Attributes:
        sentences: What each opening sentence holds, report after report.
        owners: The number of the report of each.
        reports: How many reports there are.
        holding: For every word, the sentences that hold it: a bit for each, from the lowest on.
    """

    sentences: tuple[frozenset[str], ...]
    owners: tuple[int, ...]
    reports: int
    holding: Mapping[str, int]

    @classmethod
    def of(cls, found: Index) -> _Openings:
        reports = sorted(found.reports.values(), key=lambda one: one.id)
        rows = [(number, held) for number, report in enumerate(reports) for held in _opening(report)]
        places: dict[str, list[int]] = {}
        for place, (_, held) in enumerate(rows):
            for word in held:
                places.setdefault(word, []).append(place)
        holding = {word: sum(1 << place for place in where) for word, where in places.items()}
        return cls(tuple(held for _, held in rows), tuple(number for number, _ in rows), len(reports), holding)

    def likest(self, told: frozenset[str]) -> float:
        """Return how like a sentence the likest of every opening is to it, the sum over reports."""
        best: dict[int, float] = {}
        for place in self._near(told):
            owner = self.owners[place]
            best[owner] = max(best.get(owner, 0.0), likeness(told, self.sentences[place]))
        return sum(best.values())

    def _near(self, told: frozenset[str]) -> Iterator[int]:
        """Yield the places of the sentences that share enough words to be like it at all, in order."""
        least = [0] * SHARED  # sentences that hold at least one of the words, at least two, …
        for word in told:
            held = self.holding.get(word, 0)
            for place in range(SHARED - 1, 0, -1):
                least[place] |= least[place - 1] & held
            least[0] |= held
        for place, bit in enumerate(reversed(f"{least[-1]:b}")):
            if bit == "1":
                yield place


def _echo(found: Index, openings: _Openings, event: Event) -> float:
    """Return how like an event's likest sentence is to what the reports open with, the mean over reports, 0..1."""
    told = {
        content(found.words(claim.report, around(found.reports[claim.report], claim.trigger.span)))
        for claim in (found.claims[one] for one in event.claims)
    }
    return max(map(openings.likest, told), default=0.0) / max(openings.reports, 1)
