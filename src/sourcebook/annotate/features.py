"""What is known of candidates for mentions, alone and two by two, as numbers: what the ranking of antecedents reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.chains import REACH
from sourcebook.annotate.mentions import (
    FIRST,
    FIRST_PLURAL,
    HE,
    IT,
    SECOND,
    SHE,
    THEY,
    Candidate,
    Gender,
)
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "a", "an"})
NEW = frozenset(
    "a an another some any many each every no several few more most all both other one two three four five six seven "
    "eight nine ten hundreds thousands dozens".split()
)
"""First words of phrases that bring in somebody or something new."""
DEMONSTRATIVE = frozenset({"this", "that", "these", "those", "such"})
PRONOUNS = (HE, SHE, IT, THEY, FIRST, FIRST_PLURAL, SECOND, DEMONSTRATIVE)
NAMED = (
    (NameKind.PERSON,),
    (NameKind.ORGANIZATION,),
    (NameKind.PLACE, NameKind.FACILITY),
    (NameKind.GROUP,),
    (NameKind.EVENT, NameKind.WORK, NameKind.OTHER),
)
ROLES = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "nmod:poss",
    "compound",
    "appos",
    "root",
    "conj",
    "parataxis",
    "acl:relcl",
)
LENGTHS = (1, 2, 3, 5, 9)
"""Lower bounds of the classes of a mention's length, words."""
GAPS = (0, 1, 2, 3, 5, 9, 20)
"""Lower bounds of the classes of the distance of two mentions, sentences."""
FAR = 2
"""How many earlier mentions of the same head word are looked at beyond the reach."""
SCALE = 5.0
"""What the model's scores are divided by, and then cut at 3, so that none outweighs the rest."""
QUOTES = frozenset({'"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Pairs:
    """
    Candidates with those before them.

    Attributes:
        alone: What is known of each candidate. Shape (candidates, what), float32.
        later: The number of each pair's later candidate, rising. Shape (pairs,).
        earlier: The number of its earlier one. Shape (pairs,).
        together: What is known of each pair. Shape (pairs, what), float32.
    """

    alone: Floats
    later: Places
    earlier: Places
    together: Floats


def pairs_of(section: Section, found: Sequence[Candidate], scores: Floats, chain: Sequence[int]) -> Pairs:
    """
    Return what is known of the candidates of a section and of pairs of them.

    Args:
        scores: The model's, of each candidate (rows) with each other as antecedent.
        chain: Numbers of the chains that names made already; alike for candidates of one chain.
    """
    traits = _Traits(section, found)
    later, earlier = _within_reach(traits)
    best = np.full(len(found), -SCALE, np.float32)
    np.maximum.at(best, later, scores[later, earlier])
    alone = np.column_stack([traits.alone(), np.clip(best / SCALE, -3, 3)]).astype(np.float32)
    together = traits.together(later, earlier)
    given = scores[later, earlier]
    chains = np.asarray(chain)
    counts = np.bincount(chains, minlength=len(found))
    more = [
        np.clip(given / SCALE, -3, 3),
        given > 0,
        given >= best[later],
        chains[later] == chains[earlier],
        (counts[chains[earlier]] > 1) & (chains[later] != chains[earlier]),
        (counts[chains[later]] > 1) & (counts[chains[earlier]] > 1) & (chains[later] != chains[earlier]),
    ]
    return Pairs(alone, later, earlier, np.column_stack([together, *more]).astype(np.float32))


def _within_reach(traits: _Traits) -> tuple[Places, Places]:
    later, earlier = [], []
    heard: dict[int, list[int]] = {}
    for number, lemma in enumerate(traits.lemma.tolist()):
        first = max(0, number - REACH)
        before = heard.setdefault(lemma, [])
        far = [one for one in before[-FAR:] if one < first]
        earlier += [*far, *range(first, number)]
        later += [number] * (len(far) + number - first)
        before.append(number)
    return np.array(later, np.intp), np.array(earlier, np.intp)


class _Traits:
    """What can be read off the words and trees of a section's candidates."""

    def __init__(self, section: Section, found: Sequence[Candidate]) -> None:
        self.section, self.found = section, found
        words, tokens = section.words, section.tokens
        self.heads = np.array([one.head for one in found], np.intp)
        self.firsts = np.array([one.first for one in found], np.intp)
        self.ends = np.array([one.end for one in found], np.intp)
        self.lemma = _numbered([_low(tokens[one.head].lemma) for one in found])
        self.form = _numbered([words[one.head].lower() for one in found])
        self.core = _numbered([self._core(one) for one in found])
        self.sentence = np.array([bisect_right(section.bounds, one.head) for one in found], np.intp)
        self.paragraph = np.array([bisect_right(section.paragraphs, one.head) for one in found], np.intp)
        self.role = _numbered([tokens[one.head].dep for one in found])
        self.governor = np.array([tokens[one.head].head for one in found], np.intp)
        self.subject = np.array([tokens[one.head].dep.startswith("nsubj") for one in found], np.bool_)
        self.pronoun = np.array([bool(one.pronoun) for one in found], np.bool_)
        self.named = np.array([one.name is not None for one in found], np.bool_)
        self.plural = np.array([_trit(one.plural) for one in found], np.int8)
        self.person = np.array([_trit(one.person) for one in found], np.int8)
        self.gender = np.array([0 if one.gender is None else 1 + list(Gender).index(one.gender) for one in found])
        quotes = np.cumsum([word in QUOTES for word in words]) % 2
        self.quoted = quotes[self.heads] == 1
        self.modifiers = [self._modifiers(one) for one in found]
        self.calls = np.array([_class(_low(tokens[one.head].lemma)) for one in found], np.int8)
        self.kind = np.array(
            [next((1 + at for at, kinds in enumerate(NAMED) if one.kind in kinds), 0) for one in found], np.int8
        )

    def _core(self, one: Candidate) -> str:
        words = [word.lower() for word in self.section.words[one.first : one.end]]
        while len(words) > 1 and words[0] in DETERMINERS:
            words = words[1:]
        while len(words) > 1 and words[-1] in {"'s", "’s", "'", "’"}:
            words = words[:-1]
        return " ".join(words)

    def _modifiers(self, one: Candidate) -> frozenset[str]:
        tokens = self.section.tokens
        return frozenset(
            self.section.words[place].lower()
            for place in range(one.first, one.end)
            if tokens[place].pos in {"ADJ", "NOUN", "PROPN", "NUM"} and place != one.head
        )

    def alone(self) -> Floats:
        """Return what is known of each candidate. Shape (candidates, what)."""
        section, found, tokens = self.section, self.found, self.section.tokens
        logits = section.scores.mention[self.heads]
        rows = []
        lemmas: dict[int, int] = {}
        cores: dict[int, int] = {}
        reached = 0
        for number, one in enumerate(found):
            token, begins = tokens[one.head], section.words[one.first].lower()
            type_ = [one.kind in kinds for kinds in NAMED] + [one.pronoun in forms for forms in PRONOUNS]
            type_ += [bool(one.pronoun) and not any(type_), not one.pronoun and one.name is None]
            owned = tokens[one.first].tag == "PRP$" or any(
                tokens[child].dep == "nmod:poss" for child in section.tree.children[one.head]
            )
            lead = [
                begins == "the",
                begins in DEMONSTRATIVE and not one.pronoun,
                owned,
                begins in {"a", "an"},
                begins in NEW and begins not in {"a", "an"},
                token.pos == "PROPN",
                token.pos == "NUM",
            ]
            size = one.end - one.first
            earlier = lemmas.get(int(self.lemma[number]), 0), cores.get(int(self.core[number]), 0)
            rows.append(
                [
                    *type_,
                    *lead,
                    one.plural is True,
                    one.plural is False,
                    one.person is True,
                    one.person is False,
                    *(one.gender is gender for gender in Gender),
                    *(token.dep == role for role in ROLES),
                    *(least <= size < most for least, most in zip(LENGTHS, (*LENGTHS[1:], 999), strict=True)),
                    one.end - one.head > 1,
                    one.end <= reached,
                    self.sentence[number] == 1,
                    bool(self.quoted[number]),
                    np.log1p(earlier[0]),
                    np.log1p(earlier[1]),
                    np.log1p(number) / 4,
                ]
            )
            lemmas[int(self.lemma[number])] = earlier[0] + 1
            cores[int(self.core[number])] = earlier[1] + 1
            reached = max(reached, one.end)
        drawn = np.clip((logits[:, 1:] - logits[:, :1]) / SCALE, -3, 3)
        return np.column_stack([np.array(rows, np.float32), drawn]).astype(np.float32)

    def together(self, later: Places, earlier: Places) -> Floats:
        """Return what is known of each pair. Shape (pairs, what)."""
        gap = self.sentence[later] - self.sentence[earlier]
        edges = (*GAPS[1:], 1 << 30)
        same_lemma = self.lemma[later] == self.lemma[earlier]
        nouns = ~self.pronoun[later] & ~self.pronoun[earlier]
        inside = (self.firsts[later] >= self.firsts[earlier]) & (self.ends[later] <= self.ends[earlier])
        around = (self.firsts[later] <= self.firsts[earlier]) & (self.ends[later] >= self.ends[earlier])
        kept, less, more, apart = self._described(later, earlier, same_lemma & nouns)
        numbers = self.plural[later] * self.plural[earlier]
        genders = (self.gender[later] > 0) & (self.gender[earlier] > 0)
        alike = self.gender[later] == self.gender[earlier]
        people = self.person[later] * self.person[earlier]
        held = self._held()
        columns = [
            *((gap >= least) & (gap < most) for least, most in zip(GAPS, edges, strict=True)),
            np.log1p(later - earlier) / 3,
            self.paragraph[later] == self.paragraph[earlier],
            same_lemma & nouns,
            (self.form[later] == self.form[earlier]) & nouns,
            (self.form[later] == self.form[earlier]) & ~nouns,
            (self.core[later] == self.core[earlier]) & nouns,
            kept,
            less,
            more,
            apart,
            held[later, earlier] & nouns & ~same_lemma,
            held[earlier, later] & nouns & ~same_lemma,
            inside,
            around & ~inside,
            self.governor[later] == self.heads[earlier],
            self._appositions()[later] == self.heads[earlier],
            self._predicates()[later] == self.heads[earlier],
            self.governor[later] == self.governor[earlier],
            self.role[later] == self.role[earlier],
            self.subject[earlier] & (gap <= 1),
            self.subject[earlier] & self.subject[later] & (gap <= 1),
            numbers > 0,
            numbers < 0,
            genders & alike,
            genders & ~alike,
            people > 0,
            people < 0,
            self.quoted[later] == self.quoted[earlier],
            *self._callings(later, earlier),
        ]
        return np.column_stack(columns).astype(np.float32)

    def _described(self, later: Places, earlier: Places, wanted: Flags) -> tuple[Flags, Flags, Flags, Flags]:
        """Tell of pairs with one head word how their describing words differ: not, fewer, more, both have others."""
        found = np.zeros((4, len(later)), np.bool_)
        for at in np.flatnonzero(wanted).tolist():
            one, other = self.modifiers[later[at]], self.modifiers[earlier[at]]
            kind = 0 if one == other else 1 if one < other else 2 if one > other else 3
            found[kind, at] = True
        return found[0], found[1], found[2], found[3]

    def _held(self) -> Flags:
        """Tell whether the head word of one candidate (rows) is among the describing words of another (columns)."""
        by_word: dict[str, list[int]] = {}
        for number, words in enumerate(self.modifiers):
            for word in sorted(words):
                by_word.setdefault(word, []).append(number)
        found = np.zeros((len(self.found), len(self.found)), np.bool_)
        for number, head in enumerate(self.heads.tolist()):
            found[number, by_word.get(self.section.words[head].lower(), [])] = True
        return found

    def _appositions(self) -> Places:
        """Return the word that each candidate stands beside ("X, the leader"), -1 for none."""
        tokens = self.section.tokens
        return np.array([tokens[one].head if tokens[one].dep == "appos" else -1 for one in self.heads.tolist()])

    def _predicates(self) -> Places:
        """Return the subject that each candidate is said to be ("X is the leader"), -1 for none."""
        tree, words = self.section.tree, self.section.words
        found = []
        for head in self.heads.tolist():
            subject = tree.first(head, "nsubj") if tree.first(head, "cop") is not None else None
            denied = any(words[child].lower() in {"not", "n't", "n’t", "never"} for child in tree.children[head])
            found.append(-1 if subject is None or denied else subject)
        return np.array(found, np.intp)

    def _callings(self, later: Places, earlier: Places) -> list[Flags]:
        """Tell whether a common noun can stand for a name's kind, and whether it can't; two columns each way."""
        columns = []
        for noun, name in ((later, earlier), (earlier, later)):
            met = ~self.pronoun[noun] & ~self.named[noun] & self.named[name] & (self.calls[noun] > 0)
            fits = _FITS[self.calls[noun], self.kind[name]]
            columns += [met & fits, met & ~fits]
        return columns


_CLASSES = ("person", "organization", "place", "document")
_FITS = np.zeros((1 + len(_CLASSES), 1 + len(NAMED)), np.bool_)
_FITS[1, [1, 4]] = _FITS[2, [2, 4]] = _FITS[3, [2, 3]] = _FITS[4, [5, 5]] = True


def _class(lemma: str) -> int:
    return next((1 + at for at, name in enumerate(_CLASSES) if lemma in noun_class(name)), 0)


def _low(text: str) -> str:
    return text.lower()


def _trit(value: bool | None) -> int:
    return 0 if value is None else 1 if value else -1


def _numbered(values: Sequence[str]) -> Places:
    known: dict[str, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], np.intp)
