"""
Fit the weights of ``link/likelihood.py`` on ECB+'s train topics: ``python -m evaluation.linking_fit``.

Prints them; those that ``WEIGHTS`` says are set by hand are left to the reader to put back. Takes a quarter of an hour.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.linking_records import DEV_TOPICS, report_of
from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.infer import Reader
from sourcebook.link import link
from sourcebook.link.acts import acts_of
from sourcebook.link.compatibility import DOUBTFUL, apart, evidence
from sourcebook.link.likelihood import WEIGHTS, features
from sourcebook.link.neighbors import Neighbors
from sourcebook.values.claims import Extraction
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
RIDGE = 1.0
"""Chosen on the train topics, in five folds."""
STEPS = 60

Floats = NDArray[np.float64]
Pair = tuple[dict[str, float], bool, float]


def topics() -> Iterator[list[tuple[Report, Extraction, dict[Span, str]]]]:
    """Yield the train topics: reports, what they say, and the gold chains by the marked words."""
    scorer = [sys.executable, str(SHARED / "score" / "score")]
    corpus = SHARED / "corpora" / "ecbplus"
    printed = subprocess.run(
        [*scorer, "prepare", "linking", str(corpus)], capture_output=True, text=True, check=True
    ).stdout
    gold = _gold(corpus)
    told: dict[str, list[tuple[Report, Extraction, dict[Span, str]]]] = defaultdict(list)
    annotator = Annotator(Reader.load())
    for text in map(json.loads, printed.splitlines()):
        if text["story"] not in DEV_TOPICS:
            report = report_of(text)
            read = extract(report, annotator(report.id, report.text, report.published))
            told[text["story"]].append((report, read, gold[text["id"]]))
    yield from (told[name] for name in sorted(told))


def _gold(corpus: Path) -> dict[str, dict[Span, str]]:
    sys.path.insert(0, str(SHARED / "score"))
    linking = __import__("linking")
    found: dict[str, dict[Span, str]] = {}
    for document in linking.load(corpus):
        spans, _, mentions = document.gold
        found[document.id] = {Span(spans[one[0]][0], spans[one[-1]][1]): chain for one, chain in mentions}
    return found


def pairs_of(told: Sequence[tuple[Report, Extraction, dict[Span, str]]]) -> Iterator[Pair]:
    """Yield what speaks for each compatible pair of marked claims, whether the two are one, and the pair's weight."""
    reports = {report.id: report for report, _, _ in told}
    read = [one for _, one, _ in told]
    entities = link(list(reports.values()), read).entities
    neighbors = Neighbors(list(reports.values()), entities)
    chain: dict[str, str] = {}
    for _, extraction, marks in told:
        for claim in extraction.claims:
            for span, name in marks.items():
                if span.overlaps(claim.trigger.span):
                    chain.setdefault(claim.id, name)
    sizes = Counter(chain.values())
    acts = [act for act in acts_of(read, reports, entities) if act.id in chain]
    for one, other in combinations(acts, 2):
        reason = apart(one, other)
        if reason is None or reason in DOUBTFUL:
            near = neighbors.alike(one.report, other.report)
            matter = neighbors.one_matter(one.report, other.report)
            size = (sizes[chain[one.id]] + sizes[chain[other.id]]) / 2
            told_of = features(evidence(one, other, near, one_matter=matter))
            yield told_of, chain[one.id] == chain[other.id], 1 / size


def fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the weights of a logistic regression by Newton's steps, ``always`` without ridge."""
    names = list(WEIGHTS)
    rows = np.array([[told.get(name, 0.0) for name in names] for told, _, _ in pairs])
    same, weight = np.array([float(one) for _, one, _ in pairs]), np.array([one for _, _, one in pairs])
    ridge = np.array([0.01 if name == "always" else RIDGE for name in names])
    found: Floats = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (same - chance)) - ridge * found
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        found = found + np.linalg.solve(bend, slope)
    return dict(zip(names, found.tolist(), strict=True))


def main() -> None:
    """Print the weights."""
    for name, value in fitted([pair for told in topics() for pair in pairs_of(told)]).items():
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
