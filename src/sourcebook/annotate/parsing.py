"""Tags, trees and lemmas from the model's scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.arborescence import FAR, best_tree
from sourcebook.annotate.lemmas import lemma
from sourcebook.infer import Reader, Scores
from sourcebook.values.marks import Token
from sourcebook.values.spans import Span


def governors(scores: Scores, bounds: Sequence[int]) -> NDArray[np.intp]:
    """
    Return each word's governor, itself at a root; every sentence is one tree.

    Args:
        bounds: The first word of every sentence, then the number of words.
    """
    found = np.arange(len(scores.upos))
    for first, end in pairwise(bounds):
        size = end - first
        if size == 1:
            continue
        arcs = np.empty((size, size + 1))
        arcs[:, 0] = scores.arc_root[first:end]
        arcs[:, 1:] = scores.arc_dep[first:end] @ scores.arc_head[first:end].T
        arcs[np.arange(size), np.arange(size) + 1] = FAR
        arcs -= arcs.max(axis=1, keepdims=True)
        arcs -= np.log(np.exp(arcs).sum(axis=1, keepdims=True))
        heads = best_tree(arcs)
        found[first:end] = np.where(heads < 0, np.arange(size), heads) + first
    return found


def tokens_of(
    reader: Reader, scores: Scores, words: Sequence[str], spans: Sequence[Span], bounds: Sequence[int]
) -> list[Token]:
    """Return the words with their tags, lemmas and trees; heads count from the first word given."""
    if not words:
        return []
    labels = reader.labels
    heads = governors(scores, bounds)
    related = reader.relations(scores.rel_dep, scores.rel_head[heads])
    related[:, labels["relations"].index("root")] = FAR
    deps = related.argmax(axis=1).tolist()
    upos, xpos = scores.upos.argmax(axis=1).tolist(), scores.xpos.argmax(axis=1).tolist()
    found = []
    for place, (word, span, head) in enumerate(zip(words, spans, heads.tolist(), strict=True)):
        pos, tag = labels["upos"][upos[place]], labels["xpos"][xpos[place]]
        dep = "root" if head == place else labels["relations"][deps[place]]
        found.append(Token(span, lemma(word, pos, tag), pos, tag, head, dep))
    return found
