"""What a time expression means before it is known when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sourcebook.annotate.times.stretches import Stretch, Unit


class Base(Enum):
    """What a relative expression is counted from."""

    PUBLISHED = "publication"
    TEXT = "the text"


class Way(Enum):
    """Which one of several is meant: "last", "this", "next"."""

    LAST = -1
    THIS = 0
    NEXT = 1


class Portion(Enum):
    """Which part of a stretch is meant."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    SO_FAR = "so far"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch that the words tell completely. ``note`` says what had to be decided to read it."""

    stretch: Stretch
    note: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """
    A month, or days of a month, without a year: "August", "August 15", "8-9 January".

    Attributes:
        day: None where only the month is told.
        last_day: Last day where several in a row are told.
        way: "last August", "this August", "next August".
        years: "August last year" is -1; None where no year is hinted at.
        hijri: Whether month and day are Solar Hijri.
    """

    month: int
    day: int | None = None
    last_day: int | None = None
    way: Way | None = None
    years: int | None = None
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday, by its name in the table of holidays, with or without a year."""

    name: str
    year: int | None = None
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Seasonal:
    """A season (``SP SU FA WI``), quarter (``Q1``) or half (``H2``) whose year is open."""

    code: str
    way: Way | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """
    A day of the week, Monday 0.

    Attributes:
        weeks: "Monday of last week" is -1; None where no week is told.
        base: What ``way`` counts from: "the following Monday" counts from the text.
    """

    number: int
    way: Way | None = None
    weeks: int | None = None
    base: Base = Base.PUBLISHED


@dataclass(frozen=True, slots=True)
class Shifted:
    """
    Some stretches before or after a base: "last month", "three weeks ago", "the next day".

    Attributes:
        by: How many stretches; None where the words leave it open ("days later").
    """

    unit: Unit
    by: float | None
    base: Base


@dataclass(frozen=True, slots=True)
class Beside:
    """A stretch beside another expression: "the day before last Tuesday", "the week of March 6"."""

    unit: Unit
    by: int
    of: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """
    One of the days, weeks, weekends or weekdays of a longer stretch: "the first week of March", "last Friday of May".

    Attributes:
        number: Counted from 1; -1 is the last.
        unit: ``DAY``, ``WEEK`` or ``WEEKEND``.
        weekday: Monday 0; None where no day of the week is told.
    """

    number: int
    unit: Unit
    of: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stretch: "early 2022", "late last month", "earlier this week"."""

    portion: Portion
    of: Meaning


@dataclass(frozen=True, slots=True)
class Timed:
    """
    A time of day.

    Attributes:
        clock: As TIMEX3 has it behind the day: ``T17:00``, ``TNI``.
        of: The day; None where it has to be found near by.
    """

    clock: str
    of: Meaning | None


@dataclass(frozen=True, slots=True)
class Lasting:
    """
    A duration.

    Attributes:
        count: None where it is left open ("several months").
        toward: ``Way.LAST`` for one that ends now ("the past two months"), ``Way.NEXT`` for one that begins now.
        side: ``Way.LAST`` where "before" follows it, ``Way.NEXT`` where "after" does.
        ahead: Whether "in" stands before it, as in "will meet in two weeks".
        value: As TIMEX3 has it where it is told in two units ("two years and three months", counted in months).
    """

    count: float | None
    unit: Unit
    toward: Way | None = None
    side: Way | None = None
    ahead: bool = False
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times; ``value`` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference to past, present or future and no more; ``value`` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """Two ends in one expression: "3 to 5 May", "1953-2001"."""

    first: Meaning
    last: Meaning


Meaning = (
    Told
    | Yearly
    | Feast
    | Seasonal
    | Weekday
    | Shifted
    | Beside
    | Nth
    | Part
    | Timed
    | Lasting
    | Repeated
    | Vague
    | Between
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """
    A reading of some tokens.

    Attributes:
        meaning: What they say.
        end: Index of the first token behind them.
        rule: Name of the rule that read them.
        unsure: Whether the words mean a time only if something else says so (a hint).
        start: Index of the first token where it isn't the one asked for; -1 otherwise.
    """

    meaning: Meaning
    end: int
    rule: str
    unsure: bool = False
    start: int = -1
