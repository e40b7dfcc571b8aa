"""Sifting many pairs at once says what comparing them one by one says."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link.acts import Act, Realm
from sourcebook.link.blocking import pairs
from sourcebook.link.compatibility import apart
from sourcebook.link.neighbors import Neighbors
from sourcebook.link.sifting import APART, DAYS, Sieve
from sourcebook.values.kinds import EventType
from sourcebook.values.reports import Report

LAST = date.max.toordinal()
days = st.sampled_from([None, *(date.fromordinal(one) for one in (9, 10, 11, 15, 16, LAST - 2, LAST - 1, LAST))])


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """Acts that differ in what is sifted by, of few values each, so that ties happen."""
    first, last = draw(days), draw(days)
    if first is not None and last is not None and last < first:
        first, last = last, first
    lemma = draw(st.sampled_from(["meet", "meeting", "talk", "say", "be"]))
    return Act(
        id=f"claim-{draw(st.integers(0, 10_000))}",
        report=draw(st.sampled_from("ab")),
        start=draw(st.integers(0, 3)),
        type=draw(st.sampled_from([EventType.CONSULT, EventType.STATEMENT, EventType.STATE, EventType.ASSAULT])),
        lemma=lemma,
        stem=lemma.removesuffix("ing"),
        groups=draw(st.sampled_from([frozenset(), frozenset({1}), frozenset({1, 2}), frozenset({3})])),
        general=draw(st.booleans()),
        negative=False,
        realm=draw(st.sampled_from([Realm.HELD, Realm.PLANNED])),
        parties=(),
        place=None,
        where=None,
        earliest=first,
        latest=last,
        dated=draw(st.booleans()),
        words=frozenset(),
        lasting=draw(st.booleans()),
    )


@given(st.lists(acts(), min_size=2, max_size=6))
def test_what_is_sifted_out_is_what_comparing_refuses_first(told: list[Act]) -> None:
    """Nothing else may be lost, and how crowded an act is counts the days that don't meet."""
    places = np.arange(len(told))
    for number, one in enumerate(told):
        found = Sieve.of(told).sift(np.full(len(told), number), places)
        for verdict, other in zip(found.tolist(), told, strict=True):
            reason = apart(one, other)
            assert (verdict == DAYS) == (reason == "days that don't meet")
            by_act = {"acts of different types", "acts that have no word in common", "a deed against a stance"}
            assert (verdict == APART) == (one.realm is not other.realm or reason in by_act)


@given(st.lists(acts(), max_size=12, unique_by=lambda act: act.id))
def test_a_pair_comes_once_and_never_with_itself(told: list[Act]) -> None:
    """Blocks overlap; counted twice, a pair would make its act look crowded."""
    told.sort(key=lambda act: (act.report, act.start, act.id))
    known = [Report(given_id=name, sha256="", text="dam bridge river", passages=()) for name in "ab"]
    found = [pair for one, other in pairs(told, Neighbors(known)) for pair in zip(one, other, strict=True)]

    assert all(told[one].id < told[other].id for one, other in found)
    assert len({(int(one), int(other)) for one, other in found}) == len(found)
