"""A second opinion on names, from words alone: their spelling, their casing and their published vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnxruntime

from sourcebook.infer.pieces import PARAGRAPH, casing
from sourcebook.infer.scores import Floats, Passage
from sourcebook.infer.sessions import opened
from sourcebook.infer.spelling import MOST_RUNS, spelling
from sourcebook.infer.vectors import Vectors

REACH = 10
"""Words to each side that a word's scores depend on: the sum of ``training.namer.STRIDES``."""
AT_ONCE = 1024
"""Words that go through the network together: bounds its memory."""
MOST_REMEMBERED = 1 << 16
"""Words remembered before the memory is emptied: some 30 MB."""


@dataclass(frozen=True, slots=True)
class _Known:
    casing: int
    runs: tuple[int, ...]
    row: int


@dataclass
class Namer:
    """
    Scores names without reading them through the encoder, which has the names that it was trained on by heart.

    Attributes:
        vectors: Of words.
        session: The network: casing (1, words), runs (1, words, ``MOST_RUNS``), vectors (1, words, width) to scores.
    """

    vectors: Vectors
    session: onnxruntime.InferenceSession
    _known: dict[str, _Known] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Namer:
        """Read ``vectors.npz`` and ``namer.onnx``. One thread is enough: it has little to do beside the reader."""
        return cls(Vectors.load(folder / "vectors.npz"), opened(folder / "namer.onnx", 1))

    def read(self, passage: Passage) -> Floats:
        """
        Return what is to be added to the reader's scores of names, the same for the same words around.

        Nothing is added where a word opens with a small letter: whether "the highland front" is somebody's name the
        text around tells, not the words. Shape (words, tags); the tags are the reader's.
        """
        known = self._of(passage.words)
        size = len(known)
        found: list[Floats] = []
        for start in range(0, size, AT_ONCE):
            first, stop = max(0, start - REACH), min(size, start + AT_ONCE + REACH)
            scores = self._scores(known[first:stop], passage.starts[first:stop])
            found.append(scores[start - first : start - first + AT_ONCE])
        scores = np.concatenate(found)
        scores[[word[:1].islower() for word in passage.words]] = 0.0
        return scores

    def _scores(self, known: Sequence[_Known], starts: Sequence[bool] | np.ndarray) -> Floats:
        runs = np.zeros((1, len(known), MOST_RUNS), np.int64)
        for place, one in enumerate(known):
            runs[0, place, : len(one.runs)] = one.runs
        casings = np.array([[one.casing for one in known]], np.int64) + PARAGRAPH * np.asarray(starts, np.int64)
        vectors = self.vectors.at(np.array([one.row for one in known], np.intp))[None]
        (scores,) = self.session.run(["names"], {"casing": casings, "runs": runs, "vectors": vectors})
        found: Floats = scores[0]
        return found

    def _of(self, words: Sequence[str]) -> list[_Known]:
        known = self._known
        unknown = sorted({word for word in words if word not in known})
        if unknown:
            if len(known) + len(unknown) > MOST_REMEMBERED:
                known = self._known = {}
                unknown = sorted(set(words))
            for word, row in zip(unknown, self.vectors.places(unknown), strict=True):
                known[word] = _Known(casing(word), spelling(word), row)
        return [known[word] for word in words]
