"""
What a decision in review costs beside working out the whole story: ``python -m benchmarks.deciding [STORY]``.

On a copy of a story, or on a made one of ``--reports``. For each kind of decision are printed the seconds, of the
processor's time, until it is kept (then a large story's desk answers) and until what follows from it is worked in, each
with its part of linking, judging and making all cards. The first decision of a process is not counted: what it reads is
known to those that follow.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.made_story import joined, keep, reports
from sourcebook.desk.cards import keep_cards
from sourcebook.desk.looking import looking
from sourcebook.desk.resolving import Decision
from sourcebook.desk.reviewing import keep as keep_decision
from sourcebook.desk.settling import refresh, settle
from sourcebook.desk.table import linker
from sourcebook.judge import judge
from sourcebook.store import Store, open_store
from sourcebook.version import __version__

WHEN = datetime(2031, 1, 1, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="?", type=Path, help="it is copied, not changed")
    parser.add_argument("--reports", type=int, default=50, help="of the made story, ten claims each")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "story.db"
        if asked.story is not None:
            shutil.copy(asked.story, copy)
        else:
            made = tuple(reports(asked.reports, 10))
            with open_store(f"sqlite:{copy}", create=True).writing() as unit:
                keep(unit, made, *joined(made))
        _measure(open_store(f"sqlite:{copy}"))


def _measure(store: Store) -> None:
    link = linker()
    refresh(store, link, __version__)
    with looking(store) as shelf:
        story = shelf.story()
    claims = [one.id for each in story.extractions for one in each.claims]
    named = [one.id for one in story.linking.entities if one.named]
    print(f"{len(story.reports)} reports, {len(claims)} claims, {len(story.judged.events)} events")

    def everything() -> None:
        linking = link.run(story.reports, story.extractions, ())
        judge(story.reports, story.extractions, linking, ())
        with store.writing() as unit:
            keep_cards(unit, story)

    def decided(kind: str, target: str, value: Mapping[str, object]) -> Callable[[], object]:
        wanted = Decision(kind, target, value, "")
        return lambda: keep_decision(store, wanted, by="benchmark", when=WHEN)

    negative = {"field": "polarity", "value": "negative"}
    steps: dict[str, Callable[[], object]] = {
        "everything": everything,
        "first": decided("reject", claims[0], {}),
        "note": decided("note", claims[1], {"text": "look again"}),
        "reject": decided("reject", claims[2], {}),
        "accept": decided("accept", claims[3], {}),
        "correct": decided("correct", claims[4], negative),
        "merge": decided("merge", f"{named[-1]} {named[-2]}", {}),
    }
    whole = 0.0
    print(f"{'':<12} {'kept':>18} {'worked in':>18}")
    for name, step in steps.items():
        kept = _taken(step)
        settled = _taken(lambda: settle(store, link, __version__)) if name not in {"everything", "note"} else 0.0
        whole = whole or kept
        if name != "first":
            told = [f"{one:9.2f} s {one / whole:6.3f}" for one in (kept, settled) if one]
            print(f"{name:<12} {' '.join(told)}", flush=True)


def _taken(step: Callable[[], object]) -> float:
    began = time.process_time()
    step()
    return time.process_time() - began


if __name__ == "__main__":
    main()
