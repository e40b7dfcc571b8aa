"""
How long questions take in a large story; ``python -m benchmarks.asking`` makes one and asks it.

Invented reports, as many as asked for, with ten claims each (see made_story). Printed for each question: medians of the
seconds passed and of the processor's, which other programs lengthen less, and how many rows answered; once, what
starting the model takes. The first question is asked once before it is timed: it reads the file.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.made_story import PLACES, joined, keep, name, reports
from sourcebook import __version__
from sourcebook.desk.asking import ask
from sourcebook.desk.table import mind
from sourcebook.store import open_store

QUESTIONS = (
    f"Where did {name(3)} meet {name(24)}?",
    f"Who attacked {name(24)}?",
    f"When did {name(5)} meet {name(38)}?",
    f"What did {name(17)} say?",
    f"Did {name(8)} threaten anybody in {PLACES[8]}?",
    "Who met in March 2032?",
    "How many people were arrested?",
    f"Was {name(9)} killed?",
)


def main() -> int:
    """Print the seconds of each question; exit with 1 where one took longer than allowed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.asking", description=__doc__)
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=1.0, help="seconds that a question may take")
    parser.add_argument(
        "--by", choices=("wall", "cpu"), default="wall", help="which seconds are held against the limit"
    )
    parser.add_argument("--story", type=Path, help="where the made story is kept")
    asked = parser.parse_args()
    folder = Path(tempfile.gettempdir())
    story = asked.story or folder / f"sourcebook-asked-{asked.reports}-{__version__}.db"
    if not story.exists():
        _make(story, asked.reports)
    store, slow = open_store(f"sqlite:{story}"), 0
    start = time.perf_counter()
    reader = mind()
    ask(store, QUESTIONS[0], reader)
    print(f"{time.perf_counter() - start:.2f} s for the model to start and the first question")
    for question in QUESTIONS:
        taken, used, rows = [], [], 0
        for _ in range(asked.rounds):
            start, before = time.perf_counter(), time.process_time()
            rows = len(ask(store, question, reader).answers)
            taken.append(time.perf_counter() - start)
            used.append(time.process_time() - before)
        wall, cpu = statistics.median(taken), statistics.median(used)
        slow += (wall if asked.by == "wall" else cpu) > asked.most
        print(f"{wall:6.2f} s  cpu {cpu:5.2f} s  {rows} rows  {question}")
    return int(slow > 0)


def _make(story: Path, count: int) -> None:
    made = tuple(reports(count, 10))
    linking, judged = joined(made)
    with tempfile.TemporaryDirectory(dir=story.parent) as folder:
        draft = Path(folder) / "made.db"
        with open_store(f"sqlite:{draft}", create=True).writing() as unit:
            keep(unit, made, linking, judged)
        draft.rename(story)


if __name__ == "__main__":
    raise SystemExit(main())
