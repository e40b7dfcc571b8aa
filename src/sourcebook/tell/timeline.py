"""The story in the order of time, as wide as every time is known; what is planned apart; the undated on a shelf."""

from __future__ import annotations

from datetime import date

from sourcebook.tell.citing import Draft, Numbering, cite
from sourcebook.tell.clauses import tidy
from sourcebook.tell.composing import Composed, compose
from sourcebook.tell.dates import written
from sourcebook.tell.index import Index, index
from sourcebook.tell.ranking import best_first, section_of, weight
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Entry, Timeline
from sourcebook.values.kinds import Modality, Status
from sourcebook.values.links import InReport
from sourcebook.values.standing import Event
from sourcebook.values.story import Story

_AHEAD = frozenset(
    {Modality.PLANNED, Modality.PROMISED, Modality.CONDITIONAL, Modality.DEMANDED, Modality.HYPOTHETICAL}
)


def timeline(story: Story) -> Timeline:
    """
    Return every event that has words of its own, by its interval: earliest day first, then latest.

    An event that another line of the same time tells in the same words is not told again.
    """
    found = index(story)
    numbering = Numbering(found)
    chosen: list[Composed] = []
    covers: dict[tuple[str, str], list[InReport]] = {}
    for event in sorted(found.events.values(), key=lambda one: (-weight(found, one, None), one.id)):
        composed = told(found, event)
        if composed is None:
            continue
        first = composed.covers[0]
        key = (first.report, written(event.time))
        if any(one.span.overlaps(first.span) for one in covers.get(key, ())):
            continue
        covers.setdefault(key, []).append(first)
        chosen.append(composed)
    chosen.sort(key=lambda one: (_key(one.event), one.covers[0], one.event.id))
    shelves = {
        name: tuple(entry(one, numbering) for one in chosen if _shelf(found, one.event) == name)
        for name in ("held", "planned", "undated")
    }
    return Timeline(story.title, shelves["held"], shelves["planned"], shelves["undated"], numbering.citations())


def told(found: Index, event: Event) -> Composed | None:
    """
    Return the event's line, or the words of its best claim in quotation marks where it has no line of its own.

    None where an event's every claim lies in words that no report keeps (a page's furniture).
    """
    composed = compose(found, event, section_of(found, event))
    if composed is not None:
        return composed
    for claim in best_first(found, event, ""):
        report = found.reports[claim.report]
        span = tidy(report, claim.evidence[0] if claim.evidence else around(report, claim.trigger.span))
        if span is not None:
            where = InReport(claim.report, span)
            words = " ".join(report.words(span).split())
            return Composed(event, (Draft(f"“{words}”", cite([where], (claim.id,))),), (where,), frozenset())
    return None


def entry(composed: Composed, numbering: Numbering) -> Entry:
    """Return a line with its citation numbers."""
    event = composed.event
    return Entry(numbering.pieces(composed.pieces), written(event.time), event.id, event.status.value)


def _shelf(found: Index, event: Event) -> str:
    if event.status in {Status.PLANNED, Status.CONDITIONAL} or all(
        found.claims[one].modality in _AHEAD for one in event.claims
    ):
        return "planned"
    return "held" if written(event.time) else "undated"


def _key(event: Event) -> tuple[date, date]:
    when = event.time
    if when is None or (when.earliest is None and when.latest is None):
        return date.max, date.max
    return when.earliest or when.latest or date.max, when.latest or date.max
