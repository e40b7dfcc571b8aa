"""Who takes part in an event: read off the clause's own structure, or left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.annotate.events.genitives import FORCES, nominal_parts, partakers
from sourcebook.annotate.events.lexicon import UNDERGOES
from sourcebook.annotate.events.objects import objects_of
from sourcebook.annotate.events.subjects import Part, antecedent, is_passive, subjects
from sourcebook.annotate.events.triggers import Found
from sourcebook.annotate.events.whose import given_to, imposed_on, is_somebody, owner
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import SYMMETRIC, EventType, NameKind, Role
from sourcebook.values.marks import RoleMark

ASKING = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.COERCE})
"""Types whose verbs govern a clause with the recipient as its subject."""
GOVERNING = frozenset({EventType.AGREE, EventType.REJECT, EventType.THREATEN, EventType.REQUEST, EventType.CONCEDE})
"""Types whose infinitive says what is agreed, refused, threatened or asked, and against or for whom."""
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

STRONG = 2
"""How many of them name who is acted upon beside an object that is somebody."""

ALIKE = frozenset({"with", "to"})
"""Prepositions of the other side of a symmetric act; "on" and "for" tell what it is about."""

GIVING = frozenset({EventType.AID, EventType.SUPPORT})
"""Types whose "to" names who is given something, whatever is given."""

WITHDRAWS = frozenset({"withdraw", "recall", "pull"})
"""Verbs that take back what is one's own."""

BEFORE_DOORS = frozenset({"outside", "in front of"})
"""Prepositions of whom a protest is aimed at."""

OWNED = ", whose it is"
"""How a part's reason ends that stands for its thing."""

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
        if _moves(tree, found, kind):
            recipients = [one for one in recipients if tree.tokens[one.head].lemma.lower() not in FORCES]
        if not found.copula and not _undergoes(tree, found, kind):
            people = [one for one in recipients if _people(tree, one, names)]
            recipients.extend(_aside(tree, found, kind, people, (names, off)))
    if not found.copula and (found.index != found.carrier or tree.tokens[found.index].pos == "NOUN"):
        nominal_parts(tree, found.index, kind, (actors, recipients), names)
        aimed = imposed_on(tree, found.index, names) if not recipients else None
        recipients.extend([] if aimed is None else [Part(aimed, "imposed on")])
    if found.carrier is None and not actors:
        actors.extend(partakers(tree, found.index, kind))
    topics: list[Part] = []
    if (kind in GOVERNING or kind is EventType.MOBILIZE) and not any(_people(tree, one, names) for one in recipients):
        recipients.extend(_governed(tree, found))
    if kind is not None and kind.plover:
        recipients, topics = _somebody(tree, recipients, names, owners=kind is not EventType.CONSULT)
    alike = kind in SYMMETRIC or any(one.type in SYMMETRIC for one in found.senses[:1])
    if alike and not recipients:
        actors = _sides(tree, actors, names)
    marks: list[RoleMark] = []
    seen: set[int] = set()
    both = alike and not recipients and sum(1 for _ in _spread(tree, actors, off)) > 1
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
        if _people(tree, part, names):
            people.append(part)
            continue
        things.append(part)
        found = [owner(tree, one, names) for one in tree.conjuncts(part.head)] if owners else []
        people.extend(Part(one, f"{part.why}{OWNED}") for one in dict.fromkeys(found) if one is not None)
    return people, things


def _sides(tree: Tree, actors: list[Part], names: Mapping[int, NameKind]) -> list[Part]:
    """Return the names that one noun joins as sides ("the armies of X and Y", "X and Y envoys"), else the actors."""
    if len(actors) != 1 or len(tree.conjuncts(actors[0].head)) > 1:
        return actors
    head = actors[0].head
    beside = [one for one in tree.of(head, "compound", "amod") if one in names]
    if len(beside) > 1 and any(beside[0] < one < beside[-1] for one in tree.of(head, "cc")):
        return [Part(one, "side that the noun joins") for one in beside]
    for child in tree.of(head, "compound", "amod", "nmod"):
        joined = [one for one in tree.conjuncts(child) if one in names]
        linked = not tree.cases(child) or "of" in tree.cases(child)
        if linked and len(joined) > 1 and any(tree.first(one, "cc") is not None for one in joined):
            return [Part(one, "side that the noun joins") for one in joined]
    return actors


def _people(tree: Tree, part: Part, names: Mapping[int, NameKind]) -> bool:
    """Tell whether a part, or somebody in one list with it, stands for people, an organization or a country."""
    return any(is_somebody(tree, one, names) for one in tree.conjuncts(part.head))


def _verbal(tree: Tree, found: Found, kind: EventType | None, actors: list[Part], recipients: list[Part]) -> None:
    carrier = found.carrier
    if carrier is None:
        return
    who, passive = subjects(tree, carrier)
    if found.copula:
        actors.extend(who)
        recipients.extend(_regards(tree, carrier))
        return
    who = [one for one in who if one.head != found.index]
    lemma = tree.tokens[carrier].lemma.lower()
    undergone = lemma in UNDERGOES and not passive and (found.index != carrier or _undergoes(tree, found, kind))
    if undergone:
        near = [carrier, *tree.of(carrier, "obj")] if found.index == carrier else [carrier]
        givers = [
            one for place in near for one in tree.of(place, "obl", "nmod") if {"from", "by"} & set(tree.cases(one))
        ]
        actors.extend(Part(antecedent(tree, one), "from") for one in givers)
    entangled = found.index != carrier and lemma in ("embroil", "involve", "engage", "lock", "entangle")
    fallen = kind is EventType.CONTROL and lemma == "fall"
    (recipients if (passive and not entangled) or fallen or undergone else actors).extend(who)
    if fallen:
        actors.extend(Part(antecedent(tree, one), "to") for one in tree.of(carrier, "obl") if "to" in tree.cases(one))
        return
    if undergone and found.index == carrier:
        return
    acting = {one.head for one in who}
    if not passive or tree.first(carrier, "iobj") is not None:
        recipients.extend(
            Part(antecedent(tree, child), "indirect object")
            for child in tree.of(carrier, "iobj")
            if child not in acting
        )
    recipients.extend(
        Part(antecedent(tree, child), "object")
        for child in objects_of(tree, carrier)
        if child != found.index
        and child not in acting
        and not (lemma == "take" and _idle(tree, child))
        and found.index not in tree.of(child, "nmod")
        and not (tree.tokens[child].lemma == "state" and found.index == child + 2)
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
    for child in tree.of(carrier, "obl"):
        words = set(tree.cases(child))
        if child == found.index:
            continue
        if _agent(tree, carrier, child, passive=passive):
            actors.append(Part(antecedent(tree, child), "by"))
        elif "between" in words:
            actors.append(Part(child, "between"))
    if kind is EventType.CONTROL and not passive:
        taken = (one for one in tree.of(carrier, "obl") if "from" in tree.cases(one))
        recipients.extend(Part(antecedent(tree, one), "from") for one in taken)
    if kind is EventType.CONTROL and not recipients:
        recipients.extend(Part(one, "over") for one in tree.of(carrier, "obl") if "over" in tree.cases(one))


TOWARDS_WHOM = {
    "on": frozenset({"dependent", "reliant", "keen", "tough", "hard"}),
    "to": frozenset(
        {"loyal", "opposed", "close", "hostile", "grateful", "committed", "subject", "accountable", "open"}
    ),
    "of": frozenset({"critical", "wary", "suspicious", "afraid", "supportive", "proud", "fearful", "skeptical"}),
    "with": frozenset({"angry", "furious", "happy", "unhappy", "satisfied", "familiar", "popular", "friendly"}),
    "at": frozenset({"angry", "furious"}),
    "for": frozenset({"responsible", "grateful"}),
    "toward": frozenset({"hostile", "friendly"}),
    "from": frozenset({"independent"}),
}
"""Adjectives that are so towards somebody, by their preposition (Herbst et al. 2004, *Valency Dictionary*)."""


def _regards(tree: Tree, carrier: int) -> list[Part]:
    """Return towards whom or what somebody is loyal, opposed, hostile or the like."""
    lemma = tree.tokens[carrier].lemma.lower()
    return [
        Part(antecedent(tree, one), word)
        for one in tree.of(carrier, "obl")
        for word in tree.cases(one)
        if lemma in TOWARDS_WHOM.get(word, ())
    ]


def _agent(tree: Tree, carrier: int, index: int, *, passive: bool) -> bool:
    """Tell whether an oblique names who acts in a passive."""
    by = "by" in tree.cases(index) and (passive or is_passive(tree, carrier))
    return by or tree.tokens[index].dep == "obl:agent"


def _moves(tree: Tree, found: Found, kind: EventType | None) -> bool:
    """Tell whether one's own forces are moved: they are the means, whom they are sent to or taken from undergoes it."""
    taken = found.carrier is not None and tree.tokens[found.carrier].lemma.lower() in WITHDRAWS
    return kind in (EventType.MOBILIZE, EventType.RETREAT) or (kind is EventType.SANCTION and taken)


def _undergoes(tree: Tree, found: Found, kind: EventType | None) -> bool:
    """Tell whether a verb's subject undergoes its PLOVER act ("received help from X")."""
    light = found.carrier is not None and tree.tokens[found.carrier].lemma.lower() in UNDERGOES
    return light and kind is not None and kind.plover and kind not in SYMMETRIC


def _aside(
    tree: Tree,
    found: Found,
    kind: EventType | None,
    people: list[Part],
    marked: tuple[Mapping[int, NameKind], frozenset[int]],
) -> list[Part]:
    """
    Return who is acted upon by a preposition; a weak one only where nobody is acted upon without it.

    ``marked`` are the names and the tokens of times: "on Tuesday" is nobody.
    """
    names, off = marked
    if kind is not None and not kind.plover:
        return []
    carrier = found.index if found.carrier is None else found.carrier
    _, passive = subjects(tree, carrier)
    fitting = ALIKE if kind in SYMMETRIC else AGAINST if kind is EventType.ASSAULT else frozenset(TOWARD)
    if kind is EventType.REQUEST:
        fitting -= {"for"}
    if kind is None:
        given = tree.first(carrier, "obj") is not None or passive
        fitting = frozenset({"against", "to", "with"} if given else {"against", "with"})
    aside: list[tuple[int, Part]] = []
    for child in (*tree.of(carrier, "obl"), *_shared_meal(tree, carrier, kind), *given_to(tree, carrier, names)):
        words = set(tree.cases(child))
        ranks = [TOWARD.index(word) for word in words if word in fitting]
        if (
            ranks
            and child != found.index
            and child not in off
            and "between" not in words
            and not _agent(tree, carrier, child, passive=passive)
        ):
            given = kind in GIVING and "to" in words and tree.first(carrier, "obj") is not None
            aside.append((0 if given else min(ranks), Part(antecedent(tree, child), TOWARD[min(ranks)])))
        elif kind is EventType.PROTEST and words & BEFORE_DOORS:
            aside.append((STRONG, Part(child, "outside")))
    if kind is None:
        return [part for _, part in aside if _people(tree, part, names) and (part.why == "to" or not people)][:1]
    aside.sort(key=lambda one: one[0])
    strong = [part for rank, part in aside if rank < STRONG]
    if strong or people:
        return strong
    aside.sort(key=lambda one: not _people(tree, one[1], names))
    return [part for _, part in aside[:1]] or (_inner_subject(tree, carrier) if kind in ASKING else [])


def _shared_meal(tree: Tree, carrier: int, kind: EventType | None) -> list[int]:
    """Return what hangs by "with" on the object of a meeting that no noun names ("had breakfast with X")."""
    if kind not in SYMMETRIC or tree.tokens[carrier].pos != "VERB":
        return []
    beside = (one for noun in tree.of(carrier, "obj") for one in tree.of(noun, "nmod", "obl"))
    return [one for one in beside if "with" in tree.cases(one)]


def _governed(tree: Tree, found: Found) -> list[Part]:
    """Return who is acted upon in the infinitive of a verb or noun: "refused to meet X", "a threat to attack X"."""
    carrier = found.index if found.carrier is None else found.carrier
    parts = []
    clauses = [*tree.of(carrier, "xcomp"), *tree.of(found.index, "acl")]
    for clause in dict.fromkeys(clauses):
        for inner in (clause, *tree.of(clause, "xcomp")):
            if any(one.lemma == "to" for one in (tree.tokens[mark] for mark in tree.of(clause, "mark"))):
                near = [one for one in tree.of(inner, "obl") if set(tree.cases(one)) & (AGAINST | {"to"})]
                parts += [Part(antecedent(tree, one), "of what it governs") for one in [*tree.of(inner, "obj"), *near]]
    for noun in (one for one in tree.of(carrier, "obj", "obl") if tree.dep(one) == "obj" or "for" in tree.cases(one)):
        near = [one for one in tree.of(noun, "nmod") if set(tree.cases(one)) & {"against", "into"}]
        parts += [Part(one, "of what it governs") for one in near if found.carrier == found.index]
    return parts


def _idle(tree: Tree, index: int) -> bool:
    """Tell whether an object only completes its verb ("take part", "take place")."""
    return tree.tokens[index].lemma.lower() in ("part", "place") and tree.first(index, "det", "nmod:poss") is None


def _inner_subject(tree: Tree, carrier: int) -> list[Part]:
    """Return the subject of the clause that a verb of asking, accusing or threatening governs."""
    for clause in tree.of(carrier, "ccomp", "xcomp"):
        for one in tree.of(clause, "nsubj"):
            return [Part(antecedent(tree, one), "subject of the clause that it governs")]
    return []


def _spread(tree: Tree, parts: list[Part], off: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield each head with the nouns coordinated with it, without times and expletives."""
    for part in parts:
        for one in tree.conjuncts(part.head):
            token = tree.tokens[one]
            if part.until is not None and one > part.until:
                continue
            if one in off or token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"):
                continue
            if token.dep.startswith("expl") or token.tag == "EX" or (token.pos == "DET" and one != part.head):
                continue
            yield one, part.why
