"""A state told by its government ("the Karelian regime", "the Orr administration") or capital ("Karel said …")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sourcebook.link.countries import countries, country_in
from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.people import TITLES, person
from sourcebook.link.profiles import Family, Profile
from sourcebook.link.roles import rulers
from sourcebook.values.claims import Extraction, LocalEntity
from sourcebook.values.kinds import EventType, Role
from sourcebook.values.reports import Report

_GOVERNMENTS = frozenset({"government", "regime", "govt"})
_LANDS = frozenset({"country", "nation"})
"""What a ruler's own is his state ("Orr's country"); "the country" may stand beside."""
_WHOLE = frozenset({"the", "of", "s", "federal", "national", "central"})
"""Words beside "government" that make it no other: a former, rival, local or coalition's government is another."""
_DEEDS = (frozenset(one for one in EventType if one.plover) | {EventType.STATEMENT}) - {EventType.RETREAT}
"""What governments do and towns don't; a town may fall, hold out or be based somewhere."""
_OWN = _GOVERNMENTS | {"the", "its", "their", "this", "that", "his", "her", "our"}
_THERE = re.compile(
    r"(?:\b(?:in|at|near|to|from|into|around|outside|inside|through|throughout|across|over|visit(?:ed|ing|s)?|reach(?:ed|es)?"
    r"|leav(?:e|es|ing)|left|enter(?:ed|s)?|of|an?|north|south|east|west)\s+(?:the\s+)?|,\s*)$",
    re.IGNORECASE,
)
"""What stands right before the name of a town where something is, comes to or leaves."""
_DEALT = re.compile(r"\b(?:with|between|against|pressures?|pressed|urged|told)\s+$", re.IGNORECASE)
"""What stands right before the name of somebody whom others deal with."""
_BESIDE = re.compile(r"\s*(?:,\s+(?:the\s+)?[A-Z]|[-–—(]|based\b)")
"""What stands right behind a town's name where a report is dated or the town is said to lie somewhere."""
_FALLEN = re.compile(
    r"[,\s]+(?:(?:was|were|that|which|had|been)\s+)*(?:toppled|ousted|overthrown|deposed|removed|driven|collapsed|fell|fallen"
    r"|in exile|in waiting|to come)\b",
    re.IGNORECASE,
)
"""What stands right behind a government that is its country's no more, or not yet."""
_BEFORE = 24
"""Characters looked at before a name."""


def standing(extraction: Extraction, report: Report | None) -> frozenset[str]:
    """
    Return the local entities that may stand for a state: governments in office, and places that act and lie nowhere.

    A reader takes "Karel rejected the offer" for the government's doing, and "in Karel" for the town.
    """
    if report is None:
        return frozenset()
    taking = {
        part.local
        for claim in extraction.claims
        for part in claim.participants
        if part.role is Role.ACTOR and claim.type in _DEEDS
    }
    taking |= {link.local for claim in extraction.claims for link in claim.attribution}
    lying = {claim.place.local for claim in extraction.claims if claim.place is not None}
    return frozenset(
        one.id
        for one in extraction.entities
        if (_acts(one, report, taking) and one.id not in lying if one.named else _stands(one, report))
    )


def _acts(one: LocalEntity, report: Report, taking: set[str | None]) -> bool:
    befores = [report.text[max(0, span.start - _BEFORE) : span.start] for span in one.name_spans]
    if one.id not in taking and not any(map(_DEALT.search, befores)):
        return False
    return not any(
        _THERE.search(before) or _BESIDE.match(report.text, span.end)
        for before, span in zip(befores, one.name_spans, strict=True)
    )


def _stands(one: LocalEntity, report: Report) -> bool:
    return not any(_FALLEN.match(report.text, span.end) for span in one.spans)


@cache
def _capitals() -> Mapping[str, str]:
    """Return the code of the one country whose capital a folded name is."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in countries().values():
        if one.capital:
            found[fold(one.capital)].add(one.code)
            found[fold(one.capital).removesuffix(" dc").removesuffix(" d c")].add(one.code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def join_governments(profiles: Sequence[Profile], standing: frozenset[str], identities: Identities) -> None:
    """
    Join with a country its government, whoever leads it, and its capital in reports that speak of it as governing.

    The country must be named in the story; the rest of the world's capitals stay towns.
    """
    states = {one.country: one for one in reversed(profiles) if one.family is Family.PLACE and one.country is not None}
    ruled = _ruled(profiles, identities)
    for one in profiles:
        if one.country is not None and one.family is not Family.BODY:
            continue
        if one.local not in standing:
            continue
        code, told = _governed(one, ruled)
        if code is not None and code in states:
            why = f"“{told}” is {'the country of its ruler' if told.split()[-1] in _LANDS else 'its government'}"
            identities.joining.join(one.local, states[code].local, why)
        elif one.fulls:
            code = _seat(one)
            if code is not None and code in states:
                why = f"“{one.fulls[0]}”, its capital, is spoken of as of its government"
                identities.joining.join(one.local, states[code].local, why)


def _ruled(profiles: Sequence[Profile], identities: Identities) -> dict[str, str]:
    """Return the names of those who rule a country now, folded, with the country; none that others bear."""
    ruling = rulers(profiles, identities)
    found: dict[str, set[str | None]] = defaultdict(set)
    for one in profiles:
        for name in (*one.fulls, *one.bares) if one.family is Family.PERSON else ():
            for called in {
                fold(name),
                " ".join(person(name).parts),
                person(name).surname or " ".join(person(name).parts),
            }:
                found[called].add(ruling.get(identities.joining.root(one.local)))
    return {name: code for name, codes in found.items() if len(codes) == 1 and (code := codes.pop()) is not None}


def _governed(one: Profile, ruled: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the country whose government is all that the report calls this, and the words; "it" may stand beside."""
    texts = [text for text in tuple(map(fold, one.fulls)) or one.descriptions if not set(text.split()) <= _OWN]
    told = {text: _country(text, ruled) for text in texts}
    codes = {code for text, code in told.items() if code is not None or text.split()[-1] not in _LANDS}
    return (codes.pop(), texts[0]) if len(codes) == 1 else (None, "")


def _country(text: str, ruled: Mapping[str, str]) -> str | None:
    code, rest = country_in(text)
    kept = [word for word in rest.split() if word not in _WHOLE]
    if not kept or kept[-1] not in (_GOVERNMENTS if len(kept) == 1 else _GOVERNMENTS | _LANDS | {"administration"}):
        return None
    if len(kept) == 1:
        return code
    holder = ruled.get(" ".join(word for word in kept[:-1] if word not in TITLES))
    return holder if code in (None, holder) else None


def _seat(one: Profile) -> str | None:
    codes = {_capitals().get(fold(name).removeprefix("the ")) for name in one.fulls}
    return codes.pop() if len(codes) == 1 else None


def all_standing(extractions: Iterable[Extraction], reports: Mapping[str, Report]) -> frozenset[str]:
    """Return ``standing`` of every report."""
    return frozenset(one for each in extractions for one in standing(each, reports.get(each.report)))
