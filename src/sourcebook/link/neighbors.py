"""How alike reports are in their words, so that claims are compared with those of reports on the same matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from zlib import crc32

import numpy as np

from sourcebook.link.folding import fold
from sourcebook.link.triggers import stem
from sourcebook.values.reports import PassageKind, Report

WIDTH = 4096
"""Columns that words are hashed into; two of a report's 200 different words share one in 2.5 % of cases."""
MOST = 24
"""Neighbors kept for each report."""
LEAST = 0.08
"""Cosine below which two reports have nothing in common but their language."""
_CHUNK = 512


class Neighbors:
    """The cosine similarity of reports by weighted words (TF-IDF), kept for each report's nearest."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._near: dict[str, dict[str, float]] = {one.id: {one.id: 1.0} for one in reports}
        ids = [one.id for one in reports]
        vectors = _vectors(reports)
        for start in range(0, len(ids), _CHUNK):
            alike = vectors[start : start + _CHUNK] @ vectors.T
            for row, values in enumerate(alike):
                self._keep(ids, start + row, values)

    def _keep(self, ids: Sequence[str], own: int, values: np.ndarray[tuple[int], np.dtype[np.float32]]) -> None:
        best = np.argsort(-values, kind="stable")[: MOST + 1]
        for other in best:
            if other != own and values[other] >= LEAST:
                value = round(float(values[other]), 4)
                self._near[ids[own]][ids[other]] = value
                self._near[ids[other]][ids[own]] = value

    def alike(self, first: str, second: str) -> float:
        """Return the similarity of two reports, 0..1; 0 where neither is among the other's nearest."""
        return self._near.get(first, {}).get(second, 0.0)

    def of(self, report: str) -> Mapping[str, float]:
        """Return the report itself and its nearest, with their similarity."""
        return self._near.get(report, {})


def _vectors(reports: Sequence[Report]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return unit vectors. Shape (reports, WIDTH), float32."""
    counted = [Counter(_words(one)) for one in reports]
    held: Counter[str] = Counter(word for words in counted for word in words)
    total = len(reports)
    found = np.zeros((total, WIDTH), dtype=np.float32)
    for row, words in enumerate(counted):
        for word, count in words.items():
            weight = (1 + log(count)) * log((total + 1) / (held[word] + 0.5))
            found[row, crc32(word.encode()) % WIDTH] += max(0.0, weight)
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = found / np.maximum(norms, 1e-6)
    return unit


def _words(report: Report) -> list[str]:
    kept = [one for one in report.passages if one.kind is not PassageKind.FURNITURE]
    text = " ".join(report.words(one.span) for one in kept) if kept else report.text
    return [stem(word) for word in fold(text).split() if len(word) > 2]
