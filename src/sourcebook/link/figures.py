"""People: full names first, then lone surnames where only one full name can be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sourcebook.link.folding import consonants, fold, likeness
from sourcebook.link.identities import Identities
from sourcebook.link.joining import Joining
from sourcebook.link.people import compare_people, person
from sourcebook.link.profiles import Profile
from sourcebook.link.verdicts import Verdict

_PROOF = 2
"""Title words in common that let a left-out middle name pass, generic ones not counted."""
_FAR = 4
"""How many times as often as the next a person must be named for a lone surname to mean nobody else."""
_COMMON_TITLES = frozenset("mr mrs ms dr sir leader general gen president minister commander official man".split())


def join_people(people: Sequence[Profile], identities: Identities) -> None:
    """Join people inside each report, then across reports."""
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for one in people:
        by_report[one.report].append(one)
    apart: set[tuple[str, str]] = set()
    for report in sorted(by_report):
        here = by_report[report]
        _join_fulls(here, identities, frozenset())
        _join_bares(here, identities, "in this report")
        apart |= _kept_apart(here, identities.joining)
    _join_fulls(people, identities, frozenset(apart))
    _join_bares(people, identities, "in the story")


def _form(name: str) -> str:
    return " ".join(person(name).parts) + " " + person(name).suffix


def _kept_apart(people: Sequence[Profile], joining: Joining) -> set[tuple[str, str]]:
    """Return the pairs of names that one report uses of two people."""
    named = [(one.local, _form(one.fulls[0])) for one in people if one.fulls]
    return {
        (min(first, second), max(first, second))
        for number, (one, first) in enumerate(named)
        for other, second in named[number + 1 :]
        if first != second and not joining.together(one, other)
    }


def _join_fulls(people: Sequence[Profile], identities: Identities, apart: frozenset[tuple[str, str]]) -> None:
    first: dict[str, Profile] = {}
    names: dict[str, str] = {}
    for one in people:
        for name in one.fulls:
            form = _form(name)
            names.setdefault(form, name)
            other = first.setdefault(form, one)
            if other is not one:
                identities.joining.join(other.local, one.local, "same full name")
    for left, right in sorted(_blocked(names)):
        if (left, right) in apart:
            continue
        alike = compare_people(names[left], names[right])
        why = f"“{names[left]}” and “{names[right]}”: {alike.why}"
        if alike.verdict is Verdict.SAME:
            identities.joining.join(first[left].local, first[right].local, why)
        elif alike.verdict is Verdict.POSSIBLE and person(names[left]).suffix != person(names[right]).suffix:
            identities.doubt(first[left].local, first[right].local, why)
        elif alike.verdict is Verdict.POSSIBLE and alike.score >= 0.6:
            _weigh(first[left], first[right], why, identities)


def _weigh(one: Profile, other: Profile, why: str, identities: Identities) -> None:
    """Join two whose names may be one man's where they are described alike; else note the doubt."""
    if one.report != other.report and len((one.titles & other.titles) - _COMMON_TITLES) >= _PROOF:
        identities.joining.join(one.local, other.local, f"{why}; described alike")
    else:
        identities.doubt(one.local, other.local, why)


def _blocked(names: dict[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of forms worth comparing: surnames that sound alike, or a like first name and initial."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form in sorted(names):
        parts = person(names[form]).parts
        keys = {("surname", consonants(parts[-1])), ("joined", consonants("".join(parts))[:6])}
        keys.add(("given", f"{consonants(parts[0])} {parts[-1][0]}"))
        keys.add(("turned", consonants(parts[0])) if len(parts) > 2 else ("surname", consonants(parts[-1])))
        for key in keys:
            blocks[key].append(form)
    return {
        (one, other) for block in blocks.values() for number, one in enumerate(block) for other in block[number + 1 :]
    }


def _join_bares(people: Sequence[Profile], identities: Identities, where: str) -> None:
    """Join those known by one word to the only person that it can mean, or to each other where there is none."""
    joining = identities.joining
    holders: dict[str, dict[str, Profile]] = defaultdict(dict)
    firsts: dict[str, dict[str, Profile]] = defaultdict(dict)
    relatives: dict[str, bool] = defaultdict(lambda: True)
    called: dict[str, set[str]] = defaultdict(set)
    weights: dict[str, int] = defaultdict(int)
    for one in people:
        called[joining.root(one.local)] |= {consonants(part) for name in one.bares for part in person(name).parts}
        weights[joining.root(one.local)] += one.weight
        if one.fulls:
            relatives[joining.root(one.local)] &= one.relative
    with_full = {joining.root(one.local) for one in people if one.fulls}
    for one in people:
        for name in one.fulls:
            parts = person(name).parts
            holders[consonants(parts[-1])].setdefault(joining.root(one.local), one)
            firsts[consonants(parts[0])].setdefault(joining.root(one.local), one)
    lone: dict[str, Profile] = {}
    for one in people:
        if one.fulls or not one.bares or joining.root(one.local) in with_full:
            continue
        word = person(one.bares[0]).parts[0]
        bearers = _fitting(word, holders, -1) or _fitting(word, firsts, 0)
        suffix = person(one.bares[0]).suffix
        bearers = _with_suffix(bearers, suffix) or ([] if suffix else bearers)
        fits = {joining.root(other.local): other for other in bearers if _agree(one, other)}
        if len(fits) > 1:
            described = {root: each for root, each in fits.items() if _described_alike(one, each)}
            fits = described if len(described) == 1 else fits
        how = "the only"
        if len(fits) > 1:
            leading = {root: each for root, each in fits.items() if not relatives[root]}
            how = "others stand only as relatives, so the"
            fits = leading if len(leading) == 1 else fits
        if len(fits) > 1:
            so_called = {root: each for root, each in fits.items() if consonants(word) in called[root]}
            how = "nobody else is called so; the"
            fits = so_called if len(so_called) == 1 else fits
        if len(fits) > 1:
            ranked = sorted(fits, key=lambda root: (-weights[root], root))
            how = "the one whom the reports name far the most; the"
            fits = {ranked[0]: fits[ranked[0]]} if weights[ranked[0]] >= _FAR * weights[ranked[1]] else fits
        if len(fits) == 1:
            (other,) = fits.values()
            why = f"{how} “{fold(one.bares[0])}” {where} is “{other.fulls[0]}”"
            joining.join(one.local, other.local, why)
        elif fits:
            for root in sorted(fits)[:5]:
                others = len(fits) - 1
                identities.doubt(one.local, root, f"“{one.bares[0]}” alone: {others} more bear that name {where}")
        else:
            other = lone.setdefault(word, one)
            if other is not one and _agree(one, other):
                joining.join(other.local, one.local, "same one-word name, nobody else bears it")


def _fitting(word: str, index: dict[str, dict[str, Profile]], part: int) -> list[Profile]:
    found = index.get(consonants(word), {})
    return [one for one in found.values() if any(likeness(word, person(name).parts[part]) >= 0.9 for name in one.fulls)]


def _with_suffix(bearers: Sequence[Profile], suffix: str) -> list[Profile]:
    return [one for one in bearers if any(person(name).suffix == suffix for name in one.fulls)]


def _agree(one: Profile, other: Profile) -> bool:
    return one.woman is None or other.woman is None or one.woman == other.woman


def _described_alike(one: Profile, other: Profile) -> bool:
    return bool((one.titles & other.titles) - {"mr", "mrs", "ms", "dr"})
