"""Chains of tags: scores of steps beside those of words (Lafferty et al. 2001), summed in a tree over the text."""

import torch
from torch import Tensor

from training.labels import IGNORE

FAR = -1e4
"""Score of what is forbidden; small enough to vanish in a sum, large enough to leave gradients finite."""


def forbidden(names: tuple[str, ...]) -> Tensor:
    """
    Return the scores that BIO tags' steps start from, 0 or ``FAR``: shape (1 + tags, tags), the start in the last row.

    >>> forbidden(("O", "B-cue", "I-cue"))[:, 2].tolist()
    [-10000.0, 0.0, 0.0, -10000.0]
    """
    return torch.tensor(
        [
            [FAR if name.startswith("I-") and before[1:] != name[1:] else 0.0 for name in names]
            for before in (*names, "O")
        ]
    )


def sums(scores: Tensor, steps: Tensor, words: Tensor) -> Tensor:
    """
    Return the logarithm of the sum over all tag sequences of e to the sequence's score: shape (batch,).

    Args:
        scores: Of words' tags: (batch, words, tags).
        steps: From tag (row; the start is the last) to tag (column).
        words: Whether there is a word: (batch, words); padding stands at the end.
    """
    first = steps[-1] + scores[:, 0]
    between = steps[:-1][None, None] + scores[:, 1:, None, :]
    tags = scores.shape[-1]
    still = torch.full((tags, tags), FAR, device=scores.device).fill_diagonal_(0.0)
    between = torch.where(words[:, 1:, None, None], between, still)
    while between.shape[1] > 1:
        if between.shape[1] % 2:
            between = torch.cat([between, still.expand(len(between), 1, tags, tags)], 1)
        left, right = between[:, 0::2], between[:, 1::2]
        between = (left[..., :, :, None] + right[..., None, :, :]).logsumexp(-2)
    if between.shape[1]:
        first = (first[:, :, None] + between[:, 0]).logsumexp(1)
    return first.logsumexp(-1)


def loss(scores: Tensor, steps: Tensor, allowed: Tensor, words: Tensor) -> Tensor:
    """
    Return the mean over known words of -log of the chance of the tag sequences allowed.

    Args:
        scores, steps, words: As in ``sums``.
        allowed: Which tags are right: (batch, words, tags), bool. A word with all tags allowed is unknown.
    """
    allowed = opened(allowed)
    known = (words & ~allowed.all(-1)).sum()
    kept = torch.where(allowed, scores, scores + FAR)
    return (sums(scores, steps, words) - sums(kept, steps, words)).sum() / known.clamp(min=1)


def opened(allowed: Tensor) -> Tensor:
    """Return the mask with B allowed beside an I that nothing before it leads to: a span that the window cuts."""
    begins, insides = allowed[..., 1::2], allowed[..., 2::2]
    led = torch.zeros_like(begins)
    led[:, 1:] = (begins | insides)[:, :-1]
    found = allowed.clone()
    found[..., 1::2] |= insides & ~led
    return found


def one_of(tags: Tensor, count: int) -> Tensor:
    """Return the mask that allows each word's tag only, and anything where it is ``IGNORE``."""
    places = torch.arange(count, device=tags.device)
    return (tags[..., None] == places) | (tags == IGNORE)[..., None]


def bits(masks: Tensor, count: int) -> Tensor:
    """Return bit masks of tags as booleans; a mask of 0 allows anything."""
    places = torch.arange(count, device=masks.device)
    return (masks[..., None] >> places & 1).bool() | (masks == 0)[..., None]
