"""How much the machine trusts its own reading of a claim: calibrated on a hand-checked sample."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp

from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Role
from sourcebook.values.marks import EventMark

FEATURES = ("bias", "act", "sides", "state", "named", "history")
"""
What the confidence is read off, in the order of ``data/confidence.json``.

Of two dozen that were tried (the model's chances of type, part of speech and governors, the sentence's length,
pronouns, quotation, mood, who tells it) those that help with each report left out of the fit.
"""


def features(claim: Claim, event: EventMark | None) -> tuple[float, ...]:
    """
    Return what the confidence of a claim is read off, each 0..1.

    Args:
        event: The mark that it was made of; None for what a title or a bracket tells.
    """
    roles = {one.role for one in claim.participants}
    sides = 2 if Role.PARTICIPANT in roles else len(roles)
    return (
        1.0,
        event.score if event is not None else 0.0,
        sides / 2,
        float(claim.type is EventType.STATE),
        float(event is None),
        float(claim.background),
    )


@cache
def weights() -> tuple[float, ...]:
    """Return the weights of :data:`FEATURES`, fitted by ``python -m evaluation.claims --fit``."""
    table = json.loads((files("sourcebook.extract") / "data" / "confidence.json").read_text(encoding="utf-8"))
    return tuple(float(table["weights"][name]) for name in FEATURES)


def confidence(told: tuple[float, ...]) -> float:
    """
    Return the chance, 0..1, that a reader would find a claim's event, type, mood and participants right.

    A logistic regression on :func:`features`, calibrated on the labeled sample of ``evaluation/claims``. It speaks of
    the machine's reading alone: whether what is claimed is so is for ``judge``.

    >>> 0 < confidence((1.0, 0.7, 1.0, 0.0, 0.0, 0.0)) < 1
    True
    """
    total = sum(weight * one for weight, one in zip(weights(), told, strict=True))
    return round(1 / (1 + exp(-total)), 3)
