"""Chains of mentions that refer to one entity, and what agreement allows to join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sourcebook.annotate.likeness import JUNIOR, TITLES, bare, same_person
from sourcebook.annotate.mentions import Candidate, Gender
from sourcebook.annotate.section import Section
from sourcebook.annotate.speaking import others, voices
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import MentionMark

SPATIAL = frozenset("country nation region province district city town village capital valley territory county".split())
"""Nouns of places: none of them stands for a name that is only ever an organization's, a group's or a person's."""
ORGANS = frozenset("army military navy police government parliament ministry court".split())
"""Nouns of a state's organs: "the army" is none of the movements that a report names, unless they are called so."""
PLACED = frozenset({NameKind.PLACE, NameKind.FACILITY, NameKind.OTHER, NameKind.EVENT, NameKind.WORK})
ALIKE = 4
"""Letters that a country's name and its adjective share at least ("Afghan", "Afghanistan")."""
CHILD = frozenset({"son", "sons", "daughter", "daughters"})
JUNIORS = frozenset({"jr", "jr.", "junior"})
BEFORE = 6
"""Words before a name among which "son" is the named one ("X's son and aide, Y")."""
REACH = 120
"""How many candidates back an antecedent is looked for; keeps the time linear."""


@dataclass(slots=True)
class Chain:
    """
    What is known of one entity while chains are made.

    Attributes:
        members: Numbers of its candidates.
        persons: Its names as a person's, without titles.
        names: All its proper names.
        titled: Whether a person's name stands behind a title there.
        places: Its names as a place's, in lower case.
        spatial: Whether a common noun of places is in it.
        organs: Common nouns in it that name an organ of a state ("the army").
        aides: Of its single people told with whose they are, likewise ("X's lawyer").
        bodies: Of its several people and its bodies told with whose they are: noun, and whose.
    """

    members: list[int]
    persons: list[tuple[str, ...]] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    titled: bool = False
    places: list[tuple[str, ...]] = field(default_factory=list)
    spatial: bool = False
    organs: set[str] = field(default_factory=set)
    aides: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    bodies: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    kinds: set[NameKind] = field(default_factory=set)
    genders: set[Gender] = field(default_factory=set)
    plurals: set[bool] = field(default_factory=set)
    persona: set[bool] = field(default_factory=set)


class Chains:
    """Chains over the candidates of one section; joining keeps what agreement allows."""

    def __init__(self, section: Section, found: Sequence[Candidate]) -> None:
        self._section = section
        self._found = found
        self._of = list(range(len(found)))
        self._voices = voices(section, found)
        self._acting = [_acting(section, one) for one in found]
        self._undergoing = [_undergoing(section, one) for one in found]
        self._tellers = [_tellers(section, one) for one in found]
        self._heads = {one.head: number for number, one in enumerate(found)}
        self._sons = frozenset(part for one in found if self._child(one) for part in self._bare(one))
        self._chains = {number: self._alone(number, one) for number, one in enumerate(found)}

    def _alone(self, number: int, one: Candidate) -> Chain:
        chain = Chain([number])
        if one.name is not None and one.kind is not None:
            words = self._section.words[one.name.first : one.name.end]
            chain.names.append(words)
            chain.kinds.add(one.kind)
            if one.kind is NameKind.PERSON:
                chain.persons.append(self.person(one))
                before = self._section.words[max(0, one.name.first - 1) : one.name.end - 1]
                chain.titled = any(word.lower().rstrip(".") in TITLES for word in before if word.lower() != "the")
            if one.kind is NameKind.PLACE:
                chain.places.append(tuple(word.lower() for word in words))
        elif not one.pronoun:
            lemma = self._section.tokens[one.head].lemma.lower()
            chain.spatial = lemma in SPATIAL
            chain.organs |= {lemma} & ORGANS
            owners = self._owners(one.head) if one.plural or lemma in noun_class("organization") else ()
            if owners:
                chain.bodies.append((lemma, owners))
            elif lemma in noun_class("person") and (owners := self._owners(one.head)):
                chain.aides.append((lemma, owners))
        if one.gender is not None:
            chain.genders.add(one.gender)
        if one.plural is not None:
            chain.plurals.add(one.plural)
        if one.person is not None:
            chain.persona.add(one.person)
        return chain

    def person(self, one: Candidate) -> tuple[str, ...]:
        """Return the parts of a person's name, with ``JUNIOR`` at the end of one that the text tells to be a son's."""
        parts = self._bare(one)
        return (*parts, JUNIOR) if _junior(self._section, one) and not self._sons.isdisjoint(parts) else parts

    def _child(self, one: Candidate) -> bool:
        """
        Tell whether a name ends in "Jr." and is a son's: a word right before it says so, or his father came first.

        A name is written in full once and shorter after; one that grows by "Jr." is another man's.
        """
        if one.name is None or not _junior(self._section, one):
            return False
        before = self._section.words[max(0, one.name.first - BEFORE) : one.name.first]
        if any(word.lower() in CHILD for word in before):
            return True
        parts = self._bare(one)
        return len(parts) > 1 and any(
            other.name.end <= one.name.first and self._bare(other) == parts and not _junior(self._section, other)
            for other in self._found
            if other.name is not None
        )

    def _bare(self, one: Candidate) -> tuple[str, ...]:
        return () if one.name is None else bare(self._section.words[one.name.first : one.name.end])

    def _owners(self, head: int) -> tuple[int, ...]:
        """Return whose a body or its people are: "the League's envoys", "League envoys", "envoys of the League"."""
        tree = self._section.tree
        return tuple(
            one
            for one in tree.children[head]
            if tree.dep(one) in ("compound", "nmod")
            and tree.tokens[one].pos in ("NOUN", "PROPN")
            and (set(tree.cases(one)) <= {"of", "from", "'s", "'"} or tree.tokens[one].dep == "nmod:poss")
        )

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each candidate's chain: that of its first member."""
        return tuple(self._of)

    def of(self, number: int) -> Chain:
        """Return the chain of a candidate."""
        return self._chains[self._of[number]]

    def joined(self, one: int, other: int) -> bool:
        """Tell whether two candidates are in one chain."""
        return self._of[one] == self._of[other]

    def join(self, one: int, other: int, *, told: bool = False) -> bool:
        """
        Make one chain of two candidates' chains where agreement allows it; tell whether they are one now.

        Args:
            told: Whether the text says that they are one; then nothing speaks against it.
        """
        if self.joined(one, other):
            return True
        if not told and not self.agree(one, other):
            return False
        kept, gone = sorted((self._of[one], self._of[other]))
        into, out = self._chains[kept], self._chains.pop(gone)
        for number in out.members:
            self._of[number] = kept
        into.members = sorted(into.members + out.members)
        into.persons += [name for name in out.persons if name not in into.persons]
        into.names += [name for name in out.names if name not in into.names]
        into.titled |= out.titled
        into.places += out.places
        into.spatial |= out.spatial
        into.bodies += out.bodies
        into.aides += out.aides
        into.organs |= out.organs
        into.kinds |= out.kinds
        into.genders |= out.genders
        into.plurals |= out.plurals
        into.persona |= out.persona
        return True

    def agree(self, one: int, other: int) -> bool:
        """Tell whether nothing speaks against two candidates being one entity."""
        first, second = self.of(one), self.of(other)
        if len(first.genders | second.genders) > 1 or len(first.persona | second.persona) > 1:
            return False
        if {True, False} <= first.plurals | second.plurals and not self._collective(first, second):
            return False
        if (first.kinds and second.kinds) and not _kin(first.kinds, second.kinds):
            return False
        if any(same_person(a, b) is False for a in first.persons for b in second.persons):
            return False
        if self._elsewhere(first, second) or self._elsewhere(second, first) or self._others(first, second):
            return False
        if _other_organs(first, second) or _other_organs(second, first):
            return False
        return not any(self._apart(a, b) for a in first.members for b in second.members if abs(a - b) <= REACH)

    def _apart(self, one: int, other: int) -> bool:
        """Tell whether two mentions can't be one thing where they stand."""
        told = self._found[one].head in self._tellers[other] or self._found[other].head in self._tellers[one]
        if told or self._nested(one, other) or others(self._voices[one], self._voices[other]):
            return True
        return self._acting[one] == self._undergoing[other] or self._acting[other] == self._undergoing[one]

    def _elsewhere(self, first: Chain, second: Chain) -> bool:
        """Tell whether one is a place and the other a different one, or nothing that lies anywhere."""
        if first.spatial and second.kinds and not second.kinds & PLACED:
            return True
        names = [tuple(word.lower() for word in name) for name in second.names]
        return any(not set(one) & set(name) and not _initials(one, name) for one in first.places for name in names)

    def _others(self, first: Chain, second: Chain) -> bool:
        """Tell whether both are people or bodies of one noun that belong to different owners."""
        if any(
            noun == other and not any(self._same(one, two) for one in mine for two in theirs)
            for noun, mine in first.bodies
            for other, theirs in second.bodies
        ):
            return True
        return any(
            noun == other and not any(self._same(one, two) or self._unlike(one, two) for one in mine for two in theirs)
            for noun, mine in first.aides
            for other, theirs in second.aides
        )

    def _unlike(self, one: int, other: int) -> bool:
        """Tell whether of two owners one is a name and the other is not: "the firm" may be the one that is named."""
        return (self._section.tokens[one].pos == "PROPN") != (self._section.tokens[other].pos == "PROPN")

    def _same(self, one: int, other: int) -> bool:
        """Tell whether two owners may be one: their mentions are joined, or their words begin alike."""
        a, b = self._heads.get(one), self._heads.get(other)
        if a is not None and b is not None and self.joined(a, b):
            return True
        left, right = (self._section.words[place].lower() for place in (one, other))
        return left[:ALIKE] == right[:ALIKE]

    def _nested(self, one: int, other: int) -> bool:
        """Tell whether one of two mentions stands inside the other: then they are two things."""
        a, b = self._found[one], self._found[other]
        return (a.first <= b.first and b.end <= a.end) or (b.first <= a.first and a.end <= b.end)

    def _collective(self, first: Chain, second: Chain) -> bool:
        """Tell whether a name of an organization, place or group is one side: "they" may be it."""
        return bool((first.kinds | second.kinds) & {NameKind.ORGANIZATION, NameKind.GROUP, NameKind.PLACE})

    def marks(self) -> tuple[MentionMark, ...]:
        """Return all candidates as mentions, chains numbered by their first mention."""
        numbers: dict[int, int] = {}
        return tuple(
            MentionMark(self._section.span(one.first, one.end), numbers.setdefault(self._of[at], len(numbers)))
            for at, one in enumerate(self._found)
        )


def _tellers(section: Section, one: Candidate) -> frozenset[int]:
    """
    Return the subjects of the verbs in whose clauses a common noun stands: "Orr says the chief left" is of two people.

    A noun is never one with what governs its clause from above (principle C of Chomsky 1981, Lectures on Government
    and Binding); a pronoun may be.
    """
    tree = section.tree
    if tree.tokens[one.head].pos != "NOUN" or one.name is not None:
        return frozenset()
    found: set[int] = set()
    below = one.head
    for verb in tree.above(one.head):
        if tree.dep(below) == "ccomp":
            found.update(tree.of(verb, "nsubj"))
        below = verb
    return frozenset(found)


def _acting(section: Section, one: Candidate) -> int | None:
    """Return the verb whose subject a mention is; None where it is nobody's."""
    return section.tokens[one.head].head if section.tree.dep(one.head) == "nsubj" else None


def _undergoing(section: Section, one: Candidate) -> int:
    """
    Return the verb of which a mention is a part that its subject can't be, -1 where there is none.

    "Itself" may be the subject, and so may a pronoun behind a preposition ("took it with him"; principles A to C of
    Chomsky 1981).
    """
    dep = section.tree.dep(one.head)
    apart = dep in ("obj", "iobj") or (dep == "obl" and not one.pronoun)
    return section.tokens[one.head].head if apart and not one.pronoun.endswith(("self", "selves")) else -1


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one of two names is written with the other's initials."""
    short, long = sorted(("".join(name).replace(".", "") for name in (one, other)), key=len)
    longer = one if "".join(one).replace(".", "") == long else other
    return len(short) > 1 and short == "".join(word[0] for word in longer if word not in ("of", "the", "and"))


def _other_organs(first: Chain, second: Chain) -> bool:
    """Tell whether one is an organ of a state, and the other another one, or a body whose names don't call it that."""
    if not first.organs:
        return False
    if second.organs:
        return first.organs.isdisjoint(second.organs)
    called = {word.lower() for name in second.names for word in name}
    return NameKind.ORGANIZATION in second.kinds and first.organs.isdisjoint(called)


def _kin(first: set[NameKind], second: set[NameKind]) -> bool:
    """Tell whether entities of these kinds may be one."""
    loose = {NameKind.OTHER, NameKind.WORK, NameKind.EVENT}
    if first & second or (first | second) <= loose:
        return True
    spatial = {NameKind.PLACE, NameKind.FACILITY, NameKind.ORGANIZATION, NameKind.OTHER}
    return (first | second) <= spatial or (first | second) <= {NameKind.GROUP, NameKind.ORGANIZATION, NameKind.OTHER}


def _junior(section: Section, one: Candidate) -> bool:
    """Tell whether a name ends in "Jr."."""
    return one.kind is NameKind.PERSON and one.name is not None and section.words[one.name.end - 1].lower() in JUNIORS
