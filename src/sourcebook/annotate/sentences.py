"""Where sentences start."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcebook.infer.scores import Flags, Floats

LONGEST = 160
"""Most words of a sentence; a longer stretch is cut where a start is likeliest. UD English-EWT's longest is 159."""
SHORTEST = 40
"""Fewest words before such a cut."""
_CLOSING = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "}", "”", "’", "»", "%", "...", "…", "'s", "’s", "n't", "n’t"}
)
"""No sentence starts with these inside a paragraph."""
_LOOKS_CLOSED = frozenset({".", "!", "?", "...", "…", "!!", "??", "?!", "!?"})
SURE = 2.0
"""Least gain, in logits, of a capitalized word after a word, without a sign between them. In UD English-EWT's dev part
what scores below is as often a name as a start."""
ENDED = -1.5
"""Least gain, in logits, of a capitalized word after a full stop. Chosen on UD English-EWT's dev part."""
_QUOTES = frozenset({"”", "’", '"', "'", "''", ")", "]", "»"})


def likely_cuts(words: Sequence[str], starts: Flags) -> Flags:
    """
    Return where a window of the model may start: at paragraphs, and after what looks like a sentence's end.

    It is asked before the model has said where sentences start. Shape (words,).
    """
    found = starts.copy()
    for place in range(1, len(words)):
        before = words[place - 1]
        if before in _QUOTES and place > 1:
            before = words[place - 2]
        if before in _LOOKS_CLOSED and (words[place][:1].isupper() or words[place][:1] in "“\"‘'«"):
            found[place] = True
    return found


def sentence_bounds(scores: Floats, words: Sequence[str], starts: Flags) -> list[int]:
    """
    Return the first word of every sentence, then the number of words.

    Inside a paragraph no sentence starts with a closing sign, after a comma, or with a small letter right after a word:
    of a single sentence's words the model takes some for starts, and none of them are.

    Args:
        scores: inside and start. Shape (words, 2).
        words: The words.
        starts: Whether a paragraph starts with the word; a sentence always does there. Shape (words,).
    """
    if not words:
        return [0]
    gain = scores[:, 1] - scores[:, 0]
    begins: NDArray[np.bool_] = gain > 0
    for place in np.flatnonzero((gain > ENDED) & ~begins).tolist():
        begins[place] = place > 0 and words[place - 1] in _LOOKS_CLOSED and words[place][:1].isupper()
    for place in np.flatnonzero(begins).tolist():
        if place == 0:
            continue
        word, before = words[place], words[place - 1]
        joined = before[-1:].isalnum() or before == "-"
        unsure = joined and (word[:1].islower() or float(gain[place]) < SURE)
        if word in _CLOSING or before == "," or unsure:
            begins[place] = False
    begins |= starts
    begins[0] = True
    firsts = np.flatnonzero(begins).tolist()
    bounds: list[int] = []
    for first, end in zip(firsts, [*firsts[1:], len(words)], strict=True):
        bounds.append(first)
        while end - bounds[-1] > LONGEST:
            least, most = bounds[-1] + SHORTEST, min(bounds[-1] + LONGEST, end - 1)
            bounds.append(least + int(gain[least : most + 1].argmax()))
    return [*bounds, len(words)]
