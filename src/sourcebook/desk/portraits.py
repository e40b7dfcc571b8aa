"""What pages and the JSON API show of reports, entities, outlets and the review queue; the rest is in ``views``."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.desk.views import ClaimCard, EventCard, JudgementView, MergeView, PlaceView, Ref, TimeView, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """A report as a list shows it. ``published`` is its day in words."""

    id: str
    title: str
    outlet: str
    author: str
    published: str
    earliest: str | None
    latest: str | None
    basis: str
    url: str | None
    path: str | None
    claims: int
    events: int
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A stretch of a report that means something.

    Attributes:
        id: Of the claim, entity or attribution; one id may have several stretches.
        kind: ``source``, ``cue``, ``content``, ``name``, ``event`` or ``time``.
        label: What to say of it: the entity's name, the event's type, the time's value, the kind of cue.
        depth: How many attributions this one stands in; 0 for other kinds.
        of: Id of the attribution whose part it is, or whose content it stands in.
    """

    id: str
    kind: str
    start: int
    end: int
    label: str
    depth: int
    of: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """A report's text and what is marked on it. ``furniture`` are stretches that belong to the page."""

    text: str
    furniture: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """A report in full, with its claims and the judgements on it."""

    report: ReportCard
    text: str
    passages: tuple[tuple[int, int, str], ...]
    claims: tuple[ClaimCard, ...]
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCard:
    """Somebody or something as a list shows it."""

    id: str
    name: str
    kind: str
    named: bool
    spellings: tuple[str, ...]
    mentions: int
    reports: int
    claims: int
    doubts: int
    place: PlaceView | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that the reports use, how often, and its first places."""

    text: str
    count: int
    places: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A dated and sourced line of a dossier."""

    relation: str
    value: str
    entity: Ref | None
    time: TimeView | None
    claim: str
    report: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another entity that may be this one, and why."""

    entity: Ref
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityBody:
    """
    What an entity's own page shows beside its card.

    Attributes:
        members: What each report calls it, to be split off; their kind is the report's id.
        mentions: Report, start and end of each.
    """

    spellings: tuple[Spelling, ...]
    facts: tuple[FactView, ...]
    merges: tuple[MergeView, ...]
    doubts: tuple[Doubt, ...]
    members: tuple[Ref, ...]
    mentions: tuple[tuple[str, int, int], ...]
    within: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityDetail:
    """A dossier. ``said`` and ``events`` are the first of ``said_total`` and ``events_total``."""

    entity: EntityCard
    body: EntityBody
    said: tuple[ClaimCard, ...]
    said_total: int
    events: tuple[EventCard, ...]
    events_total: int
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """
    Something that a person should look at.

    Attributes:
        kind: ``claim``, ``conflict`` or ``pair`` (two entities that may be one: two ids joined by a space).
        doubt: How unsure, 0..1, not calibrated.
        weight: How much hangs on it. Unit: reports that tell the event, plus its answers and conflicts.
        why: Reasons for the doubt.
    """

    kind: str
    target: str
    title: str
    status: str
    event: str | None
    report: str | None
    doubt: float
    weight: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """
    An outlet: what it tells, on whose word.

    Attributes:
        relays: Whom it passes on, and in how many claims, most first.
        anonymous: Share of its attributed claims whose last source is unnamed, 0..1; null where none is attributed.
    """

    name: str
    reports: int
    claims: int
    attributed: int
    anonymous: float | None
    relays: tuple[tuple[str, int], ...]
