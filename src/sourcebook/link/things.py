"""Things without a name ("the memos", "the Miri memos"): joined across reports by noun, owner and words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.link.countries import country_in
from sourcebook.link.descriptions import ANONYMOUS, VAGUE
from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.people import TITLES, person
from sourcebook.link.profiles import Family, Profile
from sourcebook.values.kinds import NameKind

THINGS = frozenset({NameKind.WORK, NameKind.OTHER, NameKind.FACILITY, NameKind.EVENT})
"""Kinds of which two reports on one matter mean the same by the same definite words; people, groups and organizations
are described alike too often ("the president", "the spokesman")."""

_SAME = {
    other: one
    for one, others in {
        "deal": "agreement accord pact",
        "memo": "memorandum memoranda memorandums",
        "lawsuit": "suit",
        "investigation": "probe inquiry",
        "bill": "legislation",
        "hotline": "hot-line",
        "cellphone": "cell-phone",
    }.items()
    for other in others.split()
}
"""Nouns that reports use of one thing by turns, by the one that stands for them."""
_OTHER = frozenset(
    """new other another second third former previous old earlier next future different separate similar broader
    bigger better possible potential proposed alternative rival own additional""".split()
)
"""Words that tell a thing from the one spoken of."""
SAID = frozenset(
    """accusation allegation charge claim report statement remark comment question answer request demand denial
    criticism suggestion assertion information news rumor rumour message""".split()
)
"""Nouns of words that somebody says: with nothing that tells whose or which, each report means those that it told."""
_FRONT = frozenset(
    "the a an this that these those his her its their our my such some any all both more so called".split()
)
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_ONE = frozenset("a an one two three four five some any another several many most few no each every such".split())
"""First words of what is new to the reader."""
_BEHIND = frozenset("of with between by on about over for against from in".split())
"""What joins a thing with whose or what it is."""
_TELLING = frozenset({"of", "about", "on", "for"})
"""Those of them behind which the words tell one thing from another though no name is there."""
_CUT = frozenset(
    """to who which that at into under as when where while after before than and or
    alleging detailing describing saying showing including involving containing calling claiming regarding concerning
    naming accusing""".split()
)
_PARTICIPLES = frozenset(
    "made written known seen held taken given sent shown won built struck sought kept brought".split()
)
_QUOTED = 4
"""Words besides the noun from which two reports that tell the same quote the same, though with "a"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 5
"""Words before the noun, at most; longer descriptions are told once."""

Key = tuple[frozenset[str], frozenset[str]]
"""Whose a thing is, and the words that describe it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """
    A description of a thing, taken apart.

    Attributes:
        noun: In the singular; one of several that mean the same.
        owners: Names it holds, as what bears them: "iranian" and "of Iran" are one.
        words: The other words before the noun, and behind "of" where no name is there.
        definite: Whether it stands with "the" or the like, or with a possessor.
        new: Whether it stands with "a" or the like.
        plural: Whether there are several.
    """

    noun: str
    owners: frozenset[str]
    words: frozenset[str]
    definite: bool
    new: bool
    plural: bool


def join_things(profiles: Sequence[Profile], identities: Identities) -> None:
    """
    Join across reports what bears no name but is described alike.

    A description that holds a name ("the Miri administration") is one thing wherever it stands. Of things, not of
    people or groups, "the Miri memos" and "Miri's released memos" are one; so are "the memos", in reports that name
    Miri, unless other memos are told of about as often.
    """
    owners = _owners(profiles, identities)
    named: dict[str, set[str]] = defaultdict(set)
    for name, root in owners.items():
        named[root].add(name)
    nouns: dict[str, dict[Key, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    definite: set[tuple[str, str]] = set()
    kept: dict[tuple[str, Key, bool], Profile] = {}
    for one in profiles:
        told = _things(one, owners)
        for thing in told:
            key = (thing.owners, thing.words)
            if (
                thing.owners
                and (one.kind in THINGS or len(told) == 1)
                and (not thing.new or len(thing.owners) + len(thing.words) >= _QUOTED)
            ):
                other = kept.setdefault((thing.noun, key, thing.plural), one)
                if other is not one:
                    identities.joining.join(other.local, one.local, f"both “{_shown(one)}”")
            if not any(key) and thing.noun in SAID:
                continue
            if (one.kind in THINGS or one.fulls) and not thing.new and (any(key) or thing.definite or not thing.plural):
                nouns[thing.noun][key].append(one)
                definite.update([(one.local, thing.noun)] if thing.definite else ())
    naming = _naming(profiles, identities)
    for noun in sorted(nouns):
        _Noun(noun, nouns[noun], frozenset(definite), naming, identities).join()


def _owners(profiles: Sequence[Profile], identities: Identities) -> dict[str, str]:
    """Return the story's names and surnames, folded, each with the root of what bears it, itself where several do."""
    found: dict[str, set[str]] = defaultdict(set)
    bearer = _bearers(profiles, identities)
    for one in profiles:
        root = bearer[one.local]
        for name in (*one.fulls, *one.bares):
            found[fold(name).removeprefix("the ")].add(root)
            if one.family is Family.PERSON and person(name).surname:
                found[person(name).surname].add(root)
    return {name: min(roots) if len(roots) == 1 else f"name {name}" for name, roots in found.items() if name}


def _naming(profiles: Sequence[Profile], identities: Identities) -> dict[str, set[str]]:
    """Return the reports that name each owner."""
    found: dict[str, set[str]] = defaultdict(set)
    bearer = _bearers(profiles, identities)
    for one in profiles:
        if one.fulls or one.bares:
            found[bearer[one.local]].add(one.report)
    return found


def _bearers(profiles: Sequence[Profile], identities: Identities) -> dict[str, str]:
    """Return for every local entity the root of its set, or the country that it is, is the people of, or stands for."""
    roots = {one.local: identities.joining.root(one.local) for one in profiles}
    states = {roots[one.local]: one.country for one in profiles if one.country and one.family is Family.PLACE}
    codes = {one.local: one.country or states.get(roots[one.local]) for one in profiles}
    return {local: root if codes[local] is None else f"country {codes[local]}" for local, root in roots.items()}


def _shown(one: Profile) -> str:
    return min((*one.descriptions, *map(fold, one.fulls)), key=lambda text: (len(text), text))


class _Noun:
    """All that the story calls by one noun."""

    def __init__(
        self,
        noun: str,
        told: Mapping[Key, Sequence[Profile]],
        definite: frozenset[tuple[str, str]],
        naming: Mapping[str, set[str]],
        identities: Identities,
    ) -> None:
        self._noun, self._told, self._definite, self._naming = noun, told, definite, naming
        years = {word for key in told for word in key[1] if _YEAR.fullmatch(word)}
        self._year = frozenset(years if len(years) == 1 else ())
        self._identities = identities
        self._first: dict[Key, Profile] = {}

    def join(self) -> None:
        """Join what is told by the same words, then with whose it is alone, then by the noun alone."""
        joining = self._identities.joining
        for key in sorted(self._told, key=_order):
            here = self._told[key]
            self._first[key] = here[0]
            for other in here[1:]:
                joining.join(here[0].local, other.local, f"both “{_words(key, self._noun, here[0])}”")
        owned = [key for key in sorted(self._first, key=_order) if key[0] and not key[1] & _OTHER]
        by_owner: dict[str, list[Key]] = defaultdict(list)
        for key in owned:
            for owner in key[0]:
                by_owner[owner].append(key)
        for key in owned:
            self._join_less(key, by_owner[min(key[0])])
        self._join_bare(owned)

    def _join_less(self, key: Key, others: Sequence[Key]) -> None:
        """Join what is told by fewer owners or no words beside them with the most told of theirs, if none rivals it."""
        words = self._telling(key[1])
        more = {
            other: len(self._told[other])
            for other in others
            if other != key and key[0] <= other[0] and words in (frozenset(), self._telling(other[1]))
        }
        if not more:
            return
        best = min(more, key=lambda other: (-more[other], _order(other)))
        if more[best] * 2 > sum(more.values()):
            why = f"“{_shown(self._first[key])}” most often means “{_shown(self._first[best])}”"
            self._identities.joining.join(self._first[key].local, self._first[best].local, why)

    def _telling(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words but for what was done with a thing ("leaked") and the only year: they make it no other."""
        return frozenset(word for word in words - self._year if not word.endswith(("ed", "ly")))

    def _join_bare(self, owned: Sequence[Key]) -> None:
        """Join "the" noun, or with a participle, with the most told of those that it may mean, where they are named."""
        joining = self._identities.joining
        weights: Counter[str] = Counter()
        for key in owned:
            weights[joining.root(self._first[key].local)] += len(self._told[key])
        if not weights:
            return
        best = min(owned, key=lambda key: (-weights[joining.root(self._first[key].local)], _order(key)))
        if weights[joining.root(self._first[best].local)] * 2 <= weights.total():
            return
        near = set().union(*(self._naming.get(owner, set()) for owner in best[0]))
        why = f"“the {self._noun}” most often means “{_shown(self._first[best])}”"
        for key in (key for key in sorted(self._first, key=_order) if not key[0] and not self._telling(key[1])):
            for one in self._told[key]:
                if (one.local, self._noun) in self._definite and one.report in near:
                    joining.join(one.local, self._first[best].local, why)


def _order(key: Key) -> tuple[int, int, list[str], list[str]]:
    return -len(key[0]), -len(key[1]), sorted(key[0]), sorted(key[1])


def _words(key: Key, noun: str, one: Profile) -> str:
    return _shown(one) if key[0] else " ".join((*sorted(key[1]), noun))


def _things(one: Profile, owners: Mapping[str, str]) -> list[Thing]:
    """Return what is said most of a thing by each noun; nothing of persons, of what is named, of vague nouns."""
    if one.kind is NameKind.PERSON and not one.fulls:
        return []
    found = _read(one.descriptions, owners)
    if one.fulls or one.bares:
        named = _read([f"the {fold(name)}" for name in one.fulls], owners)
        told = [thing for thing in found if one.kind in THINGS and thing.owners and not thing.new]
        found = [*told, *(each for each in named if each.owners and not each.words and each.noun in _NAMED_BY)]
    if one.kind not in THINGS:
        found = [thing for thing in found if thing.noun not in {_singular(word) for word in ANONYMOUS}]
    best: dict[str, Thing] = {}
    for thing in sorted(found, key=lambda each: (-len(each.owners), len(each.words), sorted(each.words))):
        best.setdefault(thing.noun, thing)
    definite = {thing.noun for thing in found if thing.definite}
    old = {thing.noun for thing in found if not thing.new}
    return [replace(each, definite=noun in definite, new=noun not in old) for noun, each in sorted(best.items())]


def _read(texts: Iterable[str], owners: Mapping[str, str]) -> list[Thing]:
    return [thing for text in texts if (thing := read_thing(text, owners)) is not None]


_NAMED_BY = frozenset("memo deal lawsuit dossier tape email document letter report speech investigation".split())
"""Nouns that a capitalized name of a thing may end in without being more than a description ("the Miri Memos")."""


def read_thing(text: str, owners: Mapping[str, str]) -> Thing | None:
    """
    Take a folded description apart; None where its noun tells too little or too many words stand before it.

    >>> found = read_thing("the leaked memos of miri", {"miri": "person 1"})
    >>> found.noun, sorted(found.owners), sorted(found.words), found.plural
    ('memo', ['person 1'], ['leaked'], True)
    """
    words = text.split()
    stop = next((number for number, word in enumerate(words) if number and word in _CUT | _BEHIND), len(words))
    if words[stop : stop + 1] in (["and"], ["or"]):
        return None
    before, behind = words[:stop], _behind(words[stop:])
    while len(before) > 1 and before[-2] not in _FRONT and (before[-1].endswith("ed") or before[-1] in _PARTICIPLES):
        before.pop()
    if not before:
        return None
    noun = _singular(before[-1])
    plural = noun != before[-1]
    noun = _SAME.get(noun, noun)
    front = [word for word in before[:-1] if word not in _FRONT]
    if len(front) > _LONGEST or before[-1] in VAGUE or noun in VAGUE or len(noun) < 3:
        return None
    held, left = _taken(_untitled(front, owners), owners)
    also, rest = _taken(_untitled(behind, owners), owners)
    if rest:
        also = set()
        left += rest if words[stop] in _TELLING else []
    new = before[0] in _ONE
    definite = before[0] in _DEFINITE or (bool(held) and not new)
    return Thing(noun, frozenset(held | also), frozenset(left), definite and not set(left) & _ONE, new, plural)


def _behind(words: Sequence[str]) -> list[str]:
    """Return the words of the phrases that tell whose or what it is."""
    if not words or words[0] not in _BEHIND:
        return []
    end = next((number for number, word in enumerate(words) if word in _CUT), len(words))
    return [word for word in words[:end] if word not in _BEHIND | _FRONT]


def _untitled(words: Sequence[str], owners: Mapping[str, str]) -> Sequence[str]:
    """Leave out what stands before a name as its bearer's title ("former ABN director", "then president")."""
    named = (at for at in range(1, len(words)) if words[at - 1] in TITLES and _name_at(words, at, owners))
    return words[next(named, 0) :]


def _name_at(words: Sequence[str], at: int, owners: Mapping[str, str]) -> bool:
    return any(" ".join(words[at:end]) in owners for end in range(at + 1, min(len(words), at + 4) + 1))


def _taken(words: Sequence[str], owners: Mapping[str, str]) -> tuple[set[str], list[str]]:
    """Return what bears the names among the words, the longest first, and the other words."""
    held: set[str] = set()
    left: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + 4), start, -1):
            piece = " ".join(words[start:end])
            code, rest = country_in(piece)
            owner = owners.get(piece) or (f"country {code}" if code is not None and not rest else None)
            if owner is not None:
                held.add(owner)
                start = end
                break
        else:
            left.append(words[start])
            start += 1
    return held, left


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
