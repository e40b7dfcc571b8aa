"""Published vectors of words: what a word is like, learned from far more text than any corpus with marks holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.infer.scores import Floats

WIDTH = 64
"""Numbers of a vector."""
UNIT = np.float32(1 / 32)
"""What a step of the 8-bit numbers stands for."""


def key(word: str) -> int:
    """
    Return the number that a word is found by, from 0 to 2^64 - 1: of two different words hardly ever the same.

    >>> key("Dam") == key("dam"), key("dam") == key("dams")
    (True, False)
    """
    return int.from_bytes(blake2b(word.lower().encode("utf-8", "replace"), digest_size=8).digest())


@dataclass(frozen=True, slots=True)
class Vectors:
    """
    A table of vectors.

    Attributes:
        keys: The words' numbers, ascending. Shape (words,).
        rows: Their vectors in steps of ``UNIT``. Shape (words, ``WIDTH``).
    """

    keys: NDArray[np.uint64]
    rows: NDArray[np.int8]

    @classmethod
    def load(cls, path: Path) -> Vectors:
        """Read a table that ``training.vectors`` wrote."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["keys"], stored["rows"])

    def places(self, words: Sequence[str]) -> list[int]:
        """Return the row of each word, -1 where the table does not have it."""
        wanted = np.fromiter(map(key, words), np.uint64, len(words))
        found = np.searchsorted(self.keys, wanted).clip(max=len(self.keys) - 1)
        return [int(place) for place in np.where(self.keys[found] == wanted, found, -1)]

    def at(self, places: NDArray[np.intp]) -> Floats:
        """Return the vectors of rows, zeros for -1. Shape (places, ``WIDTH``)."""
        found: Floats = self.rows[places] * UNIT
        found[places < 0] = 0.0
        return found
