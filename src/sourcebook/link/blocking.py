"""Which acts are worth comparing: those that share a block, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from zlib import crc32

from sourcebook.link.acts import Act
from sourcebook.link.neighbors import Neighbors
from sourcebook.values.kinds import EventType

WINDOW = 24
"""Acts of one block that each is compared with, in order of day: keeps a crowded block ("say", the president)
linear."""
_MARKS = 3
"""Words of a statement, the smallest by hash, under which it is filed: the same words meet with high chance."""

Key = tuple[str, ...]


def pairs(acts: Sequence[Act], neighbors: Neighbors) -> Iterator[tuple[Act, Act]]:
    """Yield the pairs to compare, each once, the act with the smaller id first, in order of day."""
    ordered = sorted(acts, key=_by_day)
    rank = {act.id: number for number, act in enumerate(ordered)}
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, act in enumerate(ordered):
        for key in set(_keys(act)):
            blocks[key].append(number)
    later: list[list[int]] = [[] for _ in ordered]
    for block in blocks.values():
        for place, number in enumerate(block):
            later[number] += block[place + 1 : place + 1 + WINDOW]
    for one, other in _of_neighbors(acts, neighbors):
        first, second = sorted((rank[one.id], rank[other.id]))
        later[first].append(second)
    for one, others in zip(ordered, later, strict=True):
        for number in sorted(set(others)):
            other = ordered[number]
            yield (one, other) if one.id < other.id else (other, one)


def _by_day(act: Act) -> tuple[bool, date, str]:
    return (act.earliest is None, act.earliest or date.max, act.id)


def _keys(act: Act) -> Iterator[Key]:
    realm = act.realm.value
    if act.told:
        marks = sorted(act.words, key=lambda word: (crc32(word.encode()), word))[:_MARKS]
        yield from ((realm, "told", act.stem, mark) for mark in marks)
        return
    entities = {entity for party in act.parties for entity in party.near}
    for entity in entities:
        yield realm, "stem", act.stem, entity
        for group in act.groups:
            yield realm, "group", str(group), entity
        if act.type is not EventType.OTHER:
            yield realm, "type", act.type.value, entity
    if act.place is not None and act.dated and act.earliest is not None:
        yield realm, "place", act.type.value, act.place, act.earliest.strftime("%Y-%m")


def _of_neighbors(acts: Sequence[Act], neighbors: Neighbors) -> Iterator[tuple[Act, Act]]:
    """Pair acts with one stem or synonym class inside a report and with the reports nearest to it."""
    filed: dict[Key, dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
    for act in acts:
        if not act.told:
            filed[act.realm.value, act.stem][act.report].append(act)
            for group in act.groups:
                filed[act.realm.value, f"group {group}"][act.report].append(act)
    for key in sorted(filed):
        by_report = filed[key]
        for report in sorted(by_report):
            near = sorted(neighbors.of(report)) if len(by_report) > WINDOW else sorted(by_report)
            for other in near:
                if other < report or other not in by_report or not neighbors.alike(report, other):
                    continue
                for number, act in enumerate(by_report[report]):
                    rest = by_report[other][number + 1 :] if other == report else by_report[other]
                    yield from ((act, each) for each in rest[:WINDOW])
