"""Claims that tell of one event, joined step by step, the surest first, each set checked as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from sourcebook.link.acts import Act, acts_of
from sourcebook.link.blocking import Numbers, pairs
from sourcebook.link.compatibility import DOUBTFUL, Evidence, apart, evidence, strangers
from sourcebook.link.decisions import Decisions
from sourcebook.link.joining import Joining
from sourcebook.link.likelihood import RECURRENT, SAME_STATEMENT, likelihood, reasons
from sourcebook.link.neighbors import Neighbors
from sourcebook.link.parties import shared
from sourcebook.link.plans import plans
from sourcebook.link.sifting import DAYS, OPEN, Sieve, numbered
from sourcebook.link.wording import acts_alike, often
from sourcebook.values.claims import Extraction
from sourcebook.values.identity import digest
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import EventType
from sourcebook.values.links import Entity, Happening
from sourcebook.values.reports import Report

LEAST = 0.15
"""Likelihood from which a pair is a reason to join, chosen on ECB+'s train topics (``evaluation/linking_fit.py``)."""
MEAN = 0.15
"""Mean likelihood over all pairs across two sets that they need to become one; chosen alike."""
LEAST_OFTEN, MEAN_OFTEN = 0.3, 0.2
"""The same for acts of which a political story tells many (``OFTEN``), of which ECB+ has few; by hand."""
RESUMED = 0.9
"""Likelihood of what a definite noun alone resumes, and the nearest act of its kind before it in the report."""
_LOOKED_AT = 10
"""Members of each set that the mean is taken over; compatibility is checked for more."""
_CHECKED = 40
"""Members of each set that must be compatible, at even steps where there are more: what a thousand reports tell is
joined in time that grows with them, not with their square."""
_OUTVOTED = 0.6
"""Part of the pairs across two sets that other parties or places may keep apart, for misread claims among many; of
days, worlds and types none may. Two sets with fewer than two pairs bear no such pair at all."""
_OUTVOTED_OFTEN = 0.2
"""The same for acts of which a political story tells many: there other parties mean another act."""
_NEVER = -1.0


def happen(
    reports: Mapping[str, Report],
    extractions: Sequence[Extraction],
    entities: Sequence[Entity],
    judgements: Sequence[Judgement] = (),
) -> tuple[Happening, ...]:
    """Return the happenings, by id; every claim is in exactly one."""
    acts = acts_of(extractions, reports, entities)
    clusters = _Clusters(acts, Neighbors(list(reports.values()), entities), Decisions((), {}))
    joining = clusters.joined()
    if judgements:
        meant: dict[str, list[str]] = {act.id: [act.id] for act in acts}
        meant |= {happening_id(members): members for members in joining.sets()}
        decisions = Decisions(judgements, meant)
        if decisions.any:
            joining = _Clusters(acts, clusters.neighbors, decisions).joined()
    return _as_values(joining, acts, plans(joining.sets(), acts, extractions))


def happening_id(claims: Sequence[str]) -> str:
    """Return the id of the happening of these claims: made of the smallest."""
    return digest("event", min(claims))


class _Clusters:
    """Sets of acts while they grow."""

    def __init__(self, acts: Sequence[Act], neighbors: Neighbors, decisions: Decisions) -> None:
        self.neighbors = neighbors
        self._acts = {act.id: act for act in acts}
        self._decisions = decisions
        self._kinds = {act.id: _kinds(act) for act in acts}
        self._known: dict[tuple[str, str], float] = {}
        self._crowds: Mapping[str, float] = {}
        self._possible: set[tuple[str, str]] = set()
        self._shares = _shares(acts)
        self._resumed = _resumed(acts)

    def joined(self) -> Joining:
        """Join what is likely one, the likeliest first; what was decided goes before."""
        joining = Joining(self._acts, self._forbidden)
        for made in self._decisions.merges:
            first, *others = sorted(made.first | made.second)
            for other in others:
                if not self._decisions.forbid([first], [other]):
                    joining.join(first, other, made.why, ask=False)
        self._possible, self._crowds = _compared(list(self._acts.values()), self.neighbors)
        possible = self._possible | set(self._resumed.items())
        valued = ((self._likelihood(self._acts[one], self._acts[other]), one, other) for one, other in possible)
        likely = sorted(
            {
                (-value, min(one, other), max(one, other))
                for value, one, other in valued
                if value >= (LEAST_OFTEN if often(self._acts[one], self._acts[other]) else LEAST)
                and not strangers(self._acts[one], self._acts[other])
            }
        )
        for _, one_id, other_id in likely:
            if not joining.together(one_id, other_id):
                joining.join(one_id, other_id, self._why(one_id, other_id))
        return joining

    def _why(self, first: str, second: str) -> str:
        one, other = self._acts[first], self._acts[second]
        return reasons(one.lemma, other.lemma, self._evidence(one, other))

    def _evidence(self, one: Act, other: Act) -> Evidence:
        near = self.neighbors.alike(one.report, other.report)
        return evidence(one, other, near, one_matter=self.neighbors.one_matter(one.report, other.report))

    def _likelihood(self, one: Act, other: Act) -> float:
        """Return the likelihood that two acts are one event; 0 where parties or places differ, less if it can't be."""
        if other.id < one.id:
            one, other = other, one
        key = one.id, other.id
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._weighed(one, other)
        return found

    def _weighed(self, one: Act, other: Act) -> float:
        reason = None if (one.id, other.id) in self._possible else apart(one, other)
        if reason is not None:
            return 0.0 if reason in DOUBTFUL else _NEVER
        if other.id == self._resumed.get(one.id) or one.id == self._resumed.get(other.id):
            return RESUMED
        if one.told and other.told:
            return SAME_STATEMENT
        crowded = max(
            (self._crowds.get(kind, 0.0) for act in (one, other) for kind in self._kinds[act.id]), default=0.0
        )
        recurring = often(one, other)
        if recurring:
            alike = acts_alike(one, other) > 0.0
            crowded = max(crowded, RECURRENT if alike else 1.0)
        return likelihood(self._evidence(one, other), crowded, self._telling(one, other), often=recurring)

    def _telling(self, one: Act, other: Act) -> float:
        """Return how much the named parties in common tell, 0..1: little where they are in most acts of the kind."""
        kinds = sorted({*self._kinds[one.id], *self._kinds[other.id]})
        total = 0.0
        for first, second in shared(one.parties, other.parties):
            if first.named and second.named:
                entities = sorted(first.near & second.near)
                total += 1.0 - min(max(self._shares.get((kind, each), 0.0) for kind in kinds) for each in entities)
        return min(1.0, total)

    def _forbidden(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Tell whether two sets must stay two: decided so, a pair that can't be one, or too little for all of them."""
        if self._decisions.forbid(first, second):
            return True
        first, second = _some(first), _some(second)
        values, doubtful = [], 0
        for number, one in enumerate(first):
            for place, other in enumerate(second):
                value = self._likelihood(self._acts[one], self._acts[other])
                if value == _NEVER:
                    return True
                doubtful += value == 0.0
                tells = value == RESUMED or not (one in self._resumed or other in self._resumed)
                if number < _LOOKED_AT and place < _LOOKED_AT and tells:
                    values.append(value)
        recurring = often(self._acts[first[0]], self._acts[second[0]])
        if doubtful > (_OUTVOTED_OFTEN if recurring else _OUTVOTED) * len(first) * len(second):
            return True
        return bool(values) and sum(values) / len(values) < (MEAN_OFTEN if recurring else MEAN)


def _some(ids: Sequence[str]) -> Sequence[str]:
    return ids if len(ids) <= _CHECKED else ids[:: -(-len(ids) // _CHECKED)]


def _resumed(acts: Sequence[Act]) -> dict[str, str]:
    """Return, for acts that a definite noun alone tells, the nearest act of the kind before it in the report."""
    found: dict[str, str] = {}
    told: dict[tuple[str, str], Act] = {}
    for act in acts:  # in order of report and place
        keys = [(act.report, kind) for kind in _kinds(act)]
        if act.resumes and not act.told:
            before = [told[key] for key in keys if key in told and apart(act, told[key]) is None]
            if before:
                found[act.id] = max(before, key=lambda one: one.start).id
        elif not act.told:
            told.update(dict.fromkeys(keys, act))
    return found


def _kinds(act: Act) -> tuple[str, ...]:
    return tuple(f"group {group}" for group in sorted(act.groups)) or (act.stem,)


def _shares(acts: Sequence[Act]) -> dict[tuple[str, str], float]:
    """Return, for kinds of acts and entities, the part of the story's acts of that kind that the entity is in."""
    total: Counter[str] = Counter()
    taking: Counter[tuple[str, str]] = Counter()
    for act in acts:
        near = {entity for party in act.parties for entity in party.near}
        for kind in _kinds(act):
            total[kind] += 1
            taking.update((kind, entity) for entity in sorted(near))
    return {key: count / total[key[0]] if total[key[0]] >= _MANY else 0.0 for key, count in taking.items()}


_MANY = 6
"""Acts of a kind from which the part that somebody takes in them tells anything; with fewer he may stand in all."""


def _compared(acts: Sequence[Act], neighbors: Neighbors) -> tuple[set[tuple[str, str]], dict[str, float]]:
    """
    Return the pairs of acts that can be one, and for each kind of act how crowded it is.

    That is the part of its pairs that other parties, places or days keep apart. Pairs of reports on two matters tell
    nothing of how often the act was done in one. The acts are in order of report.
    """
    sieve = Sieve.of(acts)
    kinds, sets = numbered([_kinds(act) for act in acts])
    matters = np.array([neighbors.matter(act.report) for act in acts], dtype=np.int64)
    possible: set[tuple[str, str]] = set()
    total: Counter[int] = Counter()
    kept: Counter[int] = Counter()
    for one, other in pairs(acts, neighbors):
        sifted = sieve.sift(one, other)
        by_others = sifted == DAYS
        for number in np.flatnonzero(sifted == OPEN).tolist():
            first, second = acts[one[number]], acts[other[number]]
            reason = apart(first, second)
            if reason is None:
                possible.add((first.id, second.id))
            by_others[number] = reason in _BY_OTHERS
        counted = (matters[one] == matters[other]) & (matters[one] >= 0)
        counted &= sieve.realms[one] == sieve.realms[other]
        codes = kinds[one] * len(sets) + kinds[other]
        total.update(_tallied(codes[counted]))
        kept.update(_tallied(codes[counted & by_others]))
    crowds = _by_kind(sets, kept)
    return possible, {kind: crowds[kind] / count for kind, count in _by_kind(sets, total).items()}


def _tallied(codes: Numbers) -> dict[int, int]:
    found, counts = np.unique(codes, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def _by_kind(sets: Sequence[tuple[str, ...]], tallied: Mapping[int, int]) -> Counter[str]:
    """Return the count of every kind that is in both of the two sets of kinds that a code stands for."""
    found: Counter[str] = Counter()
    for code, count in tallied.items():
        first, second = divmod(code, len(sets))
        found.update({kind: count for kind in sets[first] if kind in sets[second]})
    return found


_BY_OTHERS = DOUBTFUL | {
    "days that don't meet",
    "made by others",
    "held by others",
    "the one is told to come after the other",
}


def _as_values(joining: Joining, acts: Sequence[Act], planned: Mapping[str, str]) -> tuple[Happening, ...]:
    place = {act.id: number for number, act in enumerate(acts)}
    by_id = {act.id: act for act in acts}
    found = []
    for members in joining.sets():
        name = happening_id(members)
        target = planned.get(members[0])
        found.append(
            Happening(
                id=name,
                type=_type([by_id[one] for one in members]),
                claims=tuple(sorted(members, key=lambda one: place[one])),
                merges=joining.merges(members[0]),
                plan_of=happening_id(joining.members(target)) if target is not None else None,
            )
        )
    return tuple(sorted(found, key=lambda one: one.id))


def _type(acts: Sequence[Act]) -> EventType:
    """Return the type that most claims have, ``OTHER`` only where none has another."""
    counts = Counter(act.type for act in acts if act.type is not EventType.OTHER)
    return min(counts, key=lambda kind: (-counts[kind], kind.value)) if counts else EventType.OTHER
