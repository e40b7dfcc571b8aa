"""Who is the subject of a predicate: its own, a shared one, a controlled one, a relative pronoun's noun."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree

SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear", "offer", "agree"})
"""Verbs whose infinitive has their own subject although they have an object (Rosenbaum 1967)."""

RELATIVE = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset({"i", "we", "you", "he", "she", "it", "they"})
"""Pronouns in the subject's case: what a parser takes for a conjunction ("said he will") is the subject."""


@dataclass(frozen=True, slots=True)
class Part:
    """
    The head token of somebody's phrase, and the rule that linked it.

    Attributes:
        until: The relative pronoun that stands for it: what is coordinated with it behind that is not meant.
    """

    head: int
    why: str
    until: int | None = None


def subjects(tree: Tree, carrier: int, depth: int = 0) -> tuple[list[Part], bool]:
    """Return who is the subject of a predicate, and whether they are acted upon (passive)."""
    own = [one for one in tree.of(carrier, "nsubj") if not _expletive(tree, one, carrier)]
    if not own:
        own = [one for aux in tree.of(carrier, "aux", "cop") for one in tree.of(aux, "nsubj") if one < carrier]
    if not own:
        own = [one for one in tree.of(carrier, "mark") if tree.tokens[one].lemma.lower() in PERSONAL and one < carrier]
    if not own and tree.first(carrier, "nsubj") is not None:
        return [], is_passive(tree, carrier)
    if not own:
        own = _small_subject(tree, carrier)
    if own:
        passive = any(tree.tokens[one].dep.startswith("nsubj:pass") for one in own)
        if passive and (tree.first(carrier, "obj") is not None or _perfect(tree, carrier)):
            passive = is_passive(tree, carrier)
        own = [one for one in own if one + 1 not in own]
        own = _own_side(tree, own, carrier)
        caused = pressed(tree, carrier)
        own = [one for one in own if one != caused]
        return [_meant(tree, one) for one in own], passive
    passive = is_passive(tree, carrier)
    head = tree.tokens[carrier].head
    relation = tree.dep(carrier)
    if depth > 5 or head == carrier:
        return [], passive
    if relation == "conj":
        found, before = subjects(tree, head, depth + 1)
        shared = [Part(one.head, "shared subject") for one in found]
        return shared, passive or (before and tree.tokens[carrier].tag == "VBN")
    if relation in ("ccomp", "parataxis") and carrier < head:
        strays = [one for one in tree.of(head, "nsubj") if one < carrier]
        if strays and any(one > carrier for one in tree.of(head, "nsubj")):
            return [Part(antecedent(tree, strays[0]), "subject, hung on the verb of saying")], passive
    if relation == "xcomp" or (relation == "ccomp" and _to(tree, carrier)):
        target = pressed(tree, head) or _behind(tree, head)
        if target is not None and tree.tokens[head].lemma not in SUBJECT_CONTROL:
            return [Part(antecedent(tree, target), "controlled by the object")], passive
        asked = _asked(tree, head)
        if asked is not None:
            return [Part(asked, "asked to")], passive
        found, before = subjects(tree, head, depth + 1)
        return [Part(one.head, "controlled by the subject") for one in found], passive
    if relation == "advcl":
        return _of_adverbial(tree, carrier, depth), passive or _clipped(tree, carrier)
    if relation == "acl" and tree.tokens[head].pos == "ADJ":
        return [Part(one.head, "subject of the adjective") for one in subjects(tree, head, depth + 1)[0]], passive
    if relation == "acl" and tree.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        bare = tree.tokens[carrier].dep != "acl:relcl" and not _to(tree, carrier)
        return _of_adnominal(tree, carrier, depth), passive or (bare and tree.tokens[carrier].tag in ("VBN", "VBD"))
    return [], passive


def _opened(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle is opened by a conjunction or preposition."""
    return tree.tokens[carrier].tag == "VBG" and tree.first(carrier, "mark") is not None


def _of_adnominal(tree: Tree, carrier: int, depth: int) -> list[Part]:
    """Return who is the subject of a clause that hangs on a noun and has none of its own."""
    head = tree.tokens[carrier].head
    if tree.tokens[carrier].dep == "acl:relcl":
        return [Part(head, "relative clause")] if tree.first(carrier, "obj") is not None else []
    if _to(tree, carrier):
        return _of_infinitive(tree, carrier, depth)
    if _opened(tree, carrier):
        charged = _charged_with(tree, tree.tokens[head].head, carrier)
        if charged is not None and charged != head:
            return [Part(charged, "object of the main clause")]
        return _of_main(tree, carrier, depth)
    loose = tree.tokens[carrier].tag == "VBG" and tree.tokens[carrier - 1].lemma == ","
    return [Part(_bearer(tree, head) if loose else head, "participle")]


def _of_infinitive(tree: Tree, carrier: int, depth: int) -> list[Part]:
    """Return who is to do what the infinitive of a noun says."""
    head = tree.tokens[carrier].head
    told = next((one for one in tree.of(head, "nmod") if one < carrier and _for_whom(tree, one)), None)
    if told is not None:
        return [Part(told, "for whom it is to do")]
    whose = tree.first(head, "nmod:poss") if tree.tokens[head].lemma.lower() in OWN_ACTS else None
    if whose is not None and (tree.tokens[whose].pos in ("NOUN", "PROPN") or tree.dep(head) == "conj"):
        return [Part(whose, "whose it is to do")]
    found = [one for one in _of_main(tree, carrier, depth) if one.head != head]
    return found or ([] if whose is None else [Part(whose, "whose it is to do")])


def _of_main(tree: Tree, carrier: int, depth: int) -> list[Part]:
    """Return the subject of the clause in which the noun stands that a clause hangs on."""
    governor = tree.clause_of(tree.tokens[carrier].head)
    found, _ = subjects(tree, governor, depth + 1) if governor != carrier else ([], False)
    return [Part(one.head, "subject of the main clause") for one in found]


OWN_ACTS = frozenset(
    """
    decision plan intention pledge promise vow attempt effort bid refusal desire wish willingness readiness ability
    inability failure right move determination commitment agreement threat choice reluctance negotiation talk
    opportunity chance power
    """.split()
)
"""Nouns whose infinitive is done by the one whose they are ("the front's decision to leave")."""


def _perfect(tree: Tree, carrier: int) -> bool:
    """Tell whether "have" is a verb's auxiliary: without "be" that is no passive ("had promised")."""
    return any(tree.tokens[one].lemma.lower() == "have" for one in tree.of(carrier, "aux"))


def pressed(tree: Tree, verb: int) -> int | None:
    """Return whom a verb makes do what its infinitive says, where the parser took them for a second subject of it."""
    later = [one for one in tree.of(verb, "nsubj") if one > verb]
    before = any(one < verb for one in tree.of(verb, "nsubj"))
    inner = tree.first(verb, "xcomp")
    held = before and inner is not None and tree.tokens[inner].pos == "VERB" and _to(tree, inner)
    return later[0] if held and later and inner is not None and later[0] < inner else None


def _behind(tree: Tree, verb: int) -> int | None:
    """Return a verb's object, the one behind it where the parser hung its subject on it as another."""
    objects = list(tree.of(verb, "obj", "iobj"))
    return next((one for one in objects if one > verb), objects[0] if objects else None)


def _small_subject(tree: Tree, carrier: int) -> list[int]:
    """Return a subject that the parser took for an object ("saw the army leaving Osk", "asked that it leave Osk")."""
    objects = list(tree.of(carrier, "obj", "iobj"))
    clause = tree.dep(carrier) in ("ccomp", "xcomp") and tree.first(carrier, "mark", "aux") is None
    bare = tree.tokens[carrier].tag in ("VB", "VBP") and any(one > carrier for one in objects)
    if not clause or not (tree.tokens[carrier].tag == "VBG" or bare):
        return []
    return [one for one in objects if one < carrier][:1]


def _meant(tree: Tree, index: int) -> Part:
    """Return a subject; of a relative pronoun, the noun before it."""
    noun = antecedent(tree, index)
    return Part(noun, "subject", index if noun < index else None)


def _clipped(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle behind a conjunction is a passive whose auxiliary is left out ("when asked, she …")."""
    opened = tree.first(carrier, "mark", "advmod") is not None
    return tree.tokens[carrier].tag == "VBN" and tree.first(carrier, "aux", "nsubj") is None and opened


def _of_adverbial(tree: Tree, carrier: int, depth: int) -> list[Part]:
    """Return who is the subject of an adverbial clause that has none of its own."""
    head = tree.tokens[carrier].head
    alone = _absolute(tree, carrier)
    if alone is not None:
        return [Part(alone, "with … doing")]
    asked = _asked(tree, head) if _to(tree, carrier) and not is_passive(tree, head) else None
    if asked is not None and asked < carrier:
        return [Part(asked, "asked to")]
    charged = _charged_with(tree, head, carrier)
    if charged is not None:
        return [Part(charged, "object of the main clause")]
    found, _ = subjects(tree, _teller(tree, head, carrier), depth + 1)
    return [Part(one.head, "subject of the main clause") for one in found]


CHARGES = frozenset({"for", "of", "from", "against"})
"""Prepositions before what somebody is blamed for, accused of, kept from or warned against doing."""


def _charged_with(tree: Tree, head: int, carrier: int) -> int | None:
    """Return the object of a verb that did what a participle after it tells ("fined the bank for hiding it")."""
    marks = {tree.tokens[one].lemma.lower() for one in tree.of(carrier, "mark", "case")}
    charged = tree.first(head, "obj", "iobj")
    doing = tree.tokens[carrier].tag == "VBG" or any(tree.tokens[one].tag == "VBG" for one in tree.of(carrier, "cop"))
    if not doing or not marks & CHARGES or charged is None or is_passive(tree, head):
        return None
    token = tree.tokens[charged]
    people = any(token.lemma.lower() in noun_class(name) for name in ("person", "organization", "group"))
    return antecedent(tree, charged) if charged < carrier and (people or token.pos in ("PROPN", "PRON")) else None


def _own_side(tree: Tree, own: list[int], carrier: int) -> list[int]:
    """Return a verb's subjects without those of the clause before it that it reports ("X is ill, Y told reporters")."""
    told = [one for one in tree.of(carrier, "ccomp", "parataxis") if one < carrier]
    after = [one for one in own if told and one > told[0]]
    return after or own


RAISING = frozenset("expect believe say think report suppose schedule set know understand estimate fear rumor".split())
"""Verbs whose passive has the subject of its infinitive ("it is expected to arrive")."""


def _expletive(tree: Tree, index: int, carrier: int) -> bool:
    """Tell whether a subject "it" only stands for a clause to come ("it is planned to invite")."""
    if tree.tokens[index].lemma.lower() != "it" or index > carrier:
        return False
    clauses = ("csubj", "ccomp") if tree.tokens[carrier].lemma.lower() in RAISING else ("csubj", "ccomp", "xcomp")
    follows = any(one > carrier for one in tree.of(carrier, *clauses))
    return follows and (is_passive(tree, carrier) or tree.tokens[carrier].pos == "ADJ")


def _teller(tree: Tree, head: int, carrier: int) -> int:
    """Return the verb of saying between a quotation and a participle after it ("…, he said, likening …"), else head."""
    between = [one for one in tree.of(head, "parataxis") if head < one < carrier and tree.first(one, "nsubj")]
    above = tree.tokens[head].head
    if tree.dep(head) == "ccomp" and head < above < carrier and tree.first(above, "nsubj") is not None:
        between.append(above)
    return between[-1] if between and tree.tokens[carrier].tag == "VBG" else head


def _absolute(tree: Tree, carrier: int) -> int | None:
    """
    Return the noun of "with X doing", on which the parser may have hung "with" and X anywhere to the left.

    Nothing but the noun's own words and adverbs stands between "with" and the participle.
    """
    if tree.tokens[carrier].tag != "VBG" or tree.first(carrier, "nsubj") is not None:
        return None
    noun = carrier - 1
    while noun > 0 and tree.tokens[noun].pos == "ADV":
        noun -= 1
    if tree.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    head = noun
    while tree.dep(head) in ("flat", "compound") and tree.tokens[head].head < head:
        head = tree.tokens[head].head
    first = tree.below(head)[0]
    opener = tree.tokens[first]
    after_comma = first > 0 and tree.tokens[first - 1].lemma == ","
    return head if opener.lemma.lower() == "with" and opener.pos in ("ADP", "SCONJ") and after_comma else None


def antecedent(tree: Tree, index: int) -> int:
    """Return the noun that a relative pronoun stands for; the token itself where it is none."""
    if tree.tokens[index].lemma.lower() not in RELATIVE or tree.tokens[index].pos not in ("PRON", "DET", "SCONJ"):
        return index
    governor = tree.tokens[index].head
    if tree.dep(governor) == "appos":
        return _bearer(tree, tree.tokens[governor].head)
    clause = tree.clause_of(index)
    for _ in range(4):
        if tree.dep(clause) == "acl":
            return _bearer(tree, tree.tokens[clause].head)
        above = tree.tokens[clause].head
        if above == clause:
            break
        clause = tree.clause_of(above) if tree.clause_of(above) != clause else above
    return index


def _to(tree: Tree, index: int) -> bool:
    return any(tree.tokens[one].lemma == "to" for one in tree.of(index, "mark", "aux"))


def is_passive(tree: Tree, index: int) -> bool:
    """Tell whether a verb is passive."""
    return any(tree.tokens[one].dep == "aux:pass" for one in tree.of(index, "aux")) or (
        tree.first(index, "obl:agent") is not None
    )


def _asked(tree: Tree, verb: int) -> int | None:
    """Return the noun of "on" or "for" under verbs of asking: "called on X to leave"."""
    if tree.tokens[verb].lemma not in ("call", "appeal", "rely", "wait", "count", "arrange", "press", "push"):
        return None
    for child in tree.of(verb, "obl"):
        if set(tree.cases(child)) & {"on", "upon", "to", "for"}:
            return antecedent(tree, child)
    return None


def _for_whom(tree: Tree, index: int) -> bool:
    """Tell whether "for" opens a phrase, on whichever word the parser hung it ("the need for X to leave")."""
    first = tree.below(index)[0]
    return "for" in tree.cases(index) or (first > 0 and tree.tokens[first - 1].lemma.lower() == "for")


def _bearer(tree: Tree, noun: int) -> int:
    """Return who a relative clause's noun stands for: "X is a clerk who …", "among those who … was X" tell of X."""
    told = tree.first(noun, "nsubj")
    head = tree.tokens[noun].head
    some = tree.tokens[noun].lemma.lower() in ("that", "those") and "among" in tree.cases(noun)
    if some and tree.first(head, "cop") is not None:
        return tree.first(head, "nsubj") or head
    if tree.first(noun, "cop") is None or told is None:
        return noun
    return told if some or told < noun else noun


def lists_member(tree: Tree, index: int) -> bool:
    """Tell whether "including" or "among" opens a phrase: it names one of several."""
    return bool(set(tree.cases(index)) & {"include", "including", "among"})
