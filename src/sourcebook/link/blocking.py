"""Which acts are worth comparing: those that share a block, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def pairs(acts: Sequence[Act], neighbors: Neighbors) -> list[tuple[Act, Act]]:
    """Return the pairs to compare, each once, in order."""
    blocks: dict[Key, list[Act]] = defaultdict(list)
    for act in acts:
        for key in sorted(set(_keys(act))):
            blocks[key].append(act)
    found: dict[tuple[str, str], tuple[Act, Act]] = {}
    for key in sorted(blocks):
        for one, other in _windowed(blocks[key]):
            found.setdefault((one.id, other.id), (one, other))
    for one, other in _of_neighbors(acts, neighbors):
        found.setdefault((one.id, other.id), (one, other))
    return [found[ids] for ids in sorted(found)]


def _ordered(one: Act, other: Act) -> tuple[Act, Act]:
    return (one, other) if one.id < other.id else (other, one)


def _windowed(block: list[Act]) -> Iterator[tuple[Act, Act]]:
    block.sort(key=lambda act: (act.earliest is None, act.earliest, act.id) if act.earliest else (True, None, act.id))
    for number, act in enumerate(block):
        for other in block[number + 1 : number + 1 + WINDOW]:
            yield _ordered(act, other)


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
                    yield from (_ordered(act, each) for each in rest[:WINDOW])
