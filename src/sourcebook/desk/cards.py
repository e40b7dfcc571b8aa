"""Every card of a story: computed when the story has changed, and kept in the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.desk.bars import bar
from sourcebook.desk.cast import entity_card, outlets
from sourcebook.desk.describing import (
    claim_body,
    claim_card,
    conflict_view,
    party_view,
    place_view,
    time_view,
    words_at,
    written,
)
from sourcebook.desk.network import ties_of
from sourcebook.desk.portraits import ReportCard
from sourcebook.desk.queue import review_cards
from sourcebook.desk.touching import Touched, touched_between
from sourcebook.desk.views import BecauseView, EventBody, EventCard, MergeView, OriginView, ResponseView
from sourcebook.store.reading import Reading
from sourcebook.store.state import digest
from sourcebook.store.writing import Writing
from sourcebook.tell import brief
from sourcebook.tell.dates import published
from sourcebook.tell.index import Index, index
from sourcebook.values.cards import Card, CardKind, SameCard, Tie
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import ConflictState, Modality, Polarity, Status
from sourcebook.values.links import Entity
from sourcebook.values.reports import Report
from sourcebook.values.standing import Conflict, Event
from sourcebook.values.story import Story

VERSION = 3
"""Of the cards' shape: raised when it changes, so that cards of before are made anew."""

AHEAD = frozenset({Modality.PLANNED, Modality.PROMISED, Modality.CONDITIONAL, Modality.DEMANDED, Modality.HYPOTHETICAL})
"""How what is to come is told."""


def keep_cards(unit: Writing, story: Story) -> None:
    """Compute a story's cards and keep them."""
    found = index(story)
    unit.keep_cards(cards_of(found), tied(found), stamp_of(unit))


def renewed(before: Story, found: Index) -> tuple[list[Card | SameCard], list[Tie]]:
    """
    Return all cards and ties, in full those that differ between two states of a story with the same reports.

    Args:
        before: The story as the kept cards show it.
        found: The story as it is now.
    """
    touched = touched_between(index(before), found)
    return list(cards_of(found, touched)), list(tied(found, touched))


def stamp_of(unit: Writing) -> str:
    """Return what tells this state of the story, and this shape of its cards, from others."""
    return f"{VERSION}-{digest(unit.connection)[:32]}"


def hold(shelf: Reading) -> bool:
    """Tell whether the cards show the story as it is, in today's shape."""
    return (shelf.cards.stamp() or "").startswith(f"{VERSION}-")


def tied(found: Index, touched: Touched | None = None) -> Iterator[Tie]:
    """Yield who is told to do what to whom, by claim."""
    for name in found.order:
        if touched is None or name in touched.claims:
            yield from ties_of(found, found.claims[name])


def cards_of(found: Index, touched: Touched | None = None) -> Iterator[Card | SameCard]:
    """
    Yield every card, each kind in the order of its list: events latest first, the undated last.

    Args:
        found: The story.
        touched: What differs from the state that the kept cards show; of the rest only names come. None for all.
    """
    marks = _Marks.of(found, touched)
    yield from _events(found, touched, marks)
    for name in found.order:
        if touched is None or name in touched.claims:
            yield _claim(found, found.claims[name], marks)
        else:
            yield SameCard(CardKind.CLAIM, name)
    copies = _copies(found)
    reports = sorted(found.story.reports, key=lambda one: (found.published[one.id].earliest is None, one.id))
    reports.sort(key=lambda one: str(found.published[one.id].earliest or ""), reverse=True)
    for report in reports:
        if touched is None or report.id in touched.reports:
            yield _report(found, report, copies.get(report.id, ()))
        else:
            yield SameCard(CardKind.REPORT, report.id)
    counts = Counter({one.id: len(one.mentions) for one in found.story.linking.entities})
    for entity in sorted(found.story.linking.entities, key=lambda one: (not one.named, -counts[one.id], one.id)):
        if touched is None or entity.id in touched.entities:
            yield entity_card(found, entity)
        else:
            yield SameCard(CardKind.ENTITY, entity.id)
    order = list(ConflictState)
    for conflict in sorted(found.story.judged.conflicts, key=lambda one: (order.index(one.state), one.id)):
        if touched is None or conflict.id in touched.conflicts:
            yield _conflict(found, conflict)
        else:
            yield SameCard(CardKind.CONFLICT, conflict.id)
    yield from _across(found, touched)


def _events(found: Index, touched: Touched | None, marks: _Marks) -> Iterator[Card | SameCard]:
    """Yield the cards of events, latest first, and their bars, oldest first, the undated behind them."""
    bars: dict[str, Card] = {}
    latest_first = sorted(found.events.values(), key=lambda one: (_recent(one), one.id), reverse=True)
    for event in latest_first:
        if touched is not None and event.id not in touched.events:
            yield SameCard(CardKind.EVENT, event.id)
            continue
        face = event_card(found, event)
        yield _event(found, event, face, marks)
        earliest, latest = _days(event.time)
        drawn = written(bar(face))
        bars[event.id] = Card(kind=CardKind.BAR, id=event.id, face=drawn, earliest=earliest, latest=latest)
    dated = sorted((one for one in latest_first if _recent(one)), key=_starting)
    for event in (*dated, *(one for one in latest_first if not _recent(one))):
        yield bars.get(event.id) or SameCard(CardKind.BAR, event.id)


def _starting(event: Event) -> tuple[str, str, str]:
    earliest, latest = _days(event.time)
    return earliest or latest or "", latest or earliest or "", event.id


def _across(found: Index, touched: Touched | None) -> Iterator[Card | SameCard]:
    """Yield the cards that rest on the whole story: what is to be looked at, the outlets, the brief."""
    for item in review_cards(found):
        yield Card(kind=CardKind.REVIEW, id=f"{item.kind} {item.target}", face=written(item))
    for outlet in outlets(found, None if touched is None else touched.outlets):
        if isinstance(outlet, str):
            yield SameCard(CardKind.OUTLET, outlet)
        else:
            yield Card(kind=CardKind.OUTLET, id=outlet.name, face=written(outlet))
    yield Card(kind=CardKind.BRIEF, id="brief", face=written(brief(found.story)))


def _recent(event: Event) -> str:
    earliest, latest = _days(event.time)
    return latest or earliest or ""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of every claim, from which those of events come; and the plans of every event."""

    by_claim: dict[str, tuple[tuple[str, str], ...]]
    plans: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, found: Index, touched: Touched | None) -> _Marks:
        origins: dict[str, list[str]] = {}
        for told in found.events.values():
            for origin in told.origins:
                for one in origin.claims:
                    origins.setdefault(one, []).append(origin.label)
        made = {}
        for name in found.order if touched is None else touched.claims:
            claim = found.claims[name]
            pairs = [("report", claim.report), ("outlet", found.outlet(claim.report)), ("type", claim.type.value)]
            pairs.append(("modality", claim.modality.value))
            event = found.event_of.get(name)
            if event is not None:
                pairs += [("event", event.id), ("status", event.status.value)]
            for local in _locals(claim):
                entity = found.entity(local)
                if entity is not None:
                    pairs.append(("who", entity.id))
            for link in claim.attribution:
                entity = found.entity(link.local)
                if entity is not None:
                    pairs.append(("said", entity.id))
            if claim.place is not None and (entity := found.entity(claim.place.local)) is not None:
                pairs += [("where", one) for one in _wheres(entity)]
            pairs += [("origin", one) for one in origins.get(name, ())]
            made[name] = tuple(dict.fromkeys(pairs))
        plans: dict[str, tuple[str, ...]] = {}
        for told in found.story.judged.events:
            if told.plan_of is not None:
                plans[told.plan_of] = (*plans.get(told.plan_of, ()), told.id)
        return cls(made, plans)


def _wheres(entity: Entity) -> tuple[str, ...]:
    country = None if entity.place is None else entity.place.country
    return (entity.id,) if country is None else (entity.id, country)


def _locals(claim: Claim) -> Iterator[str | None]:
    for part in claim.participants:
        yield part.local
        for acting in part.of:
            yield acting.local
    for link in claim.attribution:
        yield link.local
    if claim.place is not None:
        yield claim.place.local
        for other in claim.place.also:
            yield other.local


def _days(when: When | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    return (
        None if when.earliest is None else when.earliest.isoformat(),
        None if when.latest is None else when.latest.isoformat(),
    )


def event_card(found: Index, event: Event) -> EventCard:
    """Return an event as lists show it."""
    claims = [found.claims[one] for one in event.claims]
    modes = Counter(one.mode for one in claims if one.mode is not None and one.type is event.type)
    negative = event.status is Status.DID_NOT_HAPPEN or all(one.polarity is Polarity.NEGATIVE for one in claims)
    modalities = Counter(one.modality.value for one in claims)
    unknown = any(one.independent is None for one in event.origins)
    return EventCard(
        id=event.id,
        title=event.title,
        type=event.type.value,
        mode=min(modes, key=lambda one: (-modes[one], one)) if modes else None,
        status=event.status.value,
        polarity=(Polarity.NEGATIVE if negative else Polarity.POSITIVE).value,
        modality=min(modalities, key=lambda one: (-modalities[one], one)) if modalities else Modality.ASSERTED.value,
        time=time_view(found, event.time_report, event.time),
        planned=event.status in {Status.PLANNED, Status.CONDITIONAL}
        or (bool(claims) and all(one.modality in AHEAD for one in claims)),
        place=place_view(found, event.place_report, event.place),
        participants=tuple(party_view(found, one) for one in event.participants),
        outlets=tuple(sorted({found.outlet(one.report) for one in claims})),
        origins=None if unknown else sum(one.independent is True for one in event.origins),
        claims=len(claims),
        reports=len({one.report for one in claims}),
        responses=len(event.responses),
        conflicts=sum(one.state is ConflictState.OPEN for one in found.conflicts_of.get(event.id, ())),
        history=bool(claims) and all(one.background for one in claims),
    )


def _event(found: Index, event: Event, face: EventCard, marks: _Marks) -> Card:
    pairs = [("status", event.status.value), ("type", event.type.value), ("modality", face.modality)]
    kept = {"who", "where", "outlet", "origin", "modality"}
    pairs += [one for name in event.claims for one in marks.by_claim[name] if one[0] in kept]
    if event.place is not None and (entity := found.entity(event.place.local)) is not None:
        pairs += [("where", one) for one in _wheres(entity)]
    pairs += [("origin", one.label) for one in event.origins]
    earliest, latest = _days(event.time)
    body = EventBody(
        because=tuple(BecauseView(one.rule, one.claims) for one in event.because),
        origins=tuple(
            OriginView(one.label, one.kind.value, one.claims, one.reports, one.independent, one.loop)
            for one in event.origins
        ),
        responses=tuple(
            ResponseView(
                found.entities[one.entity].name
                if one.entity in found.entities and one.entity is not None
                else words_at(found, one.where.report, one.where.span).text,
                one.entity,
                one.stance.value,
                one.claim,
                words_at(found, one.where.report, one.where.span),
            )
            for one in event.responses
        ),
        conflicts=tuple(one.id for one in found.conflicts_of.get(event.id, ())),
        merges=tuple(MergeView(one.first, one.second, one.why) for one in found.merges.get(event.id, ())),
        plan_of=event.plan_of,
        plans=marks.plans.get(event.id, ()),
    )
    said = [face.title, *(one.name for one in face.participants), face.place.name if face.place is not None else ""]
    said += [found.words(found.claims[one].report, span) for one in event.claims for span in found.claims[one].evidence]
    return Card(
        kind=CardKind.EVENT,
        id=event.id,
        face=written(face),
        body=written(body),
        words="\n".join(said),
        earliest=earliest,
        latest=latest,
        marks=tuple(dict.fromkeys(pairs)),
    )


def _claim(found: Index, claim: Claim, marks: _Marks) -> Card:
    face = claim_card(found, claim)
    earliest, latest = _days(claim.time)
    names = [one.name for one in face.participants] + [face.who, face.place.name if face.place is not None else ""]
    return Card(
        kind=CardKind.CLAIM,
        id=claim.id,
        face=written(face),
        body=written(claim_body(found, claim)),
        words="\n".join([*names, *(found.words(claim.report, span) for span in claim.evidence)]),
        earliest=earliest,
        latest=latest,
        marks=marks.by_claim[claim.id],
    )


def _conflict(found: Index, conflict: Conflict) -> Card:
    face = written(conflict_view(found, conflict))
    return Card(kind=CardKind.CONFLICT, id=conflict.id, face=face, marks=(("event", conflict.event),))


def _report(found: Index, report: Report, copies: tuple[str, ...]) -> Card:
    day = found.published[report.id]
    earliest = None if day.earliest is None else day.earliest.isoformat()
    latest = None if day.latest is None else day.latest.isoformat()
    claims = found.claims_in.get(report.id, ())
    events = {found.event_of[one.id].id for one in claims if one.id in found.event_of}
    face = ReportCard(
        id=report.id,
        title=report.title or found.outlet(report.id),
        outlet=report.outlet or "",
        author=report.author or "",
        published=published(day),
        earliest=earliest,
        latest=latest,
        basis=day.basis.value,
        url=report.url,
        path=report.path,
        claims=len(claims),
        events=len(events),
        copies=copies,
    )
    return Card(kind=CardKind.REPORT, id=report.id, face=written(face), earliest=earliest, latest=latest)


def _copies(found: Index) -> dict[str, tuple[str, ...]]:
    """Return, for every report that has some, those that carry the same text."""
    made: dict[str, list[str]] = {}
    for one, other in found.story.linking.copies:
        made.setdefault(one, []).append(other)
        made.setdefault(other, []).append(one)
    return {report: tuple(sorted(others)) for report, others in made.items()}
