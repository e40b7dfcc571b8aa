"""What timeline, map, network and relay graph draw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import msgspec

from sourcebook.desk.looking import all_events, event
from sourcebook.desk.portraits import EntityCard
from sourcebook.desk.views import ClaimDetail, PlaceView
from sourcebook.store.reading import Reading
from sourcebook.values.cards import CardKind
from sourcebook.values.filters import Filters

BONDS = 400
"""Bonds that the network draws, the strongest; more can't be read on one screen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and the events that are told to be there. ``count`` is theirs; see ``views.PlaceView``."""

    id: str
    name: str
    precision: str
    lat: float | None
    lon: float | None
    country: str | None
    iso: str | None
    admin1: str | None
    count: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spots:
    """The map: places, those with most events first, and the events without one."""

    places: tuple[Spot, ...]
    placeless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knot:
    """Somebody in the network. ``weight`` counts the bonds' claims."""

    id: str
    name: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What one does to another, how often it is told, and by which claims (at most ``store.cards.CLAIMS``)."""

    id: str
    source: str
    target: str
    relation: str
    count: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Who meets, accuses, supports, quotes, fights whom."""

    nodes: tuple[Knot, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """
    Who words of an event passed through.

    Attributes:
        named: Whether the reports name it.
        level: 0 for outlets that reported it, one more for every step towards the origin.
    """

    id: str
    label: str
    kind: str
    named: bool
    level: int


@dataclass(frozen=True, slots=True)
class Relay:
    """One took words from another. ``cue`` and where it stands in the report are empty and 0 where there are none."""

    source: str
    target: str
    cue: str
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """The relay graph of an event, from outlets down to origins; ``loops`` are lists of node ids."""

    nodes: tuple[Source, ...]
    edges: tuple[Relay, ...]
    loops: tuple[tuple[str, ...], ...]


class _Placed(msgspec.Struct, frozen=True, gc=False):
    """
    Of an event's card, what the map draws: to read the rest of 5,000 takes longer than to draw them.

    These hold nothing that could point back at them, so the collector need not count them either.
    """

    id: str
    place: PlaceView | None


def bars(shelf: Reading, filters: Filters) -> msgspec.Raw:
    """Return the timeline as JSON text, a ``Bars``: it is as long as the story, and its parts are kept ready."""
    dated, undated = shelf.cards.bars(filters)
    return msgspec.Raw(f'{{"items":[{",".join(dated)}],"undated":[{",".join(undated)}]}}'.encode())


def spots(shelf: Reading, filters: Filters) -> Spots:
    """Return the map. Places that no gazetteer knows are given without a position; nothing is drawn where it is not."""
    told: dict[str, tuple[PlaceView, list[str]]] = {}
    placeless = []
    for one in all_events(shelf, filters, _Placed):
        if one.place is None:
            placeless.append(one.id)
        else:
            told.setdefault(one.place.id or one.place.name, (one.place, []))[1].append(one.id)
    made = []
    for key, (place, events) in told.items():
        made.append(
            Spot(
                key,
                place.name,
                place.precision,
                place.lat,
                place.lon,
                place.country,
                place.iso,
                place.admin1,
                len(events),
                tuple(events),
            )
        )
    return Spots(tuple(sorted(made, key=lambda one: (-one.count, one.id))), tuple(placeless))


def network(shelf: Reading, filters: Filters, most: int = BONDS) -> Network:
    """Return the strongest bonds, at most ``most``, and whom they bind."""
    bonds = shelf.cards.bonds(filters, most)
    weights: Counter[str] = Counter()
    for one in bonds:
        weights[one.source] += one.count
        weights[one.target] += one.count
    known = shelf.cards.faces(CardKind.ENTITY, sorted(weights))
    nodes = []
    for id_, weight in sorted(weights.items(), key=lambda one: (-one[1], one[0])):
        if id_ in known:
            card = msgspec.json.decode(known[id_], type=EntityCard)
            nodes.append(Knot(id_, card.name, card.kind, weight))
    edges = tuple(
        Edge(f"{one.relation} {one.source} {one.target}", one.source, one.target, one.relation, one.count, one.claims)
        for one in bonds
    )
    return Network(tuple(nodes), edges)


def lineage(shelf: Reading, event_id: str) -> Lineage:
    """
    Return through whom the words of an event came.

    Raises:
        NotFound: If there is no such event.
    """
    found = event(shelf, event_id)
    draft = _Draft({}, {})
    for one in found.claims:
        draft.add(one)
    loops = tuple(one.loop for one in found.body.origins if one.loop)
    return Lineage(tuple(draft.nodes.values()), tuple(draft.edges.values()), (*loops, *draft.loops()))


@dataclass(slots=True)
class _Draft:
    """The graph while it grows; one and the same source is one node, however many claims it gave."""

    nodes: dict[str, Source]
    edges: dict[tuple[str, str, str], Relay]

    def add(self, one: ClaimDetail) -> None:
        before = self._node(f"outlet {one.claim.outlet.casefold()}", one.claim.outlet, "outlet", named=True, level=0)
        for level, link in enumerate(one.body.chain, 1):
            named = not link.anonymous and link.label != "unnamed"
            key = link.entity.id if link.entity is not None else f"{link.kind} {link.label.casefold()}"
            if not named and link.entity is None:
                key = f"{key} {one.claim.report}"  # two reports' unnamed sources are not known to be one
            if f"outlet {link.label.casefold()}" in self.nodes:
                key = f"outlet {link.label.casefold()}"
            here = self._node(key, link.label, link.kind, named=named, level=level)
            if here != before:
                where = link.cue or link.words
                self.edges.setdefault(
                    (before, here, one.claim.report),
                    Relay(
                        before,
                        here,
                        "" if link.cue is None else link.cue.text,
                        one.claim.report,
                        0 if where is None else where.start,
                        0 if where is None else where.end,
                    ),
                )
            before = here

    def _node(self, key: str, label: str, kind: str, *, named: bool, level: int) -> str:
        known = self.nodes.get(key)
        if known is None:
            self.nodes[key] = Source(key, label, kind, named, level)
        elif 0 < known.level < level:
            self.nodes[key] = Source(key, known.label, known.kind, known.named, level)
        return key

    def loops(self) -> list[tuple[str, ...]]:
        """Return each ring of sources that pass on each other's words, from its first node on."""
        ahead: dict[str, list[str]] = {}
        for source, target, _ in self.edges:
            ahead.setdefault(source, []).append(target)
        found = []
        done: set[str] = set()
        for start in self.nodes:
            way, trail = [(start, iter(ahead.get(start, ())))], [start]
            while way and start not in done:
                following = next(way[-1][1], None)
                if following is None:
                    done.add(way.pop()[0])
                    trail.pop()
                elif following in trail:
                    found.append(tuple(trail[trail.index(following) :]))
                elif following not in done:
                    way.append((following, iter(ahead.get(following, ()))))
                    trail.append(following)
        return found
