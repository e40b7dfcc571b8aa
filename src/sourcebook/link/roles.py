"""Who is meant by a role alone ("the Karelian president"): its holder, where the reports name one and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.link.countries import country_in
from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.people import TITLES
from sourcebook.link.profiles import Family, Profile

FAR = 4
"""How many times as often as the next a holder must be named to be the one meant."""
_SMALL = frozenset({"the", "of", "s", "this", "that"})
_POLITE = frozenset("mr mrs ms miss sir dr madam lady lord man woman person people someone one son daughter".split())
_NEVER = frozenset("a an another some any every each no his her their its our my your former".split())
"""First words of descriptions that tell of nobody in particular, or of somebody by somebody else, or of the past."""

Role = tuple[str | None, str]
"""Alpha-3 code of the country (None where none is told), and the folded words beside it."""


def join_roles(profiles: Sequence[Profile], identities: Identities) -> None:
    """
    Join who is called by a role alone with the one person who bears a name and the same role.

    Inside a report any role counts that it gives to one person only, or to one far above the others. Across reports
    only a role with its country does: every country has a president.
    """
    people = [one for one in profiles if one.family is Family.PERSON or not one.fulls]
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for one in people:
        by_report[one.report].append(one)
    for report in sorted(by_report):
        _join_held(by_report[report], identities, "in this report", across=False)
    _join_held(people, identities, "in the story", across=True)


def _join_held(people: Sequence[Profile], identities: Identities, where: str, *, across: bool) -> None:
    joining = identities.joining
    named = {joining.root(one.local) for one in people if one.fulls or one.bares}
    held: dict[Role, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    shown: dict[str, str] = {}
    for one in people:
        root = joining.root(one.local)
        if root not in named:
            continue
        roles = set(_roles(one.descriptions))
        for role in sorted(roles if across else roles | {(None, words) for _, words in roles}, key=str):
            held[role][root] += one.weight
        if one.fulls or one.bares:
            shown.setdefault(root, (*one.fulls, *one.bares)[0])
    for one in people:
        if one.fulls or one.bares or joining.root(one.local) in named:
            continue
        for role in sorted(set(_roles(one.descriptions)), key=str):
            if across and role[0] is None:
                continue
            ranked = sorted(held.get(role, {}).items(), key=lambda item: (-item[1], item[0]))
            if ranked and (len(ranked) == 1 or ranked[0][1] >= FAR * ranked[1][1]):
                words = role[1] if role[0] is None else f"{role[1]} of {role[0]}"
                joining.join(one.local, ranked[0][0], f"“{words}” {where} is “{shown[ranked[0][0]]}”")
                break
            for root, _ in ranked[:5]:
                identities.doubt(one.local, root, f"“{role[1]}”: {len(ranked)} people are called so {where}")


def _roles(descriptions: Iterable[str]) -> list[Role]:
    """Return the roles that descriptions tell: a country, and words the last of which is a title."""
    found = []
    for text in descriptions:
        words = fold(text).split()
        if not words or words[0] in _NEVER or len(words) > 7:
            continue
        country, rest = country_in(" ".join(words))
        kept = [word for word in rest.split() if word not in _SMALL]
        if kept and kept[-1] not in _POLITE and kept[-1] in TITLES:
            found.append((country, " ".join(kept)))
    return found
