"""How likely two compatible acts are one event."""

from __future__ import annotations

from math import exp, sqrt

from sourcebook.link.compatibility import LIKE_WORDS, Evidence

WEIGHTS = {
    "same": 2.42,
    "stem": 1.49,
    "synonym": 2.5,
    "kind": 1.21,
    "named": 1.97,
    "described": 0.67,
    "unmatched": -0.24,
    "undergone": -1.0,
    "time": 1.0,
    "place": 0.71,
    "words": 0.76,
    "near": 0.87,
    "matter": 0.92,
    "within": 1.33,
    "general": 0.68,
    "contrary": -0.26,
    "rivals": -2.0,
    "near and act": 0.33,
    "matter and act": 1.36,
    "within and act": 2.11,
    "matter and synonym": 1.93,
    "within and synonym": 1.15,
    "matter and general": -1.22,
    "matter and named": -1.26,
    "words alone": 1.42,
    "always": -5.87,
}
"""
Weights of a logistic regression, fitted as ``python -m evaluation.linking_fit`` does on pairs of compatible claims over
the 25 train topics of ECB+, ridge 1; a pair weighs as much as its chain is small. Set by hand: ``time``, of which ECB+
tells nothing; ``undergone`` and ``rivals``, on which a report of one incident is easier than a story of many meetings.
"Act" there is one lemma or stem, "alone" without any likeness of the triggers.
"""
NEAREST = 0.25
"""Similarity of two reports from which they are as near as can be."""

CROWDED = 1.0
"""What a crowded act costs a pair that nothing but the act joins; chosen on ECB+'s topics."""
CROWDED_OFTEN = 8.0
"""The same for acts that recur (``OFTEN``); by hand, for stories of many meetings."""
RECURRENT = 0.6
"""
How crowded the acts at least are of which a political story tells many (``OFTEN``), though it tells of no two at once;
by hand: two reports that say "talks" and nothing more have not said that they mean the same.
"""
SAME_STATEMENT = 0.8
"""Likelihood of two statements that passed the check for the same speaker and words."""

_PLAIN = (
    "kind",
    "named",
    "described",
    "unmatched",
    "undergone",
    "time",
    "place",
    "words",
    "matter",
    "within",
    "general",
    "contrary",
    "rivals",
)


def support(found: Evidence, telling: float) -> float:
    """
    Return how much but the act itself speaks for two acts being one, 0..1: parties, days, place, words.

    Args:
        telling: How much the named parties in common tell, 0..1: of two meetings of a story's hero, that he met tells
            little.
    """
    total = telling + 0.5 * found.time + (0.25 if found.place > 0 else 0.0)
    if found.words >= LIKE_WORDS:
        total += 0.5
    if found.described:
        total += 0.25
    return min(1.0, total)


def likelihood(found: Evidence, crowded: float = 0.0, telling: float = 1.0, *, often: bool = False) -> float:
    """
    Return the likelihood, 0..1, that two acts with this evidence are one event. Calibrated on ECB+ only.

    ``crowded`` is the part, 0..1, of the story's acts of this kind that others, elsewhere or on other days did: where
    many meet, to meet proves little, least where the act recurs ``often``. ``telling`` as for ``support``.
    """
    total = -(CROWDED_OFTEN if often else CROWDED) * crowded * (1.0 - support(found, telling))
    total += sum(WEIGHTS[name] * value for name, value in features(found).items())
    return 1 / (1 + exp(-total))


def features(found: Evidence) -> dict[str, float]:
    """Return what the regression weighs, by the names of ``WEIGHTS``; the root of ``near`` is taken, and doubled."""
    near = 2.0 * sqrt(min(found.near, NEAREST))
    told = {name: float(getattr(found, name)) for name in _PLAIN}
    told |= {
        "near": near,
        "matter and general": found.matter * found.general,
        "matter and named": found.matter * found.named,
    }
    if found.act > 0.9:
        told |= {"same" if found.act == 1.0 else "stem": 1.0, "near and act": near}
        told |= {"matter and act": found.matter, "within and act": found.within}
    elif found.act > 0.0:
        told |= {"synonym": 1.0, "matter and synonym": found.matter, "within and synonym": found.within}
    else:
        told["words alone"] = found.words
    return told | {"always": 1.0}


def reasons(one: str, other: str, found: Evidence) -> str:
    """Return the evidence in words, for the reader of a merge."""
    parts = [f"“{one}”" if one == other else f"“{one}” and “{other}”"]
    if found.named:
        parts.append("two named parties in common" if found.named == 1.0 else "a named party in common")
    if found.described:
        parts.append("a described party in common")
    if found.time:
        parts.append("days that meet")
    if found.place > 0:
        parts.append("one place")
    if found.words >= 0.3:
        parts.append("like words")
    parts.append("in one report" if found.within else "in reports on one matter" if found.matter else "")
    return ", ".join(part for part in parts if part)
