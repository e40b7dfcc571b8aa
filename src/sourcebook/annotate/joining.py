"""Which mentions certainly refer to one entity: equal names and phrases, appositions, predicates."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.chains import REACH, Chains
from sourcebook.annotate.likeness import acronym_of, bare, same_person, same_thing
from sourcebook.annotate.mentions import Candidate
from sourcebook.annotate.section import Section
from sourcebook.values.kinds import NameKind

DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "a", "an"})
NEW = frozenset(
    "a an another some any many each every no several few more most all both other one two three four five six seven "
    "eight nine ten hundreds thousands dozens".split()
)
"""First words of phrases that bring in somebody or something new."""


def by_name(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join names: equal ones, acronyms, and a person's surname with the one full name that it can be."""
    named = [number for number, one in enumerate(found) if one.name is not None]
    known: dict[tuple[str, ...], int] = {}
    persons: list[int] = []
    for number in named:
        one = found[number]
        if one.name is None:
            continue
        words = section.words[one.name.first : one.name.end]
        if one.kind is NameKind.PERSON:
            _join_person(chains, persons, number, bare(words))
            persons.append(number)
        elif words not in known or not chains.join(known[words], number):
            for name, other in known.items():
                if name != words and same_thing(words, name) and chains.join(other, number):
                    break
            known.setdefault(words, number)
    for number in persons:
        _join_person_later(chains, persons, number)


def _join_person(chains: Chains, before: Sequence[int], number: int, parts: tuple[str, ...]) -> None:
    """
    Join a person's name with the same name before it, and a part of a name with a full name that it fits.

    Of several that fit ("Karim", after Ahmad Karim and his father Omar Karim) the one spoken of most is meant, and of
    those the one who came first.
    """
    tried: dict[int, int] = {}
    for other in before:
        tried.setdefault(min(chains.of(other).members), other)
    ranked = sorted(tried.items(), key=lambda one: (-len(chains.of(one[1]).members), one[0]))
    for sure in (True, None):
        for _, other in ranked:
            if any(same_person(parts, name) is sure for name in chains.of(other).persons) and chains.join(
                other, number
            ):
                return


def _join_person_later(chains: Chains, named: Sequence[int], number: int) -> None:
    """Join a lone part of a name with a full name that comes only after it (a headline's surname)."""
    own = chains.of(number).persons
    if any(len(name) > 1 for name in own):
        return
    later = {
        min(chains.of(other).members): other
        for other in named
        if other > number
        and any(len(name) > 1 and same_person(part, name) is None for name in chains.of(other).persons for part in own)
    }
    if len(later) == 1:
        chains.join(number, next(iter(later.values())))


def by_words(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join noun phrases of the same words, determiners aside, unless the later one brings somebody new ("a man")."""
    last: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(found):
        if one.pronoun or one.name is not None:
            continue
        words = [word.lower() for word in section.words[one.first : one.end]]
        while len(words) > 1 and words[0] in DETERMINERS:
            words = words[1:]
        key = tuple(words)
        new = section.words[one.first].lower() in NEW
        if not new and key in last and number - last[key] <= REACH:
            chains.join(last[key], number)
        last[key] = number


def by_tree(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join appositions ("X, the leader of Y"), acronyms in parentheses, and definite predicates ("X is the leader")."""
    heads = {one.head: number for number, one in enumerate(found)}
    for number, one in enumerate(found):
        token = section.tokens[one.head]
        above = heads.get(token.head)
        if above is None or above == number:
            above = None
        if above is not None and token.dep == "appos" and not one.pronoun:
            other = found[above]
            if one.name is None or other.name is None or _short(section, one, other):
                chains.join(above, number)
        if section.tree.first(one.head, "cop") is not None and one.name is None and one.definite:
            subject = section.tree.first(one.head, "nsubj")
            negated = any(
                section.words[child].lower() in {"not", "n't", "n’t", "never"}
                for child in section.tree.children[one.head]
            )
            if subject is not None and subject in heads and not negated:
                chains.join(heads[subject], number)


def _short(section: Section, one: Candidate, other: Candidate) -> bool:
    """Tell whether one of two names is the other's acronym."""
    names = [section.words[name.first : name.end] for name in (one.name, other.name) if name is not None]
    if len(names) < 2:
        return False
    (first, second) = names
    return (len(first) == 1 and acronym_of(first[0], second)) or (len(second) == 1 and acronym_of(second[0], first))
