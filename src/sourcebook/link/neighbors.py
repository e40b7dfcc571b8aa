"""How alike reports are in words and in whom they name, so that claims are compared within one matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from zlib import crc32

import numpy as np

from sourcebook.link.folding import fold
from sourcebook.link.joining import Joining
from sourcebook.link.triggers import stem
from sourcebook.values.links import Entity
from sourcebook.values.reports import PassageKind, Report

WIDTH = 4096
"""Columns that words and entities are hashed into; two of a report's 200 different words share one in 2.5 % of
cases."""
MOST = 32
"""Neighbors kept for each report."""
LEAST = 0.015
"""Similarity below which two reports have nothing in common but their language."""
MATTER = 0.08
"""Mean similarity of two sets of reports from which they are on one matter."""
STRAY = 0.02
AHEAD = 2.0
"""A report left alone or with one other joins the set that it is nearest to, from this similarity on and if that is so
many times nearer than the next. On the train topics of ECB+, each made of two look-alike stories, sets found so mix
none
and leave together .96 of the pairs of reports of one story (dev topics: .87 and .92)."""
_CHUNK = 512
_LOOKED_AT = 12
"""Reports of each set that the mean is taken over."""

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]


class Neighbors:
    """
    The likeness of reports, kept for each report's nearest: the geometric mean of two cosines (TF-IDF weights), one of
    their words, one of the named entities that they mention. Reports that name nobody in common are not alike.
    """

    def __init__(self, reports: Sequence[Report], entities: Sequence[Entity] = ()) -> None:
        self._near: dict[str, dict[str, float]] = {one.id: {one.id: 1.0} for one in reports}
        ids = [one.id for one in reports]
        words = _vectors([Counter(_words(one)) for one in reports])
        named = _vectors(_named(ids, entities))
        for start in range(0, len(ids), _CHUNK):
            part = slice(start, start + _CHUNK)
            alike = np.sqrt(np.maximum(words[part] @ words.T, 0) * np.maximum(named[part] @ named.T, 0))
            for row, values in enumerate(alike):
                self._keep(ids, start + row, values)
        matters = self._joined(ids)
        self._numbers = {one: number for number, members in enumerate(matters.sets()) for one in members}

    def _keep(self, ids: Sequence[str], own: int, values: np.ndarray[tuple[int], np.dtype[np.float32]]) -> None:
        near = np.flatnonzero(values >= LEAST)
        for other in near[np.argsort(-values[near], kind="stable")[: MOST + 1]].tolist():
            if other != own:
                value = round(float(values[other]), 4)
                self._near[ids[own]][ids[other]] = value
                self._near[ids[other]][ids[own]] = value

    def _joined(self, ids: Sequence[str]) -> Joining:
        def unlike(first: Sequence[str], second: Sequence[str]) -> bool:
            values = [self.alike(one, other) for one in first[:_LOOKED_AT] for other in second[:_LOOKED_AT]]
            return sum(values) / len(values) < MATTER

        matters = Joining(ids, unlike)
        edges = {
            (-value, min(one, other), max(one, other))
            for one in ids
            for other, value in self._near[one].items()
            if value >= MATTER and one != other
        }
        for _, one, other in sorted(edges):
            matters.join(one, other, "alike")
        self._attach(matters)
        return matters

    def _attach(self, matters: Joining) -> None:
        """Join the strays, each to the set that it is clearly nearest to."""
        sets = matters.sets()
        owner = {one: members[0] for members in sets if len(members) > 2 for one in members}
        for members in sets:
            if len(members) > 2:
                continue
            sums: dict[str, float] = defaultdict(float)
            for one in members:
                for other, value in self._near[one].items():
                    if other in owner:
                        sums[owner[other]] += value
            means = sorted(
                ((-total / (len(members) * len(matters.members(root))), root) for root, total in sums.items())
            )
            if means and -means[0][0] >= STRAY and (len(means) < 2 or means[0][0] <= AHEAD * means[1][0]):
                matters.join(members[0], means[0][1], "nearest", ask=False)

    def alike(self, first: str, second: str) -> float:
        """Return the similarity of two reports, 0..1; 0 where neither is among the other's nearest."""
        return self._near.get(first, {}).get(second, 0.0)

    def one_matter(self, first: str, second: str) -> bool:
        """Tell whether the two reports are about one matter."""
        return self.matter(first) == self.matter(second) >= 0

    def matter(self, report: str) -> int:
        """Return the number of the matter that a report is about; -1 for a report that is not known."""
        return self._numbers.get(report, -1)

    def of(self, report: str) -> Mapping[str, float]:
        """Return the report itself and its nearest, with their similarity."""
        return self._near.get(report, {})


def _vectors(counted: Sequence[Mapping[str, int]]) -> Matrix:
    """Return unit vectors. Shape (reports, WIDTH), float32."""
    held: Counter[str] = Counter(word for words in counted for word in words)
    total = len(counted)
    found = np.zeros((total, WIDTH), dtype=np.float32)
    for row, words in enumerate(counted):
        for word, count in words.items():
            weight = (1 + log(count)) * log((total + 1) / (held[word] + 0.5))
            found[row, crc32(word.encode()) % WIDTH] += max(0.0, weight)
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    unit: Matrix = found / np.maximum(norms, 1e-6)
    return unit


def _words(report: Report) -> list[str]:
    kept = [one for one in report.passages if one.kind is not PassageKind.FURNITURE]
    text = " ".join(report.words(one.span) for one in kept) if kept else report.text
    return [stem(word) for written in text.split() for word in fold(written).split() if len(word) > 2]


def _named(ids: Sequence[str], entities: Sequence[Entity]) -> list[Counter[str]]:
    found: dict[str, Counter[str]] = {one: Counter() for one in ids}
    for entity in entities:
        for mention in entity.mentions if entity.named else ():
            if mention.report in found:
                found[mention.report][entity.id] += 1
    return [found[one] for one in ids]
