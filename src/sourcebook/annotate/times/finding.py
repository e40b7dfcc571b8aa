"""Find the time expressions of a text and the days that they tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sourcebook.annotate.times.context import Context, Resolved
from sourcebook.annotate.times.grammar import read_all
from sourcebook.annotate.times.meanings import Parsed
from sourcebook.annotate.times.neighbors import settle, share_years
from sourcebook.annotate.times.resolving import resolve
from sourcebook.annotate.times.tokens import Token, tokenize
from sourcebook.values.marks import TimeMark
from sourcebook.values.spans import Span


def find_times(
    text: str, sentences: Sequence[Span], published: date | None, hints: Sequence[Span] = ()
) -> tuple[TimeMark, ...]:
    """
    Return the time expressions of a text in reading order, none overlapping another.

    ``hints`` are spans where another reader saw a time; they admit words that are times only sometimes ("May",
    "fall", "a second"). Nothing else is taken from them. Where ``published`` is None, what counts from publication
    is found all the same, with ``X`` in its value and no days. The work is linear in the length of the text.

    >>> marks = find_times("It met last week.", [Span(0, 17)], date(2022, 1, 12))
    >>> [(mark.value, str(mark.earliest), str(mark.latest)) for mark in marks]
    [('2022-W01', '2022-01-03', '2022-01-09')]
    """
    tokens = tokenize(text)
    found = share_years(tokens, read_all(tokens, hints))
    context = Context.of(text, tokens, sentences, published)
    resolved = []
    for parsed in found:
        context.start, context.end = parsed.start, parsed.end
        told = resolve(parsed.meaning, context)
        resolved.append(told)
        context.remember(parsed, told)
    return tuple(
        _mark(tokens, parsed, told) for parsed, told in zip(found, settle(context, found, resolved), strict=True)
    )


def _mark(tokens: list[Token], parsed: Parsed, told: Resolved) -> TimeMark:
    return TimeMark(
        span=Span(tokens[parsed.start].start, tokens[parsed.end - 1].end),
        kind=told.kind,
        value=told.value,
        earliest=told.first,
        latest=told.last,
        precision=told.precision,
        anchored=told.anchored,
        basis=f"{parsed.rule}; {told.said}" if told.said else parsed.rule,
    )
