"""What a build tells while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcebook.errors import SourcebookError


class Change(StrEnum):
    """What became of a report; ``gone`` is one that its table no longer holds."""

    ADDED = "added"
    CHANGED = "changed"
    KNOWN = "known"
    REDONE = "redone"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What became of a report is in the store, with everything found in it; a crash from here on doesn't undo it.

    Attributes:
        notes: What the user should know of its reading, a line each.
    """

    report: str
    place: str
    change: Change
    notes: tuple[str, ...] = ()


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
