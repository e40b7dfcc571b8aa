"""Which claims a reader sees to tell one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcebook.tell.fame import carrying
from sourcebook.tell.heads import STANDING
from sourcebook.tell.index import Index
from sourcebook.tell.resolving import PRONOUNS
from sourcebook.tell.sentences import around
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Modality, Polarity, Role
from sourcebook.values.links import Entity
from sourcebook.values.standing import Event

_VISITS = frozenset({EventType.TRAVEL, EventType.CONSULT})
_AGREED = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE})
_ACTING = frozenset({Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT})

_PARTIES = 2
"""Those that two claims of one matter share at least."""


def akin(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims of an event show it themselves: two named ones in both, or one and the word for the act.

    An event's claims were joined by a machine; a line cites one as telling the same only where a reader sees it. Who is
    alone in both is called by words in both, not by a pronoun.
    """
    both = cast(found, one) & cast(found, other)
    if len(both) == 1 and not all(both <= cast(found, claim, called=True) for claim in (one, other)):
        return False
    if one.trigger.lemma.casefold() == other.trigger.lemma.casefold():
        return len(both) >= max(min(_PARTIES, len(cast(found, other))), 1)
    return len(both) > 1 and one.type is other.type and one.type not in STANDING | {EventType.OTHER}


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

    The same type of act between the same two sides, both held or both planned, at times and places that don't differ.
    """
    if one.type is not other.type or one.polarity is not other.polarity or one.background is not other.background:
        return False
    if one.modality is not other.modality:
        return False
    same_word = one.trigger.lemma.casefold() == other.trigger.lemma.casefold()
    if not (same_word if one.report == other.report else one.type.plover):
        return False
    return _between_the_same(found, one, other) and not apart(found, one, other)


def same_visit(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether a reader takes two claims for one visit or meeting: "Marrow met Task", "Marrow made the trip to Task".

    Both held, between the same two sides, at times and places that don't differ.
    """
    held = (one.modality, other.modality, one.polarity, other.polarity)
    if held != (Modality.ASSERTED, Modality.ASSERTED, Polarity.POSITIVE, Polarity.POSITIVE):
        return False
    if not {one.type, other.type} <= _VISITS or one.background is not other.background:
        return False
    return _between_the_same(found, one, other) and not apart(found, one, other)


def apart(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims can't be of one thing, however alike their words.

    Times that exclude each other, places or numbers that differ, at a meeting somebody named in each who is not in the
    other, or what the one agrees to and the other refuses.
    """
    opposed = any(
        first.type is EventType.REJECT and second.type in _AGREED for first, second in ((one, other), (other, one))
    )
    if opposed or _at_other_times(one, other) or _elsewhere(found, one, other) or _in_other_numbers(one, other):
        return True
    if not {one.type, other.type} <= _VISITS:
        return False
    first, second = _sides(found, one), _sides(found, other)
    return all(
        any(side.named and not any(side.meets(each) for each in theirs) for side in ours)
        for ours, theirs in ((first, second), (second, first))
    )


def subject_of(found: Index, claim: Claim) -> tuple[Claim, ...]:
    """Return the claims that a claim is told about: their words stand in those of its doer ("Marrow's trip ended")."""
    doers = [one.span for one in claim.participants if one.role is Role.ACTOR]
    return tuple(
        one
        for one in found.claims_in.get(claim.report, ())
        if one.id != claim.id and any(span.holds(one.trigger.span) for span in doers)
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """
    One who has a part in an act.

    Attributes:
        entity: The id of its entity; empty where it has none.
        named: Whether that has a name.
        words: What it is called here.
    """

    entity: str
    named: bool
    words: frozenset[str]

    def meets(self, other: _Side) -> bool:
        """Tell whether a reader takes two for one: the same entity, or the same words where one has no name."""
        if self.entity and self.entity == other.entity:
            return True
        return not (self.named and other.named) and bool(self.words & other.words)


def _sides(found: Index, claim: Claim) -> list[_Side]:
    """Return who has a part in a claim, each once; where it happened is no side."""
    made: dict[str, _Side] = {}
    for part in claim.participants:
        if part.role not in _ACTING:
            continue
        entity = found.entity(part.local)
        words = frozenset(carrying(found.words(claim.report, part.span), least=3))
        name = "" if entity is None else entity.id
        made.setdefault(name or str(part.span), _Side(name, entity is not None and entity.named, words))
    return list(made.values())


def _between_the_same(found: Index, one: Claim, other: Claim) -> bool:
    """Tell whether who did it and with whom are the same in both claims: all sides of the one that tells fewer."""
    fewer, more = sorted((_sides(found, one), _sides(found, other)), key=len)
    left = list(more)
    for side in fewer:
        match = next((each for each in left if side.meets(each)), None)
        if match is None:
            return False
        left.remove(match)
    return len(fewer) >= _PARTIES


def _elsewhere(found: Index, one: Claim, other: Claim) -> bool:
    """Tell whether two claims are set in different places, and the sentence of neither names the other's."""
    return all(
        place is not None
        and place.named
        and place.name not in found.words(claim.report, around(found.reports[claim.report], claim.trigger.span))
        for place, claim in ((_place(found, one), other), (_place(found, other), one))
    )


def _in_other_numbers(one: Claim, other: Claim) -> bool:
    """Tell whether two claims by the same word count the same and differ ("three were killed", "four were killed")."""
    if one.trigger.lemma.casefold() != other.trigger.lemma.casefold():
        return False
    return any(
        first.unit.casefold() == second.unit.casefold() and None not in {first.value, second.value} != {first.value}
        for first in one.quantities
        for second in other.quantities
    )


def _place(found: Index, claim: Claim) -> Entity | None:
    return None if claim.place is None else found.entity(claim.place.local)


def _at_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether the times of two claims exclude each other."""
    first, second = one.time, other.time
    if first is None or second is None:
        return False
    before = first.latest is not None and second.earliest is not None and first.latest < second.earliest
    behind = second.latest is not None and first.earliest is not None and second.latest < first.earliest
    return before or behind


def cast(found: Index, claim: Claim, role: Role | None = None, *, called: bool = False) -> set[str]:
    """
    Return the named entities with a part in a claim, all or those in one role; its place is one of all.

    ``called`` leaves out whom the claim tells by a pronoun only.
    """
    parts = [one for one in claim.participants if role in {None, one.role}]
    locals_ = [one.local for one in parts if not (called and _pronoun(found.words(claim.report, one.span)))]
    if role is None and claim.place is not None:
        locals_.append(claim.place.local)
    entities = [found.entity(local) for local in locals_]
    return {entity.id for entity in entities if entity is not None and entity.named}


def _pronoun(words: str) -> bool:
    return words.casefold() in PRONOUNS
