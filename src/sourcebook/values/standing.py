"""What stands of what is said: statuses, origins, responses, conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.values.claims import When, Where
from sourcebook.values.kinds import ConflictField, ConflictState, EventType, LinkKind, Role, Stance, Status
from sourcebook.values.links import InReport


@dataclass(frozen=True, slots=True)
class Because:
    """The named rule that gave a status, and the claims that fired it. Rules are described in ``docs/judging.md``."""

    rule: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """
    An independent root of the chains.

    Attributes:
        label: The root's name in the reports' words ("a source within the front").
        independent: None where it can't be established (an unnamed lineage).
        loop: Ids or labels along a circular relay; empty where there is none.
    """

    label: str
    kind: LinkKind
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    independent: bool | None
    loop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """A party's answer to a claim or event. ``entity`` is an Entity id or None, ``claim`` the answering claim."""

    entity: str | None
    where: InReport
    stance: Stance
    claim: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's part in an event across its claims."""

    role: Role
    entity: str | None
    where: InReport


@dataclass(frozen=True, slots=True)
class Event:
    """
    What claims are about, and how it stands.

    Attributes:
        title: Compiled from the rows, no word that they don't hold besides the type's own phrase.
        place: The most precise place that its claims agree on, with its report; None where none.
        time: The intersection of its claims' intervals where they overlap, else the widest.
        plan_of: Id of the event that this one is the plan of.
    """

    id: str
    type: EventType
    title: str
    claims: tuple[str, ...]
    participants: tuple[Party, ...]
    place: Where | None
    place_report: str | None
    time: When | None
    time_report: str | None
    status: Status
    origins: tuple[Origin, ...]
    responses: tuple[Response, ...]
    because: tuple[Because, ...]
    plan_of: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a disputed field and who holds it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values that stand against each other. Never overwritten."""

    id: str
    event: str
    field: ConflictField
    sides: tuple[Side, ...]
    state: ConflictState
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What ``judge`` finds over a whole story."""

    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
