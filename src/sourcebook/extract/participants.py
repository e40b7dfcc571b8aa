"""Who takes part in a claim, counted, and on whose behalf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.entities import Cast
from sourcebook.extract.quantities import quantity_of
from sourcebook.extract.reading import Reading
from sourcebook.extract.whenwhere import names_source
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import Acting, Participant
from sourcebook.values.kinds import EventType, NameKind, Role
from sourcebook.values.marks import EventMark, RoleMark
from sourcebook.values.spans import Span

BEHALF = frozenset({"from", "of", "representing", "for"})
OWNERS = (NameKind.PLACE, NameKind.ORGANIZATION, NameKind.GROUP)


def participants_of(reading: Reading, cast: Cast, event: EventMark) -> tuple[Participant, ...]:
    """Return the claim's participants in reading order, each conjunct of a list by itself."""
    found: dict[tuple[Role, str | Span], Participant] = {}
    for role in event.roles:
        if role.role in (Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT):
            if _then(reading, role) or names_source(reading, event, role):
                continue
            one = _noun_of(reading, role)
            span = _words(reading, one)
            local = _meant(reading, cast, bearer(reading, one.head))
            behalf = _behalf(reading, cast, one) or (
                _whose(reading, cast, one.head) if event.type is EventType.STATE else ()
            )
            made = Participant(role.role, span, local, quantity_of(reading, one.head), behalf)
            key = (role.role, span if local is None else local)
            if key not in found or len(reading.words(span)) > len(reading.words(found[key].span)):
                found[key] = made
    if event.type is not EventType.CONSULT and all(one.role is Role.ACTOR for one in found.values()):
        found |= dict(_undergone(reading, cast, event))
    by = _agent(reading, event)
    if by is not None and not any(
        one.role is Role.ACTOR and one.span.holds(reading.tree.tokens[by].span) for one in found.values()
    ):
        behind = reading.tree.tokens[by].span.end
        found = {key: one for key, one in found.items() if one.role is not Role.ACTOR or one.span.start < behind}
        span = reading.name_span(by) or reading.tree.phrase_span(by)
        if all(one.role is not Role.ACTOR and one.local != cast.at(by) for one in found.values()):
            found[Role.ACTOR, span] = Participant(Role.ACTOR, span, cast.at(by))
    other = _holds(reading, event)
    if other is not None and event.type in (EventType.STATE, EventType.OFFICE):
        local, span = cast.at(other), reading.name_span(other) or reading.tree.phrase_span(other)
        if all(one.local != local or local is None for one in found.values()) and not any(
            one.span.holds(span) for one in found.values() if one.role is not Role.ACTOR
        ):
            found[Role.RECIPIENT, span] = Participant(Role.RECIPIENT, span, local)
    by_span = {one.span: one for one in found.values()}
    return tuple(_titled(reading, tuple(by_span.values())))


def _then(reading: Reading, role: RoleMark) -> bool:
    """Tell whether a part only says when, by what its clause hangs on: "after which the governor fled"."""
    tree = reading.tree
    pronoun = tree.tokens[role.head].tag in ("WDT", "WP")
    return pronoun and bool(set(tree.cases(role.head)) & {"after", "before", "during", "since", "upon"})


def _undergone(reading: Reading, cast: Cast, event: EventMark) -> Iterator[tuple[tuple[Role, str | Span], Participant]]:
    """Yield the things that an act is done to: they are a claim's recipients where it tells of nobody else."""
    for role in event.roles:
        if role.role is Role.TOPIC and role.why in ("subject", "object"):
            span, local = _words(reading, role), cast.at(role.head)
            made = Participant(Role.RECIPIENT, span, local, quantity_of(reading, role.head))
            yield (Role.RECIPIENT, span if local is None else local), made


def _meant(reading: Reading, cast: Cast, head: int) -> str | None:
    """Return the entity that a part is; "this", "that" and "it" are never a person."""
    local = cast.at(head)
    called = cast.called(local) if local is not None else None
    thing = reading.tree.tokens[head].lemma.lower() in ("this", "that", "it")
    return None if thing and called is not None and called.kind is NameKind.PERSON else local


def _titled(reading: Reading, parts: tuple[Participant, ...]) -> Iterator[Participant]:
    """Yield the parts, an office and the name right behind it as one ("the leader of the front Ahmad Vell")."""
    title: Participant | None = None
    for one in sorted(parts, key=lambda part: part.span):
        if title is not None and one.role is title.role and _right_behind(reading, title, one):
            whole = Span(title.span.start, one.span.end)
            title = replace(one, span=whole, of=title.of or one.of)
            continue
        if title is not None:
            yield title
        title = one
    if title is not None:
        yield title


def _right_behind(reading: Reading, title: Participant, one: Participant) -> bool:
    office, head = reading.top(title.span), reading.top(one.span)
    between = reading.text[title.span.end : one.span.start]
    if between == " " and one.role is Role.ACTOR and head is not None and reading.name_kind(head) is NameKind.PERSON:
        return " " not in reading.words(title.span)  # cut in two by the parser ("Oskan Finance Minister Ada Fern")
    if office is None or head is None or office in reading.name_at or between.strip(" ,") or len(between) > PAUSE:
        return False
    token = reading.tree.tokens[office]
    person = reading.name_kind(head) is NameKind.PERSON
    return person and token.tag not in ("NNS", "NNPS") and token.lemma.lower() in noun_class("role")


PAUSE = 2
"""Most characters between an office and its holder's name: a comma and a blank."""


def _noun_of(reading: Reading, role: RoleMark) -> RoleMark:
    """Return the part with the noun of a relative pronoun that nobody resolved: the one right before its clause."""
    tree = reading.tree
    token = tree.tokens[role.head]
    if token.tag not in ("WDT", "WP") or token.lemma.lower() not in ("which", "who", "that", "whom"):
        return role
    before = role.head - 1
    while before >= 0 and tree.tokens[before].pos in ("PUNCT", "ADP"):
        before -= 1
    if before < 0 or tree.tokens[before].pos not in ("NOUN", "PROPN"):
        return role
    name = reading.name_span(before)
    top = reading.top(name) if name is not None else None
    head = before if top is None else top
    return replace(role, head=head, span=tree.phrase_span(head))


def bearer(reading: Reading, head: int) -> int:
    """
    Return the head of the person's name that a noun of office leads to or stands beside.

    "Leader of the front Ahmad Vell" is Vell; "Vell, a leader who fought" has Vell fight.
    """
    tree = reading.tree
    if head in reading.name_at or tree.tokens[head].lemma.lower() not in noun_class("role"):
        return head
    for child in tree.of(head, "appos", "flat", "nmod:desc", "nmod"):
        owned = tree.tokens[child].dep == "nmod:poss" or bool(tree.cases(child))
        if child > head and reading.name_kind(child) is NameKind.PERSON and not owned:
            return child
    governor = tree.tokens[head].head
    beside = tree.dep(head) == "appos" and reading.name_kind(governor) is NameKind.PERSON
    return governor if beside and tree.tokens[head].tag not in ("NNS", "NNPS") else head


def _agent(reading: Reading, event: EventMark) -> int | None:
    """Return whom "by" names right behind a passive's verb, however the parser hung it."""
    tree = reading.tree
    passive = any(tree.tokens[one].dep == "aux:pass" for one in tree.of(event.head, "aux"))
    after = event.head + 1
    if not passive or after + 1 >= len(tree.tokens) or tree.tokens[after].lemma.lower() != "by":
        return None
    after += 1
    while after + 1 < len(tree.tokens) and tree.tokens[after].pos == "DET":
        after += 1
    name = reading.name_span(after)
    if any(mark.overlaps(tree.tokens[after].span) for mark in reading.times):
        return None
    return reading.top(name) if name is not None else None


def _holds(reading: Reading, event: EventMark) -> int | None:
    """
    Return the other side of what somebody is said to be or to become: whose son, head or member.

    The noun is the event's own ("X is the son of Y"), or what a verb of office leads to ("named head of Y").
    """
    tree = reading.tree
    nouns = [event.head] if tree.tokens[event.head].pos in ("NOUN", "PROPN") else []
    nouns += [one for one in tree.of(event.head, "xcomp", "obl", "obj") if _office(reading, one)]
    told = noun_class("role") | noun_class("kin") | {"member", "part", "capital"}
    near = [one for noun in nouns for one in (noun, *_beside(reading, noun))]
    owners = (_owner(reading, one) for one in near if tree.tokens[one].lemma.lower() in told)
    return next((one for one in owners if one is not None), None)


def _owner(reading: Reading, noun: int) -> int | None:
    """Return whose a noun of office or kin is, by what hangs on it; None where nobody's."""
    tree = reading.tree
    for child in tree.of(noun, "nmod"):
        owned = tree.tokens[child].dep == "nmod:poss" or set(tree.cases(child)) & {"of", "for", "to"}
        if owned and tree.tokens[child].pos in ("NOUN", "PROPN"):
            return child
    return next((one for one in tree.of(noun, "compound", "amod") if reading.name_kind(one) in OWNERS), None)


def _beside(reading: Reading, noun: int) -> list[int]:
    """Return the nouns coordinated with one: "founder and president of the front" has one front."""
    tree = reading.tree
    first = tree.tokens[noun].head if tree.dep(noun) == "conj" else noun
    return [one for one in tree.conjuncts(first) if one != noun and tree.tokens[one].pos in ("NOUN", "PROPN")]


def _office(reading: Reading, index: int) -> bool:
    lemma = reading.tree.tokens[index].lemma.lower()
    cases = set(reading.tree.cases(index))
    return lemma in noun_class("role") and (not cases or "as" in cases or reading.tree.dep(index) == "xcomp")


BEFORE = frozenset({"also", "neither", "either", "even", "just", "not", "including"})
"""Words at the front of a phrase that belong to the clause, not to who takes part."""


def _words(reading: Reading, role: RoleMark) -> Span:
    """Return a participant's words: with the whole of its name, without a time or an adverb in front."""
    tree, span = reading.tree, _balanced(reading, role.span)
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


def _balanced(reading: Reading, span: Span) -> Span:
    """Return a phrase without a bracket that it opens and does not close."""
    text = span.of(reading.text)
    for opening, closing in (("(", ")"), ("[", "]")):
        at = text.find(opening)
        if at > 0 and closing not in text[at:]:
            text = text[:at].rstrip()
    return Span(span.start, span.start + len(text))


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


def _whose(reading: Reading, cast: Cast, head: int) -> tuple[Acting, ...]:
    """Return whose a thing is that is said to be so: "the conduct and tone of X and Y", "X's conduct"."""
    tree = reading.tree
    if head in reading.name_at or tree.tokens[head].pos != "NOUN":
        return ()
    first = tree.tokens[head].head if tree.dep(head) == "conj" else head
    owners = [
        inner
        for noun in tree.conjuncts(first)
        for one in tree.of(noun, "nmod")
        if tree.tokens[one].dep == "nmod:poss" or "of" in tree.cases(one)
        for inner in tree.conjuncts(one)
    ]
    found: dict[Span, Acting] = {}
    for one in sorted(owners):
        name = reading.name_span(one)
        if name is not None:
            found.setdefault(name, Acting(name, cast.at(one)))
    return tuple(found.values())
