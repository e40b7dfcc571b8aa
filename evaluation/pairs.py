"""The type of what one side does to another where both are given: the model alone, without the annotator's search."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.annotate.bio import log_softmax
from sourcebook.infer import Passage, Reader, Scores
from sourcebook.values.spans import Span
from training.corpora.shown import shown

Floats = NDArray[np.float32]


def pair_figures(corpus: Path, ids: Sequence[str], reader: Reader) -> dict[str, float]:
    """
    Return accuracy and macro F1 over the types that the rows have, on PLV's first marked source and target.

    Args:
        corpus: PLV's table.
        ids: Rows to take.
        reader: The model.
    """
    wanted = set(ids)
    with corpus.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["id"] in wanted]
    return figures([(row["gold_root"], pair_type(row, reader)) for row in rows])


def figures(told: Sequence[tuple[str, str]]) -> dict[str, float]:
    """
    Return accuracy, and the mean F1 of the gold types, of pairs (gold, found).

    >>> figures([("AID", "AID"), ("AID", "COERCE"), ("COERCE", "COERCE")])["accuracy"]
    0.6666666666666666
    """
    right = Counter(gold for gold, found in told if gold == found)
    both = Counter(gold for gold, _ in told) + Counter(found for _, found in told)
    kinds = sorted({gold for gold, _ in told})
    macro = sum(2 * right[kind] / both[kind] for kind in kinds) / len(kinds) if kinds else 0.0
    return {"accuracy": right.total() / len(told) if told else 0.0, "macro_f1": macro}


def pair_type(row: dict[str, str], reader: Reader) -> str:
    """Return the likeliest type of a row's pair, shown and scored as in ``training/INTERFACE.md``; never ``NONE``."""
    (cut,) = cuts_of(Job(row["id"], row["sentence"]))
    sides = (_under(cut.spans, int(row[f"{side}_start"]), int(row[f"{side}_end"])) for side in ("source", "target"))
    words, source, target = shown(cut.passage.words, *sides)
    first = np.arange(len(words)) == 0
    chances = _chances(reader.read(Passage(tuple(words), first, first)), reader, list(source), list(target))
    named = zip(chances.tolist(), reader.labels["type"], strict=True)
    return max((chance, name) for chance, name in named if name != "NONE")[1]


def _under(spans: Sequence[Span], start: int, end: int) -> tuple[int, ...]:
    """Return the numbers of the words under some characters; none where the row marks no such side (-1)."""
    return tuple(place for place, span in enumerate(spans) if span.start < end and start < span.end)


def _chances(scores: Scores, reader: Reader, source: list[int], target: list[int]) -> Floats:
    def side(name: str, places: list[int]) -> Floats:
        rows: Floats = getattr(scores, name)
        return rows[places].mean(0) if places else reader.weights[f"unnamed_{name}"]

    query = side("pair_source", source) + side("pair_target", target)
    attention = scores.pair_key @ query
    attention[sorted({*source, *target})] = -np.inf
    kinds = log_softmax(scores.type + side("type_source", source) + side("type_target", target))
    found: Floats = np.exp(log_softmax(attention)[:, None] + kinds).sum(0)
    return found
