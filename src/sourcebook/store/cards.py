"""Asking for cards: by id, by filters, a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sourcebook.errors import NotFound
from sourcebook.store import search, tables
from sourcebook.store.ledger import facts_of
from sourcebook.values.cards import CardKind
from sourcebook.values.filters import Filters, Part

MARKED = {
    "status": "statuses",
    "type": "types",
    "who": "who",
    "where": "where",
    "outlet": "outlets",
    "origin": "origins",
    "modality": "modalities",
}
"""Names of marks, and the filters that look them up."""

OF_CLAIMS = {CardKind.REPORT: "report", CardKind.ENTITY: "who", CardKind.OUTLET: "outlet"}
"""Kinds that are filtered by the claims they have a part in, and the claims' mark that names them."""

_STEP = 5000
"""Values of one IN list; SQLite takes 32,766."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of faces, JSON text each, and how many there are in all."""

    faces: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Bond:
    """How often one entity does something to another, and the claims that say so, at most ``CLAIMS``."""

    relation: str
    source: str
    target: str
    count: int
    claims: tuple[str, ...]


CLAIMS = 20
"""Claims that a bond names, the first in the order of claims: as many as are read out beside the network."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a story, inside one transaction. Made by ``Reading.cards``."""

    connection: Connection

    def stamp(self) -> str | None:
        """Return the digest of all cards; None where they don't hold, because something changed since."""
        return facts_of(self.connection).get("cards")

    def find(self, kind: CardKind, filters: Filters, part: Part | None = None) -> Found:
        """Return the faces that fit, in the order of their list; all of them where no part is asked for."""
        fits = self._fits(kind, filters)
        if part is not None and filters.any:
            return self._chosen(fits, part)
        query = select(tables.cards.c.face).where(*fits).order_by(tables.cards.c.number)
        if part is not None:
            query = query.limit(part.size).offset((part.page - 1) * part.size)
        faces = tuple(str(one) for one in self.connection.execute(query).scalars())
        if part is None or (part.page == 1 and len(faces) < part.size):
            return Found(faces, len(faces))
        return Found(faces, int(self.connection.execute(select(func.count()).where(*fits)).scalar_one()))

    def _chosen(self, fits: list[ColumnElement[bool]], part: Part) -> Found:
        """Return a page of what fits: the conditions cost most, so they are asked once and all numbers are taken."""
        query = select(tables.cards.c.number).where(*fits).order_by(tables.cards.c.number)
        numbers = self.connection.execute(query).scalars().all()
        start = (part.page - 1) * part.size
        here = tables.cards.c.number.in_(numbers[start : start + part.size])
        faces = self.connection.execute(select(tables.cards.c.face).where(here).order_by(tables.cards.c.number))
        return Found(tuple(str(one) for one in faces.scalars()), len(numbers))

    def bars(self, filters: Filters) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the bars of the events that fit: of those with a day, oldest first, and of those without one."""
        table = tables.cards.c
        query = select(table.face, or_(table.earliest.is_not(None), table.latest.is_not(None)))
        query = query.where(*self._fits(CardKind.BAR, filters)).order_by(table.number)
        rows = [(str(face), bool(dated)) for face, dated in self.connection.execute(query)]
        return tuple(face for face, dated in rows if dated), tuple(face for face, dated in rows if not dated)

    def queue(self, without: Collection[str], part: Part) -> Found:
        """Return a page of the review queue, without the rows about these targets."""
        table = tables.cards.c
        rows = [f"{kind} {target}" for kind in ("claim", "conflict", "pair") for target in without]
        fits = [table.kind == CardKind.REVIEW.value, table.id.not_in(rows)]
        query = select(table.face).where(*fits).order_by(table.number)
        total = int(self.connection.execute(select(func.count()).where(*fits)).scalar_one())
        query = query.limit(part.size).offset((part.page - 1) * part.size)
        return Found(tuple(str(one) for one in self.connection.execute(query).scalars()), total)

    def marked(self, kind: CardKind, name: str, value: str, part: Part | None = None) -> Found:
        """Return the faces that bear one mark (the claims with ``event`` such an id), in the order of their list."""
        numbers = select(tables.marks.c.card).where(
            tables.marks.c.kind == kind.value, tables.marks.c.name == name, tables.marks.c.value == value
        )
        query = select(tables.cards.c.face).where(tables.cards.c.number.in_(numbers)).order_by(tables.cards.c.number)
        total = int(self.connection.execute(select(func.count()).select_from(numbers.subquery())).scalar_one())
        if part is not None:
            query = query.limit(part.size).offset((part.page - 1) * part.size)
        return Found(tuple(str(one) for one in self.connection.execute(query).scalars()), total)

    def one(self, kind: CardKind, id_: str) -> tuple[str, str]:
        """
        Return a card's face and body.

        Raises:
            NotFound: If there is none with that id.
        """
        query = select(tables.cards.c.face, tables.cards.c.body).where(
            tables.cards.c.kind == kind.value, tables.cards.c.id == id_
        )
        row = self.connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(kind.value, id_)
        return str(row[0]), str(row[1])

    def some(self, kind: CardKind, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return faces and bodies by id; ids that are not known are left out."""
        found: dict[str, tuple[str, str]] = {}
        for start in range(0, len(ids), _STEP):
            query = select(tables.cards.c.id, tables.cards.c.face, tables.cards.c.body).where(
                tables.cards.c.kind == kind.value, tables.cards.c.id.in_(ids[start : start + _STEP])
            )
            found |= {str(key): (str(face), str(body)) for key, face, body in self.connection.execute(query)}
        return found

    def faces(self, kind: CardKind, ids: Sequence[str]) -> dict[str, str]:
        """Return faces by id; ids that are not known are left out."""
        found: dict[str, str] = {}
        for start in range(0, len(ids), _STEP):
            query = select(tables.cards.c.id, tables.cards.c.face).where(
                tables.cards.c.kind == kind.value, tables.cards.c.id.in_(ids[start : start + _STEP])
            )
            found |= {str(key): str(face) for key, face in self.connection.execute(query)}
        return found

    def ids(self, kind: CardKind, filters: Filters) -> tuple[str, ...]:
        """Return the ids that fit, in the order of their list."""
        query = select(tables.cards.c.id).where(*self._fits(kind, filters)).order_by(tables.cards.c.number)
        return tuple(str(one) for one in self.connection.execute(query).scalars())

    def values(self, name: str, most: int | None = None) -> tuple[tuple[str, int], ...]:
        """Return the values of a filter among events and how many events bear each, most first, at most ``most``."""
        table = tables.tallies
        count = table.c["count"]
        query = select(table.c.value, count).where(table.c.name == name).order_by(count.desc(), table.c.value)
        query = query if most is None else query.limit(most)
        return tuple((str(value), int(number)) for value, number in self.connection.execute(query))

    def bonds(self, filters: Filters, most: int) -> tuple[Bond, ...]:
        """Return the strongest bonds between entities among the claims that fit, at most ``most``."""
        count = func.count()
        table = tables.ties
        keys = (table.c.relation, table.c.source, table.c.target)
        query = select(*keys, count, func.group_concat(table.c.card))
        if filters.any:
            numbers = select(tables.cards.c.number).where(*self._fits(CardKind.CLAIM, filters))
            query = query.where(table.c.card.in_(numbers))
        rows = self.connection.execute(query.group_by(*keys).order_by(count.desc(), *keys).limit(most)).all()
        made, wanted = [], set[int]()
        for relation, source, target, number, cards in rows:
            kept = sorted({int(one) for one in str(cards).split(",")})[:CLAIMS]
            wanted.update(kept)
            made.append((str(relation), str(source), str(target), int(number), kept))
        names = self._names(sorted(wanted))
        return tuple(
            Bond(relation, source, target, number, tuple(names[one] for one in kept))
            for relation, source, target, number, kept in made
        )

    def _names(self, numbers: Sequence[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for start in range(0, len(numbers), _STEP):
            query = select(tables.cards.c.number, tables.cards.c.id).where(
                tables.cards.c.number.in_(numbers[start : start + _STEP])
            )
            found |= {int(number): str(name) for number, name in self.connection.execute(query)}
        return found

    def _fits(self, kind: CardKind, filters: Filters) -> list[ColumnElement[bool]]:
        """Return the conditions on a kind's cards."""
        conditions: list[ColumnElement[bool]] = [tables.cards.c.kind == kind.value]
        if not filters.any:
            return conditions
        if kind in OF_CLAIMS:
            return [*conditions, tables.cards.c.id.in_(self._through_claims(OF_CLAIMS[kind], filters))]
        if kind is CardKind.BAR:
            told = select(tables.cards.c.id).where(*self._fits(CardKind.EVENT, filters))
            return [*conditions, tables.cards.c.id.in_(told)]
        if kind is CardKind.CONFLICT:
            events = select(tables.cards.c.id).where(*self._fits(CardKind.EVENT, filters))
            bearing = select(tables.marks.c.card).where(
                tables.marks.c.kind == kind.value, tables.marks.c.name == "event", tables.marks.c.value.in_(events)
            )
            return [*conditions, tables.cards.c.number.in_(bearing)]
        for name, own in MARKED.items():
            values = getattr(filters, own)
            if values:
                bearing = select(tables.marks.c.card).where(
                    tables.marks.c.kind == kind.value,
                    tables.marks.c.name == name,
                    tables.marks.c.value.in_([str(one) for one in values]),
                )
                conditions.append(tables.cards.c.number.in_(bearing))
        earliest, latest = tables.cards.c.earliest, tables.cards.c.latest
        if filters.since is not None:
            conditions += [or_(earliest.is_not(None), latest.is_not(None))]
            conditions += [or_(latest.is_(None), latest >= filters.since.isoformat())]
        if filters.until is not None:
            conditions += [or_(earliest.is_not(None), latest.is_not(None))]
            conditions += [or_(earliest.is_(None), earliest <= filters.until.isoformat())]
        if filters.words:
            words = search.card_numbers(filters.words).columns(tables.cards.c.number).subquery("worded")
            conditions.append(tables.cards.c.number.in_(select(words.c.number)))
        return conditions

    def _through_claims(self, name: str, filters: Filters) -> Select[tuple[str]]:
        chosen = select(tables.cards.c.number).where(*self._fits(CardKind.CLAIM, filters))
        return select(tables.marks.c.value).where(
            tables.marks.c.kind == CardKind.CLAIM.value,
            tables.marks.c.name == name,
            tables.marks.c.card.in_(chosen),
        )
