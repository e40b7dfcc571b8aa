"""Which events matter most, where each belongs in a brief, and which of its claims tells it best."""

from __future__ import annotations

from datetime import date, timedelta

import regex

from sourcebook.tell.clauses import leans, opens_with_pronoun, tellings
from sourcebook.tell.fame import Fame
from sourcebook.tell.heads import STANDING, by_the_way, is_head
from sourcebook.tell.index import Index
from sourcebook.tell.opinion import opines
from sourcebook.tell.sentences import around
from sourcebook.tell.verbs import SURELY, verbal
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import ConflictState, EventType, Modality, Stance, Status, Tense
from sourcebook.values.reports import PassageKind
from sourcebook.values.standing import Event

SECTIONS = {
    "new": "What is new",
    "happened": "What is reported to have happened",
    "disputed": "Disputed or denied",
    "planned": "Planned, promised, demanded",
    "unconfirmed": "What nobody named confirms",
    "answers": "Who answered and who did not",
    "background": "Background",
}
"""Titles of a brief's sections, in the order of reading."""

DATED = "dated"
"""In place of a section's key: claims that tell their time come first."""

_OWN_WEIGHT = {
    EventType.CONTROL: 4.0,
    EventType.TRAVEL: 3.5,
    EventType.OFFICE: 2.5,
    EventType.FOUND: 2.0,
    EventType.LIFE: 1.5,
    EventType.STATEMENT: 1.0,
    EventType.STATE: 0.5,
    EventType.OTHER: 0.0,
}
_DEATHS = frozenset({"die", "death"})
"""Words of a life that are news unless they are told as history."""

_HISTORY = timedelta(days=3 * 365)
"""What lies further back from a story's newest day is told as its background: an editorial choice."""

_FAMOUS = 12.0
"""Points of a claim all of whose words every report opens with; a third of that is much: an editorial choice."""

_TELLING = 5.0
"""The same, where claims of one event compete to tell it."""

_ONLOOKER = regex.compile(
    r"\b(?:professor|analysts?|scholars?|fellow|expert|experts|historian|columnist|commentator|observers?|pundits?|"
    r"think tank|University|Institute|Institution|Center for|Centre for|Council on)\b"
)
_RECENT = regex.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|tonight|last night)\b")
_SPEAKS = regex.compile(r"[“\"]|\b(?:said|says|told|according to|argue[sd]?|noted|notes|added)\b")
_AHEAD = frozenset({Modality.PLANNED, Modality.PROMISED, Modality.CONDITIONAL, Modality.HYPOTHETICAL})


def section_of(
    found: Index, event: Event, newest: date | None = None, *, clash: bool = True, ahead: bool = True
) -> str:
    """
    Return the key of the section that an event belongs to.

    Args:
        found: The story.
        event: One of its events.
        newest: The story's newest day; what lies years before it is background.
        clash: Whether both sides of what is disputed can be told; if not, it goes where it would go without.
        ahead: Whether its words say that it is to come; if not, it goes where it would go without.
    """
    claims = [found.claims[one] for one in event.claims]
    days = [one.time.latest for one in claims if one.time is not None and one.time.latest is not None]
    contested = any(one.state is ConflictState.OPEN for one in found.conflicts_of.get(event.id, ()))
    if clash and (contested or event.status in {Status.DENIED, Status.DISPUTED}):
        return "disputed"
    if all(one.background for one in claims):
        return "background"
    coming = event.status in {Status.PLANNED, Status.CONDITIONAL}
    if ahead and (coming or all(one.modality is not Modality.ASSERTED for one in claims)):
        return "planned"
    if days and newest is not None and newest - max(days) > _HISTORY:
        return "background"
    if event.status is Status.UNCONFIRMED:
        return "unconfirmed"
    died = any(one.type is EventType.LIFE and one.trigger.lemma in _DEATHS and not one.background for one in claims)
    news = died or any(_of_these_days(found, one) for one in claims)
    return "background" if event.type in STANDING and not news else "happened"


def _of_these_days(found: Index, claim: Claim) -> bool:
    """Tell whether a claim's time is told as one counts from the day of its report ("on Sunday", "last night")."""
    when = claim.time
    return (
        when is not None and when.span is not None and _RECENT.search(found.words(claim.report, when.span)) is not None
    )


def weight(found: Index, event: Event, newest: date | None, known: Fame | None = None) -> float:
    """
    Return how much an event matters; larger matters more, no unit, 0 to about 30.

    It adds up: how much of the story's news its words hold (``known``), reports and independent origins that tell it,
    its type (PLOVER's before the record's own), named participants, whether its time is known, and how near that is to
    the story's newest day. The weights are editorial choices, made on the example story and read on others; none was
    fitted.
    """
    claims = [found.claims[one] for one in event.claims]
    reports = {one.report for one in claims}
    points = 1.5 * min(len(reports), 5) + 0.75 * min(len(event.origins), 4)
    points += 5.0 if event.type.plover else _OWN_WEIGHT[event.type]
    parties = {one.entity for one in event.participants if one.entity is not None}
    named = [one for one in parties if one in found.entities and found.entities[one].named]
    points += 0.75 * min(len(named), 3)
    points += 2.0 * sum(one.stance in {Stance.DENIES, Stance.CONFIRMS} for one in event.responses)
    if any(one.modality in _AHEAD for one in claims):
        points += 1.5
    if all(one.modality in {Modality.DEMANDED, Modality.POSSIBLE} for one in claims):
        points -= 2.0
    if event.time is not None and event.time.latest is not None:
        points += 1.0
        if newest is not None:
            points += 1.5 / (1 + abs((newest - event.time.latest).days) / 90)
    if not any(found.in_body(one) for one in claims):
        points -= 3.0
    points += max(_lead(found, one) for one in claims)
    if known is not None:
        points += _FAMOUS * max(known.of(found, one) for one in claims)
    if all(one.quote for one in claims):
        points -= 2.0
    if all(of_an_onlooker(_sentence(found, one)) for one in claims):
        points -= 3.0
    if any(verbal(found.reports[one.report], one) == SURELY for one in claims):
        points += 1.0
    if all(one.tense is Tense.HABITUAL for one in claims):
        points -= 2.0
    if all(opines(found.reports[one.report], one, _sentence(found, one)) for one in claims):
        points -= 5.0
    if all(leans(found, one) for one in claims):
        points -= 3.0
    if not any(is_head(found, one) for one in claims):
        points -= 3.0
    return points + max(one.confidence for one in claims)


def _lead(found: Index, claim: Claim) -> float:
    """Return how near to the head of its story a claim stands, 0..1.5: news is told first things first."""
    passages = found.reports[claim.report].passages
    at = claim.trigger.span.start
    own = next((place for place, one in enumerate(passages) if one.span.start <= at < one.span.end), None)
    if own is None:
        return 0.0
    item = passages[own].item
    before = sum(one.item == item and one.kind is PassageKind.BODY for one in passages[:own])
    return 1.5 / (1 + before / 2)


def _sentence(found: Index, claim: Claim) -> str:
    return found.words(claim.report, around(found.reports[claim.report], claim.trigger.span))


def of_an_onlooker(line: str) -> bool:
    """Tell whether a line has the word of somebody who has no part in it: a professor, an analyst."""
    return _SPEAKS.search(line) is not None and _ONLOOKER.search(line) is not None


def day_of(event: Event) -> date | None:
    """Return the day that an event is sorted by, its latest possible one; None where its time is unknown."""
    when = event.time
    return None if when is None else (when.latest or when.earliest)


def best_first(found: Index, event: Event, section: str, known: Fame | None = None) -> list[Claim]:
    """Return the event's claims, the one that tells it best first; ``known`` prefers what holds the story's news."""
    famous = {one: 0.0 if known is None else _TELLING * known.of(found, found.claims[one]) for one in event.claims}
    return sorted(
        (found.claims[one] for one in event.claims),
        key=lambda one: (-_fitness(found, one, section) - famous[one.id], _place(one)),
    )


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.report, claim.trigger.span.start, claim.id


def _share(claim: Claim, length: int) -> float:
    """Return how much of a line a claim's own clause is, 0..1: what a sentence says by the way is not its matter."""
    own = claim.evidence[0] if claim.evidence else claim.trigger.span
    return min((own.end - own.start) / max(length, 1), 1.0)


def _fitness(found: Index, claim: Claim, section: str) -> float:
    bases = tellings(found, claim)
    if not bases:
        return -10.0
    base = bases[0]
    report = found.reports[claim.report]
    points = 0.0 if found.in_body(claim) else -2.0
    points -= 0.0 if opens_with_pronoun(report, base) is None else 2.0
    length = base.end - base.start
    points += 1.0 if length <= 180 else 0.0
    points -= 1.0 if length < 40 else 0.0
    points -= 2.0 * (1.0 - _share(claim, length)) + 1.5 * leans(found, claim)
    points += 2.0 * is_head(found, claim) - 3.0 * by_the_way(report, claim) - 1.0 * claim.quote
    entities = [found.entity(one.local) for one in claim.participants]
    points += sum(0.75 for one in entities if one is not None and one.named)
    points += 0.5 * (claim.place is not None) + 0.5 * (claim.time is not None and claim.time.span is not None)
    points += 0.5 * bool(claim.attribution) - 1.0 * claim.background
    points -= 5.0 * opines(report, claim, _sentence(found, claim))
    if section == DATED:
        points += 3.0 * (claim.time is not None and claim.time.span is not None)
    if section == "planned":
        points += 2.0 * (claim.modality is not Modality.ASSERTED)
    return points + claim.confidence
