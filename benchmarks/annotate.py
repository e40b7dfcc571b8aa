"""
How fast the annotator is beside encoders alone: ``python -m benchmarks.annotate [FILE ...]``.

In one run, on the same texts, in turns, so that a busy machine slows all alike:

* the bare encoder: ONNX Runtime alone, the graph cut off at the encoder's states, on the annotator's own windows and
  batches (cut by the onnx package, which training installs; without it this and its ratios are left out);
* the bare model: likewise, with all heads;
* the whole annotator, from string to marks, as a build has it: with more than one thread the model reads the next text
  while the last is being marked;
* an encoder as large as RoBERTa-base (12 layers, 768 wide, random weights) alone under PyTorch, on batches of the same
  shapes. It is left out where no PyTorch is at hand; ``--torch-python`` names another interpreter that has one.

Then, of ``sourcebook annotate`` as a process of its own: from start to the first line, the peak of memory over a
stream, and two processes at once against one, beside what two processes reach on this machine that share nothing of
ours (``benchmarks/cores.py``). Without files the texts of ``examples`` are read. Only ratios compare
between machines; on a busy machine not even they do.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

import onnxruntime

from benchmarks import GIVEN
from benchmarks.cores import KINDS, gain
from benchmarks.stream import Streamed, first_line, streamed, together
from sourcebook.annotate import Annotator
from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.infer import Reader
from sourcebook.infer.manifest import FOLDER
from sourcebook.infer.sessions import opened

ROOT = Path(__file__).resolve().parents[1]
LARGE = ROOT / "benchmarks" / "large.py"

Turn = Callable[[], float]
"""Runs once and returns the seconds that it took."""


def main() -> None:
    """Measure and print."""
    asked = _asked()
    files = asked.files or sorted(one for one in (ROOT / "examples").rglob("*.txt") if one.is_file())
    texts = [file.read_text(encoding="utf-8") for file in files]
    reader = Reader.load(threads=asked.threads)
    jobs = [Job("text", text) for text in texts]
    passages = [cut.passage for job in jobs for cut in cuts_of(job)]
    batches = [batch for passage in passages for batch in reader.batches(passage)]
    bare = [{name: values for name, values in batch.items() if name != "first"} for batch in batches]
    words = sum(len(passage.words) for passage in passages)
    print(f"{len(texts)} texts, {words} words; median of {asked.rounds} turns")

    annotator = Annotator(reader)
    turns: dict[str, Turn] = {}
    encoder = _encoder(asked.threads)
    if encoder is not None:
        turns["bare encoder"] = _timed(lambda: [encoder.run(None, batch) for batch in bare])
    turns |= {
        "bare model": _timed(lambda: [reader.session.run(None, batch) for batch in batches]),
        "whole annotator": _timed(lambda: list(annotator.annotate_many(jobs))),
    }
    shapes = [batch["input_ids"].shape for batch in batches]
    with _large(asked.torch_python, shapes, asked.threads) as large:
        if large is not None:
            turns["RoBERTa-sized"] = large
        _compare(turns, words, asked.rounds)
    if not asked.alone:
        _processes(texts * asked.repeat)


def _compare(turns: dict[str, Turn], words: int, rounds: int) -> None:
    for turn in turns.values():
        turn()  # warm
    seconds = [{name: turn() for name, turn in turns.items()} for _ in range(rounds)]
    for name in turns:
        rate = words / statistics.median(one[name] for one in seconds)
        print(f"{name:16} {rate:8.0f} words/s")
    for name, other, floor in (
        ("whole annotator", "bare encoder", 0.55),
        ("whole annotator", "bare model", None),
        ("whole annotator", "RoBERTa-sized", 12),
        ("bare encoder", "RoBERTa-sized", None),
    ):
        if name in turns and other in turns:
            _ratio(f"{name} / {other}", [one[other] / one[name] for one in seconds], floor)


def _ratio(name: str, found: Sequence[float], floor: float | None) -> None:
    value = statistics.median(found)
    held = "" if floor is None else f"   floor {floor:g}, {'met' if value >= floor else 'not met'}"
    print(f"{name:32} {value:6.2f} ({min(found):.2f} to {max(found):.2f}){held}")


def _processes(texts: Sequence[str]) -> None:
    """Measure ``sourcebook annotate`` from outside."""
    start = min(first_line() for _ in range(2))
    print(f"start to first line {start:.2f} s   floor 2 s, {'met' if start < 2 else 'not met'}")
    one: Streamed = streamed(texts)
    memory = one.peak / 2**20
    told = f"{memory:.0f} MB over {one.lines} texts   floor 700 MB, {'met' if memory < 700 else 'not met'}"
    print(f"peak memory of a stream {told}")
    for kind in KINDS:
        _ratio(f"two processes / one, {kind}", [gain(kind)], None)
    both = together(texts, 2)
    _ratio("two processes / one", [sum(two.rate for two in both) / one.rate], 1.7)


def _timed(run: Callable[[], object]) -> Turn:
    def turn() -> float:
        began = time.perf_counter()
        run()
        return time.perf_counter() - began

    return turn


def _encoder(threads: int) -> onnxruntime.InferenceSession | None:
    """Return a session of the shipped graph without heads; None where no onnx package is at hand."""
    if importlib.util.find_spec("onnx") is None:
        print("no onnx here: the bare encoder is left out (run with the interpreter that trains)")
        return None
    graph = importlib.import_module("onnx").load(FOLDER / "reader.onnx")
    (gathered,) = (node for node in graph.graph.node if "states" in node.output)
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "encoder.onnx"
        cut = importlib.import_module("onnx.utils").Extractor(graph)
        inputs = [one.name for one in graph.graph.input if one.name != "first"]
        importlib.import_module("onnx").save(cut.extract_model(inputs, [gathered.input[0]]), path)
        return opened(path, threads)


@contextmanager
def _large(python: Path | None, shapes: Sequence[tuple[int, ...]], threads: int) -> Iterator[Turn | None]:
    """Give the turn of the large encoder, in a process of its own; None where there is no PyTorch."""
    if python is None and importlib.util.find_spec("torch") is None:
        print(
            "no PyTorch here: the RoBERTa-sized encoder is left out (--torch-python PATH names an interpreter with it)"
        )
        yield None
        return
    told = ",".join(f"{rows}x{pieces}" for rows, pieces in shapes)
    command = [str(python or sys.executable), str(LARGE), told, str(threads)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, bufsize=1, env=GIVEN) as process:
        assert process.stdin is not None  # noqa: S101 - a pipe was asked for
        assert process.stdout is not None  # noqa: S101 - likewise
        asking, answering = process.stdin, process.stdout

        def turn() -> float:
            asking.write("go\n")
            asking.flush()
            return float(answering.readline())

        yield turn
        asking.close()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--threads", type=int, default=0, help="threads of each model; 0: one for every core")
    parser.add_argument("--rounds", type=int, default=5, help="turns; the median counts")
    parser.add_argument("--repeat", type=int, default=5, help="times that the texts are streamed")
    parser.add_argument("--torch-python", type=Path, help="an interpreter that has PyTorch")
    parser.add_argument("--alone", action="store_true", help="leave the processes out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
