"""What the scores of antecedents take from the words themselves: classes of pronouns, kinds of heads, distance."""

import torch
from torch import Tensor

from training.model import DISTANCES

PRONOUNS: tuple[frozenset[str], ...] = (
    frozenset(),  # 0: no pronoun
    frozenset({"i", "me", "my", "mine", "myself"}),
    frozenset({"we", "us", "our", "ours", "ourselves", "'s"}),
    frozenset({"you", "your", "yours", "yourself", "yourselves"}),
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"it", "its", "itself"}),
    frozenset({"they", "them", "their", "theirs", "themselves", "themself"}),
    frozenset({"this", "that", "these", "those"}),
    frozenset({"who", "whom", "whose", "which"}),
    frozenset(),  # 10: any other word tagged PRON
)
"""Class of a word tagged PRON or DET by its lower-case form; 0 for other words."""


def pronoun(word: str, upos: str) -> int:
    """
    Return the class of a pronoun, 0 for other words.

    >>> [pronoun(*pair) for pair in (("His", "PRON"), ("dam", "NOUN"), ("someone", "PRON"))]
    [4, 0, 10]
    """
    if upos not in ("PRON", "DET"):
        return 0
    low = word.lower()
    for number, forms in enumerate(PRONOUNS):
        if low in forms:
            return number
    return 10 if upos == "PRON" else 0


def kind(upos: str) -> int:
    """Return the kind of a mention's head: 0 noun, 1 proper noun, 2 pronoun, 3 other."""
    return {"NOUN": 0, "PROPN": 1, "PRON": 2}.get(upos, 3)


def distances(words: int, device: torch.device) -> Tensor:
    """Return the distance class of each pair of words, shape (words, words): later word's row, earlier's column."""
    places = torch.arange(words, device=device)
    gap = (places[:, None] - places[None, :]).clamp(min=1)
    return torch.bucketize(gap, torch.tensor(DISTANCES, device=device), right=True) - 1
