"""Outputs to labels, as the figures of the model card need them: tags by Viterbi, chains, clusters' scores."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

Floats = NDArray[np.float32]
FAR = -1e9
"""Score of what is forbidden."""


def allowed(names: Sequence[str]) -> Floats:
    """Return the scores of steps between BIO tags, 0 or ``FAR``: shape (1 + tags, tags), the start in the last row."""
    scores = np.zeros((len(names) + 1, len(names)), np.float32)
    for column, name in enumerate(names):
        if name.startswith("I-"):
            for row, before in enumerate([*names, "O"]):
                if before[1:] != name[1:]:
                    scores[row, column] = FAR
    return scores


def viterbi(logits: Floats, names: Sequence[str], learned: Floats | None = None) -> list[int]:
    """
    Return the best well-formed tags of words, ``logits`` of shape (words, tags).

    Args:
        learned: Scores of steps from tag (row; the start is the last) to tag (column), where the model has them.
    """
    steps = allowed(names) if learned is None else allowed(names) + learned
    best = log_softmax(logits)
    back = np.zeros(best.shape, np.int64)
    best[0] += steps[-1]
    for word in range(1, len(best)):
        scores = best[word - 1][:, None] + steps[:-1]
        back[word] = scores.argmax(0)
        best[word] += scores.max(0)
    found = [int(best[-1].argmax())]
    for word in range(len(best) - 1, 0, -1):
        found.append(int(back[word, found[-1]]))
    return found[::-1]


def log_softmax(logits: Floats) -> Floats:
    """Return the logarithms of probabilities over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found


def chains(scores: Floats, candidates: list[int]) -> dict[int, int]:
    """Return the chain of each candidate that has one: each takes its best antecedent scored above 0."""
    chain: dict[int, int] = {}
    for number, word in enumerate(candidates):
        if number == 0:
            continue
        before = candidates[:number]
        best = int(np.argmax(scores[word, before]))
        if scores[word, before[best]] > 0:
            chain[word] = chain.setdefault(before[best], before[best])
    return chain


Clusters = list[frozenset[tuple[int, int]]]
"""Mentions as (window, head word) by chain."""


def clusters(found: dict[tuple[int, int], int]) -> Clusters:
    """Group mentions by chain; chains are numbered per window, lone mentions are dropped."""
    groups: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for mention, chain in found.items():
        groups.setdefault((mention[0], chain), set()).add(mention)
    return [frozenset(group) for group in groups.values() if len(group) > 1]


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """Return MUC, B-cubed and CEAF-e F1 (0 to 1) and their mean."""

    def muc(one: Clusters, other: Clusters) -> tuple[float, float]:
        place = {mention: number for number, group in enumerate(other) for mention in group}
        right = sum(
            len(group) - len({place.get(mention, (mention,)) for mention in group})  # type: ignore[arg-type]
            for group in one
        )
        return right, sum(len(group) - 1 for group in one)

    def cubed(one: Clusters, other: Clusters) -> tuple[float, float]:
        place = {mention: group for group in other for mention in group}
        right = sum(len(group & place.get(mention, frozenset())) / len(group) for group in one for mention in group)
        return right, sum(map(len, one))

    def f1(recall: tuple[float, float], precision: tuple[float, float]) -> float:
        r, p = (right / max(all_, 1) for right, all_ in (recall, precision))
        return 2 * r * p / (r + p) if r + p else 0.0

    result = {"muc": f1(muc(gold, found), muc(found, gold)), "b_cubed": f1(cubed(gold, found), cubed(found, gold))}
    place = {mention: number for number, group in enumerate(found) for mention in group}
    same = np.zeros((len(gold), len(found)))
    for row, group in enumerate(gold):
        for column in {place[mention] for mention in group if mention in place}:
            same[row, column] = 2 * len(group & found[column]) / (len(group) + len(found[column]))
    total = float(same[linear_sum_assignment(-same)].sum()) if gold and found else 0.0
    result["ceaf_e"] = f1((total, len(gold)), (total, len(found)))
    return result | {"conll": sum(result.values()) / 3}
