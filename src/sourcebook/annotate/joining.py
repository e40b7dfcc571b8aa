"""Which names and phrases refer to one entity by their words: equal ones, acronyms, a surname and its full name."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.chains import Chains
from sourcebook.annotate.likeness import same_person, same_thing
from sourcebook.annotate.mentions import Candidate
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind

ALIAS = (("known", "as"), ("alias",), ("aka",), ("a.k.a.",), ("nicknamed",))
"""What stands before another name of the one told just before."""
QUOTES = frozenset({"“", '"', "``", "‘", "'"})
NEW = frozenset(
    "a an some no any another one every each other two three many several few more most all both half".split()
)
"""First words of phrases that bring in something new."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
PEOPLE = ("person", "group", "role")
"""Classes of nouns for human beings."""
EQUAL = 2
"""Fewest words of equal phrases that are joined, articles and demonstratives not counted; of single nouns one in three
is another thing."""
NEAR = 4
"""Most words between a name and such a cue ("Front, which is also"); its phrase may also hold the whole."""


def by_name(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join names, equal ones, acronyms, a person's surname with the one full name that it can be; and equal phrases."""
    named = [number for number, one in enumerate(found) if one.name is not None]
    known: dict[tuple[str, ...], int] = {}
    persons: list[int] = []
    for number in named:
        one = found[number]
        if one.name is None:
            continue
        words = section.words[one.name.first : one.name.end]
        if one.kind is NameKind.PERSON:
            _join_person(chains, persons, number, chains.person(one))
            persons.append(number)
        elif words not in known or not chains.join(known[words], number):
            for name, other in known.items():
                if name != words and same_thing(words, name) and chains.join(other, number):
                    break
            known.setdefault(words, number)
    for number in persons:
        _join_person_later(chains, persons, number)
    for number, one in enumerate(found):
        if one.name is None and _shortened(section, one):
            _join_body(chains, number, section.words[one.head], [other for other in named if other < number])
    _join_aliases(section, found, chains)
    _join_equal(section, found, chains)


def _join_equal(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """
    Join phrases of the same two words or more, and the same proper nouns, each with the one before it.

    In GUM's training portion four in five of such pairs are one entity, as long as no article, number or the like
    brings the second in as new. Several people told without an article are new each time ("armed men").
    """
    known: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(found):
        words = [word.lower() for word in section.words[one.first : one.end]]
        if one.pronoun or words[0] in NEW or (one.plural and not one.definite and _people(section, one)):
            continue
        phrase = tuple(words[words[0] in POINTING :])
        if len(phrase) < (1 if section.tokens[one.head].pos == "PROPN" else EQUAL):
            continue
        if phrase in known:
            chains.join(known[phrase], number)
        known[phrase] = number


def _people(section: Section, one: Candidate) -> bool:
    lemma = section.tokens[one.head].lemma.lower()
    return one.name is None and (one.person is True or any(lemma in noun_class(name) for name in PEOPLE))


def _join_aliases(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join a name with the one that it is told to be another name of: "the Front, also known as the Assembly"."""
    words = [word.lower() for word in section.words]
    proper = [number for number, one in enumerate(found) if section.tokens[one.head].pos == "PROPN"]
    for number in proper:
        one = found[number]
        before = one.first - (words[one.first - 1] in QUOTES) if one.first else 0
        start = next((before - len(cue) for cue in ALIAS if tuple(words[max(before - len(cue), 0) : before]) == cue), 0)
        hosts = [
            other
            for other in proper
            if found[other].head < start and (found[other].end >= one.end or start - found[other].end <= NEAR)
        ]
        if start and (told := _told_of(section, found, start)) is not None:
            chains.join(told, number, told=True)
        elif start and hosts:
            chains.join(max(hosts, key=lambda other: found[other].head), number, told=True)


def _told_of(section: Section, found: Sequence[Candidate], cue: int) -> int | None:
    """Return the mention that a participle and what follows it describe ("the deal known as the Harbor Pact")."""
    governor = section.tokens[cue].head
    if section.tree.dep(cue) != "acl":
        return None
    return next((number for number, one in enumerate(found) if one.head == governor and not one.pronoun), None)


def _shortened(section: Section, one: Candidate) -> bool:
    """Tell whether a mention is the last word of a name with its article ("the Front"), whatever follows it."""
    article, word = section.words[one.first], section.words[one.head]
    plain = one.head == one.first + 1 and article.lower() == "the" and word[0].isupper()
    return plain and section.tokens[one.head].pos == "PROPN"


def _join_body(chains: Chains, number: int, word: str, before: Sequence[int]) -> None:
    """Join such a mention with the one body named before it whose name ends so ("the Highland Assembly Front")."""
    fitting = {
        min(chains.of(other).members): other
        for other in before
        if NameKind.ORGANIZATION in chains.of(other).kinds and any(name[-1] == word for name in chains.of(other).names)
    }
    if len(fitting) == 1:
        chains.join(number, next(iter(fitting.values())))


def _join_person(chains: Chains, before: Sequence[int], number: int, parts: tuple[str, ...]) -> None:
    """
    Join a person's name with the same name before it, and a part of a name with a full name that it fits.

    Of several that fit ("Karim", after Ahmad Karim and his father Omar Karim) the one spoken of most is meant, and of
    those the one who came first. Who was brought in by title and surname ("President Karim") needs no full name any
    more: one that comes later may be a relative's ("Leila Karim"), so the two stay apart here, and the whole story
    decides.
    """
    tried: dict[int, int] = {}
    for other in before:
        tried.setdefault(min(chains.of(other).members), other)
    ranked = sorted(tried.items(), key=lambda one: (-len(chains.of(one[1]).members), one[0]))
    for sure in (True, None):
        for _, other in ranked:
            chain = chains.of(other)
            if len(parts) > 1 and chain.titled and all(len(name) == 1 for name in chain.persons):
                continue
            if any(same_person(parts, name) is sure for name in chain.persons) and chains.join(other, number):
                return


def _join_person_later(chains: Chains, named: Sequence[int], number: int) -> None:
    """Join a lone part of a name with a full name that comes only after it (a headline's surname)."""
    own = chains.of(number).persons
    if chains.of(number).titled or any(len(name) > 1 for name in own):
        return
    later = {
        min(chains.of(other).members): other
        for other in named
        if other > number
        and any(len(name) > 1 and same_person(part, name) is None for name in chains.of(other).persons for part in own)
    }
    if len(later) == 1:
        chains.join(number, next(iter(later.values())))
