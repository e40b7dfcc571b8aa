"""The origins of an event: its roots, counted."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.judge.lineage import Lineage
from sourcebook.judge.parties import Sides
from sourcebook.judge.roots import Root, Sort
from sourcebook.values.claims import Claim
from sourcebook.values.standing import Origin


def find_origins(claims: Sequence[Claim], lineage: Lineage, sides: Sides) -> tuple[Origin, ...]:
    """
    Return the origins of these claims, named ones first.

    ``independent`` is True for a named source or an outlet in its own voice, False where an earlier origin speaks for
    the same side, None where the lineage is unnamed, a circle, or a report whose outlet is unknown.
    """
    groups: dict[Root, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(lineage.roots[claim.id], []).append(claim)
    found: list[Origin] = []
    entities: list[str] = []
    for root in sorted(groups):
        independent = True if root.sort in {Sort.NAMED, Sort.OUTLET} else None
        if root.key[0] == "entity":
            if any(sides.together(root.key[1], other) for other in entities):
                independent = False
            entities.append(root.key[1])
        found.append(
            Origin(
                label=root.label,
                kind=root.kind,
                claims=tuple(sorted(claim.id for claim in groups[root])),
                reports=tuple(sorted({claim.report for claim in groups[root]})),
                independent=independent,
                loop=lineage.loops.get(root, ()),
            )
        )
    return tuple(found)
