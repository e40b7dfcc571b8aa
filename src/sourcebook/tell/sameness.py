"""Whether two lines tell one piece of news, by the words that they have in common."""

from __future__ import annotations

import regex

from sourcebook.tell.fame import carrying

TWICE = 0.42
"""
From this likeness on a reader is told the same twice. Chosen by reading: of the pairs of lines that the briefs of six
stories hold, three in four above it are one piece of news, one in four between .35 and .42.
"""

SAME_PLAN = 0.35
"""
The same, between two lines of what is planned, promised or demanded: by the same measure, on nine stories, all five
pairs above it are one plan.
"""

ALIKE = 0.5
"""From this likeness on one of them may be cited behind the other: read on the same pairs, nine in ten are the same."""

SHARED = 4
"""Words in common below which two lines are not compared: short lines are alike by chance."""

_HELD = 0.8
"""From this share of its words on a line is held by a longer one."""


_QUOTED = regex.compile(r"“([^”]*)”|\"([^\"]*)\"")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_RUN = 6
"""Words in a row, both times in quotation marks, from which on two lines quote one utterance."""


_HALF = 0.3
"""Likeness from which on two lines with one quoted phrase tell one thing: read on the briefs of seven stories."""


def quote_alike(one: str, other: str, like: float = 0.0) -> bool:
    """
    Tell whether two lines quote the same words: a long run of them; where they are ``like``, two phrases, or one of two
    words if they are half so.

    >>> quote_alike('He said "the port will stay closed until June"', '"The port will stay closed until June," he said')
    True
    """
    whole = {_words(part) for part in _QUOTED.findall(one)} & {_words(part) for part in _QUOTED.findall(other)}
    if _runs(one) & _runs(other):
        return True
    return like > 0 and (len(whole) > 1 or (like >= _HALF and any(len(words) > 1 for words in whole)))


def _words(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for part in parts for word in _WORD.findall(part))


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of ``_RUN`` words that stands inside quotation marks."""
    found: set[tuple[str, ...]] = set()
    for quoted in _QUOTED.finditer(text):
        words = [one.casefold() for one in _WORD.findall(quoted.group())]
        found.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return found


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
    if shared < SHARED:
        return 0.0
    dice = 2 * shared / (len(one) + len(other))
    return max(dice, TWICE) if shared >= _HELD * min(len(one), len(other)) else dice
