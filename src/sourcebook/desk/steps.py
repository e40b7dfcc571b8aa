"""What a build tells while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcebook.errors import SourcebookError


class Change(StrEnum):
    """What became of a report."""

    ADDED = "added"
    CHANGED = "changed"
    KNOWN = "known"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Kept:
    """A report is in the store with everything found in it; a crash from here on doesn't lose it."""

    report: str
    place: str
    change: Change


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that was left out; the build goes on."""

    fault: SourcebookError


@dataclass(frozen=True, slots=True)
class Joining:
    """All reports are read; linking and judging begins. Unit of ``reports``: reports in the story."""

    reports: int


@dataclass(frozen=True, slots=True)
class Finished:
    """
    The last step.

    Attributes:
        fresh: Whether anything over the whole story was computed anew.
    """

    reports: int
    claims: int
    entities: int
    events: int
    conflicts: int
    fresh: bool


Step = Kept | Failed | Joining | Finished
