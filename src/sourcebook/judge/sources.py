"""The origins of an event: its roots, counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sourcebook.judge.doubts import may_be_one
from sourcebook.judge.lineage import Lineage
from sourcebook.judge.parties import Sides
from sourcebook.judge.roots import Root, Sort
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import LinkKind
from sourcebook.values.standing import Origin

PASSING = frozenset({LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.SOCIAL})
"""Kinds of links that pass on what others say."""


def leaning(claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
    """Return the outlets, as (report, local entity), that a report shows to pass on an unnamed source's word."""
    return frozenset(
        (claim.report, outer.local)
        for claim in claims
        for outer, inner in pairwise(claim.attribution)
        if outer.kind in PASSING and outer.local is not None and inner.anonymous
    )


def find_origins(
    claims: Sequence[Claim], lineage: Lineage, sides: Sides, leaned: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Origin, ...]:
    """
    Return the origins of these claims, named ones first.

    ``independent`` is True for a named source, and for an outlet in its own voice where it is the only origin; False
    where an earlier origin speaks for the same side; None where the lineage is unnamed, a circle, a report whose outlet
    is unknown, an outlet beside other origins, which may rest on them, a body that by its phrase may be one of those
    before it ("the ministry"), or an outlet that the same report shows to lean
    on an unnamed source (``leaned``, from :func:`leaning`).
    """
    groups: dict[Root, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(lineage.roots[claim.id], []).append(claim)
    found: list[Origin] = []
    entities: list[str] = []
    for root in sorted(groups):
        alone = root.sort is Sort.OUTLET and len(groups) == 1
        independent = True if root.sort is Sort.NAMED or alone else None
        ends = [(claim.report, claim.attribution[-1].local or "") for claim in groups[root] if claim.attribution]
        if len(ends) == len(groups[root]) and leaned.issuperset(ends):
            independent = None
        if root.key[0] == "entity":
            if any(sides.together(root.key[1], other) for other in entities):
                independent = False
            elif any(may_be_one(root.label, one.label) for one in found):
                independent = None
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
