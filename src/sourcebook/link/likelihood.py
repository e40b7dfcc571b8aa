"""How likely two compatible acts are one event."""

from __future__ import annotations

from math import exp

from sourcebook.link.compatibility import Evidence

WEIGHTS = {
    "same": 2.9,
    "stem": 2.9,
    "synonym": 2.2,
    "kind": 0.9,
    "named": 1.0,
    "described": 0.2,
    "unmatched": -0.3,
    "time": 0.5,
    "place": 1.4,
    "words": 1.8,
    "near": 8.5,
    "within": 2.1,
    "general": -1.7,
    "contrary": -0.5,
    "always": -4.4,
}


def likelihood(found: Evidence) -> float:
    """Return the likelihood, 0..1, that two acts with this evidence are one event."""
    total = WEIGHTS["always"]
    if found.act == 1.0:
        total += WEIGHTS["same"]
    elif found.act > 0.9:
        total += WEIGHTS["stem"]
    elif found.act > 0.0:
        total += WEIGHTS["synonym"]
    for name in (
        "kind",
        "named",
        "described",
        "unmatched",
        "time",
        "place",
        "words",
        "near",
        "within",
        "general",
        "contrary",
    ):
        total += WEIGHTS[name] * getattr(found, name)
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
    parts.append("in one report" if found.within else "in reports on one matter" if found.near >= 0.25 else "")
    return ", ".join(part for part in parts if part)
