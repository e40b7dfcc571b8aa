"""A stretch of a text that is read as a whole: its words, trees and scores."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.infer import Scores
from sourcebook.text.trees import Tree
from sourcebook.values.marks import Token
from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True)
class Section:
    """
    Words of a text with what the model says of them. Word numbers count from the section's first word.

    Attributes:
        words: The words.
        spans: Where they stand in the whole text.
        bounds: The first word of every sentence, then the number of words.
        paragraphs: The first word of every paragraph, then the number of words.
        tokens: The words with tags and trees; heads count from the section's first word.
        tree: The same, to walk on.
        scores: The model's scores of the words.
        skipped: Whether the word stands in furniture. One for each word.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    bounds: tuple[int, ...]
    paragraphs: tuple[int, ...]
    tokens: tuple[Token, ...]
    tree: Tree
    scores: Scores
    skipped: tuple[bool, ...]

    def span(self, first: int, end: int) -> Span:
        """Return where the words from ``first`` to before ``end`` stand in the text."""
        return Span(self.spans[first].start, self.spans[end - 1].end)
