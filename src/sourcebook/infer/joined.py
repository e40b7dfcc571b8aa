"""What several windows say of one passage, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sourcebook.infer.scores import BLENDED, Again, Floats, Numbers
from sourcebook.infer.windows import Window

LINKS = ("link_cue", "link_source", "link_content")
"""Outputs whose rows are kept of both windows that read a word."""


class Joined:
    """
    Gathers the outputs of windows.

    Attributes:
        rows: Outputs by name, shape (words, width). Of a word that several windows read, the scores in ``BLENDED`` are
            their mean, weighted by how far from its edge each has the word; other rows are those of the window whose
            core it stands in.
    """

    def __init__(self, words: int, windows: Sequence[Window]) -> None:
        self.rows: dict[str, Floats] = {}
        self._words = words
        self._number = {one: number for number, one in enumerate(windows)}
        self._total = np.zeros(words, np.float32)
        for one in windows:
            self._total[one.first : one.stop] += _depth(one, words)
        self._window: Numbers = np.zeros(words, np.intp)
        self._other: Numbers = np.full(words, -1, np.intp)
        self._second: dict[str, Floats] = {}

    def add(self, window: Window, found: Mapping[str, Floats]) -> None:
        """Take the outputs of a window, by name, each of shape (words of the window, width)."""
        first, core, end, stop = window.first, window.core, window.end, window.stop
        share = (_depth(window, self._words) / self._total[first:stop])[:, None]
        self._window[core:end] = self._number[window]
        for start, after in ((first, core), (end, stop)):
            self._other[start:after] = self._number[window]
        for name, values in found.items():
            if name not in self.rows:
                self.rows[name] = np.zeros((self._words, values.shape[-1]), np.float32)
            if name in BLENDED:
                self.rows[name][first:stop] += share * values
                continue
            self.rows[name][core:end] = values[core - first : end - first]
            if name in LINKS:
                if name not in self._second:
                    self._second[name] = np.zeros((self._words, values.shape[-1]), np.float32)
                for start, after in ((first, core), (end, stop)):
                    self._second[name][start:after] = values[start - first : after - first]

    def again(self) -> Again:
        """Return the rows of the windows that have the words as context."""
        return Again(self._window, self._other, *(self._second[name] for name in LINKS))


def _depth(window: Window, words: int) -> Floats:
    """Return how far each word of a window stands from its edges, the passage's own aside: shape (words read,)."""
    places = np.arange(window.first, window.stop)
    left = places - window.first + 1 if window.first else np.full(len(places), words)
    right = window.stop - places if window.stop < words else np.full(len(places), words)
    found: Floats = np.minimum(left, right).astype(np.float32)
    return found
