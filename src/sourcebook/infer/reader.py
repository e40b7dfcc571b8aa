"""The model behind one door: words in, scores out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sourcebook.infer.joined import Joined
from sourcebook.infer.manifest import FOLDER, Manifest, read_manifest
from sourcebook.infer.namer import Namer
from sourcebook.infer.pieces import PARAGRAPH, Pieces
from sourcebook.infer.scores import FLAT, OUTPUTS, Again, Floats, Passage, Scores
from sourcebook.infer.sessions import opened
from sourcebook.infer.windows import Window, windows

BATCH = 2048
"""Most pieces that go through the model at once, padding counted; bounds its memory."""
CONTEXT = 64
"""Pieces that two neighboring windows both read."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Task:
    """A window on its way to the model, with its pieces."""

    window: Window
    ids: list[int]
    casing: list[int]
    first: list[int]


@dataclass(frozen=True, slots=True)
class Reader:
    """
    The model that reads a text.

    Attributes:
        manifest: What it is.
        pieces: Its word pieces.
        weights: Small matrices that finish pair scores, by name.
        session: The ONNX Runtime session.
        namer: The second opinion on names.
        behind: The one thread that the session runs in while others work; None where all is to be done by the caller's.
        context: Most pieces that two neighboring windows both read.
    """

    manifest: Manifest
    pieces: Pieces
    weights: dict[str, Floats]
    session: onnxruntime.InferenceSession
    namer: Namer
    behind: ThreadPoolExecutor | None = None
    context: int = CONTEXT

    @classmethod
    def load(cls, folder: Path = FOLDER, threads: int = 0) -> Reader:
        """
        Load and check the model; takes under a second. The files are read once and not kept open.

        Args:
            folder: Where ``manifest.toml`` lies.
            threads: Threads inside an operation; 0 for one for every core. With 1 the caller's thread does everything.

        Raises:
            ArtefactMissing: If a file is not there.
            ArtefactAltered: If a file is not the one that the manifest pins.
        """
        manifest = read_manifest(folder)
        session = opened(folder / "reader.onnx", threads)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        with np.load(folder / "weights.npz", allow_pickle=False) as stored:
            weights = {name: stored[name] for name in stored.files}
        pieces = Pieces(tokenizer, manifest.most_pieces)
        behind = None if threads == 1 else ThreadPoolExecutor(1, "sourcebook-reader")
        return cls(manifest, pieces, weights, session, Namer.load(folder), behind)

    @property
    def labels(self) -> dict[str, tuple[str, ...]]:
        """Names of the last axis of each output that has labels, and of ``relations``."""
        return self.manifest.labels

    def steps(self, name: str) -> Floats | None:
        """
        Return the learned scores of steps between the tags of an output, None where the model has none.

        From tag (row; the start is the last) to tag (column): shape (1 + tags, tags). They belong to raw scores.
        """
        return self.weights.get(f"{name}_steps")

    def read(self, passage: Passage) -> Scores:
        """
        Return the scores of a passage.

        The same passage gives the same scores. Passages never share a batch: 8-bit rounding depends on what is in one.
        """
        return self.begin(passage)()

    def begin(self, passage: Passage) -> Callable[[], Scores]:
        """Have the model read a passage behind the caller's back; return what waits for its scores."""
        tasks = list(self._tasks(passage))
        batches = [(batch, self._started(batch)) for batch in _batches(tasks)]
        return partial(self._finished, passage, [task.window for task in tasks], batches)

    def _finished(
        self,
        passage: Passage,
        read: Sequence[Window],
        batches: Iterable[tuple[Sequence[_Task], Callable[[], list[Floats]]]],
    ) -> Scores:
        if not read:
            return self._scores({})
        second = self.namer.read(passage)
        if len(read) < 2:
            ((batch, wait),) = batches
            (rows,) = _rows(batch, wait())
            return self._scores(rows | {"names": rows["names"] + second})
        joined = Joined(len(passage.words), read)
        for batch, wait in batches:
            for task, found in zip(batch, _rows(batch, wait()), strict=True):
                joined.add(task.window, found)
        return self._scores(joined.rows | {"names": joined.rows["names"] + second}, joined.again())

    def relations(self, dependents: Floats, governors: Floats) -> Floats:
        """
        Return the scores of each relation between dependents and their governors.

        Args:
            dependents: Rows of ``Scores.rel_dep``. Shape (pairs, 256).
            governors: Rows of ``Scores.rel_head``, of the same pairs. Shape (pairs, 256).

        Returns:
            Shape (pairs, relations); the labels are ``labels["relations"]``.
        """
        hidden = np.maximum(dependents + governors, 0.0)
        found: Floats = hidden @ self.weights["relation_weight"] + self.weights["relation_bias"]
        return found

    def _tasks(self, passage: Passage) -> Iterator[_Task]:
        coded = self.pieces.of(passage.words)
        sizes = np.fromiter((len(ids) for ids, _ in coded), np.int64, len(coded))
        opening, closing = self.pieces.id("[CLS]"), self.pieces.id("[SEP]")
        none = self.manifest.casings - 1
        starts = passage.starts.tolist()
        for window in windows(sizes, passage.cuts, self.manifest.window, self.context):
            ids, casing, first = [opening], [none], []
            for place in range(window.first, window.stop):
                found, case = coded[place]
                first.append(len(ids))
                ids += found
                casing += [case + PARAGRAPH * starts[place]] * len(found)
            yield _Task(window, [*ids, closing], [*casing, none], first)

    def batches(self, passage: Passage) -> list[dict[str, Numbers]]:
        """Return what ``read`` hands to the session for a passage, batch by batch: for timing the session alone."""
        return [self._inputs(batch) for batch in _batches(list(self._tasks(passage)))]

    def _inputs(self, batch: Sequence[_Task]) -> dict[str, Numbers]:
        shape = len(batch), max(len(task.ids) for task in batch)
        ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        casing = np.full(shape, self.manifest.casings - 1, np.int64)
        first = np.zeros((len(batch), max(len(task.first) for task in batch)), np.int64)
        for row, task in enumerate(batch):
            size = len(task.ids)
            ids[row, :size], mask[row, :size], casing[row, :size] = task.ids, 1, task.casing
            first[row, : len(task.first)] = task.first
        return {"input_ids": ids, "attention_mask": mask, "casing": casing, "first": first}

    def _started(self, batch: Sequence[_Task]) -> Callable[[], list[Floats]]:
        run = partial(self.session.run, list(OUTPUTS), self._inputs(batch))
        return run if self.behind is None else self.behind.submit(run).result

    def _scores(self, rows: dict[str, Floats], again: Again | None = None) -> Scores:
        if not rows:
            widths = {one.name: one.shape[-1] for one in self.session.get_outputs()}
            rows = {name: np.empty((0, widths[name]), np.float32) for name in OUTPUTS}
        return Scores(**{name: values[:, 0] if name in FLAT else values for name, values in rows.items()}, again=again)


def _rows(batch: Sequence[_Task], found: Sequence[Floats]) -> Iterator[dict[str, Floats]]:
    """Yield what the model says of each window of a batch, by the output's name."""
    for row, task in enumerate(batch):
        words = len(task.first)
        yield {name: values[row, :words] for name, values in zip(OUTPUTS, found, strict=True)}


def _batches(tasks: list[_Task]) -> Iterator[list[_Task]]:
    """Yield tasks of similar length together, the longest first; what a batch pads stays under ``BATCH`` pieces."""
    waiting: list[_Task] = []
    for task in sorted(tasks, key=lambda one: (-len(one.ids), one.window.core)):
        if waiting and (len(waiting) + 1) * len(waiting[0].ids) > BATCH:
            yield waiting
            waiting = []
        waiting.append(task)
    if waiting:
        yield waiting
