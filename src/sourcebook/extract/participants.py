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
    found: dict[Span, Participant] = {}
    for role in event.roles:
        if role.role in (Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT):
            span = _words(reading, role)
            count = quantity_of(reading, role.head)
            made = Participant(role.role, span, cast.at(role.head), count, _behalf(reading, cast, role))
            found.setdefault(span, made)
    return tuple(found.values())


BEFORE = frozenset({"also", "neither", "either", "even", "just", "not", "including"})
"""Words at the front of a phrase that belong to the clause, not to who takes part."""


def _words(reading: Reading, role: RoleMark) -> Span:
    """Return a participant's words: with the whole of its name, without a time or an adverb in front."""
    tree, span = reading.tree, role.span
    name = reading.name_span(role.head)
    if name is not None and not span.holds(name):
        span = span.through(name) if span.start <= name.start else name.through(span)
    inside = [one for one in reading.tokens_in(span) if one <= role.head]
    while len(inside) > 1:
        front = tree.tokens[inside[0]]
        time = next((mark for mark in reading.times if mark.holds(front.span)), None)
        if time is not None and time.end <= tree.tokens[role.head].span.start:
            inside = [one for one in inside if tree.tokens[one].span.start >= time.end]
        elif (front.lemma.lower() in BEFORE and inside[0] != role.head) or front.pos == "PUNCT":
            inside = inside[1:]
        else:
            break
    return Span(tree.tokens[inside[0]].span.start, span.end) if inside else span


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
