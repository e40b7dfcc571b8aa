"""The type of what one side does to another where both are given: the model's and the table's readings together."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate import Annotator
from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.annotate.bio import log_softmax
from sourcebook.annotate.contract import bearers_in
from sourcebook.annotate.events import find_events
from sourcebook.annotate.events.weighing import codes, weighed
from sourcebook.infer import Passage, Reader, Scores
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span
from training.codes import side
from training.corpora.shown import shown

Floats = NDArray[np.float32]


def pair_figures(corpus: Path, ids: Sequence[str], annotator: Annotator) -> dict[str, float]:
    """
    Return accuracy and macro F1 over the types that the rows have, on PLV's first marked source and target.

    Args:
        corpus: PLV's table.
        ids: Rows to take.
        annotator: With its model.
    """
    wanted = set(ids)
    with corpus.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["id"] in wanted]
    return figures([(row["gold_root"], pair_type(row, annotator)) for row in rows])


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


def pair_type(row: dict[str, str], annotator: Annotator) -> str:
    """
    Return the likeliest type of a row's pair; never ``NONE``.

    Shown to the model and scored as in ``training/INTERFACE.md``; the events of the sentence are the table's alone.
    """
    reader = annotator.reader
    (cut,) = cuts_of(Job(row["id"], row["sentence"]))
    sides = tuple(side(row, name) for name in ("source", "target"))
    words, source, target = shown(cut.passage.words, *(_under(cut.spans, one) for one in sides))
    first = np.arange(len(words)) == 0
    chances = _chances(reader.read(Passage(tuple(words), first, first)), reader, list(source), list(target))
    marks = annotator(row["id"], row["sentence"], Published())
    linking, touching = codes(find_events(marks.tokens, marks.names, marks.times), *sides, bearers_in(marks))
    return weighed(dict(zip(reader.labels["type"], chances.tolist(), strict=True)), linking, touching)[0]


def _under(spans: Sequence[Span], side: Span | None) -> tuple[int, ...]:
    """Return the numbers of a side's words; none where the row marks no such side."""
    return tuple(place for place, span in enumerate(spans) if side is not None and span.overlaps(side))


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
