"""Which claims a reader sees to tell one thing."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.tell.heads import STANDING
from sourcebook.tell.index import Index
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Modality, NameKind, Polarity, Role
from sourcebook.values.standing import Event

_VISITS = frozenset({EventType.TRAVEL, EventType.CONSULT})

_PARTIES = 2
"""Named ones that two claims of one matter share at least."""


def akin(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims of an event show it themselves: two named ones in both, or one and the word for the act.

    An event's claims were joined by a machine; a line cites one as telling the same only where a reader sees it.
    """
    common = len(cast(found, one) & cast(found, other))
    if one.trigger.lemma.casefold() == other.trigger.lemma.casefold():
        return common >= max(min(_PARTIES, len(cast(found, other))), 1)
    return common > 1 and one.type is other.type and one.type not in STANDING | {EventType.OTHER}


def parts_of(found: Index, event: Event) -> tuple[Event, ...]:
    """
    Return the event by groups of its claims that name somebody in common, in the order of its claims.

    What was joined though nobody named is in both is told in lines of its own.
    """
    groups: list[tuple[set[str], list[str]]] = []
    loose: list[str] = []
    for id_ in event.claims:
        named = cast(found, found.claims[id_])
        if not named:
            loose.append(id_)
            continue
        near = [one for one in groups if one[0] & named]
        merged = (named.union(*(one[0] for one in near)), [*(claim for one in near for claim in one[1]), id_])
        groups = [one for one in groups if one not in near] + [merged]
    if len(groups) <= 1:
        return (event,)
    groups.sort(key=lambda one: (-len(one[1]), min(event.claims.index(claim) for claim in one[1])))
    groups[0][1].extend(loose)
    return tuple(replace(event, claims=tuple(one for one in event.claims if one in group)) for _, group in groups)


def same_matter(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether a reader sees two claims of different events tell one thing, so that one line will do for both.

    Two parties named in both, the same type of act, both held or both to come, and times that don't exclude each other.
    """
    if one.type is not other.type or one.polarity is not other.polarity or one.background is not other.background:
        return False
    if (one.modality is Modality.ASSERTED) is not (other.modality is Modality.ASSERTED):
        return False
    if len(cast(found, one) & cast(found, other)) < _PARTIES:
        return False
    same_word = one.trigger.lemma.casefold() == other.trigger.lemma.casefold()
    if not (same_word if one.report == other.report else one.type.plover):
        return False
    return not _apart(one, other)


def same_visit(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether a reader takes two claims for one visit or meeting: somebody's, with nobody else in either.

    "Marrow met the envoy in Vell", "Marrow made the trip for talks": both held, by one who is named, no other times,
    and the parties of the one among those of the other.
    """
    held = (one.modality, other.modality, one.polarity, other.polarity)
    if held != (Modality.ASSERTED, Modality.ASSERTED, Polarity.POSITIVE, Polarity.POSITIVE):
        return False
    if not {one.type, other.type} <= _VISITS or one.background is not other.background or _apart(one, other):
        return False
    first, second = _people(found, one), _people(found, other)
    return bool(first and second) and (first <= second or second <= first)


def subject_of(found: Index, claim: Claim) -> tuple[Claim, ...]:
    """Return the claims that a claim is told about: their words stand in those of its doer ("Marrow's trip ended")."""
    doers = [one.span for one in claim.participants if one.role is Role.ACTOR]
    return tuple(
        one
        for one in found.claims_in.get(claim.report, ())
        if one.id != claim.id and any(span.holds(one.trigger.span) for span in doers)
    )


def _people(found: Index, claim: Claim) -> set[str]:
    return {one for one in cast(found, claim) if found.entities[one].kind is NameKind.PERSON}


def _apart(one: Claim, other: Claim) -> bool:
    """Tell whether the times of two claims exclude each other."""
    first, second = one.time, other.time
    if first is None or second is None:
        return False
    apart = first.latest is not None and second.earliest is not None and first.latest < second.earliest
    behind = second.latest is not None and first.earliest is not None and second.latest < first.earliest
    return apart or behind


def cast(found: Index, claim: Claim, role: Role | None = None) -> set[str]:
    """Return the named entities with a part in a claim, all or those in one role; its place is one of all."""
    locals_ = [part.local for part in claim.participants if role in {None, part.role}]
    if role is None and claim.place is not None:
        locals_.append(claim.place.local)
    entities = [found.entity(local) for local in locals_]
    return {entity.id for entity in entities if entity is not None and entity.named}
