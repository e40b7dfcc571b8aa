"""Reports that carry one text, whole or nearly, though it was edited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import combinations

import numpy as np

from sourcebook.link.folding import fold
from sourcebook.values.reports import PassageKind, Report

TRIPLE = 3
BANDS, ROWS = 48, 3
"""Bands and rows of the MinHash table (Broder 1997; Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", 3.4):
two texts that share a part s of all their word triples meet with probability 1 - (1 - s**ROWS)**BANDS, .73 at s = .3
(edited relays in NEWS-COPY), .998 at s = .5."""
_PRIME = np.uint64((1 << 31) - 1)
_SEED = 20_221
SHARE = 0.5
"""Of the shorter text's word triples, the part that the other must hold for a copy."""
SHARE_WITH_QUOTES = 0.3
"""The same where the two also share a long quotation."""
QUOTED = 8
"""Words of a quotation that two reporters don't write down alike by chance."""
LEAST = 20
"""Word triples below which a text is too short to be told a copy."""
_CROWD = 50
"""Reports in one bucket: with more, what they share is everybody's and tells nothing of copying. (A text that was
copied more often meets its neighbors in other buckets, where the copies differ.)"""

_QUOTATION = re.compile('[“"„«]([^“”"„«»]{20,2000})[”"“»]')


def copies_among(reports: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """
    Return the pairs of ids of reports that carry the same text, the smaller id first.

    Candidates come from locality-sensitive hashing and shared quotations, never from all pairs; each is verified on
    the word triples themselves. Furniture and captions don't count.
    """
    triples = {report.id: _triples(report) for report in reports}
    quotes = {report.id: _quotations(report) for report in reports}
    found = []
    for one, other in sorted(_candidates(triples, quotes)):
        small, large = sorted((triples[one], triples[other]), key=len)
        if len(small) < LEAST:
            continue
        share = len(small & large) / len(small)
        least = SHARE_WITH_QUOTES if quotes[one] & quotes[other] else SHARE
        if share >= least:
            found.append((one, other))
    return tuple(found)


def _candidates(triples: dict[str, frozenset[str]], quotes: dict[str, frozenset[str]]) -> set[tuple[str, str]]:
    buckets: dict[tuple[int | str, bytes | str], list[str]] = defaultdict(list)
    for name, found in sorted(triples.items()):
        if len(found) >= LEAST:
            for band, part in enumerate(_sketch(found).reshape(BANDS, ROWS)):
                buckets[band, part.tobytes()].append(name)
    for name in sorted(quotes):
        for quotation in quotes[name]:
            buckets["quotation", quotation].append(name)
    return {pair for names in buckets.values() if len(names) <= _CROWD for pair in combinations(names, 2)}


def _sketch(found: Iterable[str]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Return the smallest hash of the triples under each permutation. Shape (BANDS * ROWS,), uint64."""
    values = [int.from_bytes(blake2b(one.encode(), digest_size=4).digest(), "big") for one in found]
    hashes = np.asarray(values, dtype=np.uint64) % _PRIME
    factors = np.random.default_rng(_SEED).integers(1, int(_PRIME), size=(2, BANDS * ROWS), dtype=np.uint64)
    mixed = (hashes[:, None] * factors[0] + factors[1]) % _PRIME
    smallest: np.ndarray[tuple[int], np.dtype[np.uint64]] = mixed.min(axis=0)
    return smallest


def _bodies(report: Report) -> Iterable[str]:
    kept = [one for one in report.passages if one.kind in {PassageKind.BODY, PassageKind.HEADLINE}]
    return (report.words(one.span) for one in kept) if kept else (report.text,)


def _triples(report: Report) -> frozenset[str]:
    found: set[str] = set()
    for text in _bodies(report):
        words = fold(text).split()
        found |= {" ".join(words[start : start + TRIPLE]) for start in range(len(words) - TRIPLE + 1)}
    return frozenset(found)


def _quotations(report: Report) -> frozenset[str]:
    """Return the report's long quotations by their first words, folded."""
    found: set[str] = set()
    for text in _bodies(report):
        for match in _QUOTATION.finditer(text):
            words = fold(match[1]).split()
            found |= {" ".join(words[start : start + QUOTED]) for start in range(len(words) - QUOTED + 1)}
    return frozenset(found)
