"""Count an expression from an interval that became known later: "two days before" an event, "the previous day"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sourcebook.annotate.times.context import Resolved
from sourcebook.annotate.times.grammar import readings
from sourcebook.annotate.times.meanings import Base, Lasting, Shifted, Timed, Way
from sourcebook.annotate.times.resolving import loosely
from sourcebook.annotate.times.stretches import CLOCK_UNITS, PRECISIONS, Unit, holding, moved
from sourcebook.annotate.times.tokens import tokenize
from sourcebook.values.kinds import Precision
from sourcebook.values.marks import TimeMark

_LOOK_AHEAD = 24
"""Characters behind the mark that are read for "before" or "after"."""


def counted_from(mark: Resolved, meaning: Lasting, first: date, last: date, words: str, anchored: bool) -> Resolved:
    """Return the length with the days that it tells before or after the interval ``first`` to ``last``."""
    try:
        earliest, latest, precision = _around(meaning.unit, meaning.count, meaning.side, first, last)
    except (ValueError, OverflowError):
        return mark
    return replace(
        mark, first=earliest, last=latest, precision=precision, anchored=anchored, said=f"counted from '{words}'"
    )


def _around(
    unit: Unit, count: float | None, side: Way | None, first: date, last: date
) -> tuple[date | None, date | None, Precision]:
    """Return first and last day and precision of a count of units before or after an interval."""
    side = side or Way.NEXT
    if count is None or unit in CLOCK_UNITS:
        earliest, latest = loosely(first, last, unit, side)
        return earliest, latest, Precision.OPEN if earliest is None or latest is None else Precision.RANGE
    by = count if side is Way.NEXT else -count
    wide = {Unit.DECADE: Unit.YEAR, Unit.CENTURY: Unit.YEAR}.get(unit, unit)
    begin, end = holding(wide, moved(first, unit, by)), holding(wide, moved(last, unit, by))
    precision = PRECISIONS[wide] if begin == end else Precision.RANGE
    return begin.first, end.last, precision


def relative_to(text: str, mark: TimeMark, first: date, last: date, what: str = "the event") -> TimeMark:
    """
    Return the mark counted from an interval, for expressions that count from another time than publication.

    These are "two days before", "weeks after" (with the word behind the mark), "two days later", "the previous
    day", "the next morning", "the same week". Any other mark comes back unchanged, so it is safe to ask for all.
    Calling it again with the same interval gives the same mark.

    ``first`` and ``last`` are the days of the anchor, both included; ``what`` names it in the new ``basis``.

    Raises:
        ValueError: If ``last`` is before ``first``.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    tokens = tokenize(text[mark.span.start : mark.span.end + _LOOK_AHEAD])
    begin = 1 if tokens[0].low == "the" else 0
    found = [one for at in range(begin + 1) for one in readings(tokens, at)]
    width = mark.span.end - mark.span.start
    for parsed in sorted(found, key=lambda one: -one.end):
        if tokens[parsed.end - 1].end > width:
            continue
        meaning = parsed.meaning.of if isinstance(parsed.meaning, Timed) else parsed.meaning
        try:
            if isinstance(meaning, Lasting) and meaning.side is not None:
                earliest, latest, precision = _around(meaning.unit, meaning.count, meaning.side, first, last)
            elif isinstance(meaning, Shifted) and meaning.base is Base.TEXT and meaning.by is not None:
                side = Way.LAST if meaning.by < 0 else Way.NEXT
                earliest, latest, precision = _around(meaning.unit, abs(meaning.by), side, first, last)
            else:
                continue
        except (ValueError, OverflowError):
            return mark
        value = mark.value
        if earliest is not None and earliest == latest and not isinstance(meaning, Lasting):
            clock = mark.value.partition("T")
            value = f"{earliest.isoformat()}{clock[1]}{clock[2]}"
        elif isinstance(meaning, Shifted) and precision is PRECISIONS.get(meaning.unit) and earliest is not None:
            value = holding(meaning.unit, earliest).value
        return replace(
            mark,
            value=value,
            earliest=earliest,
            latest=latest,
            precision=precision,
            basis=f"{mark.basis.partition(';')[0]}; counted from {what} ({first} to {last})",
        )
    return mark
