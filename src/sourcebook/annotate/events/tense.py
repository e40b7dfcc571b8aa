"""Tense and form of a verb: its auxiliaries, whether it is finite, a command, a progressive."""

from __future__ import annotations

from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.kinds import Tense

HABITUAL = frozenset(
    {"sometimes", "often", "always", "usually", "regularly", "frequently", "repeatedly", "generally", "occasionally"}
)
WILL = frozenset({"will", "shall", "'ll", "wo", "sha"})


def auxiliaries(tree: Tree, carrier: int) -> list[int]:
    """Return a verb's auxiliaries and copula; of a coordinated verb without any, those of the one before it."""
    found = list(tree.of(carrier, "aux", "cop"))
    if not found and tree.dep(carrier) == "conj" and not _finite_form(tree, carrier):
        return auxiliaries(tree, tree.tokens[carrier].head)
    return found


def _finite_form(tree: Tree, carrier: int) -> bool:
    return tree.tokens[carrier].tag in ("VBD", "VBZ", "VBP")


def finite(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb, or an auxiliary of it, is finite."""
    return _finite_form(tree, carrier) or any(
        tree.tokens[one].tag in ("VBD", "VBZ", "VBP", "MD") for one in auxiliaries(tree, carrier)
    )


def tense_of(tree: Tree, carrier: int) -> Tense:
    """Return the tense of a verb or copular predicate; that of its governor where it has none of its own."""
    words = [lemma_of(tree, one) for one in tree.children[carrier] if tree.dep(one) in ("advmod", "obl", "det")]
    habitual = any(word in HABITUAL for word in words)
    helpers = auxiliaries(tree, carrier)
    tags = {tree.tokens[one].tag for one in helpers}
    lemmas = {lemma_of(tree, one) for one in helpers}
    tag = tree.tokens[carrier].tag
    if lemmas & WILL or going_to(tree, carrier):
        return Tense.FUTURE
    if "VBD" in tags or tag == "VBD" or ("have" in lemmas and tag == "VBN"):
        return Tense.PAST
    if "have" in lemmas and tags & {"VBZ", "VBP", "VB"}:
        return Tense.PAST if tag == "VBN" else Tense.ONGOING
    if tags & {"VBZ", "VBP"} or tag in ("VBZ", "VBP"):
        if habitual:
            return Tense.HABITUAL
        return Tense.PAST if tag == "VBN" and "be" in lemmas and not tree.first(carrier, "cop") else Tense.ONGOING
    if "MD" in tags:
        return Tense.FUTURE
    head = tree.tokens[carrier].head
    if tag == "VBN" and tree.dep(carrier) in ("acl", "advcl", "amod"):
        return Tense.PAST
    if head != carrier and tree.tokens[head].pos in ("VERB", "AUX", "NOUN", "ADJ"):
        return tense_of(tree, tree.clause_of(head)) if tree.clause_of(head) != carrier else Tense.PAST
    return Tense.PAST if tag == "VBN" else Tense.ONGOING


def imperative(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb has the form of a command: bare, without a subject, heading its clause."""
    if tree.tokens[carrier].tag not in ("VB", "VBP") or tree.first(carrier, "nsubj", "csubj", "expl") is not None:
        return False
    if (
        any(
            lemma_of(tree, one) != "do" or tree.tokens[one].tag not in ("VB", "VBP")
            for one in tree.of(carrier, "aux", "cop")
        )
        or tree.first(carrier, "mark") is not None
    ):
        return False
    if tree.dep(carrier) == "conj" and tree.tokens[tree.tokens[carrier].head].pos == "VERB":
        return imperative(tree, tree.tokens[carrier].head)
    return tree.is_root(carrier) or tree.dep(carrier) in ("parataxis", "conj", "ccomp")


def progressive(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is a present progressive, which English also uses for what is arranged."""
    tags = {tree.tokens[one].tag for one in tree.of(carrier, "aux") if lemma_of(tree, one) == "be"}
    return tree.tokens[carrier].tag == "VBG" and bool(tags & {"VBP", "VBZ"})


def going_to(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb follows "going to" or "gonna", of which words make "gon" and "na"."""
    head = tree.tokens[carrier].head
    going = (lemma_of(tree, head) == "go" and tree.tokens[head].tag == "VBG") or lemma_of(tree, head) == "gon"
    return tree.dep(carrier) == "xcomp" and going
