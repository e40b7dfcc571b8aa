"""All corpora by name."""

from collections.abc import Callable
from pathlib import Path

from training.corpora import marked, names, trees
from training.passage import Passage

READERS: dict[str, Callable[[Path, str], list[Passage]]] = {
    "polnear": marked.polnear,
    "ewt": trees.ewt,
    "gum": trees.gum,
    "crossner": names.crossner,
    "re3d": names.re3d,
    "aquaint": marked.aquaint,
    "plv": marked.plv,
    "plover": marked.plover,
    "pairs": marked.pairs,
}
"""Each takes the folder of the corpora and ``train`` or ``dev``."""
