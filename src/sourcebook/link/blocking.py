"""Which acts are worth comparing: those that share a block, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sourcebook.link.acts import Act
from sourcebook.link.neighbors import Neighbors
from sourcebook.values.kinds import EventType

WINDOW = 24
"""Acts of one block that each is compared with, in order of day: keeps a crowded block ("say", the president)
linear."""
_MARKS = 3
"""Words of a statement, the smallest by hash, under which it is filed: the same words meet with high chance."""
_CHUNK = 4096
"""Acts whose pairs are made at once, about: a few hundred of each."""

Key = tuple[str, ...]
Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]


def pairs(acts: Sequence[Act], neighbors: Neighbors) -> Iterator[Pairs]:
    """
    Yield the pairs to compare, a part at a time, each pair once.

    Both arrays hold places in ``acts``, which are in order of report. Shape (pairs,), int64. The first of a pair has
    the smaller id.
    """
    windows, near = _Windows.of(acts), _Near.of(acts, neighbors)
    by_id = np.empty(len(acts), dtype=np.int64)
    by_id[sorted(range(len(acts)), key=lambda number: acts[number].id)] = np.arange(len(acts))
    for start, end in _parts(acts):
        found = [*windows.pairs(start, end), *near.pairs(start, end)]
        codes = np.unique(np.concatenate([one * len(acts) + other for one, other in found]))
        one, other = np.divmod(codes, len(acts))
        turned = by_id[one] > by_id[other]
        yield np.where(turned, other, one), np.where(turned, one, other)


def _parts(acts: Sequence[Act]) -> Iterator[tuple[int, int]]:
    """Yield the ends of stretches of acts that hold whole reports."""
    start = 0
    for place in range(1, len(acts) + 1):
        last = place == len(acts)
        if last or (place - start >= _CHUNK and acts[place].report != acts[place - 1].report):
            yield start, place
            start = place


@dataclass(frozen=True, slots=True)
class _Windows:
    """
    Blocks one after the other, the acts of each in order of day.

    Attributes:
        filed: Places of acts. Shape (filed,), int64.
        blocks: The block of each. The same shape.
        order: What sorts ``filed``. ``ranked``: ``filed``, sorted.
    """

    filed: Numbers
    blocks: Numbers
    order: Numbers
    ranked: Numbers

    @classmethod
    def of(cls, acts: Sequence[Act]) -> _Windows:
        blocks: dict[Key, list[int]] = defaultdict(list)
        for number in sorted(range(len(acts)), key=lambda number: _by_day(acts[number])):
            for key in set(_keys(acts[number])):
                blocks[key].append(number)
        filed = np.fromiter(chain.from_iterable(blocks.values()), dtype=np.int64)
        owners = np.repeat(np.arange(len(blocks)), np.array([len(block) for block in blocks.values()], dtype=np.int64))
        order = np.argsort(filed, kind="stable")
        return cls(filed, owners, order, filed[order])

    def pairs(self, start: int, end: int) -> Iterator[Pairs]:
        """Yield the pairs in one window whose smaller place is in the stretch."""
        here = self.order[np.searchsorted(self.ranked, start) : np.searchsorted(self.ranked, end)]
        for step in (step for far in range(1, WINDOW + 1) for step in (far, -far)):
            inside = here[(here + step >= 0) & (here + step < len(self.filed))]
            one, other = self.filed[inside], self.filed[inside + step]
            kept = (self.blocks[inside] == self.blocks[inside + step]) & (one < other)
            yield one[kept], other[kept]


@dataclass(frozen=True, slots=True)
class _Near:
    """
    Acts by stem or synonym class, and within it by report.

    Attributes:
        filed: Places of acts, of one file after the other. Shape (filed,), int64.
        files: Codes of the files, rising: key times reports plus report. Shape (files,), int64.
        starts: Where each file starts; one more at the end. ``total``: how many reports there are.
        reports: Of each act, by its place, the number of its report. Shape (acts,), int64.
        known: Whether a report has a likeness to any, itself included. Shape (reports,), bool.
        near: Numbers of reports nearest to each and behind it, one report's after the other. Shape (neighbors,), int64.
        ends: Where those of each report end, from 0 on. Shape (reports + 1,), int64.
    """

    filed: Numbers
    files: Numbers
    starts: Numbers
    total: int
    reports: Numbers
    known: NDArray[np.bool_]
    near: Numbers
    ends: Numbers

    @classmethod
    def of(cls, acts: Sequence[Act], neighbors: Neighbors) -> _Near:
        names = sorted({act.report for act in acts})
        place = {name: number for number, name in enumerate(names)}
        behind = [
            sorted(place[other] for other in neighbors.of(name) if place.get(other, -1) > number)
            for number, name in enumerate(names)
        ]
        keys: dict[Key, int] = {}
        rows = [
            (keys.setdefault(key, len(keys)) * len(names) + place[act.report], number)
            for number, act in enumerate(acts)
            for key in _acting(act)
        ]
        rows.sort()
        table = np.array(rows, dtype=np.int64).reshape(-1, 2)
        files, starts = np.unique(table[:, 0], return_index=True)
        return cls(
            table[:, 1],
            files,
            np.append(starts, len(rows)).astype(np.int64),
            max(1, len(names)),
            np.array([place[act.report] for act in acts], dtype=np.int64),
            np.array([bool(neighbors.of(name)) for name in names], dtype=np.bool_),
            np.fromiter(chain.from_iterable(behind), dtype=np.int64),
            np.cumsum([0, *map(len, behind)], dtype=np.int64),
        )

    def pairs(self, start: int, end: int) -> Iterator[Pairs]:
        """Yield the pairs of one file, and across files of one key in near reports, of the stretch's reports."""
        first, last = int(self.reports[start]), int(self.reports[end - 1])
        owners = self.files % self.total
        own = np.flatnonzero((owners >= first) & (owners <= last) & self.known[owners])
        sizes = np.diff(self.starts)
        yield from self._across(own, own, sizes[own], inside=True)
        counts = (self.ends[1:] - self.ends[:-1])[owners[own]]
        one = np.repeat(own, counts)
        near = self.near[_counted(counts) + np.repeat(self.ends[owners[own]], counts)]
        wanted = self.files[one] - owners[one] + near
        other = np.minimum(np.searchsorted(self.files, wanted), len(self.files) - 1)
        met = self.files[other] == wanted
        yield from self._across(one[met], other[met], np.minimum(sizes[other[met]], WINDOW), inside=False)

    def _across(self, one: Numbers, other: Numbers, width: Numbers, *, inside: bool) -> Iterator[Pairs]:
        """Yield every act of the one files with the first of the other, as many as ``width`` says."""
        many = (self.starts[one + 1] - self.starts[one]) * width
        row, place = np.repeat(np.arange(len(one)), many), _counted(many)
        left, right = np.divmod(place, width[row])
        if inside:
            kept = (right > left) & (right <= left + WINDOW)
            row, left, right = row[kept], left[kept], right[kept]
        yield self.filed[self.starts[one[row]] + left], self.filed[self.starts[other[row]] + right]


def _counted(many: Numbers) -> Numbers:
    """
    Return the numbers from 0 on, as many for each.

    >>> _counted(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(many)
    return np.arange(int(many.sum())) - np.repeat(ends - many, many)


def _by_day(act: Act) -> tuple[bool, date, str]:
    return (act.earliest is None, act.earliest or date.max, act.id)


def _acting(act: Act) -> Iterator[Key]:
    if not act.told:
        yield act.realm.value, act.stem
        for group in act.groups:
            yield act.realm.value, f"group {group}"


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
