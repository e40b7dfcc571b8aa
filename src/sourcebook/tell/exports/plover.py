"""
Events as lines of JSON with PLOVER's field names.

The names are those of the manual (Open Event Data Alliance, PLOVER, draft 0.7b1, "JSON Data Fields"), location names
those of GeoNames as the manual asks. What PLOVER has no name for stands under names of our own after them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PloverActor:
    """
    Somebody in an event.

    Attributes:
        text: The report's words.
        id: Of the entity; None where the words mean none that is known.
        name: The entity's; the words where it is None.
        kind: ``person``, ``organization``, ``group`` …
    """

    text: str
    id: str | None
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class PloverPlace:
    """Where it is told to be. Position in degrees, None for areas; ``country`` is ISO 3166-1 alpha-3."""

    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim behind an event: its words, where they stand, and who says so (outermost first)."""

    claim: str
    report: str
    outlet: str
    published: str
    url: str | None
    start: int
    end: int
    text: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverEvent:
    """
    An event.

    Attributes:
        plover: Whether the type is one of PLOVER's, not the record's own.
        date: First day, ISO 8601; None where none is told. PLOVER wants one; we make none up.
        context: Of ``future``, ``historical``, ``hypothetical``, ``negation``.
    """

    id: str
    title: str
    type: str
    plover: bool
    mode: str | None
    date: str | None
    end: str | None
    precision: str | None
    source: tuple[PloverActor, ...]
    recipient: tuple[PloverActor, ...]
    context: tuple[str, ...]
    place: PloverPlace | None
    status: str
    polarity: str
    modality: str
    origins: int | None
    mentions: tuple[Mention, ...]


def plover_lines(events: Iterable[PloverEvent], coder: str) -> bytes:
    """Return one line of JSON for every event, UTF-8; ``coder`` says what made it."""
    lines = [json.dumps(_object(one, coder), ensure_ascii=False, allow_nan=False) for one in events]
    return "".join(f"{line}\n" for line in lines).encode()


def _object(one: PloverEvent, coder: str) -> dict[str, object]:
    return {
        "id": one.id,
        "has_event": True,
        "date": one.date,
        "enddate": one.end,
        "source": [_actor(each) for each in one.source],
        "recipient": [_actor(each) for each in one.recipient],
        "event": [one.type],
        "mode": [] if one.mode is None else [one.mode],
        "context": list(one.context),
        "event_loc": None if one.place is None else _place(one.place),
        "event_text": [each.text for each in one.mentions],
        "cite_info": [
            {
                "citation": each.report,
                "url": each.url,
                "publication": each.outlet,
                "published": each.published,
                "start": each.start,
                "end": each.end,
                "claim": each.claim,
                "attribution": each.who,
            }
            for each in one.mentions
        ],
        "coder": coder,
        "comment": one.title,
        "plover": one.plover,
        "date_precision": one.precision,
        "status": one.status,
        "polarity": one.polarity,
        "modality": one.modality,
        "origins": one.origins,
    }


def _actor(one: PloverActor) -> dict[str, object]:
    return {"actor_text": one.text, "identifier_id": one.id, "identifier_text": one.name, "kind": one.kind}


def _place(one: PloverPlace) -> dict[str, object]:
    return {
        "name": one.name,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "cc3": one.country,
        "admin1": one.admin1,
        "precision": one.precision,
    }
