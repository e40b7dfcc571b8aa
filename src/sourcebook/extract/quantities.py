"""Numbers that count: values, bounds and what they count."""

from __future__ import annotations

import re

from sourcebook.extract.reading import Reading
from sourcebook.values.claims import Quantity
from sourcebook.values.spans import Span

WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
"""The least that a plural scale word tells: two of it (scores: two twenties)."""

AT_LEAST = re.compile(
    r"(?:at least|no fewer than|not less than|over|more than|above|upwards of|exceeding)\s+(?:a\s+few\s+|a\s+)?$",
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"(?:at most|up to|no more than|fewer than|less than|under|below|nearly|almost|as many as)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
ABOUT = re.compile(r"(?:about|around|some|approximately|roughly|an estimated|estimated)\s+(?:a\s+)?$", re.IGNORECASE)
BOUND = re.compile(r"\b(?:at (?:least|most)|(?:more|fewer|less) than)\b", re.IGNORECASE)
"""Bounds of two words, of which the tree may hang only one on the number."""
BETWEEN = re.compile(r"^\s*(?:to|and|-|–|or)\s*$")
SLACK = 0.1
"""How far "about" reaches on both sides, as a share. Our own choice: news rounds to the leading digit."""


def quantity_of(reading: Reading, noun: int) -> Quantity | None:
    """Return the count of a noun ("seven members", "over a few thousand fighters"); None where nothing counts it."""
    tree = reading.tree
    if _of_which(reading, noun):
        return quantity_of(reading, tree.tokens[noun].head)
    numbers = [one for one in tree.of(noun, "nummod") if tree.tokens[one].pos in ("NUM", "NOUN", "ADJ", "SYM")]
    counts = tree.tokens[noun].lemma.lower() in ("dozen", "score", "hundred", "thousand", "million", "billion")
    if counts or tree.tokens[noun].pos == "NUM":
        inner = next((one for one in tree.of(noun, "nmod") if "of" in tree.cases(one)), None)
        if inner is not None:
            return _measured(reading, [noun], inner)
    return _measured(reading, numbers, noun) if numbers else None


def _of_which(reading: Reading, noun: int) -> bool:
    """Tell whether a noun is the whole of which a number of parts is told ("two of the five towns" are two)."""
    tree = reading.tree
    above = tree.tokens[noun].head
    return tree.dep(noun) == "nmod" and "of" in tree.cases(noun) and tree.tokens[above].pos == "NUM"


def _measured(reading: Reading, numbers: list[int], noun: int) -> Quantity | None:
    tree = reading.tree
    first, last = numbers[0], numbers[-1]
    own = (one for number in numbers for one in tree.below(number, lambda child: tree.dep(child) == "nmod"))
    below = sorted({*own, *range(first, last + 1)})
    span = tree.stretch(below)
    if any(mark.overlaps(span) for mark in reading.times):
        return None
    bound = BOUND.search(reading.text, max(0, span.start - 11), span.end)
    if bound is not None and bound.start() < span.start <= bound.end() + 1:
        span = Span(bound.start(), span.end)
    words = span.of(reading.text)
    before = reading.text[max(0, span.start - 30) : span.start] + words
    found = bounds(words, before[: len(before) - len(words)])
    if found is None:
        return None
    value, low, high = found
    return Quantity(value, low, high, reading.words(tree.tokens[noun].span), span)


def bounds(words: str, before: str) -> tuple[float | None, float | None, float | None] | None:
    """
    Return value, least and most that a number with the words before it tells; None where it holds no number.

    >>> bounds("3", "at least ")
    (None, 3.0, None)
    >>> bounds("2 to 4", "")
    (None, 2.0, 4.0)
    >>> bounds("dozens", "")
    (None, 24.0, None)
    """
    folded = words.casefold()
    for word, least in VAGUE.items():
        if re.search(rf"\b{word}\b", folded):
            return None, float(least), None
    pieces = [one for one in re.split(r"(\bto\b|\band\b|\bor\b|[–-])", folded) if one.strip()]
    if len(pieces) == 3 and BETWEEN.match(pieces[1]):
        low, high = number(pieces[0]), number(pieces[2])
        if low is not None and high is not None and low < high:
            return None, low, high
    stripped = re.sub(
        r"^(?:at least|more than|over|about|around|some|nearly|almost|up to|fewer than|less than)\s+", "", folded
    )
    lead = before + folded[: len(folded) - len(stripped)]
    value = number(stripped)
    if value is None:
        return None
    if AT_LEAST.search(lead):
        return None, value, None
    if AT_MOST.search(lead):
        return None, None, value
    if ABOUT.search(lead):
        return value, value * (1 - SLACK), value * (1 + SLACK)
    if re.search(r"\bfew\b", lead + stripped):
        return None, value * 2, None
    return value, value, value


def number(words: str) -> float | None:
    """
    Return the number that digits or words tell; None where they tell none.

    >>> number("1,500"), number("twenty-five"), number("two thousand"), number("3.5 million"), number("5, 2031")
    (1500.0, 25.0, 2000.0, 3500000.0, None)
    """
    total, seen = 0.0, False
    current: float | None = None
    for piece in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words.replace("-", " ")):
        if piece[0].isdigit():
            if seen:
                return None
            current, seen = (current or 0.0) + float(piece.replace(",", "").rstrip(".")), True
        elif piece in WORDS:
            current, seen = (current or 0.0) + WORDS[piece], True
        elif piece.rstrip("s") in SCALES:
            scale = SCALES[piece.rstrip("s")]
            current, seen = (current if current is not None else 1.0) * scale, True
            if scale >= 1_000:
                total, current = total + current, None
    return total + (current or 0.0) if seen else None


def clause_quantities(reading: Reading, tokens: list[int]) -> tuple[Quantity, ...]:
    """Return the counts of the nouns among these tokens, in reading order."""
    found = {}
    for index in tokens:
        if reading.tree.tokens[index].pos in ("NOUN", "PROPN"):
            told = quantity_of(reading, index)
            if told is not None:
                found[told.span] = told
    for index in tokens:
        token = reading.tree.tokens[index]
        if (
            token.pos == "NUM"
            and reading.tree.dep(index) in ("obj", "nsubj", "obl", "root", "conj")
            and index not in reading.name_at
        ):
            span = Span(token.span.start, token.span.end)
            if span not in found and not any(mark.overlaps(span) for mark in reading.times):
                told = _measured(reading, [index], index)
                if told is not None and not any(other.overlaps(told.span) for other in found):
                    found[told.span] = told
    return tuple(found[span] for span in sorted(found))
