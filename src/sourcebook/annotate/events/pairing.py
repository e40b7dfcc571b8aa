"""What the model takes one side to do to another, where both are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.bio import log_softmax
from sourcebook.infer import Scores

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PairScores:
    """
    The model's scores of pairs, for all words of a text; ``training/INTERFACE.md`` says how they are finished.

    Attributes:
        type: Shape (words, types), float32, logits.
        key: Shape (words, 129), float32: how much a word tells of a pair.
        source: What a word asks for as the one who acts, and how it shifts the types: shapes (words, 129) and
            (words, types), float32.
        target: The same of the one acted upon.
        unnamed: The rows that stand for a side that is not named, source and target, like theirs.
    """

    type: Floats
    key: Floats
    source: tuple[Floats, Floats]
    target: tuple[Floats, Floats]
    unnamed: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]

    @classmethod
    def of(cls, scores: Scores, weights: Mapping[str, Floats]) -> PairScores:
        """Take the scores of a text and the small matrices of the model."""
        return cls(
            scores.type,
            scores.pair_key,
            (scores.pair_source, scores.type_source),
            (scores.pair_target, scores.type_target),
            (
                (weights["unnamed_pair_source"], weights["unnamed_type_source"]),
                (weights["unnamed_pair_target"], weights["unnamed_type_target"]),
            ),
        )

    def chances(
        self, source: Sequence[int], target: Sequence[int], sentence: Sequence[int]
    ) -> tuple[Floats, list[tuple[int, float]]]:
        """
        Return the probabilities of the types between two sides, and how much each other word tells of them.

        Args:
            source: Words of who acts; none where nobody is named.
            target: Words of who is acted upon; likewise.
            sentence: The words of the sentence, one at least that is in neither side.

        Returns:
            Shape (types,), float32, sums to 1; and words with their shares of the attention, which sum to 1.
        """
        sides = (source, self.source, self.unnamed[0]), (target, self.target, self.unnamed[1])
        asks = sum(side[0][list(words)].mean(0) if words else blank[0] for words, side, blank in sides)
        shifts = sum(side[1][list(words)].mean(0) if words else blank[1] for words, side, blank in sides)
        taken = {*source, *target}
        words = [one for one in sentence if one not in taken]
        attention = np.exp(log_softmax(self.key[words] @ asks))
        kinds = np.exp(log_softmax(self.type[words] + shifts))
        found: Floats = attention @ kinds
        return found, list(zip(words, attention.tolist(), strict=True))
