"""Spans from the scores of BIO tags, with well-formed tags only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcebook.infer.scores import Floats

FORBIDDEN = -1e9
"""Score of a step that BIO does not allow."""

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """
    A span of words.

    Attributes:
        first: Its first word.
        end: The word after its last.
        kind: What the tags call it.
    """

    first: int
    end: int
    kind: str


def log_softmax(scores: Floats) -> Floats:
    """Return log probabilities over the last axis, same shape, float32."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found


def best_tags(scores: Floats, names: tuple[str, ...], bounds: Sequence[int]) -> Numbers:
    """
    Return the best well-formed tags.

    Where the likeliest tag of every word makes a well-formed sequence, that is the best one; only the other stretches
    are searched (Viterbi).

    Args:
        scores: Of each tag. Shape (words, tags).
        names: ``O``, ``B-kind`` and ``I-kind``. Shape (tags,).
        bounds: Where stretches begin that no span crosses, then the number of words.

    Returns:
        Shape (words,).
    """
    found: Numbers = scores.argmax(axis=-1)
    if not len(found):
        return found
    allowed = _allowed(names)
    before = np.concatenate([[0], found[:-1]])
    before[list(bounds[:-1])] = 0
    wrong = np.flatnonzero(~allowed[before, found])
    if not len(wrong):
        return found
    starts = np.asarray(bounds)
    for number in sorted({int(np.searchsorted(starts, place, side="right")) - 1 for place in wrong}):
        first, end = bounds[number], bounds[number + 1]
        found[first:end] = _viterbi(scores[first:end], allowed)
    return found


def spans_of(tags: Numbers, names: tuple[str, ...], bounds: Sequence[int]) -> list[Marked]:
    """Return the spans of well-formed tags, in order."""
    edges = set(bounds)
    found: list[Marked] = []
    inside = np.flatnonzero(tags).tolist()
    first, end, kind = -1, -1, ""
    for place in inside:
        edge, _, name = names[tags[place]].partition("-")
        if edge == "B" or place != end or place in edges or name != kind:
            if first >= 0:
                found.append(Marked(first, end, kind))
            first, kind = place, name
        end = place + 1
    if first >= 0:
        found.append(Marked(first, end, kind))
    return found


@cache
def _allowed(names: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return which tag may follow which: Shape (tags, tags)."""
    found = np.ones((len(names), len(names)), np.bool_)
    for column, name in enumerate(names):
        if name.startswith("I-"):
            found[:, column] = [before in {name, f"B-{name[2:]}"} for before in names]
    return found


def _viterbi(scores: Floats, allowed: NDArray[np.bool_]) -> Numbers:
    steps = np.where(allowed, 0.0, FORBIDDEN)
    best = scores[0] + steps[0]
    back = np.zeros(scores.shape, np.intp)
    for place in range(1, len(scores)):
        ways = best[:, None] + steps
        back[place] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[place]
    found = np.zeros(len(scores), np.intp)
    found[-1] = best.argmax()
    for place in range(len(scores) - 1, 0, -1):
        found[place - 1] = back[place, found[place]]
    return found
