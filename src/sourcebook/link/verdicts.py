"""How alike two names are, and what that allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What two names allow to be said of their bearers."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    The comparison of two names.

    Attributes:
        score: 0..1, not calibrated; for ranking and for the evaluation.
        verdict: What ``link`` goes by; ``POSSIBLE`` joins nothing alone.
        why: The reason, in words.
    """

    score: float
    verdict: Verdict
    why: str
