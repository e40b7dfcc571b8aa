"""Which happening a planned one is the plan of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sourcebook.link.acts import Act, Realm
from sourcebook.link.compatibility import apart
from sourcebook.link.parties import shared
from sourcebook.link.triggers import act_likeness
from sourcebook.values.claims import Extraction

_LATE = timedelta(days=14)
"""Days that a planned event may slip and still be the one planned."""


def plans(sets: Sequence[Sequence[str]], acts: Sequence[Act], extractions: Sequence[Extraction]) -> dict[str, str]:
    """
    Return, for the smallest claim of a planned happening, the smallest claim of the held one that it planned.

    The held one tells the same act of a party of the plan, contradicts it in no party, place or day, and does not lie
    before the day of the report that tells the plan.
    """
    by_id = {act.id: act for act in acts}
    told = {one.report: one.published.earliest for one in extractions}
    held: dict[str, list[tuple[Act, str]]] = defaultdict(list)
    for members in sets:
        for one in members:
            act = by_id[one]
            if act.realm is Realm.HELD and not act.negative and not act.told:
                for entity in sorted({each for party in act.parties for each in party.near}):
                    held[entity].append((act, members[0]))
    found: dict[str, str] = {}
    for members in sets:
        planned = [by_id[one] for one in members if by_id[one].realm is Realm.PLANNED and not by_id[one].negative]
        fits = {
            (_strength(plan, act), target)
            for plan in planned
            for entity in sorted({each for party in plan.parties for each in party.near})
            for act, target in held[entity]
            if _fits(plan, act, told.get(plan.report))
        }
        if fits:
            found[members[0]] = min(fits, key=lambda pair: (-pair[0], pair[1]))[1]
    return found


def _strength(plan: Act, act: Act) -> float:
    return act_likeness(plan.lemma, act.lemma) + len(shared(plan.parties, act.parties))


def _fits(plan: Act, act: Act, published: date | None) -> bool:
    if (
        act_likeness(plan.lemma, act.lemma) == 0.0
        or apart(_without_days(plan, act.realm), _without_days(act)) is not None
    ):
        return False
    pairs = shared(plan.parties, act.parties)
    if not any(first.named for first, _ in pairs):
        return False
    if len(pairs) < 2 and (plan.earliest is None or not plan.dated):
        return False
    since = plan.earliest if plan.dated and plan.earliest is not None else published
    until = plan.latest + _LATE if plan.dated and plan.latest is not None and plan.latest < date.max - _LATE else None
    if since is not None and act.latest is not None and act.latest < since:
        return False
    return not (until is not None and act.earliest is not None and act.earliest > until)


def _without_days(act: Act, realm: Realm | None = None) -> Act:
    return replace(act, earliest=None, latest=None, realm=realm or act.realm)
