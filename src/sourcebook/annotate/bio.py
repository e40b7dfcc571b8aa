"""Spans from the scores of BIO tags, with well-formed tags only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def covered(found: Iterable[Marked]) -> set[int]:
    """Return the words that spans hold."""
    return {place for one in found for place in range(one.first, one.end)}


def log_softmax(scores: Floats) -> Floats:
    """Return log probabilities over the last axis, same shape, float32."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found


def best_tags(scores: Floats, names: tuple[str, ...], bounds: Sequence[int], steps: Floats | None = None) -> Numbers:
    """
    Return the best well-formed tags (Viterbi).

    Without scores of steps, where the likeliest tag of every word makes a well-formed sequence, that is the best one;
    only the other stretches are searched.

    Args:
        scores: Of each tag; what is added to all tags of a word changes nothing. Shape (words, tags).
        names: ``O``, ``B-kind`` and ``I-kind``. Shape (tags,).
        bounds: Where stretches begin that no span crosses, then the number of words.
        steps: Learned scores of steps from tag (row; the start is the last) to tag (column); they count across bounds
            too. Shape (1 + tags, tags); None where the model has none.

    Returns:
        Shape (words,).
    """
    found: Numbers = scores.argmax(axis=-1)
    if not len(found):
        return found
    if steps is not None:
        return best_chain(bounded(scores, names, bounds), started(names) + steps)
    allowed = _allowed(names)
    before = np.concatenate([[0], found[:-1]])
    before[list(bounds[:-1])] = 0
    wrong = np.flatnonzero(~allowed[before, found])
    if not len(wrong):
        return found
    starts = np.asarray(bounds)
    for number in sorted({int(np.searchsorted(starts, place, side="right")) - 1 for place in wrong}):
        first, end = bounds[number], bounds[number + 1]
        found[first:end] = best_chain(scores[first:end], started(names))
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


def bounded(scores: Floats, names: tuple[str, ...], bounds: Sequence[int]) -> Floats:
    """Return the scores with the tags that go on with a span forbidden where a stretch begins."""
    found = scores.astype(np.float32)
    insides = [column for column, name in enumerate(names) if name.startswith("I-")]
    found[np.ix_([one for one in bounds if one < len(scores)], insides)] += FORBIDDEN
    return found


@cache
def started(names: tuple[str, ...]) -> Floats:
    """Return 0 where a tag may follow another and ``FORBIDDEN`` elsewhere, the start last: Shape (1 + tags, tags)."""
    allowed = _allowed(names)
    return np.where(np.concatenate([allowed, allowed[:1]]), 0.0, FORBIDDEN).astype(np.float32)


def best_chain(scores: Floats, steps: Floats) -> Numbers:
    """
    Return the tags whose scores and steps sum highest (Viterbi); some 8 microseconds a word.

    Args:
        scores: Shape (words, tags), float32; one word at least.
        steps: From tag (row; the start is the last) to tag (column). Shape (1 + tags, tags).

    Returns:
        Shape (words,).

    >>> best_chain(np.float32([[0, 1], [1, 0]]), np.float32([[0, -9], [-9, 0], [0, 0.5]])).tolist()
    [1, 1]
    """
    into = np.ascontiguousarray(steps[:-1].T)
    reached = np.empty_like(scores)
    ways = np.empty_like(into)
    best = reached[0] = scores[0] + steps[-1]
    for place in range(1, len(scores)):
        np.add(into, best, out=ways)
        best = np.maximum.reduce(ways, axis=1)
        best += scores[place]
        reached[place] = best
    found = np.empty(len(scores), np.intp)
    found[-1] = best.argmax()
    for place in range(len(scores) - 2, -1, -1):
        found[place] = (reached[place] + into[found[place + 1]]).argmax()
    return found


def best_through(scores: Floats, steps: Floats) -> Floats:
    """
    Return, for each word and tag, the sum of the best chain that gives the word this tag.

    Args:
        scores: Shape (words, tags), float32; one word at least.
        steps: From tag (row; the start is the last) to tag (column). Shape (1 + tags, tags).

    Returns:
        Shape (words, tags).

    >>> best_through(np.float32([[0, 1], [1, 0]]), np.float32([[0, -9], [-9, 0], [0, 0.5]])).tolist()
    [[1.0, 1.5], [1.0, 1.5]]
    """
    between = steps[:-1]
    found = np.empty_like(scores)
    found[0] = scores[0] + steps[-1]
    for place in range(1, len(scores)):
        found[place] = scores[place] + (found[place - 1][:, None] + between).max(axis=0)
    behind = np.zeros_like(scores[0])
    for place in range(len(scores) - 2, -1, -1):
        behind = (between + scores[place + 1] + behind).max(axis=1)
        found[place] += behind
    return found
