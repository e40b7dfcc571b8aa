"""Whether a story's answers are the rows that a reader would point at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sourcebook.tell import index
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Answer, Answers
from sourcebook.values.story import Story

QUESTIONS = Path(__file__).with_name("questions.jsonl")


@dataclass(frozen=True, slots=True)
class Case:
    """
    A question and what answers it.

    Attributes:
        rows: A report's file without its ending (empty for any) and words of the sentence; empty where the story does
            not hold the answer.
    """

    question: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What came of a question.

    Attributes:
        rank: Place of the first right answer, from 1; None where none is right.
        answered: How many rows were given.
    """

    case: Case
    rank: int | None
    answered: int

    @property
    def right(self) -> bool:
        """Tell whether the first row is right, or rightly none was given."""
        return self.rank == 1 if self.case.rows else self.answered == 0


@dataclass(frozen=True, slots=True)
class Scores:
    """
    Over all questions, shares 0..1.

    Attributes:
        first: Of questions that the story answers, those whose first row is right.
        among: Those with a right row among all that were given.
        silent: Of questions that it does not answer, those that got no row.
    """

    first: float
    among: float
    silent: float


def cases(path: Path = QUESTIONS) -> tuple[Case, ...]:
    """Return the questions, one a line of JSON."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return tuple(Case(one["question"], tuple((a, b) for a, b in one["rows"])) for one in lines)


def outcome(case: Case, view: Answers, story: Story) -> Outcome:
    """Return how a question was answered."""
    found = index(story)
    ranks = [place for place, one in enumerate(view.answers, start=1) if _fits(found, case, one)]
    return Outcome(case, min(ranks, default=None), len(view.answers))


def scores(outcomes: list[Outcome]) -> Scores:
    """Return the shares."""
    held = [one for one in outcomes if one.case.rows]
    bare = [one for one in outcomes if not one.case.rows]
    return Scores(
        first=sum(one.right for one in held) / max(len(held), 1),
        among=sum(one.rank is not None for one in held) / max(len(held), 1),
        silent=sum(one.right for one in bare) / max(len(bare), 1),
    )


def _fits(found: Index, case: Case, answer: Answer) -> bool:
    claim = found.claims[answer.claim]
    report = found.reports[claim.report]
    sentence = report.words(around(report, claim.trigger.span))
    file = PurePosixPath(report.path or "").stem
    return any(words in sentence and name in {"", file} for name, words in case.rows)
