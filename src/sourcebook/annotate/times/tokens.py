"""Cut a text into words, numbers and marks, the alphabet of the grammar."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(\d+)|([^\W\d_]+(?:\u200c[^\W\d_]+)*)|\S")
_ZERO_WIDTH = "\u200c"
_VARIANTS = str.maketrans({"ي": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ё": "е"})
"""Spelling variants of Persian and Russian letters that mean the same word."""

_PADDING = 16
"""Tokens added behind the last one, so that rules can look ahead without asking where the text ends."""

_LONGEST_NUMBER = 6
"""Digits up to which a number is read; longer ones are never a day, year or count of a time expression."""


class Token(NamedTuple):
    """
    A word, a number, a mark, or the border between two paragraphs (which has no characters).

    Attributes:
        low: The characters in lower case, spelling variants folded; empty at a paragraph's end and behind the text.
        start: Unit: code points.
        end: Unit: code points.
        number: What the digits say; None for other tokens and for long digit strings.
        upper: Whether the first character is a capital.
        tight: Whether it follows the token before without a space.
    """

    low: str
    start: int
    end: int
    number: int | None
    upper: bool
    tight: bool


def tokenize(text: str) -> list[Token]:
    """
    Return the tokens of ``text`` in reading order, with empty ones behind the last.

    >>> [token.low for token in tokenize("By Aug. 5")][:4]
    ['by', 'aug', '.', '5']
    """
    found: list[Token] = []
    behind = 0
    for match in _TOKEN.finditer(text):
        words, start, end = match.group(), match.start(), match.end()
        if start > behind + 1 and text.count("\n", behind, start) > 1:
            found.append(Token("", behind, behind, None, False, False))
        number, low = None, words
        if match.lastindex == 2:
            low = words.lower()
            if not low.isascii():
                low = low.replace(_ZERO_WIDTH, "").translate(_VARIANTS)
        elif match.lastindex == 1 and len(words) <= _LONGEST_NUMBER:
            number = int(words)
        found.append(Token(low, start, end, number, words[0].isupper(), start == behind and start > 0))
        behind = end
    found.extend(Token("", len(text), len(text), None, False, False) for _ in range(_PADDING))
    return found
