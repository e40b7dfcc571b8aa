"""Mentions that the grammar of their own sentence makes one: bound before antecedents are ranked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sourcebook.annotate.chains import Chains
from sourcebook.annotate.mentions import HE, SHE, THEY, Candidate
from sourcebook.annotate.section import Section
from sourcebook.annotate.speaking import talk
from sourcebook.values.kinds import NameKind

DASHES = frozenset({"-", "–", "—"})
SUBJECTS = ("nsubj",)


def bind(section: Section, found: Sequence[Candidate], chains: Chains) -> frozenset[int]:
    """
    Join the mentions that grammar makes one; return those that need no other antecedent.

    "The envoy, X", "X is the envoy"; "X said that he …" where nobody else is between; "that X may stay and that they
    …"; "I" and "you" in an interview; and a name that only signs a note in brackets ("– TASS)") goes back to nobody.
    """
    by_head = {one.head: number for number, one in reversed([*enumerate(found)])}
    settled = {number for number, one in enumerate(found) if _signs(section, one)}
    pairs = (
        *_titled(section, found, by_head),
        *_spoken(section, found, by_head),
        *_goes_on(section, found, by_head),
        *talk(section, found),
    )
    for one, other in pairs:
        if chains.join(min(one, other), max(one, other)):
            settled.add(max(one, other))
    return frozenset(settled)


def _signs(section: Section, one: Candidate) -> bool:
    """Tell whether a name signs a note in brackets: it stands between a dash and the closing bracket."""
    if one.name is None or not one.name.first or one.name.end >= len(section.words):
        return False
    return section.words[one.name.first - 1] in DASHES and section.words[one.name.end] in (")", "]")


def _titled(section: Section, found: Sequence[Candidate], by_head: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield persons' names with the nouns that they stand beside or are said to be."""
    tree = section.tree
    for number, one in enumerate(found):
        if one.kind is not NameKind.PERSON:
            continue
        above = tree.tokens[one.head].head
        beside = [*tree.of(one.head, "appos")]
        if tree.dep(one.head) == "appos" or (tree.dep(one.head) == "nsubj" and _is(section, above)):
            beside.append(above)
        for noun in beside:
            other = by_head.get(noun)
            if other is not None and found[other].name is None and found[other].person:
                yield number, other


def _is(section: Section, noun: int) -> bool:
    """Tell whether a clause says who somebody is: "X is the envoy", not "X is an envoy" or "X isn't the envoy"."""
    tree = section.tree
    told = any(tree.tokens[one].lemma.lower() in ("the", "his", "her", "its", "their") for one in tree.children[noun])
    owned = any(tree.tokens[one].dep == "nmod:poss" for one in tree.children[noun])
    denied = any(tree.tokens[one].lemma.lower() in ("not", "never", "n't") for one in tree.children[noun])
    return tree.first(noun, "cop") is not None and (told or owned) and not denied


def _spoken(section: Section, found: Sequence[Candidate], by_head: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield pronouns that are subjects of what somebody says, with whom they stand for."""
    tree = section.tree
    for number, one in enumerate(found):
        if one.pronoun not in HE | SHE | THEY or tree.dep(one.head) != "nsubj":
            continue
        clause = tree.tokens[one.head].head
        if one.pronoun in THEY:
            first = tree.tokens[clause].head
            if tree.dep(clause) == "conj" and _that(section, clause) and _that(section, first):
                before = _subject(section, first, by_head)
                if before is not None and not found[before].pronoun:
                    yield before, number
            continue
        verb = tree.tokens[clause].head
        if tree.dep(clause) != "ccomp" or not verb < clause:
            continue
        teller = _subject(section, verb, by_head)
        if teller is None or not _person(found[teller]) or found[teller].head > one.head:
            continue
        inside = frozenset(tree.below(found[teller].head))
        between = (other for other in found if found[teller].head < other.head < one.head and other.head not in inside)
        if not any(_person(other) for other in between):
            yield teller, number


def _goes_on(section: Section, found: Sequence[Candidate], by_head: dict[int, int]) -> Iterator[tuple[int, int]]:
    """
    Yield "he" or "she" that opens a sentence, with the subject of the one before that is known to be a man or a woman.

    Both stand in one paragraph: "The mayor's spokeswoman, X, left. She …" is X, not the mayor.
    """
    tree = section.tree
    for number, one in enumerate(found):
        at = bisect_right(section.bounds, one.head) - 1
        if one.pronoun not in ("he", "she") or tree.dep(one.head) != "nsubj" or at == 0:
            continue
        if section.bounds[at] != one.head or section.bounds[at] in section.paragraphs:
            continue
        before = range(section.bounds[at - 1], section.bounds[at])
        root = next((place for place in before if tree.is_root(place)), None)
        subject = None if root is None else _subject(section, root, by_head)
        if subject is not None and _person(found[subject]) and found[subject].gender is one.gender:
            yield subject, number


def _that(section: Section, clause: int) -> bool:
    return any(section.tree.tokens[one].lemma.lower() == "that" for one in section.tree.of(clause, "mark"))


def _subject(section: Section, verb: int, by_head: dict[int, int]) -> int | None:
    return next((by_head[one] for one in section.tree.of(verb, *SUBJECTS) if one in by_head), None)


def _person(one: Candidate) -> bool:
    """Tell whether a mention is a single person: a name, "he", or a noun of one."""
    if one.pronoun:
        return one.pronoun in HE | SHE
    return bool(one.person) and one.plural is not True
