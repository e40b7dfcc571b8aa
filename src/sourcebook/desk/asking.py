"""Asking a story a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sourcebook.desk.questions import understood
from sourcebook.errors import WrongUsage
from sourcebook.store import Store
from sourcebook.store.state import joined
from sourcebook.tell import Index, answers, candidates, index, names_of
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Answers
from sourcebook.text.stems import stem
from sourcebook.values.marks import Annotation
from sourcebook.values.questions import Question
from sourcebook.values.reports import Basis, Published

Vectors = NDArray[np.float32]

MOST = 5
"""Answers, where nobody says how many."""

_BY_WORDS = 400
"""Claims that the full-text search hands on, best first."""

_COMPARED = 40
"""Claims whose sentences are compared with the question by the model: reading them takes about a second."""


@dataclass(frozen=True, slots=True)
class Mind:
    """
    What reads a question.

    Attributes:
        annotate: Marks on a text, times counted from the day.
        vectors: One row for each word of a text, of length 1. Shape (words, 384), float32.
    """

    annotate: Callable[[str, Published], Annotation]
    vectors: Callable[[str], Vectors]


def ask(store: Store, words: str, mind: Mind, *, most: int = MOST) -> Answers:
    """
    Return the rows of a story that answer a question, or why there are none. Changes nothing; safe to repeat.

    The question is read by the annotator that reads reports; "last week" counts from the story's newest day. Claims are
    found by their words, by those named and by type, then compared sentence by sentence.

    Args:
        words: The question.
        most: Answers at most. Range: 1 and more.

    Raises:
        StoreFault: If the story can't be read, or its build was not finished.
        WrongUsage: If there is no word in the question.
    """
    text = " ".join(words.split())
    if not any(one.isalnum() for one in text):
        raise WrongUsage("a question has words")
    with store.reading() as shelf:
        story = joined(shelf)
        found = index(story)
        question = understood(text, mind.annotate(text, _today(found)), names_of(found), shelf.has_words)
        looked = " ".join(_starts(question))
        _, matching = shelf.search(looked, _BY_WORDS, every=False)
    by_words = tuple(one.claim for one in matching)
    likely = candidates(found, question, by_words, _COMPARED)
    return answers(found, question, likely or by_words, _alike(found, text, likely, mind), most=most)


def _starts(question: Question) -> tuple[str, ...]:
    """Return how the words begin that a claim could hold."""
    every = (*(one.lemma for one in question.acts), *question.words)
    return tuple(dict.fromkeys(stem(one) for one in every))


def _today(found: Index) -> Published:
    """Return the story's newest day, from which the question's times count."""
    days = [one.latest for one in found.published.values() if one.latest is not None]
    newest: date | None = max(days, default=None)
    return Published() if newest is None else Published.on(newest, Basis.INFERRED)


def _alike(found: Index, question: str, claims: tuple[str, ...], mind: Mind) -> dict[str, float]:
    """
    Return how alike each claim's sentence is to the question, 0..1.

    It is the mean, over the question's words, of the cosine with the sentence's nearest word (the late interaction of
    Khattab and Zaharia, 2020, with the reader's own states). Every sentence is read alone, so that the same pair always
    gets the same number, whatever else is compared.
    """
    if not claims:
        return {}
    asked = mind.vectors(question)
    known: dict[str, float] = {}
    made = {}
    for id_ in claims:
        claim = found.claims[id_]
        report = found.reports[claim.report]
        sentence = report.words(around(report, claim.trigger.span))
        if sentence not in known:
            rows = mind.vectors(sentence)
            near = (asked @ rows.T).max(axis=1) if len(rows) and len(asked) else np.zeros(1, np.float32)
            known[sentence] = round(float(np.clip(near.mean(), 0.0, 1.0)), 3)
        made[id_] = known[sentence]
    return made
