"""What a verb acts on, where its clause says so: its own object, a shared one, one that the parser hung elsewhere."""

from __future__ import annotations

from sourcebook.annotate.events.lexicon import lexicon
from sourcebook.annotate.events.subjects import pressed
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import EventType

COPULAR = frozenset({"be", "become", "remain", "seem", "appear", "stay"})

NEXT = 3
"""How far two verbs stand apart that share an object, at most: "confirmed nor even denied"."""


def objects_of(tree: Tree, verb: int) -> list[int]:
    """Return a verb's objects; a noun that the parser coordinated with a verb without a conjunction is one, too."""
    caused = pressed(tree, verb)
    objects = [*tree.of(verb, "obj"), *([] if caused is None else [caused])] or _shared_object(tree, verb)
    if not objects and tree.tokens[verb].lemma.lower() not in COPULAR:
        objects = _small_clause(tree, verb)
    if objects or tree.tokens[verb].pos != "VERB":
        return objects
    return [
        one
        for one in tree.of(verb, "conj")
        if one > verb
        and tree.tokens[one].pos in ("NOUN", "PROPN")
        and tree.first(one, "cc", "case", "nsubj", "cop") is None
    ]


def _shared_object(tree: Tree, verb: int) -> list[int]:
    """Return the object of the verb right behind one with "and", "or", "nor" between: both act on it."""
    joined = next((one for one in tree.of(verb, "conj") if tree.tokens[one].pos == "VERB"), None)
    kinds = {one.type for one in lexicon().verbs.get(tree.tokens[verb].lemma.lower(), ())}
    if not kinds or kinds & {EventType.TRAVEL, EventType.LIFE, EventType.STATE, EventType.OFFICE}:
        return []
    if joined is None or joined - verb > NEXT or tree.tokens[joined].tag != tree.tokens[verb].tag:
        return []
    between = all(tree.tokens[one].pos in ("CCONJ", "ADV", "PART") for one in range(verb + 1, joined))
    alone = tree.first(verb, "obj", "ccomp", "xcomp", "obl", "advcl", "nsubj:pass") is None
    return list(tree.of(joined, "obj")) if between and alone and tree.first(joined, "nsubj", "aux") is None else []


def _small_clause(tree: Tree, verb: int) -> list[int]:
    """Return the subject of a clause without a verb ("found X guilty"), or a name that stands for such a clause."""
    found: list[int] = []
    for one in tree.of(verb, "xcomp", "ccomp"):
        if tree.first(one, "cop", "aux", "mark", "case") is None and tree.tokens[one].pos in ("ADJ", "NOUN", "PROPN"):
            found.extend(tree.of(one, "nsubj") if tree.tokens[one].pos != "PROPN" else [one])
    return [one for one in found if one > verb]
