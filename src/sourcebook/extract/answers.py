"""Answers read off the tree: who confirms, denies, declines to comment, knows nothing, does not respond, takes back."""

from __future__ import annotations

from sourcebook.text.trees import Tree, lemma_of, not_yet
from sourcebook.values.kinds import CueKind

NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "no", "without"})
SPEECH = frozenset(
    "comment respond answer reply say discuss elaborate speak talk confirm deny remark detail specify disclose "
    "provide give explain clarify".split()
)
WITHHOLDS = frozenset({"decline", "refuse", "refrain", "avoid"})
ANSWERS_BACK = frozenset({"respond", "reply", "answer", "return", "react"})
KNOWLEDGE = frozenset({"information", "knowledge", "idea", "detail", "confirmation", "data", "clue"})
CARRIES = frozenset({"have", "make", "give", "offer", "issue", "provide"})
"""Light verbs: their negation is that of the noun which they carry ("has no comment")."""
KNOWS = frozenset({"know", "hear", "aware", "unaware", "informed", "inform", "familiar"})
TAKES_BACK = frozenset({"retract", "recant", "disavow", "rescind"})
OWN_WORDS = frozenset(
    {"statement", "report", "claim", "remark", "comment", "accusation", "allegation", "story", "word"}
)


def answer_of(tree: Tree, index: int) -> CueKind | None:
    """
    Return how a verb answers somebody; None where it answers nobody.

    Args:
        tree: The trees of the text.
        index: A verb, or a noun that a light verb carries ("gave no comment").
    """
    lemma = lemma_of(tree, index)
    words = _around(tree, index)
    refused = _negated(tree, index)
    if lemma in ("confirm", "deny"):
        return _yes_or_no(tree, index, lemma, refused=refused)
    if lemma in WITHHOLDS and words & SPEECH and lemma != "avoid":
        return CueKind.NO_COMMENT
    if lemma == "comment" and (refused or _governed_by(tree, index, WITHHOLDS)):
        return CueKind.NO_COMMENT
    if lemma in ANSWERS_BACK and refused:
        return CueKind.NO_RESPONSE
    if lemma == "reach" and refused and tree.first(index, "aux:pass") is not None:
        return CueKind.NO_RESPONSE
    if refused and (
        (lemma in ("have", "possess", "receive") and words & KNOWLEDGE) or lemma in KNOWS or lemma in KNOWLEDGE
    ):
        return CueKind.NO_INFORMATION if lemma != "inform" else None
    if lemma == "unaware":
        return CueKind.NO_INFORMATION
    if lemma in TAKES_BACK or (
        lemma in ("withdraw", "take") and words & OWN_WORDS and (lemma == "withdraw" or "back" in words)
    ):
        return CueKind.RETRACTS
    return None


def _yes_or_no(tree: Tree, index: int, lemma: str, *, refused: bool) -> CueKind | None:
    if twin_of(tree, index) is not None:
        return CueKind.NEITHER
    if refused:
        return CueKind.NO_INFORMATION if lemma == "confirm" else None
    if _governed_by(tree, index, WITHHOLDS):
        return CueKind.NO_COMMENT
    return CueKind.CONFIRMS if lemma == "confirm" else CueKind.DENIES


def twin_of(tree: Tree, index: int) -> int | None:
    """Return the other verb of "neither confirmed nor denied", however the parser joined them; None where none is."""
    other = {"confirm": "deny", "deny": "confirm"}.get(lemma_of(tree, index))
    for near in range(max(0, index - 5), min(len(tree.tokens), index + 6)):
        if lemma_of(tree, near) == other:
            first, last = sorted((index, near))
            words = {lemma_of(tree, one) for one in range(max(0, first - 4), last)}
            if words & {"nor", "or"} and words & {"neither", "not", "n't", "nor"}:
                return near
    return None


def _around(tree: Tree, index: int) -> set[str]:
    """Return the lemmas of what hangs on a verb, two steps deep."""
    near = [one for child in tree.children[index] for one in (child, *tree.children[child])]
    return {lemma_of(tree, one) for one in near}


def _negated(tree: Tree, index: int) -> bool:
    beside = [one for child in tree.children[index] for one in (child, *tree.of(child, "det", "cc", "advmod"))]
    if any(lemma_of(tree, one) in NEGATORS for one in beside) or not_yet(tree, index) is not None:
        return True
    above = tree.tokens[index].head
    if tree.dep(index) == "obj" and lemma_of(tree, above) in CARRIES and tree.tokens[index].pos == "NOUN":
        return _negated(tree, above)
    if tree.dep(index) == "conj":
        return _negated(tree, tree.tokens[index].head) and any(
            lemma_of(tree, one) in ("nor", "or") for one in tree.of(index, "cc")
        )
    return False


def _governed_by(tree: Tree, index: int, lemmas: frozenset[str]) -> bool:
    """Tell whether one of these verbs stands at most three steps above."""
    for step, above in enumerate(tree.above(index)):
        if step > 2:
            return False
        if lemma_of(tree, above) in lemmas:
            return True
    return False
