"""Which words tell which act: the table of ``data/events.toml``, ready to be asked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from sourcebook.values.kinds import EventType


@dataclass(frozen=True, slots=True)
class Sense:
    """
    One meaning of a word.

    Attributes:
        type: None for a phrase that tells none of the acts.
        mode: PLOVER's, where the table gives one.
        needs: What its object has to be: ``place``, ``person``, ``party`` (people, an organization or a country),
            ``org``, ``event``; ``said`` for something that is said, ``words`` for an act in words, ``named`` for an
            object that is said to be something; None where anything goes.
    """

    type: EventType | None
    mode: str | None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    The table.

    Attributes:
        verbs: Verb lemma to its senses, the table's order.
        phrases: Verb lemma to (companion lemma, sense): the companion is a particle, a preposition or an object.
        nouns: Noun lemma to its senses.
        compounds: (modifier, noun) lemmas to their senses ("press conference").
    """

    verbs: dict[str, tuple[Sense, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    nouns: dict[str, tuple[Sense, ...]]
    compounds: dict[tuple[str, str], tuple[Sense, ...]]

    def of_noun(self, lemma: str, modifiers: Iterable[str]) -> tuple[Sense, ...]:
        """
        Return the senses of an event noun with these modifiers, none where it tells no event.

        >>> [sense.type.value for sense in lexicon().of_noun("conference", ["press"])]
        ['STATEMENT']
        """
        for modifier in modifiers:
            if (modifier, lemma) in self.compounds:
                return self.compounds[modifier, lemma]
        return self.nouns.get(lemma, ())

    def of_verb(self, lemma: str, companions: Iterable[str]) -> tuple[tuple[Sense, ...], bool]:
        """
        Return the senses of a verb with these companions, and whether a phrase gave them.

        >>> [sense.type.value for sense in lexicon().of_verb("turn", ["down"])[0]]
        ['REJECT']
        """
        around = set(companions)
        found = [(len(words), sense) for words, sense in self.phrases.get(lemma, ()) if around.issuperset(words)]
        if found:
            longest = max(size for size, _ in found)
            return tuple(dict.fromkeys(sense for size, sense in found if size == longest)), True
        return self.verbs.get(lemma, ()), False


LIGHT = frozenset(
    "have hold make take give carry launch conduct stage mount open begin start resume embark issue reach sign pay "
    "host express voice provide offer impose lift gain exercise seize lose assume engage launch declare announce "
    "continue end finish complete attend join undergo wage suffer receive put follow bring participate "
    "establish set do undertake pursue lead organize arrange schedule plan stop halt cancel postpone suspend "
    "file lodge face perform".split()
)
"""Verbs that lend tense and subject to an event noun that is their object ("hold talks"). Grimshaw & Mester 1988's
light verbs, with the aspectual verbs that news puts around event nouns."""

HAPPENS = frozenset("happen occur begin start resume continue end open erupt conclude proceed last".split())
"""Verbs that only say of the event noun that is their subject that it comes about, or when."""

UNDERGOES = frozenset({"receive", "undergo", "suffer", "get", "face", "sustain"})
"""Light verbs whose subject undergoes the event of their noun ("suffered an attack")."""


@cache
def lexicon() -> Lexicon:
    """Return the table, read once."""
    table = tomllib.loads((files("sourcebook.annotate") / "data" / "events.toml").read_text(encoding="utf-8"))
    verbs: dict[str, list[Sense]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    nouns: dict[str, list[Sense]] = {}
    compounds: dict[tuple[str, str], list[Sense]] = {}
    for name, words in table.items():
        kind = None if name == "NONE" else EventType(name)
        for entry in words["verbs"]:
            pattern, _, mode = entry.partition(":")
            pattern, _, needs = pattern.partition("@")
            sense = Sense(kind, mode or None, needs or None)
            for first, *rest in product(*(word.split("|") for word in pattern.split())):
                if rest:
                    phrases.setdefault(first, []).append((tuple(rest), sense))
                else:
                    verbs.setdefault(first, []).append(sense)
        for entry in words["nouns"]:
            lemma, _, mode = entry.partition(":")
            modifier, _, noun = lemma.rpartition(" ")
            if modifier:
                compounds.setdefault((modifier, noun), []).append(Sense(kind, mode or None))
            else:
                nouns.setdefault(lemma, []).append(Sense(kind, mode or None))
    return Lexicon(
        {lemma: tuple(found) for lemma, found in verbs.items()},
        {lemma: tuple(found) for lemma, found in phrases.items()},
        {lemma: tuple(found) for lemma, found in nouns.items()},
        {pair: tuple(found) for pair, found in compounds.items()},
    )
