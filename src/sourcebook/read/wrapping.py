"""Lines that were broken to fit a width, joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*\s*$")

NARROWEST, WIDEST = 50, 100
"""Widths at which plain text is wrapped. Unit: code points. RFC 5322 asks for 78; old wires have 65 to 80."""

ENOUGH = 0.6
"""Share of line breaks that must stand where the next word did not fit, for a text to count as wrapped."""

INSIDE = 0.5
"""Share of line breaks that must stand inside sentences, as most of a wrapped text's do; paragraphs end with theirs."""

FULL, NEARLY = 0.88, 0.7
"""Shares of the usual width (the ninth decile) from which a typeset line counts as full; letters differ in width."""

FEWEST = 4
"""Line breaks between words from which the share means something."""


def unwrapped(text: str) -> str:
    r"""
    Return a text that was wrapped at a fixed width with its paragraphs in one line; any other text as it is.

    Every line feed that goes becomes one space, so that no offset changes.

    >>> unwrapped("The dam held\nall night.")
    'The dam held\nall night.'
    """
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    pairs = [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]
    if not NARROWEST <= width <= WIDEST or len(pairs) < FEWEST:
        return text
    full = [did_not_fit(one, other, width) for one, other in pairs]
    inside = [_SENTENCE_END.search(one) is None for one, _ in pairs]
    if sum(full) < ENOUGH * len(full) or sum(inside) < INSIDE * len(inside):
        return text
    parts = [lines[0]]
    for one, other in pairwise(lines):
        joined = one.strip() and other.strip() and other[0] not in " \t" and did_not_fit(one, other, width)
        parts += [" " if joined else "\n", other]
    return "".join(parts)


def did_not_fit(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word had no room any more: then the break is the wrapping's."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width


def joined(lines: Sequence[str]) -> list[str]:
    """
    Return the paragraphs of lines that a typesetter broke, for proportional type, where widths differ.

    A line goes on in the next one where it is full, where it is nearly full and unclosed, where it ends in a divided
    word, or where it is unclosed and the next one begins small. Divided words are put together; the hyphen stays where
    the whole word is written with it elsewhere in the lines.

    Args:
        lines: Trimmed; empty ones end a paragraph.
    """
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    width = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    everything = " ".join(lines).lower()
    paragraphs: list[str] = []
    open_line = False
    for line in lines:
        if not line:
            open_line = False
            continue
        unclosed = bool(paragraphs) and line[0].islower() and paragraphs[-1][-1] not in '.!?:;"”'
        if unclosed or (open_line and paragraphs):
            paragraphs[-1] = _put_together(paragraphs[-1], line, everything)
        else:
            paragraphs.append(line)
        nearly = len(line) >= NEARLY * width and _SENTENCE_END.search(line) is None
        open_line = len(line) >= FULL * width or nearly or _divided(line)
    return paragraphs


def _divided(line: str) -> bool:
    return len(line) > 2 and line[-1] in "-\u00ad\u2010" and line[-2].isalpha()


def _put_together(before: str, line: str, everything: str) -> str:
    if not _divided(before) or not line[0].islower():
        return f"{before} {line}"
    first, second = before[:-1].rsplit(maxsplit=1)[-1].lower(), line.split(maxsplit=1)[0].lower()
    kept = f"{first}-{second.strip('.,;:!?')}" in everything
    return f"{before[:-1]}-{line}" if kept else f"{before[:-1]}{line}"
