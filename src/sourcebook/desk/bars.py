"""What the timeline draws of an event."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.desk.views import EventCard


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a lane of the timeline."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on the timeline. ``place`` is its name; days are ISO 8601, null where open."""

    id: str
    title: str
    status: str
    type: str
    planned: bool
    earliest: str | None
    latest: str | None
    actors: tuple[Actor, ...]
    place: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The whole timeline: what has a time, oldest first, and what has none."""

    items: tuple[Bar, ...]
    undated: tuple[Bar, ...]


def bar(one: EventCard) -> Bar:
    """Return an event as the timeline draws it; whoever acts in it twice is in one lane once."""
    return Bar(
        one.id,
        one.title,
        one.status,
        one.type,
        one.planned,
        None if one.time is None else one.time.earliest,
        None if one.time is None else one.time.latest,
        tuple(dict.fromkeys(Actor(part.id, part.name) for part in one.participants if part.id is not None)),
        None if one.place is None else one.place.name,
        one.outlets,
    )
