"""What the model says of the words of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.intp]

APART = np.float32(-1e9)
"""Score of a link between words that no window read together: none."""
BLENDED = frozenset({"upos", "xpos", "sentence", "names", "attribution", "times", "mention", "factuality"})
"""Outputs that stand for themselves: the scores of all windows that read a word count. Other rows only go together with
rows of the same window."""


@dataclass(frozen=True, slots=True)
class Passage:
    """
    The words of one text (or of a section of it) as the model takes them.

    Attributes:
        words: The words in reading order.
        starts: Whether a paragraph starts with the word. Shape (words,).
        cuts: Whether a window may start with the word: a paragraph or what looks like a sentence does. Shape (words,).
    """

    words: tuple[str, ...]
    starts: Flags
    cuts: Flags


@dataclass(frozen=True, slots=True)
class Again:
    """
    Rows that another window gives for the words that two windows read.

    Attributes:
        window: Number of the window whose rows ``Scores`` has. Shape (words,).
        other: Number of the other window that read the word; -1 where none did. Shape (words,).
        link_cue: Its rows; zeros where there is none, as in the next two. Shape (words, 129).
        link_source: Shape (words, 129).
        link_content: Shape (words, 129).
    """

    window: Numbers
    other: Numbers
    link_cue: Floats
    link_source: Floats
    link_content: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """
    The model's outputs for every word of one passage, float32, before any softmax; none is calibrated.

    The labels of an output's last axis are ``Reader.labels[name]`` where it has labels. Rows whose products are scores
    bear their biases as last columns.

    Attributes:
        upos: Shape (words, 17).
        xpos: Shape (words, 49).
        sentence: inside, start. Shape (words, 2).
        names: BIO tags. Shape (words, 11).
        attribution: BIO tags of source, cue and content. Shape (words, 7).
        times: BIO tags. Shape (words, 9).
        mention: none, single, coreferring: of a mention's head word. Shape (words, 3).
        factuality: Whether the word's event happened, -3 to 3. Shape (words,).
        arc_dep: Rows of dependents. Shape (words, 257).
        arc_head: Rows of governors. Shape (words, 257).
        arc_root: Score of the word as its sentence's root. Shape (words,).
        rel_dep: For ``Reader.relations``. Shape (words, 256).
        rel_head: For ``Reader.relations``. Shape (words, 256).
        link_cue: Rows of cues' first words. Shape (words, 129).
        link_source: Rows of sources' first words; no source scores 0. Shape (words, 129).
        link_content: Rows of contents' first words; a log-odds with the cue's row. Shape (words, 129).
        ante_a: Rows of anaphors' heads. Shape (words, 130).
        ante_b: Rows of antecedents' heads; no antecedent scores 0. Shape (words, 130).
        type: Event types of a trigger. Shape (words, 16).
        type_source: Added to ``type`` for an actor's words. Shape (words, 16).
        type_target: Added to ``type`` for a recipient's words. Shape (words, 16).
        pair_source: Rows of actors, for finding their trigger. Shape (words, 129).
        pair_target: Rows of recipients. Shape (words, 129).
        pair_key: Rows of triggers. Shape (words, 129).
        states: Last layer of the encoder. Shape (words, 384).
        again: What links are read from across windows; None where all words went through the model together.
    """

    upos: Floats
    xpos: Floats
    sentence: Floats
    names: Floats
    attribution: Floats
    times: Floats
    mention: Floats
    factuality: Floats
    arc_dep: Floats
    arc_head: Floats
    arc_root: Floats
    rel_dep: Floats
    rel_head: Floats
    link_cue: Floats
    link_source: Floats
    link_content: Floats
    ante_a: Floats
    ante_b: Floats
    type: Floats
    type_source: Floats
    type_target: Floats
    pair_source: Floats
    pair_target: Floats
    pair_key: Floats
    states: Floats
    again: Again | None = None

    def links(self, role: str, cue: int, places: Sequence[int]) -> Floats:
        """
        Return the scores of a cue's links to spans, each from a window that read both where there is one.

        Rows of two windows say nothing of each other: the model learned links inside windows.

        Args:
            role: ``source`` or ``content``.
            cue: The cue's first word.
            places: The spans' first words.
        """
        chosen = list(places)
        own, row = getattr(self, f"link_{role}")[chosen], self.link_cue[cue]
        found: Floats = own @ row
        again = self.again
        if again is None:
            return found
        second = getattr(again, f"link_{role}")[chosen] @ row
        window, other = again.window[chosen], again.other[chosen]
        of_cue = np.where(window == again.other[cue], own @ again.link_cue[cue], APART)
        of_span = np.where(other == again.window[cue], second, of_cue)
        joined: Floats = np.where(window == again.window[cue], found, of_span)
        return joined


OUTPUTS = tuple(one.name for one in fields(Scores) if one.name != "again")
"""Names of the model's outputs."""
FLAT = frozenset({"factuality", "arc_root"})
"""Outputs of width 1 whose last axis is dropped."""
