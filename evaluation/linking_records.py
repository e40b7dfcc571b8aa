"""Records of corpus stories, for the scorers: what annotate, extract and link make of the texts."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.infer import Reader
from sourcebook.link import link
from sourcebook.values.claims import Extraction
from sourcebook.values.links import Linking
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span

DEV_TOPICS = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""ECB+'s usual development topics (Cybulska and Vossen 2014; Cattan et al. 2021)."""


def score_records(shared: Path, task: str, corpus: str, stories: frozenset[str]) -> dict[str, float]:
    """
    Return the scorer's headline figures.

    Args:
        shared: The folder that holds ``corpora`` and ``score``.
        task: The scorer's task.
        stories: Those to take; empty takes all.
    """
    scorer = [sys.executable, str(shared / "score" / "score")]
    folder = shared / "corpora" / corpus
    prepared = subprocess.run([*scorer, "prepare", task, str(folder)], capture_output=True, text=True, check=True)
    told: dict[str, list[tuple[Report, Extraction]]] = defaultdict(list)
    annotator = Annotator(Reader.load())
    for line in prepared.stdout.splitlines():
        text = json.loads(line)
        if not stories or text["story"] in stories:
            report = report_of(text)
            told[text["story"]].append((report, extract(report, annotator(report.id, report.text, report.published))))
    with tempfile.TemporaryDirectory() as out:
        for story, pairs in told.items():
            linking = link([one for one, _ in pairs], [one for _, one in pairs])
            (Path(out) / f"{story}.json").write_text(json.dumps(_record(pairs, linking)), encoding="utf-8")
        only = ["--only", f"^({'|'.join(sorted(stories))})$"] if stories else []
        run = [*scorer, "run", task, str(folder), out, *only]
        printed = subprocess.run(run, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(printed.stdout.splitlines()[-1])
    return {name: value for name, value in figures.items() if isinstance(value, float)}


def report_of(text: dict[str, Any]) -> Report:
    """Return a line of the scorer's ``prepare`` as a report."""
    words = text["text"]
    day = date.fromisoformat(text["published"]) if text.get("published") else None
    return Report(
        sha256=hashlib.sha256(words.encode()).hexdigest(),
        text=words,
        passages=(Passage(Span(0, len(words)), PassageKind.BODY),),
        given_id=text["id"],
        published=Published() if day is None else Published.on(day, Basis.GIVEN),
    )


def _record(pairs: list[tuple[Report, Extraction]], linking: Linking) -> dict[str, object]:
    return {
        "reports": [{"id": report.id, "text": report.text} for report, _ in pairs],
        "entities": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "mentions": [
                    {"report": mark.report, "start": mark.span.start, "end": mark.span.end} for mark in one.mentions
                ],
            }
            for one in linking.entities
        ],
        "claims": [
            {
                "id": claim.id,
                "report": claim.report,
                "type": claim.type.value,
                "trigger": {
                    "start": claim.trigger.span.start,
                    "end": claim.trigger.span.end,
                    "lemma": claim.trigger.lemma,
                },
            }
            for _, extraction in pairs
            for claim in extraction.claims
        ],
        "events": [{"id": one.id, "claims": list(one.claims)} for one in linking.happenings],
    }
