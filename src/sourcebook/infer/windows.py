"""A passage cut into windows that the model can take."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sourcebook.infer.scores import Flags

SPECIAL = 2
"""Pieces of ``[CLS]`` and ``[SEP]``."""


@dataclass(frozen=True, slots=True)
class Window:
    """
    Words ``first`` to ``stop`` of a passage go through the model together; ``core`` to ``end`` are this window's own.

    The others are their context, and stand in the core of a neighbor.
    """

    first: int
    core: int
    end: int
    stop: int


def windows(sizes: NDArray[np.int64], cuts: Flags, limit: int, context: int) -> list[Window]:
    """
    Return windows that cover every word exactly once with their cores.

    Whole sentences or paragraphs are packed greedily; one that is too long by itself is cut where the room ends. What
    two windows share is parted where a sentence starts, as near its middle as can be, so that both have context there.

    Args:
        sizes: Pieces of each word. Shape (words,).
        cuts: Whether a window may start there. Shape (words,).
        limit: Most pieces of a window, the two special ones counted.
        context: Most pieces that a window reads again of the one before it.

    >>> windows(np.array([1, 1, 1, 1]), np.array([True, False, True, False]), 5, 0)
    [Window(first=0, core=0, end=2, stop=2), Window(first=2, core=2, end=4, stop=4)]
    """
    total = len(sizes)
    if total == 0:
        return []
    before = np.concatenate([[0], np.cumsum(sizes)])
    edges = [0, *(np.flatnonzero(cuts[1:]) + 1).tolist(), total]
    if before[total] + SPECIAL <= limit:
        return [Window(0, 0, total, total)]
    room = limit - SPECIAL
    found: list[Window] = []
    first = core = done = 0
    for start, end in pairwise(edges):
        if start > done and before[end] - before[first] > room:
            again = _context(before, edges, start, min(context, room - int(before[end] - before[start])))
            parted = _middle(before, edges, max(again, core + 1), start)
            found.append(Window(first, core, parted, start))
            first, core, done = again, parted, start
        while before[end] - before[first] > room:
            cut = max(int(np.searchsorted(before, before[first] + room, side="right")) - 1, core + 1)
            found.append(Window(first, core, cut, cut))
            first = core = done = cut
    if core < total:
        found.append(Window(first, core, total, total))
    return found


def _middle(before: NDArray[np.int64], edges: list[int], first: int, end: int) -> int:
    """Return the edge from ``first`` to ``end``, an edge itself, that is nearest the middle of what lies between."""
    twice = int(before[first] + before[end])
    inside = edges[bisect_left(edges, first) : bisect_right(edges, end)]
    return min(inside, key=lambda edge: (abs(2 * int(before[edge]) - twice), -edge))


def _context(before: NDArray[np.int64], edges: list[int], core: int, room: int) -> int:
    """Return the first edge at or before ``core`` from which at most ``room`` pieces lead up to it."""
    least = int(before[core]) - room
    at = int(np.searchsorted(edges, core, side="left"))
    first = core
    while at > 0 and before[edges[at - 1]] >= least:
        at -= 1
        first = edges[at]
    return first
