"""Which earlier mention a mention goes back to: a small network over what is known of the pair."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sourcebook.annotate.features import Floats, Pairs


@dataclass(frozen=True, slots=True)
class Ranker:
    """
    Weights of two layers with rectified units; made by ``python -m training.antecedents``.

    Attributes:
        later: Of what is known of the later candidate. Shape (what, units).
        earlier: Of what is known of the earlier one. Shape (what, units).
        together: Of what is known of the pair. Shape (what, units).
        bias: Shape (units,).
        out: Shape (units,).
        new: Of what is known of a candidate, for its being new. Shape (what, units).
        new_bias: Shape (units,).
        new_out: Shape (units,).
    """

    later: Floats
    earlier: Floats
    together: Floats
    bias: Floats
    out: Floats
    new: Floats
    new_bias: Floats
    new_out: Floats

    def __call__(self, pairs: Pairs) -> Floats:
        """
        Return the score of each pair above the score of the later candidate's being new; above 0 it is not new.

        Natural log-odds as trained, not calibrated. Shape (pairs,), float32.
        """
        hidden: Floats = (pairs.alone @ self.later)[pairs.later]
        hidden += (pairs.alone @ self.earlier)[pairs.earlier]
        hidden += pairs.together @ self.together
        hidden += self.bias
        np.maximum(hidden, np.float32(0.0), out=hidden)
        found: Floats = hidden @ self.out - self.newness(pairs.alone)[pairs.later]
        return found

    def newness(self, alone: Floats) -> Floats:
        """Return the score of each candidate's being new. Shape (candidates,), float32."""
        hidden: Floats = alone @ self.new
        hidden += self.new_bias
        np.maximum(hidden, np.float32(0.0), out=hidden)
        found: Floats = hidden @ self.new_out
        return found


@cache
def ranker() -> Ranker:
    """Return the weights that are shipped, ``data/antecedents.json``."""
    raw = json.loads((files("sourcebook.annotate") / "data" / "antecedents.json").read_text(encoding="utf-8"))
    return Ranker(**{name: np.array(raw[name], np.float32) for name in Ranker.__dataclass_fields__})
