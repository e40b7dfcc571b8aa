"""Rules for lengths of time, and for times told by a length: "three weeks ago", "two days later"."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.annotate.times.meanings import Base, Lasting, Meaning, Parsed, Shifted, Way
from sourcebook.annotate.times.sets import length
from sourcebook.annotate.times.stretches import CLOCK_UNITS, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import HEAPS, SEVERAL, UNITS, cardinal, unit_name

_DASHES = frozenset({"-", "–", "‑", "—"})
_BETWEEN = frozenset(
    "more full straight consecutive long additional business working further whole calendar extra solid "
    "successive different or-so short other good entire".split()
)
"""Adjectives that may stand between a count and its unit."""

_WHOLE = frozenset({"day", "week", "month", "year"})
_FOURTHS = {"century": (25.0, Unit.YEAR), "hour": (15.0, Unit.MINUTE)}
"""What a quarter of a unit is."""
_SMALLER = {
    Unit.YEAR: (12, Unit.MONTH),
    Unit.WEEK: (7, Unit.DAY),
    Unit.DAY: (24, Unit.HOUR),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
}
"""The unit that a length goes on in, and how many of it make one."""
_LONG = {
    "daylong": Unit.DAY,
    "weeklong": Unit.WEEK,
    "monthlong": Unit.MONTH,
    "yearlong": Unit.YEAR,
    "hourlong": Unit.HOUR,
}
_WAYS = {
    "past": Way.LAST,
    "last": Way.LAST,
    "recent": Way.LAST,
    "next": Way.NEXT,
    "coming": Way.NEXT,
    "upcoming": Way.NEXT,
    "first": None,
    "final": None,
    "previous": None,
    "preceding": None,
    "following": None,
    "ensuing": None,
}
_SHOWING = frozenset(
    "for in after over within the past last recent during throughout took take takes taking lasted lasting lasts spent "
    "spend until through next coming first early many several some few about nearly into with long".split()
)
"""Words before a bare plural ("for years") that show that a length is told."""

_FOLLOWING = frozenset(
    {"ago", "later", "earlier", "before", "after", "since", "of", "prior", "afterward", "afterwards"}
)
_YEARS_IN = {Unit.DECADE: 10, Unit.CENTURY: 100}
_STOPS = frozenset({"", ".", ",", ";", ":", "”", '"', ")", "–", "—", "and", "but", "when", "in", "at", "on"})
_TWO_WORDS = (("more", "than"), ("less", "than"), ("at", "least"), ("up", "to"), ("at", "most"), ("as", "long", "as"))
_ONE_WORD = frozenset(
    "about nearly almost around roughly approximately over some barely exactly just only under".split()
)
_BEFORE_VERBS = frozenset("to will would could can cannot may might should must not t".split())
"""Words behind which "last" is a verb ("may last two weeks"; "t" ends "didn't")."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """
    A count of a unit.

    ``bare`` where no count is told; ``one`` for "a" or "an"; ``glued`` for "20-year"; ``value`` where two units are.
    """

    count: float | None
    unit: Unit
    end: int
    bare: bool = False
    one: bool = False
    glued: bool = False
    value: str | None = None


def _amount(tokens: list[Token], at: int) -> _Amount | None:
    """Read a count and a unit."""
    low = tokens[at].low
    if low in _LONG:
        return _Amount(1, _LONG[low], at + 1, glued=True)
    if low == "half":
        step = at + 1 + (tokens[at + 1].low in {"a", "an", "-"})
        return _unit(tokens, step, 0.5)
    if low in {"a", "an", "another"}:
        return _after_article(tokens, at + 1)
    if low in {"all", "whole", "entire"} and tokens[at + 1].low in _WHOLE:
        return None if tokens[at + 2].low == "-" else _Amount(1, UNITS[tokens[at + 1].low], at + 2)
    found = cardinal(tokens, at)
    if found is not None:
        return _counted(tokens, *found)
    if low in SEVERAL:
        step = at + 1 + (low in HEAPS and tokens[at + 1].low == "of")
        step += tokens[step].low in _BETWEEN
        amount = _unit(tokens, step, None)
        return amount if amount and tokens[amount.end - 1].low not in UNITS else None
    named = unit_name(tokens, at)
    if named is None:
        return None
    if tokens[named[2]].low == "-" and tokens[named[2] + 1].low == "long":
        return _Amount(None if named[1] else 1, named[0], named[2] + 2, glued=True)
    return _Amount(None, named[0], named[2], bare=True) if named[1] else None


def _after_article(tokens: list[Token], at: int) -> _Amount | None:
    """Read what may follow "a": "few hours", "couple of weeks", "half hour", "dozen years", "year and a half"."""
    low = tokens[at].low
    if low in {"few", "couple", "number", "matter"}:
        return _unit(tokens, at + 1 + (tokens[at + 1].low == "of"), None)
    if low == "half":
        return _unit(tokens, at + 1 + (tokens[at + 1].low == "-"), 0.5)
    if low == "quarter":
        step = at + 1 + (tokens[at + 1].low == "-")
        step += 2 * ([one.low for one in tokens[step : step + 2]] in (["of", "a"], ["of", "an"]))
        fourth = _FOURTHS.get(tokens[step].low)
        if fourth:
            return _Amount(*fourth, step + 1)
    if low in {"dozen", "hundred", "thousand"}:
        found = cardinal(tokens, at - 1)
        return _unit(tokens, found[1], found[0]) if found else None
    step = at + (low in {"full", "whole", "single", "further"})
    amount = _unit(tokens, step, 1)
    if amount is None or tokens[amount.end - 1].low not in UNITS:
        return None
    if [one.low for one in tokens[amount.end : amount.end + 3]] == ["and", "a", "half"]:
        return _Amount(1.5, amount.unit, amount.end + 3)
    return _Amount(1, amount.unit, amount.end, one=True)


def _counted(tokens: list[Token], count: float, at: int) -> _Amount | None:
    """Read what follows a count: "-year", "to 12 months", "more weeks"."""
    low = tokens[at].low
    if low in _DASHES and unit_name(tokens, at + 1):
        amount = _unit(tokens, at + 1, count)
        return amount and _Amount(count, amount.unit, amount.end, glued=True)
    if low in _DASHES | {"to", "or"}:
        other = cardinal(tokens, at + 1)
        if other is None:
            return None
        amount = _unit(tokens, other[1] + (tokens[other[1]].low == "-"), None)
        return amount if amount and other[0] > count else None
    return _unit(tokens, at + (low in _BETWEEN), count)


def _unit(tokens: list[Token], at: int, count: float | None) -> _Amount | None:
    """Read a unit behind its count, unless an age is told ("6-year-old", "50 years old")."""
    named = unit_name(tokens, at)
    if named is None:
        return None
    unit, _, end = named
    if unit is Unit.QUARTER and tokens[end].low == "of" and tokens[end + 1].low in {"a", "an", "the", "all"}:
        return None  # "three quarters of the voters"
    behind = end + (tokens[end].low in _DASHES and tokens[end].tight)
    if tokens[behind].low in {"old", "olds"} or [one.low for one in tokens[end : end + 2]] == ["of", "age"]:
        return None
    if behind > end and tokens[behind].low == "long":
        return _Amount(count, unit, behind + 1, glued=True)
    return _Amount(2 * count if tokens[at].low.startswith("fortnight") and count else count, unit, end)


def duration(tokens: list[Token], at: int) -> Parsed | None:
    """Read a length of time, and the word behind it that makes a date of it."""
    start = at + _approximately(tokens, at)
    toward: Way | None = None
    amount = _amount(tokens, start)
    if amount and amount.one and tokens[amount.end].low in _DASHES and tokens[amount.end].tight:
        return None  # "a year-end review"
    if tokens[start].low == "last" and start and tokens[start - 1].low in _BEFORE_VERBS:
        return None
    if tokens[start].low in _WAYS and (amount is None or tokens[start].low == "recent"):
        toward = _WAYS[tokens[start].low]
        amount = _amount(tokens, start + 1)
        if amount is None or (amount.one and toward is None):
            return None
    if amount is None:
        return None
    amount = _and_more(tokens, amount)
    before = tokens[at - 1].low if at else ""
    before = tokens[at - 2].low if before == "the" and at > 1 and toward else before
    if before == "aged":
        return None
    made, end = _told_from(tokens, amount)
    if made is not None:
        return Parsed(made, end, "shifted")
    behind = tokens[amount.end].low
    side = Way.LAST if behind in {"before", "prior"} else Way.NEXT if behind in {"after", "since"} else None
    ahead = before in {"in", "within"} and toward is None
    meaning = Lasting(amount.count, amount.unit, toward, side, ahead, amount.value)
    return Parsed(meaning, amount.end, "duration", unsure=_unsure(tokens, at, start, amount, toward))


def _and_more(tokens: list[Token], amount: _Amount) -> _Amount:
    """Return the amount with what a smaller unit adds: "two years and three months", "3 hours 20 minutes"."""
    count, smaller = amount.count, _SMALLER.get(amount.unit)
    if smaller is None or count is None or count % 1 or amount.glued:
        return amount
    found = cardinal(tokens, amount.end + (tokens[amount.end].low in {"and", ","}))
    named = unit_name(tokens, found[1]) if found else None
    if found is None or named is None or named[0] is not smaller[1]:
        return amount
    rest = length(found[0], named[0]).removeprefix("PT" if amount.unit in CLOCK_UNITS else "P")
    return _Amount(count * smaller[0] + found[0], named[0], named[2], value=f"{length(count, amount.unit)}{rest}")


def _approximately(tokens: list[Token], at: int) -> int:
    """Return how many tokens of "more than", "about" and the like stand here."""
    if tokens[at].low in _ONE_WORD:
        return 1
    words = tuple(one.low for one in tokens[at : at + 3])
    return next((len(phrase) for phrase in _TWO_WORDS if words[: len(phrase)] == phrase), 0)


def _told_from(tokens: list[Token], amount: _Amount) -> tuple[Meaning | None, int]:
    """Read "ago", "from now", "later" behind an amount and return the time that they tell."""
    words, end = [one.low for one in tokens[amount.end : amount.end + 2]], amount.end
    count, unit = amount.count, amount.unit
    if unit in _YEARS_IN:  # "a decade ago" is a year, not ten
        count, unit = count and count * _YEARS_IN[unit], Unit.YEAR
    if words[0] == "ago":
        return Shifted(unit, None if count is None else -count, Base.PUBLISHED), end + 1
    if words in (["from", "now"], ["from", "today"]) or words[0] == "hence":
        return Shifted(unit, count, Base.PUBLISHED), end + 1 + (words[0] == "from")
    if unit in CLOCK_UNITS and words[0] in {"earlier", "later"}:
        return Shifted(unit, count, Base.TEXT), end + 1
    if count is None:
        return None, end
    if words[0] in {"earlier", "later"}:
        return Shifted(unit, count if words[0] == "later" else -count, Base.TEXT), end + 1
    if words[0] in {"before", "after"} and tokens[end + 1].low in _STOPS - {"in", "at", "on", "and", "but"}:
        return Shifted(unit, count if words[0] == "after" else -count, Base.TEXT), end + 1
    return None, end


def _unsure(tokens: list[Token], at: int, start: int, amount: _Amount, toward: Way | None) -> bool:
    """Tell whether the words need a hint to be a length of time."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[amount.end].low
    if tokens[amount.end - 1].upper and not tokens[start].upper and tokens[start].number is not None:
        return True  # "60 Minutes" is a program
    if toward is not None or amount.glued:
        return amount.unit is Unit.SECOND and amount.count is None
    if amount.bare:
        short = amount.unit in {Unit.SECOND, Unit.MINUTE}
        if amount.unit in {Unit.WEEKEND, Unit.QUARTER} or (short and before != "for"):
            return behind not in {"ago", "later", "earlier"}
        return before not in _SHOWING and behind not in _FOLLOWING - {"of"} and start == at
    if amount.one:
        if amount.unit in {Unit.QUARTER, Unit.WEEKEND}:
            return True
        return amount.unit in {Unit.SECOND, Unit.MINUTE} and before not in {"in", "within"}
    if amount.count == 1 and amount.unit in {Unit.DAY, Unit.SECOND} and tokens[start].low == "one":
        return before not in _SHOWING and behind not in _FOLLOWING
    return amount.unit in {Unit.QUARTER, Unit.SECOND} and amount.count is not None and amount.count <= 1
