"""Tags, trees and lemmas from the model's scores."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from sourcebook.annotate.arborescence import FAR
from sourcebook.annotate.lemmas import lemma
from sourcebook.annotate.projective import untangled_tree
from sourcebook.annotate.punctuation import settled
from sourcebook.infer import Reader, Scores
from sourcebook.infer.scores import Floats
from sourcebook.values.marks import Token
from sourcebook.values.spans import Span

TAGS = {
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "AUX": "VB VBD VBG VBN VBP VBZ MD",
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS ADD",
    "ADJ": "JJ JJR JJS",
    "ADV": "RB RBR RBS WRB RP",
}
"""Penn Treebank tags that go with a part of speech (UD v2's conversion table for English); others are free."""
POINTING = frozenset(
    """i me my mine myself we us our ours ourselves you your yours yourself yourselves thou thee thy ye he him his
    himself she her hers herself it its itself they them their theirs themselves themself one ones oneself this that
    these those there here who whom whose which what whatever whichever whoever whomever some any no none every each
    either neither both all half many much few several most more other others another such same so enough the a an
    quite rather anybody anyone anything everybody everyone everything somebody someone something nobody nothing
    noone""".split()
)
"""Words that can be pronouns or determiners. Classes that nothing joins: a capitalized word beside them is a name or a
noun, though it stands where "he" would (all of EWT's training portion are here, but for two that are misspelt)."""


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
        heads = untangled_tree(arcs)
        found[first:end] = np.where(heads < 0, np.arange(size), heads) + first
    return found


_PAST = regex.compile(r"(?i)(?<!e|emb|imb|^sh|^w|^sl|^shr)ed$")
"""Ends of words that as verbs are past forms, whatever the scores say ("feed", "embed" and "shed" are not)."""


_THIRD = regex.compile(r"(?i)[^siu]s$")
"""Ends of verbs that have the third person's ending, whatever the scores say ("pass", "focus" don't)."""


def _past(scores: Floats, xpos: tuple[str, ...]) -> list[str]:
    """Return for each word the likelier of the two past tags."""
    finite, participle = xpos.index("VBD"), xpos.index("VBN")
    return ["VBD" if first else "VBN" for first in (scores[:, finite] > scores[:, participle]).tolist()]


@cache
def _barred(upos: tuple[str, ...], xpos: tuple[str, ...]) -> Floats:
    """Return 0 where a tag goes with a part of speech and ``FAR`` where it doesn't. Shape (parts of speech, tags)."""
    found = np.zeros((len(upos), len(xpos)), np.float32)
    for row, name in enumerate(upos):
        if name in TAGS:
            found[row] = [0.0 if tag in TAGS[name].split() else FAR for tag in xpos]
    return found


HONORIFICS = frozenset("mr mrs ms mr. mrs. ms. miss messrs messrs.".split())
"""What only ever stands before a person's name."""


def kept_classes(words: Sequence[str], scores: Floats, upos: tuple[str, ...]) -> Floats:
    """Return the scores of parts of speech, no capitalized word being a pronoun or determiner that isn't one."""
    named = [
        place
        for place, word in enumerate(words)
        if (word.istitle() and word.isalpha() and len(word) > 2 and word.lower() not in POINTING)
        or word.lower() in HONORIFICS
    ]
    if not named:
        return scores
    found = scores.copy()
    found[np.ix_(named, [upos.index("PRON"), upos.index("DET")])] = FAR
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
    deps = [labels["relations"][best] for best in related.argmax(axis=1).tolist()]
    for first, end in pairwise(bounds):
        heads[first:end] = settled(heads[first:end] - first, words[first:end], deps[first:end]) + first
    best = kept_classes(words, scores.upos, labels["upos"]).argmax(axis=1)
    upos, xpos = best.tolist(), (scores.xpos + _barred(labels["upos"], labels["xpos"])[best]).argmax(axis=1).tolist()
    past = _past(scores.xpos, labels["xpos"])
    found = []
    for place, (word, span, head) in enumerate(zip(words, spans, heads.tolist(), strict=True)):
        pos, tag = labels["upos"][upos[place]], labels["xpos"][xpos[place]]
        if tag in {"VB", "VBP", "VBZ"} and _PAST.search(word) is not None:
            tag = past[place]
        if pos == "VERB" and tag in {"VB", "VBP"} and _THIRD.search(word) is not None:
            bare = words[max(place - 1, 0)].lower() == "to" or lemma(word, pos, "VBZ") == word.lower()
            tag = tag if bare else "VBZ"
        dep = "root" if head == place else deps[place]
        found.append(Token(span, lemma(word, pos, tag), pos, tag, head, dep))
    return found
