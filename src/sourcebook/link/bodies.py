"""Organizations and groups: same words, acronyms, and short names where only one long one can be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from sourcebook.link.countries import country_in
from sourcebook.link.identities import Identities
from sourcebook.link.organizations import GENERIC, OrganizationName, compare_organizations, organization
from sourcebook.link.profiles import Profile
from sourcebook.link.verdicts import Verdict

INSTITUTIONS = frozenset(
    """government ministry embassy army police parliament court department cabinet senate house council office military
    administration forces force assembly agency authority commission intelligence consulate mission presidency foreign
    defense interior finance justice state security supreme national troops officials authorities navy""".split()
)
"""Every country has one: without the country the name is nobody's across reports."""

_TAILS = frozenset({"group", "movement", "party", "organization", "network", "militia", "militants", "fighters"})
"""Words that may follow a name without making it another's ("the X movement")."""

_CROWDED = 300
"""Names that share a word's beginning; with more the word tells nothing and pairs are not compared by it."""


def join_bodies(bodies: Sequence[Profile], identities: Identities) -> None:
    """Join organizations and groups inside each report, then across reports."""
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for one in bodies:
        by_report[one.report].append(one)
    for report in sorted(by_report):
        here = by_report[report]
        _join_same(here, identities, across=False)
        join_acronyms(here, identities)
        _join_short(here, identities, across=False)
    _join_same(bodies, identities, across=True)
    join_acronyms(bodies, identities)
    _join_short(bodies, identities, across=True)
    _join_described(bodies, identities)


def _named(bodies: Iterable[Profile]) -> Iterable[tuple[Profile, str, OrganizationName]]:
    for one in bodies:
        for name in one.fulls:
            yield one, name, organization(name)


def loose(name: OrganizationName) -> bool:
    """Tell whether a name is an institution's without its country, or nothing but words that many share."""
    return (
        name.country is None and not name.acronym and all(one in INSTITUTIONS or one in GENERIC for one in name.words)
    )


def _key(name: OrganizationName) -> str:
    words = name.words if len(name.words) < 2 else [word.removesuffix("s") for word in name.words]  # "Worker's Party"
    return f"{' '.join(sorted(words))}|{name.country or ''}|{name.form}"


def _join_same(bodies: Sequence[Profile], identities: Identities, *, across: bool) -> None:
    first: dict[str, tuple[Profile, str]] = {}
    blocks: dict[str, list[str]] = defaultdict(list)
    for one, text, name in _named(bodies):
        if across and loose(name):
            continue
        key = _key(name)
        if key not in first:
            for start in sorted({word[:4] for word in name.words}):
                blocks[start].append(key)
        other, _ = first.setdefault(key, (one, text))
        if other is not one:
            identities.joining.join(other.local, one.local, "same name")
    pairs = {
        pair for block in blocks.values() if len(block) <= _CROWDED for pair in combinations(sorted(set(block)), 2)
    }
    for one_key, other_key in sorted(pairs):
        (one, text), (other, words) = first[one_key], first[other_key]
        alike = compare_organizations(text, words)
        if alike.verdict is Verdict.SAME:
            identities.joining.join(one.local, other.local, f"“{text}” and “{words}”: {alike.why}")


def join_acronyms(bodies: Sequence[Profile], identities: Identities) -> None:
    """Join an acronym to the one name that it was defined for, else to the one name whose initials it is."""
    joining = identities.joining
    defined: dict[str, dict[str, Profile]] = defaultdict(dict)
    spelled: dict[str, dict[str, Profile]] = defaultdict(dict)
    lone: dict[str, list[Profile]] = defaultdict(list)
    for one in bodies:
        names = [organization(name) for name in one.fulls]
        acronyms = {name.acronym for name in names if name.acronym}
        long = [name for name in names if not name.acronym and len(name.words) > 1]
        for acronym in acronyms:
            if long:
                defined[acronym].setdefault(joining.root(one.local), one)
            else:
                lone[acronym].append(one)
        for initials in {letters for name in long for letters in name.initials}:
            spelled[initials].setdefault(joining.root(one.local), one)
    for acronym in sorted(lone):
        owners = defined.get(acronym) or spelled.get(acronym, {})
        roots = {joining.root(owner.local): owner for owner in owners.values()}
        how = "is defined as" if acronym in defined else "has the initials of"
        for one in lone[acronym]:
            if len(roots) == 1:
                (owner,) = roots.values()
                why = f"“{acronym.upper()}” {how} “{_longest(owner)}”"
                joining.join(one.local, owner.local, why)
            for root in sorted(roots) if len(roots) > 1 else ():
                identities.doubt(one.local, root, f"“{acronym.upper()}” can stand for several names")


def _longest(one: Profile) -> str:
    return max(one.fulls, key=lambda name: (len(name), name))


def _join_short(bodies: Sequence[Profile], identities: Identities, *, across: bool) -> None:
    """
    Join a name without its country, or without its first words, to the only longer one.

    Across reports only the country may be left out, and not by an institution that every country has.
    """
    joining = identities.joining
    by_word: dict[str, list[tuple[Profile, str, OrganizationName]]] = defaultdict(list)
    for entry in _named(bodies):
        if entry[2].words and not entry[2].acronym:
            by_word[entry[2].words[-1]].append(entry)
            if entry[2].words[-1] in _TAILS and len(entry[2].words) > 1:
                by_word[entry[2].words[-2]].append(entry)
    seen: set[tuple[str, str]] = set()
    for one, text, name in _named(bodies):
        if not name.words or name.acronym or (across and (loose(name) or (_key(name), "") in seen)):
            continue
        seen.add((_key(name), ""))
        longer = {
            joining.root(other.local): (other, words)
            for other, words, full in by_word[name.words[-1]]
            if _shortened(name, full, across=across) and not joining.together(one.local, other.local)
        }
        if len(longer) == 1:
            ((other, words),) = longer.values()
            where = "in the story" if across else "in this report"
            joining.join(one.local, other.local, f"“{text}” can only mean “{words}” {where}")
        for root in sorted(longer)[:5] if len(longer) > 1 else ():
            identities.doubt(one.local, root, f"“{text}” fits several longer names")


def _shortened(name: OrganizationName, full: OrganizationName, *, across: bool) -> bool:
    """Tell whether ``name`` is ``full`` without country, first words or a word like "movement"."""
    if name.country is not None and full.country not in {None, name.country}:
        return False
    without = full.words[:-1] if full.words[-1] in _TAILS and len(full.words) > 1 else full.words
    if name.words in {full.words, without}:
        return name.words != full.words or (name.country is None and full.country is not None)
    if across or (name.country is not None and full.country is None):
        return False
    return len(name.words) < len(without) and without[-len(name.words) :] == name.words


def _join_described(bodies: Sequence[Profile], identities: Identities) -> None:
    """
    Join unnamed bodies that are described by the same words and country ("the Karelian embassy").

    Officials of a country are people, and each report's own.
    """
    first: dict[tuple[str, str], Profile] = {}
    for one in bodies:
        for text in () if one.fulls else one.descriptions:
            country, rest = country_in(text)
            kept = " ".join(word for word in rest.split() if word not in {"the", "of", "s", "in"})
            if country is None or kept.split()[-1:] not in ([word] for word in INSTITUTIONS - {"officials"}):
                continue
            other = first.setdefault((country, kept), one)
            if other is not one:
                identities.joining.join(other.local, one.local, f"same description, of {country}")
