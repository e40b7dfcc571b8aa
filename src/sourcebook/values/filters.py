"""What every view of a story can be narrowed by, as it stands in an address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from sourcebook.errors import BadValue
from sourcebook.values.kinds import EventType, Modality, Status

Kind = TypeVar("Kind", Status, EventType, Modality)

NAMES = {
    "q": "words",
    "status": "statuses",
    "type": "types",
    "who": "who",
    "where": "where",
    "from": "since",
    "to": "until",
    "outlet": "outlets",
    "origin": "origins",
    "modality": "modalities",
}
"""How a condition is called in an address, and here."""

LONGEST = 500
"""Of one value. Unit: code points; nobody types more, and a longer one costs the search needless time."""

MOST = 200
"""Rows of one page."""

SIZE = 50
"""Rows of a page where nothing is asked."""

FARTHEST = 100_000
"""Highest number of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """
    Conditions on events and claims: all must hold, of several values of one any.

    Attributes:
        words: Full text: all of them stand in the claims' own words or in the names that they mean.
        who: Entity ids.
        where: Ids of places, or ISO 3166-1 alpha-3 codes of countries.
        since: First day, as an interval that reaches it; ``until`` the last.
        outlets: As the reports spell them.
        origins: Labels of origins.
    """

    words: str = ""
    statuses: tuple[Status, ...] = ()
    types: tuple[EventType, ...] = ()
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is asked for."""
        return any(getattr(self, one.name) for one in fields(self))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """
        The conditions as they stand in an address, in a fixed order; ``read_filters`` reads them back.

        >>> read_filters([("status", "denied"), ("q", "the dam")]).pairs
        (('q', 'the dam'), ('status', 'denied'))
        """
        made: list[tuple[str, str]] = []
        for name, own in NAMES.items():
            value = getattr(self, own)
            values = value if isinstance(value, tuple) else (value,) if value else ()
            made += [(name, one.isoformat() if isinstance(one, date) else str(one)) for one in values]
        return tuple(made)


@dataclass(frozen=True, slots=True)
class Part:
    """Which page of a list. ``page`` counts from 1; ``size`` is rows on a page, 1..``MOST``."""

    page: int = 1
    size: int = SIZE

    def __post_init__(self) -> None:
        if not 1 <= self.page <= FARTHEST or not 1 <= self.size <= MOST:
            raise BadValue(f"a page is 1 to {FARTHEST} and its size 1 to {MOST}: {self.page}, {self.size}")


def read_filters(pairs: Iterable[tuple[str, str]]) -> Filters:
    """
    Return the conditions among the pairs of an address; empty values count as not given, other names are passed over.

    Raises:
        BadValue: If a value is none of its kind, or longer than ``LONGEST``.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in NAMES and value.strip():
            if len(value) > LONGEST:
                raise BadValue(f"'{name}' is longer than {LONGEST} characters")
            given.setdefault(name, []).append(value.strip())
    return Filters(
        words=" ".join(given.get("q", ())),
        statuses=tuple(_member(Status, "status", one) for one in _each(given, "status")),
        types=tuple(_member(EventType, "type", one) for one in _each(given, "type")),
        who=_each(given, "who"),
        where=_each(given, "where"),
        since=_day("from", given),
        until=_day("to", given),
        outlets=_each(given, "outlet"),
        origins=_each(given, "origin"),
        modalities=tuple(_member(Modality, "modality", one) for one in _each(given, "modality")),
    )


def _each(given: dict[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given.get(name, ())))


def _member(kind: type[Kind], name: str, value: str) -> Kind:
    try:
        return kind(value)
    except ValueError as fault:
        raise BadValue(f"'{name}' is none of {', '.join(kind)}: {value!r}") from fault


def _day(name: str, given: dict[str, list[str]]) -> date | None:
    values = given.get(name)
    if values is None:
        return None
    try:
        return date.fromisoformat(values[-1])
    except ValueError as fault:
        raise BadValue(f"'{name}' is no day like 2031-05-04: {values[-1]!r}") from fault
