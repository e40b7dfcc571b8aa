"""One thing across reports: entities, events, and why they were joined."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.values.claims import When
from sourcebook.values.kinds import EventType, NameKind
from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class InReport:
    """A span and the report that it lies in."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """
    Where a place lies.

    Attributes:
        lat: Degrees north, -90..90; None where unknown. ``lon``: degrees east, -180..180.
        precision: ``country``, ``division`` (first-level), ``district``, ``settlement``, ``feature`` or ``unknown``.
        country: ISO 3166-1 alpha-3, or None.
        within: Names from near to far.
        why: What settled it among homonyms.
    """

    lat: float | None
    lon: float | None
    precision: str
    country: str | None
    within: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that the reports use, and where."""

    text: str
    places: tuple[InReport, ...]


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Another entity that may be this one, and the reason for doubt."""

    entity: str
    why: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two things that were joined, and why. Ids of local entities, or of claims."""

    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated and sourced line of a dossier; ``entity`` is the other side's id where there is one."""

    relation: str
    value: str
    entity: str | None
    time: When | None
    claim: str


@dataclass(frozen=True, slots=True)
class Entity:
    """
    Somebody or something across reports.

    Attributes:
        id: Made from its members' smallest local id, so it is stable for the same inputs.
        members: LocalEntity ids.
        mentions: All of them, in order of report id and place.
        merges: Why its members are one.
    """

    id: str
    kind: NameKind
    name: str
    named: bool
    aliases: tuple[Alias, ...]
    mentions: tuple[InReport, ...]
    members: tuple[str, ...]
    merges: tuple[Merge, ...] = ()
    place: PlaceFacts | None = None
    facts: tuple[Fact, ...] = ()
    possibly_same: tuple[PossiblySame, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    What an entity is called and where it is spoken of, without the rest.

    Attributes:
        names: Its name, then its aliases.
        reports: The report of every mention, in order.
        members: LocalEntity ids.
    """

    id: str
    kind: NameKind
    named: bool
    names: tuple[str, ...]
    reports: tuple[str, ...]
    members: tuple[str, ...]

    @classmethod
    def of(cls, entity: Entity) -> Sketch:
        """Return the sketch of an entity."""
        names = (entity.name, *(one.text for one in entity.aliases))
        reports = tuple(one.report for one in entity.mentions)
        return cls(entity.id, entity.kind, entity.named, names, reports, entity.members)


@dataclass(frozen=True, slots=True)
class Happening:
    """
    What several claims are about, before anything is judged of it.

    Attributes:
        id: Made from the smallest claim id.
        claims: Claim ids in order of report and place.
        plan_of: Id of the happening that this one is the plan of; None where none.
    """

    id: str
    type: EventType
    claims: tuple[str, ...]
    merges: tuple[Merge, ...] = ()
    plan_of: str | None = None


@dataclass(frozen=True, slots=True)
class Linking:
    """
    What ``link`` finds.

    Attributes:
        entities: By id.
        happenings: Every claim is in exactly one.
        copies: Pairs of report ids that carry the same text, whole or nearly, first id smaller.
    """

    entities: tuple[Entity, ...]
    happenings: tuple[Happening, ...]
    copies: tuple[tuple[str, str], ...] = ()
