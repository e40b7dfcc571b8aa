"""What one predicate tells of another: coordinated event nouns share who takes part, a verb of saying demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sourcebook.annotate.events.triggers import Found
from sourcebook.annotate.events.whose import is_somebody
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import NameKind, Role
from sourcebook.values.marks import RoleMark

DOERS = frozenset({Role.ACTOR, Role.PARTICIPANT})
UNDERGOERS = frozenset({Role.RECIPIENT, Role.TOPIC})

OBLIGED = frozenset({"must", "should", "ought"})
"""Auxiliaries by which somebody who is spoken of is asked to act."""


def shared_with(
    tree: Tree, found: Found, own: Sequence[RoleMark], others: Mapping[int, Found]
) -> Iterator[tuple[Found, frozenset[Role]]]:
    """
    Yield event nouns coordinated with one, and which of their parts are its own, too.

    "Their rejection and condemnation of X": who stands before the first noun acts in both, who hangs on the last
    undergoes both, where that has no article of its own.
    """
    if found.index == found.carrier:
        return
    kinds = {one.role for one in own}
    first = others.get(tree.tokens[found.index].head) if tree.dep(found.index) == "conj" else None
    if first is not None and first.index != first.carrier and not kinds & DOERS:
        yield first, DOERS
    last = [others[one] for one in tree.of(found.index, "conj") if one in others]
    if last and not kinds & UNDERGOERS and _bare(tree, last[-1]):
        yield last[-1], UNDERGOERS


def _bare(tree: Tree, found: Found) -> bool:
    """Tell whether an event noun stands without an article and a genitive."""
    return found.index != found.carrier and tree.first(found.index, "det", "nmod:poss") is None


def demanded_of(tree: Tree, found: Found, names: Mapping[int, NameKind]) -> RoleMark | None:
    """Return of whom it is demanded that they act, where that is what is said ("said that X must leave")."""
    for clause in tree.of(found.index, "ccomp"):
        bound = any(tree.tokens[one].lemma.lower() in OBLIGED for one in tree.of(clause, "aux"))
        asked = tree.first(clause, "nsubj")
        if bound and asked is not None and tree.tokens[asked].pos != "PRON" and is_somebody(tree, asked, names):
            return RoleMark(Role.RECIPIENT, tree.phrase_span(asked), asked, "subject of what is demanded")
    return None
