"""
What two processes at once reach on this machine whatever they run: ``python -m benchmarks.cores KIND`` is one of them.

Two processors of a rented machine may be two halves of one core, and two cores share the way to the memory. How much
two processes can gain is therefore measured on the spot, on work that shares nothing of ours:

* ``arithmetic``: whole numbers in a loop, no memory at all;
* ``memory``: copies of a block larger than any cache;
* ``model``: the bare model on batches made once, one thread.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen

import numpy as np

from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.infer import Reader

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("arithmetic", "memory", "model")
SECONDS = 4.0
"""How long a process is measured."""
BLOCK = 64 * 2**20
"""Bytes that are copied; more than a processor's cache."""


def gain(kind: str) -> float:
    """Return what two processes at once do of some work, as a multiple of what one does alone."""
    return sum(_rates(kind, 2)) / _rates(kind, 1)[0]


def _rates(kind: str, many: int) -> list[float]:
    """Return the turns a second of several processes that start together."""
    command = [sys.executable, "-m", "benchmarks.cores", kind]
    processes = [Popen(command, stdin=PIPE, stdout=PIPE, text=True, cwd=ROOT) for _ in range(many)]
    for process in processes:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        process.stdout.readline()
    for process in processes:
        assert process.stdin is not None  # noqa: S101 - likewise
        process.stdin.write("go\n")
        process.stdin.flush()
    return [float(process.communicate()[0]) for process in processes]


def _work(kind: str) -> Callable[[], object]:
    """Return one turn of a kind of work, made ready."""
    if kind == "arithmetic":
        return lambda: sum(number * number % 7 for number in range(100_000))
    if kind == "memory":
        block, other = np.ones(BLOCK, np.uint8), np.empty(BLOCK, np.uint8)
        return lambda: np.copyto(other, block)
    reader = Reader.load(threads=1)
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").rglob("*.txt")) if file.is_file()]
    batches = [one for text in texts for cut in cuts_of(Job("text", text)) for one in reader.batches(cut.passage)]
    waiting = iter(batches * 10_000)
    return lambda: reader.session.run(None, next(waiting))


def main() -> None:
    """Say when ready, wait for a line, work, and print the turns a second."""
    turn = _work(sys.argv[1])
    turn()
    print("ready", flush=True)
    sys.stdin.readline()
    began, turns = time.perf_counter(), 0
    while time.perf_counter() - began < SECONDS:
        turn()
        turns += 1
    print(turns / (time.perf_counter() - began))


if __name__ == "__main__":
    main()
