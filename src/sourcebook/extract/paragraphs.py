"""How far over the ends of paragraphs and sentences a source's words reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.reading import Reading
from sourcebook.values.marks import AttributionMark
from sourcebook.values.spans import Span

PARAGRAPHS = re.compile(r"\n\s*")
"""Ends of paragraphs, blank lines between them or not."""


def overflows(reading: Reading, mark: AttributionMark, trigger: Span, others: Sequence[AttributionMark]) -> bool:
    """Tell whether a content runs on into a paragraph that has a speaker of its own for the trigger's words."""
    if not _paragraphs_off(reading, mark, trigger) or reading.quote_of(trigger) is not None:
        return False
    return any(one.cue is not None and not _paragraphs_off(reading, one, trigger) for one in others)


def _paragraphs_off(reading: Reading, mark: AttributionMark, trigger: Span) -> bool:
    """Tell whether the cue and a trigger stand in two paragraphs."""
    if mark.cue is None:
        return False
    first, last = sorted((mark.cue, trigger))
    return bool(PARAGRAPHS.search(reading.text, first.end, last.start))


def added(reading: Reading, trigger: Span) -> list[AttributionMark]:
    """Return who "added" the sentence behind the one that opens a paragraph and has nobody marked: he told both."""
    sentence, text = reading.sentence_of(trigger.start), reading.text
    if sentence is None or (text[: sentence.start].strip() and text[sentence.start - 1] != "\n"):
        return []
    start = sentence.end + len(text[sentence.end :]) - len(text[sentence.end :].lstrip(" "))
    return next(([mark] for mark in reading.annotation.attributions if _adds(reading, mark, start)), [])


def _adds(reading: Reading, mark: AttributionMark, start: int) -> bool:
    """Tell whether a source adds, behind its words, what begins at an offset."""
    cue = reading.top(mark.cue) if mark.cue is not None else None
    if mark.cue is None or cue is None or reading.tree.tokens[cue].lemma != "add":
        return False
    return any(one.start == start and one.end <= mark.cue.start for one in mark.content)


def resumed(reading: Reading, trigger: Span) -> list[AttributionMark]:
    """Return who tells the last sentence of the paragraph before a quotation that opens one: he goes on in it."""
    quote, text = reading.quote_of(trigger), reading.text
    if quote is None or text[quote.start] not in OPENING or text[: quote.start].rstrip(" ")[-1:] != "\n":
        return []
    before = reading.sentence_of(len(text[: quote.start].rstrip()) - 1)
    told = [
        mark
        for mark in reading.annotation.attributions
        if before is not None and mark.source is not None and mark.cue is not None and before.holds(mark.cue)
    ]
    return [max(told, key=lambda one: one.cue or one.content[0])] if told else []


OPENING = frozenset({"“", '"'})
"""Signs that open a quotation of one's own; a single one opens what a speaker quotes."""
