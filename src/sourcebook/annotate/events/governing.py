"""What the verbs, nouns and adjectives above a clause say of its verb: how real it is, and whether it is denied."""

from __future__ import annotations

from sourcebook.annotate.events.asking import asked
from sourcebook.annotate.events.clause import own_modality, own_polarity
from sourcebook.annotate.events.conditions import is_condition
from sourcebook.annotate.events.governors import DEMAND, DONE, DOUBT, NOT_SO, RAISED, TWO_WAY, modality_of
from sourcebook.annotate.events.nouns import FAILURE, disowned, modality_under
from sourcebook.annotate.events.tense import finite, tense_of
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality, Polarity


def governed(tree: Tree, carrier: int) -> tuple[Modality, bool]:
    """Return the modality that governors give, and whether they turn the polarity round."""
    flipped = False
    here = carrier
    for _ in range(6):
        head = tree.tokens[here].head
        if head == here:
            break
        relation, lemma = tree.dep(here), _lemma(tree, head)
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
            modality = modality_under(lemma) if noun else modality_of(lemma, relation)
            if noun and relation == "acl" and (lemma in FAILURE or _already(tree, head)):
                return Modality.ASSERTED, flipped != (lemma in FAILURE)
            if noun and tree.tokens[here].tag in ("VBN", "VBD") and not _to_infinitive(tree, here):
                modality = None
            if lemma in NOT_SO and (relation in ("xcomp", "ccomp") or (relation == "advcl" and _kept_from(tree, here))):
                flipped = flipped == (lemma in TWO_WAY and own_polarity(tree, head) is Polarity.NEGATIVE)
            elif modality is not None:
                return _outer(tree, head, modality), flipped != (
                    _withheld(tree, head, modality) or (noun and disowned(tree, head))
                )
            if means(tree, here):
                outer = own_modality(tree, head, tense_of(tree, head))
                if outer is not Modality.ASSERTED:
                    return outer, flipped
                here = head
                continue
            if relation == "advcl" and _asks_of(tree, head) and _to_infinitive(tree, here):
                return Modality.DEMANDED, flipped
            if relation == "advcl" or (relation == "acl" and lemma not in DONE):
                return (Modality.PLANNED if _to_infinitive(tree, here) else Modality.ASSERTED), flipped
            if tree.tokens[head].pos not in ("VERB", "AUX"):
                break
            outer = own_modality(tree, head, tense_of(tree, head))
            if outer is not Modality.ASSERTED:
                return outer, flipped
            if own_polarity(tree, head) is Polarity.NEGATIVE and lemma in DONE:
                flipped = not flipped
            here = head
            continue
        if relation == "ccomp":
            if lemma in DOUBT:
                return Modality.POSSIBLE, flipped != (lemma in RAISED and own_polarity(tree, head) is Polarity.NEGATIVE)
            if lemma in DEMAND and tree.tokens[here].tag == "VB" and not finite(tree, here):
                return Modality.DEMANDED, flipped
            if lemma == "deny":
                flipped = not flipped
        break
    return Modality.ASSERTED, flipped


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


def _kept_from(tree: Tree, here: int) -> bool:
    """Tell whether an adverbial clause is what its verb keeps from happening; a bare participle goes on beside it."""
    marks = {_lemma(tree, one) for one in tree.of(here, "mark", "case", "aux")}
    return bool(marks & {"from", "to", "against"})


def _asks_of(tree: Tree, verb: int) -> bool:
    """Tell whether a verb asks somebody for what its infinitive says: "called on the bank to …"."""
    named = any(set(tree.cases(one)) & {"on", "upon", "to"} for one in tree.of(verb, "obl"))
    return _lemma(tree, verb) in ("call", "appeal") and named


NEEDED = frozenset({"need", "necessary", "require"})
"""Governors whose denial denies what they ask for, too ("is not necessary to go")."""


def _withheld(tree: Tree, governor: int, modality: Modality) -> bool:
    """Tell whether a denied governor denies its infinitive, too ("is not willing to talk", "does not plan to go")."""
    needless = modality is Modality.DEMANDED and _lemma(tree, governor) in NEEDED
    if modality not in (Modality.POSSIBLE, Modality.PLANNED, Modality.PROMISED) and not needless:
        return False
    return own_polarity(tree, governor) is Polarity.NEGATIVE


def _already(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the first, last or only one to do something: then it was done."""
    words = {_lemma(tree, one) for one in tree.of(noun, "amod")}
    return bool(words & {"first", "second", "third", "last", "latest", "only", "next"})


def _to_infinitive(tree: Tree, index: int) -> bool:
    named = any(_lemma(tree, one) == "to" for one in tree.of(index, "mark", "aux"))
    return named and not (tree.tokens[index].tag == "VBG" and tree.tokens[tree.tokens[index].head].pos == "ADJ")


def means(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle says how or when something is done ("by closing the port"): it is as real as that."""
    marks = {_lemma(tree, one) for one in tree.of(carrier, "mark", "case")}
    return (
        bool(marks & {"by", "after", "while", "since"})
        and tree.dep(carrier) == "advcl"
        and tree.tokens[carrier].tag == "VBG"
    )


TRY = frozenset("try attempt strive seek struggle effort bid".split())
"""Verbs and nouns whose infinitive was only attempted."""


def attempted(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody tried to do."""
    return tree.dep(carrier) in ("xcomp", "acl") and _lemma(tree, tree.tokens[carrier].head) in TRY


def _lemma(tree: Tree, index: int) -> str:
    return tree.tokens[index].lemma.lower()
