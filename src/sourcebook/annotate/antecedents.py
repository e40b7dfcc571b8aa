"""Which mentions refer to one entity: names by rule, then a ranking of antecedents where agreement allows them."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.binding import bind
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.chains import Chains
from sourcebook.annotate.features import Floats, Pairs, pairs_of
from sourcebook.annotate.joining import by_name
from sourcebook.annotate.mentions import Candidate, candidates
from sourcebook.annotate.ranking import Ranker, ranker
from sourcebook.annotate.section import Section
from sourcebook.infer import Reader
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import MentionMark

LEAST = {"name": 0.5, "pronoun": -0.25, "noun": -0.5}
"""Score from which an antecedent is taken, by what the later mention is. Nouns take one below the even odds of 0, since
two of three scores of the usual mean count missed links more than wrong ones; a name that no rule has joined is mostly
new. Chosen on GUM's dev portion."""
SHARP = 0.5
"""How the scores of a chain's mentions make the chain's: near 0 the best counts alone, at 1 odds sum. Likewise."""
FAINT = 3.0
"""Mentions that score further below ``LEAST`` than this are not heard: their share would be below a hundredth."""
TRIED = 8
"""How many chains are tried, the best first, where agreement forbids the one before."""


def find_chains(section: Section, names: Sequence[tuple[Marked, NameKind]], reader: Reader) -> tuple[MentionMark, ...]:
    """Return the mentions of a section with their chains, in reading order; lone mentions too."""
    found = candidates(section, names)
    chains = Chains(section, found)
    by_name(section, found, chains)
    if len(found) > 1:
        pairs = pairs_of(section, found, antecedents(section, found, reader), chains.numbers)
        settled = bind(section, found, chains)
        _by_rank(found, pairs, chains, settled, ranker())
    return chains.marks()


def _by_rank(found: Sequence[Candidate], pairs: Pairs, chains: Chains, settled: frozenset[int], rank: Ranker) -> None:
    """Join each candidate that is not settled, in reading order, with the best chain before it that agrees with it."""
    scores = rank(pairs)
    bounds = np.searchsorted(pairs.later, np.arange(len(found) + 1)).tolist()
    for number, one in enumerate(found):
        if number in settled:
            continue
        first, end = bounds[number], bounds[number + 1]
        least = LEAST["name" if one.name is not None else "pronoun" if one.pronoun else "noun"]
        heard: dict[int, list[tuple[float, int]]] = {}
        for at in (first + np.flatnonzero(scores[first:end] > least - FAINT)).tolist():
            earlier = int(pairs.earlier[at])
            heard.setdefault(chains.of(earlier).members[0], []).append((float(scores[at]), earlier))
        ranked = sorted((-_whole([score for score, _ in some]), max(some)[1]) for some in heard.values())
        for score, earlier in ranked[:TRIED]:
            if -score <= least or chains.join(earlier, number):
                break


def _whole(scores: Sequence[float]) -> float:
    """
    Return the score of a chain from those of its mentions.

    >>> round(_whole([1.0, 1.0]), 2)
    1.35
    """
    best = max(scores)
    return best + SHARP * log(sum(exp((one - best) / SHARP) for one in scores))


def antecedents(section: Section, found: Sequence[Candidate], reader: Reader) -> Floats:
    """
    Return the model's scores of each candidate (rows) with each other as its antecedent (columns).

    The formula stands in ``training/INTERFACE.md``. Shape (candidates, candidates), float32.
    """
    heads = np.array([one.head for one in found])
    weights, manifest, tokens = reader.weights, reader.manifest, section.tokens
    scores = section.scores.ante_a[heads] @ section.scores.ante_b[heads].T
    gaps = np.maximum(heads[:, None] - heads[None, :], 1)
    scores = scores + weights["ante_distance"][np.searchsorted(manifest.distances, gaps, side="right") - 1]
    pronouns = np.array([_class(manifest.pronouns, section, head) for head in heads.tolist()])
    scores = scores + weights["ante_pronoun"][pronouns[:, None], pronouns[None, :]]
    kinds = np.array([{"NOUN": 0, "PROPN": 1, "PRON": 2}.get(tokens[head].pos, 3) for head in heads.tolist()])
    forms: dict[str, int] = {}
    numbers = np.array([forms.setdefault(section.words[head].lower(), len(forms)) for head in heads.tolist()])
    same: NDArray[np.intp] = (numbers[:, None] == numbers[None, :]).astype(np.intp)
    found_scores: Floats = scores + weights["ante_match"][same, kinds[:, None], kinds[None, :]]
    return found_scores


def _class(pronouns: tuple[frozenset[str], ...], section: Section, head: int) -> int:
    pos = section.tokens[head].pos
    if pos not in {"PRON", "DET"}:
        return 0
    low = section.words[head].lower()
    for number, forms in enumerate(pronouns):
        if low in forms:
            return number
    return len(pronouns) - 1 if pos == "PRON" else 0
