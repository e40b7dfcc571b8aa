"""
What pages and the JSON API show, as typed values. The API writes them as they stand here.

Days are ISO 8601. Characters are counted in Unicode code points of the report's text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Somebody or something, by id and name."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a report and what it says."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TimeView:
    """
    Days, both ends included; null is open.

    Attributes:
        value: The interval as it is written.
        words: The report's own; empty where it has none.
    """

    earliest: str | None
    latest: str | None
    value: str
    precision: str
    words: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """
    Where something is told to be.

    Attributes:
        id: Of the entity; null where the words mean none that is known.
        country: ISO 3166-1 alpha-3; ``iso`` the same place's numeric code, as maps use it.
        admin1: The first-level division's name.
        precision: ``country``, ``division``, ``district``, ``settlement``, ``feature`` or ``unknown``.
    """

    id: str | None
    name: str
    country: str | None
    iso: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class PartView:
    """A part in an event or claim: words, and the entity that they mean, if any."""

    id: str | None
    name: str
    kind: str
    role: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """
    An event as a list shows it.

    Attributes:
        planned: Whether it is told as to come.
        origins: Independent origins; null where the independence of one is not established.
        history: Whether it is told as background only.
        conflicts: Those still open.
    """

    id: str
    title: str
    type: str
    mode: str | None
    status: str
    polarity: str
    modality: str
    time: TimeView | None
    planned: bool
    place: PlaceView | None
    participants: tuple[PartView, ...]
    outlets: tuple[str, ...]
    origins: int | None
    claims: int
    reports: int
    responses: int
    conflicts: int
    history: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """
    A claim as a list shows it.

    Attributes:
        who: The chain in words, outermost first.
        what: Its clause.
        confidence: In the machine's reading, 0..1; not the standing of the claim.
        status: Of its event.
    """

    id: str
    report: str
    outlet: str
    day: str
    event: str
    title: str
    status: str
    who: str
    what: str
    type: str
    mode: str | None
    polarity: str
    modality: str
    tense: str
    quote: bool
    background: bool
    confidence: float
    participants: tuple[PartView, ...]
    place: PlaceView | None
    time: TimeView | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """One step of who says so, outermost first."""

    label: str
    kind: str
    anonymous: bool
    entity: Ref | None
    words: Words | None
    cue: Words | None
    cue_kind: str


@dataclass(frozen=True, slots=True)
class JudgementView:
    """Somebody's decision, undone or standing."""

    id: str
    by: str
    when: str
    kind: str
    target: str
    value: str
    why: str
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBody:
    """What a claim's own page shows beside its card. ``basis`` of time and place names the rule that found them."""

    evidence: tuple[Words, ...]
    trigger: Words
    lemma: str
    chain: tuple[LinkView, ...]
    acting: tuple[PartView, ...]
    quantities: tuple[Words, ...]
    place_words: Words | None
    place_basis: str
    time_words: Words | None
    time_basis: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetail:
    """A claim in full, with what people decided about it."""

    claim: ClaimCard
    body: ClaimBody
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class BecauseView:
    """The named rule that gave a status and the claims that fired it."""

    rule: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """An independent root of the chains; ``independent`` is null where it is not established."""

    label: str
    kind: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    independent: bool | None
    loop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResponseView:
    """A party's answer."""

    party: str
    entity: str | None
    stance: str
    claim: str
    words: Words


@dataclass(frozen=True, slots=True)
class MergeView:
    """Two things that were joined, by id and name, and why."""

    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True)
class HeldBy:
    """A claim that holds one side of a conflict: whose, where, and its words."""

    claim: str
    outlet: str
    day: str
    who: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One value of a disputed field and who holds it."""

    value: str
    held: tuple[HeldBy, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Values that stand against each other."""

    id: str
    event: str
    title: str
    field: str
    state: str
    why: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBody:
    """What an event's own page shows beside its card."""

    because: tuple[BecauseView, ...]
    origins: tuple[OriginView, ...]
    responses: tuple[ResponseView, ...]
    conflicts: tuple[str, ...]
    merges: tuple[MergeView, ...]
    plan_of: str | None
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail:
    """An event in full. ``claims`` are at most the first ``looking.CLAIMS``; the card counts all."""

    event: EventCard
    body: EventBody
    claims: tuple[ClaimDetail, ...]
    conflicts: tuple[ConflictView, ...]
    judgements: tuple[JudgementView, ...]
