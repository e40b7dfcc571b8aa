"""
Count how the table codes pairs whose root is known: ``python -m training.codes CORPORA``.

Over the nine of ten rows of PLV's train that the model learns from; the events are made without the model's scores of
types, which it learned from the same rows. Written to ``src/sourcebook/annotate/data/codes.json``.
"""

import csv
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from sourcebook.annotate import Annotator
from sourcebook.annotate.contract import bearers_in
from sourcebook.annotate.events import find_events
from sourcebook.annotate.events.weighing import Likelihoods, codes
from sourcebook.infer import Reader
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span

OUT = Path(__file__).resolve().parents[1] / "src" / "sourcebook" / "annotate" / "data" / "codes.json"
TENTH = 10
"""Every tenth row is held out, as everywhere."""
ADDED = 0.05
"""Rows of each root that are added to each code, so that none is impossible."""

Counts = dict[str, Counter[str]]


def main() -> None:
    """Count and write."""
    rows = csv.DictReader((Path(sys.argv[1]) / "plv" / "train.tsv").open(encoding="utf-8", newline=""), delimiter="\t")
    annotator = Annotator(Reader.load())
    roots: Counter[str] = Counter()
    counts: dict[str, Counts] = {"linking": defaultdict(Counter), "touching": defaultdict(Counter)}
    for number, row in enumerate(rows):
        if number % TENTH == TENTH - 1:
            continue
        roots[row["gold_root"]] += 1
        marks = annotator(row["id"], row["sentence"], Published())
        events = find_events(marks.tokens, marks.names, marks.times)
        told = codes(events, side(row, "source"), side(row, "target"), bearers_in(marks))
        for name, found in zip(counts, told, strict=True):
            for code in found:
                counts[name][code][row["gold_root"]] += 1 / len(found)
    table = {name: likelihoods(found, roots) for name, found in counts.items()}
    OUT.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def side(row: dict[str, str], name: str) -> Span | None:
    """Return the first marked span of a side, None where the row marks none."""
    start, end = int(row[f"{name}_start"]), int(row[f"{name}_end"])
    return Span(start, end) if start >= 0 else None


def likelihoods(found: Counts, roots: Counter[str]) -> Likelihoods:
    """
    Return the logarithms of how often a root has a code.

    >>> likelihoods({"AID": Counter({"AID": 8})}, Counter({"AID": 10, "YIELD": 10}))
    {'AID': {'AID': -0.227, 'YIELD': -5.308}}
    """
    every = len(roots) * ADDED
    return {
        code: {kind: round(math.log((counted[kind] + ADDED) / (roots[kind] + every)), 3) for kind in sorted(roots)}
        for code, counted in sorted(found.items())
    }


if __name__ == "__main__":
    main()
