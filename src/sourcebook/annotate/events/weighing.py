"""Two readers of what one side does to another: the model, and the table's coding of the events that name the sides."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sourcebook.annotate.events.coding import sides_held
from sourcebook.values.kinds import EventType
from sourcebook.values.marks import EventMark
from sourcebook.values.spans import Span

NONE = "NONE"
LEAST = 1e-4
"""Least chance that the model is taken to give a root: it is sure too often."""
Likelihoods = dict[str, dict[str, float]]
"""Code to root to the natural logarithm of how often a pair of that root has the code."""


@dataclass(frozen=True, slots=True)
class Coders:
    """
    How the table codes pairs whose root is known: counts on nine of ten rows of PLV's train, by ``training.codes``.

    Attributes:
        linking: Of events that hold both sides of a pair.
        touching: Of events that hold one side, where none holds both.
    """

    linking: Likelihoods
    touching: Likelihoods


@cache
def coders() -> Coders:
    """Return the table's record as a coder, read once."""
    found = json.loads((files("sourcebook.annotate") / "data" / "codes.json").read_text(encoding="utf-8"))
    return Coders(found["linking"], found["touching"])


def root(kind: EventType | None) -> str:
    """
    Return the root of a type in PLV, whose YIELD is CONCEDE or RETREAT; ``NONE`` where there is no type.

    >>> root(EventType.RETREAT), root(None)
    ('YIELD', 'NONE')
    """
    if kind is None:
        return NONE
    return "YIELD" if kind in (EventType.CONCEDE, EventType.RETREAT) else kind.value


def codes(
    events: Iterable[EventMark], source: Span | None, target: Span | None, bearers: Mapping[Span, Span]
) -> tuple[set[str], set[str]]:
    """
    Return the roots of the events that hold both sides, and, where none does, of those that hold one.

    Args:
        events: Of one sentence.
        source: Who acts; None where nobody is named.
        target: Who is acted upon; likewise.
        bearers: As for ``coded_roles``.
    """
    held = [(root(one.coded), sides_held(one, source, target, bearers)) for one in events]
    linking = {code for code, both in held if all(both)}
    if linking or source is None or target is None:
        return linking, set()
    return linking, {code for code, sides in held if any(sides)}


def weighed(
    chances: Mapping[str, float], linking: Collection[str], touching: Collection[str] = ()
) -> tuple[str, float]:
    """
    Return the root that both readers together find likeliest, and its chance, from 0 to 1, not calibrated.

    The model's chances times the likelihood of the codes, as of readers who err independently (Bayes' rule); of several
    codes the geometric mean, because one sentence's codes do not.
    """
    logs = {kind: math.log(max(chance, LEAST)) for kind, chance in chances.items() if kind != NONE}
    for found, table in ((linking, coders().linking), (touching, coders().touching)):
        known = [code for code in found if code in table]
        for code in known:
            for kind in logs:
                logs[kind] += table[code][kind] / len(found)
    best = max(logs, key=lambda kind: logs[kind])
    return best, 1 / sum(math.exp(one - logs[best]) for one in logs.values())
