"""Who takes part in a claim, counted, and on whose behalf."""

from __future__ import annotations

from sourcebook.extract.entities import Cast
from sourcebook.extract.quantities import quantity_of
from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import Acting, Participant
from sourcebook.values.kinds import NameKind, Role
from sourcebook.values.marks import EventMark, RoleMark
from sourcebook.values.spans import Span

BEHALF = frozenset({"from", "of", "representing", "for"})
OWNERS = (NameKind.PLACE, NameKind.ORGANIZATION, NameKind.GROUP)


def participants_of(reading: Reading, cast: Cast, event: EventMark) -> tuple[Participant, ...]:
    """Return the claim's participants in reading order, each conjunct of a list by itself."""
    return tuple(
        Participant(
            role.role, role.span, cast.at(role.head), quantity_of(reading, role.head), _behalf(reading, cast, role)
        )
        for role in event.roles
        if role.role in (Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT)
    )


def _behalf(reading: Reading, cast: Cast, role: RoleMark) -> tuple[Acting, ...]:
    """Return for whom a delegate acts: "envoys from India and Iran", "the rebel delegation", "the king's envoy"."""
    tree = reading.tree
    lemma = tree.tokens[role.head].lemma.lower()
    if (
        lemma not in noun_class("person") | noun_class("group") | noun_class("organization")
        or role.head in reading.name_at
    ):
        return ()
    heads = []
    for child in tree.children[role.head]:
        relation = tree.tokens[child].dep
        if tree.dep(child) in ("nmod", "obl") and relation != "nmod:poss" and set(tree.cases(child)) & BEHALF:
            heads.extend(tree.conjuncts(child))
        elif relation == "nmod:poss" or tree.dep(child) in ("compound", "amod"):
            heads.append(child)
    found: dict[Span, Acting] = {}
    for one in sorted(heads):
        name = reading.name_span(one)
        if name is not None and reading.name_kind(one) in OWNERS:
            top = reading.top(name)
            found.setdefault(name, Acting(name, cast.at(top if top is not None else one)))
    return tuple(found.values())
