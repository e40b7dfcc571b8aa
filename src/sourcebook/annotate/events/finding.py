"""Puts triggers, types, moods and parts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sourcebook.annotate.events.believing import believed, doubted
from sourcebook.annotate.events.coding import coded
from sourcebook.annotate.events.deciding import EventScores, acting, between, code_of, sides, typed
from sourcebook.annotate.events.genitives import ARMS, held_at
from sourcebook.annotate.events.lexicon import Sense
from sourcebook.annotate.events.mood import Mood, carried_mood, mood_of
from sourcebook.annotate.events.nominal import nominal_mood
from sourcebook.annotate.events.roles import LOCATIVE, parts_of
from sourcebook.annotate.events.sharing import demanded_of, shared_with
from sourcebook.annotate.events.triggers import Found, triggers
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import EventType, NameKind, Precision, Role, TimeKind
from sourcebook.values.marks import EventMark, NameMark, RoleMark, TimeMark, Token
from sourcebook.values.spans import Span

Mark = TypeVar("Mark", TimeMark, NameMark)


def find_events(
    tokens: Sequence[Token],
    names: Sequence[NameMark],
    times: Sequence[TimeMark],
    scores: EventScores | None = None,
) -> tuple[EventMark, ...]:
    """
    Return the events of a text in reading order.

    A word that tells an act gets a mark even where no type fits (``type`` None): nothing that a report says is lost.
    """
    tree = Tree(tokens)
    starts = {token.span.start: index for index, token in enumerate(tokens)}
    seated = {name.span for name in names if _seat(tree, _inside(tokens, starts, name.span), name.kind)}
    named = {
        index: NameKind.FACILITY if name.span in seated else name.kind
        for name in names
        for index in _inside(tokens, starts, name.span)
    }
    clocks = [(mark, _inside(tokens, starts, mark.span)) for mark in times]
    time_heads = {_top(tree, inside): mark for mark, inside in clocks if inside and not _bracketed(tokens, inside)}
    places = {
        _top(tree, inside): name
        for name in names
        if (name.kind in (NameKind.PLACE, NameKind.FACILITY) or name.span in seated)
        and (inside := _inside(tokens, starts, name.span))
    }
    times_of, places_of = _by_sentence(tree, time_heads), _by_sentence(tree, places)
    off = frozenset(index for _, inside in clocks for index in inside)
    found = [one for one in triggers(tree, named, off) if one.index not in off]
    nouns = frozenset(one.index for one in found)
    by_index = {one.index: one for one in found}
    marks = []
    for one in found:
        sense, score = typed(one, scores)
        kind = sense.type if sense is not None else None
        mood = _mood(tree, one, kind)
        taking = list(_taking_part(tree, one, by_index, kind, named, off))
        own = kind
        told = None
        if scores is not None and not one.copula and (kind is None or kind.plover):
            told = sides(tree, one, nouns, taking, scores)
        if told is not None and mood.plain:
            other = between(one, told)
            if other is not None and other[0].type is not kind:
                (sense, score), kind = other, other[0].type
                taking = list(_taking_part(tree, one, by_index, kind, named, off))
                mood = _mood(tree, one, kind)
        if kind is EventType.STATEMENT and (asked := demanded_of(tree, one, named)) is not None:
            sense, kind = Sense(EventType.REQUEST, None), EventType.REQUEST
            own = kind
            taking = [*(role for role in taking if role.role is Role.ACTOR), asked]
        mood = _believed(tree, one, mood, scores)
        code = coded(own, mood, tokens[one.index].lemma)
        if told is not None:
            code = code_of(one, code, told)
        top = _root(tree, one.index)
        near = places_of.get(top, {})
        roles = [
            *taking,
            *_settings(tree, one, times_of.get(top, {}), Role.TIME, nouns),
            *_held_at(tree, one, near, kind),
            *(_settings(tree, one, near, Role.PLACE, nouns) or _whereabouts(tree, one, near)),
        ]
        if sense is not None and kind is EventType.COERCE and sense.mode in HOLDS_IN:
            roles += _holding_in(roles)
        if kind is EventType.TRAVEL:
            gone = {role.head for role in roles if role.role is Role.PLACE}
            roles = [role for role in roles if role.role is not Role.RECIPIENT or role.head not in gone]
        marks.append(
            EventMark(
                tokens[one.index].span,
                one.index,
                tokens[one.index].lemma,
                kind,
                sense.mode if sense is not None else None,
                mood.polarity,
                mood.modality,
                mood.tense,
                tuple(sorted(roles, key=lambda role: (role.span, role.role))),
                score if scores is None else acting(scores, one.index),
                code,
            )
        )
    return tuple(marks)


HOLDS_IN = frozenset({"curfew", "martial-law", "restrict"})
"""PLOVER's modes of what is imposed on a place ("a curfew in Osk"): the place undergoes it if nobody else does."""


def _holding_in(roles: Sequence[RoleMark]) -> list[RoleMark]:
    if any(one.role in (Role.RECIPIENT, Role.TOPIC) for one in roles):
        return []
    return [RoleMark(Role.RECIPIENT, one.span, one.head, "where it holds") for one in roles if one.role is Role.PLACE]


def _believed(tree: Tree, found: Found, mood: Mood, scores: EventScores | None) -> Mood:
    """Return the mood as the model holds it, where it is asked; it was taught of verbs, and little of their nouns."""
    carrier = found.carrier
    if scores is None or scores.happened is None or found.copula or carrier is None or found.like is not None:
        return mood
    if tree.tokens[carrier].pos != "VERB":
        return mood
    score = float(scores.happened[carrier])
    return believed(tree, carrier, mood, score) if carrier == found.index else doubted(tree, carrier, mood, score)


def _taking_part(
    tree: Tree,
    found: Found,
    by_index: Mapping[int, Found],
    kind: EventType | None,
    names: Mapping[int, NameKind],
    off: frozenset[int],
) -> Iterator[RoleMark]:
    """Yield who takes part; in one of several that are told together, who acts in all of them."""
    whole = by_index.get(found.like) if found.like is not None else None
    own = parts_of(tree, whole or found, kind, names, off)
    for role in own:
        if whole is None or role.role in (Role.ACTOR, Role.PARTICIPANT):
            yield role
    if whole is None:
        for other, wanted in shared_with(tree, found, own, by_index):
            senses = other.senses
            roles = parts_of(tree, other, senses[0].type if senses else None, names, off)
            yield from (role for role in roles if role.role in wanted and role.why != ARMS)


def _inside(tokens: Sequence[Token], starts: dict[int, int], span: Span) -> list[int]:
    """Return the indices of the tokens that lie in a span."""
    index = starts.get(span.start)
    if index is None:
        index = next((starts[at] for at in range(span.start, span.end) if at in starts), None)
    found = []
    while index is not None and index < len(tokens) and tokens[index].span.start < span.end:
        found.append(index)
        index += 1
    return found


SEATS = frozenset("house office palace hall hill building headquarters capitol ranch tower compound mansion".split())
"""Last words of names that are a body's and its building's."""
SCHOOLS = frozenset("university college school academy hospital embassy consulate".split())
"""What the names of bodies are built on that are their buildings' too ("studied at the University of Orel")."""
SEATED = frozenset({"in", "at", "inside", "outside", "near"})
UNSURE = frozenset({NameKind.ORGANIZATION, NameKind.EVENT, NameKind.WORK, NameKind.OTHER})
"""Kinds that readers give to such names."""
ENTERED = frozenset({"visit", "enter", "leave", "tour"})


def _seat(tree: Tree, inside: list[int], kind: NameKind) -> bool:
    """Tell whether a body's name stands for its building: "met in the Oval Office", "an Oval Office meeting"."""
    if kind not in UNSURE or len(inside) < 2:
        return False
    head = _top(tree, inside)
    if tree.tokens[inside[-1]].lemma.lower() not in SEATS and tree.tokens[head].lemma.lower() not in SCHOOLS:
        return False
    governor = tree.tokens[tree.tokens[head].head].lemma.lower()
    entered = tree.dep(head) == "obj" and governor in ENTERED
    room = tree.dep(head) == "compound" and tree.tokens[inside[-1]].lemma.lower() != "house"
    return room or entered or (tree.dep(head) in ("obl", "nmod") and bool(set(tree.cases(head)) & SEATED))


def _bracketed(tokens: Sequence[Token], inside: list[int]) -> bool:
    """Tell whether a time stands in brackets by itself: the years of a life, not the time of an act."""
    before, after = inside[0] - 1, inside[-1] + 1
    return (
        before >= 0 and after < len(tokens) and tokens[before].lemma in ("(", "[") and tokens[after].lemma in (")", "]")
    )


def _top(tree: Tree, inside: list[int]) -> int:
    """Return the token of a phrase whose governor lies outside of it."""
    own = set(inside)
    return next((one for one in inside if tree.tokens[one].head not in own or tree.is_root(one)), inside[0])


def _root(tree: Tree, index: int) -> int:
    *_, root = (index, *tree.above(index))
    return root


def _by_sentence(tree: Tree, heads: Mapping[int, Mark]) -> dict[int, dict[int, Mark]]:
    """Return marks by the root of the sentence that their heads stand in."""
    found: dict[int, dict[int, Mark]] = {}
    for head, mark in heads.items():
        found.setdefault(_root(tree, head), {})[head] = mark
    return found


def _mood(tree: Tree, found: Found, kind: EventType | None) -> Mood:
    if found.carrier is None:
        return nominal_mood(tree, found.index, kind)
    return mood_of(tree, found.carrier) if found.carrier == found.index else carried_mood(tree, found.carrier)


def _settings(
    tree: Tree,
    found: Found,
    heads: Mapping[int, TimeMark | NameMark],
    role: Role,
    nouns: frozenset[int],
) -> list[RoleMark]:
    """Return the times or places of a trigger's own clause: none is taken from another clause or another event."""
    marks = []
    for head, mark in sorted(heads.items()):
        here, link = (_bent(tree, head, nouns, mark) if role is Role.TIME else head), head
        if tree.dep(head) == "discourse" or (isinstance(mark, TimeMark) and _names_its_noun(tree, head, mark, found)):
            continue
        for _ in range(8):
            if here == found.index or (here == found.carrier and found.like is None):
                why = _bond(tree, found, role, (head, link, here))
                if why:
                    marks.append(RoleMark(role, mark.span, head, why))
                break
            predicate = tree.dep(here) == "xcomp" and tree.tokens[here].pos == "NOUN"
            if here != head and (here in nouns or (tree.heads_clause(here) and not predicate)):
                break
            link, here = here, tree.tokens[here].head
            if link == here:
                break
    return marks


def _held_at(tree: Tree, found: Found, places: Mapping[int, NameMark], kind: EventType | None) -> list[RoleMark]:
    """Return the place that an event noun has before it ("Osk talks")."""
    return [
        RoleMark(Role.PLACE, places[one].span, one, "of the noun")
        for one in tree.children[found.index]
        if one in places and held_at(tree, found.index, one, kind, places[one].kind)
    ]


DURING = frozenset({"during", "in", "at", "since", "after", "before", "until", "throughout", "ahead of"})
"""Prepositions of a noun that tells when something else is."""
CONTESTED = frozenset({"win", "lose", "contest", "attend", "hold", "host"})
"""Verbs that are when their object is."""


def _names_its_noun(tree: Tree, head: int, mark: TimeMark, found: Found) -> bool:
    """Tell whether a time only describes a noun of an event's clause ("a bill on the 2016 election", "a daily")."""
    noun = tree.tokens[head].head
    if tree.dep(head) not in ("compound", "nummod", "amod") or noun in (head, found.index):
        return False
    if mark.kind is TimeKind.SET or mark.value.endswith("_REF"):
        return True
    if mark.precision is not Precision.YEAR:
        return False
    while tree.dep(noun) in ("compound", "flat"):
        noun = tree.tokens[noun].head
    if noun == found.index or set(tree.cases(noun)) & DURING:
        return False
    held = tree.dep(noun) in ("obj", "nsubj") and tree.tokens[tree.tokens[noun].head].lemma.lower() in CONTESTED
    return tree.tokens[noun].pos in ("NOUN", "PROPN") and not held


TEMPORAL = frozenset({"after", "before", "since", "during", "until", "following", "ahead of", "prior to"})


def _bent(tree: Tree, head: int, nouns: frozenset[int], mark: TimeMark | NameMark) -> int:
    """
    Return where a time hangs: on the event noun before it that already tells the verb's time, else where it stands.

    "Came up after the visit on Monday": parsers hang the day on the verb; the visit was on that day. "Days before the
    attack" is counted from the attack and tells when something else was.
    """
    verb = tree.tokens[head].head
    counted = isinstance(mark, TimeMark) and "counted from" in mark.basis
    if counted and verb > head and set(tree.cases(verb)) & {"before", "after"} and tree.dep(verb) in ("obl", "nmod"):
        return tree.tokens[verb].head
    joined = [one for one in tree.of(verb, "conj") if one > head and any(cc < head for cc in tree.of(one, "cc"))]
    if joined and verb < head:
        return joined[0]
    if verb == head or head < verb or tree.dep(head) != "obl":
        return head
    before = [one for one in tree.of(verb, "obl") if verb < one < head]
    if before and before[-1] in nouns and set(tree.cases(before[-1])) & TEMPORAL:
        return before[-1]
    return head


def _whereabouts(tree: Tree, found: Found, places: Mapping[int, NameMark]) -> list[RoleMark]:
    """Return the place that a relative clause with "where" hangs on."""
    clause = tree.clause_of(found.carrier if found.carrier is not None else found.index)
    while tree.dep(clause) == "conj":
        clause = tree.clause_of(tree.tokens[clause].head)
    head = tree.tokens[clause].head
    opened = any(tree.tokens[one].lemma.lower() == "where" for one in tree.of(clause, "advmod", "mark"))
    if tree.dep(clause) in ("acl", "advcl") and opened and head in places:
        return [RoleMark(Role.PLACE, places[head].span, head, "of the clause")]
    return []


def _bond(tree: Tree, found: Found, role: Role, path: tuple[int, int, int]) -> str:
    """Return how a time or place belongs to its event; empty where it does not. ``path``: own head, last step, end."""
    head, link, end = path
    head = _seat_of(tree, head)
    near = "of the noun" if end == found.index and found.carrier != found.index else "of the clause"
    if role is Role.TIME or _located(tree, link, found):
        return near
    if link != head and tree.dep(head) in ("nmod", "obl") and set(tree.cases(head)) & LOCATIVE:
        return "beside a part"
    return ""


def _seat_of(tree: Tree, head: int) -> int:
    """Return the noun that says of what kind a place is, as it is that which tells where ("in the town of Osk")."""
    above = tree.tokens[head].head
    kind = tree.tokens[above].lemma.lower() in noun_class("place") and above < head
    cases = set(tree.cases(head))
    joined = (tree.dep(head) == "nmod" and "of" in cases) or (tree.dep(head) in ("appos", "flat", "nmod") and not cases)
    return above if kind and joined else head


def _located(tree: Tree, link: int, found: Found) -> bool:
    """Tell whether the phrase that joins a place to its event is a locative one."""
    words = set(tree.cases(link))
    kinds = {one.type for one in found.senses}
    allowed = LOCATIVE
    if kinds & {EventType.TRAVEL, EventType.CONTROL}:
        allowed |= {"to", "from", "into", "through", "via", "for", "towards", "toward"}
    if EventType.CONTROL in kinds:
        allowed |= {"of", "over"}
    if link == found.index and found.copula:
        return bool(words & LOCATIVE)
    if tree.dep(link) in ("obl", "nmod"):
        return bool(words & allowed)
    return tree.dep(link) == "obj" and bool(kinds & {EventType.TRAVEL, EventType.CONTROL})
