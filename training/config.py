"""The training configuration, read from ``reader.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

DESTINATION = Path("src/sourcebook/infer/model")
"""Where the model that ships lies."""


@dataclass(frozen=True, slots=True)
class Share:
    """
    How often and in which windows a corpus is seen.

    Attributes:
        epochs: Times.
        least, most: Pieces of a window.
        alone: Share of the texts whose sentences are shown one by one, as a headline or a lead stands.
        silver: Whether the round's first model gives it tags and trees, see ``training.silver``.
    """

    epochs: int
    least: int
    most: int
    alone: float = 0.0
    silver: bool = False
    renamed: float = 0.0
    hidden: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every number of the training; see the comments of ``reader.toml`` for units."""

    name: str
    version: int
    seed: int
    pieces: int
    body_rate: float
    head_rate: float
    layer_decay: float
    decay: float
    warm_up: float
    dropout: float
    clip: float
    average: float
    threads: int
    no_paragraphs: float
    checkpoint_minutes: float
    unsigned: bool
    float_narrow: bool
    corpora: dict[str, Share]
    weights: dict[str, float]

    @classmethod
    def load(cls, path: Path) -> "Config":
        """Read the file; a missing or unknown entry is an error."""
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        shares = {
            name: Share(
                entry["epochs"],
                *entry["window"],
                entry.get("alone", 0.0),
                entry.get("silver", False),
                entry.get("renamed", 0.0),
                entry.get("hidden", 0.0),
            )
            for name, entry in written["corpora"].items()
        }
        return cls(corpora=shares, weights=written["weights"], **written["run"], **written["export"])
