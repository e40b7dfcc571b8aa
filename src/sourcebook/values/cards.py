"""What the pages show of a story, made ready when the story is joined, so that no page has to read all of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What a card is of; a bar is an event's on the timeline."""

    EVENT = "event"
    BAR = "bar"
    CLAIM = "claim"
    REPORT = "report"
    ENTITY = "entity"
    CONFLICT = "conflict"
    REVIEW = "review"
    OUTLET = "outlet"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """
    One row of a list: what it shows, and what it is looked up by.

    Attributes:
        id: Of the thing; unique among cards of its kind.
        face: What a list shows, JSON text.
        body: What the thing's own page shows beside, JSON text; empty where there is no more.
        words: What full text finds it by.
        earliest: First day, ISO 8601; None where open.
        latest: Last day, included.
        marks: Pairs of a filter's name and a value ("status", "denied"), none twice.
    """

    kind: CardKind
    id: str
    face: str
    body: str = ""
    words: str = ""
    earliest: str | None = None
    latest: str | None = None
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SameCard:
    """In a list of cards, one that is as it was before."""

    kind: CardKind
    id: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One claim's bond between two entities. ``relation`` is one of ``desk.network``."""

    claim: str
    relation: str
    source: str
    target: str
