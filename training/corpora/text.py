"""Plain text to words with offsets, for corpora that mark characters."""

import re
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

CLOSED = re.compile(r"[.!?…][\"”’')\]]*$")
"""A word that may end a sentence, or the closing sign after one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """
    Words of a text.

    Attributes:
        words: The words.
        places: First character and character after the last of each, code points.
        starts: Whether a line break stands between the word and the one before it; true for the first.
    """

    words: list[str]
    places: list[tuple[int, int]]
    starts: list[bool]

    def under(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the words that share a character with the span."""
        return tuple(n for n, (first, after) in enumerate(self.places) if first < end and start < after)

    def cuts(self) -> list[bool]:
        """Tell where a window may start: at paragraphs, and after what looks like a sentence's end."""
        found = []
        for number, start in enumerate(self.starts):
            before = "".join(self.words[max(0, number - 2) : number])
            word = self.words[number]
            found.append(start or (bool(CLOSED.search(before)) and (word[:1].isupper() or word in "“\"‘'")))
        return found


@cache
def english() -> Language:
    """Return spaCy's rules for English words, without a model."""
    return spacy.blank("en")


def placed(text: str) -> Placed:
    """Cut a text into words as spaCy's English rules do; white space is no word."""
    words, places, starts, end = [], [], [], 0
    for token in english().tokenizer(text):
        if not token.text.strip():
            continue
        start = token.idx
        starts.append(not words or "\n" in text[end:start])
        end = start + len(token.text)
        words.append(token.text)
        places.append((start, end))
    return Placed(words, places, starts)
