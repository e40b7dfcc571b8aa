"""Words as the model takes them: WordPieces of each word by itself, and the word's casing."""

from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

MOST_PIECES = 12
"""Pieces kept of one word; the rest of a longer one (an address, a string of signs) is cut off."""
LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
PARAGRAPH = 6
"""Added to a casing class where a line or paragraph starts with the word."""
NO_CASING = 12
"""The class of ``[CLS]``, ``[SEP]`` and padding."""
CASINGS = 13


def casing(word: str, starts: bool) -> int:
    """
    Return the casing class of a word: 0 to 5, and 6 to 11 where a line or paragraph starts with it.

    >>> [casing(word, False) for word in ("dam", "Dam", "I", "UN", "McGee", "3rd", "--")]
    [0, 1, 1, 2, 3, 4, 5]
    >>> casing("Dam", True)
    7
    """
    letters = [letter for letter in word if letter.isalpha()]
    if any(letter.isdigit() for letter in word):
        found = DIGIT
    elif not letters:
        found = OTHER
    elif not any(letter.isupper() for letter in letters):
        found = LOWER
    elif letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]):
        found = TITLE
    elif all(letter.isupper() for letter in letters):
        found = UPPER
    else:
        found = MIXED
    return found + PARAGRAPH * starts


@dataclass
class Pieces:
    """Word to pieces, remembered; what a word becomes does not depend on its neighbors."""

    tokenizer: Tokenizer
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Read a ``tokenizer.json``."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def of(self, word: str) -> tuple[int, ...]:
        """Return the ids of the word's pieces, 1 to ``MOST_PIECES`` of them; a word that leaves none is unknown."""
        found = self.known.get(word)
        if found is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            found = self.known[word] = tuple(ids) or (self.id("[UNK]"),)
        return found

    def id(self, name: str) -> int:
        """Return the id of a special piece such as ``[CLS]``."""
        found = self.tokenizer.token_to_id(name)
        if found is None:
            raise KeyError(name)
        return int(found)
