"""How a word is spelled, as the numbers that the names' head takes: its beginnings, ends and runs of letters."""

from __future__ import annotations

from zlib import crc32

BUCKETS = 1 << 15
"""Numbers that runs of letters share: their hashes, and 0 for no run."""
MOST_RUNS = 24
"""Runs kept of one word: all of a word of 7 letters."""
SHORTEST, LONGEST, EDGE = 2, 4, 5
"""Letters of the runs, and of the word's beginning and end, with ``<`` and ``>`` around the word."""


def spelling(word: str) -> tuple[int, ...]:
    """
    Return the numbers of a word's different runs of letters in lower case, from 1 to ``BUCKETS`` - 1.

    One hash function over all runs (Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information").

    >>> len(spelling("dam")), set(spelling("dam")) == set(spelling("Dam"))
    (10, True)
    """
    whole = f"<{word.lower()}>"
    runs = [whole, whole[:EDGE], whole[-EDGE:]]
    for size in range(SHORTEST, LONGEST + 1):
        runs += [whole[start : start + size] for start in range(len(whole) - size + 1)]
    chosen = list(dict.fromkeys(runs))[:MOST_RUNS]
    return tuple(1 + crc32(run.encode("utf-8", "replace")) % (BUCKETS - 1) for run in chosen)
