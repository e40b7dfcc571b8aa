"""Asking a story a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sourcebook.desk.questions import understood
from sourcebook.errors import WrongUsage
from sourcebook.store import Store
from sourcebook.store.portion import Portions
from sourcebook.store.reading import Reading
from sourcebook.store.state import joined
from sourcebook.tell import Index, Names, answers, candidates, index, names_in, names_of
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Answers
from sourcebook.text.stems import stem
from sourcebook.values.links import Sketch
from sourcebook.values.marks import Annotation
from sourcebook.values.questions import Question
from sourcebook.values.reports import Basis, Published

Vectors = NDArray[np.float32]

MOST = 5
"""Answers, where nobody says how many."""

_BY_WORDS = 400
"""Claims that the full-text search hands on, best first."""

_READ = 100
"""Reports that are read for one question: a story of so many is read whole, of a larger one the likeliest."""

_RANKED = 2000
"""Claims by whose words the reports of a larger story are ranked."""

_DAMPING = 60.0
"""What keeps the first ranks from outweighing the others: the value of Cormack et al. 2009."""

_COMPARED = 16
"""Claims whose sentences are compared with the question by the model: reading them takes less than half a second."""


@dataclass(frozen=True, slots=True)
class Mind:
    """
    What reads a question.

    Attributes:
        annotate: Marks on a text, times counted from the day.
        vectors: One row for each word of a text, of length 1. Shape (words, 384), float32.
        pasts: Forms of a verb that do not begin as it does ("met" of "meet").
    """

    annotate: Callable[[str, Published], Annotation]
    vectors: Callable[[str], Vectors]
    pasts: Callable[[str], tuple[str, ...]] = lambda _: ()


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
        portions = Portions(shelf)
        if portions.size() <= _READ:
            found = index(joined(shelf))
            question = _understood(portions, text, mind, names_of(found), lambda: _newest(found))
        else:
            sketches = portions.sketches()
            question = _understood(portions, text, mind, names_in(sketches), portions.newest)
            named = [id_ for one in question.named for id_ in one.entities]
            looked = [
                *_spread(_starts(question, mind)),
                *(each for one in question.named for each in one.words.split()),
            ]
            found = index(portions.story(_likely(shelf, question, looked, sketches), sketches, named))
        starts = _starts(question, mind)
        _, matching = shelf.search(" ".join(_spread(starts)), _BY_WORDS, every=False)
        by_words = tuple(one.claim for one in matching if one.claim in found.claims)
        likely = candidates(found, question, by_words, _COMPARED)
        alike = _alike(found, text, likely, mind)
        return answers(
            found,
            question,
            likely or by_words,
            alike,
            most=most,
            held=lambda one: portions.has_words(" ".join(starts.get(one, (one,))), every=False),
        )


def _understood(portions: Portions, text: str, mind: Mind, names: Names, newest: Callable[[], date | None]) -> Question:
    """Return the question taken apart; the story's newest day is looked for only where the question tells a time."""
    marked = mind.annotate(text, Published())
    day = newest() if marked.times else None
    if day is not None:
        marked = mind.annotate(text, Published.on(day, Basis.INFERRED))
    return understood(text, marked, names, portions.has_words)


def _likely(shelf: Reading, question: Question, words: Sequence[str], sketches: Sequence[Sketch]) -> list[str]:
    """
    Return the reports that may answer, likeliest first, at most ``_READ``: those that speak of all whom the question
    names, by how well their claims match its words (reciprocal ranks, Cormack et al. 2009).
    """
    _, matching = shelf.search(" ".join(words), _RANKED, every=False)
    points: defaultdict[str, float] = defaultdict(float)
    for rank, one in enumerate(matching):
        points[one.report] += 1 / (_DAMPING + rank)
    known = {one.id: one for one in sketches}
    about = [{report for id_ in one.entities for report in known[id_].reports} for one in question.named]
    reports = set.intersection(*about) if about else set(points)
    return sorted(reports, key=lambda one: (-points.get(one, 0.0), one))[:_READ]


def _starts(question: Question, mind: Mind) -> dict[str, tuple[str, ...]]:
    """Return how the words begin that a claim could hold, by the stem of the question's own."""
    made = {stem(one.lemma): (stem(one.lemma), *mind.pasts(one.lemma)) for one in question.acts}
    return made | {stem(one): (stem(one),) for one in question.words if stem(one) not in made}


def _spread(starts: Mapping[str, tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(one for every in starts.values() for one in every))


def _newest(found: Index) -> date | None:
    """Return the story's newest day, from which the question's times count."""
    return max((one.latest for one in found.published.values() if one.latest is not None), default=None)


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
