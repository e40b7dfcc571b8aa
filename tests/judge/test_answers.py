"""Answers go to what they answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcebook.values.claims import ChainLink
from sourcebook.values.kinds import CueKind, EventType, LinkKind, Modality, Stance, Status, Tense
from sourcebook.values.spans import Span


def responses(room, event):
    return [(one.stance, one.entity, one.claim) for one in room.by_id(event).responses]


@pytest.fixture
def room(newsroom):
    class Room(newsroom):
        def by_id(self, event):
            return {one.id: one for one in self.judged().events}[self.event(event)]

    made = Room()
    made.report("r1", "Gull", 4)
    made.claim("r1", "plan", "meet", modality=Modality.PLANNED, tense=Tense.FUTURE)
    made.claim("r1", "trips", "trips", actors=["Cy Dorn"], recipients=[], type=EventType.TRAVEL)
    return made


def silent(room, cue, tail="", event="silence"):
    chain = [("Eli Moor", LinkKind.OFFICIAL, cue)]
    return room.claim(
        "r1", event, "answered", actors=[], recipients=[], type=EventType.STATEMENT, chain=chain, tail=tail
    )


@pytest.mark.parametrize("cue", ["neither", "no-comment", "no-information", "no-response"])
def test_an_answer_without_content_goes_to_the_main_event(room, cue):
    made = silent(room, cue)

    assert responses(room, "plan") == [(Stance(cue), room.entity("Eli Moor"), made)]
    assert responses(room, "trips") == []


def test_an_answer_goes_to_the_act_whose_word_it_repeats(room):
    made = silent(room, "no-response", "to questions about the trips")

    assert responses(room, "trips") == [(Stance.NO_RESPONSE, room.entity("Eli Moor"), made)]


def test_an_answer_goes_to_the_party_that_it_names(room):
    made = room.claim(
        "r1",
        "silence",
        "declined",
        actors=[],
        recipients=["Cy Dorn"],
        type=EventType.STATEMENT,
        chain=[("Eli Moor", LinkKind.OFFICIAL, "no-comment")],
    )

    assert responses(room, "trips") == [(Stance.NO_COMMENT, room.entity("Eli Moor"), made)]


def test_nobody_is_asked_about_a_title_told_in_passing(room):
    room.claim("r1", "title", "spokesman", actors=["Cy Dorn"], recipients=[], type=EventType.OFFICE)
    silent(room, "no-comment", "spokesman")

    assert responses(room, "title") == []
    assert len(responses(room, "plan")) == 1


def test_the_main_event_can_be_one_that_is_denied(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "plan", "meet", chain=[("Bo Lind", LinkKind.PARTY, "denies")], modality=Modality.PLANNED)
    room.claim("r1", "call", "invited")
    made = silent(room, "no-comment")

    answered = {one.id: one.responses for one in room.judged().events}
    assert made in [one.claim for one in answered[room.event("plan")]]


def test_a_denial_answers_the_event_of_its_content(room):
    made = room.claim("r1", "plan", "meet", chain=[("Bo Lind", LinkKind.PARTY, "denies")], modality=Modality.PLANNED)

    assert responses(room, "plan") == [(Stance.DENIES, room.entity("Bo Lind"), made)]


def test_a_confirmation_is_an_answer_and_an_origin(room):
    made = room.claim("r1", "trips", "trips", type=EventType.TRAVEL, chain=[("Bo Lind", LinkKind.PARTY, "confirms")])

    event = room.by_id("trips")
    assert [(one.stance, one.claim) for one in event.responses] == [(Stance.CONFIRMS, made)]
    assert "Bo Lind" in [one.label for one in event.origins]


def test_what_is_said_beside_an_answer_is_no_answer(room):
    chain = [("Bo Lind", LinkKind.PARTY, "confirms"), ("Bo Lind", LinkKind.PARTY, "says")]
    room.claim("r1", "trips", "trips", type=EventType.TRAVEL, chain=chain)

    assert responses(room, "trips") == []


def test_a_denial_of_what_others_report_is_an_answer(room):
    chain = [("Bo Lind", LinkKind.PARTY, "denies"), ("reports", LinkKind.UNKNOWN, "says", True)]
    made = room.claim("r1", "trips", "trips", type=EventType.TRAVEL, chain=chain)

    assert responses(room, "trips") == [(Stance.DENIES, room.entity("Bo Lind"), made)]


def test_an_answer_with_nothing_before_it_stays_with_itself(room):
    room.report("r2", "Heron", 4)
    chain = [("Eli Moor", LinkKind.OFFICIAL, "no-comment")]
    made = room.claim("r2", "lone", "declined", actors=[], recipients=[], type=EventType.STATEMENT, chain=chain)

    assert responses(room, "lone") == [(Stance.NO_COMMENT, room.entity("Eli Moor"), made)]


def test_the_same_answer_told_twice_is_one(room):
    first = silent(room, "no-comment")
    silent(room, "no-comment", event="silence again")

    assert [one[2] for one in responses(room, "plan")] == [first]


def bare(room, event, cue, **more):
    """An answer whose trigger is its cue; the newsroom writes them apart, so the trigger is moved onto it."""
    made = room.claim("r1", event, "answered", actors=[], recipients=[], type=EventType.STATEMENT, **more)
    draft = room.drafts["r1"]
    claim = draft.claims.pop()
    link = replace(claim.attribution[-1], cue=claim.trigger.span, cue_kind=CueKind(cue))
    draft.claims.append(replace(claim, attribution=(*claim.attribution[:-1], link)))
    room.happenings[event][-1] = draft.claims[-1].id
    assert made != draft.claims[-1].id
    return draft.claims[-1].id


def test_a_bare_confirmation_counts_for_the_event_that_it_answers(room):
    room.claim("r1", "talks", "met", chain=[("Ada Fern", LinkKind.PARTY, "says")])
    made = bare(room, "answer", "confirms", chain=[("Bo Lind", LinkKind.PARTY, "says")], tail="that they met")

    event = room.by_id("talks")
    assert responses(room, "talks") == [(Stance.CONFIRMS, room.entity("Bo Lind"), made)]
    assert (event.status, event.because[0].rule) == (Status.CONFIRMED, "both-sides")
    assert sorted(one.label for one in event.origins) == ["Ada Fern", "Bo Lind"]


def test_a_bare_denial_counts_against_the_event_that_it_answers(room):
    room.claim("r1", "talks", "met", chain=[("an insider", LinkKind.UNKNOWN, "says", True)])
    bare(room, "answer", "denies", chain=[("Bo Lind", LinkKind.PARTY, "says")], tail="that they met")

    assert room.by_id("talks").status is Status.DENIED
    assert room.by_id("answer").status is Status.REPORTED


def test_the_act_of_denying_beside_its_content_is_no_second_answer(room):
    made = bare(room, "answer", "denies", chain=[("Bo Lind", LinkKind.PARTY, "says")])
    cue = room.drafts["r1"].claims[-1].attribution[-1]
    room.claim("r1", "talks", "met")
    content = room.drafts["r1"].claims.pop()
    room.drafts["r1"].claims.append(replace(content, attribution=(cue,)))
    room.happenings["talks"][-1] = room.drafts["r1"].claims[-1].id

    assert [one[2] for one in responses(room, "talks")] == [room.happenings["talks"][-1]]
    assert all(made != one.claim for event in room.judged().events for one in event.responses)


def test_this_is_what_was_told_right_before(room):
    room.claim("r1", "raid", "raided", actors=["Dot Ames"], recipients=["a camp"], type=EventType.ASSAULT)
    chain = [("Eli Moor", LinkKind.OFFICIAL, "no-information")]
    made = room.claim(
        "r1",
        "silence",
        "confirm",
        actors=[],
        recipients=["this"],
        type=EventType.STATEMENT,
        chain=chain,
        tail="Bo Lind",
    )

    assert responses(room, "raid") == [(Stance.NO_INFORMATION, room.entity("Eli Moor"), made)]
    assert responses(room, "plan") == []


def test_who_denies_this_denies_that_it_was_demanded(room):
    asking = room.claim("r1", "asking", "demanded", recipients=[], type=EventType.REQUEST)
    trigger = next(one.trigger.span for one in room.drafts["r1"].claims if one.id == asking)
    chain = [("Ada Fern", LinkKind.PARTY, "demands")]
    room.claim("r1", "wish", "freed", modality=Modality.DEMANDED, type=EventType.RETREAT, chain=chain)
    wish = room.drafts["r1"].claims.pop()
    link = replace(wish.attribution[0], cue=trigger)
    room.drafts["r1"].claims.append(replace(wish, attribution=(link,)))
    room.happenings["wish"][-1] = room.drafts["r1"].claims[-1].id
    made = room.claim(
        "r1",
        "denial",
        "denied",
        actors=[],
        recipients=["this"],
        type=EventType.STATEMENT,
        chain=[("Eli Moor", LinkKind.OFFICIAL, "denies")],
    )

    assert [one[2] for one in responses(room, "asking")] == [made]
    assert responses(room, "wish") == []


def test_who_denies_that_there_was_any_answers_what_was_told_right_before(room):
    room.claim("r1", "raid", "fired", actors=["Dot Ames"], recipients=["a patrol"], type=EventType.ASSAULT, chain=())
    room.claim("r1", "none", "there had been any breach", actors=[], recipients=[], type=EventType.STATE)
    claim = room.drafts["r1"].claims.pop()
    text = room.drafts["r1"].text
    room.drafts["r1"].text = f"{text}Eli Moor denied it. "
    where = Span(len(text), len(text) + len("Eli Moor"))
    cue = Span(where.end + 1, where.end + len(" denied"))
    room.drafts["r1"].names["Eli Moor"] = [where]
    denial = ChainLink(
        where, room.local("r1", "Eli Moor"), LinkKind.OFFICIAL, anonymous=False, cue=cue, cue_kind=CueKind.DENIES
    )
    room.drafts["r1"].claims.append(replace(claim, attribution=(denial,)))
    room.happenings["none"][-1] = room.drafts["r1"].claims[-1].id

    assert [one[0] for one in responses(room, "raid")] == [Stance.DENIES]
    assert room.by_id("raid").status is Status.DISPUTED


def test_the_charge_is_what_somebody_was_accused_of_before(room):
    room.claim("r1", "blame", "accused", type=EventType.ACCUSE)
    room.claim("r1", "theft", "robbed", actors=["Bo Lind"], recipients=["the town"], type=EventType.OTHER)
    made = room.claim(
        "r1",
        "denial",
        "rejected",
        actors=[],
        recipients=["the charge"],
        type=EventType.STATEMENT,
        chain=[("Bo Lind", LinkKind.PARTY, "denies")],
    )

    assert [one[2] for one in responses(room, "blame")] == [made]
    assert responses(room, "theft") == []
