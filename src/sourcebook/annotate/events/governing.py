"""What the verbs, nouns and adjectives above a clause say of its verb: how real it is, and whether it is denied."""

from __future__ import annotations

from sourcebook.annotate.events.asking import asked
from sourcebook.annotate.events.clause import own_modality, own_polarity
from sourcebook.annotate.events.conditions import is_condition
from sourcebook.annotate.events.governors import (
    ALLOW,
    COMPLEMENTS,
    DEMAND,
    DONE,
    DOUBT,
    EASE,
    FROM,
    HOPE,
    MOVED,
    NOT_SO,
    RAISED,
    TWO_WAY,
    UNABLE,
    modality_of,
)
from sourcebook.annotate.events.nouns import FAILURE, disowned, modality_under
from sourcebook.annotate.events.tense import auxiliaries, finite, tense_of
from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.kinds import Modality, Polarity, Tense


def governed(tree: Tree, carrier: int) -> tuple[Modality, bool]:
    """Return the modality that governors give, and whether they turn the polarity round."""
    flipped = False
    here = carrier
    for _ in range(6):
        head = tree.tokens[here].head
        if head == here:
            break
        relation, lemma = tree.dep(here), lemma_of(tree, head)
        if relation == "conj":
            if tree.tokens[here].tag in ("VBD", "VBZ", "VBP") or tree.first(here, "nsubj") is not None:
                break
            outer = own_modality(tree, head, tense_of(tree, head))
            if outer is not Modality.ASSERTED:
                return outer, flipped
            here = head
            continue
        if relation == "acl" and finite(tree, here):
            break
        if relation in ("xcomp", "acl", "csubj") or (relation in ("advcl", "ccomp") and not finite(tree, here)):
            noun = tree.tokens[head].pos in ("NOUN", "PROPN")
            modality = modality_under(lemma) if noun else _under_verb(tree, here, head)
            if noun and relation == "acl" and (lemma in FAILURE or _already(tree, head)):
                return Modality.ASSERTED, flipped != (lemma in FAILURE)
            if noun and tree.tokens[here].tag in ("VBN", "VBD") and not _to_infinitive(tree, here):
                modality = None
            if kept_from(tree, here):
                flipped = flipped == (lemma in TWO_WAY and own_polarity(tree, head) is Polarity.NEGATIVE)
                if relation == "advcl":
                    return _whole(tree, head), flipped
            elif modality is not None:
                return _outer(tree, head, modality), flipped != (
                    _withheld(tree, head, modality) or (noun and disowned(tree, head)) or _against(tree, here)
                )
            if relation == "advcl" and lemma not in MOVED and _participle(tree, here):
                return _whole(tree, head), flipped
            if relation == "advcl" and _asks_of(tree, head) and _to_infinitive(tree, here):
                return Modality.DEMANDED, flipped
            beside = relation == "advcl" and lemma not in MOVED
            if beside or (noun and relation == "xcomp") or (relation == "acl" and lemma not in DONE):
                return (Modality.PLANNED if _to_infinitive(tree, here) else Modality.ASSERTED), flipped
            if tree.tokens[head].pos not in ("VERB", "AUX") and lemma not in MOVED | {"able"}:
                break
            outer = own_modality(tree, head, tense_of(tree, head))
            if outer is not Modality.ASSERTED:
                return outer, flipped
            if own_polarity(tree, head) is Polarity.NEGATIVE and lemma in DONE | ALLOW:
                flipped = not flipped
            here = head
            continue
        if relation == "advcl" and _still_to_come(tree, here) and _whole(tree, head) is not Modality.ASSERTED:
            return Modality.PLANNED, flipped
        if relation == "ccomp":
            if lemma in DOUBT:
                return Modality.POSSIBLE, flipped != (lemma in RAISED and own_polarity(tree, head) is Polarity.NEGATIVE)
            if lemma in HOPE:
                return Modality.HYPOTHETICAL, flipped
            if _made_sure(tree, head):
                return _whole(tree, head), flipped
            if lemma in DEMAND and tree.tokens[here].tag == "VB" and not finite(tree, here):
                return Modality.DEMANDED, flipped
            if lemma == "deny":
                flipped = not flipped
        break
    return Modality.ASSERTED, flipped


def _whole(tree: Tree, verb: int) -> Modality:
    """Return how real a verb is by its own clause and by what governs it."""
    own = own_modality(tree, verb, tense_of(tree, verb))
    return governed(tree, verb)[0] if own is Modality.ASSERTED else own


def _under_verb(tree: Tree, here: int, head: int) -> Modality | None:
    """Return how real a verb or adjective says that the clause under it is; None where it does not say."""
    relation, lemma = tree.dep(here), lemma_of(tree, head)
    cases = {lemma_of(tree, one) for one in tree.of(here, "mark", "case")}
    if relation == "advcl" and tree.tokens[here].tag == "VBG" and cases & COMPLEMENTS:
        thought = lemma == "think" and cases & {"of", "about"}
        told = Modality.PLANNED if thought else modality_of(lemma, "xcomp")
        return told or (Modality.HYPOTHETICAL if "about" in cases else None)
    past = told_as_past(tree, head)
    positive = own_polarity(tree, head) is Polarity.POSITIVE
    if _to_infinitive(tree, here):
        if lemma == "have" and relation == "xcomp":
            outer = own_modality(tree, head, tense_of(tree, head))
            return None if outer is not Modality.ASSERTED or (past and positive) else Modality.DEMANDED
        if lemma == "suppose":
            return Modality.PLANNED
        if lemma in EASE:
            return None if past else Modality.POSSIBLE
    if (lemma == "able" and past and positive) or (lemma == "look" and finite(tree, here)):
        return None
    return modality_of(lemma, relation)


def _participle(tree: Tree, here: int) -> bool:
    """Tell whether a clause is a participle beside its verb: it is as real as that ("left the town, taking …")."""
    return tree.tokens[here].tag == "VBG" and not finite(tree, here)


def told_as_past(tree: Tree, verb: int) -> bool:
    """Tell whether a verb or adjective is told in the past or the perfect ("has been able")."""
    perfect = any(lemma_of(tree, one) == "have" for one in auxiliaries(tree, verb))
    return perfect or tense_of(tree, verb) is Tense.PAST


def implied(tree: Tree, carrier: int) -> bool:
    """Tell whether an infinitive is what somebody managed, began or had to do: then it was done (Karttunen 1971)."""
    head = tree.tokens[carrier].head
    under = tree.dep(carrier) == "xcomp" and lemma_of(tree, head) in DONE | {"have", "able"}
    return under and told_as_past(tree, head) and own_polarity(tree, head) is Polarity.POSITIVE


UNDERWAY = frozenset({"process", "course", "middle", "midst", "habit", "practice"})
"""Nouns whose "of …ing" goes on ("is in the process of leaving")."""


def goes_on(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle is what somebody is in the middle of."""
    head = tree.tokens[carrier].head
    inside = "in" in tree.cases(head)
    return tree.dep(carrier) == "acl" and inside and lemma_of(tree, head) in UNDERWAY


TEMPORAL = frozenset({"when", "whenever", "before", "after", "until", "till", "once", "so"})


def _still_to_come(tree: Tree, clause: int) -> bool:
    """Tell whether a clause says in the present when something will be or what for (Quirk et al. 1985, § 4.22)."""
    opening = {lemma_of(tree, one) for one in tree.of(clause, "mark", "advmod") if one < clause}
    tags = {tree.tokens[one].tag for one in (clause, *tree.of(clause, "aux", "cop"))}
    return bool(opening & TEMPORAL and tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}


def _made_sure(tree: Tree, word: int) -> bool:
    """Tell whether a clause is what somebody sees to ("make sure that …", "ensures that …")."""
    sure = lemma_of(tree, word) == "sure" and lemma_of(tree, tree.tokens[word].head) == "make"
    return sure or lemma_of(tree, word) == "ensure"


def _outer(tree: Tree, governor: int, modality: Modality) -> Modality:
    """Return how real a plan or a possibility is that is itself wished for, demanded or supposed ("might want to")."""
    if modality not in (Modality.PLANNED, Modality.POSSIBLE):
        return modality
    verb = tree.tokens[governor].pos not in ("NOUN", "PROPN")
    clause = governor if verb else tree.clause_of(governor)
    if is_condition(tree, clause):
        return Modality.CONDITIONAL
    if asked(tree, clause) is Modality.POSSIBLE:
        return Modality.HYPOTHETICAL
    outer = own_modality(tree, governor, tense_of(tree, governor)) if verb else Modality.ASSERTED
    return modality if outer in (Modality.ASSERTED, Modality.PLANNED) else outer


def kept_from(tree: Tree, here: int) -> bool:
    """Tell whether a clause is what its verb keeps from happening; a bare participle goes on beside it."""
    relation, lemma = tree.dep(here), lemma_of(tree, tree.tokens[here].head)
    marks = {lemma_of(tree, one) for one in tree.of(here, "mark", "case", "aux")}
    if lemma in FROM:
        return "from" in marks
    if lemma == "forget":
        return relation == "xcomp" and _to_infinitive(tree, here)
    return lemma in NOT_SO and (
        relation in ("xcomp", "ccomp") or (relation == "advcl" and bool(marks & {"from", "to", "against"}))
    )


def _against(tree: Tree, here: int) -> bool:
    """Tell whether something is planned or demanded not to be done ("advised against leaving")."""
    return "against" in {lemma_of(tree, one) for one in tree.of(here, "mark", "case")}


def _asks_of(tree: Tree, verb: int) -> bool:
    """Tell whether a verb asks somebody for what its infinitive says: "called on the bank to …"."""
    named = any(set(tree.cases(one)) & {"on", "upon", "to"} for one in tree.of(verb, "obl"))
    return lemma_of(tree, verb) in ("call", "appeal") and named


NEEDED = frozenset({"need", "necessary", "require", "have"})
"""Governors whose denial denies what they ask for, too ("is not necessary to go")."""


def _withheld(tree: Tree, governor: int, modality: Modality) -> bool:
    """Tell whether a denied governor denies its infinitive, too ("is not willing to talk", "does not plan to go")."""
    needless = modality is Modality.DEMANDED and lemma_of(tree, governor) in NEEDED
    if modality not in (Modality.POSSIBLE, Modality.PLANNED, Modality.PROMISED) and not needless:
        return False
    return (own_polarity(tree, governor) is Polarity.NEGATIVE) != (lemma_of(tree, governor) in UNABLE)


def _already(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the first, last or only one to do something: then it was done."""
    words = {lemma_of(tree, one) for one in tree.of(noun, "amod")}
    return bool(words & {"first", "second", "third", "last", "latest", "only", "next"})


def _to_infinitive(tree: Tree, index: int) -> bool:
    named = any(lemma_of(tree, one) == "to" for one in tree.of(index, "mark", "aux"))
    return named and not (tree.tokens[index].tag == "VBG" and tree.tokens[tree.tokens[index].head].pos == "ADJ")


def means(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle says how or when something is done ("by closing the port"): it is as real as that."""
    marks = {lemma_of(tree, one) for one in tree.of(carrier, "mark", "case")}
    return (
        bool(marks & {"by", "after", "while", "since"})
        and tree.dep(carrier) == "advcl"
        and tree.tokens[carrier].tag == "VBG"
    )


TRY = frozenset("try attempt strive seek struggle effort bid".split())
"""Verbs and nouns whose infinitive was only attempted."""


def attempted(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody tried to do."""
    return tree.dep(carrier) in ("xcomp", "acl") and lemma_of(tree, tree.tokens[carrier].head) in TRY
