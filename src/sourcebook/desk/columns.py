"""The columns of exported tables: the data dictionary of ``docs/exports.md`` is made of these."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.desk.drawing import Edge, Knot
from sourcebook.desk.views import ClaimBody, ClaimCard, EventBody, EventCard, PartView, PlaceView
from sourcebook.tell.exports import Column, Sort
from sourcebook.values.kinds import Role

SPOTS = frozenset({"settlement", "feature"})
"""Precisions of places that are points on a map; the others are areas."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with what stands behind its card."""

    card: EventCard
    body: EventBody


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what stands behind its card."""

    card: ClaimCard
    body: ClaimBody


def position(place: PlaceView | None) -> tuple[float, float] | None:
    """Return longitude and latitude of a place that is a point; None for an area, whose middle would mislead."""
    if place is None or place.lat is None or place.lon is None or place.precision not in SPOTS:
        return None
    return place.lon, place.lat


def middle(place: PlaceView | None) -> tuple[float, float] | None:
    """Return longitude and latitude of an area's middle; None for a point, which has a position."""
    if place is None or place.lat is None or place.lon is None or place.precision in SPOTS:
        return None
    return place.lon, place.lat


def names(parts: tuple[PartView, ...], role: Role) -> tuple[str, ...]:
    """Return who has that role, each name once."""
    return tuple(dict.fromkeys(one.name for one in parts if one.role == role.value))


def ids(parts: tuple[PartView, ...]) -> tuple[str, ...]:
    """Return the ids of all who have a part, each once."""
    return tuple(dict.fromkeys(one.id for one in parts if one.id is not None))


def _placed(one: PlaceView | None, name: str) -> str | None:
    return None if one is None else getattr(one, name)


T, L, D, W, N, F = Sort.TEXT, Sort.LIST, Sort.DAY, Sort.WHOLE, Sort.NUMBER, Sort.FLAG


EVENTS: tuple[Column[EventRow], ...] = (
    Column("id", T, "Of the event, as in the record and the desk's addresses.", lambda one: one.card.id),
    Column("title", T, "What happened, compiled from the rows.", lambda one: one.card.title),
    Column("type", T, "PLOVER's type, or one of the record's own (docs/record.md).", lambda one: one.card.type),
    Column("mode", T, "PLOVER's mode; empty where the words give none.", lambda one: one.card.mode),
    Column("status", T, "How it stands (docs/judging.md).", lambda one: one.card.status),
    Column("rules", L, "Named rules that gave the status.", lambda one: tuple(two.rule for two in one.body.because)),
    Column("polarity", T, "`negative` where it is told as not so.", lambda one: one.card.polarity),
    Column("modality", T, "How most of its claims put it.", lambda one: one.card.modality),
    Column("planned", F, "Whether it is told as to come.", lambda one: one.card.planned),
    Column("history", F, "Whether it is told as background only.", lambda one: one.card.history),
    Column(
        "earliest",
        D,
        "First day that it may have been on; empty where open or not told.",
        lambda one: None if one.card.time is None else one.card.time.earliest,
    ),
    Column(
        "latest",
        D,
        "Last such day, included; empty where open or not told.",
        lambda one: None if one.card.time is None else one.card.time.latest,
    ),
    Column(
        "time_precision",
        T,
        "How wide the time is told: day, week, month, season, year, decade, range, open.",
        lambda one: None if one.card.time is None else one.card.time.precision,
    ),
    Column(
        "time_words",
        T,
        "The report's words for it; empty where it follows from the day of publication.",
        lambda one: None if one.card.time is None else one.card.time.words,
    ),
    Column("place", T, "Where; empty where none is told.", lambda one: _placed(one.card.place, "name")),
    Column("place_id", T, "Of the place's entity.", lambda one: _placed(one.card.place, "id")),
    Column("country", T, "ISO 3166-1 alpha-3 of the place.", lambda one: _placed(one.card.place, "country")),
    Column("admin1", T, "First-level division of the place.", lambda one: _placed(one.card.place, "admin1")),
    Column(
        "place_precision",
        T,
        "country, division, district, settlement, feature or unknown.",
        lambda one: _placed(one.card.place, "precision"),
    ),
    Column(
        "latitude",
        N,
        "Degrees north, of settlements and features alone: an area has no point.",
        lambda one: None if (found := position(one.card.place)) is None else found[1],
    ),
    Column(
        "longitude",
        N,
        "Degrees east, likewise.",
        lambda one: None if (found := position(one.card.place)) is None else found[0],
    ),
    Column(
        "middle_latitude",
        N,
        "Degrees north of an area's middle: for a label, not where it was.",
        lambda one: None if (found := middle(one.card.place)) is None else found[1],
    ),
    Column(
        "middle_longitude",
        N,
        "Degrees east, likewise.",
        lambda one: None if (found := middle(one.card.place)) is None else found[0],
    ),
    Column("actors", L, "Who did it.", lambda one: names(one.card.participants, Role.ACTOR)),
    Column("recipients", L, "To whom it was done.", lambda one: names(one.card.participants, Role.RECIPIENT)),
    Column(
        "participants", L, "Who took part side by side.", lambda one: names(one.card.participants, Role.PARTICIPANT)
    ),
    Column("entity_ids", L, "Entities of all of these, each once.", lambda one: ids(one.card.participants)),
    Column("outlets", L, "Who reported it.", lambda one: one.card.outlets),
    Column(
        "origins",
        W,
        "Independent origins; empty where the independence of one is not established.",
        lambda one: one.card.origins,
    ),
    Column("origin_names", L, "What the chains end in.", lambda one: tuple(two.label for two in one.body.origins)),
    Column("reports", W, "Reports that tell it.", lambda one: one.card.reports),
    Column("claims", W, "Claims about it.", lambda one: one.card.claims),
    Column(
        "responses",
        L,
        "Answers of parties: who, and how.",
        lambda one: tuple(f"{two.party}: {two.stance}" for two in one.body.responses),
    ),
    Column("open_conflicts", W, "Disagreements that are open.", lambda one: one.card.conflicts),
    Column("plan_of", T, "Id of the event that this one is the plan of.", lambda one: one.body.plan_of),
)

CLAIMS: tuple[Column[ClaimRow], ...] = (
    Column("id", T, "Of the claim.", lambda one: one.card.id),
    Column("report", T, "Id of the report that tells it.", lambda one: one.card.report),
    Column("outlet", T, "Who published it.", lambda one: one.card.outlet),
    Column("published", T, "The report's day in words; `undated` where it is not known.", lambda one: one.card.day),
    Column("event", T, "Id of the event that it is about.", lambda one: one.card.event),
    Column("title", T, "That event's title.", lambda one: one.card.title),
    Column("status", T, "How that event stands (docs/judging.md).", lambda one: one.card.status),
    Column("who", T, "Who says so, outermost first, with ← between.", lambda one: one.card.who),
    Column(
        "sources",
        L,
        "The chain's steps: name, kind of source, what the words do.",
        lambda one: tuple(f"{two.label} ({two.kind}, {two.cue_kind})" for two in one.body.chain),
    ),
    Column(
        "anonymous",
        F,
        "Whether the last source is unnamed; empty where the report itself says so.",
        lambda one: one.body.chain[-1].anonymous if one.body.chain else None,
    ),
    Column("what", T, "Its clause, in the report's words.", lambda one: one.card.what),
    Column("words", L, "All the words that it rests on.", lambda one: tuple(two.text for two in one.body.evidence)),
    Column(
        "start",
        W,
        "Where the first of them begin in the report's text. Unit: code points.",
        lambda one: one.body.evidence[0].start if one.body.evidence else None,
    ),
    Column(
        "end",
        W,
        "Where they end, excluded.",
        lambda one: one.body.evidence[0].end if one.body.evidence else None,
    ),
    Column("type", T, "PLOVER's type, or one of the record's own.", lambda one: one.card.type),
    Column("mode", T, "PLOVER's mode; empty where the words give none.", lambda one: one.card.mode),
    Column("trigger", T, "The word that tells the act.", lambda one: one.body.trigger.text),
    Column("lemma", T, "Its dictionary form.", lambda one: one.body.lemma),
    Column("polarity", T, "`negative` where it is said not to be so.", lambda one: one.card.polarity),
    Column("modality", T, "How the text puts it.", lambda one: one.card.modality),
    Column("tense", T, "When it lies, seen from the report.", lambda one: one.card.tense),
    Column("quote", F, "Whether it stands inside quotation marks.", lambda one: one.card.quote),
    Column("background", F, "Whether it is told as earlier history.", lambda one: one.card.background),
    Column("actors", L, "Who does it.", lambda one: names(one.card.participants, Role.ACTOR)),
    Column("recipients", L, "To whom.", lambda one: names(one.card.participants, Role.RECIPIENT)),
    Column(
        "participants", L, "Who takes part side by side.", lambda one: names(one.card.participants, Role.PARTICIPANT)
    ),
    Column("entity_ids", L, "Entities of all of these, each once.", lambda one: ids(one.card.participants)),
    Column("quantities", L, "Numbers, in words.", lambda one: tuple(two.text for two in one.body.quantities)),
    Column("place", T, "Where; empty where none is told.", lambda one: _placed(one.card.place, "name")),
    Column("place_id", T, "Of the place's entity.", lambda one: _placed(one.card.place, "id")),
    Column("country", T, "ISO 3166-1 alpha-3 of the place.", lambda one: _placed(one.card.place, "country")),
    Column(
        "place_precision",
        T,
        "country, division, district, settlement, feature or unknown.",
        lambda one: _placed(one.card.place, "precision"),
    ),
    Column("place_basis", T, "Rule that found the place.", lambda one: one.body.place_basis),
    Column(
        "earliest",
        D,
        "First day; empty where open or not told.",
        lambda one: None if one.card.time is None else one.card.time.earliest,
    ),
    Column(
        "latest",
        D,
        "Last day, included; empty where open or not told.",
        lambda one: None if one.card.time is None else one.card.time.latest,
    ),
    Column(
        "time_precision",
        T,
        "How wide the time is told: day, week, month, season, year, decade, range, open.",
        lambda one: None if one.card.time is None else one.card.time.precision,
    ),
    Column(
        "time_words",
        T,
        "The report's words for it; empty where it follows from the day of publication.",
        lambda one: None if one.card.time is None else one.card.time.words,
    ),
    Column("time_basis", T, "Rule that found the time.", lambda one: one.body.time_basis),
    Column(
        "confidence",
        N,
        "In the machine's reading, 0 to 1; not the standing of the claim.",
        lambda one: one.card.confidence,
    ),
    Column("missing", L, "Why parts are empty.", lambda one: one.body.missing),
)

NODES: tuple[Column[Knot], ...] = (
    Column("id", T, "Of the entity.", lambda one: one.id),
    Column("name", T, "Its fullest name.", lambda one: one.name),
    Column("kind", T, "person, organization, group, place …", lambda one: one.kind),
    Column("weight", W, "Claims of its edges, together.", lambda one: one.weight),
)

EDGES: tuple[Column[Edge], ...] = (
    Column("id", T, "Relation and both ends.", lambda one: one.id),
    Column("source", T, "Who does it.", lambda one: one.source),
    Column("target", T, "To whom.", lambda one: one.target),
    Column("relation", T, "meets, accuses, supports, quotes, fights or other.", lambda one: one.relation),
    Column("count", W, "Claims that tell it.", lambda one: one.count),
    Column("claims", L, "Their ids, the first fifty.", lambda one: one.claims),
)
