"""What one state of a story has different from another, as far as cards show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sourcebook.tell.index import Index
from sourcebook.values.standing import Event

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Touched:
    """
    Ids of what may be shown in another way than before; of the new state, so what is gone is not among them.

    It is too much rather than too little. A claim is shown in the light of its report (claims, who is meant by whom),
    of the entities that the report speaks of, and of its event; an event in that of its claims.

    Attributes:
        outlets: Names, as ``Index.outlet`` gives them.
    """

    events: frozenset[str]
    claims: frozenset[str]
    reports: frozenset[str]
    entities: frozenset[str]
    conflicts: frozenset[str]
    outlets: frozenset[str]


def touched_between(before: Index, after: Index) -> Touched:
    """Return what differs between two states of a story with the same reports."""
    entities = _entities(before, after)
    reports = _read_anew(before, after) | _speaking_of(before, entities) | _speaking_of(after, entities)
    conflicts = _different(before.conflicts, after.conflicts)
    events = _events(before, after, reports)
    events |= {each.conflicts[one].event for each in (before, after) for one in conflicts if one in each.conflicts}
    claims = {one.id for report in reports for one in after.claims_in.get(report, ())}
    claims |= {one for name in events for each in (before, after) for one in _told_of(each, name)}
    claims &= after.claims.keys()
    events |= {after.event_of[one].id for one in claims if one in after.event_of}
    # an event whose claims changed hands shows them all, and each of them shows its event
    claims |= {one for name in events if name in after.events for one in after.events[name].claims}
    shown = reports | {after.claims[one].report for one in claims}
    if before.story.linking.copies != after.story.linking.copies:
        shown |= after.reports.keys()
    doubted = {
        one.id for one in after.story.linking.entities if any(each.entity in entities for each in one.possibly_same)
    }
    spoken = {
        after.entity_of[local.id].id
        for report in reports
        for local in after.locals_in.get(report, ())
        if local.id in after.entity_of
    }
    conflicts |= {
        one.id
        for one in after.conflicts.values()
        if one.event in events or any(claim in claims for side in one.sides for claim in side.claims)
    }
    return Touched(
        events=frozenset(events & after.events.keys()),
        claims=frozenset(claims),
        reports=frozenset(shown),
        entities=frozenset((entities | doubted | spoken) & after.entities.keys()),
        conflicts=frozenset(conflicts & after.conflicts.keys()),
        outlets=frozenset(after.outlet(one) for one in reports),
    )


def _different(before: Mapping[str, Value], after: Mapping[str, Value]) -> set[str]:
    """Return the keys of what is new, gone or another."""
    return {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}


def _entities(before: Index, after: Index) -> set[str]:
    """Return the entities that are new, gone or other, or have another short name."""
    if before.story.linking is after.story.linking:
        return set()
    return _different(before.entities, after.entities) | _different(before.short, after.short)


def _read_anew(before: Index, after: Index) -> set[str]:
    old = {one.report: one for one in before.story.extractions}
    return {
        one.report for one in after.story.extractions if old.get(one.report) is not one and old.get(one.report) != one
    }


def _speaking_of(found: Index, entities: Iterable[str]) -> set[str]:
    known = (found.entities[one] for one in entities if one in found.entities)
    return {found.locals[local].report for one in known for local in one.members if local in found.locals}


def _events(before: Index, after: Index, reports: set[str]) -> set[str]:
    """Return the events that are new, gone or other, are joined for other reasons, or rest on one of the reports."""
    events = _different(before.events, after.events)
    for each in (before, after):
        events |= {plan for one in events if one in each.events and (plan := each.events[one].plan_of) is not None}
    if before.story.linking is not after.story.linking:
        events |= _different(before.merges, after.merges)
    events |= {
        name for name, one in after.events.items() if any(report in reports for report in _resting_on(after, one))
    }
    return events


def _resting_on(found: Index, event: Event) -> Iterator[str | None]:
    yield event.place_report
    yield event.time_report
    for one in event.claims:
        yield found.claims[one].report
    for where in (*(one.where for one in event.participants), *(one.where for one in event.responses)):
        yield where.report


def _told_of(found: Index, name: str) -> Iterator[str]:
    """Yield the claims of an event, and those of others that its origins are shown beside."""
    if name in found.events:
        yield from found.events[name].claims
        for origin in found.events[name].origins:
            yield from origin.claims
