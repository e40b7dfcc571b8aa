"""Time expressions of a section: the grammar of ``times``, with the model's tags as hints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sourcebook.annotate.bio import best_tags, log_softmax, spans_of
from sourcebook.annotate.section import Section
from sourcebook.annotate.times import find_times
from sourcebook.values.marks import TimeMark
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span


def find_timed(
    section: Section, text: str, sentences: Sequence[Span], published: Published, labels: tuple[str, ...]
) -> tuple[TimeMark, ...]:
    """Return the times of a section outside of furniture, resolved against the day of publication where it is known."""
    if not section.words:
        return ()
    tags = best_tags(log_softmax(section.scores.times), labels, section.bounds)
    hints = [section.span(one.first, one.end) for one in spans_of(tags, labels, section.bounds)]
    start, end = section.spans[0].start, section.spans[-1].end
    found = find_times(
        text[start:end],
        [one.shifted(-start) for one in sentences],
        published.day,
        [one.shifted(-start) for one in hints],
    )
    moved = (replace(one, span=one.span.shifted(start)) for one in found)
    furniture = _furniture(section)
    return tuple(one for one in moved if not any(one.span.overlaps(other) for other in furniture))


def _furniture(section: Section) -> list[Span]:
    """Return the stretches of skipped words."""
    edges = [0, *(at for at in range(1, len(section.words)) if section.skipped[at] != section.skipped[at - 1])]
    return [section.span(first, end) for first, end in pairwise([*edges, len(section.words)]) if section.skipped[first]]
