"""Whether a text goes on about people that it named before: by whom it calls by surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.read.lines import LITTLE

REACH = 60
"""How far below a heading people are looked for. Unit: words; two paragraphs of a news report."""

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w'’\-]*\w"
_FULL = re.compile(rf"(?:{_CAPITAL}\.? )+({_CAPITAL})")
_TOKEN = re.compile(r"[\w'’\-]+\w|\w")


def goes_on(above: Iterable[str], below: Iterable[str]) -> bool:
    """
    Tell whether the lines below call by surname alone somebody whom the lines above named in full, and nobody in full
    again: so a story goes on, while a new one introduces its people anew.

    >>> goes_on(["The keeper, Ola Brandt, said so."], ["It held, Brandt said."])
    True
    >>> goes_on(["The keeper, Ola Brandt, said so."], ["The keeper of the dam, Ola Brandt, was in Sorn. Brandt left."])
    False
    """
    known = {_bare(found[1]) for line in above for found in _FULL.finditer(line) if _named(found[0])}
    words = [_bare(word) for line in below for word in _TOKEN.findall(line)][:REACH]
    alone = again = False
    met: set[str] = set()
    for before, word in zip(["", *words], words, strict=False):
        if word in known and word not in met:
            met.add(word)
            in_full = before[:1].isupper() and before.lower() not in LITTLE
            again, alone = again or in_full, alone or not in_full
    return alone and not again


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _named(run: str) -> bool:
    """Tell whether a run of capitalized words is more than a sentence's first word and a name."""
    first, *rest = run.split()
    return len(rest) > 1 or first.lower().rstrip(".") not in LITTLE
