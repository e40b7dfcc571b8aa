"""Who takes part in an event: read off the clause's own structure, or left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import pycountry

from sourcebook.annotate.events.lexicon import UNDERGOES
from sourcebook.annotate.events.subjects import Part, antecedent, is_passive, lists_member, subjects
from sourcebook.annotate.events.triggers import Found
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import EventType, NameKind, Role
from sourcebook.values.marks import RoleMark

SYMMETRIC = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
"""PLOVER types whose sides are alike."""

OBJECTIVE = frozenset(
    {
        EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.CONTROL, EventType.OFFICE, EventType.FOUND,
        EventType.ACCUSE,
    }
)  # fmt: skip
"""Types whose nouns take their object as a genitive ("the killing of X", "X's assassination")."""

ASKING = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.COERCE})
"""Types whose verbs govern a clause with the recipient as its subject."""
ADVERBIAL = frozenset({"where", "when", "why", "how", "whereby"})
"""Relative adverbs: what they stand for is no part of the act."""
AGAINST = frozenset({"against", "with", "on", "upon", "at", "toward", "towards", "into"})
"""Prepositions of whom an attack is aimed at; "for" names a cause."""
TOWARD = (
    "against",
    "with",
    "on",
    "upon",
    "at",
    "to",
    "toward",
    "towards",
    "into",
    "over",
    "from",
    "for",
    "behind",
    "of",
)
"""Prepositions whose noun is acted upon, in the order in which they are preferred."""

ALIKE = frozenset({"with", "to"})
"""Prepositions of the other side of a symmetric act; "on" and "for" tell what it is about."""

PARTAKE = frozenset(
    "participate engage embark join attend take set travel arrive leave return go come agree continue resume "
    "start begin open enter proceed invite gather assemble meet".split()
)
"""Verbs whose subject takes part in the event noun that they lead to ("set off for talks", "took part in talks")."""

ATTENDS = frozenset({"participant", "attendee", "delegate", "guest", "party", "speaker", "negotiator"})
"""Nouns whose "at" or "in" names what they take part in."""

LOCATIVE = frozenset({"in", "at", "near", "across", "inside", "outside", "throughout", "within", "around", "along"})


def parts_of(
    tree: Tree, found: Found, kind: EventType | None, names: Mapping[int, NameKind], off: frozenset[int]
) -> tuple[RoleMark, ...]:
    """
    Return actors, recipients and participants of a trigger, every conjunct of a list by itself.

    The recipient of a PLOVER act is somebody: of an object that is a thing ("rejected the front's offer") it is the
    one whose thing it is; the thing itself is the topic.

    Args:
        tree: The trees of the text.
        found: The trigger.
        kind: Its type; decides how genitives and sides are read.
        names: Kind of the name that a token stands in.
        off: Tokens of time expressions, which take no part.
    """
    actors: list[Part] = []
    recipients: list[Part] = []
    if found.carrier is not None:
        _verbal(tree, found, kind, actors, recipients)
    if not found.copula and (found.index != found.carrier or tree.tokens[found.index].pos == "NOUN"):
        _nominal(tree, found.index, kind, (actors, recipients), names)
    if found.carrier is None and not actors:
        actors.extend(_partakers(tree, found.index, kind))
    topics: list[Part] = []
    if kind is not None and kind.plover:
        recipients, topics = _somebody(tree, recipients, names, owners=kind is not EventType.CONSULT)
    marks: list[RoleMark] = []
    seen: set[int] = set()
    both = kind in SYMMETRIC and not recipients and sum(1 for _ in _spread(tree, actors, off)) > 1
    sides = ((Role.PARTICIPANT if both else Role.ACTOR, actors), (Role.RECIPIENT, recipients), (Role.TOPIC, topics))
    for role, parts in sides:
        for one, why in _spread(tree, parts, off):
            if one in seen or one == found.index:
                continue
            seen.add(one)
            marks.append(RoleMark(role, tree.phrase_span(one), one, why))
    return tuple(marks)


def _somebody(
    tree: Tree, parts: list[Part], names: Mapping[int, NameKind], *, owners: bool
) -> tuple[list[Part], list[Part]]:
    """Return the parts that are somebody, and those that are things, whose owners have joined the first."""
    people: list[Part] = []
    things: list[Part] = []
    for part in parts:
        heads = [one for one in tree.conjuncts(part.head) if is_somebody(tree, one, names)]
        if heads:
            people.append(part)
            continue
        things.append(part)
        owner = _owner(tree, part.head, names) if owners else None
        if owner is not None:
            people.append(Part(owner, f"{part.why}, whose it is"))
    return people, things


def is_somebody(tree: Tree, index: int, names: Mapping[int, NameKind]) -> bool:
    """Tell whether a noun stands for people, an organization or a country."""
    kind = names.get(index)
    if kind is not None:
        return kind in (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.GROUP, NameKind.PLACE)
    token = tree.tokens[index]
    if token.pos == "PRON":
        return token.lemma.lower() not in ("it", "this", "that", "which", "what", "there")
    lemma = token.lemma.lower()
    if any(lemma in noun_class(name) for name in ("person", "organization", "group")):
        return True
    flat = [one for one in tree.of(index, "flat", "appos") if names.get(one) is not None]
    return bool(flat) or (token.pos == "PROPN" and lemma[:1].isalpha())


def _owner(tree: Tree, index: int, names: Mapping[int, NameKind]) -> int | None:
    """Return whose a thing is, or whom it is aimed at: "the front's offer", "sanctions against X", "a UN plan"."""
    for child in tree.children[index]:
        named = names.get(child) is not None or (tree.dep(child) == "nmod" and is_somebody(tree, child, names))
        if tree.tokens[child].lemma.lower() in ("other", "another"):
            continue
        if named and tree.dep(child) in ("nmod", "compound", "amod") and is_somebody(tree, child, names):
            return child
        if tree.dep(child) == "nmod":
            inner = _owner(tree, child, names)
            if inner is not None:
                return inner
    return None


def _verbal(tree: Tree, found: Found, kind: EventType | None, actors: list[Part], recipients: list[Part]) -> None:
    carrier = found.carrier
    if carrier is None:
        return
    who, passive = subjects(tree, carrier)
    if found.copula:
        actors.extend(who)
        return
    who = [one for one in who if one.head != found.index]
    lemma = tree.tokens[carrier].lemma.lower()
    undergone = found.index != carrier and lemma in UNDERGOES and not passive
    entangled = found.index != carrier and lemma in ("embroil", "involve", "engage", "lock", "entangle")
    fallen = kind is EventType.CONTROL and lemma == "fall"
    (recipients if (passive and not entangled) or fallen or undergone else actors).extend(who)
    if fallen:
        actors.extend(Part(antecedent(tree, one), "to") for one in tree.of(carrier, "obl") if "to" in tree.cases(one))
        return
    if not passive or tree.first(carrier, "iobj") is not None:
        recipients.extend(Part(antecedent(tree, child), "indirect object") for child in tree.of(carrier, "iobj"))
    recipients.extend(
        Part(antecedent(tree, child), "object")
        for child in _objects(tree, carrier)
        if child != found.index
        and not (lemma == "take" and _idle(tree, child))
        and found.index not in tree.of(child, "nmod")
    )
    if tree.tokens[carrier].dep == "acl:relcl" and not any(tree.of(carrier, "obj")) and not passive:
        head = tree.tokens[carrier].head
        elsewhere = any(tree.tokens[one].lemma.lower() in ADVERBIAL for one in tree.of(carrier, "advmod", "mark"))
        if (
            all(one.head != head for one in who)
            and who
            and not elsewhere
            and not any(tree.of(carrier, "ccomp", "xcomp"))
        ):
            recipients.append(Part(head, "object of the relative clause"))
    aside: list[tuple[int, Part]] = []
    for child in tree.of(carrier, "obl"):
        words = set(tree.cases(child))
        if child == found.index:
            continue
        if tree.tokens[child].dep == "obl:agent" or ("by" in words and (passive or is_passive(tree, carrier))):
            actors.append(Part(antecedent(tree, child), "by"))
        elif "between" in words:
            actors.append(Part(child, "between"))
        else:
            fitting = ALIKE if kind in SYMMETRIC else AGAINST if kind is EventType.ASSAULT else frozenset(TOWARD)
            if kind is EventType.REQUEST:
                fitting -= {"for"}
            ranks = [TOWARD.index(word) for word in words if word in fitting]
            if ranks:
                aside.append((min(ranks), Part(antecedent(tree, child), TOWARD[min(ranks)])))
    plover = kind is not None and kind.plover
    strong = [part for rank, part in sorted(aside, key=lambda one: one[0]) if rank < 2]
    recipients.extend(strong if plover else [])
    if not recipients and plover:
        weak = [part for rank, part in sorted(aside, key=lambda one: one[0]) if rank >= 2]
        recipients.extend(weak[:1] or (_inner_subject(tree, carrier) if kind in ASKING else []))
    if kind is EventType.CONTROL and not recipients:
        recipients.extend(Part(one, "over") for one in tree.of(carrier, "obl") if "over" in tree.cases(one))


def _idle(tree: Tree, index: int) -> bool:
    """Tell whether an object only completes its verb ("take part", "take place")."""
    return tree.tokens[index].lemma.lower() in ("part", "place") and tree.first(index, "det", "nmod:poss") is None


def _objects(tree: Tree, verb: int) -> list[int]:
    """Return a verb's objects; a noun that the parser coordinated with a verb without a conjunction is one, too."""
    objects = list(tree.of(verb, "obj"))
    if objects or tree.tokens[verb].pos != "VERB":
        return objects
    return [
        one
        for one in tree.of(verb, "conj")
        if one > verb
        and tree.tokens[one].pos in ("NOUN", "PROPN")
        and tree.first(one, "cc", "case", "nsubj", "cop") is None
    ]


def _inner_subject(tree: Tree, carrier: int) -> list[Part]:
    """Return the subject of the clause that a verb of asking, accusing or threatening governs."""
    for clause in tree.of(carrier, "ccomp", "xcomp"):
        for one in tree.of(clause, "nsubj"):
            return [Part(antecedent(tree, one), "subject of the clause that it governs")]
    return []


HELD_AT = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.PROTEST, EventType.AGREE})
"""Types whose nouns take the place where they happened as a modifier ("Osk talks", "a Merenth bombing")."""


@cache
def _states() -> frozenset[str]:
    """Return the names of countries: as modifiers of an act they act, where towns are only its place (ISO 3166-1)."""
    names = {"us", "u.s.", "uk", "u.k.", "eu", "uae", "usa", "britain", "america", "kosovo", "europe"}
    for country in pycountry.countries:
        names |= {country.name.lower(), country.name.lower().partition(",")[0], country.alpha_3.lower()}
        names |= {country.common_name.lower()} if hasattr(country, "common_name") else set()
    return frozenset(names)


def held_at(tree: Tree, index: int, child: int, kind: EventType | None, named: NameKind | None) -> bool:
    """Tell whether a name before an event noun is where it happened: a place that is no country, with a seat or not."""
    if kind not in HELD_AT or named not in (NameKind.PLACE, NameKind.FACILITY) or child > index:
        return False
    token = tree.tokens[child]
    plain = token.dep in ("compound", "nmod:desc") or (token.dep == "amod" and token.pos == "PROPN")
    return plain and token.pos == "PROPN" and token.lemma.lower() not in _states()


def _nominal(
    tree: Tree,
    index: int,
    kind: EventType | None,
    sides: tuple[list[Part], list[Part]],
    names: Mapping[int, NameKind],
) -> None:
    actors, recipients = sides
    where = {one for one in tree.children[index] if held_at(tree, index, one, kind, names.get(one))}
    by = [child for child in tree.of(index, "nmod", "obl") if "by" in tree.cases(child)]
    objective = kind in OBJECTIVE
    actors.extend(Part(child, "by") for child in by)
    for child in tree.children[index]:
        relation = tree.tokens[child].dep
        words = set(tree.cases(child))
        if relation == "nmod:poss":
            (recipients if objective and (by or _undergone(tree, index)) else actors).append(Part(child, "genitive"))
        elif tree.dep(child) in ("nmod", "obl") and child not in by:
            if "between" in words or "among" in words:
                actors.append(Part(child, "between"))
                actors.extend(_other_side(tree, index, child))
            elif "of" in words or (objective and "over" in words):
                (recipients if objective else actors).append(Part(child, "of" if "of" in words else "over"))
            elif words & (
                {"with", "against"}
                if kind in SYMMETRIC
                else {"with", "against", "on", "upon", "toward", "towards", "at"}
            ):
                recipients.append(Part(child, "/".join(sorted(words))))
            elif "from" in words:
                actors.append(Part(child, "from"))
            elif kind is EventType.ACCUSE and words & {"into", "over"}:
                recipients.append(Part(child, "into"))
            elif "for" in words and (kind is not EventType.REQUEST or tree.first(index, "acl") is not None):
                recipients.append(Part(child, "for"))
        elif relation in ("compound", "amod") and tree.tokens[child].pos == "PROPN" and not by and child not in where:
            actors.append(Part(child, "modifier"))


def _other_side(tree: Tree, index: int, first: int) -> list[Part]:
    """Return the second side of "between X and Y" where the parser hung it on the event, not on X."""
    if len(tree.conjuncts(first)) > 1:
        return []
    later = [one for one in tree.of(index, "nmod", "conj") if one > first and tree.first(one, "cc") is not None]
    return [Part(one, "between") for one in later[:1]]


def _partakers(tree: Tree, index: int, kind: EventType | None) -> list[Part]:
    """Return the subject of a verb that leads to an event noun, where the noun itself names nobody."""
    verb = tree.tokens[index].head
    if verb != index and tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].lemma in ("part", "round", "series"):
        verb = tree.tokens[verb].head
    if tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].lemma.lower() in ATTENDS:
        listed = [one for one in tree.of(verb, "nmod") if lists_member(tree, one)]
        return [Part(verb, "who took part"), *(Part(one, "who took part") for one in listed)]
    occasion = kind in (EventType.CONSULT, EventType.STATEMENT) and tree.dep(index) == "obl"
    indefinite = not any(tree.tokens[one].lemma.lower() == "the" for one in tree.of(index, "det"))
    if occasion and indefinite and set(tree.cases(index)) & {"in", "during"}:
        who, passive = subjects(tree, verb)
        return [] if passive else [Part(one.head, "subject of the clause that it is the occasion of") for one in who]
    leads = tree.dep(index) in ("obl", "obj", "nmod") and tree.tokens[verb].lemma.lower() in PARTAKE
    if (
        verb == index
        or not leads
        or (tree.dep(index) == "obl" and not set(tree.cases(index)) & {"for", "in", "on", "to", "into", "from"})
    ):
        return []
    who, _ = subjects(tree, verb)
    return [Part(one.head, "subject of the verb that leads to it") for one in who]


def _undergone(tree: Tree, index: int) -> bool:
    """Tell whether a noun's genitive undergoes it: the killings and arrests of the language."""
    return tree.tokens[index].lemma.lower() in {
        "killing", "murder", "assassination", "execution", "arrest", "detention", "abduction", "kidnapping", "capture",
        "deportation", "expulsion", "conviction", "appointment", "election", "elimination", "beating", "shooting",
        "torture", "imprisonment", "overthrow", "death", "impeachment", "nomination", "fall", "liberation",
    }  # fmt: skip


def _spread(tree: Tree, parts: list[Part], off: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield each head with the nouns coordinated with it, without times and expletives."""
    for part in parts:
        for one in tree.conjuncts(part.head):
            token = tree.tokens[one]
            if one in off or token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"):
                continue
            if token.dep.startswith("expl") or token.tag == "EX" or (token.pos == "DET" and one != part.head):
                continue
            yield one, part.why
