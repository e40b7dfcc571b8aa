"""Questions and commands: clauses that say of nothing that it is so."""

from __future__ import annotations

from sourcebook.annotate.events.tense import auxiliaries
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality

ASKING = frozenset("who whom whose what which where when why how".split())
ENDS = frozenset({".", "!", "?", "..."})
MAY = frozenset({"can", "ca", "could", "may", "might"})
WOULD = frozenset({"would", "'d"})


def asked(tree: Tree, carrier: int) -> Modality | None:
    """
    Return how real a question leaves what it asks for; None outside of questions.

    Whether something is so is left open. Whether somebody whom one speaks to could or would do it asks for it (Searle
    1975, indirect speech acts); where or how something could be done does not say that it can. What is asked with
    "who" or "why" and no "can" is taken to be so (Huddleston & Pullum 2002, ch. 10 § 4).
    """
    top = carrier
    while tree.dep(top) == "conj" and tree.first(top, "nsubj") is None:
        top = tree.tokens[top].head
    subject = tree.first(top, "nsubj", "expl")
    helpers = auxiliaries(tree, top)
    if subject is None or not helpers or not helpers[0] < subject or not _ends_asking(tree, top):
        return None
    lemmas = {tree.tokens[one].lemma.lower() for one in helpers}
    open_ = any(tree.tokens[one].lemma.lower() in ASKING for one in tree.below(top, tree.heads_clause) if one < subject)
    if lemmas & (MAY | WOULD) and not open_ and tree.tokens[subject].lemma.lower() == "you":
        return Modality.DEMANDED
    if lemmas & MAY:
        return Modality.HYPOTHETICAL
    return Modality.POSSIBLE if not open_ and lemmas <= {"be", "do", "have"} else None


def _ends_asking(tree: Tree, clause: int) -> bool:
    """Tell whether the next sign that ends a sentence is a question mark."""
    ends = (tree.tokens[one].lemma for one in range(clause, len(tree.tokens)) if tree.tokens[one].lemma in ENDS)
    return next(ends, "") == "?"
