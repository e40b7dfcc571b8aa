"""
Measure the annotator on the corpora's dev portions: ``python -m evaluation.annotator [TASK ...]``.

Every figure but the type of a given pair comes from the scorers beside the corpora (``score/score``), on what
``sourcebook annotate`` writes. Prints a table: the score, the one pinned in ``evaluation/floors.json``, the floor that
the project set itself. Exit code 1 where a score is lower than pinned by more than the task's tolerance, or a corpus is
not the one it was pinned on. With ``--pin`` the scores reached are pinned; none is lowered. With ``--only`` or
``--limit`` a sample is read, which is held to nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evaluation.pins import Pin, digest, faults_of, raised, read_pins, write_pins
from evaluation.scoring import ScorerFailed, Tell, measure, texts_of
from evaluation.tasks import TASKS, Task
from sourcebook.annotate import Annotator
from sourcebook.infer import Reader

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "evaluation" / "floors.json"


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print a table, hold the pins; returns the exit code."""
    asked = _asked(words)
    if not (asked.shared / "score" / "score").exists():
        print(f"no scorers at {asked.shared / 'score'}: nothing is measured", file=sys.stderr)
        return 1
    asked.out.mkdir(parents=True, exist_ok=True)
    sampled = bool(asked.only or asked.limit)
    annotator, pins, faults = Annotator(Reader.load()), read_pins(asked.floors), []
    print(f"{'task':14} {'figure':17} {'score':>7} {'pinned':>7} {'floor':>6}")
    for task in TASKS:
        if asked.tasks and task.name not in asked.tasks:
            continue
        try:
            texts = texts_of(asked.shared, task, only=asked.only, limit=asked.limit)
            with _telling(task) as tell:
                found = measure(task, annotator, asked.shared, asked.out, texts, tell) if texts else {}
        except ScorerFailed as fault:
            faults.append(f"{task.name}: {fault}")
            continue
        corpus, pin = digest(asked.shared / "corpora" / task.corpus), pins.get(task.name)
        print("\n".join(rows(task, found, pin)), flush=True)
        if asked.pin:
            pins[task.name] = raised(task, found, corpus, pin)
        elif not sampled:
            faults += faults_of(task, found, corpus, pin)
    if asked.pin:
        write_pins(asked.floors, pins)
    if sampled:
        print("a sample: held to nothing")
    for line in faults:
        print(line)
    return 1 if faults else 0


def rows(task: Task, found: Mapping[str, float | None], pin: Pin | None) -> list[str]:
    """Return the task's lines of the table."""
    told = []
    for place, figure in enumerate(task.figures):
        value, pinned = found.get(figure.name), pin.figures.get(figure.name) if pin else None
        verdict = ""
        if figure.floor is not None and value is not None:
            verdict = "met" if value >= figure.floor else f"{figure.floor - value:.3f} short"
        cells = (_cell(value, 7, 4), _cell(pinned, 7, 4), _cell(figure.floor, 6, 3))
        name = task.name if place == 0 else ""
        note = task.note if place == 0 else ""
        told.append(f"{name:14} {figure.name:17} {' '.join(cells)}  {verdict:12} {note}".rstrip())
    return told


def _cell(value: float | None, width: int, places: int) -> str:
    return f"{value:{width}.{places}f}" if value is not None else " " * (width - 1) + "-"


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.annotator", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [task.name for task in TASKS]
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(names)}; all where none is given")
    parser.add_argument("--only", default="", help="documents whose id holds this regular expression")
    parser.add_argument("--limit", type=int, default=0, help="most documents of a task")
    parser.add_argument("--pin", action="store_true", help="write the scores reached, never lowering one")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="holds corpora and score")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "evaluation", help="where marks and tables go")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of pins")
    asked = parser.parse_args(words)
    for name in asked.tasks:
        if name not in names:
            parser.error(f"no task is called {name!r}; there are {', '.join(names)}")
    if asked.pin and (asked.only or asked.limit):
        parser.error("--pin needs whole corpora: leave --only and --limit out")
    return asked


@contextmanager
def _telling(task: Task) -> Iterator[Tell]:
    """Give a function that tells on stderr how far a task is: a bar on a terminal, a line elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        print(f"{task.name} ...", file=sys.stderr, flush=True)
        yield lambda _done, _all: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        number = bar.add_task(task.name, total=None)
        yield lambda done, total: bar.update(number, completed=done, total=total)


if __name__ == "__main__":
    sys.exit(main())
