"""Keeping cards: those that changed are written, and lists keep their order by numbers with room between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from sourcebook.store import search, tables
from sourcebook.values.cards import Card, CardKind, SameCard, Tie

ROOM = 1024
"""Between the numbers of neighbors: so many cards can come between two before all are numbered anew."""

Name = tuple[CardKind, str]

_STEP = 500
"""Values of one IN list; SQLite takes 32,766."""


def keep_cards(connection: Connection, cards: Iterable[Card | SameCard], ties: Iterable[Tie]) -> None:
    """
    Keep cards in place of those that were; lists show them in this order.

    Args:
        connection: Inside a transaction.
        cards: All of them; of those that are as they were, only the names.
        ties: Those that the cards given in full bring with them; those of the others stay.

    Raises:
        KeyError: If a card is said to be as it was, and was not there.
    """
    rows = list(cards)
    names: list[Name] = [(one.kind, one.id) for one in rows]
    query = select(tables.cards.c.kind, tables.cards.c.id, tables.cards.c.number).order_by(tables.cards.c.number)
    old = {(CardKind(kind), str(id_)): int(number) for kind, id_, number in connection.execute(query)}
    numbers = numbered(names, old)
    made = [one for one in rows if isinstance(one, Card)]
    if len(made) < len(rows):
        made = _changed(connection, made)
    said = set(names)
    gone = [number for name, number in old.items() if name not in said]
    _drop(connection, gone + [old[one.kind, one.id] for one in made if (one.kind, one.id) in old], all_=len(old))
    anew = {(one.kind, one.id) for one in made}
    staying = (name for name in names if name not in anew)
    _move(connection, [(old[name], numbers[name]) for name in staying if old[name] != numbers[name]])
    _add(connection, made, numbers, ties)
    _tally(connection)


def _changed(connection: Connection, made: Sequence[Card]) -> list[Card]:
    """Leave out cards that say what those say that were; with marks or words they all count as changed."""
    plain = {one.kind.value for one in made if not one.marks and not one.words}
    table = tables.cards
    query = select(table.c.kind, table.c.id, table.c.face, table.c.body, table.c.earliest, table.c.latest)
    known = {tuple(row) for row in connection.execute(query.where(table.c.kind.in_(plain)))} if plain else set()
    return [
        one
        for one in made
        if one.marks or one.words or (one.kind.value, one.id, one.face, one.body, one.earliest, one.latest) not in known
    ]


def numbered(names: Sequence[Name], old: Mapping[Name, int]) -> dict[Name, int]:
    """
    Return a number for every name, growing within a kind; as many as can keep those that they have.

    >>> event = CardKind.EVENT
    >>> list(numbered([(event, "b"), (event, "c"), (event, "a")], {(event, "a"): 1024, (event, "b"): 2048}).values())
    [-1024, 0, 1024]
    """
    if not old:
        return {name: place * ROOM for place, name in enumerate(names, 1)}
    used = set(old.values())
    by_kind: dict[CardKind, list[Name]] = {}
    for name in names:
        by_kind.setdefault(name[0], []).append(name)
    found: dict[Name, int] = {}
    for rows in by_kind.values():
        given = _between(_rising([old.get(name) for name in rows]), used)
        if given is None:
            start = max(used) + ROOM
            return {name: start + place * ROOM for place, name in enumerate(names)}
        found |= zip(rows, given, strict=True)
    return found


def _rising(numbers: Sequence[int | None]) -> list[int | None]:
    """Return the numbers with as few as can be left out so that the others rise (patience sorting)."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        if number is not None:
            pile = bisect_left(tops, number)
            before[place] = places[pile - 1] if pile else -1
            tops[pile : pile + 1] = [number]
            places[pile : pile + 1] = [place]
    kept: list[int | None] = [None] * len(numbers)
    place = places[-1] if places else -1
    while place >= 0:
        kept[place] = numbers[place]
        place = before[place]
    return kept


def _between(kept: Sequence[int | None], used: set[int]) -> list[int] | None:
    """Return numbers that rise, those given and new ones between, which ``used`` takes in; None where room is short."""
    found: list[int] = []
    while len(found) < len(kept):
        given = kept[len(found)]
        if given is not None:
            found.append(given)
            continue
        end = next((place for place in range(len(found), len(kept)) if kept[place] is not None), len(kept))
        high = kept[end] if end < len(kept) else None
        made = _fresh(found[-1] if found else None, high, end - len(found), used)
        if made is None:
            return None
        found += made
    return found


def _fresh(low: int | None, high: int | None, count: int, used: set[int]) -> list[int] | None:
    """Return numbers above ``low`` and below ``high`` that nobody has; None where there are too few."""
    if high is None or low is None:
        start = max(used) + ROOM if high is None else min(used) - count * ROOM
        made = [start + step * ROOM for step in range(count)]
    else:
        made = []
        for step in range(count):
            number = max(low + (high - low) * (step + 1) // (count + 1), made[-1] + 1 if made else low + 1)
            while number in used:
                number += 1
            if number >= high:
                return None
            made.append(number)
    used.update(made)
    return made


def _drop(connection: Connection, numbers: Sequence[int], *, all_: int) -> None:
    """Drop cards with all that hangs on them; ``all_`` is how many there are."""
    if len(numbers) == all_:
        for table in (tables.ties, tables.marks, tables.cards):
            connection.execute(delete(table))
        search.drop_cards(connection)
        return
    for part in _parts(numbers):
        connection.execute(delete(tables.ties).where(tables.ties.c.card.in_(part)))
        connection.execute(delete(tables.marks).where(tables.marks.c.card.in_(part)))
        connection.execute(delete(tables.cards).where(tables.cards.c.number.in_(part)))
        search.drop_some_cards(connection, part)


def _move(connection: Connection, moves: Sequence[tuple[int, int]]) -> None:
    """Give cards other numbers; the new ones are nobody's."""
    for old, new in moves:
        connection.execute(update(tables.cards).where(tables.cards.c.number == old).values(number=new))
        connection.execute(update(tables.marks).where(tables.marks.c.card == old).values(card=new))
        connection.execute(update(tables.ties).where(tables.ties.c.card == old).values(card=new))
        search.move_card(connection, old, new)


def _add(connection: Connection, cards: Iterable[Card], numbers: Mapping[Name, int], ties: Iterable[Tie]) -> None:
    rows: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    marks: list[dict[str, object]] = []
    for card in cards:
        kind, number = card.kind.value, numbers[card.kind, card.id]
        days: dict[str, object] = {"earliest": card.earliest, "latest": card.latest}
        rows.append({"number": number, "kind": kind, "id": card.id, **days, "face": card.face, "body": card.body})
        if card.words:
            words.append({"number": number, "body": card.words})
        marks += [{"kind": kind, "name": name, "value": value, "card": number} for name, value in card.marks]
    tied = [
        {
            "card": numbers[CardKind.CLAIM, one.claim],
            "relation": one.relation,
            "source": one.source,
            "target": one.target,
        }
        for one in ties
    ]
    for table, values in ((tables.cards, rows), (tables.marks, marks), (tables.ties, tied)):
        if values:
            connection.execute(insert(table), values)
    search.add_cards(connection, words)


def _tally(connection: Connection) -> None:
    """Count how many events bear each mark."""
    marks = tables.marks.c
    counted = select(marks.name, marks.value, func.count()).where(marks.kind == CardKind.EVENT.value)
    connection.execute(delete(tables.tallies))
    connection.execute(
        insert(tables.tallies).from_select(["name", "value", "count"], counted.group_by(marks.name, marks.value))
    )


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _STEP):
        yield numbers[start : start + _STEP]
