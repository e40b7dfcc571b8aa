"""
What the pages and the JSON API ask of a story: typed views, read from the cards.

Every question takes read access to one moment of the story; what it returns belongs together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import msgspec

from sourcebook.desk.cards import hold, keep_cards
from sourcebook.desk.portraits import EntityBody, EntityCard, EntityDetail, Outlet, ReportCard, ReportDetail, ReviewCard
from sourcebook.desk.queue import decided
from sourcebook.desk.views import (
    ClaimBody,
    ClaimCard,
    ClaimDetail,
    ConflictView,
    EventBody,
    EventCard,
    EventDetail,
    JudgementView,
)
from sourcebook.store import Store
from sourcebook.store.reading import Reading
from sourcebook.store.state import joined, waiting
from sourcebook.tell.views import Brief
from sourcebook.values.cards import CardKind
from sourcebook.values.filters import Filters, Part
from sourcebook.values.judgements import Judgement, about

Face = TypeVar("Face")

CLAIMS = 200
"""Claims that an event's own page shows."""

SAID = 50
"""Statements, and events, that a dossier opens with; the lists behind them hold all."""

EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Paged(Generic[Face]):
    """A page of a list: ``page`` counts from 1, ``pages`` is at least 1, ``total`` counts all rows that fit."""

    items: tuple[Face, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter can take, what it is called, and how many events bear it."""

    value: str
    label: str
    count: int


@contextmanager
def looking(store: Store) -> Iterator[Reading]:
    """
    Give read access to a story whose cards hold; where they don't, they are made first.

    Raises:
        StoreFault: If a build was begun and not finished, or the cards can't be written.
    """
    with store.reading() as shelf:
        if hold(shelf):
            yield shelf
            return
    with store.writing() as unit:
        if not hold(unit.shelf):
            keep_cards(unit, joined(unit.shelf))
    with store.reading() as shelf:
        yield shelf


def stamp(shelf: Reading) -> str:
    """Return what changes whenever anything shown does."""
    return shelf.cards.stamp() or ""


def events(shelf: Reading, filters: Filters, part: Part) -> Paged[EventCard]:
    """Return events, latest first, the undated last."""
    return _page(shelf, CardKind.EVENT, EventCard, filters, part)


def all_events(shelf: Reading, filters: Filters, face: type[Face]) -> tuple[Face, ...]:
    """
    Return every event that fits, latest first.

    Args:
        face: ``EventCard``, or a type that has some of its fields only.
    """
    return _read(shelf.cards.find(CardKind.EVENT, filters).faces, face)


def claims(shelf: Reading, filters: Filters, part: Part) -> Paged[ClaimCard]:
    """Return claims in the order of reports."""
    return _page(shelf, CardKind.CLAIM, ClaimCard, filters, part)


def claims_named(shelf: Reading, ids: Sequence[str]) -> tuple[ClaimCard, ...]:
    """Return the claims with these ids, in this order; unknown ones are left out."""
    known = shelf.cards.faces(CardKind.CLAIM, ids)
    return _read([known[one] for one in ids if one in known], ClaimCard)


def reports(shelf: Reading, filters: Filters, part: Part) -> Paged[ReportCard]:
    """Return the reports that tell a claim that fits, latest first."""
    return _page(shelf, CardKind.REPORT, ReportCard, filters, part)


def entities(shelf: Reading, filters: Filters, part: Part) -> Paged[EntityCard]:
    """Return entities that have a part in a claim that fits: named ones first, then by mentions."""
    return _page(shelf, CardKind.ENTITY, EntityCard, filters, part)


def conflicts(shelf: Reading, filters: Filters, part: Part) -> Paged[ConflictView]:
    """Return the conflicts of events that fit, open ones first."""
    return _page(shelf, CardKind.CONFLICT, ConflictView, filters, part)


def outlets(shelf: Reading, filters: Filters, part: Part) -> Paged[Outlet]:
    """Return the outlets that tell a claim that fits, those with most claims first."""
    return _page(shelf, CardKind.OUTLET, Outlet, filters, part)


def queue(shelf: Reading, part: Part) -> Paged[ReviewCard]:
    """Return what a person should look at, most urgent first; what was decided and is not yet worked in is left out."""
    found = shelf.cards.queue(decided(waiting(shelf)), part)
    return _paged(_read(found.faces, ReviewCard), found.total, part)


def brief(shelf: Reading, filters: Filters) -> Brief:
    """Return the compiled brief; with filters, only the lines of events that fit."""
    made = msgspec.json.decode(shelf.cards.one(CardKind.BRIEF, "brief")[0], type=Brief)
    if not filters.any:
        return made
    wanted = set(shelf.cards.ids(CardKind.EVENT, filters))
    sections = []
    for one in made.sections:
        lines = tuple(line for line in one.lines if line.event in wanted)
        if lines:
            sections.append(replace(one, lines=lines, left_out=one.left_out + len(one.lines) - len(lines)))
    return replace(made, sections=tuple(sections))


@dataclass(frozen=True, slots=True)
class _Name:
    """Of an entity's card, what it is called."""

    name: str


def names(shelf: Reading, ids: Sequence[str]) -> dict[str, str]:
    """Return what entities are called, by id; ids that are not known are left out."""
    decoder = msgspec.json.Decoder(_Name)
    return {one: decoder.decode(face).name for one, face in shelf.cards.faces(CardKind.ENTITY, ids).items()}


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the reports use, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Called:
    """An entity and what the reports call it: of its dossier, what telling it from another takes."""

    entity: EntityCard
    spellings: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Spellings:
    spellings: tuple[Name, ...]


def called(shelf: Reading, ids: Sequence[str]) -> tuple[Called, ...]:
    """Return entities in this order; ids that are not known are left out."""
    known = shelf.cards.some(CardKind.ENTITY, ids)
    return tuple(
        Called(
            msgspec.json.decode(known[one][0], type=EntityCard),
            msgspec.json.decode(known[one][1], type=_Spellings).spellings,
        )
        for one in ids
        if one in known
    )


def choices(shelf: Reading, name: str, most: int | None = None) -> tuple[Choice, ...]:
    """
    Return what a filter can be set to, most frequent first; ids come with the names that they stand for.

    Args:
        most: How many at most; None for all.
    """
    found = shelf.cards.values(name, most)
    labels = names(shelf, [value for value, _ in found]) if name in {"who", "where"} else {}
    return tuple(Choice(value, labels.get(value, value), count) for value, count in found)


def event(shelf: Reading, id_: str) -> EventDetail:
    """
    Return an event in full.

    Raises:
        NotFound: If there is none with that id.
    """
    face, body = shelf.cards.one(CardKind.EVENT, id_)
    made = msgspec.json.decode(body, type=EventBody)
    told = shelf.cards.marked(CardKind.CLAIM, "event", id_, Part(1, CLAIMS))
    shown = _read(told.faces, ClaimCard)
    decided = _decided(shelf)
    bodies = shelf.cards.some(CardKind.CLAIM, [one.id for one in shown])
    known = shelf.cards.faces(CardKind.CONFLICT, made.conflicts)
    return EventDetail(
        event=msgspec.json.decode(face, type=EventCard),
        body=made,
        claims=tuple(
            ClaimDetail(
                claim=one,
                body=msgspec.json.decode(bodies[one.id][1], type=ClaimBody),
                judgements=decided.get(one.id, ()),
            )
            for one in shown
        ),
        conflicts=_read([known[one] for one in made.conflicts], ConflictView),
        judgements=decided.get(id_, ()),
    )


def claim_counts(shelf: Reading, events: Sequence[str]) -> dict[str, int]:
    """Return how many claims tell of each of these events; those that are not there are left out."""
    known = shelf.cards.some(CardKind.EVENT, sorted(set(events)))
    return {one: msgspec.json.decode(face, type=EventCard).claims for one, (face, _) in known.items()}


def claim(shelf: Reading, id_: str) -> ClaimDetail:
    """
    Return a claim in full.

    Raises:
        NotFound: If there is none with that id.
    """
    face, body = shelf.cards.one(CardKind.CLAIM, id_)
    return ClaimDetail(
        claim=msgspec.json.decode(face, type=ClaimCard),
        body=msgspec.json.decode(body, type=ClaimBody),
        judgements=_decided(shelf).get(id_, ()),
    )


def report(shelf: Reading, id_: str) -> ReportDetail:
    """
    Return a report in full.

    Raises:
        NotFound: If there is none with that id.
    """
    read = shelf.report(id_)
    told = shelf.cards.marked(CardKind.CLAIM, "report", id_)
    return ReportDetail(
        msgspec.json.decode(shelf.cards.one(CardKind.REPORT, id_)[0], type=ReportCard),
        read.text,
        tuple((one.span.start, one.span.end, one.kind.value) for one in read.passages),
        _read(told.faces, ClaimCard),
        _decided(shelf).get(id_, ()),
    )


def entity(shelf: Reading, id_: str) -> EntityDetail:
    """
    Return what the story holds of an entity.

    Raises:
        NotFound: If there is none with that id.
    """
    face, body = shelf.cards.one(CardKind.ENTITY, id_)
    said = shelf.cards.marked(CardKind.CLAIM, "said", id_, Part(1, SAID))
    told = shelf.cards.marked(CardKind.EVENT, "who", id_, Part(1, SAID))
    return EntityDetail(
        entity=msgspec.json.decode(face, type=EntityCard),
        body=msgspec.json.decode(body, type=EntityBody),
        said=_read(said.faces, ClaimCard),
        said_total=said.total,
        events=_read(told.faces, EventCard),
        events_total=told.total,
        judgements=_decided(shelf).get(id_, ()),
    )


def judgements(shelf: Reading, part: Part) -> Paged[JudgementView]:
    """Return what people decided, latest first."""
    found = [judgement_view(one) for one in reversed(shelf.judgements())]
    start = (part.page - 1) * part.size
    return _paged(tuple(found[start : start + part.size]), len(found), part)


def judgement_view(one: Judgement) -> JudgementView:
    """Return a judgement as pages show it."""
    return JudgementView(one.id, one.by, one.when.isoformat(), one.kind, one.target, one.value, one.why, one.undone)


def _decided(shelf: Reading) -> dict[str, tuple[JudgementView, ...]]:
    """Return the judgements by what they are about."""
    made: dict[str, list[JudgementView]] = {}
    for one in shelf.judgements():
        for target in dict.fromkeys((one.target, *one.target.split(), *about(one))):
            made.setdefault(target, []).append(judgement_view(one))
    return {target: tuple(rows) for target, rows in made.items()}


def _page(shelf: Reading, kind: CardKind, face: type[Face], filters: Filters, part: Part) -> Paged[Face]:
    found = shelf.cards.find(kind, filters, part)
    return _paged(_read(found.faces, face), found.total, part)


def _paged(items: tuple[Face, ...], total: int, part: Part) -> Paged[Face]:
    return Paged(items, total, part.page, max(1, -(-total // part.size)))


def _read(faces: Sequence[str], kind: type[Face]) -> tuple[Face, ...]:
    return msgspec.json.decode(f"[{','.join(faces)}]", type=tuple[kind, ...])  # type: ignore[valid-type]
