"""The record of a story as one JSON document (``docs/record.md``)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sourcebook.tell.index import Index, index
from sourcebook.values.claims import ChainLink, Claim, Participant, Quantity, When, Where
from sourcebook.values.links import Entity, InReport, Merge
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Event
from sourcebook.values.story import Story

Json = dict[str, object]
"""A JSON object whose keys stand in the order of the contract."""


def as_record(story: Story) -> Json:
    """
    Return the record as the contract lays it out: every key present, every list in a stable order.

    The same story gives an equal document. Nothing is rounded, left out or added in words.
    """
    found = index(story)
    return {
        "story": {
            "title": story.title,
            "sourcebook": story.version,
            "annotator": story.annotator,
            "counts": {
                "reports": len(found.reports),
                "entities": len(found.entities),
                "claims": len(found.claims),
                "events": len(found.events),
                "conflicts": len(found.conflicts),
                "judgements": len(story.judgements),
            },
        },
        "reports": [_report(found, found.reports[one]) for one in sorted(found.reports)],
        "entities": [_entity(found, found.entities[one]) for one in sorted(found.entities)],
        "claims": [_claim(found, found.claims[one]) for one in found.order],
        "events": [_event(found, found.events[one]) for one in sorted(found.events)],
        "conflicts": [_conflict(found.conflicts[one]) for one in sorted(found.conflicts)],
        "judgements": [
            {
                "id": one.id,
                "by": one.by,
                "when": one.when.isoformat(),
                "kind": one.kind,
                "target": one.target,
                "value": one.value,
                "why": one.why,
                "undone": one.undone,
            }
            for one in sorted(story.judgements, key=lambda one: (one.when.isoformat(), one.id))
        ],
    }


def record_bytes(story: Story) -> bytes:
    """Return the record as UTF-8 JSON with a line feed at its end; the same story gives the same bytes."""
    return written_record(as_record(story))


def written_record(record: Json) -> bytes:
    """Return a record as UTF-8 JSON with a line feed at its end."""
    return (json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def _span(found: Index, report: str, span: Span | None) -> Json | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": found.words(report, span)}


def _within(found: Index, where: InReport) -> Json:
    return {
        "report": where.report,
        "start": where.span.start,
        "end": where.span.end,
        "text": found.words(where.report, where.span),
    }


def _entity_id(found: Index, local: str | None) -> str | None:
    entity = found.entity(local)
    return None if entity is None else entity.id


def _report(found: Index, report: Report) -> Json:
    copies = {
        other for pair in found.story.linking.copies for one, other in (pair, pair[::-1]) if one == report.id != other
    }
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "sha256": report.sha256,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "language": report.language,
        "published": _published(found, report),
        "revised": None if report.revised is None else report.revised.isoformat(),
        "text": report.text,
        "passages": [
            {"start": one.span.start, "end": one.span.end, "kind": one.kind.value, "item": one.item}
            for one in report.passages
        ],
        "copies": sorted(copies),
    }


def _published(found: Index, report: Report) -> Json:
    published = found.published[report.id]
    return {
        "earliest": None if published.earliest is None else published.earliest.isoformat(),
        "latest": None if published.latest is None else published.latest.isoformat(),
        "basis": published.basis.value,
    }


def _time(found: Index, report: str | None, when: When | None) -> Json | None:
    if when is None:
        return None
    span = None if report is None else _span(found, report, when.span)
    if span is not None and report is not None:
        span = {"report": report, **span}
    return {
        "earliest": None if when.earliest is None else when.earliest.isoformat(),
        "latest": None if when.latest is None else when.latest.isoformat(),
        "precision": when.precision.value,
        "span": span,
        "anchor": when.anchor.value,
        "basis": when.basis,
    }


def _place(found: Index, report: str | None, where: Where | None) -> Json | None:
    if where is None or report is None:
        return None
    span = _span(found, report, where.span)
    return {
        "entity": _entity_id(found, where.local),
        "span": None if span is None else {"report": report, **span},
        "basis": where.basis,
        "also": [
            {"entity": _entity_id(found, one.local), "span": _span(found, report, one.span)} for one in where.also
        ],
    }


def _quantity(found: Index, report: str, quantity: Quantity | None) -> Json | None:
    if quantity is None:
        return None
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "span": _span(found, report, quantity.span),
    }


def _merges(merges: Iterable[Merge]) -> list[Json]:
    return [{"first": one.first, "second": one.second, "why": one.why} for one in merges]


def _entity(found: Index, entity: Entity) -> Json:
    place = entity.place
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "named": entity.named,
        "aliases": [
            {"text": one.text, "spans": [_within(found, where) for where in one.places]} for one in entity.aliases
        ],
        "mentions": [_within(found, one) for one in entity.mentions],
        "place": None
        if place is None
        else {
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision,
            "country": place.country,
            "within": list(place.within),
            "why": place.why,
        },
        "facts": [
            {
                "relation": one.relation,
                "value": one.value,
                "entity": one.entity,
                "time": _time(found, found.claims[one.claim].report if one.claim in found.claims else None, one.time),
                "claim": one.claim,
            }
            for one in entity.facts
        ],
        "possibly_same": [{"entity": one.entity, "why": one.why} for one in entity.possibly_same],
        "merges": _merges(entity.merges),
    }


def _claim(found: Index, claim: Claim) -> Json:
    report = claim.report
    event = found.event_of.get(claim.id)
    return {
        "id": claim.id,
        "report": report,
        "event": None if event is None else event.id,
        "evidence": [_span(found, report, one) for one in claim.evidence],
        "type": claim.type.value,
        "mode": claim.mode,
        "trigger": {**(_span(found, report, claim.trigger.span) or {}), "lemma": claim.trigger.lemma},
        "participants": [_participant(found, report, one) for one in claim.participants],
        "place": _place(found, report, claim.place),
        "time": _time(found, report, claim.time),
        "quantities": [_quantity(found, report, one) for one in claim.quantities],
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "tense": claim.tense.value,
        "attribution": [_link(found, report, one) for one in claim.attribution],
        "quote": claim.quote,
        "background": claim.background,
        "confidence": claim.confidence,
        "missing": list(claim.missing),
    }


def _participant(found: Index, report: str, part: Participant) -> Json:
    return {
        "role": part.role.value,
        "entity": _entity_id(found, part.local),
        "span": _span(found, report, part.span),
        "count": _quantity(found, report, part.count),
        "of": [{"entity": _entity_id(found, one.local), "span": _span(found, report, one.span)} for one in part.of],
    }


def _link(found: Index, report: str, link: ChainLink) -> Json:
    return {
        "entity": _entity_id(found, link.local),
        "span": _span(found, report, link.span),
        "kind": link.kind.value,
        "anonymous": link.anonymous,
        "cue": _span(found, report, link.cue),
        "cue_kind": link.cue_kind.value,
    }


def _event(found: Index, event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type.value,
        "title": event.title,
        "claims": list(event.claims),
        "participants": [
            {"role": one.role.value, "entity": one.entity, "span": _within(found, one.where)}
            for one in event.participants
        ],
        "place": _place(found, event.place_report, event.place),
        "time": _time(found, event.time_report, event.time),
        "status": event.status.value,
        "origins": [
            {
                "label": one.label,
                "kind": one.kind.value,
                "claims": list(one.claims),
                "reports": list(one.reports),
                "independent": one.independent,
                "loop": list(one.loop),
            }
            for one in event.origins
        ],
        "responses": [
            {
                "party": {"entity": one.entity, "span": _within(found, one.where)},
                "stance": one.stance.value,
                "claim": one.claim,
            }
            for one in event.responses
        ],
        "because": [{"rule": one.rule, "claims": list(one.claims)} for one in event.because],
        "plan_of": event.plan_of,
        "merges": _merges(found.merges.get(event.id, ())),
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "id": conflict.id,
        "event": conflict.event,
        "field": conflict.field.value,
        "sides": [{"value": one.value, "claims": list(one.claims)} for one in conflict.sides],
        "state": conflict.state.value,
        "why": conflict.why,
    }
