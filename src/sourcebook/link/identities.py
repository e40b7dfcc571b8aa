"""What is known so far of which local entities are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from sourcebook.link.joining import Joining


@dataclass(slots=True)
class Identities:
    """
    Which local entities are one, and which may be.

    Attributes:
        possible: Pairs of local ids, the smaller first, with the reason for doubt.
    """

    joining: Joining
    possible: dict[tuple[str, str], str] = field(default_factory=dict)

    def doubt(self, first: str, second: str, why: str) -> None:
        """Note that two may be one; the first reason noted stays."""
        self.possible.setdefault((min(first, second), max(first, second)), why)
