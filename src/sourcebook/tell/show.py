"""One row of any kind and the words that it rests on, in their context."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.errors import NotFound
from sourcebook.tell.chains import chain_text
from sourcebook.tell.citing import outer
from sourcebook.tell.claims import claim_view
from sourcebook.tell.dates import published, written
from sourcebook.tell.index import Index, index
from sourcebook.tell.sentences import around, sentences
from sourcebook.tell.views import Context, Shown
from sourcebook.values.claims import Claim
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Entity, InReport
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Event
from sourcebook.values.story import Story

_MOST = 12
"""Contexts shown of an entity; the record holds all its mentions."""


def show(story: Story, id: str) -> Shown:  # noqa: A002 - the word for what is asked
    """
    Return the row with this id: report, claim, entity, event, conflict or judgement.

    Raises:
        NotFound: If the story has no row with this id.
    """
    found = index(story)
    if id in found.claims:
        return _claim(found, found.claims[id])
    if id in found.events:
        return _event(found, found.events[id])
    if id in found.entities:
        return _entity(found, found.entities[id])
    if id in found.conflicts:
        return _conflict(found, found.conflicts[id])
    if id in found.reports:
        return _report(found, found.reports[id])
    for judgement in story.judgements:
        if judgement.id == id:
            return _judgement(found, judgement)
    raise NotFound("row", id)


def in_context(found: Index, report: str, spans: Iterable[Span]) -> Context:
    """Return the sentences that hold the spans, the spans marked; a gap between sentences is shown as ``…``."""
    source = found.reports[report]
    marked = outer(spans)
    parts: list[tuple[str, bool]] = []
    reached = None
    for stretch in outer(around(source, one) for one in marked):
        if reached is not None:
            parts.append((" " if not source.text[reached : stretch.start].strip() else " … ", False))
        at = stretch.start
        for span in (one for one in marked if stretch.holds(one)):
            if span.start > at:
                parts.append((source.text[at : span.start], False))
            parts.append((source.text[max(at, span.start) : span.end], True))
            at = max(at, span.end)
        if at < stretch.end:
            parts.append((source.text[at : stretch.end], False))
        reached = stretch.end
    return Context(report, found.outlet(report), published(found.published[report]), tuple(parts))


def _contexts(found: Index, places: Iterable[InReport]) -> tuple[Context, ...]:
    by_report: dict[str, list[Span]] = {}
    for place in places:
        by_report.setdefault(place.report, []).append(place.span)
    return tuple(in_context(found, report, spans) for report, spans in sorted(by_report.items()))


def _rows(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in rows if value)


def _claims_context(found: Index, claims: Iterable[str]) -> tuple[Context, ...]:
    rows = [found.claims[one] for one in claims if one in found.claims]
    return _contexts(found, (InReport(one.report, span) for one in rows for span in one.evidence))


def _claim(found: Index, claim: Claim) -> Shown:
    view = claim_view(found, claim)
    rows = _rows(
        ("who says so", chain_text(found, claim)),
        ("what", view.what),
        ("type", f"{view.type} {view.mode}".strip()),
        ("trigger", f"{found.words(claim.report, claim.trigger.span)} ({claim.trigger.lemma})"),
        *(tuple(one.split(": ", 1)) for one in view.participants),  # type: ignore[arg-type]
        ("place", view.place if claim.place is None else f"{view.place} [{claim.place.basis}]"),
        ("time", view.time if claim.time is None else f"{view.time} [{claim.time.basis}]"),
        *(("number", f"{found.words(claim.report, one.span)}") for one in claim.quantities),
        ("polarity", view.polarity),
        ("modality", view.modality),
        ("tense", claim.tense.value),
        ("quotation", "yes" if claim.quote else ""),
        ("background", "yes" if claim.background else ""),
        ("left empty", "; ".join(claim.missing)),
        ("confidence", f"{claim.confidence:.2f} in the reading, not in the claim"),
        ("event", f"{view.event} ({view.status})" if view.event else ""),
    )
    spans = [*claim.evidence, claim.trigger.span]
    spans += [span for link in claim.attribution for span in (link.span, link.cue) if span is not None]
    return Shown("claim", claim.id, rows, (in_context(found, claim.report, spans),))


def _event(found: Index, event: Event) -> Shown:
    def words(report: str | None, span: Span | None) -> str:
        return "" if report is None or span is None else found.words(report, span)

    rows = _rows(
        ("title", event.title),
        ("type", event.type.value),
        ("status", event.status.value),
        *(("because", f"{one.rule}: {', '.join(one.claims)}") for one in event.because),
        *(
            (one.role.value, _name(found, one.entity) or words(one.where.report, one.where.span))
            for one in event.participants
        ),
        ("place", "" if event.place is None else words(event.place_report, event.place.span)),
        ("time", written(event.time)),
        *(
            ("origin", f"{one.label} ({_independence(one.independent)}): {', '.join(one.reports)}")
            for one in event.origins
        ),
        *(
            ("answer", f"{words(one.where.report, one.where.span)}: {one.stance.value} ({one.claim})")
            for one in event.responses
        ),
        *(
            ("conflict", f"{one.field.value}, {one.state.value} ({one.id})")
            for one in found.conflicts_of.get(event.id, ())
        ),
        ("plan of", event.plan_of or ""),
        *(("joined", f"{one.first} with {one.second}: {one.why}") for one in found.merges.get(event.id, ())),
        *(("claim", one) for one in event.claims),
    )
    return Shown("event", event.id, rows, _claims_context(found, event.claims))


def _entity(found: Index, entity: Entity) -> Shown:
    place = entity.place
    lies = "" if place is None else ", ".join((*place.within, place.country or "", f"precision {place.precision}"))
    rows = _rows(
        ("name", entity.name),
        ("kind", entity.kind.value),
        *(("spelling", f"{one.text} ({len(one.places)})") for one in entity.aliases),
        ("lies in", lies),
        *((one.relation, f"{one.value} {written(one.time)}".strip() + f" ({one.claim})") for one in entity.facts),
        *(("joined", f"{one.first} with {one.second}: {one.why}") for one in entity.merges),
        *(("possibly same", f"{one.entity}: {one.why}") for one in entity.possibly_same),
    )
    return Shown("entity", entity.id, rows, _contexts(found, entity.mentions[:_MOST]))


def _conflict(found: Index, conflict: Conflict) -> Shown:
    rows = _rows(
        ("about", conflict.field.value),
        ("state", conflict.state.value),
        ("why", conflict.why),
        *(("side", f"{one.value}: {', '.join(one.claims)}") for one in conflict.sides),
        ("event", conflict.event),
    )
    return Shown(
        "conflict", conflict.id, rows, _claims_context(found, [id_ for one in conflict.sides for id_ in one.claims])
    )


def _report(found: Index, report: Report) -> Shown:
    copies = {one for pair in found.story.linking.copies if report.id in pair for one in pair} - {report.id}
    claims = [one for one in found.order if found.claims[one].report == report.id]
    rows = _rows(
        ("title", report.title or ""),
        ("outlet", report.outlet or ""),
        ("author", report.author or ""),
        ("published", f"{published(found.published[report.id])} ({found.published[report.id].basis.value})"),
        ("revised", "" if report.revised is None else report.revised.isoformat()),
        ("path", report.path or ""),
        ("address", report.url or ""),
        ("sha256", report.sha256),
        ("copies", ", ".join(sorted(copies))),
        ("claims", str(len(claims))),
    )
    spans = [span for one in claims for span in found.claims[one].evidence]
    first = sentences(report)[:1]
    return Shown("report", report.id, rows, _contexts(found, (InReport(report.id, one) for one in (spans or first))))


def _judgement(found: Index, judgement: Judgement) -> Shown:
    del found
    rows = _rows(
        ("by", judgement.by),
        ("when", judgement.when.isoformat()),
        ("kind", judgement.kind),
        ("about", judgement.target),
        ("value", judgement.value),
        ("why", judgement.why),
        ("undone", "yes" if judgement.undone else ""),
    )
    return Shown("judgement", judgement.id, rows, ())


def _name(found: Index, entity: str | None) -> str:
    return found.entities[entity].name if entity in found.entities and entity is not None else ""


def _independence(independent: bool | None) -> str:
    return {True: "independent", False: "not independent", None: "independence not established"}[independent]
