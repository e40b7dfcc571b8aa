"""Time expressions of a section: the grammar of ``times``, with the model's tags as hints."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.section import Section
from sourcebook.values.marks import TimeMark
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span


def find_timed(
    section: Section, text: str, sentences: Sequence[Span], published: Published, labels: tuple[str, ...]
) -> tuple[TimeMark, ...]:
    """Return the times of a section, resolved against the day of publication where that is known."""
    return ()
