"""A passage cut into windows that the model can take."""

from __future__ import annotations

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
    Words ``first`` to ``end`` of a passage go through the model together; what it says of ``core`` to ``end`` counts.

    The words from ``first`` to ``core`` are read again only for their context.
    """

    first: int
    core: int
    end: int


def windows(sizes: NDArray[np.int64], cuts: Flags, limit: int, context: int) -> list[Window]:
    """
    Return windows that cover every word exactly once with their cores.

    Whole sentences or paragraphs are packed greedily; one that is too long by itself is cut where the room ends.

    Args:
        sizes: Pieces of each word. Shape (words,).
        cuts: Whether a window may start there. Shape (words,).
        limit: Most pieces of a window, the two special ones counted.
        context: Most pieces read again before a core.

    >>> windows(np.array([1, 1, 1, 1]), np.array([True, False, True, False]), 5, 0)
    [Window(first=0, core=0, end=2), Window(first=2, core=2, end=4)]
    """
    total = len(sizes)
    if total == 0:
        return []
    before = np.concatenate([[0], np.cumsum(sizes)])
    edges = [0, *(np.flatnonzero(cuts[1:]) + 1).tolist(), total]
    if before[total] + SPECIAL <= limit:
        return [Window(0, 0, total)]
    room = limit - SPECIAL
    found: list[Window] = []
    first = core = 0
    for start, end in pairwise(edges):
        if start > core and before[end] - before[first] > room:
            found.append(Window(first, core, start))
            core, first = start, _context(before, edges, start, min(context, room - int(before[end] - before[start])))
        while before[end] - before[first] > room:
            cut = max(int(np.searchsorted(before, before[first] + room, side="right")) - 1, core + 1)
            found.append(Window(first, core, cut))
            first = core = cut
    if core < total:
        found.append(Window(first, core, total))
    return found


def _context(before: NDArray[np.int64], edges: list[int], core: int, room: int) -> int:
    """Return the first edge at or before ``core`` from which at most ``room`` pieces lead up to it."""
    least = int(before[core]) - room
    at = int(np.searchsorted(edges, core, side="left"))
    first = core
    while at > 0 and before[edges[at - 1]] >= least:
        at -= 1
        first = edges[at]
    return first
