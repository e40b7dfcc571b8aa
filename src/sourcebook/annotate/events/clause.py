"""What the words of a clause itself say of its verb: whether it is denied, and how real it is."""

from __future__ import annotations

from sourcebook.annotate.events.asking import ASKING, asked
from sourcebook.annotate.events.conditions import is_condition
from sourcebook.annotate.events.tense import WILL, auxiliaries, going_to, imperative, tense_of
from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.kinds import Modality, Polarity, Tense

NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "no", "nobody", "none", "nothing", "without", "hardly"})
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
MAYBE = frozenset({"possibly", "perhaps", "maybe", "probably", "likely", "potentially", "presumably", "apparently"})
CAN = frozenset({"may", "might", "could", "can", "ca"})
MUST = frozenset({"should", "must", "ought", "need"})


def own_polarity(tree: Tree, carrier: int) -> Polarity:
    """Return whether the words of the clause itself deny a verb."""
    negations = 0
    for child in tree.children[carrier]:
        word = lemma_of(tree, child)
        relation = tree.dep(child)
        if (relation in ("advmod", "det", "mark", "cc", "aux") and _negates(tree, child, carrier)) or (
            relation in ("nsubj", "obj")
            and (
                word in ("nobody", "none", "nothing")
                or any(lemma_of(tree, one) in ("no", "neither") for one in tree.of(child, "det", "cc"))
                or _not_one(tree, child)
            )
        ):
            negations += 1
    negations += any(
        lemma_of(tree, one) in ("rather", "instead") and lemma_of(tree, one + 1) in ("than", "of")
        for one in (*tree.of(carrier, "advmod", "cc", "mark", "case"), *_before(tree, carrier))
        if one + 1 < len(tree.tokens)
    )
    if negations == 0 and tree.heads_clause(carrier):
        own = tree.below(carrier, tree.heads_clause)
        negations += any(lemma_of(tree, one) == "neither" and one < carrier for one in own)
    head = tree.tokens[carrier].head
    if negations == 0 and tree.dep(carrier) == "conj" and lemma_of(tree, head) != lemma_of(tree, carrier):
        joined = any(lemma_of(tree, one) in ("or", "nor") for one in tree.of(carrier, "cc"))
        apart = tree.tokens[carrier].tag in ("VBD", "VBZ") and tree.tokens[head].tag == "VB"
        if joined and not apart and own_polarity(tree, head) is Polarity.NEGATIVE:
            negations = 1
    return Polarity.NEGATIVE if negations % 2 else Polarity.POSITIVE


def _not_one(tree: Tree, noun: int) -> bool:
    """Tell whether a phrase opens with "not a single" or "not one"."""
    first = min(tree.below(noun))
    words = [lemma_of(tree, one) for one in range(first, min(first + 3, len(tree.tokens)))]
    return words[:2] == ["not", "one"] or words == ["not", "a", "single"]


def _negates(tree: Tree, child: int, carrier: int) -> bool:
    """Tell whether a word denies its verb: "not only" denies nothing, nor does "not" in what comes after."""
    if lemma_of(tree, child) not in NEGATORS or child > carrier + 1:
        return False
    after = lemma_of(tree, child + 1) if child + 1 < len(tree.tokens) else ""
    return lemma_of(tree, child) != "not" or after not in MERELY


def _before(tree: Tree, carrier: int) -> list[int]:
    """Return the second word before an infinitive: parsers hang "rather than" in many ways."""
    return [carrier - 2] if carrier >= 2 and tree.tokens[carrier].tag in ("VB", "VBG") else []


def own_modality(tree: Tree, carrier: int, tense: Tense) -> Modality:
    """Return the modality that the words of the clause itself give a verb; asserted where none does."""
    helpers = auxiliaries(tree, carrier)
    lemmas = {lemma_of(tree, one) for one in helpers}
    beside = {lemma_of(tree, one) for one in tree.of(carrier, "advmod", "mark")}
    if is_condition(tree, carrier):
        return Modality.CONDITIONAL
    conditional = any(is_condition(tree, one) for one in tree.of(carrier, "advcl"))
    if conditional and (lemmas & (WILL | CAN | MUST | {"would", "'d"}) or tense is Tense.FUTURE):
        return Modality.CONDITIONAL
    question = asked(tree, carrier)
    if question in (Modality.DEMANDED, Modality.HYPOTHETICAL):
        return question
    if beside & MAYBE:
        return Modality.POSSIBLE
    if lemmas & WILL or going_to(tree, carrier) or _is_to(tree, carrier):
        return Modality.PLANNED
    if _bare_infinitive_clause(tree, carrier):
        return Modality.PLANNED if tree.first(carrier, "nsubj") is not None else Modality.HYPOTHETICAL
    if lemmas & CAN and _for_a_purpose(tree, carrier):
        return Modality.PLANNED
    if lemmas & CAN:
        return Modality.POSSIBLE
    if lemmas & MUST:
        return Modality.DEMANDED
    if lemmas & {"would", "'d"}:
        return Modality.PLANNED if _reported_in_past(tree, carrier) else Modality.HYPOTHETICAL
    if _wished(tree, carrier):
        return Modality.HYPOTHETICAL
    if commanded(tree, carrier):
        return Modality.DEMANDED
    return question or Modality.ASSERTED


def commanded(tree: Tree, carrier: int) -> bool:
    """
    Tell whether a verb is a command; taggers call a verb without its subject one of the present.

    A command in somebody's mouth stands behind a sign ("he said: go"); a bare verb beside another hangs on it.
    """
    if tree.tokens[carrier].tag != "VB" or not imperative(tree, carrier):
        return False
    first, last = sorted((carrier, tree.tokens[carrier].head))
    return tree.dep(carrier) != "ccomp" or any(tree.tokens[one].pos == "PUNCT" for one in range(first, last))


WISHES = frozenset({"want", "wish", "hope", "intend", "mean", "like"})
"""Verbs whose infinitive did not come about after a past perfect ("had hoped to go"; Quirk et al. 1985, § 4.24)."""


def _wished(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody had wanted to do: a plan of then, not of now."""
    head = tree.tokens[carrier].head
    helpers = [tree.tokens[one] for one in tree.of(head, "aux")]
    past = any(one.lemma.lower() == "have" and one.tag == "VBD" for one in helpers)
    return tree.dep(carrier) == "xcomp" and lemma_of(tree, head) in WISHES and past


def _bare_infinitive_clause(tree: Tree, carrier: int) -> bool:
    """Tell whether "to" and a verb are a whole question or headline: "how to leave", "Arlen to visit Osk"."""
    to = [one for one in tree.of(carrier, "mark", "aux") if lemma_of(tree, one) == "to"]
    if not to or tree.tokens[carrier].tag != "VB":
        return False
    how = any(lemma_of(tree, one) in ASKING for one in tree.of(carrier, "advmod", "obj", "mark") if one < to[0])
    return how or tree.is_root(carrier)


def _for_a_purpose(tree: Tree, carrier: int) -> bool:
    """Tell whether a clause says what something is done for ("so that they can leave"; Quirk et al. 1985, § 15.48)."""
    return tree.dep(carrier) == "advcl" and any(
        lemma_of(tree, one) == "so" for one in tree.of(carrier, "mark", "advmod")
    )


def _is_to(tree: Tree, carrier: int) -> bool:
    """Tell whether the verb is governed by a bare "be to": "are to meet"; "to be ill" and "is to blame" are none."""
    if lemma_of(tree, carrier) == "blame":
        return False
    head = tree.tokens[carrier].head
    to = [one for one in tree.of(carrier, "mark", "aux") if lemma_of(tree, one) == "to"]
    be = [one for one in tree.of(carrier, "aux", "cop") if lemma_of(tree, one) == "be"]
    if to and be and be[0] < to[0]:
        return True
    return bool(to) and tree.dep(carrier) == "xcomp" and lemma_of(tree, head) == "be"


def _reported_in_past(tree: Tree, carrier: int) -> bool:
    """Tell whether a clause is reported by a past verb, in words that are not the speaker's own."""
    here = carrier
    while tree.dep(here) == "conj" and tree.tokens[here].head != here:
        here = tree.tokens[here].head
    head = tree.tokens[here].head
    if tree.dep(here) == "acl" and any(lemma_of(tree, one) == "that" for one in tree.of(here, "mark")):
        return tense_of(tree, tree.clause_of(head)) is Tense.PAST
    told = tree.tokens[head].tag in ("VBD", "VBN") or (
        tree.tokens[head].tag == "VBG" and tense_of(tree, head) is Tense.PAST
    )
    return tree.dep(here) in ("ccomp", "parataxis") and told and not _quoted(tree, here, head)


QUOTATION_MARKS = frozenset({'"', "“", "”", "``", "''"})


def _quoted(tree: Tree, clause: int, teller: int) -> bool:
    """Tell whether a clause before its verb of saying stands in quotation marks as a whole."""
    between = [tree.tokens[one] for one in range(clause, teller)]
    return clause < teller and any(one.pos == "PUNCT" and one.lemma in QUOTATION_MARKS for one in between)
