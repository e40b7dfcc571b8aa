"""
How fast the annotator is beside its own encoder: ``python -m benchmarks.annotate [FILE ...]``.

On the same texts, in one run and in turns, so that a busy machine slows both: words a second of the bare model (ONNX
Runtime alone, same windows and batches) and of the whole annotator from string to marks, their ratio, and the peak of
memory. Without files the texts of ``examples`` are read. Figures of several machines are comparable only as ratios.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from sourcebook.annotate import Annotator
from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.infer import Reader
from sourcebook.values.reports import Published

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
"""Turns; the median counts."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--threads", type=int, default=0, help="threads of the model; 0: one for every core")
    chosen = parser.parse_args()
    files = chosen.files or sorted(one for one in (ROOT / "examples").rglob("*.txt") if one.is_file())
    texts = [file.read_text(encoding="utf-8") for file in files]
    began = time.perf_counter()
    reader = Reader.load(threads=chosen.threads)
    loading = time.perf_counter() - began
    annotator = Annotator(reader)
    passages = [cut.passage for text in texts for cut in cuts_of(Job("text", text))]
    batches = [batch for passage in passages for batch in reader.batches(passage)]
    words = sum(len(passage.words) for passage in passages)
    for text in texts[:1]:
        annotator("warm", text, Published())
    bare, whole = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for batch in batches:
            reader.session.run(None, batch)
        bare.append(words / (time.perf_counter() - began))
        began = time.perf_counter()
        for text in texts:
            annotator("text", text, Published())
        whole.append(words / (time.perf_counter() - began))
    ratio = statistics.median(one / other for one, other in zip(whole, bare, strict=True))
    print(f"{len(texts)} texts, {words} words; model loaded in {loading:.2f} s")
    print(f"bare model       {statistics.median(bare):8.0f} words/s")
    print(f"whole annotator  {statistics.median(whole):8.0f} words/s, {ratio:.2f} of the bare model")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
