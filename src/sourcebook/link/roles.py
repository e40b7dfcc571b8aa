"""Who is meant by a role alone ("the Karelian president"): its holder, where the reports name one and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.link.bodies import loose
from sourcebook.link.countries import country_in
from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.joining import Joining
from sourcebook.link.organizations import organization
from sourcebook.link.people import TITLES, person
from sourcebook.link.profiles import Family, Profile

FAR = 4
"""How many times as often as the next a holder must be named to be the one meant."""
_SMALL = frozenset({"the", "of", "s", "this", "that", "current", "sitting", "longtime"})
_POLITE = frozenset("mr mrs ms miss sir dr madam lady lord man woman person people someone one son daughter".split())
_NEVER = frozenset("a an another some any every each no his her their its our my your".split())
"""First words of descriptions that tell of nobody in particular, or of somebody by somebody else."""
_PAST = frozenset("former ex then late ousted deposed fired sacked onetime disgraced".split())
"""Words that put a role in the past: who held it is called so, never who holds it now."""
_RULERS = frozenset("leader ruler dictator strongman autocrat despot".split())
_HEADS = frozenset("head chief director boss chair chairman chairwoman chairperson commissioner leader".split())
"""Words for whoever leads a body: reports change between them."""
_SUPREME = ("leader", "president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader")
"""Roles of which a country's "leader" may be the holder."""
_OFFICES = frozenset("adviser advisor counsel prosecutor negotiator nominee manager head boss chair".split())
_MANY = frozenset(
    """senator sen representative rep congressman congresswoman lawmaker mp judge justice officer agent inspector
    detective spokesman spokeswoman spokesperson delegate militant mufti envoy gen lt col maj capt lieutenant colonel
    major captain commander sergeant corporal admiral brigadier comrade imam rabbi bishop mullah warlord
    lawyer""".split()
)
"""Roles that a country or body gives to many at a time: across reports they tell nobody."""
_LONGEST = 6
"""Words. Longest name of a body looked for in a description."""

Role = tuple[str | None, str]
"""Whose role it is (a country's alpha-3 code, a body's folded name; None where none is told), and the words beside."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A role that a description tells; ``past`` where it tells that it is held no more."""

    role: Role
    past: bool


@dataclass(slots=True)
class _Holders:
    """
    Who holds a role.

    Attributes:
        weights: How often each is named, by the root of their set.
        present: Those told to hold it, not only to have held it.
        at_home: Those told so without a country.
    """

    weights: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    present: set[str] = field(default_factory=set)
    at_home: set[str] = field(default_factory=set)

    def ranked(self, *, past: bool) -> list[tuple[str, int]]:
        """Return those who can be meant, most named first."""
        able = ((root, weight) for root, weight in self.weights.items() if past or root in self.present)
        return sorted(able, key=lambda item: (-item[1], item[0]))


def join_roles(profiles: Sequence[Profile], identities: Identities) -> None:
    """
    Join who is called by a role alone with the one person who bears a name and the same role.

    Inside a report any role counts that it gives to one person only, or to one far above the others; of several
    presidents "the president" is the one told without a country. Across reports a role counts with its country or
    body (every country has a president), or with two words or more where the report itself names the holder.
    """
    people = [one for one in profiles if one.family is Family.PERSON or not one.fulls]
    bodies = _bodies(profiles, identities.joining)
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for one in people:
        by_report[one.report].append(one)
    for report in sorted(by_report):
        _Roles(by_report[report], bodies, identities, across=False).join("in this report")
    _Roles(people, bodies, identities, across=True).join("in the story")


def rulers(profiles: Sequence[Profile], identities: Identities) -> dict[str, str]:
    """Return who is told to rule a country now, by the root of their set, with the country; nobody where two are."""
    people = [one for one in profiles if one.family is Family.PERSON]
    held = _Roles(people, {}, identities, across=True).held
    found: dict[str, set[str]] = defaultdict(set)
    for (owner, words), holders in held.items():
        ranked = holders.ranked(past=False) if owner is not None and words in _SUPREME else []
        if ranked and (len(ranked) == 1 or ranked[0][1] >= FAR * ranked[1][1]):
            found[ranked[0][0]].add(owner or "")
    return {root: min(codes) for root, codes in found.items() if len(codes) == 1}


def _bodies(profiles: Sequence[Profile], joining: Joining) -> dict[str, str]:
    """Return the names of bodies, folded, each with the least of the names of what it names."""
    found: dict[str, str] = {}
    called: dict[str, set[str]] = defaultdict(set)
    for one in profiles:
        if one.family is Family.BODY:
            for name in one.fulls:
                plain = fold(name).removeprefix("the ")
                if plain and not loose(organization(name)):
                    called[joining.root(one.local)].add(plain)
    for root in sorted(called):
        for plain in called[root]:
            found.setdefault(plain, min(called[root]))
    return found


class _Roles:
    """
    The roles told of the people of one report, or of the story.

    Attributes:
        held: Who holds each.
    """

    def __init__(
        self, people: Sequence[Profile], bodies: Mapping[str, str], identities: Identities, *, across: bool
    ) -> None:
        self._people, self._bodies, self._identities, self._across = people, bodies, identities, across
        joining = identities.joining
        self._named = {joining.root(one.local) for one in people if one.fulls or one.bares}
        self.held: dict[Role, _Holders] = defaultdict(_Holders)
        self._shown: dict[str, str] = {}
        self._reports: dict[str, set[str]] = defaultdict(set)
        for one in people:
            root = joining.root(one.local)
            if root in self._named:
                self._note(root, one)

    def _note(self, root: str, one: Profile) -> None:
        if one.fulls or one.bares:
            self._shown.setdefault(root, (*one.fulls, *one.bares)[0])
            self._reports[root].add(one.report)
        told = set(self._told((*one.descriptions, *map(_before, (*one.fulls, *one.bares)))))
        for role in {each.role for each in told} | {(None, each.role[1]) for each in told}:
            holders = self.held[role]
            holders.weights[root] += one.weight
            here = [each for each in told if role in (each.role, (None, each.role[1]))]
            if not all(each.past for each in here):
                holders.present.add(root)
            if any(each.role[0] is None for each in here):
                holders.at_home.add(root)

    def join(self, where: str) -> None:
        """Join those called by a role alone with its one holder; doubt where several hold it."""
        joining = self._identities.joining
        for one in self._people:
            if one.fulls or one.bares or joining.root(one.local) in self._named:
                continue
            for told in sorted(set(self._told(one.descriptions)), key=lambda each: (str(each.role), each.past)):
                ranked = self._meant(one, told)
                owner, words = told.role
                if ranked and (len(ranked) == 1 or ranked[0][1] >= FAR * ranked[1][1]):
                    shown = words if owner is None else f"{words} of {owner.upper()}"
                    joining.join(one.local, ranked[0][0], f"“{shown}” {where} is “{self._shown[ranked[0][0]]}”")
                    break
                for root, _ in ranked[:5]:
                    why = f"“{words}”: {len(ranked)} people are called so {where}"
                    self._identities.doubt(one.local, root, why)

    def _meant(self, one: Profile, told: _Told) -> list[tuple[str, int]]:
        """Return who can be meant by a role, the most named first."""
        owner, words = told.role
        if self._across and (words.split()[-1] in _MANY or (owner is None and " " not in words)):
            return []
        holders = self.held.get(told.role, _Holders())
        ranked = holders.ranked(past=told.past)
        if self._across and owner is None:
            return [(root, weight) for root, weight in ranked if one.report in self._reports[root]][: len(ranked) == 1]
        if not ranked and owner is not None and words == "leader":
            supreme: dict[str, int] = {}
            for role in _SUPREME:
                supreme |= dict(self.held.get((owner, role), _Holders()).ranked(past=told.past))
            ranked = sorted(supreme.items(), key=lambda item: (-item[1], item[0]))
        home = [each for each in ranked if each[0] in holders.at_home]
        return home if owner is None and len(ranked) > 1 and home else ranked

    def _told(self, descriptions: Iterable[str]) -> list[_Told]:
        """Return the roles that descriptions tell: whose they are, and words the last of which is a title."""
        found = []
        for text in descriptions:
            words = fold(text).split()
            if not words or words[0] in _NEVER or len(words) > 7:
                continue
            past = not _PAST.isdisjoint(words)
            owner, rest = self._owner([word for word in words if word not in _PAST])
            kept = [word for word in rest if word not in _SMALL]
            if not kept or kept[-1] in _POLITE or kept[-1] not in TITLES | _OFFICES | _RULERS:
                continue
            if owner in self._bodies.values() and kept[-1] in _HEADS:
                kept[-1] = "head"
            elif kept == ["premier"]:
                kept = ["prime", "minister"]
            elif owner is not None and len(kept) == 1 and kept[0] in _RULERS:
                kept = ["leader"]
            found.append(_Told((owner, " ".join(kept)), past))
        return found

    def _owner(self, words: Sequence[str]) -> tuple[str | None, list[str]]:
        """Return the body or else the country that a description holds, and the other words."""
        country, rest = country_in(" ".join(words))
        kept = rest.split()
        for size in range(min(_LONGEST, len(kept) - 1), 0, -1):
            for start in range(len(kept) - size + 1):
                body = self._bodies.get(" ".join(kept[start : start + size]))
                if body is not None:
                    return body, [*kept[:start], *kept[start + size :]]
        return country, kept


def _before(name: str) -> str:
    """
    Return what stands before a person's name proper, folded.

    >>> _before("Dutch Prime Minister Anna Veld")
    'dutch prime minister'
    """
    words = fold(name).split()
    first = next(iter(person(name).parts), "")
    return " ".join(words[: words.index(first)]) if first in words else ""
