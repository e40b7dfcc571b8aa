"""What can be set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PREFIX = "SOURCEBOOK_"
"""Of the variables in the environment: ``threads`` is ``SOURCEBOOK_THREADS``."""

FILE = "sourcebook.toml"
"""The settings file, looked for in the working folder; ``SOURCEBOOK_SETTINGS`` names another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    Everything that can be set.

    Attributes:
        model: Folder with the model's ``manifest.toml``; None for the model inside the package.
        gazetteer: File that ``sourcebook gazetteer load`` wrote, looked in before the packaged places; None for the
            packaged ones alone. Not set, it is the one in the user's data folder, where there is one.
        threads: Threads that the model uses; 0 for one for every core. Range: 0..256.
        plain: Print without colors and bars, on a terminal too.
        debug: Tell on stderr what went wrong inside, with tracebacks.
    """

    model: Path | None = None
    gazetteer: Path | None = None
    threads: int = 0
    plain: bool = False
    debug: bool = False
