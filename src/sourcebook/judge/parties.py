"""Who speaks for whom: sides of an event, by the roles and affiliations that the reports tell."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.judge.casebook import Casebook

TIES = frozenset({"role", "affiliation", "founder"})
"""Relations by which somebody's word counts as the word of the other side of the fact."""

_STEPS = 2
"""How far ties are followed: a spokesman of a ministry, the ministry of a state."""


@dataclass(frozen=True, slots=True)
class Sides:
    """
    Ties between entities.

    Attributes:
        ties: By entity id, the ids of those that it speaks for, itself included.
    """

    ties: dict[str, frozenset[str]]

    def of(self, entity: str) -> frozenset[str]:
        """Return the entity and everybody that it speaks for."""
        return self.ties.get(entity, frozenset({entity}))

    def together(self, one: str, other: str) -> bool:
        """Tell whether the two speak for one side."""
        return not self.of(one).isdisjoint(self.of(other))


def find_sides(book: Casebook) -> Sides:
    """Follow the roles and affiliations that the reports tell, and on whose behalf participants act."""
    direct: dict[str, set[str]] = {}
    for fact in book.facts:
        one, other = book.owners.get(fact.subject), book.owners.get(fact.object or "")
        if fact.relation in TIES and fact.claim not in book.rejected and one is not None and other is not None:
            direct.setdefault(one, set()).add(other)
    for entity in book.entities.values():
        for line in entity.facts:
            if line.relation in TIES and line.entity is not None and line.claim not in book.rejected:
                direct.setdefault(entity.id, set()).add(line.entity)
    for name, claim in book.claims.items():
        if name in book.rejected:
            continue
        for participant in claim.participants:
            one = book.owners.get(participant.local or "")
            ends = {book.owners[acting.local] for acting in participant.of if acting.local in book.owners}
            if one is not None and ends:
                direct.setdefault(one, set()).update(ends)
    ties = {}
    for entity_id in direct:
        reached = {entity_id}
        for _ in range(_STEPS):
            reached |= {end for one in reached for end in direct.get(one, ())}
        ties[entity_id] = frozenset(reached)
    return Sides(ties)
