"""The scorers beside the corpora: texts out of a corpus, marks on them, figures of the marks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.pairs import pair_figures
from evaluation.tasks import Task
from sourcebook.annotate import Annotator, as_contract
from sourcebook.annotate.annotator import Job
from sourcebook.values.reports import Basis, Published
from sourcebook.values.spans import Span

Tell = Callable[[int, int], None]
"""Told how many texts are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Text:
    """A corpus's document as the annotator gets it."""

    id: str
    text: str
    published: Published


class ScorerFailed(Exception):
    """The scorer refused a corpus or the marks on it; its own words."""


def texts_of(shared: Path, task: Task, *, only: str = "", limit: int = 0) -> list[Text]:
    """
    Return the documents of a task, in the corpus's order.

    Args:
        shared: The folder that holds ``corpora`` and ``score``.
        task: Whose documents.
        only: Regular expression that the ids must hold; empty takes all.
        limit: Most documents; 0 takes all.

    Raises:
        ScorerFailed: If the corpus can't be read.
    """
    lines = _run(shared, "prepare", task.scorer or "relations", _corpus(shared, task)).splitlines()
    found = [json.loads(line) for line in lines]
    chosen = {one for one in task.choose([line["id"] for line in found]) if re.search(only, one)}
    kept = [Text(one["id"], one["text"], _published(one.get("published"))) for one in found if one["id"] in chosen]
    return kept[: limit or None]


def gold_of(shared: Path, task: Task) -> dict[str, list[Span]]:
    """
    Return the gold events of every document of a task, in the corpus's order.

    Raises:
        ScorerFailed: If the corpus can't be read.
    """
    lines = map(json.loads, _run(shared, "gold", task.scorer, _corpus(shared, task)).splitlines())
    return {line["id"]: [Span(one["start"], one["end"]) for one in line["events"]] for line in lines}


def measure(
    task: Task, annotator: Annotator, shared: Path, out: Path, texts: Sequence[Text], tell: Tell
) -> dict[str, float]:
    """
    Return the headline figures of a task on some of its texts.

    The marks and the scorer's table are left in ``out`` as ``NAME.jsonl`` and ``NAME.txt``.

    Raises:
        ScorerFailed: If the scorer refuses the marks.
    """
    if not task.scorer:
        return pair_figures(_corpus(shared, task), [one.id for one in texts], annotator)
    predictions = out / f"{task.name}.jsonl"
    with predictions.open("w", encoding="utf-8") as stream:
        marked = annotator.annotate_many(Job(one.id, one.text, one.published) for one in texts)
        for number, (one, annotation) in enumerate(zip(texts, marked, strict=True), 1):
            stream.write(json.dumps(as_contract(annotation, one.id), ensure_ascii=False) + "\n")
            tell(number, len(texts))
    return scored(task, shared, predictions, [one.id for one in texts], out / f"{task.name}.txt")


def scored(task: Task, shared: Path, marks: Path, ids: Sequence[str], table: Path | None = None) -> dict[str, float]:
    """
    Return the headline figures of marks on some of a task's documents; the scorer's table is left in ``table``.

    Raises:
        ScorerFailed: If the scorer refuses the marks.
    """
    only = "^(" + "|".join(re.escape(one) for one in ids) + ")$"
    told = _run(shared, "run", task.scorer, _corpus(shared, task), marks, "--only", only)
    if table is not None:
        table.write_text(told, encoding="utf-8")
    headline: dict[str, float] = json.loads(told.splitlines()[-1])
    return headline


def _corpus(shared: Path, task: Task) -> Path:
    return shared / "corpora" / task.corpus


def _run(shared: Path, *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, shared / "score" / "score", *words], capture_output=True, check=False, text=True
    )
    if done.returncode:
        raise ScorerFailed(done.stderr.strip())
    return done.stdout


def _published(day: str | None) -> Published:
    return Published() if day is None else Published.on(date.fromisoformat(day), Basis.GIVEN)
