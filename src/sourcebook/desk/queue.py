"""What a person should look at first: where the doubt is greatest and most hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.desk.describing import clause
from sourcebook.desk.portraits import ReviewCard
from sourcebook.tell.index import Index
from sourcebook.values.claims import Claim
from sourcebook.values.judgements import Judgement, about
from sourcebook.values.kinds import ConflictField, ConflictState, EventType, Status
from sourcebook.values.standing import Conflict, Event

LEAST = 0.35
"""Doubt below which nobody is asked. Chosen by eye on the example story: about a quarter of its claims are shown."""

_UNSURE = {Status.DISPUTED: 0.25, Status.UNCONFIRMED: 0.1, Status.DENIED: 0.1}
_DECIDED = frozenset({"accept", "correct", "reject", "merge", "different"})


def review_cards(found: Index) -> list[ReviewCard]:
    """
    Return what is in doubt, the most urgent first: doubt times weight, then by id.

    What a person has decided about is not asked again, unless the decision was undone.
    """
    gone = decided(found.story.judgements)
    made = [one for one in (*_claims(found), *_conflicts(found), *_pairs(found)) if one.target not in gone]
    return sorted(made, key=lambda one: (-one.doubt * one.weight, one.target))


def decided(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the targets of rows about which these judgements leave nothing to be asked."""
    return frozenset(
        target
        for one in judgements
        if not one.undone and one.kind in _DECIDED
        for target in (one.target, " ".join(sorted(one.target.split())), *about(one))
    )


def _claims(found: Index) -> Iterator[ReviewCard]:
    for name in found.order:
        claim, event = found.claims[name], found.event_of.get(name)
        doubt, why = _doubt(claim, event)
        if event is not None and doubt >= LEAST and claim.type is not EventType.STATE:
            yield ReviewCard(
                kind="claim",
                target=name,
                title=clause(found, claim),
                status=event.status.value,
                event=event.id,
                report=claim.report,
                doubt=round(doubt, 3),
                weight=_weight(found, event),
                why=why,
            )


def _doubt(claim: Claim, event: Event | None) -> tuple[float, tuple[str, ...]]:
    """Return how unsure a claim's reading is, 0..1, and why."""
    doubt, why = 1.0 - claim.confidence, []
    if claim.confidence < 1 - LEAST:
        why.append(f"read with confidence {claim.confidence:.2f}")
    if event is not None and (more := _UNSURE.get(event.status)):
        doubt += more
        why.append(f"its event is {event.status.value}")
    if claim.missing:
        doubt += 0.05 * min(len(claim.missing), 3)
        parts = [one.partition(":")[0] for one in claim.missing]
        why.append(f"its clause names no {' and no '.join(parts)}")
    return min(doubt, 1.0), tuple(why)


def _conflicts(found: Index) -> Iterator[ReviewCard]:
    for conflict in found.story.judged.conflicts:
        event = found.events.get(conflict.event)
        if conflict.state is ConflictState.OPEN and event is not None:
            yield ReviewCard(
                kind="conflict",
                target=conflict.id,
                title=f"{event.title}: {_sides(conflict)}",
                status=event.status.value,
                event=event.id,
                report=None,
                doubt=0.9,
                weight=_weight(found, event),
                why=() if conflict.field is ConflictField.POLARITY else (conflict.why,),
            )


def _sides(conflict: Conflict) -> str:
    if conflict.field is ConflictField.POLARITY:
        return "so or not so"
    return " or ".join(one.value for one in conflict.sides)


def _pairs(found: Index) -> Iterator[ReviewCard]:
    seen = set()
    for entity in found.story.linking.entities:
        for doubt in entity.possibly_same:
            other = found.entities.get(doubt.entity)
            target = " ".join(sorted((entity.id, doubt.entity)))
            if other is None or target in seen:
                continue
            seen.add(target)
            yield ReviewCard(
                kind="pair",
                target=target,
                title=f"{entity.name} and {other.name}: one or two?",
                status="",
                event=None,
                report=None,
                doubt=0.6,
                weight=float(min(len(entity.mentions), len(other.mentions))),
                why=(doubt.why,),
            )


def _weight(found: Index, event: Event) -> float:
    reports = {found.claims[one].report for one in event.claims}
    return float(len(reports) + len(event.responses) + len(found.conflicts_of.get(event.id, ())))
