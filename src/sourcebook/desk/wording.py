"""What a form says in words, as places in the report: a correction rests on words that stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

from sourcebook.errors import BadValue
from sourcebook.values.claims import ChainLink, Participant
from sourcebook.values.spans import Span

Part = TypeVar("Part", Participant, ChainLink)

Row: TypeAlias = dict[str, object]
"""A place, a participant or a link of a chain as it is sent."""


def found(text: str, words: str, near: Span) -> Span:
    """
    Return where words stand in a text: of several places the one closest to ``near``. Spaces and line ends are alike.

    Raises:
        BadValue: If they stand nowhere in it.

    >>> found("The mayor left. The  mayor came back.", "the mayor", Span(29, 33)).start
    16
    """
    pattern = r"\s+".join(re.escape(one) for one in words.split())
    spots = [Span(*one.span()) for one in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)] if pattern else []
    spots = spots or [Span(*one.span()) for one in re.finditer(pattern, text, re.IGNORECASE) if pattern]
    if not spots:
        raise BadValue(f"the report does not say {words!r}")
    return min(spots, key=lambda one: (_apart(one, near), one.start))


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def placed(text: str, row: Row, near: Span) -> Row:
    """Return a row whose ``words`` have become ``start`` and ``end``; one without words as it is, but for ``local``."""
    left = {name: one for name, one in row.items() if name not in {"words", "was", "local"}}
    words = row.get("words")
    if not isinstance(words, str) or not words.strip():
        return left
    spot = found(text, words, near)
    return {**left, "start": spot.start, "end": spot.end}


def parts_placed(text: str, rows: Sequence[Row], near: Span, known: Sequence[Participant]) -> list[Row]:
    """
    Return the rows of participants with their words placed.

    A row may tell by ``was`` which of the ``known`` it is, from 0: then words left as they were stay where they
    were, and mean whom they meant.
    """
    told = []
    for row in rows:
        before = _before(known, row)
        if before is None or not _same(text, before.span, row):
            told.append(placed(text, row, near))
        else:
            told.append({**_at(before.span), "role": row.get("role", before.role.value), "local": before.local})
    return told


def chain_placed(text: str, rows: Sequence[Row], near: Span, known: Sequence[ChainLink]) -> list[Row]:
    """Return the rows of a chain with their words placed; what a row does not say of a link that ``was`` stays so."""
    told = []
    for row in rows:
        before = _before(known, row)
        if before is None:
            told.append(placed(text, row, near))
            continue
        kept: Row = {"kind": before.kind.value, "anonymous": before.anonymous, "cue_kind": before.cue_kind.value}
        if before.cue is not None:
            kept["cue"] = _at(before.cue)
        if _same(text, before.span, row):
            at = {} if before.span is None else _at(before.span)
            told.append({**kept, **placed(text, {**row, "words": ""}, near), **at, "local": before.local})
        else:
            told.append({**kept, **placed(text, row, before.span or near)})
    return told


def _before(parts: Sequence[Part], row: Mapping[str, object]) -> Part | None:
    was = row.get("was")
    if was is None:
        return None
    if not isinstance(was, int) or isinstance(was, bool) or not 0 <= was < len(parts):
        raise BadValue(f"'was' is the place of what is corrected, 0 to {len(parts) - 1}, not {was!r}")
    return parts[was]


def _same(text: str, span: Span | None, row: Mapping[str, object]) -> bool:
    words = row.get("words")
    return " ".join(words.split() if isinstance(words, str) else ()) == " ".join(
        () if span is None else span.of(text).split()
    )


def _at(span: Span) -> Row:
    return {"start": span.start, "end": span.end}
