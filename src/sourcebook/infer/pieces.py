"""Words to the pieces and casing classes that the model takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from sourcebook.errors import BadValue

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
"""Casing classes; ``PARAGRAPH`` more where a paragraph starts with the word."""
PARAGRAPH = 6
MOST_REMEMBERED = 1 << 16
"""Words remembered before the memory is emptied: some 20 MB."""


def _whole(word: str) -> str:
    """Return the word with "\ufffd" for half surrogate pairs, which are no characters and which no tokenizer takes."""
    return word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def casing(word: str) -> int:
    """
    Return the casing class of a word.

    >>> [casing(word) for word in ("dam", "Dam", "I", "UN", "McGee", "3rd", "--")]
    [0, 1, 1, 2, 3, 4, 5]
    """
    if any(letter.isdigit() for letter in word):
        return DIGIT
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return OTHER
    capitals = sum(letter.isupper() for letter in letters)
    if not capitals:
        return LOWER
    if capitals == 1 and letters[0].isupper():
        return TITLE
    return UPPER if capitals == len(letters) else MIXED


@dataclass
class Pieces:
    """
    Word to pieces, remembered; what a word becomes does not depend on its neighbors.

    Attributes:
        tokenizer: WordPiece with its normalizer.
        most: Pieces kept of one word.
    """

    tokenizer: Tokenizer
    most: int
    _known: dict[str, tuple[tuple[int, ...], int]] = field(default_factory=dict)

    def of(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
        """Return for each word the ids of its pieces, at least one, and its casing class."""
        known = self._known
        unknown = sorted({word for word in words if word not in known})
        if unknown:
            if len(known) + len(unknown) > MOST_REMEMBERED:
                known = self._known = {}
                unknown = sorted(set(words))
            coded_words = self.tokenizer.encode_batch([_whole(word) for word in unknown], add_special_tokens=False)
            for word, coded in zip(unknown, coded_words, strict=True):
                ids = tuple(coded.ids[: self.most]) or (self.id("[UNK]"),)
                known[word] = ids, casing(word)
        return [known[word] for word in words]

    def id(self, name: str) -> int:
        """Return the id of a special piece such as ``[CLS]``."""
        found = self.tokenizer.token_to_id(name)
        if found is None:
            raise BadValue(f"the model's tokenizer has no piece {name}")
        return int(found)
