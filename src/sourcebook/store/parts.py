"""Single things of a story by id, without reading all of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from sourcebook.store import tables
from sourcebook.store.codec import Value, read
from sourcebook.values.cards import CardKind
from sourcebook.values.claims import Extraction
from sourcebook.values.links import Entity
from sourcebook.values.standing import Conflict, Event


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What holds over the whole story and what one report says, asked for by id; None where there is no such thing.

    The cards must hold: the event and the report of a claim are read from them.
    """

    connection: Connection

    def entity(self, id_: str) -> Entity | None:
        """Return an entity."""
        return self._derived(tables.entities, id_, Entity)

    def entity_of(self, local: str) -> Entity | None:
        """Return the entity that a local entity belongs to."""
        table = tables.entities.c
        query = select(table.value).where(table.value.contains(f'"{local}"', autoescape=True)).order_by(table.position)
        found = (read(str(one), Entity) for one in self.connection.execute(query).scalars())
        return next((one for one in found if local in one.members), None)

    def event(self, id_: str) -> Event | None:
        """Return an event."""
        return self._derived(tables.events, id_, Event)

    def event_of(self, claim: str) -> Event | None:
        """Return the event that a claim tells."""
        found = self._marked(claim, "event")
        return None if found is None else self.event(found)

    def conflict(self, id_: str) -> Conflict | None:
        """Return a conflict."""
        return self._derived(tables.conflicts, id_, Conflict)

    def extraction(self, report: str) -> Extraction | None:
        """Return what a report says, as it was read."""
        table = tables.reports.c
        query = select(tables.extractions.c.value).join(tables.reports).where(table.current, table.id == report)
        found = self.connection.execute(query).scalar_one_or_none()
        return None if found is None else read(str(found), Extraction)

    def report_of(self, claim: str) -> str | None:
        """Return the id of the report that makes a claim."""
        return self._marked(claim, "report")

    def _marked(self, claim: str, name: str) -> str | None:
        cards, marks = tables.cards.c, tables.marks.c
        card = select(cards.number).where(cards.kind == CardKind.CLAIM.value, cards.id == claim).scalar_subquery()
        query = select(marks.value).where(marks.card == card, marks.name == name)
        found = self.connection.execute(query).scalars().first()
        return None if found is None else str(found)

    def _derived(self, table: Table, id_: str, kind: type[Value]) -> Value | None:
        found = self.connection.execute(select(table.c.value).where(table.c.id == id_)).scalars().first()
        return None if found is None else read(str(found), kind)
