"""Which mentions refer to one entity: sure rules first, then the model's antecedents where agreement allows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.chains import REACH, Chains
from sourcebook.annotate.joining import NEW, by_name, by_tree, by_words
from sourcebook.annotate.mentions import Candidate, candidates
from sourcebook.annotate.section import Section
from sourcebook.infer import Reader
from sourcebook.infer.scores import Floats
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import MentionMark

PRONOUN, SAME_HEAD, OTHER_HEAD = 0.0, -1.0, 2.0
"""Scores from which the model's antecedent is taken of a pronoun, of a noun whose head word the chain has already,
and of another noun; 0 is no antecedent. Chosen on GUM's dev portion."""
SUBJECT = 2.0
"""What speaks for a subject as antecedent of "he" or "she" as a subject. Chosen on GUM's dev portion."""
NEVER = float("inf")


def find_chains(section: Section, names: Sequence[tuple[Marked, NameKind]], reader: Reader) -> tuple[MentionMark, ...]:
    """Return the mentions of a section with their chains, in reading order; lone mentions too."""
    found = candidates(section, names)
    chains = Chains(section, found)
    by_name(section, found, chains)
    by_tree(section, found, chains)
    by_words(section, found, chains)
    _by_model(section, found, chains, reader)
    return chains.marks()


def _by_model(section: Section, found: Sequence[Candidate], chains: Chains, reader: Reader) -> None:
    """Give each candidate that is no name the model's best antecedent that agrees with it."""
    if not found:
        return
    scores = antecedents(section, found, reader)
    for number, one in enumerate(found):
        if one.name is not None:
            continue
        first = max(0, number - REACH)
        row = scores[number, first:number]
        least = PRONOUN if one.pronoun else min(SAME_HEAD, OTHER_HEAD)
        for at in np.argsort(-row, kind="stable")[:8].tolist():
            if row[at] <= least:
                break
            if not one.pronoun and row[at] <= _needed(section, found, chains, first + at, number):
                continue
            if chains.join(first + at, number):
                break


def _needed(section: Section, found: Sequence[Candidate], chains: Chains, other: int, number: int) -> float:
    """Return the score that a noun needs to be joined with an earlier candidate's chain."""
    one = found[number]
    lemma = section.tokens[one.head].lemma.lower()
    chain = chains.of(other)
    members = [found[at] for at in chain.members if not found[at].pronoun]
    alike = [at for at in members if section.tokens[at.head].lemma.lower() == lemma]
    if alike:
        return NEVER if all(_apart(section, at, one) for at in alike) else SAME_HEAD
    if not one.definite or section.words[one.first].lower() in NEW:
        return NEVER
    if chain.kinds and not any(_calls(lemma, kind) for kind in chain.kinds):
        return NEVER
    return OTHER_HEAD


def _apart(section: Section, one: Candidate, other: Candidate) -> bool:
    """Tell whether each of two phrases with one head has a describing word that the other lacks."""
    first, second = (
        {
            section.words[place].lower()
            for place in range(at.first, at.end)
            if section.tokens[place].pos in {"ADJ", "NOUN", "PROPN", "NUM"} and place != at.head
        }
        for at in (one, other)
    )
    return bool(first - second and second - first)


def _calls(lemma: str, kind: NameKind) -> bool:
    """Tell whether a common noun can stand for a name of this kind."""
    person, place = lemma in noun_class("person"), lemma in noun_class("place")
    if kind is NameKind.PERSON:
        return person or not (place or lemma in noun_class("organization") or lemma in noun_class("document"))
    if kind in {NameKind.PLACE, NameKind.FACILITY}:
        return place
    if kind is NameKind.GROUP:
        return True
    return not (person or place)


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
    return found_scores + SUBJECT * _centers(section, heads.tolist())


def _centers(section: Section, heads: Sequence[int]) -> Floats:
    """
    Return 1 where a personal pronoun that is a subject meets a subject of its own or the sentence before, else 0.

    Shape (candidates, candidates), float32. The center of attention stays in subject position (Grosz, Joshi &
    Weinstein 1995).
    """
    starts = list(section.bounds)
    sentence = np.array([bisect_right(starts, head) for head in heads])
    subject = np.array([section.tokens[head].dep.startswith("nsubj") for head in heads])
    person = np.array([section.words[head].lower() in {"he", "she"} for head in heads])
    near = sentence[:, None] - sentence[None, :]
    met: Floats = ((person & subject)[:, None] & subject[None, :] & (near <= 1)).astype(np.float32)
    return met


def _class(pronouns: tuple[frozenset[str], ...], section: Section, head: int) -> int:
    pos = section.tokens[head].pos
    if pos not in {"PRON", "DET"}:
        return 0
    low = section.words[head].lower()
    for number, forms in enumerate(pronouns):
        if low in forms:
            return number
    return len(pronouns) - 1 if pos == "PRON" else 0
