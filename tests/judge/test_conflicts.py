"""Disagreement, field by field: what is in conflict, what only looks so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sourcebook.values.claims import Quantity
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import ConflictField, ConflictState, EventType, LinkKind, Polarity, Status
from sourcebook.values.links import PlaceFacts

AGREED = {"type": EventType.AGREE, "tail": "peace"}
ELI = [("Eli Moor", LinkKind.OFFICIAL, "says")]
UNA = [("Una Voss", LinkKind.PARTY, "says")]


def found(room, judgements=()):
    return [
        (one.field.value, one.state.value, [side.value for side in one.sides])
        for one in room.judged(judgements).conflicts
    ]


@pytest.fixture
def toll(newsroom):
    """Two reports of one clash, each with a number of dead."""

    def make(first, second, chains=(ELI, UNA), tail=""):
        room = newsroom()
        room.report("r1", "Gull", 4)
        room.report("r2", "Heron", 6)
        for name, number, chain, words in zip(("r1", "r2"), (first, second), chains, ("", tail), strict=True):
            room.claim(
                name, "clash", "kill", type=EventType.ASSAULT, chain=chain, number=(*number, "people"), tail=words
            )
        return room

    return make


def test_two_numbers_that_exclude_each_other_are_open(toll):
    assert found(toll((3, None, None), (7, None, None))) == [("number", "open", ["3 people", "7 people"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [((None, 3, None), (5, None, None)), ((None, 3, 6), (None, 5, 9)), ((None, None, 9), (4, None, None))],
)
def test_numbers_that_one_number_satisfies_are_compatible(toll, first, second):
    assert [one[:2] for one in found(toll(first, second))] == [("number", "compatible")]


def test_at_least_three_does_not_fit_two(toll):
    assert [one[1] for one in found(toll((None, 3, None), (2, None, None)))] == ["open"]


def test_the_dead_of_a_clash_are_counted_as_dead_whatever_the_act_is_called(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "clash", "clash", type=EventType.ASSAULT, number=(3, None, None, "people"), tail="were killed")
    room.report("r2", "Heron", 4)
    room.claim("r2", "clash", "kill", type=EventType.ASSAULT, number=(7, None, None, "civilians"), chain=UNA)
    room.claim("r1", "clash", "clash", type=EventType.ASSAULT, number=(9, None, None, "people"), tail="were injured")

    assert found(room) == [("number", "open", ["3 people", "7 civilians"])]


def test_what_was_published_before_the_event_counts_something_else(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 9)
    room.claim("r1", "clash", "die", type=EventType.ASSAULT, number=(200, None, None, "people"), chain=ELI)
    room.claim("r2", "clash", "kill", type=EventType.ASSAULT, number=(4, None, None, "people"), chain=UNA, days=(8, 8))

    assert found(room) == []


def test_one_number_twice_is_no_conflict(toll):
    assert found(toll((3, None, None), (3, None, None))) == []


def test_the_later_number_of_one_origin_supersedes(toll):
    assert found(toll((3, None, None), (4, None, None), (ELI, ELI))) == [
        ("number", "superseded", ["3 people", "4 people"])
    ]


def test_the_later_number_of_one_side_supersedes(toll):
    room = toll((3, None, None), (4, None, None), (ELI, [("League", LinkKind.PARTY, "says")]))
    room.fact("r2", "Eli Moor", "role", "spokesman of the League", "League")

    assert [one[1] for one in found(room)] == ["superseded"]


def test_a_third_party_stays_against_the_corrected_number(toll):
    room = toll((3, None, None), (4, None, None), (ELI, ELI))
    room.claim("r1", "clash", "kill", type=EventType.ASSAULT, chain=UNA, number=(7, None, None, "people"))

    assert sorted(one[1:] for one in found(room)) == [
        ("open", ["7 people", "4 people"]),
        ("superseded", ["3 people", "4 people"]),
    ]


def test_numbers_of_different_things_are_not_compared(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", number=(5, None, None, "delegates"))
    room.claim("r1", "talks", number=(9, None, None, "hours"))

    assert found(room) == []


def test_dead_and_wounded_are_not_compared(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "clash", "kill", type=EventType.ASSAULT, number=(5, None, None, "people"))
    room.claim("r1", "clash", "wound", type=EventType.ASSAULT, number=(9, None, None, "people"))

    assert found(room) == []


PLACES = {
    "Tarn": PlaceFacts(10.0, 10.0, "settlement", "XXA", ("Orm", "Vesland"), ""),
    "Orm": PlaceFacts(10.5, 10.5, "division", "XXA", ("Vesland",), ""),
    "Vesland": PlaceFacts(11.0, 11.0, "country", "XXA", (), ""),
    "Quay": PlaceFacts(10.1, 10.1, "settlement", "XXA", ("Ost", "Vesland"), ""),
    "Farrow": PlaceFacts(14.0, 14.0, "settlement", "XXA", ("Ost", "Vesland"), ""),
}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tarn", "Farrow", [("place", "open", ["Tarn", "Farrow"])]),
        ("Tarn", "Orm", []),
        ("Vesland", "Farrow", []),
        ("Tarn", "Quay", []),
        ("Tarn", "Nowhere", []),
    ],
)
def test_places_clash_only_where_neither_holds_the_other(newsroom, one, other, expected):
    room = newsroom()
    room.places = PLACES
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", place=one)
    room.claim("r2", "talks", place=other)

    assert found(room) == expected


@pytest.mark.parametrize(("one", "other", "clash"), [((1, 3), (3, 5), False), ((1, 2), (4, 5), True)])
def test_times_clash_only_where_they_share_no_day(newsroom, one, other, clash):
    room = newsroom()
    room.report("r1", "Gull", 9)
    room.report("r2", "Heron", 9)
    room.claim("r1", "talks", days=one)
    room.claim("r2", "talks", days=other)

    assert [one[:2] for one in found(room)] == ([("time", "open")] if clash else [])


def test_two_strangers_for_one_attack_clash(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["League"], chain=ELI)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["Crown"], chain=UNA)

    assert found(room) == [("participants", "open", ["League", "Crown"])]


def test_who_clashed_with_somebody_unnamed_is_not_its_only_doer(newsroom):
    """“Skirmishes between the League and the rebels” do not deny that the Crown fought the League."""
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["League", "rebels"], chain=ELI)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["Crown"], chain=UNA)

    assert found(room) == []


def test_a_commander_and_his_army_are_one_doer(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["Crown"], chain=ELI)
    room.claim("r1", "raid", "raid", type=EventType.ASSAULT, actors=["Cy Dorn"], chain=UNA)
    room.fact("r1", "Cy Dorn", "affiliation", "of the Crown", "Crown")

    assert found(room) == []


def test_two_who_met_one_another_in_turn_are_no_clash(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", actors=["League"])
    room.claim("r1", "talks", actors=["Crown"])

    assert found(room) == []


@pytest.mark.parametrize(
    ("title", "body", "other", "other_body", "clash"),
    [
        ("spokesman of the League", "League", "spokesman of the Crown", "Crown", True),
        ("governor of Orm", "Orm", "deputy governor of Orm", "Orm", True),
        ("leader of the League", "League", "founder of the League", "League", False),
        ("governor of Orm", "Orm", "former governor of Ost", "Ost", False),
        ("spokesman of the League", "League", "spokesman of the League", "League", False),
        ("spokesman of the HLA", "HLA", "spokesman of the High Lake Assembly", "High Lake Assembly", False),
        ("spokesman of the Assembly", "Assembly", "spokesman of the Lake Assembly", "Lake Assembly", False),
        ("spokesman of the League", "League", "spokesman of the government", "the government", False),
    ],
)
def test_titles_clash_only_where_one_person_cannot_easily_hold_both(newsroom, title, body, other, other_body, clash):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    for name, told, whose in (("r1", title, body), ("r2", other, other_body)):
        room.claim(name, "talks", actors=["Eli Moor"])
        room.fact(name, "Eli Moor", "role", told, whose)

    assert [one[:2] for one in found(room)] == ([("role", "open")] if clash else [])


def test_two_spellings_of_one_name_are_listed_as_compatible(newsroom):
    room = newsroom()
    room.same["Adah Ferne"] = "Ada Fern"
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", actors=["Ada Fern"])
    room.claim("r2", "talks", actors=["Adah Ferne"])

    assert found(room) == [("name", "compatible", ["Adah Ferne", "Ada Fern"])]


def test_a_short_form_is_no_other_spelling(newsroom):
    room = newsroom()
    room.same["Fern"] = "Ada Fern"
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", actors=["Ada Fern"])
    room.claim("r1", "talks", actors=["Fern"])

    assert found(room) == []


def test_an_adjective_is_no_other_spelling(newsroom):
    room = newsroom()
    room.same["Torvanian"] = "Torvania"
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", actors=["Torvania"])
    room.claim("r2", "talks", actors=["Torvanian"])

    assert found(room) == []


def test_an_outcome_clash_names_both_sides(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    matter = "to open the northern causeway before winter"
    room.claim("r1", "deal", "agreed", type=EventType.AGREE, chain=ELI, tail=matter)
    room.claim("r2", "refusal", "rejected", type=EventType.REJECT, chain=UNA, tail=matter)

    assert found(room) == [("outcome", "open", ["agreed", "rejected"])]


def test_the_sides_are_those_who_met(newsroom):
    """Who agreed is told by the meeting before; a refusal by one of them towards the other clashes with it."""
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", "met", actors=("Ada Fern",), recipients=("Bo Lind",))
    room.claim(
        "r1", "deal", "agreed", actors=("the sides",), recipients=(), type=EventType.AGREE, chain=ELI, tail="peace"
    )
    room.claim("r2", "refusal", "refused", type=EventType.REJECT, chain=UNA, tail="peaceful")

    assert found(room) == [("outcome", "open", ["agreed", "refused"])]


def test_without_a_meeting_nobody_knows_who_the_sides_are(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim(
        "r1", "deal", "agreed", actors=("the sides",), recipients=(), type=EventType.AGREE, chain=ELI, tail="peace"
    )
    room.claim("r2", "refusal", "refused", type=EventType.REJECT, chain=UNA, tail="peaceful")

    assert found(room) == []


def test_outcomes_months_apart_do_not_clash(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 1)
    room.report("r2", "Heron", 30)
    matter = "to open the northern causeway before winter"
    room.claim("r1", "deal", "agreed", type=EventType.AGREE, chain=ELI, tail=matter)
    room.claim("r2", "refusal", "rejected", type=EventType.REJECT, chain=UNA, tail=matter)

    assert found(room) == []


def test_a_person_settles_a_conflict_and_nothing_is_overwritten(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    yes = room.claim("r1", "talks", chain=ELI)
    room.claim("r1", "talks", chain=UNA, polarity=Polarity.NEGATIVE)
    before = room.judged().conflicts[0]
    when = datetime(2031, 5, 9, tzinfo=UTC)

    for target in (yes, before.id):
        after = room.judged([Judgement("judgement-1", "Kit", when, "accept", target, "", "seen")]).conflicts[0]
        assert (after.state, after.sides, after.id) == (ConflictState.RESOLVED, before.sides, before.id)
        assert "Kit" in after.why
    assert (before.field, before.state) == (ConflictField.POLARITY, ConflictState.OPEN)
    assert room.judged().events[0].status is Status.DISPUTED


def test_an_earlier_version_gives_way_to_its_correction(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 9)
    room.claim(
        "r1", "talks", days=(1, 2), chain=[("An earlier version of this report", LinkKind.DOCUMENT, "says", True)]
    )
    room.claim("r1", "talks", days=(4, 5))

    assert [one[:2] for one in found(room)] == [("time", "superseded")]


def test_the_same_outlet_corrects_its_number(toll):
    room = toll((3, None, None), (4, None, None), (ELI, UNA), "correcting its earlier count")
    room.drafts["r2"].outlet = "Gull"

    assert [one[1] for one in found(room)] == ["superseded"]


def test_one_origin_in_one_report_tells_of_two_things(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=ELI, days=(1, 2), number=(7, None, None, "members"))
    room.claim("r1", "talks", chain=ELI, days=(4, 5), number=(12, None, None, "members"))

    assert found(room) == []


def test_two_speakers_count_the_dead_of_one_side_otherwise(newsroom):
    """Whoever they are, a count of the same dead of the same fight is in conflict."""
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    for name, speaker, number in (("r1", "Ada Fern", 7), ("r2", "Bo Lind", 3)):
        room.claim(
            name,
            "fight",
            words="killed",
            type=EventType.ASSAULT,
            chain=[(speaker, LinkKind.PARTY, "says")],
            number=(number, None, None, "soldiers"),
        )

    (found,) = [one for one in room.judged().conflicts if one.field is ConflictField.NUMBER]
    assert found.state is ConflictState.OPEN
    assert sorted(side.value for side in found.sides) == ["3 soldiers", "7 soldiers"]


def test_agreed_and_turned_down_by_the_same_two_is_a_clash_though_worded_otherwise(newsroom):
    """One report, two sources: the parties are the same, and what they speak of is peace."""
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim(
        "r1",
        "deal",
        words="agreed",
        type=EventType.AGREE,
        chain=[("Cy Moss", LinkKind.PERSON, "says")],
        tail="to keep the peace",
    )
    room.claim(
        "r1",
        "refusal",
        words="rejected",
        type=EventType.REJECT,
        chain=[("a source", LinkKind.UNKNOWN, "says", True)],
        tail="a peaceful settlement",
    )

    judged = room.judged()
    assert [one.field for one in judged.conflicts] == [ConflictField.OUTCOME]
    assert {one.status for one in judged.events} == {Status.DISPUTED}


@pytest.mark.parametrize(
    ("actors", "recipients", "words", "expected"),
    [
        (["Ada Fern"], ["Bo Lind"], "met", 1),
        (["Cy Dorn"], ["Di Olm"], "met", 0),
        (["Ada Fern"], ["Bo Lind"], "spoke", 1),
        (["Ada Fern"], ["Cy Dorn"], "spoke", 0),
    ],
)
def test_a_negation_counts_only_against_what_it_speaks_of(newsroom, actors, recipients, words, expected):
    """Linking joins acts that are alike; that other people did not meet says nothing against a meeting."""
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks")
    room.report("r2", "Tern", 4)
    room.claim("r2", "talks", words, actors=actors, recipients=recipients, polarity=Polarity.NEGATIVE)

    found = [one for one in room.judged().conflicts if one.field is ConflictField.POLARITY]

    assert len(found) == expected


def test_two_numbers_in_one_sentence_count_two_things(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    made = room.claim("r1", "charge", number=(2, None, None, "counts"))
    draft = room.drafts["r1"]
    first = draft.claims[0]
    one = Quantity(1, None, None, "counts", first.trigger.span)
    draft.claims[0] = replace(first, quantities=(*first.quantities, one))
    room.happenings["charge"] = [draft.claims[0].id]

    assert made != draft.claims[0].id
    assert [one for one in room.judged().conflicts if one.field is ConflictField.NUMBER] == []
