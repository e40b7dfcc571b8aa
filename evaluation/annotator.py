"""
Measure the annotator on the corpora's dev portions: ``python -m evaluation.annotator [TASK ...]``.

Every figure comes from the scorers beside the corpora (``score/score``), on what ``sourcebook annotate`` writes. With
``--pin`` the figures reached are written to ``evaluation/floors.json`` with the digest of each corpus, never lowering
one; without it a figure that fell below its pinned floor ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sourcebook.annotate import Annotator, as_contract
from sourcebook.annotate.annotator import Job
from sourcebook.infer import Reader
from sourcebook.values.reports import Basis, Published

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "evaluation" / "floors.json"
TOLERANCE = 0.002
"""A fall within this is noise between machines, whose int8 kernels differ. Chosen as about twice the noise seen."""


@dataclass(frozen=True, slots=True)
class Task:
    """
    One measurement.

    Attributes:
        name: What it is called here.
        scorer: The scorer's task.
        corpus: File or folder below the corpora.
        only: Regular expression that chooses documents; empty takes all.
        figures: Headline figures, with the floor that the project set itself (None: shown, not held).
    """

    name: str
    scorer: str
    corpus: str
    only: str
    figures: tuple[tuple[str, float | None], ...]


TASKS = (
    Task(
        "polnear",
        "attributions",
        "polnear/dev",
        "",
        (
            ("source_exact_f1", 0.77),
            ("source_tokens_f1", 0.86),
            ("cue_exact_f1", 0.70),
            ("content_exact_f1", 0.64),
            ("content_tokens_f1", 0.91),
            ("attribution_f1", 0.68),
        ),
    ),
    Task(
        "ewt",
        "syntax",
        "ud-ewt/dev.conllu",
        "",
        (("tokens_f1", None), ("sentences_f1", None), ("upos_f1", 0.96), ("uas_f1", 0.905), ("las_f1", 0.88)),
    ),
    Task("uner", "names", "uner-ewt/dev.iob2", "", (("f1", 0.82),)),
    Task("crossner", "names", "crossner-politics/dev.txt", "", (("f1", 0.68),)),
    Task("timeml", "times", "timeml/aquaint", "", (("relaxed_f1", 0.90), ("value_f1", 0.80))),
    Task("gum", "coref", "gum/dev", "", (("conll_f1", 0.58),)),
    Task("uds", "factuality", "uds-ih2/dev.jsonl", "", (("pearson_r", 0.80), ("coverage", None))),
    Task(
        "plv",
        "relations",
        "plv/train.tsv",
        "0$",
        (("pair_recall", None), ("typed_accuracy", 0.50), ("typed_any", None), ("macro_f1", None)),
    ),
)


def main() -> int:
    """Measure, print a table, hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", help="names of tasks; all where none is given")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "evaluation")
    parser.add_argument("--pin", action="store_true")
    chosen = parser.parse_args()
    if not (chosen.shared / "score" / "score").exists():
        print(f"no scorers at {chosen.shared / 'score'}: nothing is measured", file=sys.stderr)
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    annotator = Annotator(Reader.load())
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    for task in TASKS:
        if chosen.tasks and task.name not in chosen.tasks:
            continue
        found = measure(task, annotator, chosen.shared, chosen.out)
        known = pinned.get(task.name, {})
        for figure, goal in task.figures:
            value, floor = found[figure], known.get("figures", {}).get(figure)
            notes = [f"goal {goal:.3f} {'met' if value >= goal else 'NOT MET'}"] if goal is not None else []
            if floor is not None:
                notes.append(f"pinned {floor:.4f}")
                if value < floor - TOLERANCE:
                    fallen.append(f"{task.name} {figure} fell from {floor:.4f} to {value:.4f}")
            print(f"{task.name:10} {figure:20} {value:.4f}  {'; '.join(notes)}", flush=True)
        if chosen.pin:
            best = {name: max(found[name], known.get("figures", {}).get(name, 0.0)) for name, _ in task.figures}
            corpus = _digest(chosen.shared / "corpora" / task.corpus)
            pinned[task.name] = {"corpus": corpus, "figures": {name: round(best[name], 4) for name in sorted(best)}}
    if chosen.pin:
        FLOORS.write_text(json.dumps(pinned, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(fallen))
    return 1 if fallen else 0


def measure(task: Task, annotator: Annotator, shared: Path, out: Path) -> dict[str, float]:
    """Return the headline figures of a task."""
    score, corpus = shared / "score" / "score", shared / "corpora" / task.corpus
    only = ["--only", task.only] if task.only else []
    given = subprocess.run(
        [sys.executable, score, "prepare", task.scorer, corpus, *only], capture_output=True, check=True, text=True
    )
    lines = [json.loads(line) for line in given.stdout.splitlines()]
    jobs = (Job(line["id"], line["text"], _published(line.get("published"))) for line in lines)
    predictions = out / f"{task.name}.jsonl"
    with predictions.open("w", encoding="utf-8") as stream:
        for line, annotation in zip(lines, annotator.annotate_many(jobs), strict=True):
            stream.write(json.dumps(as_contract(annotation, line["id"]), ensure_ascii=False) + "\n")
    scored = subprocess.run(
        [sys.executable, score, "run", task.scorer, corpus, predictions, *only],
        capture_output=True,
        check=False,
        text=True,
    )
    if scored.returncode:
        raise SystemExit(f"{task.name}: {scored.stderr}")
    (out / f"{task.name}.txt").write_text(scored.stdout, encoding="utf-8")
    headline: dict[str, float] = json.loads(scored.stdout.splitlines()[-1])
    return headline


def _published(day: str | None) -> Published:
    return Published() if day is None else Published.on(date.fromisoformat(day), Basis.GIVEN)


def _digest(corpus: Path) -> str:
    hasher = hashlib.sha256()
    for path in sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]:
        if path.is_file():
            hasher.update(path.name.encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
