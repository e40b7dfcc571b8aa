"""When and where a claim has it: from its own clause or not at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import takewhile

from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.values.claims import Acting, When, Where
from sourcebook.values.kinds import Anchor, NameKind, Precision, Role, Tense, TimeKind
from sourcebook.values.marks import EventMark, RoleMark, TimeMark
from sourcebook.values.reports import Basis, Published
from sourcebook.values.spans import Span


def when_of(reading: Reading, event: EventMark) -> When | None:
    """Return the time that an event's own clause tells, the narrowest of several; None where it tells none."""
    told = [
        mark
        for role in event.roles
        if role.role is Role.TIME
        and (mark := reading.times.get(role.span)) is not None
        and dates(mark, reading.words(mark.span))
    ]
    if not told:
        return None
    anchors = {one.span for one in told for other in told if _counts_from(other, one)}
    beside = {role.span for role in event.roles if reading.tree.dep(role.head) == "compound"}
    best = min(
        (mark for mark in told if mark.span not in anchors),
        key=lambda mark: (mark.span in beside, _width(mark), mark.span),
    )
    return as_when(best)


def _counts_from(mark: TimeMark, other: TimeMark) -> bool:
    """Tell whether a mark is counted from another right behind it ("days before the attacks of …")."""
    return "counted from '" in mark.basis and 0 < other.span.start - mark.span.end <= BESIDE


BESIDE = 24
"""Most characters between a time and the one behind it that it is counted from: "before the start of the"."""


def as_when(mark: TimeMark) -> When:
    """Return a time mark as the time of a claim, its anchor named."""
    anchor = Anchor.EVENT if "counted from the event" in mark.basis else Anchor.TEXT
    vague = mark.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF") or "publication unknown" in mark.basis
    if mark.anchored or vague or (mark.kind is TimeKind.DURATION and mark.earliest is None and mark.latest is None):
        anchor = Anchor.PUBLISHED
    return When(mark.earliest, mark.latest, mark.precision, mark.span, anchor, mark.basis)


COUNTED = re.compile(r"\b(?:past|last|previous|recent|coming|next)\b", re.IGNORECASE)
"""Words that count a length of time from the day of publication."""


def dates(mark: TimeMark, words: str) -> bool:
    """Tell whether a mark says when, not how long or how often; "in the past two months" says when."""
    if mark.kind is TimeKind.DURATION and mark.earliest is None and mark.latest is None:
        return bool(COUNTED.search(words))
    return mark.kind in (TimeKind.DATE, TimeKind.TIME) or mark.earliest is not None or mark.latest is not None


def _width(mark: TimeMark) -> timedelta:
    if mark.earliest is None or mark.latest is None:
        return timedelta.max
    return mark.latest - mark.earliest


def where_of(cast: Cast, event: EventMark) -> Where | None:
    """Return the place that an event's own clause tells; the trigger's own before its clause's; None where none."""
    told = (role for role in event.roles if role.role is Role.PLACE)
    places = [role for role in told if not names_source(cast.reading, event, role)]
    if not places:
        return None
    ranks = ("of the noun", "of the clause", "beside a part")
    best = min(places, key=lambda role: (ranks.index(role.why), abs(role.span.start - event.span.start)))
    return Where(best.span, cast.at(best.head), best.why, _listed(cast, best.span))


def names_source(reading: Reading, event: EventMark, role: RoleMark) -> bool:
    """Tell whether a part stands behind "according to": who says so, and where he is, is no part of the event."""
    tree = reading.tree
    above = takewhile(lambda one: one != event.head, (role.head, *tree.above(role.head)))
    return any("accord to" in tree.cases(one) for one in above)


JOINING = frozenset(
    "and or as well also the a parts part of areas area other some both districts district provinces province cities "
    "city towns town villages village regions region valleys valley nearby neighboring neighbouring".split()
)
"""Words between the places of one list."""


def _listed(cast: Cast, first: Span) -> tuple[Acting, ...]:
    """
    Return the places that a list goes on with behind its first; what one of them lies "in" is none of the list.

    A place behind a comma alone ("Osk, Merenth") holds the one before it, unless an "and" closes the list.
    """
    reading = cast.reading
    sentence = reading.sentence_of(first.start)
    found: list[Acting] = []
    waiting: list[Acting] = []
    end = first.end
    for name in reading.annotation.names:
        if sentence is None or name.span.start < end or name.span.end > sentence.end:
            continue
        between = re.findall(r"[\w'’]+|[^\w\s]", reading.text[end : name.span.start].lower())
        joined = bool(between) and all(one in JOINING or one == "," for one in between)
        top = reading.top(name.span)
        if name.kind is not NameKind.PLACE or top is None or not (joined or between == ["in"]):
            break
        if joined:
            waiting.append(Acting(name.span, cast.at(top)))
        if "and" in between or "or" in between or "well" in between:
            found, waiting = [*found, *waiting], []
        end = name.span.end
    return tuple(found)


def inferred(published: Published, told: list[tuple[When, Tense]]) -> Published:
    """
    Return when a report was published: as given, else no earlier than the latest day that it tells as past.

    Only times that stand by themselves count: what is counted from the day of publication can't date it, and a decade
    is told of what is long over.
    """
    if published.basis is not Basis.UNKNOWN:
        return published
    days = [
        when.earliest
        for when, tense in told
        if tense is Tense.PAST
        and when.anchor is not Anchor.PUBLISHED
        and when.earliest is not None
        and when.precision is not Precision.DECADE
    ]
    if not days:
        return published
    return Published(max(days), None, Basis.INFERRED)


BACKGROUND_DAYS = 45
"""A dated event this much older than the report's own days is history. Our own choice: news looks back a month and a
half at most when it follows a story (checked on the example story and the open reports)."""


def is_history(when: When | None, newest: date | None) -> bool:
    """Tell whether a time lies so far before the report's newest day that the report tells it as earlier history."""
    if when is None or when.latest is None or newest is None:
        return False
    return newest - when.latest > timedelta(days=BACKGROUND_DAYS)


YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def looks_back(when: When | None, words: str) -> bool:
    """
    Tell whether a time is told with its year.

    News tells its own days without a year ("on Monday", "on June 8"); with the day of publication unknown, a year is
    the only sign that a report looks back.
    """
    return when is not None and when.latest is not None and YEAR.search(words) is not None
