"""The story in the order of time, as wide as every time is known; what is planned apart; the undated on a shelf."""

from __future__ import annotations

from datetime import date

from sourcebook.tell.citing import Draft, Numbering, cite
from sourcebook.tell.clauses import LONGEST, leans, tidy
from sourcebook.tell.composing import Composed, compose
from sourcebook.tell.dates import written
from sourcebook.tell.index import Index, index
from sourcebook.tell.ranking import DATED, best_first, weight
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Entry, Timeline
from sourcebook.tell.wording import balanced, verbatim
from sourcebook.values.claims import When
from sourcebook.values.kinds import Modality, Status
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span
from sourcebook.values.standing import Event
from sourcebook.values.story import Story

_AHEAD = frozenset(
    {Modality.PLANNED, Modality.PROMISED, Modality.CONDITIONAL, Modality.DEMANDED, Modality.HYPOTHETICAL}
)


def timeline(story: Story) -> Timeline:
    """
    Return every event that has words of its own, by its interval: earliest day first, then latest.

    A sentence is told once for every time that it tells, by the weightiest event of that time.
    """
    found = index(story)
    rows = [one for event in found.events.values() if (one := told(found, event)) is not None]
    weights = {one.event.id: weight(found, one.event, None) for one in rows}
    rows.sort(key=lambda one: (not written(one.time), -weights[one.event.id], one.event.id))
    chosen: list[Composed] = []
    covers: dict[str, list[tuple[Span, str]]] = {}
    for one in rows:
        first, when = one.covers[0], written(one.time)
        before = covers.setdefault(first.report, [])
        if any(span.overlaps(first.span) and (not when or when == other) for span, other in before):
            continue
        before.append((first.span, when))
        chosen.append(one)
    chosen.sort(key=lambda one: (_key(one.time), one.covers[0], one.event.id))
    numbering = Numbering(found)
    shelves = {
        name: tuple(entry(one, numbering) for one in chosen if _shelf(found, one) == name)
        for name in ("held", "planned", "undated")
    }
    return Timeline(story.title, shelves["held"], shelves["planned"], shelves["undated"], numbering.citations())


def told(found: Index, event: Event, introduced: frozenset[str] = frozenset()) -> Composed | None:
    """
    Return the event's line, or the sentence of its best claim in quotation marks where it has no line of its own.

    A claim that tells a time of its own goes before one that doesn't. None where every claim's sentence is too long
    and its clause only a part of another one. ``introduced`` are those whom the reader knows.
    """
    composed = compose(found, event, DATED, introduced)
    if composed is not None:
        return composed
    for claim in best_first(found, event, DATED):
        report = found.reports[claim.report]
        sentence = tidy(report, around(report, claim.trigger.span))
        own = tidy(report, claim.evidence[0]) if claim.evidence else None
        short = sentence is not None and sentence.end - sentence.start <= LONGEST
        span = sentence if short else None if leans(found, claim) else own
        if span is not None:
            where = InReport(claim.report, span)
            words = balanced(verbatim(report.id, report.text, span), quote=False).text
            quoted = words if words.startswith(("“", '"')) else f"“{words}”"
            return Composed(event, (Draft(quoted, cite([where], (claim.id,))),), (where,), frozenset(), claim.time)
    return None


def entry(composed: Composed, numbering: Numbering) -> Entry:
    """Return a line with its citation numbers."""
    event = composed.event
    return Entry(numbering.pieces(composed.pieces), written(composed.time), event.id, event.status.value)


def _shelf(found: Index, composed: Composed) -> str:
    event = composed.event
    if event.status in {Status.PLANNED, Status.CONDITIONAL} or all(
        found.claims[one].modality in _AHEAD for one in event.claims
    ):
        return "planned"
    return "held" if written(composed.time) else "undated"


def _key(when: When | None) -> tuple[date, date]:
    if when is None or (when.earliest is None and when.latest is None):
        return date.max, date.max
    return when.earliest or when.latest or date.max, when.latest or date.max
