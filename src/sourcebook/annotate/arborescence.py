"""The best tree over the words of a sentence."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FAR = -1e9
"""Score of an arc that cannot be."""

Numbers = NDArray[np.intp]
Scores = NDArray[np.float64]


def best_tree(scores: Scores) -> Numbers:
    """
    Return the governor of each word in the best tree with exactly one root; -1 at the root.

    Roots are tried in order of the most that a tree with them could reach, until none can beat the best; for each the
    best tree is that of Chu & Liu 1965 and Edmonds 1967.

    Args:
        scores: Of the governors of each word: first the root, then each word. Shape (words, 1 + words).

    Returns:
        Shape (words,).

    >>> best_tree(np.array([[2.0, FAR, 5.0], [1.5, 5.0, FAR]])).tolist()
    [-1, 0]
    """
    size = len(scores)
    if size == 1:
        return np.array([-1])
    inner = scores[:, 1:].copy()
    places = np.arange(size)
    inner[places, places] = FAR
    greedy: Numbers = inner.argmax(axis=1)
    most = inner[places, greedy]
    bounds = most.sum() - most + scores[:, 0]
    best, reached = greedy, -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= reached:
            break
        found = greedy.copy()
        found[root] = -1
        if _cycle(found):
            square = np.full((size + 1, size + 1), FAR * (size + 1))
            square[1:, 1:] = inner
            square[root + 1, 1:] = FAR * (size + 1)
            square[root + 1, 0] = 0.0
            found = _edmonds(square)[1:] - 1
            total = float(scores[root, 0]) + float(sum(inner[at, found[at]] for at in range(size) if at != root))
        else:
            total = float(bounds[root])
        if total > reached:
            best, reached = found, total
    return best


def _cycle(governors: Numbers) -> list[int]:
    """Return the words of one cycle, none where there is none; a negative governor is a root."""
    state = [0] * len(governors)
    heads = governors.tolist()
    for start in range(len(heads)):
        path, word = [], start
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word]
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: Scores) -> Numbers:
    """Return governors in a graph whose node 0 is the root. Shape of ``scores``: (nodes, nodes), dependents first."""
    governors: Numbers = scores.argmax(axis=1)
    governors[0] = -1
    cycle = _cycle(governors)
    if not cycle:
        return governors
    size = len(scores)
    inside = np.zeros(size, np.bool_)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.array(cycle)
    held = scores[ring, governors[ring]]
    entering = scores[np.ix_(ring, outside)] - held[:, None] + held.sum()
    leaving = scores[np.ix_(outside, ring)]
    merged = len(outside)
    smaller = np.full((merged + 1, merged + 1), FAR * size)
    smaller[:merged, :merged] = scores[np.ix_(outside, outside)]
    smaller[merged, :merged] = entering.max(axis=0)
    smaller[:merged, merged] = leaving.max(axis=1)
    found = _edmonds(smaller)
    result = governors.copy()
    for number, word in enumerate(outside.tolist()):
        governor = int(found[number])
        if number:
            result[word] = ring[leaving[number].argmax()] if governor == merged else outside[governor]
    entrance = int(found[merged])
    opened = int(entering[:, entrance].argmax())
    result[ring[opened]] = outside[entrance]
    return result
