"""
Windows varied anew in each epoch, so that a small encoder cannot learn its corpora by heart.

Two ways: a name gives way to another of its kind from the training parts (mention replacement, Dai and Adel 2020,
"An Analysis of Simple Data Augmentation for Named Entity Recognition"), and the pieces of a few words are hidden behind
``[MASK]`` (word dropout, Kiperwasser and Goldberg 2016, "Simple and Accurate Dependency Parsing").
"""

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from training import labels
from training.passage import Passage

RENAMED = frozenset({"person", "organization", "place"})
"""Kinds of names that are exchanged; names of events and the rest are too unlike each other."""

Names: TypeAlias = dict[tuple[str, int], list[tuple[str, ...]]]
"""Names by kind and number of words, each once, in order."""


def names(passages: Iterable[Passage]) -> Names:
    """Return the names that the passages hold and that may stand for each other."""
    found: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    for passage in passages:
        for start, end, kind in mentions(passage):
            found.setdefault((kind, end - start), set()).add(tuple(passage.words[start:end]))
    return {key: sorted(some) for key, some in sorted(found.items())}


def mentions(passage: Passage) -> list[tuple[int, int, str]]:
    """Return first word, word after the last, and kind of every name written in capitals and, where known, as PROPN."""
    masks = passage.tags.get("names", [])
    certain = [mask.bit_length() - 1 if mask.bit_count() == 1 else 0 for mask in masks]
    upos = passage.tags.get("upos")
    return [
        (start, end, kind)
        for start, end, kind in labels.spans_of(certain, labels.NAMES)
        if kind in RENAMED
        and all(word[0].isupper() for word in passage.words[start:end])
        and (upos is None or all(labels.UPOS[tag] == "PROPN" for tag in upos[start:end]))
    ]


def renamed(passage: Passage, pool: Names, draw: random.Random, share: float) -> Passage:
    """
    Return the passage with a share of its names exchanged; the same name, wherever it stands, for the same one.

    The number of words stays, so every mark does.
    """
    if not share:
        return passage
    words, chosen = list(passage.words), dict[tuple[str, ...], tuple[str, ...]]()
    for start, end, kind in mentions(passage):
        name = tuple(passage.words[start:end])
        if name not in chosen:
            chosen[name] = draw.choice(pool[kind, end - start]) if draw.random() < share else name
        words[start:end] = chosen[name]
    return replace(passage, words=words)


def hidden(passage: Passage, draw: random.Random, share: float) -> Passage:
    """Return the passage with each word hidden with probability ``share``."""
    return replace(passage, hidden=[draw.random() < share for _ in passage.words]) if share else passage
