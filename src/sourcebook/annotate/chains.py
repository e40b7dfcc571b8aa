"""Which mentions refer to one entity: sure rules first, then the model's antecedents under the same constraints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.likeness import acronym_of, bare, same_person, same_thing
from sourcebook.annotate.mentions import Candidate, Gender, candidates
from sourcebook.annotate.section import Section
from sourcebook.infer import Reader
from sourcebook.infer.scores import Floats
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import MentionMark

REACH = 120
"""How many candidates back an antecedent is looked for; keeps the time linear."""
PRONOUN, SAME_HEAD, OTHER_HEAD = 0.0, -1.0, 2.0
"""Scores from which the model's antecedent is taken of a pronoun, of a noun whose head word the chain has already,
and of another noun; 0 is no antecedent. Chosen on GUM's dev portion."""

DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "a", "an"})
NEVER = float("inf")
NEW = frozenset(
    "a an another some any many each every no several few more most all both other one two three four five six seven "
    "eight nine ten hundreds thousands dozens".split()
)
"""First words of phrases that bring in somebody or something new."""


@dataclass(slots=True)
class Chain:
    """
    What is known of one entity while chains are made.

    Attributes:
        members: Numbers of its candidates.
        persons: Its names as a person's, without titles.
        names: All its proper names.
    """

    members: list[int]
    persons: list[tuple[str, ...]] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
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
        self._chains = {number: self._alone(number, one) for number, one in enumerate(found)}

    def _alone(self, number: int, one: Candidate) -> Chain:
        chain = Chain([number])
        if one.name is not None and one.kind is not None:
            words = self._section.words[one.name.first : one.name.end]
            chain.names.append(words)
            chain.kinds.add(one.kind)
            if one.kind is NameKind.PERSON:
                chain.persons.append(bare(words))
        if one.gender is not None:
            chain.genders.add(one.gender)
        if one.plural is not None:
            chain.plurals.add(one.plural)
        if one.person is not None:
            chain.persona.add(one.person)
        return chain

    def of(self, number: int) -> Chain:
        """Return the chain of a candidate."""
        return self._chains[self._of[number]]

    def joined(self, one: int, other: int) -> bool:
        """Tell whether two candidates are in one chain."""
        return self._of[one] == self._of[other]

    def join(self, one: int, other: int) -> bool:
        """Make one chain of two candidates' chains where agreement allows it; tell whether they are one now."""
        if self.joined(one, other):
            return True
        if not self.agree(one, other):
            return False
        kept, gone = sorted((self._of[one], self._of[other]))
        into, out = self._chains[kept], self._chains.pop(gone)
        for number in out.members:
            self._of[number] = kept
        into.members = sorted(into.members + out.members)
        into.persons += [name for name in out.persons if name not in into.persons]
        into.names += [name for name in out.names if name not in into.names]
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
        return not any(self._nested(a, b) for a in first.members for b in second.members if abs(a - b) <= REACH)

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


def find_chains(section: Section, names: Sequence[tuple[Marked, NameKind]], reader: Reader) -> tuple[MentionMark, ...]:
    """Return the mentions of a section with their chains, in reading order; lone mentions too."""
    found = candidates(section, names)
    chains = Chains(section, found)
    _by_name(section, found, chains)
    _by_tree(section, found, chains)
    _by_words(section, found, chains)
    _by_model(section, found, chains, reader)
    return chains.marks()


def _kin(first: set[NameKind], second: set[NameKind]) -> bool:
    """Tell whether entities of these kinds may be one."""
    loose = {NameKind.OTHER, NameKind.WORK, NameKind.EVENT}
    if first & second or (first | second) <= loose:
        return True
    spatial = {NameKind.PLACE, NameKind.FACILITY, NameKind.ORGANIZATION, NameKind.OTHER}
    return (first | second) <= spatial or (first | second) <= {NameKind.GROUP, NameKind.ORGANIZATION, NameKind.OTHER}


def _by_name(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
    """Join names: equal ones, acronyms, and a person's surname with the one full name that it can be."""
    named = [number for number, one in enumerate(found) if one.name is not None]
    full: list[int] = []
    for number in named:
        one = found[number]
        if one.name is None:
            continue
        words = section.words[one.name.first : one.name.end]
        if one.kind is NameKind.PERSON:
            _join_person(chains, full, number, bare(words))
        else:
            for other in full:
                partner = found[other]
                if partner.kind is not NameKind.PERSON and any(
                    same_thing(words, name) for name in chains.of(other).names
                ):
                    chains.join(other, number)
                    break
        full.append(number)
    for number in named:
        _join_person_later(chains, found, named, number)


def _join_person(chains: Chains, before: Sequence[int], number: int, parts: tuple[str, ...]) -> None:
    """Join a person's name with the same name before it; a part of a name with the nearest name that it fits."""
    for sure in (True, None):
        for other in reversed(before):
            known = chains.of(other).persons
            if known and any(same_person(parts, name) is sure for name in known) and chains.join(other, number):
                return


def _join_person_later(chains: Chains, found: Sequence[Candidate], named: Sequence[int], number: int) -> None:
    """Join a lone part of a name with a full name that comes only after it (a headline's surname)."""
    own = chains.of(number).persons
    if found[number].kind is not NameKind.PERSON or any(len(name) > 1 for name in own):
        return
    later = {
        min(chains.of(other).members): other
        for other in named
        if other > number
        and any(len(name) > 1 and same_person(part, name) is None for name in chains.of(other).persons for part in own)
    }
    if len(later) == 1:
        chains.join(number, next(iter(later.values())))


def _by_words(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
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


def _by_tree(section: Section, found: Sequence[Candidate], chains: Chains) -> None:
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


def _by_model(section: Section, found: Sequence[Candidate], chains: Chains, reader: Reader) -> None:
    """Give each candidate that is no name the model's best antecedent that agrees with it."""
    if not found:
        return
    scores = antecedents(section, found, reader)
    for number, one in enumerate(found):
        if one.name is not None:
            continue
        first = max(0, number - REACH)
        row = scores[number, first:number]
        least = PRONOUN if one.pronoun else min(SAME_HEAD, OTHER_HEAD)
        for at in np.argsort(-row, kind="stable")[:8].tolist():
            if row[at] <= least:
                break
            if not one.pronoun and row[at] <= _needed(section, found, chains, first + at, number):
                continue
            if chains.join(first + at, number):
                break


def _needed(section: Section, found: Sequence[Candidate], chains: Chains, other: int, number: int) -> float:
    """Return the score that a noun needs to be joined with an earlier candidate's chain."""
    one = found[number]
    lemma = section.tokens[one.head].lemma.lower()
    chain = chains.of(other)
    members = [found[at] for at in chain.members if not found[at].pronoun]
    alike = [at for at in members if section.tokens[at.head].lemma.lower() == lemma]
    if alike:
        return NEVER if all(_apart(section, at, one) for at in alike) else SAME_HEAD
    if not one.definite or section.words[one.first].lower() in NEW:
        return NEVER
    if chain.kinds and not any(_calls(lemma, kind) for kind in chain.kinds):
        return NEVER
    return OTHER_HEAD


def _apart(section: Section, one: Candidate, other: Candidate) -> bool:
    """Tell whether each of two phrases with one head has a describing word that the other lacks."""
    first, second = (
        {
            section.words[place].lower()
            for place in range(at.first, at.end)
            if section.tokens[place].pos in {"ADJ", "NOUN", "PROPN", "NUM"} and place != at.head
        }
        for at in (one, other)
    )
    return bool(first - second and second - first)


def _calls(lemma: str, kind: NameKind) -> bool:
    """Tell whether a common noun can stand for a name of this kind."""
    person, place = lemma in noun_class("person"), lemma in noun_class("place")
    if kind is NameKind.PERSON:
        return person or not (place or lemma in noun_class("organization") or lemma in noun_class("document"))
    if kind in {NameKind.PLACE, NameKind.FACILITY}:
        return place
    if kind is NameKind.GROUP:
        return True
    return not (person or place)


def antecedents(section: Section, found: Sequence[Candidate], reader: Reader) -> Floats:
    """
    Return the model's scores of each candidate (rows) with each other as its antecedent (columns).

    The formula stands in ``training/INTERFACE.md``. Shape (candidates, candidates), float32.
    """
    heads = np.array([one.head for one in found])
    weights, manifest, tokens = reader.weights, reader.manifest, section.tokens
    scores = section.scores.ante_a[heads] @ section.scores.ante_b[heads].T
    gaps = np.maximum(heads[:, None] - heads[None, :], 1)
    scores = scores + weights["ante_distance"][np.searchsorted(manifest.distances, gaps, side="right") - 1]
    pronouns = np.array([_class(manifest.pronouns, section, head) for head in heads.tolist()])
    scores = scores + weights["ante_pronoun"][pronouns[:, None], pronouns[None, :]]
    kinds = np.array([{"NOUN": 0, "PROPN": 1, "PRON": 2}.get(tokens[head].pos, 3) for head in heads.tolist()])
    forms: dict[str, int] = {}
    numbers = np.array([forms.setdefault(section.words[head].lower(), len(forms)) for head in heads.tolist()])
    same: NDArray[np.intp] = (numbers[:, None] == numbers[None, :]).astype(np.intp)
    found_scores: Floats = scores + weights["ante_match"][same, kinds[:, None], kinds[None, :]]
    return found_scores


def _class(pronouns: tuple[frozenset[str], ...], section: Section, head: int) -> int:
    pos = section.tokens[head].pos
    if pos not in {"PRON", "DET"}:
        return 0
    low = section.words[head].lower()
    for number, forms in enumerate(pronouns):
        if low in forms:
            return number
    return len(pronouns) - 1 if pos == "PRON" else 0
