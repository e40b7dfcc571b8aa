"""Whether two acts can be one, and how much speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sourcebook.link.acts import TOLD, Act, Realm
from sourcebook.link.parties import (
    described_alike,
    disjoint,
    named_among,
    others_by_words,
    parties_apart,
    shared,
    unmatched,
)
from sourcebook.link.wording import acts_alike
from sourcebook.values.kinds import SYMMETRIC, EventType, Role
from sourcebook.values.links import PlaceFacts

MANNERS = frozenset({EventType.OFFICE, EventType.COERCE})
"""Types that hold acts of many manners: an arrest is no ban, an appointment no resignation."""
DOUBTFUL = frozenset(
    {
        "done to others",
        "done to other numbers",
        "done by others",
        "history against news",
        "other parties",
        "places that don't meet",
    }
)
"""Reasons to keep two acts apart that rest on who or where, which a reading may get wrong in one of many claims."""
SAME_WORDS = 0.45
"""Jaccard of content stems from which two statements of one speaker say the same."""

LIKE_WORDS = 0.25
"""Jaccard of content stems from which two clauses are worded alike."""
_LONG_AGO = timedelta(days=2 * 365)
"""From here on a report that means a past act says so."""
SLACK = timedelta(days=1)
"""News counts days in the outlet's time zone: a night event lies on two dates."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    What speaks for two acts being one; every figure lies in 0..1 unless said otherwise.

    Attributes:
        act: Of the triggers.
        kind: Whether the type is the same and says something.
        named: Parties in common that bear names, of two.
        described: Parties in common without a name, of one.
        unmatched: Whether each has a party in one role that the other lacks, by name and by description.
        undergone: Whether it was done to others, by description.
        time: 1 where dated days meet within a week, else 0.
        place: 1 one inside the other, -1 apart, 0 where one is missing.
        words: Jaccard of the clauses' content stems.
        near: Similarity of two reports' words; 0 within one.
        matter: Whether two reports are on one matter; 0 within one.
        within: Whether both stand in one report.
        rivals: Whether those who act are named, and others.
        general: Whether the trigger tells too little alone.
        contrary: Whether one is negative and the other is not.
    """

    act: float
    kind: float
    named: float
    described: float
    unmatched: float
    undergone: float
    time: float
    place: float
    words: float
    near: float
    matter: float
    within: float
    rivals: float
    general: float
    contrary: float


def apart(one: Act, other: Act) -> str | None:
    """Return why two acts can't be one event, None where they can."""
    if one.realm is not other.realm:
        return f"{one.realm} against {other.realm}"
    alike = acts_alike(one, other)
    if one.type is not other.type and alike < 0.7:
        return "acts of different types"
    if one.type is other.type and alike == 0.0 and (one.general or other.general or one.told):
        return "acts that have no word in common"
    if one.type is other.type and alike == 0.0 and one.type in MANNERS:
        return "acts that have no word in common"
    if one.type is other.type and alike == 0.0 and one.lasting != other.lasting:
        return "a deed against a stance"
    if _days_apart(one, other):
        return "days that don't meet"
    if alike < 0.9 and _one_sentence(one, other):
        return "two deeds of one sentence"
    if alike < 0.9 and _since(one) != _since(other):
        return "a deed against what has gone on since"
    if one.report == other.report and one.told_before is not other.told_before:
        return "reported earlier against news"
    if _other_plans(one, other, alike):
        return "plans of their own"
    if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
        return "the one is told to come after the other"
    if _stale(one, other) or _stale(other, one):
        return "history against news"
    parties = parties_apart(one, other, alike)
    if parties is not None:
        return parties
    if one.where is not None and other.where is not None and places(one.where, other.where) < 0:
        strong = len(shared(named_among(one.parties), named_among(other.parties))) >= 2 and one.dated and other.dated
        if one.type is EventType.TRAVEL or not strong:
            return "places that don't meet"
    if one.told or other.told:
        return _told_apart(one, other)
    return None


def _since(act: Act) -> bool:
    """Tell whether the act is told to go on since some day."""
    return act.dated and act.earliest is not None and act.latest is None


def strangers(one: Act, other: Act) -> bool:
    """Tell whether reports of different days tell two acts with nobody, no day, no place and no words in common."""
    if one.told_on is None or other.told_on is None or one.told_on == other.told_on:
        return False
    if not one.parties or not other.parties:
        return False
    met = shared(one.parties, other.parties) or described_alike(one, other) or _same_days(one, other)
    if met or (one.where is not None and other.where is not None and places(one.where, other.where) > 0):
        return False
    return _like(one, other) < LIKE_WORDS


def _like(one: Act, other: Act) -> float:
    """Return the Jaccard of the clauses' content stems."""
    union = one.words | other.words
    return len(one.words & other.words) / len(union) if union else 0.0


def _one_sentence(one: Act, other: Act) -> bool:
    """Tell whether one sentence tells both: what it tells in two words is two deeds."""
    return one.report == other.report and one.context | {one.stem} == other.context | {other.stem}


def _other_plans(one: Act, other: Act, alike: float) -> bool:
    """
    Tell whether two reports plan two meetings: the words for them differ, and no day or place is in common.

    The same two parties plan many; what was held is told with more than its plan, what is planned often is not.
    """
    if one.report == other.report or one.realm is not Realm.PLANNED or one.type not in SYMMETRIC or alike > 0.9:
        return False
    one_place = one.where is not None and other.where is not None and places(one.where, other.where) > 0
    return not one_place and not _same_days(one, other)


def _told_apart(one: Act, other: Act) -> str | None:
    if one.parties and other.parties and not shared(one.parties, other.parties):
        return "said of or by different parties"
    return None if _like(one, other) >= SAME_WORDS else "other words"


def _days_apart(one: Act, other: Act) -> bool:
    if not _after(one, other) and not _after(other, one):
        return False
    slack = SLACK if _short(one) and _short(other) else timedelta()
    if one.earliest is not None and other.latest is not None and one.earliest > _later(other.latest, slack):
        return True
    return other.earliest is not None and one.latest is not None and other.earliest > _later(one.latest, slack)


def _after(one: Act, other: Act) -> bool:
    """Tell whether the one begins after the other's last day."""
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def _short(act: Act) -> bool:
    """Tell whether the act is told to a few days, so that time zones matter."""
    return act.earliest is not None and act.latest is not None and act.latest - act.earliest <= 3 * SLACK


def _later(day: date, slack: timedelta) -> date:
    return day + slack if day < date.max - slack else day


def places(one: PlaceFacts, other: PlaceFacts) -> float:
    """Return 1 where one place holds the other, -1 where they lie apart, 0 where it can't be told."""
    if not one.within or not other.within:
        return 0.0
    if one.country and other.country and one.country != other.country:
        return -1.0
    short, long = sorted((one.within, other.within), key=len)
    if long[-len(short) :] == short:
        return 1.0
    return -1.0 if one.country == other.country else 0.0


def evidence(one: Act, other: Act, near: float, *, one_matter: bool) -> Evidence:
    """Return what speaks for two compatible acts being one; ``near`` and ``one_matter`` tell of their reports."""
    pairs = shared(one.parties, other.parties)
    named = sum(first.named and second.named for first, second in pairs)
    described = len(pairs) - named + described_alike(one, other)
    return Evidence(
        act=acts_alike(one, other),
        kind=float(one.type is other.type and one.type not in TOLD and one.type is not EventType.OTHER),
        named=min(named, 2) / 2,
        described=float(min(described, 1)),
        unmatched=float(unmatched(one, other, pairs)),
        undergone=float(others_by_words(one.undergoing, other.undergoing)),
        time=float(_same_days(one, other)),
        place=places(one.where, other.where) if one.where is not None and other.where is not None else 0.0,
        words=_like(one, other),
        near=0.0 if one.report == other.report else near,
        matter=float(one_matter and one.report != other.report),
        within=float(one.report == other.report),
        rivals=float(disjoint(one.of(Role.ACTOR), other.of(Role.ACTOR))),
        general=float(one.general or other.general),
        contrary=float(one.negative != other.negative),
    )


def _stale(one: Act, other: Act) -> bool:
    """
    Tell whether ``one`` is dated long before the reports that tell of both, and ``other`` is not dated.

    What was done to one and the same named party is another matter: nobody is killed twice.
    """
    days = [act.told_on for act in (one, other) if act.told_on is not None]
    if not days or not one.dated or one.latest is None or other.dated or max(days) - one.latest <= _LONG_AGO:
        return False
    return not any(first.named and second.named for first, second in shared(one.undergoing, other.undergoing))


def _same_days(one: Act, other: Act) -> bool:
    if not (one.dated and other.dated) or None in {one.earliest, one.latest, other.earliest, other.latest}:
        return False
    assert one.earliest is not None and one.latest is not None  # noqa: S101, PT018 - told to the type checker
    assert other.earliest is not None and other.latest is not None  # noqa: S101, PT018
    return max(one.latest - one.earliest, other.latest - other.earliest) <= timedelta(days=7)
