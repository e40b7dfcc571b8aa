"""How likely two compatible acts are one event."""

from __future__ import annotations

from math import exp

from sourcebook.link.compatibility import Evidence
from sourcebook.values.kinds import EventType

WEIGHTS = {
    "same": 0.6,
    "stem": 1.6,
    "synonym": 4.0,
    "kind": 1.2,
    "named": 1.6,
    "described": 0.6,
    "unmatched": -0.2,
    "undergone": -1.0,
    "time": 1.0,
    "place": 0.8,
    "words": 0.9,
    "near": 1.5,
    "matter": 2.1,
    "within": 1.7,
    "general": -0.6,
    "contrary": -0.9,
    "rivals": -2.0,
    "near and act": 4.9,
    "matter and act": 3.0,
    "within and act": 3.5,
    "always": -5.3,
}
"""
Weights of a logistic regression, fitted on pairs of compatible claims over ten train topics of ECB+ (1, 3, 4, 7, 8, 13,
16, 19, 22, 30), ridge 2. Set by hand: ``time``, of which ECB+ tells nothing; ``unmatched``, ``general`` and
``rivals``, on which a report of one incident is easier than a story of many meetings; ``synonym``, ``undergone`` and
``matter and act``, raised on train topics until reports of one incident were joined. "Act" there is one lemma or stem.
"""

CROWDED = 8.0
"""What a crowded act costs a pair that nothing but the act joins; by hand, for stories of many meetings."""
RECURRENT = 0.6
"""
How crowded the acts at least are of which a political story tells many (``OFTEN``), though it tells of no two at once;
by hand: two reports that say "talks" and nothing more have not said that they mean the same.
"""
OFTEN = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.STATEMENT,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.TRAVEL,
    }
)
LIKE_WORDS = 0.25
"""Jaccard of content stems from which two clauses are worded alike."""
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
    "near",
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


def likelihood(found: Evidence, crowded: float = 0.0, telling: float = 1.0) -> float:
    """
    Return the likelihood, 0..1, that two acts with this evidence are one event. Calibrated on ECB+ only.

    ``crowded`` is the part, 0..1, of the story's acts of this kind that others, elsewhere or on other days did: where
    many meet, to meet proves little. ``telling`` as for ``support``.
    """
    total = WEIGHTS["always"] - CROWDED * crowded * (1.0 - support(found, telling))
    if found.act == 1.0:
        total += WEIGHTS["same"]
    elif found.act > 0.9:
        total += WEIGHTS["stem"]
    elif found.act > 0.0:
        total += WEIGHTS["synonym"]
    for name in _PLAIN:
        total += WEIGHTS[name] * float(getattr(found, name))
    if found.act > 0.9:
        for name in ("near", "matter", "within"):
            total += WEIGHTS[f"{name} and act"] * float(getattr(found, name))
    return 1 / (1 + exp(-total))


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
