"""Where sentences start."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from sourcebook.annotate.cues import lexicon
from sourcebook.annotate.datelines import openings
from sourcebook.annotate.lemmas import lemma
from sourcebook.infer.scores import Flags, Floats

LONGEST = 160
"""Most words of a sentence; a longer stretch is cut where a start is likeliest. UD English-EWT's longest is 159."""
SHORTEST = 40
"""Fewest words before such a cut."""
_CLOSING = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "}", "”", "’", "»", "%", "...", "…", "'s", "’s", "n't", "n’t"}
)
"""No sentence starts with these inside a paragraph."""
_OPENING = frozenset({"(", "[", "{", "“", "‘", "«"})
"""No sentence starts behind these: it starts with them."""
_LOOKS_CLOSED = frozenset({".", "!", "?", "...", "…", "!!", "??", "?!", "!?"})
SURE = 2.0
"""Least gain, in logits, of a capitalized word after a word, without a sign between them. In UD English-EWT's dev part
what scores below is as often a name as a start."""
ENDED, WENT_ON = -1.5, -0.5
"""Least gains, in logits, after a full stop (and the quotation mark or bracket that closes behind it) of a word that is
not in lower case, and of one that is. Chosen on UD English-EWT's dev part, as is ``LISTED``."""
OPENED = -4.0
"""The same of ``OPENERS`` behind a full stop: inside a quotation the model doubts every end."""
OPENERS = frozenset("He She It They We I You The This These That There But And If In".split())
"""Words that nothing but a sentence's start gives a capital, "I" apart."""
LISTED = -1.0
"""Least gain, in logits, beside an address: lists of them stand without any sign."""
NEVER = 1e9
SPEAKER = 5
"""Most words from a quotation's end to the verb of saying behind it, itself counted. Our own choice."""
_QUOTES = frozenset({"”", "’", '"', "'", "''", ")", "]", "»"})
_ADDED = frozenset({"PS", "PS.", "P.S.", "P.S"})
"""What is added after a letter stands in one sentence with these."""
_EVEN = frozenset({'"', "''"})
_HALVES = frozenset({"AM", "PM", "am", "pm"})
_DAY, _HOUR = regex.compile(r"\d{1,2}/\d{1,2}/\d{2,4}"), regex.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_ASKED = frozenset({"?", "!", "...", "…", "!!", "??", "?!", "!?"})
_PRONOUNS = frozenset({"he", "she", "they", "I", "we"})
_ADDRESS = regex.compile(r"(?i)https?://.|www\..|[^@]+@[^@]+\.")


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

    Inside a paragraph no sentence starts with a closing sign, behind an opening one, or with a small letter right after
    a word or a comma: of a single sentence's words the model takes some for starts, and none of them are.

    Args:
        scores: inside and start. Shape (words, 2).
        words: The words.
        starts: Whether a paragraph starts with the word; a sentence always does there. Shape (words,).
    """
    if not words:
        return [0]
    gain = scores[:, 1] - scores[:, 0]
    begins: NDArray[np.bool_] = np.zeros(len(words), np.bool_)
    closing = _closing(words, starts)
    for place in np.flatnonzero(gain > OPENED).tolist():
        quoted = place in closing or (words[place - 1] in _EVEN and place - 1 not in closing)
        begins[place] = place > 0 and not quoted and float(gain[place]) > _least(words, place)
    begins[_stamped(words)] = True
    begins[list(openings(words, starts))] = True
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


def _closing(words: Sequence[str], starts: Flags) -> frozenset[int]:
    """Return the quotation marks that close though they might open: every second of a paragraph."""
    found: list[int] = []
    opened = False
    for place, word in enumerate(words):
        opened = opened and not starts[place]
        if word in _EVEN:
            if opened:
                found.append(place)
            opened = not opened
    return frozenset(found)


def _stamped(words: Sequence[str]) -> list[int]:
    """
    Return the words behind a day and an hour, as mail has them in its head ("10/17/2031 09:15 AM").

    In UD English-EWT's training part a sentence starts behind each of the 146 such stamps.
    """
    halves = (place for place, word in enumerate(words[:-1]) if place > 1 and word in _HALVES)
    stamps = (place for place in halves if _DAY.fullmatch(words[place - 2]) and _HOUR.fullmatch(words[place - 1]))
    return [place + 1 for place in stamps if words[place + 1] not in _CLOSING]


def _least(words: Sequence[str], place: int) -> float:
    """Return what the model's gain must be above for a sentence to start with a word that is not the first."""
    word, before = words[place], words[place - 1]
    small = word[:1].islower()
    if word in _CLOSING or before in _OPENING or before in _ADDED:
        return NEVER
    if _ADDRESS.match(word) is not None or _ADDRESS.match(before) is not None:
        return LISTED
    if before == "." and word in OPENERS:
        return OPENED
    if before in _LOOKS_CLOSED:
        return WENT_ON if small else ENDED
    if before in _QUOTES and place > 1:
        return _least_quoted(words, place, words[place - 2], small=small)
    if before[-1:].isalnum() or before == "-":
        return NEVER if small else SURE
    return NEVER if before == "," and small else 0.0


def _least_quoted(words: Sequence[str], place: int, last: str, *, small: bool) -> float:
    """Return the same behind a quotation mark or bracket that may close, ``last`` being the word before it."""
    if last == "," or (last in _ASKED and _credits(words, place)):
        return NEVER
    if small:
        return SURE
    return ENDED if last in _LOOKS_CLOSED else 0.0


def _credits(words: Sequence[str], place: int) -> bool:
    """Tell whether a few capitalized words and a verb of saying stand there: "“Why?” Maria Ortiz asked."."""
    telling = lexicon().verbs | lexicon().saying | lexicon().answering | {"ask"}
    for at in range(place, min(place + SPEAKER, len(words))):
        if at > place and lemma(words[at], "VERB", "VBD") in telling:
            return words[at + 1 : at + 2] != ["that"]
        if not words[at][:1].isupper() and words[at] not in _PRONOUNS:
            return False
    return False
