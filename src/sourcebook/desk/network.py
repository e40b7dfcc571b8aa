"""Who does what to whom: the bonds between entities that claims tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sourcebook.tell.index import Index
from sourcebook.values.cards import Tie
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Role

RELATIONS = {
    EventType.CONSULT: "meets",
    EventType.ACCUSE: "accuses",
    EventType.REJECT: "accuses",
    EventType.THREATEN: "accuses",
    EventType.SUPPORT: "supports",
    EventType.AGREE: "supports",
    EventType.COOPERATE: "supports",
    EventType.AID: "supports",
    EventType.CONCEDE: "supports",
    EventType.ASSAULT: "fights",
    EventType.COERCE: "fights",
    EventType.MOBILIZE: "fights",
    EventType.SANCTION: "fights",
}
"""What a type of event is between two; every other type is ``other``."""


def ties_of(found: Index, claim: Claim) -> Iterator[Tie]:
    """
    Yield the bonds that a claim tells, each once.

    A doer is bound to whom it is done to; those who take part side by side to each other; each source to the one whose
    words it passes on (``quotes``), and the report's own doers are not bound to its sources.
    """
    sides: dict[Role, list[str]] = {}
    for part in claim.participants:
        entity = found.entity(part.local)
        if entity is not None:
            sides.setdefault(part.role, []).append(entity.id)
    relation = RELATIONS.get(claim.type, "other")
    doers, done_to = sides.get(Role.ACTOR, []), sides.get(Role.RECIPIENT, [])
    beside = sides.get(Role.PARTICIPANT, [])
    pairs = [(one, other) for one in doers for other in (*done_to, *beside)]
    pairs += [(one, other) for place, one in enumerate(beside) for other in (*beside[place + 1 :], *done_to)]
    for one, other in dict.fromkeys(pairs):
        if one != other:
            yield Tie(claim.id, relation, one, other)
    sources = [entity.id for link in claim.attribution if (entity := found.entity(link.local)) is not None]
    for outer, inner in dict.fromkeys(pairwise(sources)):
        if outer != inner:
            yield Tie(claim.id, "quotes", outer, inner)
