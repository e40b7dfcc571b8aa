"""Which words of a text tell an act or a state: verbs, event nouns, copular predicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sourcebook.annotate.events.lexicon import HAPPENS, LIGHT, Sense, lexicon
from sourcebook.annotate.events.subjects import is_passive, lists_member, subjects
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.kinds import EventType, NameKind

SKIPPED = frozenset(
    {"aux", "cop", "case", "mark", "fixed", "amod", "compound", "flat", "discourse", "det", "cc", "goeswith"}
)
"""Relations under which a verb form is no predicate of its own."""

RAISING = frozenset(
    "plan intend prepare aim expect try attempt strive hope wish want seem appear begin start continue manage "
    "go come use need have tend fail mean proceed be get dare ought happen set seek".split()
)
"""Verbs that only color the infinitive that follows them: the infinitive is the event, they are its modality."""


PARTICIPLES = frozenset(
    "accord according include including regard regarding concern concerning follow following depend depending "
    "bar barring pend pending owe owing".split()
)
"""Lemmas, as lemmatizers have them, of participles that are prepositions (Huddleston & Pullum 2002, ch. 7 § 2.3)."""


@dataclass(frozen=True, slots=True)
class Found:
    """
    A trigger.

    Attributes:
        index: The token that names the act.
        carrier: The token that carries subject, tense and polarity; ``index`` itself for a verb, the light verb for
            its noun; None for an event noun that stands alone.
        senses: Candidate senses, best first; empty where the table has none.
        phrase: Whether a phrase of the table matched, not a lone word.
        copula: Whether it is the predicate of a copula.
        like: The event noun that a number stands for ("trips, including one to Osk"); it has that one's actors.
    """

    index: int
    carrier: int | None
    senses: tuple[Sense, ...]
    phrase: bool = False
    copula: bool = False
    like: int | None = None


def triggers(tree: Tree, names: Mapping[int, NameKind], off: frozenset[int] = frozenset()) -> Iterator[Found]:
    """
    Yield the triggers in reading order.

    Args:
        tree: The trees of the text.
        names: Kind of the name that a token stands in; tokens in names are no event nouns.
        off: Tokens of time expressions, which are no companions of a verb ("called on Friday").
    """
    table = lexicon()
    named = frozenset(names)
    taken: dict[int, Found] = {}
    spent: set[int] = set()
    quiet: set[int] = set()
    for index, token in enumerate(tree.tokens):
        if token.pos == "VERB" and tree.dep(index) not in SKIPPED and not _preposition(tree, index):
            offered, phrase = table.of_verb(token.lemma.lower(), companions(tree, index, off))
            senses = tuple(one for one in offered if one.type is not None and _fits(tree, index, one, names))
            if _names_to_office(tree, index):
                senses, phrase = (Sense(EventType.OFFICE, None),), True
            noun = _taking_place(tree, index, named)
            idle = phrase and not senses
            if idle and noun is None:
                quiet.update(tree.of(index, "obj"))
            elif noun is None and not (phrase and senses[0].type is EventType.REJECT):
                noun = _light_object(tree, index, named)
            if noun is not None:
                spent.add(index)
                own = senses if phrase and senses else _noun_senses(tree, noun)
                taken[noun] = Found(noun, index, own, phrase)
            elif not _raises(tree, index, senses, phrase=phrase):
                taken[index] = Found(index, index, senses, phrase)
        elif (tree.first(index, "cop") is not None or _joined_predicate(tree, index)) and index not in taken:
            if lemma_of(tree, index) in RAISED and tree.first(index, "xcomp") is not None:
                continue
            busy = _noun_senses(tree, index) if set(tree.cases(index)) & {"in", "at", "on", "under"} else ()
            taken[index] = Found(index, index, busy, copula=not busy)
    for index, token in enumerate(tree.tokens):
        if token.pos == "NOUN" and index not in taken and index not in named | quiet:
            own = _noun_senses(tree, index)
            if own and tree.dep(index) not in ("compound", "flat", "fixed"):
                taken[index] = Found(index, None, own)
    for index in range(len(tree.tokens)):
        whole = _member_of(tree, index, taken)
        if whole is not None and index not in taken:
            taken[index] = Found(index, taken[whole].carrier, taken[whole].senses, like=whole)
    for index in sorted(taken):
        if index not in spent:
            yield taken[index]


def _member_of(tree: Tree, index: int, taken: Mapping[int, Found]) -> int | None:
    """Return the event noun of which "including one to …" tells a single one; None for any other word."""
    if tree.tokens[index].pos not in ("NUM", "PRON", "DET") or not lists_member(tree, index):
        return None
    around = {word for one in tree.of(index, "nmod", "obl") for word in tree.cases(one)}
    clause = tree.clause_of(index)
    before = [one for one in taken if one < index and tree.clause_of(one) == clause and taken[one].index != clause]
    fitting = [one for one in before if any(sense.type is EventType.TRAVEL for sense in taken[one].senses)]
    if "to" in around and fitting:
        return fitting[-1]
    above = [one for one, _ in zip(tree.above(index), range(4), strict=False) if one in before]
    return above[0] if above and around else None


def _joined_predicate(tree: Tree, index: int) -> bool:
    """Tell whether a noun or adjective shares the copula of the one before it ("is the founder and leader")."""
    head = tree.tokens[index].head
    return (
        tree.dep(index) == "conj"
        and tree.tokens[index].pos in ("NOUN", "ADJ")
        and tree.tokens[head].pos in ("NOUN", "ADJ")
        and tree.first(head, "cop") is not None
    )


def _names_to_office(tree: Tree, index: int) -> bool:
    """Tell whether a verb calls somebody by the office that this gives them ("declared himself president")."""
    if lemma_of(tree, index) not in ("declare", "proclaim", "pronounce", "name", "crown"):
        return False
    given = [one for one in tree.of(index, "xcomp", "obj") if tree.tokens[one].pos == "NOUN"]
    return any(lemma_of(tree, one) in noun_class("role") | {"successor", "heir", "winner"} for one in given)


def _taking_place(tree: Tree, index: int, named: frozenset[int]) -> int | None:
    """Return the event noun of which a verb only says that it came about ("talks began"), or in which it is a part."""
    lemma = lemma_of(tree, index)
    nouns = lexicon().nouns
    objects = [lemma_of(tree, one) for one in tree.of(index, "obj")]
    if (lemma in HAPPENS and not objects) or (lemma == "take" and objects == ["place"]):
        about = list(tree.of(index, "nsubj"))
    elif lemma == "take" and objects == ["part"]:
        about = [one for child in (index, *tree.of(index, "obj")) for one in tree.of(child, "obl", "nmod")]
        about = [one for one in about if set(tree.cases(one)) & {"in"}]
    else:
        return None
    for one in about:
        if one not in named and tree.tokens[one].pos == "NOUN" and lemma_of(tree, one) in nouns:
            return one
    return None


def companions(tree: Tree, index: int, off: frozenset[int] = frozenset()) -> list[str]:
    """Return the lemmas that a phrase of the table may ask for beside a verb: particles, prepositions, objects."""
    words: list[str] = []
    for child in tree.children[index]:
        if child in off:
            continue
        relation = tree.tokens[child].dep
        base = tree.dep(child)
        if relation == "compound:prt" or base in ("advmod", "xcomp"):
            words.append(lemma_of(tree, child))
        if base in ("obl", "obj", "nsubj", "xcomp", "advmod"):
            words.extend(lemma_of(tree, one) for one in tree.of(child, "case"))
        if base in ("obj", "obl") or relation == "nsubj:pass":
            words.extend(lemma_of(tree, one) for one in tree.conjuncts(child))
            words.extend(
                lemma_of(tree, inner)
                for inner in tree.of(child, "nmod")
                if lemma_of(tree, child) in ("number", "series", "set", "round", "lot", "couple", "kind", "state")
            )
        if base == "ccomp" and tree.tokens[child].pos == "ADJ" and tree.first(child, "cop") is None:
            words.append(lemma_of(tree, child))
        if base in ("ccomp", "xcomp", "advcl"):
            words.extend(lemma_of(tree, one) for one in tree.of(child, "mark"))
    return words


def _preposition(tree: Tree, index: int) -> bool:
    """Tell whether a participle serves as a preposition, although the parser made it a verb ("according to")."""
    token = tree.tokens[index]
    return token.tag == "VBG" and token.lemma.lower() in PARTICIPLES and tree.first(index, "nsubj", "aux") is None


def _noun_senses(tree: Tree, index: int) -> tuple[Sense, ...]:
    """Return the senses of an event noun; a place or a person that is called by it tells no event."""
    around = [lemma_of(tree, one) for one in tree.of(index, "compound", "amod", "acl")]
    around += [word for one in (index, *tree.of(index, "nmod", "obl")) for word in tree.cases(one)]
    around += [lemma_of(tree, one) for clause in tree.of(index, "acl") for one in tree.of(clause, "mark", "aux")]
    around += [lemma_of(tree, one) for one in tree.of(index, "nmod") if "to" in tree.cases(one)]
    particle = "".join(lemma_of(tree, one) for one in tree.of(index, "compound:prt"))
    return tuple(one for one in lexicon().of_noun(lemma_of(tree, index) + particle, around) if one.type is not None)


def _light_object(tree: Tree, index: int, named: frozenset[int]) -> int | None:
    """Return the event noun that a light verb only carries, or None."""
    if lemma_of(tree, index) not in LIGHT and lemma_of(tree, index) not in ("embroil", "involve"):
        return None
    for child in tree.children[index]:
        if tree.dep(child) == "obj" or tree.tokens[child].dep == "nsubj:pass":
            for noun in (child, *_counted(tree, child)):
                if noun not in named and tree.tokens[noun].pos == "NOUN" and _tells(tree, noun):
                    return noun
    head = tree.tokens[index].head
    bare = tree.first(index, "nsubj", "obj") is None and tree.first(index, "aux") is not None
    if tree.dep(index) == "acl" and bare and head not in named and _tells(tree, head):
        return head
    if tree.first(index, "obj") is None:
        for child in tree.of(index, "obl"):
            words = [lemma_of(tree, one) for one in tree.of(child, "case")]
            if words in (["in"], ["on"], ["into"]) and child not in named and _tells(tree, child):
                return child
    return None


def _tells(tree: Tree, noun: int) -> bool:
    """Tell whether a noun tells an act by itself or with what stands before it."""
    return lemma_of(tree, noun) in lexicon().nouns or bool(_noun_senses(tree, noun))


def _counted(tree: Tree, index: int) -> list[int]:
    """Return the nouns under a measure noun: "a number of trips"."""
    if lemma_of(tree, index) in ("number", "series", "set", "round", "lot", "couple", "string", "wave"):
        return list(tree.of(index, "nmod"))
    return []


RAISED = frozenset("likely unlikely due set expected able unable certain sure bound supposed poised".split())
"""Adjectives that only color the infinitive that follows them ("is likely to leave")."""


def _raises(tree: Tree, index: int, senses: tuple[Sense, ...], *, phrase: bool) -> bool:
    """Tell whether a verb only colors the infinitive that follows it."""
    if (phrase and senses) or lemma_of(tree, index) not in RAISING:
        return False
    inner = tree.first(index, "xcomp")
    return (
        inner is not None
        and tree.tokens[inner].pos in ("VERB", "AUX")
        and not any(one.type is not None and one.type.plover for one in senses)
    )


ANIMATE = frozenset("he she him her they them i me we us you who whom everyone everybody".split())


def _fits(tree: Tree, index: int, sense: Sense, names: Mapping[int, NameKind]) -> bool:
    """Tell whether a verb has the object that a sense needs."""
    if sense.needs == "named":
        return _names_so(tree, index)
    if lemma_of(tree, index) == "call" and sense.needs == "person":
        named = any(tree.tokens[one].pos in ("ADJ", "NOUN") for one in tree.of(index, "xcomp"))
        if named or tree.first(index, "ccomp") is not None:
            return False
        if any(_is(tree, one, "person", names) for one in tree.of(index, "xcomp")):
            return True
    if sense.needs is None:
        return True
    if lemma_of(tree, index) == "return" and tree.first(index, "obj") is not None:
        return False
    if sense.needs == "said":
        return tree.dep(index) == "parataxis" or tree.first(index, "ccomp", "parataxis") is not None
    if sense.needs == "party" and lemma_of(tree, index) == "meet" and _among_themselves(tree, index):
        return True
    if sense.needs == "words":
        return _in_words(tree, index)
    return any(_is(tree, one, sense.needs, names) for one in _undergoers(tree, index, sense))


def _names_so(tree: Tree, index: int) -> bool:
    """Tell whether a verb says what somebody or something is ("called the vote a farce")."""
    told = (one for one in tree.of(index, "xcomp") if tree.first(one, "case", "mark") is None)
    return any(tree.tokens[one].pos in ("ADJ", "NOUN") for one in told)


def _in_words(tree: Tree, index: int) -> bool:
    """Tell whether an attack is one in words: in a speech, for having done something, on somebody's plan."""
    told = {lemma_of(tree, one) for one in tree.of(index, "obl")} & SPOKEN
    faulted = any(
        lemma_of(tree, one) == "for" for clause in tree.of(index, "advcl") for one in tree.of(clause, "mark", "case")
    )
    aimed = {lemma_of(tree, one) for one in tree.of(index, "obj")} & IDEAS
    return bool(told or aimed) or faulted


SPOKEN = frozenset(
    "speech tweet interview debate statement ad advertisement letter column post editorial briefing".split()
)
IDEAS = frozenset(
    "plan policy record character idea proposal credibility decision handling bill law view remark".split()
)


def _among_themselves(tree: Tree, index: int) -> bool:
    """Tell whether a verb without an object has several as its subject: they meet each other."""
    if tree.first(index, "obj") is not None:
        return False
    who, _ = subjects(tree, index)
    return any(
        tree.tokens[one.head].tag in ("NNS", "NNPS")
        or lemma_of(tree, one.head) in ("they", "we")
        or len(tree.conjuncts(one.head)) > 1
        for one in who
    )


def _undergoers(tree: Tree, index: int, sense: Sense) -> Iterator[int]:
    """Yield the heads of what a verb may be done to."""
    for child in tree.children[index]:
        relation = tree.tokens[child].dep
        base = tree.dep(child)
        objects = base in ("obj", "iobj") or relation == "nsubj:pass"
        moved = sense.type in (EventType.TRAVEL, EventType.CONTROL) and base in ("obl", "advmod")
        fallen = base == "nsubj" and lemma_of(tree, index) == "fall"
        if objects or moved or fallen or (base in ("obl", "xcomp") and sense.needs in ("party", "event")):
            yield from tree.conjuncts(child)
            yield from _parts(tree, child)
    if tree.dep(index) == "acl":
        yield tree.tokens[index].head
    if tree.dep(index) == "conj" and tree.tokens[index].tag == "VBN":
        yield from tree.of(tree.tokens[index].head, "nsubj:pass")
        if is_passive(tree, index):
            yield from tree.of(tree.tokens[index].head, "nsubj")


def _parts(tree: Tree, index: int) -> list[int]:
    """Return the nouns of which a number or a measure is told: "two of the districts", "most of the valley"."""
    few = tree.tokens[index].pos in ("NUM", "ADJ", "DET", "PRON") or lemma_of(tree, index) in noun_class("measure")
    return [one for one in tree.of(index, "nmod") if few and "of" in tree.cases(one)]


def _is(tree: Tree, index: int, need: str, names: Mapping[int, NameKind]) -> bool:
    kind = names.get(index)
    word = lemma_of(tree, index)
    if need == "event":
        return tree.tokens[index].pos == "NOUN" and kind is None
    if kind is not None:
        return kind in KINDS[need]
    if tree.tokens[index].pos == "PRON":
        return word in ANIMATE if need in ("person", "party") else word in ("it", "which", "that")
    if tree.tokens[index].pos == "ADV":
        return need == "place" and word in ("home", "abroad", "there", "here", "overseas", "back")
    return any(word in noun_class(name) for name in CLASSES[need])


KINDS = {
    "place": frozenset({NameKind.PLACE, NameKind.FACILITY}),
    "person": frozenset({NameKind.PERSON}),
    "org": frozenset({NameKind.ORGANIZATION, NameKind.GROUP, NameKind.PLACE}),
    "party": frozenset({NameKind.PERSON, NameKind.ORGANIZATION, NameKind.GROUP, NameKind.PLACE}),
}
CLASSES = {
    "place": ("place",),
    "person": ("person",),
    "org": ("organization", "group"),
    "party": ("person", "organization", "group"),
}
