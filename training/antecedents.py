"""
Fit the ranking of antecedents on GUM's training portion: ``python -m training.antecedents CORPORA MODEL``.

Reads the documents with the model of a folder, that of the first round: later ones have seen GUM's training portion so
often that their scores there are better than on any other text, and a ranking fitted on them trusts them too much
(.563 against .571 on the dev portion with the model of the third round). Takes some ten minutes.
Writes ``src/sourcebook/annotate/data/antecedents.json``. The same model and corpus give the same file on one machine.

The loss is the marginal likelihood of all right antecedents, with costs for mistakes (Durrett & Klein 2013, section 4);
the fit is Adam, a section a step. Units, costs and epochs were looked for on GUM's dev portion.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.annotator import Annotator, Job, cuts_of
from sourcebook.annotate.antecedents import antecedents
from sourcebook.annotate.chains import Chains
from sourcebook.annotate.features import Flags, Floats, Pairs, pairs_of
from sourcebook.annotate.joining import by_name
from sourcebook.annotate.mentions import Candidate, candidates
from sourcebook.annotate.names import find_names
from sourcebook.annotate.section import Section
from sourcebook.infer import Reader
from training.corpora.chains import Gold, chained

OUT = Path(__file__).resolve().parents[1] / "src" / "sourcebook" / "annotate" / "data" / "antecedents.json"
UNITS = 16
"""Units of one network; the networks of all seeds stand side by side in the file, and their mean is taken."""
SEEDS = (1, 2)
EPOCHS = 7
RATE = 0.003
DECAY = 1e-5
DROP = 0.1
MISSED, INVENTED, WRONG = 1.0, 0.4, 1.0
"""Costs of taking what has been told before for new, what is new for told, and of a wrong antecedent."""
DIGITS = 4
"""Digits after the point that are kept of a weight."""

Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pairs of one section, and which of them are right. Shape (pairs,), bool."""

    pairs: Pairs
    right: Flags


def main(corpora: Path, model: Path) -> None:
    """Read, fit, write."""
    read = list(lessons(corpora, model))
    fitted = [fit(read, seed) for seed in SEEDS]
    whole = {name: np.concatenate([one[name] for one in fitted], axis=-1) for name in fitted[0]}
    for name in ("out", "new_out"):
        whole[name] = whole[name] / len(fitted)
    OUT.write_text(json.dumps({name: values.round(DIGITS).tolist() for name, values in whole.items()}) + "\n", "utf-8")


def lessons(corpora: Path, model: Path) -> Iterator[Lesson]:
    """Yield a lesson for every section of GUM's training documents that has two candidates."""
    annotator = Annotator(Reader.load(model))
    for gold in chained(corpora, "train"):
        for cut in cuts_of(Job(gold.id, gold.text)):
            section = annotator._section(cut, annotator.reader.read(cut.passage))  # noqa: SLF001 - no door to this
            found = candidates(section, find_names(section, annotator.reader.labels["names"]))
            if len(found) > 1:
                yield _lesson(section, found, annotator.reader, gold)


def _lesson(section: Section, found: Sequence[Candidate], reader: Reader, gold: Gold) -> Lesson:
    chains = Chains(section, found)
    by_name(section, found, chains)
    pairs = pairs_of(section, found, antecedents(section, found, reader), chains.numbers)
    told = [gold.chain_of(section.span(one.first, one.end), section.spans[one.head].start) for one in found]
    numbers = np.array([-1 - place if chain is None else chain for place, chain in enumerate(told)])
    return Lesson(pairs, numbers[pairs.later] == numbers[pairs.earlier])


def fit(read: Sequence[Lesson], seed: int) -> Weights:
    """Return the weights of one network."""
    chance = np.random.default_rng(seed)
    weights = _begun(read[0].pairs, chance)
    first = {name: np.zeros_like(values) for name, values in weights.items()}
    second = {name: np.zeros_like(values) for name, values in weights.items()}
    step, total = 0, EPOCHS * len(read)
    for epoch in range(EPOCHS):
        lost = 0.0
        for at in chance.permutation(len(read)).tolist():
            kept = (chance.random(UNITS) >= DROP).astype(np.float32) / (1 - DROP)
            loss, slopes = _slopes(weights, read[at], kept)
            lost += loss
            step += 1
            rate = RATE * min(1, step / 20) * (1 - step / (total + 1))
            for name, values in weights.items():
                slope = slopes[name] + DECAY * values
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.99 * second[name] + 0.01 * slope * slope
                turned = np.sqrt(second[name] / (1 - 0.99**step)) + 1e-6
                weights[name] = (values - rate * first[name] / (1 - 0.9**step) / turned).astype(np.float32)
        print(f"seed {seed} epoch {epoch} loss {lost / len(read):.4f}", flush=True)
    return weights


def _begun(pairs: Pairs, chance: np.random.Generator) -> Weights:
    alone, together = pairs.alone.shape[1], pairs.together.shape[1]

    def drawn(rows: int, columns: int) -> Floats:
        return (chance.standard_normal((rows, columns)) / np.sqrt(rows)).astype(np.float32)

    return {
        "later": drawn(alone, UNITS),
        "earlier": drawn(alone, UNITS),
        "together": drawn(together, UNITS),
        "bias": np.zeros(UNITS, np.float32),
        "out": drawn(UNITS, 1)[:, 0],
        "new": drawn(alone, UNITS),
        "new_bias": np.zeros(UNITS, np.float32),
        "new_out": drawn(UNITS, 1)[:, 0],
    }


def _slopes(weights: Weights, lesson: Lesson, kept: Floats) -> tuple[float, Weights]:
    """Return the mean loss of a section's candidates and its slopes, ten times as steep: Adam's floor stays far."""
    pairs, right = lesson.pairs, lesson.right
    alone, later, earlier, size = pairs.alone, pairs.later, pairs.earlier, len(pairs.alone)
    before = (alone @ weights["later"])[later] + (alone @ weights["earlier"])[earlier]
    before += pairs.together @ weights["together"] + weights["bias"]
    open_ = (before > 0) * kept
    hidden = before * open_
    raw = alone @ weights["new"] + weights["new_bias"]
    fresh = np.maximum(raw, 0)
    told = np.zeros(size, np.bool_)
    told[later[right]] = True
    scores = hidden @ weights["out"] + np.where(right, 0, np.where(told[later], WRONG, INVENTED))
    newness = fresh @ weights["new_out"] + np.where(told, MISSED, 0)
    most = newness.copy()
    np.maximum.at(most, later, scores)
    powers, new_powers = np.exp(scores - most[later]), np.exp(newness - most)
    every = new_powers + np.bincount(later, powers, size)
    good_new = np.where(told, 0, new_powers)
    good = good_new + np.bincount(later, powers * right, size)
    slope = ((powers / every[later] - powers * right / good[later]) * 10 / size).astype(np.float32)
    new_slope = ((new_powers / every - good_new / good) * 10 / size).astype(np.float32)
    back = slope[:, None] * weights["out"] * open_
    new_back = new_slope[:, None] * weights["new_out"] * (raw > 0)
    slopes = {
        "later": alone.T @ _gathered(back, later, size),
        "earlier": alone.T @ _gathered(back, earlier, size),
        "together": pairs.together.T @ back,
        "bias": back.sum(axis=0),
        "out": hidden.T @ slope,
        "new": alone.T @ new_back,
        "new_bias": new_back.sum(axis=0),
        "new_out": fresh.T @ new_slope,
    }
    return float(np.log(every / good).mean()), slopes


def _gathered(rows: Floats, places: NDArray[np.intp], size: int) -> Floats:
    """Return the sums of the rows of each place. Shape (size, columns)."""
    columns = [np.bincount(places, rows[:, column], size) for column in range(rows.shape[1])]
    return np.column_stack(columns).astype(np.float32)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
