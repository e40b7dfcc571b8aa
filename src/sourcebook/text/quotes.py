"""Quotations: which quotation marks belong together."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from sourcebook.text.paragraphs import paragraph_spans
from sourcebook.values.spans import Span

CLOSING = {"“": "”", "„": "”“", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "``": "''"}
"""Opening marks and what closes them."""
_MARK = regex.compile(r"``|''|[“”„«»‹›‘’\"']")


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def quoted_spans(text: str) -> list[Span]:
    """
    Return the quotations with their marks, in reading order, nested ones too.

    A mark that nothing closes in its paragraph opens a quotation only if the next paragraph opens one again, as the
    custom is with a speech of several paragraphs. Apostrophes are no marks.

    >>> said = '“He told me ‘wait’ twice,” she said.'
    >>> [span.of(said) for span in quoted_spans(said)]
    ['“He told me ‘wait’ twice,”', '‘wait’']
    """
    found: list[Span] = []
    paragraphs = paragraph_spans(text)
    for number, paragraph in enumerate(paragraphs):
        waiting = _paired(text, paragraph, found)
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if waiting and after is not None and text.startswith(waiting[0].mark, after.start):
            found.append(Span(waiting[0].start, paragraph.end))
    return sorted(found, key=lambda span: (span.start, -span.end))


def _paired(text: str, paragraph: Span, found: list[Span]) -> list[_Open]:
    """Add the quotations of one paragraph to ``found``; return the marks left open."""
    waiting: list[_Open] = []
    for matched in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, (start, end) = matched.group(), matched.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        depth = next((n for n in range(len(waiting) - 1, -1, -1) if mark in CLOSING[waiting[n].mark]), None)
        if mark in "'’‘" and before.isalnum() and after.isalnum():
            continue
        if depth is not None and _closes(mark, before, after):
            if end - 1 > waiting[depth].start + 1:
                found.append(Span(waiting[depth].start, end))
            del waiting[depth:]
        elif mark in CLOSING and depth is None and _opens(mark, before, after):
            waiting.append(_Open(mark, start))
    return waiting


def _closes(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark that can close does so here."""
    if mark in "'’":
        return not after.isalnum() and not before.isspace()
    return mark != '"' or not (before.isspace() and after.isalnum())


def _opens(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark that can open does so here."""
    if mark == "'":
        return not before.isalnum() and after.isalpha()
    return mark != '"' or not after.isspace()
