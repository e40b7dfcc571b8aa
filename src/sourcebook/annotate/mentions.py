"""Candidates for mentions: names, noun phrases and pronouns, with what agreement needs to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.likeness import bare
from sourcebook.annotate.section import Section
from sourcebook.text.given import woman_named
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import NameKind

OUTSIDE = frozenset(
    {
        "case", "conj", "cc", "cop", "appos", "parataxis", "discourse", "nsubj", "csubj", "mark", "aux", "list",
        "dislocated", "vocative", "advcl", "expl", "dep", "orphan",
    }
)  # fmt: skip
"""Relations of a head's own dependents that its mention leaves out (counted on GUM's training portion)."""
LEAST = 0.35
"""Probability of being a mention's head from which a noun is a candidate. Chosen on GUM's dev portion."""
SURE = 0.5
"""The same for words that seldom are: numbers ("in 2014"), adjectives ("the other"), an "it" that seems to say nothing.
Counted on GUM's training portion: nineteen in twenty of these numbers are mentions."""
NEEDED = {"NOUN": LEAST, "PROPN": LEAST, "NUM": SURE, "ADJ": SURE, "INTJ": SURE}
NEVER = 2.0
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "what"})
MALE = frozenset(
    "mr mr. sir lord king prince man men boy father son husband brother uncle grandfather grandson nephew "
    "gentleman chairman spokesman businessman policeman congressman statesman emir sheikh sheik imam mullah "
    "maulvi mawlawi pope duke widower actor".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady queen princess woman women girl mother daughter wife sister aunt grandmother "
    "granddaughter niece chairwoman spokeswoman businesswoman policewoman congresswoman stateswoman duchess widow "
    "actress madame mme".split()
)


class Gender(Enum):
    """What pronouns a mention takes in the singular."""

    MALE = "he"
    FEMALE = "she"
    THING = "it"


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A possible mention.

    Attributes:
        first: Its first word.
        end: The word after its last.
        head: The word that governs it.
        name: The proper name in it whose last word or head its own head is; None where there is none.
        kind: The name's kind.
        pronoun: Its lower-case form where it is one; empty elsewhere.
        person: Whether it is a human being or several: None where nothing tells.
        gender: None where nothing tells.
        plural: None where nothing tells.
        definite: Whether it starts with "the", a demonstrative or a possessive.
    """

    first: int
    end: int
    head: int
    name: Marked | None
    kind: NameKind | None
    pronoun: str
    person: bool | None
    gender: Gender | None
    plural: bool | None
    definite: bool


def candidates(section: Section, names: Sequence[tuple[Marked, NameKind]]) -> list[Candidate]:
    """Return the candidates of a section by their first word, wider ones first."""
    tree, tokens = section.tree, section.tokens
    logits = section.scores.mention
    if not len(logits):
        return []
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    chances = 1.0 - powers[:, 0] / powers.sum(axis=-1)
    named = {_head(section, one): (one, kind) for one, kind in names}
    inside = {place for one, _ in names for place in range(one.first, one.end)}
    found = []
    for place, token in enumerate(tokens):
        if section.skipped[place]:
            continue
        if place in named and not (token.pos == "ADJ" and tree.dep(place) == "amod"):
            found.append(_named(section, place, *named[place]))
        elif place in inside:
            continue
        elif token.pos == "PRON" or (token.tag == "PRP$"):
            low = section.words[place].lower()
            if low in RELATIVE or (token.dep == "expl" and chances[place] < SURE) or token.tag in {"WP", "WDT", "EX"}:
                continue
            found.append(_pronoun(place, low))
        elif token.pos == "DET" and token.dep in {"nsubj", "obj", "obl", "nsubj:pass"} and token.tag == "DT":
            found.append(_pronoun(place, section.words[place].lower()))
        elif chances[place] >= NEEDED.get(token.pos, NEVER) and tree.dep(place) not in {"fixed", "flat"}:
            found.append(_noun(section, place))
    return sorted(found, key=lambda one: (one.first, -one.end))


def _head(section: Section, one: Marked) -> int:
    """Return the word that governs a name's others; the noun right before that the parser takes for its first part."""
    inside = range(one.first, one.end)
    head = next((p for p in inside if section.tokens[p].head not in inside or section.tree.is_root(p)), one.end - 1)
    above = section.tokens[head].head
    called = section.tree.dep(head) == "flat" and above == one.first - 1 and section.tokens[above].pos == "NOUN"
    return above if called else head


def _named(section: Section, head: int, name: Marked, kind: NameKind) -> Candidate:
    whole = section.tree.dep(head) not in {"compound", "flat", "amod"}
    first, end = reach(section.tree, head) if whole else (name.first, name.end)
    first, end = min(first, name.first), max(end, name.end)
    before = {section.words[place].lower() for place in range(first, name.end)}
    gender: Gender | None = None
    if kind is NameKind.PERSON:
        gender = Gender.MALE if before & MALE else Gender.FEMALE if before & FEMALE else _given(section, name)
    elif kind is not NameKind.GROUP:
        gender = Gender.THING
    plural = section.tokens[name.end - 1].tag == "NNPS" if kind is NameKind.GROUP else None
    return Candidate(
        first,
        end,
        head,
        name,
        kind,
        "",
        kind is NameKind.PERSON if kind is not NameKind.GROUP else None,
        gender,
        False if kind in {NameKind.PERSON, NameKind.PLACE} else plural or None,
        True,
    )


def _given(section: Section, name: Marked) -> Gender | None:
    """Return what the first of a full name's parts tells; a lone part may be a surname and tells nothing."""
    parts = bare(section.words[name.first : name.end])
    woman = woman_named(parts[0]) if len(parts) > 1 else None
    return None if woman is None else Gender.FEMALE if woman else Gender.MALE


def _pronoun(place: int, low: str) -> Candidate:
    gender = Gender.MALE if low in HE else Gender.FEMALE if low in SHE else Gender.THING if low in IT else None
    plural = True if low in THEY | FIRST_PLURAL else False if low in HE | SHE | IT | FIRST else None
    person = True if low in HE | SHE | FIRST | FIRST_PLURAL | SECOND else False if low in IT else None
    return Candidate(place, place + 1, place, None, None, low, person, gender, plural, True)


def _noun(section: Section, place: int) -> Candidate:
    token = section.tokens[place]
    low = token.lemma.lower()
    first, end = reach(section.tree, place)
    person = True if low in noun_class("person") or low in MALE | FEMALE else None
    gender = Gender.MALE if low in MALE else Gender.FEMALE if low in FEMALE else None
    plural = token.tag in {"NNS", "NNPS"}
    begins = section.tokens[first]
    definite = begins.tag == "PRP$" or section.words[first].lower() in {"the", "this", "that", "these", "those"}
    definite = definite or any(section.tokens[one].dep == "nmod:poss" for one in section.tree.children[place])
    return Candidate(first, end, place, None, None, "", person, gender, plural, definite)


def reach(tree: Tree, head: int) -> tuple[int, int]:
    """Return first word and end of the mention that a noun heads: its subtree less clauses and phrases beside it."""

    def skip(one: int) -> bool:
        token = tree.tokens[one]
        if token.head != head:
            return False
        if token.dep == "case" or tree.dep(one) == "case":
            return True
        if tree.dep(one) == "punct":
            return False
        if tree.dep(one) in OUTSIDE:
            return True
        return tree.dep(one) in {"advmod", "obl"} and tree.first(head, "cop") is not None

    found = tree.below(head, skip)
    at = found.index(head)
    first = last = at
    while first and found[first] - found[first - 1] == 1:
        first -= 1
    while last + 1 < len(found) and found[last + 1] - found[last] == 1:
        last += 1
    while first < at and (tree.tokens[found[first]].pos == "PUNCT" or _beside(tree, found[first], head)):
        first += 1
    while last > at and tree.tokens[found[last]].pos == "PUNCT":
        last -= 1
    return found[first], found[last] + 1


def _beside(tree: Tree, one: int, head: int) -> bool:
    """
    Tell whether a word is an adverb of the noun ("only the mayor").

    In GUM's training portion four in five that begin a phrase stand outside of it.
    """
    return tree.tokens[one].head == head and tree.dep(one) == "advmod"
