"""Entities across reports: who is who, by names first within each report, then across them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.link.bodies import join_acronyms, join_bodies
from sourcebook.link.decisions import Decisions
from sourcebook.link.descriptions import join_crowds, join_described
from sourcebook.link.figures import join_people
from sourcebook.link.folding import fold
from sourcebook.link.governments import join_governments
from sourcebook.link.identities import Identities
from sourcebook.link.joining import Joining
from sourcebook.link.people import compare_people
from sourcebook.link.peoples import join_adjectives
from sourcebook.link.profiles import Family, Profile
from sourcebook.link.roles import join_roles
from sourcebook.link.things import join_things
from sourcebook.link.verdicts import Verdict


def identify(profiles: Sequence[Profile], decisions: Decisions, standing: frozenset[str] = frozenset()) -> Identities:
    """
    Join the local entities of all reports. The order of ``profiles`` doesn't matter.

    Args:
        standing: Governments in office, and places that are spoken of as of those who act there.
    """
    ordered = sorted(profiles, key=lambda one: one.local)
    by_id = {one.local: one for one in ordered}
    identities = Identities(Joining((one.local for one in ordered), _veto(by_id, decisions)))
    for made in decisions.merges:
        _decided(identities.joining, made.first | made.second, made.why, decisions)
    join_described(ordered, identities)
    families: dict[Family, list[Profile]] = defaultdict(list)
    for one in ordered:
        families[one.family].append(one)
    join_people(families[Family.PERSON], identities)
    join_bodies(families[Family.BODY], identities)
    _join_keyed(families[Family.PLACE], identities, _place_keys)
    _join_halves(families[Family.PLACE], identities)
    _join_keyed(families[Family.PEOPLE], identities, lambda one: (f"people of {one.country}",))
    _join_keyed(families[Family.THING], identities, _name_keys)
    _join_across_families(ordered, identities)
    join_adjectives(ordered, identities)
    join_governments(ordered, standing, identities)
    join_roles(ordered, identities)
    join_crowds(ordered, identities)
    join_things(ordered, identities)
    return identities


def _decided(joining: Joining, ids: frozenset[str], why: str, decisions: Decisions) -> None:
    first, *others = sorted(ids)
    for other in others:
        if not decisions.forbid([first], [other]):
            joining.join(first, other, why, ask=False)


def _veto(by_id: Mapping[str, Profile], decisions: Decisions) -> Callable[[Sequence[str], Sequence[str]], bool]:
    """Return the question whether two sets must stay two: decided so, or two full names of people that differ."""
    known: dict[str, tuple[int, _Called]] = {}

    def called(ids: Sequence[str]) -> _Called:
        """Return what a set is called; sets only grow, so a set is known by its smallest id and its size."""
        size, found = known.get(ids[0], (0, None))
        if found is None or size != len(ids):
            found = _Called.of([by_id[one] for one in ids])
            known[ids[0]] = len(ids), found
        return found

    def forbidden(first: Sequence[str], second: Sequence[str]) -> bool:
        if decisions.forbid(first, second):
            return True
        if by_id[first[0]].family is not Family.PERSON and by_id[second[0]].family is not Family.PERSON:
            return False
        one, other = called(first), called(second)
        if one.differs(other):
            return True
        known[min(first[0], second[0])] = len(first) + len(second), one.joined(other)  # what isn't forbidden is joined
        return False

    return forbidden


@dataclass(frozen=True, slots=True)
class _Called:
    """The full names of people in a set, and whether its members tell a woman, a man or neither."""

    names: frozenset[str]
    women: frozenset[bool | None]

    @classmethod
    def of(cls, members: Sequence[Profile]) -> _Called:
        people = (one for one in members if one.family is Family.PERSON)
        return cls(frozenset(name for one in people for name in one.fulls), frozenset(one.woman for one in members))

    def joined(self, other: _Called) -> _Called:
        if other.names <= self.names and other.women <= self.women:
            return self
        return _Called(self.names | other.names, self.women | other.women)

    def differs(self, other: _Called) -> bool:
        if self.women | other.women >= {True, False}:
            return True
        return any(
            compare_people(one, each).verdict is Verdict.DIFFERENT
            for one in sorted(self.names)
            for each in sorted(other.names)
        )


_HALVES = frozenset({"north", "south", "east", "west"})


def _join_halves(places: Sequence[Profile], identities: Identities) -> None:
    """Join "the North" to the only country of a report whose name starts so."""
    countries: dict[tuple[str, str], dict[str, Profile]] = defaultdict(dict)
    for one in places:
        for name in one.fulls if one.country is not None else ():
            first = fold(name).removeprefix("the ").split()[0]
            if first in _HALVES:
                countries[one.report, first][one.country or ""] = one
    for one in places:
        words = {fold(name).removeprefix("the ") for name in one.fulls} & _HALVES
        for word in sorted(words) if one.country is None else ():
            fits = countries[one.report, word]
            if len(fits) == 1:
                (other,) = fits.values()
                identities.joining.join(
                    one.local, other.local, f"“the {word.title()}” can only mean “{other.fulls[0]}”"
                )


def _place_keys(one: Profile) -> tuple[str, ...]:
    if one.country is not None:
        return (f"country {one.country}",)
    if one.place is not None:
        return (f"place {one.place.key}", *(_name_keys(one) if one.place.place is None else ()))
    return _name_keys(one) or tuple(f"{one.kind} described {text}" for text in one.descriptions if " of " in text)


def _name_keys(one: Profile) -> tuple[str, ...]:
    return tuple(sorted({f"name {fold(name).removeprefix('the ')}" for name in one.fulls}))


def _join_keyed(
    profiles: Iterable[Profile], identities: Identities, keys: Callable[[Profile], tuple[str, ...]]
) -> None:
    first: dict[str, Profile] = {}
    for one in profiles:
        for key in keys(one):
            other = first.setdefault(key, one)
            if other is not one:
                identities.joining.join(other.local, one.local, f"same {key.partition(' ')[0]}")


def _join_across_families(profiles: Sequence[Profile], identities: Identities) -> None:
    """Join what bears one name but was taken for things of different kinds, people and known places aside."""
    loose = [
        one
        for one in profiles
        if one.family in {Family.BODY, Family.THING}
        or (one.family is Family.PLACE and one.country is None and one.place is not None and one.place.place is None)
    ]
    _join_keyed(loose, identities, _name_keys)
    join_acronyms(loose, identities)
