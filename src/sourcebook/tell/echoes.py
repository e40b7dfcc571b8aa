"""What the reports of a story open with: the news that most of them put first is told first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.tell.index import Index
from sourcebook.tell.sameness import content, likeness
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
    openings = [tuple(_opening(one)) for one in sorted(found.reports.values(), key=lambda one: one.id)]
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


def _echo(found: Index, openings: Sequence[tuple[frozenset[str], ...]], event: Event) -> float:
    """Return how like an event's likest sentence is to what the reports open with, the mean over reports, 0..1."""
    told = {
        content(found.words(claim.report, around(found.reports[claim.report], claim.trigger.span)))
        for claim in (found.claims[one] for one in event.claims)
    }
    if not openings:
        return 0.0
    return max(
        (sum(max((likeness(one, other) for other in opening), default=0.0) for opening in openings) for one in told),
        default=0.0,
    ) / len(openings)
