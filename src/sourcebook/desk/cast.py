"""The cards of who is spoken of and who speaks: entities and outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from sourcebook.desk.describing import link_view, place_of, ref, time_view, words_at, written
from sourcebook.desk.portraits import Doubt, EntityBody, EntityCard, FactView, Outlet, Spelling
from sourcebook.desk.views import MergeView, Ref
from sourcebook.tell.index import Index
from sourcebook.values.cards import Card, CardKind
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Entity, Merge

_RELAYS = 50
"""Sources that an outlet is shown to pass on, the most frequent."""

_PLACES = 5
"""Places of a spelling that a dossier opens with."""


def outlets(found: Index, among: Container[str] | None = None) -> list[Outlet | str]:
    """
    Return the outlets, those with most claims first.

    Args:
        found: The story.
        among: Names of those to be worked out; of the others only the name is given. None for all.
    """
    reports = Counter(found.outlet(one.id) for one in found.story.reports)
    claims: Counter[str] = Counter()
    attributed: Counter[str] = Counter()
    anonymous: Counter[str] = Counter()
    relays: dict[str, Counter[str]] = {name: Counter() for name in reports}
    for claim in found.claims.values():
        name = found.outlet(claim.report)
        claims[name] += 1
        if claim.attribution and (among is None or name in among):
            attributed[name] += 1
            anonymous[name] += claim.attribution[-1].anonymous
            relays[name].update({link_view(found, claim, link).label for link in claim.attribution})
    return [
        name
        if among is not None and name not in among
        else Outlet(
            name,
            reports[name],
            claims[name],
            attributed[name],
            round(anonymous[name] / attributed[name], 3) if attributed[name] else None,
            tuple(sorted(relays[name].items(), key=lambda one: (-one[1], one[0]))[:_RELAYS]),
        )
        for name in sorted(reports, key=lambda one: (-claims[one], one))
    ]


def entity_card(found: Index, entity: Entity) -> Card:
    """Return the card of somebody or something."""
    claims = {*found.said.get(entity.id, ()), *found.done.get(entity.id, ())}
    face = EntityCard(
        id=entity.id,
        name=entity.name,
        kind=entity.kind.value,
        named=entity.named,
        spellings=tuple(one.text for one in entity.aliases),
        mentions=len(entity.mentions),
        reports=len({one.report for one in entity.mentions}),
        claims=len(claims),
        doubts=len(entity.possibly_same),
        place=place_of(entity) if entity.kind is NameKind.PLACE or entity.place is not None else None,
    )
    body = EntityBody(
        spellings=tuple(
            Spelling(
                one.text,
                len(one.places),
                tuple(words_at(found, place.report, place.span) for place in sorted(one.places)[:_PLACES]),
            )
            for one in entity.aliases
        ),
        facts=tuple(
            FactView(
                one.relation,
                one.value,
                ref(found.entities.get(one.entity or "")),
                time_view(found, found.claims[one.claim].report, one.time) if one.claim in found.claims else None,
                one.claim,
                found.claims[one.claim].report if one.claim in found.claims else "",
            )
            for one in entity.facts
        ),
        merges=tuple(_merge(found, one) for one in entity.merges),
        doubts=tuple(
            Doubt(Ref(other.id, other.name, other.kind.value), one.why)
            for one in entity.possibly_same
            if (other := found.entities.get(one.entity)) is not None
        ),
        members=tuple(
            Ref(one, found.locals[one].name, found.locals[one].report) for one in entity.members if one in found.locals
        ),
        mentions=tuple((one.report, one.span.start, one.span.end) for one in entity.mentions),
        within=() if entity.place is None else entity.place.within,
        why="" if entity.place is None else entity.place.why,
    )
    return Card(
        kind=CardKind.ENTITY,
        id=entity.id,
        face=written(face),
        body=written(body),
        words="\n".join((entity.name, *(one.text for one in entity.aliases))),
        marks=(
            ("kind", entity.kind.value),
            *(("report", one) for one in sorted({at.report for at in entity.mentions})),
        ),
    )


def _merge(found: Index, merge: Merge) -> MergeView:
    """Return a joining in the names that each report uses."""
    names = []
    for one in (merge.first, merge.second):
        local = found.locals.get(one)
        names.append(one if local is None else f"{local.name} ({found.outlet(local.report)})")
    return MergeView(names[0], names[1], merge.why)
