"""Who is somebody, and whose a thing is."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import NameKind

WITHIN = frozenset({"in", "at", "near", "across", "inside", "throughout", "within", "around", "along"})
"""Prepositions of where a thing is."""


def is_somebody(tree: Tree, index: int, names: Mapping[int, NameKind]) -> bool:
    """Tell whether a noun stands for people, an organization or a country."""
    kind = names.get(index)
    token = tree.tokens[index]
    if kind is not None:
        manned = kind is NameKind.FACILITY and token.lemma.lower() in noun_class("organization")
        return manned or kind in (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.GROUP, NameKind.PLACE)
    if token.pos == "PRON":
        return token.lemma.lower() not in ("it", "this", "that", "which", "what", "there")
    if token.pos == "NUM":
        return token.dep in ("obj", "nsubj:pass") and tree.first(index, "nmod", "compound") is None  # "killed 14"
    lemma = token.lemma.lower()
    if any(lemma in noun_class(name) for name in ("person", "organization", "group")):
        return True
    flat = [one for one in tree.of(index, "flat", "appos") if names.get(one) is not None]
    return bool(flat) or (token.pos == "PROPN" and lemma[:1].isalpha())


def owner(tree: Tree, index: int, names: Mapping[int, NameKind]) -> int | None:
    """Return whose a thing is (:func:`_bearer`), or who made it, as its participle tells ("an appeal filed by X")."""
    bearer = _bearer(tree, index, names)
    if bearer is None:
        bearer = imposed_on(tree, index, names)
    if bearer is not None:
        return bearer
    for clause in tree.of(index, "acl"):
        for one in tree.of(clause, "obl"):
            if tree.tokens[clause].dep == "acl" and "by" in tree.cases(one) and is_somebody(tree, one, names):
                return one
    return None


def _bearer(tree: Tree, index: int, names: Mapping[int, NameKind]) -> int | None:
    """
    Return whose a thing is, or whom it is aimed at: "the front's offer", "sanctions against X", "a UN plan".

    Not "his" and "their", nor "his country's": what is mostly somebody's own who acts. Not where it only is, either.
    """
    for child in tree.children[index]:
        located = set(tree.cases(child)) & WITHIN and names.get(child) is NameKind.PLACE
        if located or any(tree.tokens[one].pos == "PRON" for one in tree.of(child, "nmod:poss")):
            continue
        named = names.get(child) is not None or (tree.dep(child) == "nmod" and is_somebody(tree, child, names))
        if tree.tokens[child].lemma.lower() in ("other", "another") or tree.tokens[child].pos == "PRON":
            continue
        if named and tree.dep(child) in ("nmod", "compound", "amod") and is_somebody(tree, child, names):
            return child
        if tree.dep(child) == "nmod":
            inner = _bearer(tree, child, names)
            if inner is not None:
                return inner
    return None


IMPOSED = frozenset("impose place levy slap inflict bring file lodge direct aim issue".split())
"""Participles whose "on" or "against" names whom their noun is aimed at."""


def imposed_on(tree: Tree, index: int, names: Mapping[int, NameKind]) -> int | None:
    """Return whom a thing is aimed at, as its participle tells ("sanctions imposed on X")."""
    for clause in tree.of(index, "acl"):
        if tree.tokens[clause].dep != "acl" or tree.tokens[clause].lemma.lower() not in IMPOSED:
            continue
        for one in tree.of(clause, "obl"):
            if set(tree.cases(one)) & {"on", "upon", "against"} and is_somebody(tree, one, names):
                return one
    return None


GIVES = frozenset(
    "give hand provide supply send deliver donate ship grant offer return transfer distribute sell".split()
)
"""Verbs whose "to" names who is given their object."""


def given_to(tree: Tree, carrier: int, names: Mapping[int, NameKind]) -> list[int]:
    """Return who is given something where the parser hung "to X" inside of it ("sent tents of wool to X")."""
    to_whom = any("to" in tree.cases(one) for one in tree.of(carrier, "obl"))
    if tree.tokens[carrier].lemma.lower() not in GIVES or to_whom or tree.first(carrier, "iobj") is not None:
        return []
    inside = [one for given in tree.of(carrier, "obj") for one in tree.below(given) if one > given]
    told = [one for one in inside if tree.dep(one) in ("nmod", "obl") and "to" in tree.cases(one)]
    return [one for one in told if is_somebody(tree, one, names)][-1:]
