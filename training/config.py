"""The training configuration, read from ``reader.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Share:
    """How often and in which windows a corpus is seen: epochs, and least and most pieces of a window."""

    epochs: int
    least: int
    most: int


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
            name: Share(entry["epochs"], entry["window"][0], entry["window"][1])
            for name, entry in written["corpora"].items()
        }
        return cls(corpora=shares, weights=written["weights"], **written["run"], **written["export"])
