"""
Tell why the factuality of events scores as it does: ``python -m evaluation.factuality``.

UDS-IH2 asks people whether an event happened, from -3 (certainly not) to 3 (certainly); the contract says polarity and
modality, which the scorer turns into five numbers: asserted 3, possible 1, planned and the like 0, less than 0 where
denied. Prints Pearson's correlation with UDS-IH2's dev part, on the targets that some event covers, of

- the marks as they are;
- the marks, each pair of polarity and modality told by its mean in the other half of the sentences: what is lost by
  the scorer's numbers alone;
- the model's own number at the event, and the same at the nearest of the five;
- right readings of the contract: below 0 only what the marks say is denied, the rest at the nearest of 3, 1 and 0;
- the nearest of the five to the gold score itself, which no reading can pass;

and the mean gold score of what is marked alike.

``--keep`` writes them to ``evaluation/factuality.json``, where the model card finds them. Exit code 1 where
the corpus or its scorer is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean

from evaluation.scoring import ScorerFailed, Text, gold_of, texts_of
from evaluation.tasks import TASKS
from sourcebook.annotate import Annotator
from sourcebook.annotate.annotator import Job, cuts_of
from sourcebook.infer import Reader
from sourcebook.values.kinds import Modality, Polarity
from sourcebook.values.marks import EventMark
from sourcebook.values.spans import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
KEPT = Path(__file__).with_name("factuality.json")
STEPS = (3, 1, 0, -1, -3)
"""What the scorer makes of the contract's words; -1 is a denied possibility."""
NUMBERS = {Modality.ASSERTED: 3, Modality.POSSIBLE: 1}
"""What the scorer makes of a modality that is not denied; 0 for the others."""


@dataclass(frozen=True, slots=True)
class Target:
    """
    An event that people judged, and the mark that covers it.

    Attributes:
        gold: Their mean, from -3 to 3.
        mark: The shortest event on the word.
        own: The model's number at the event's first word; about -3 to 3.
        half: In which half of the sentences it stands, 0 or 1.
    """

    gold: float
    mark: EventMark
    own: float
    half: int

    @property
    def told(self) -> int:
        """What the scorer makes of the mark."""
        number = NUMBERS.get(self.mark.modality, 0)
        return -number if self.denied else number

    @property
    def denied(self) -> bool:
        """Whether the mark's polarity is negative."""
        return self.mark.polarity is Polarity.NEGATIVE


def main() -> int:
    """Print the correlations, keep them where asked; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.factuality", description="Why factuality is what it is."
    )
    parser.add_argument("--keep", action="store_true", help="write evaluation/factuality.json")
    keep = parser.parse_args().keep
    task = next(one for one in TASKS if one.name == "uds")
    try:
        texts = texts_of(SHARED, task)
        spans = gold_of(SHARED, task)
    except (ScorerFailed, FileNotFoundError) as fault:
        print(fault, file=sys.stderr)
        return 1
    lines = (SHARED / "corpora" / task.corpus).read_text(encoding="utf-8").splitlines()
    judged = [[float(one["label"]) for one in json.loads(line)["targets"]] for line in lines]
    annotator = Annotator(Reader.load())
    targets = [
        one
        for number, text in enumerate(texts)
        for one in targets_in(annotator, text, spans[text.id], judged[number], number % 2)
    ]
    found = figures(targets)
    for name, value in found.items():
        print(f"{name:32} {value:7.4f}")
    if keep:
        rounded = {name: round(value, 4) for name, value in found.items()}
        KEPT.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
    for (polarity, modality), gold in by_mark(targets).items():
        print(f"{polarity.value} {modality.value}: {len(gold)} targets, mean {fmean(gold):.2f}")
    print(f"{len(targets)} of {sum(map(len, judged))} targets are covered")
    return 0


def targets_in(
    annotator: Annotator, text: Text, spans: Sequence[Span], judged: Sequence[float], half: int
) -> list[Target]:
    """Return the targets of a text that some event covers."""
    marks = annotator(text.id, text.text, text.published).events
    own: dict[int, float] = {}
    for cut in cuts_of(Job(text.id, text.text, text.published)):
        scores = annotator.reader.read(cut.passage).factuality
        own |= {span.start: float(value) for span, value in zip(cut.spans, scores.ravel().tolist(), strict=True)}
    found = []
    for span, gold in zip(spans, judged, strict=True):
        covering = [(one.span.end - one.span.start, one.span, one) for one in marks if one.span.overlaps(span)]
        if covering:
            found.append(Target(gold, min(covering, key=lambda one: one[:2])[2], own[span.start], half))
    return found


def figures(targets: Sequence[Target]) -> dict[str, float]:
    """Return the correlations by name."""
    gold = [one.gold for one in targets]
    told = {
        "marks": [one.told for one in targets],
        "marks, means of the other half": _means(targets),
        "model's number": [one.own for one in targets],
        "model's number, nearest step": [nearest(one.own, STEPS) for one in targets],
        "contract read right": [_right(one) for one in targets],
        "gold, nearest step": [nearest(one.gold, STEPS) for one in targets],
    }
    return {name: correlation(gold, values) for name, values in told.items()}


def by_mark(targets: Sequence[Target]) -> dict[tuple[Polarity, Modality], list[float]]:
    """Return the gold scores of what is marked alike, the most frequent marks first."""
    found: dict[tuple[Polarity, Modality], list[float]] = defaultdict(list)
    for one in targets:
        found[one.mark.polarity, one.mark.modality].append(one.gold)
    return dict(sorted(found.items(), key=lambda entry: -len(entry[1])))


def nearest(value: float, steps: Sequence[int]) -> int:
    """
    Return the step nearest to a number, of two the first.

    >>> nearest(1.9, STEPS), nearest(-2.5, STEPS)
    (1, -3)
    """
    return min(steps, key=lambda step: abs(value - step))


def _right(one: Target) -> int:
    """Return the scorer's number of a mark that says what people judged, as far as the contract can."""
    return nearest(one.gold, (-1, -3) if one.denied and one.gold < 0 else (3, 1, 0))


def _means(targets: Sequence[Target]) -> list[float]:
    """Return the mean gold score of each polarity and modality in the other half, for each target."""
    groups: dict[tuple[Polarity, Modality, int], list[float]] = defaultdict(list)
    for one in targets:
        groups[one.mark.polarity, one.mark.modality, one.half].append(one.gold)
    return [
        fmean(groups.get((one.mark.polarity, one.mark.modality, 1 - one.half)) or [float(one.told)]) for one in targets
    ]


if __name__ == "__main__":
    sys.exit(main())
