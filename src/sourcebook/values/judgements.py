"""What people decide in review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    Somebody's decision. Never changed: undoing adds a row that says so.

    Attributes:
        kind: ``accept``, ``correct``, ``reject``, ``merge``, ``split``, ``different``, ``note``, ``rate``.
        target: Id of what it is about; of a merge, two ids joined by a space.
        value: What was decided, JSON text; empty where the kind says all.
        undone: Whether a later judgement took it back.
    """

    id: str
    by: str
    when: datetime
    kind: str
    target: str
    value: str
    why: str
    undone: bool = False
