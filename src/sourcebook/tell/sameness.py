"""Whether two lines tell one piece of news, by the words that they have in common."""

from __future__ import annotations

from sourcebook.tell.fame import carrying

TWICE = 0.42
"""
From this likeness on a reader is told the same twice. Chosen by reading: of the pairs of lines that the briefs of six
stories hold, three in four above it are one piece of news, one in four between .35 and .42.
"""

ALIKE = 0.5
"""From this likeness on one of them may be cited behind the other: read on the same pairs, nine in ten are the same."""

_SHARED = 4
"""Words in common below which two lines are not compared: short lines are alike by chance."""

_HELD = 0.8
"""From this share of its words on a line is held by a longer one."""


def content(text: str) -> frozenset[str]:
    """Return the stems of a line that carry its news."""
    return frozenset(carrying(text, least=3))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """
    Return how much of their content two lines share, 0..1 (Dice 1945); at least ``TWICE`` where one holds the other.

    >>> likeness(content("The guild closed the port of Vell"), content("Envoys came to the port of Vell"))
    0.0
    >>> round(likeness(content("The guild closed the old port of Vell"), content("Guild closes the port of Vell")), 2)
    0.89
    """
    shared = len(one & other)
    if shared < _SHARED:
        return 0.0
    dice = 2 * shared / (len(one) + len(other))
    return max(dice, TWICE) if shared >= _HELD * min(len(one), len(other)) else dice
