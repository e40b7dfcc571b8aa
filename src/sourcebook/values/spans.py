"""Stretches of text."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.errors import EmptySpan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A stretch of a report's text. Spans sort in reading order.

    Attributes:
        start: First character inside. Unit: Unicode code points from the start of ``Report.text``.
        end: First character after. ``end - start`` is the length.

    Raises:
        EmptySpan: Unless ``0 <= start < end``.

    >>> Span(4, 7).of("The dam held")
    'dam'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EmptySpan(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def of(self, text: str) -> str:
        """Return the characters that this span marks in ``text``."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the same stretch seen from ``by`` characters earlier: sentence to report."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def through(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
