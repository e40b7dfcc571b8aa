"""Claims of different reports that say one thing in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.judge.casebook import words_of
from sourcebook.values.claims import Claim

RUN = 4
"""Words in a run. Our own choice: three words in a row are often a name with its article, five hardly survive an
editor's hand."""

LEAST = 8
"""Fewest words that a claim's evidence must have before its wording says anything about its lineage."""

SHARE = 0.5
"""Share of the shorter evidence's runs that the longer one must hold."""


def shared_wording(claims: Sequence[tuple[Claim, str, str]]) -> Iterator[tuple[Claim, Claim]]:
    """
    Yield pairs of claims from different texts whose words are the same for at least ``SHARE`` of their runs.

    Each claim comes with the id of its text (copies have one) and its words. Only claims that share a run are
    compared, and a claim that was found to repeat another is not compared further:
    what repeats it repeats that other one. The pairs come in the order of ``claims``.
    """
    known: dict[tuple[str, ...], list[int]] = {}
    runs = [_runs(words) for _, _, words in claims]
    for number, (claim, text, _) in enumerate(claims):
        earlier = sorted({one for run in runs[number] for one in known.get(run, ())})
        repeated = [one for one in earlier if _shared(runs[one], runs[number]) and claims[one][1] != text]
        for one in repeated:
            yield claims[one][0], claim
        if not repeated:
            for run in runs[number]:
                known.setdefault(run, []).append(number)


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(one & other) >= SHARE * min(len(one), len(other))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = words_of(text)
    if len(words) < LEAST:
        return frozenset()
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
