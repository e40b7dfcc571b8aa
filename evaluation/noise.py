"""
Tell how sure the annotator's figures are: ``python -m evaluation.noise [TASK ...]``.

Reads the marks that ``python -m evaluation.annotator`` left in ``build/evaluation`` and scores them again without each
tenth of the documents in turn. How far these ten figures lie apart gives the standard error (the jackknife over
groups: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11), and that half the 95 % interval:
nineteen times in twenty the figure on all documents of the kind lies so near. It is the sample's noise alone; how much
trainings differ that differ in the seed is another, which was not measured.

Prints a table; ``--keep`` writes the halves of the intervals to ``evaluation/noise.json``, those of tasks not asked for
staying as they are. Exit code 1 where marks are missing or the scorer refuses them. A task without a scorer of its own
(the type of a given pair) is left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

from evaluation.scoring import ScorerFailed, scored, texts_of
from evaluation.tasks import TASKS, Task

ROOT = Path(__file__).resolve().parents[1]
NOISE = ROOT / "evaluation" / "noise.json"
GROUPS = 10
WIDE = 2.262
"""The 97.5th percentile of Student's t with nine degrees of freedom."""


def main(words: Sequence[str] | None = None) -> int:
    """Score without each group, print a table, keep it where asked; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.noise", description="How sure the figures are.")
    parser.add_argument("tasks", nargs="*", metavar="TASK", help="all where none is given")
    parser.add_argument("--keep", action="store_true", help="write evaluation/noise.json")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="holds corpora and score")
    parser.add_argument("--marks", type=Path, default=ROOT / "build" / "evaluation", help="where the marks are")
    asked = parser.parse_args(words)
    kept = json.loads(NOISE.read_text(encoding="utf-8")) if NOISE.exists() else {}
    for task in TASKS:
        if not task.scorer or (asked.tasks and task.name not in asked.tasks):
            continue
        try:
            found = halves(task, asked.shared, asked.marks / f"{task.name}.jsonl")
        except ScorerFailed as fault:
            print(f"{task.name}: {fault}", file=sys.stderr)
            return 1
        for name, half in found.items():
            print(f"{task.name:14} {name:17} ± {half:.3f}", flush=True)
        kept[task.name] = {name: round(half, 4) for name, half in found.items()}
    if asked.keep:
        NOISE.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def halves(task: Task, shared: Path, marks: Path) -> dict[str, float]:
    """
    Return half the 95 % interval of each of a task's figures; a figure that some group leaves undefined is left out.

    Raises:
        ScorerFailed: If the scorer refuses the marks, or there are none.
    """
    if not marks.exists():
        raise ScorerFailed(f"no marks at {marks}: run python -m evaluation.annotator {task.name}")
    ids = [one.id for one in texts_of(shared, task)]
    groups = min(GROUPS, len(ids))
    told = [
        scored(task, shared, marks, [one for at, one in enumerate(ids) if at % groups != left])
        for left in range(groups)
    ]
    found = {}
    for name in (one.name for one in task.figures):
        values = [one[name] for one in told if one.get(name) is not None]
        if len(values) == groups:
            found[name] = WIDE * spread(values)
    return found


def spread(left_out: Sequence[float]) -> float:
    """
    Return the standard error of a figure from its values with each group of documents left out.

    >>> round(spread([0.5, 0.6]), 3)
    0.05
    """
    mean = sum(left_out) / len(left_out)
    share = (len(left_out) - 1) / len(left_out)
    return sqrt(share * sum((one - mean) ** 2 for one in left_out))


if __name__ == "__main__":
    sys.exit(main())
