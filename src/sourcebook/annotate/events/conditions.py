"""Which clauses are conditions: with "if" and its like, and those whose auxiliary stands first."""

from __future__ import annotations

from sourcebook.text.trees import Tree

IF = frozenset({"if", "unless", "provided", "whether", "lest", "otherwise"})


def is_condition(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is the condition of another, or leaves open whether it is so."""
    marks = {tree.tokens[one].lemma.lower() for one in tree.of(clause, "mark")}
    return bool(marks & IF) or _as_soon_as(tree, clause) or _inverted(tree, clause)


def _as_soon_as(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is opened by "as soon as" or "as long as", whichever way the parser hung the words."""
    own = [one for one in tree.below(clause) if one < clause] or [clause]
    first = own[0]
    near = range(max(0, first - 3), min(len(tree.tokens), first + 3))
    joined = " ".join(tree.tokens[one].lemma.lower() for one in near)
    if "on condition" in joined:
        behind = next(one for one in near if tree.tokens[one].lemma.lower() == "condition") + 1
        return behind == len(tree.tokens) or tree.tokens[behind].lemma.lower() != "of"
    return "as soon as" in joined or "as long as" in joined or "in case" in joined


def _inverted(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is a condition without "if": its auxiliary stands first ("should the dam break, …")."""
    subject = tree.first(clause, "nsubj")
    first = tree.below(clause)[0]
    if subject is None or tree.dep(clause) != "advcl":
        return False
    if first not in list(tree.of(clause, "aux", "cop")):
        return _were_to(tree, clause, first)
    word = tree.tokens[first]
    past = word.lemma.lower() in ("have", "be") and word.tag == "VBD"
    return first < subject and (past or word.lemma.lower() == "should")


def _were_to(tree: Tree, clause: int, first: int) -> bool:
    """Tell whether "were" stands right before an infinitive and its subject, whichever verb the parser hung it on."""
    before = tree.tokens[first - 1] if first > 0 else None
    opens = before is not None and before.lemma.lower() == "be" and before.tag == "VBD"
    return opens and any(tree.tokens[one].lemma.lower() == "to" for one in tree.of(clause, "mark"))
