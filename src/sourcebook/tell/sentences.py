"""Where a sentence begins and ends, for showing words in their context."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

import regex

from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_STOP = regex.compile(
    r"""
    (?<=[.!?…؟。！？]["”’»')\]]*)\s+(?=[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘«'(\[<])   # a stop, a space, an opening
    | (?<=[\p{Ll}\p{N}]{2}[.!?]["”’»)\]]*)(?=\p{Lu}\p{Ll})                     # two sentences run together
    | \s*\n\s*                                                                   # the end of a line
    """,
    regex.VERBOSE,
)
_SHORT = regex.compile(
    r"(?:^|[\s(\[“\"])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Pres|St|"
    r"Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|approx|ca|al)\.$"
)
"""A stop after an initial or one of the abbreviations that news text uses is no end of a sentence."""


_KEPT = 8192
"""Reports whose sentences are kept, some 3 kB each: a brief asks of every claim, report after report and again."""


class _Itself:
    """A report that is looked up as this very object: to hash all its passages takes longer than most questions."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.report is self.report


@lru_cache(maxsize=_KEPT)
def _bounds(itself: _Itself) -> tuple[Span, ...]:
    text = itself.report.text
    cuts = {0, len(text)}
    for passage in itself.report.passages:
        cuts |= {passage.span.start, passage.span.end}
    for stop in _STOP.finditer(text):
        before = text[max(0, stop.start() - 12) : stop.start()]
        if "\n" in stop.group() or not _SHORT.search(before):
            cuts |= {stop.start(), stop.end()}
    found = []
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = end - (len(words) - len(words.rstrip()))
        if first < last:
            found.append(Span(first, last))
    return tuple(found)


def sentences(report: Report) -> tuple[Span, ...]:
    """
    Return the report's sentences in reading order, none across a passage or a line.

    A rule of thumb for context only: what was read of a sentence comes from the annotator.
    """
    return _bounds(_Itself(report))


def around(report: Report, span: Span) -> Span:
    """Return the stretch of whole sentences that holds ``span``."""
    every = sentences(report)
    first = max(bisect_right(every, span.start, key=lambda one: one.start) - 1, 0)
    touched = []
    for one in every[first:]:
        if one.start >= span.end:
            break
        if one.overlaps(span):
            touched.append(one)
    if not touched:
        return span
    return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))
