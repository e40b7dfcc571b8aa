"""What is measured of the annotator: tasks, their documents, and the floors that the project set itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

CROSSNER_SEEN = 0.8
"""Share of CrossNER's dev sentences, the first of the file, that training saw (``training/corpora/names.py``)."""
EVERY = 5
"""Every fifth AQUAINT document, in order of name, was held out of training (``training/corpora/marked.py``)."""
TENTH = 10
"""Every tenth PLV row was held out of training (likewise)."""

Choice = Callable[[Sequence[str]], list[str]]


def everything(ids: Sequence[str]) -> list[str]:
    """Return all documents."""
    return list(ids)


def unseen_names(ids: Sequence[str]) -> list[str]:
    """Return the CrossNER sentences, in the file's order, that training never saw."""
    return list(ids[round(len(ids) * CROSSNER_SEEN) :])


def unseen_times(ids: Sequence[str]) -> list[str]:
    """Return the AQUAINT documents that training never saw."""
    return sorted(ids)[EVERY - 1 :: EVERY]


def unseen_pairs(ids: Sequence[str]) -> list[str]:
    """Return the PLV rows, in the file's order, that training never saw."""
    return list(ids[TENTH - 1 :: TENTH])


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One number of a task, from 0 to 1 (a correlation from -1).

    Attributes:
        name: As the scorer has it.
        floor: The least that the project wants of it; None where it is only shown and pinned.
    """

    name: str
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """
    One measurement.

    Attributes:
        name: What it is called here.
        scorer: The task of the scorer beside the corpora; empty where ``evaluation.pairs`` measures.
        corpus: File or folder below the corpora.
        figures: What is shown, held and pinned.
        choose: Which documents count.
        note: What a reader of the figures must know.
        tolerance: A fall within this is noise between machines, whose 8-bit kernels round differently.
    """

    name: str
    scorer: str
    corpus: str
    figures: tuple[Figure, ...]
    choose: Choice = everything
    note: str = ""
    tolerance: float = 0.003


SMALL = 0.02
"""Tolerance on a hundred rows: two of them."""

TASKS = (
    Task(
        "polnear",
        "attributions",
        "polnear/dev",
        (
            Figure("source_exact_f1", 0.77),
            Figure("source_tokens_f1", 0.86),
            Figure("cue_exact_f1", 0.70),
            Figure("content_exact_f1", 0.64),
            Figure("content_tokens_f1", 0.91),
            Figure("attribution_f1", 0.68),
        ),
    ),
    Task(
        "ewt",
        "syntax",
        "ud-ewt/dev.conllu",
        (
            Figure("tokens_f1"),
            Figure("sentences_f1"),
            Figure("upos_f1", 0.96),
            Figure("uas_f1", 0.905),
            Figure("las_f1", 0.88),
        ),
        note="from raw text",
    ),
    Task("uner", "names", "uner-ewt/dev.iob2", (Figure("f1", 0.82),)),
    Task(
        "crossner",
        "names",
        "crossner-politics/dev.txt",
        (Figure("f1", 0.68),),
        unseen_names,
        "the last fifth of dev, which training never saw",
        SMALL,
    ),
    Task(
        "timeml",
        "times",
        "timeml/aquaint",
        (Figure("relaxed_f1", 0.90), Figure("value_f1", 0.80), Figure("kind_f1")),
        note="the grammar's spans and values; training saw four of five documents, which only give hints",
    ),
    Task(
        "timeml-unseen",
        "times",
        "timeml/aquaint",
        (Figure("relaxed_f1"), Figure("value_f1")),
        unseen_times,
        "every fifth document, which training never saw",
        SMALL,
    ),
    Task("gum", "coref", "gum/dev", (Figure("conll_f1", 0.58), Figure("mention_f1")), note="no singletons"),
    Task("uds", "factuality", "uds-ih2/dev.jsonl", (Figure("pearson_r", 0.80), Figure("coverage"))),
    Task(
        "plv-pair",
        "",
        "plv/train.tsv",
        (Figure("accuracy", 0.84), Figure("macro_f1", 0.80)),
        unseen_pairs,
        "source and target given; every tenth row, which training never saw",
        SMALL,
    ),
    Task(
        "plv",
        "relations",
        "plv/train.tsv",
        (Figure("typed_accuracy", 0.50), Figure("pair_recall"), Figure("typed_any"), Figure("macro_f1")),
        unseen_pairs,
        "from text; every tenth row, which training never saw; typed_accuracy is the typed recall",
        SMALL,
    ),
)
