"""A part of a story: some of its reports, and as much of what holds over the whole as they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, Select, select

from sourcebook.errors import StoreFault
from sourcebook.store import search, tables
from sourcebook.store.codec import read
from sourcebook.store.ledger import facts_of
from sourcebook.store.reading import Reading
from sourcebook.values.claims import Extraction
from sourcebook.values.correcting import corrected
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Alias, Entity, Fact, InReport, Linking, PlaceFacts, Sketch
from sourcebook.values.reports import Published, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Event, Judged
from sourcebook.values.story import Story

_STEP = 5000
"""Values of one IN list; SQLite takes 32,766."""


class _Place(msgspec.Struct, gc=False):
    report: str


class _Name(msgspec.Struct, gc=False):
    text: str


class _Entity(msgspec.Struct, gc=False):
    id: str
    kind: NameKind
    name: str
    named: bool
    aliases: tuple[_Name, ...]
    mentions: tuple[_Place, ...]
    members: tuple[str, ...]


class _Mention(msgspec.Struct, gc=False):
    report: str
    span: msgspec.Raw


class _Whole(msgspec.Struct, gc=False):
    """An entity whose places are not yet read: of one that all reports speak of, most are not wanted."""

    id: str
    kind: NameKind
    name: str
    named: bool
    aliases: tuple[_Name, ...]
    mentions: tuple[_Mention, ...]
    members: tuple[str, ...]
    place: PlaceFacts | None = None
    facts: tuple[Fact, ...] = ()


class _Event(msgspec.Struct, gc=False):
    id: str
    claims: tuple[str, ...]


class _Dated(msgspec.Struct, gc=False):
    published: Published


@dataclass(frozen=True, slots=True)
class Portions:
    """Parts of a story, and what can be told of the whole without reading it."""

    shelf: Reading

    def size(self) -> int:
        """Return how many reports the story has."""
        return len(self.shelf.connection.execute(select(tables.reports.c.number).where(tables.reports.c.current)).all())

    def has_words(self, words: str, *, every: bool = True) -> bool:
        """Tell whether a report has all the words; with ``every`` False, any word that begins with any of them."""
        return search.has_words(self.shelf.connection, words, every=every)

    def sketches(self) -> tuple[Sketch, ...]:
        """Return what every entity is called and where it is spoken of, in the order of the story's entities."""
        query = select(tables.entities.c.value).order_by(tables.entities.c.position)
        made = []
        for (value,) in self.shelf.connection.execute(query):
            one = msgspec.json.decode(str(value), type=_Entity)
            names = (one.name, *(each.text for each in one.aliases))
            reports = tuple(each.report for each in one.mentions)
            made.append(Sketch(one.id, one.kind, one.named, names, reports, one.members))
        return tuple(made)

    def newest(self) -> date | None:
        """Return the newest day that a report was given, else that its text tells of it; None where none is known."""
        for column in (tables.reports.c.value, tables.extractions.c.value):
            query = select(column).where(tables.reports.c.current)
            query = query if column is tables.reports.c.value else query.join(tables.reports)
            rows = self.shelf.connection.execute(query).scalars()
            days = (msgspec.json.decode(str(one), type=_Dated).published.latest for one in rows)
            newest = max((one for one in days if one is not None), default=None)
            if newest is not None:
                return newest
        return None

    def story(self, reports: Collection[str], sketches: Sequence[Sketch], wanted: Collection[str] = ()) -> Story:
        """
        Return the story as far as these reports tell it: their claims, what is spoken of in them, their events.

        What an entity or event has in other reports is left out of it; so are merges, copies, conflicts, and where a
        name stands that is no mention of its own.

        Args:
            reports: Ids; unknown ones are passed over.
            sketches: Those of all entities.
            wanted: Ids of entities that are kept though none of the reports speaks of them.

        Raises:
            StoreFault: If a build was begun and not finished, so that nothing holds over the whole story.
        """
        shelf = self.shelf
        if not shelf.ledger.whole():
            raise StoreFault(shelf.address, "its build was not finished; run 'sourcebook build' with it again")
        known, judgements = facts_of(shelf.connection), shelf.judgements(settled=True)
        table = tables.reports.c
        current = select(table.value).where(table.current).order_by(table.id)
        told = select(tables.extractions.c.value).join(tables.reports).where(table.current).order_by(table.id)
        kept = tuple(read(one, Report) for one in self._those(current, table.id, reports))
        extractions = tuple(read(one, Extraction) for one in self._those(told, table.id, reports))
        extractions = corrected(extractions, judgements)
        locals_ = {local.id for each in extractions for local in each.entities}
        claims = {claim.id for each in extractions for claim in each.claims}
        here = {one.id for one in kept}
        meant = {one.id for one in sketches if not locals_.isdisjoint(one.members)} | {*wanted}
        return Story(
            title=known["title"],
            version=known["version"],
            annotator=known["annotator"],
            reports=tuple(sorted(kept, key=lambda one: one.id)),
            extractions=tuple(sorted(extractions, key=lambda one: one.report)),
            linking=Linking(tuple(_narrowed(one, here, locals_, claims) for one in self._entities(meant)), ()),
            judged=Judged(tuple(_kept(one, claims) for one in self._events(claims)), ()),
            judgements=judgements,
        )

    def _entities(self, ids: Collection[str]) -> tuple[_Whole, ...]:
        table = tables.entities.c
        query = select(table.value).order_by(table.position)
        found = (msgspec.json.decode(one, type=_Whole) for one in self._those(query, table.id, ids))
        return tuple(sorted(found, key=lambda one: one.id))

    def _events(self, claims: Collection[str]) -> tuple[Event, ...]:
        table = tables.events.c
        every = (
            msgspec.json.decode(str(one), type=_Event)
            for one in self.shelf.connection.execute(select(table.value)).scalars()
        )
        ids = [one.id for one in every if any(claim in claims for claim in one.claims)]
        query = select(table.value).order_by(table.position)
        return tuple(sorted((read(one, Event) for one in self._those(query, table.id, ids)), key=lambda one: one.id))

    def _those(self, query: Select[tuple[str]], key: ColumnElement[str], ids: Collection[str]) -> Iterator[str]:
        wanted = sorted(ids)
        for start in range(0, len(wanted), _STEP):
            found = self.shelf.connection.execute(query.where(key.in_(wanted[start : start + _STEP])))
            yield from (str(one) for one in found.scalars())


def _narrowed(entity: _Whole, reports: set[str], locals_: set[str], claims: set[str]) -> Entity:
    return Entity(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        named=entity.named,
        aliases=tuple(Alias(one.text, ()) for one in entity.aliases),
        mentions=_inside(entity.mentions, reports),
        members=tuple(one for one in entity.members if one in locals_),
        place=entity.place,
        facts=tuple(one for one in entity.facts if one.claim in claims),
    )


def _inside(places: tuple[_Mention, ...], reports: set[str]) -> tuple[InReport, ...]:
    return tuple(
        InReport(one.report, msgspec.json.decode(one.span, type=Span)) for one in places if one.report in reports
    )


def _kept(event: Event, claims: set[str]) -> Event:
    return replace(
        event,
        claims=tuple(one for one in event.claims if one in claims),
        responses=tuple(one for one in event.responses if one.claim in claims),
    )
