"""Reads a sentence and shows what its times tell, in few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from sourcebook.annotate.times import find_times
from sourcebook.values.marks import TimeMark
from sourcebook.values.spans import Span

PUBLISHED = date(2022, 1, 12)  # a Wednesday


def sentences_of(text: str) -> list[Span]:
    """Sentences end where a stop and a space stand; good enough for texts written for tests."""
    found, start = [], 0
    for part in text.replace("? ", ". ").split(". "):
        end = min(start + len(part) + 2, len(text))
        if end > start:
            found.append(Span(start, end))
        start = end
    return found


@pytest.fixture
def marks() -> Callable[..., tuple[TimeMark, ...]]:
    def read(text: str, published: date | None = PUBLISHED, hints: Sequence[str] = ()) -> tuple[TimeMark, ...]:
        spans = [Span(text.index(words), text.index(words) + len(words)) for words in hints]
        return find_times(text, sentences_of(text), published, spans)

    return read


@pytest.fixture
def told(marks: Callable[..., tuple[TimeMark, ...]]) -> Callable[..., list[tuple[str, ...]]]:
    """Return words, value, earliest and latest day of each time."""

    def read(text: str, published: date | None = PUBLISHED, hints: Sequence[str] = ()) -> list[tuple[str, ...]]:
        return [
            (mark.span.of(text), mark.value, str(mark.earliest or ""), str(mark.latest or ""))
            for mark in marks(text, published, hints)
        ]

    return read
