"""Rows of a story in the words and shapes that pages show."""

from __future__ import annotations

from functools import cache

import msgspec
import pycountry

from sourcebook.desk.views import (
    ClaimBody,
    ClaimCard,
    ConflictView,
    HeldBy,
    LinkView,
    PartView,
    PlaceView,
    Ref,
    SideView,
    TimeView,
    Words,
)
from sourcebook.tell.chains import chain_text, source
from sourcebook.tell.clauses import tidy
from sourcebook.tell.dates import published
from sourcebook.tell.dates import written as days
from sourcebook.tell.index import Index
from sourcebook.values.claims import ChainLink, Claim, Participant, When, Where
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Entity
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Party


def written(value: object) -> str:
    """Return a view as JSON text."""
    return msgspec.json.encode(value).decode()


def words_at(found: Index, report: str, span: Span) -> Words:
    """Return a stretch and what it says, with single spaces."""
    return Words(report, span.start, span.end, " ".join(found.words(report, span).split()))


def ref(entity: Entity | None) -> Ref | None:
    """Return an entity's id and name."""
    return None if entity is None else Ref(entity.id, entity.name, entity.kind.value)


def time_view(found: Index, report: str | None, when: When | None) -> TimeView | None:
    """Return a time; None where it tells no day at all."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    words = "" if report is None or when.span is None else words_at(found, report, when.span).text
    return TimeView(
        None if when.earliest is None else when.earliest.isoformat(),
        None if when.latest is None else when.latest.isoformat(),
        days(when),
        when.precision.value,
        words,
    )


def place_view(found: Index, report: str | None, where: Where | None) -> PlaceView | None:
    """Return a place: of the gazetteer where it is known there, else by its words alone."""
    if where is None or report is None:
        return None
    entity = found.entity(where.local)
    if entity is None:
        return PlaceView(None, words_at(found, report, where.span).text, None, None, None, None, None, "unknown")
    return place_of(entity)


def place_of(entity: Entity) -> PlaceView:
    """Return where an entity lies; of the division, only what the gazetteer tells."""
    facts = entity.place
    if facts is None:
        return PlaceView(entity.id, entity.name, None, None, None, None, None, "unknown")
    admin1 = None
    if facts.precision == "division":
        admin1 = entity.name
    elif facts.precision != "country" and len(facts.within) > 1:
        admin1 = facts.within[-2]
    return PlaceView(
        entity.id, entity.name, facts.country, _numeric(facts.country), admin1, facts.lat, facts.lon, facts.precision
    )


@cache
def _numeric(country: str | None) -> str | None:
    """Return a country's ISO 3166-1 numeric code, as map shapes are named; None for Kosovo, which has none."""
    known = None if country is None else pycountry.countries.get(alpha_3=country)
    return None if known is None else str(known.numeric)


def party_view(found: Index, party: Party) -> PartView:
    """Return somebody's part in an event."""
    words = words_at(found, party.where.report, party.where.span)
    entity = found.entities.get(party.entity or "")
    return _part(entity, party.role.value, words)


def part_view(found: Index, claim: Claim, part: Participant) -> PartView:
    """Return somebody's part in a claim."""
    return _part(found.entity(part.local), part.role.value, words_at(found, claim.report, part.span))


def _part(entity: Entity | None, role: str, words: Words) -> PartView:
    if entity is None:
        return PartView(None, words.text, NameKind.OTHER.value, role, words)
    return PartView(entity.id, entity.name, entity.kind.value, role, words)


def link_view(found: Index, claim: Claim, link: ChainLink) -> LinkView:
    """Return one step of a chain; the label is what the source is called where it can be understood alone."""
    said = source(found, claim, link)
    entity = found.entity(link.local)
    label = said.text if said is not None else "unnamed"
    if said is None and entity is not None and entity.named:
        label = entity.name
    return LinkView(
        label,
        link.kind.value,
        link.anonymous,
        ref(entity),
        None if link.span is None else words_at(found, claim.report, link.span),
        None if link.cue is None else words_at(found, claim.report, link.cue),
        link.cue_kind.value,
    )


def clause(found: Index, claim: Claim) -> str:
    """Return a claim's clause, tidied at its ends, with single spaces."""
    report = found.reports[claim.report]
    span = tidy(report, claim.evidence[0]) if claim.evidence else None
    return " ".join(report.words(span or claim.trigger.span).split())


def claim_card(found: Index, claim: Claim) -> ClaimCard:
    """Return a claim as lists show it."""
    event = found.event_of.get(claim.id)
    return ClaimCard(
        id=claim.id,
        report=claim.report,
        outlet=found.outlet(claim.report),
        day=published(found.published[claim.report]),
        event="" if event is None else event.id,
        title="" if event is None else event.title,
        status="" if event is None else event.status.value,
        who=chain_text(found, claim),
        what=clause(found, claim),
        type=claim.type.value,
        mode=claim.mode,
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        tense=claim.tense.value,
        quote=claim.quote,
        background=claim.background,
        confidence=claim.confidence,
        participants=tuple(part_view(found, claim, one) for one in claim.participants),
        place=place_view(found, claim.report, claim.place),
        time=time_view(found, claim.report, claim.time),
    )


def claim_body(found: Index, claim: Claim) -> ClaimBody:
    """Return what a claim's own page shows beside."""
    place, when = claim.place, claim.time
    return ClaimBody(
        evidence=tuple(words_at(found, claim.report, one) for one in claim.evidence),
        trigger=words_at(found, claim.report, claim.trigger.span),
        lemma=claim.trigger.lemma,
        chain=tuple(link_view(found, claim, one) for one in claim.attribution),
        acting=tuple(
            _part(found.entity(one.local), part.role.value, words_at(found, claim.report, one.span))
            for part in claim.participants
            for one in part.of
        ),
        quantities=tuple(words_at(found, claim.report, one.span) for one in claim.quantities),
        place_words=None if place is None else words_at(found, claim.report, place.span),
        place_basis="" if place is None else place.basis,
        time_words=None if when is None or when.span is None else words_at(found, claim.report, when.span),
        time_basis="" if when is None else when.basis,
        missing=claim.missing,
    )


def conflict_view(found: Index, conflict: Conflict) -> ConflictView:
    """Return a conflict with both sides' words."""
    event = found.events.get(conflict.event)
    sides = []
    for side in conflict.sides:
        held = [found.claims[one] for one in side.claims if one in found.claims]
        sides.append(
            SideView(
                side.value,
                tuple(
                    HeldBy(
                        one.id,
                        found.outlet(one.report),
                        published(found.published[one.report]),
                        chain_text(found, one),
                        tuple(words_at(found, one.report, span) for span in sorted(one.evidence)),
                    )
                    for one in held
                ),
            )
        )
    return ConflictView(
        conflict.id,
        conflict.event,
        "" if event is None else event.title,
        conflict.field.value,
        conflict.state.value,
        conflict.why,
        tuple(sides),
    )
