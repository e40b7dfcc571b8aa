"""Fits the claims' confidence to the labels and says how well it is calibrated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.claims.labels import Verdict
from sourcebook.extract.confidence import FEATURES

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "sourcebook" / "extract" / "data" / "confidence.json"
RIDGE = 1.0
"""Pull of every weight but the bias towards 0: some 200 labels bear no more. Our own choice."""
STEPS = 30
"""Newton steps; it stands still after ten."""
BINS = ((0.0, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 1.01))


def fit(judged: Sequence[Verdict]) -> None:
    """Fit the weights to the verdicts whose participants are judged, and write them."""
    rows, right = _arrays(judged)
    found = fitted(rows, right)
    table = {
        "sample": f"{len(right)} labels of evaluation/claims/labels.csv, logistic regression, ridge {RIDGE}",
        "weights": {name: round(float(one), 4) for name, one in zip(FEATURES, found, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def fitted(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """
    Return logistic weights.

    Args:
        rows: Shape (claims, features), the first column ones.
        right: Shape (claims,), 0 or 1.
    """
    weights = np.zeros(rows.shape[1])
    pull = np.diag([0.0] + [RIDGE] * (rows.shape[1] - 1))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + pull @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + pull
        weights -= np.linalg.solve(bend, slope)
    return weights


def report(judged: Sequence[Verdict]) -> None:
    """Print mean squared error (Brier), as shipped and fitted without the own document, and the shares by bin."""
    rows, right = _arrays(judged)
    known = [one for one in judged if one.who is not None]
    told = np.array([one.claim.confidence for one in known])
    crossed = np.zeros(len(known))
    documents = [one.label.document for one in known]
    for document in sorted(set(documents)):
        own = np.array([one == document for one in documents])
        crossed[own] = 1 / (1 + np.exp(-rows[own] @ fitted(rows[~own], right[~own])))
    base = float(right.mean())
    print(
        f"confidence: Brier {float(((told - right) ** 2).mean()):.3f}, documents left out "
        f"{float(((crossed - right) ** 2).mean()):.3f}, the mean alone {base * (1 - base):.3f}"
    )
    for low, high in BINS:
        inside = (told >= low) & (told < high)
        if inside.any():
            print(
                f"  {low:.2f} to {min(high, 1.0):.2f}: {int(inside.sum()):4} claims, "
                f"told {float(told[inside].mean()):.2f}, right {float(right[inside].mean()):.2f}"
            )


def _arrays(judged: Sequence[Verdict]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    known = [one for one in judged if one.who is not None]
    return np.array([one.features for one in known]), np.array([float(one.right) for one in known])
