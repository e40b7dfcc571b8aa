"""Every rule of standing, fired by an event that nothing else decides."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sourcebook.judge.rules import RULES, rule_name
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import EventType, LinkKind, Modality, NameKind, Polarity, Stance, Status, Tense

ROOT = Path(__file__).parents[2]

ADA = [("Ada Fern", LinkKind.PARTY, "says")]
BO = [("Bo Lind", LinkKind.PARTY, "says")]
ELI = [("Eli Moor", LinkKind.OFFICIAL, "says")]
INSIDER = [("a source within the league", LinkKind.UNKNOWN, "says", True)]


def only(judged):
    assert len(judged.events) == 1
    return judged.events[0]


def outcome(judged):
    event = only(judged)
    return event.status, [one.rule for one in event.because]


def review(kind: str, target: str, undone: bool = False) -> Judgement:
    return Judgement(f"judgement-{target}", "Kit", datetime(2031, 5, 9, tzinfo=UTC), kind, target, "", "seen", undone)


def test_a_party_on_each_side_confirms(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=ADA)
    room.claim("r1", "talks", chain=BO)

    assert outcome(room.judged()) == (Status.CONFIRMED, ["both-sides", "two-origins"])


def test_a_spokesman_speaks_for_his_side(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", actors=["League"], recipients=["Crown"], chain=ELI)
    room.claim("r1", "talks", actors=["League"], recipients=["Crown"], chain=[("Crown", LinkKind.PARTY, "confirms")])
    room.fact("r1", "Eli Moor", "role", "spokesman of the League", "League")

    assert outcome(room.judged())[1][0] == "both-sides"


def test_one_side_twice_is_one_origin(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", actors=["League"], recipients=["Crown"], chain=ELI)
    room.claim("r1", "talks", actors=["League"], recipients=["Crown"], chain=[("League", LinkKind.PARTY, "says")])
    room.fact("r1", "Eli Moor", "role", "spokesman of the League", "League")

    event = only(room.judged())
    assert (event.status, [one.rule for one in event.because]) == (Status.REPORTED, ["named-origin"])
    assert sorted(str(one.independent) for one in event.origins) == ["False", "True"]


def test_two_named_origins_confirm(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", chain=ELI)
    room.claim("r2", "talks", chain=[("Una Voss", LinkKind.OFFICIAL, "says")])

    assert outcome(room.judged()) == (Status.CONFIRMED, ["two-origins"])


def test_one_named_origin_reports(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=ELI)

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])


def test_an_unnamed_source_leaves_it_unconfirmed(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=INSIDER)

    assert outcome(room.judged()) == (Status.UNCONFIRMED, ["unnamed-origin"])


def test_reports_of_unknown_outlets_never_count_as_two(newsroom):
    room = newsroom()
    for name in ("r1", "r2"):
        room.report(name)
        room.claim(name, "talks")

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])


def test_a_named_denial_outweighs_an_unnamed_source(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=INSIDER)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")])

    assert outcome(room.judged()) == (Status.DENIED, ["named-denial"])


def test_whose_word_is_denied_is_not_where_the_denial_comes_from(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies"), *INSIDER])

    assert outcome(room.judged()) == (Status.DENIED, ["named-denial"])


def test_a_plan_can_be_denied(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=INSIDER, modality=Modality.PLANNED, tense=Tense.FUTURE)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")], modality=Modality.CONDITIONAL)

    assert outcome(room.judged()) == (Status.DENIED, ["named-denial"])


def test_a_denial_of_the_plan_says_nothing_against_what_happened_later(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Gull", 9)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")], modality=Modality.PLANNED)
    room.claim("r2", "talks", chain=ADA)
    room.claim("r2", "talks", chain=BO)

    assert outcome(room.judged())[0] is Status.CONFIRMED


def test_a_denial_that_it_was_planned_is_a_denial_of_the_plan(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 9)
    room.claim("r1", "talks", chain=ADA)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")], tail="had been planned")

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])


def test_word_against_word_is_disputed(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=ADA)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")])

    judged = room.judged()
    assert outcome(judged) == (Status.DISPUTED, ["contradiction"])
    assert [one.field.value for one in judged.conflicts] == ["polarity"]


def test_a_source_on_both_sides_does_not_hide_the_dispute(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=ADA)
    room.claim("r1", "talks", chain=INSIDER)
    room.claim("r1", "talks", chain=INSIDER, polarity=Polarity.NEGATIVE)

    assert outcome(room.judged()) == (Status.DISPUTED, ["contradiction"])


def test_agreed_and_rejected_exclude_each_other(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    matter = "to open the northern causeway before winter"
    room.claim("r1", "deal", "agreed", type=EventType.AGREE, chain=ADA, tail=matter)
    room.claim("r2", "refusal", "rejected", type=EventType.REJECT, chain=INSIDER, tail=matter)

    judged = room.judged()
    assert {event.status for event in judged.events} == {Status.DISPUTED}
    assert {event.because[0].rule for event in judged.events} == {"outcome-clash"}


def test_agreed_and_rejected_of_two_matters_go_together(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "deal", "agreed", type=EventType.AGREE, tail="to open the northern causeway before winter")
    room.claim(
        "r1",
        "refusal",
        "rejected",
        type=EventType.REJECT,
        actors=["Cy Dorn"],
        recipients=["Bo Lind"],
        tail="a pay rise",
    )

    assert room.judged().conflicts == ()


def test_what_a_named_origin_negates_did_not_happen(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", polarity=Polarity.NEGATIVE)

    assert outcome(room.judged()) == (Status.DID_NOT_HAPPEN, ["did-not-happen"])


def test_a_plan_that_came_to_nothing(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Gull", 9)
    room.claim("r1", "plan", "meet", modality=Modality.PLANNED, tense=Tense.FUTURE)
    room.claim("r2", "talks", polarity=Polarity.NEGATIVE)
    room.plans["plan"] = "talks"

    by_id = {event.id: event for event in room.judged().events}
    plan = by_id[room.event("plan")]
    assert plan.status is Status.DID_NOT_HAPPEN
    assert [one.rule for one in plan.because] == ["plan-fell-through"]
    assert plan.plan_of == room.event("talks")


def test_the_same_event_planned_and_then_not_held_is_no_dispute(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", modality=Modality.PLANNED, tense=Tense.FUTURE, chain=ADA)
    room.claim("r1", "talks", polarity=Polarity.NEGATIVE)

    assert outcome(room.judged())[0] is Status.DID_NOT_HAPPEN


@pytest.mark.parametrize(
    ("modality", "tense", "polarity", "status", "rule"),
    [
        (Modality.PLANNED, Tense.FUTURE, Polarity.POSITIVE, Status.PLANNED, "planned"),
        (Modality.ASSERTED, Tense.FUTURE, Polarity.POSITIVE, Status.PLANNED, "planned"),
        (Modality.PROMISED, Tense.FUTURE, Polarity.POSITIVE, Status.PLANNED, "promised"),
        (Modality.CONDITIONAL, Tense.FUTURE, Polarity.POSITIVE, Status.CONDITIONAL, "conditional"),
        (Modality.HYPOTHETICAL, Tense.FUTURE, Polarity.POSITIVE, Status.CONDITIONAL, "conditional"),
        (Modality.PLANNED, Tense.FUTURE, Polarity.NEGATIVE, Status.REPORTED, "refused"),
        (Modality.DEMANDED, Tense.FUTURE, Polarity.POSITIVE, Status.UNCONFIRMED, "demanded"),
        (Modality.POSSIBLE, Tense.PAST, Polarity.POSITIVE, Status.UNCONFIRMED, "possible"),
    ],
)
def test_what_is_ahead_or_only_thought_is_not_told_as_done(newsroom, modality, tense, polarity, status, rule):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", modality=modality, tense=tense, polarity=polarity)

    assert outcome(room.judged()) == (status, [rule])


@pytest.mark.parametrize(("cue", "rule"), [("believes", "possible"), ("promises", "promised"), ("demands", "demanded")])
def test_the_cue_weakens_what_it_tells(newsroom, cue, rule):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("Eli Moor", LinkKind.OFFICIAL, cue)])

    assert outcome(room.judged())[1] == [rule]


def test_an_answer_alone_is_reported_as_an_answer(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim(
        "r1", "silence", "declined", type=EventType.STATEMENT, chain=[("Eli Moor", LinkKind.OFFICIAL, "no-comment")]
    )

    assert outcome(room.judged()) == (Status.REPORTED, ["answer"])


def test_what_its_only_origin_takes_back_is_unconfirmed(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Gull", 5)
    room.claim("r1", "talks", chain=ELI)
    room.claim("r2", "talks", chain=[("Eli Moor", LinkKind.OFFICIAL, "retracts")])

    judged = room.judged()
    assert outcome(judged) == (Status.UNCONFIRMED, ["retracted"])
    assert [(one.field.value, one.state.value) for one in judged.conflicts] == [("polarity", "superseded")]


def test_the_later_word_of_one_origin_counts(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Gull", 5)
    room.claim("r1", "talks", chain=ELI)
    room.claim("r2", "talks", chain=ELI, polarity=Polarity.NEGATIVE)

    assert outcome(room.judged()) == (Status.DID_NOT_HAPPEN, ["did-not-happen"])


def test_an_unnamed_denial_alone_settles_nothing(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("a diplomat", LinkKind.UNKNOWN, "denies", True)])

    assert outcome(room.judged()) == (Status.UNCONFIRMED, ["nothing-firm"])


def test_a_claim_rejected_in_review_no_longer_counts(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    kept = room.claim("r1", "talks", chain=INSIDER)
    dropped = room.claim("r1", "talks", chain=ELI)

    event = only(room.judged([review("reject", dropped)]))
    assert event.status is Status.UNCONFIRMED
    assert [one.claims for one in event.origins] == [(kept,)]
    assert set(event.claims) == {kept, dropped}
    assert only(room.judged([review("reject", dropped, undone=True)])).status is Status.REPORTED


def test_an_event_of_which_every_claim_was_rejected(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    dropped = room.claim("r1", "talks", chain=ELI)

    assert outcome(room.judged([review("reject", dropped)])) == (Status.UNCONFIRMED, ["rejected-in-review"])


def test_the_machines_confidence_changes_no_standing(newsroom):
    found = []
    for confidence in (0.01, 0.99):
        room = newsroom()
        room.report("r1", "Gull", 4)
        room.claim("r1", "talks", chain=ADA, confidence=confidence)
        room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")], confidence=1 - confidence)
        found.append(room.judged())

    assert found[0] == found[1]


def test_silence_changes_no_status_but_is_kept(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=INSIDER)
    room.claim("r1", "talks", chain=[("Bo Lind", LinkKind.PARTY, "neither")])

    event = only(room.judged())
    assert event.status is Status.UNCONFIRMED
    assert [(one.stance, one.entity) for one in event.responses] == [(Stance.NEITHER, room.entity("Bo Lind"))]


def test_the_manual_tells_every_rule_in_order():
    """``docs/judging.md`` lists the rules with the sentence that the code gives them."""
    manual = (ROOT / "docs" / "judging.md").read_text(encoding="utf-8")
    told = re.findall(r"^\d+\. \*\*`([a-z-]+)`\*\* → `([a-z-]+)`\. (.+)$", manual, flags=re.MULTILINE)
    written = []
    for rule, status in RULES:
        assert rule.__doc__ is not None
        written.append((rule_name(rule), status.value, rule.__doc__.strip().splitlines()[0]))

    assert told == written


def test_outlets_alone_confirm_nothing(newsroom):
    """Nobody says where they know it from: all may rest on one agency."""
    room = newsroom()
    for name, outlet in (("r1", "Gull"), ("r2", "Heron"), ("r3", "Tern")):
        room.report(name, outlet, 4)
        room.claim(name, "talks", words=f"met {name}")

    judged = room.judged()
    assert outcome(judged) == (Status.REPORTED, ["named-origin"])
    assert {one.independent for one in judged.events[0].origins} == {None}


def test_a_source_and_an_outlet_that_may_rest_on_it_are_not_two(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", chain=ADA)
    room.claim("r2", "talks")

    judged = room.judged()
    assert outcome(judged) == (Status.REPORTED, ["named-origin"])
    assert [one.independent for one in judged.events[0].origins] == [True, None]


def test_two_phrases_for_what_may_be_one_body_confirm_nothing(newsroom):
    room = newsroom()
    for day, (outlet, body) in enumerate(
        [("Gull", "the defense ministry"), ("Heron", "the Oskan defense ministry")], 4
    ):
        room.report(outlet, outlet, day)
        room.kinds[body] = NameKind.ORGANIZATION
        room.claim(outlet, "raid", "raided", type=EventType.ASSAULT, chain=[(body, LinkKind.OFFICIAL, "says")])

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])
    assert [one.independent for one in only(room.judged()).origins] == [True, None]


def test_the_ministries_of_two_states_are_two(newsroom):
    room = newsroom()
    for day, (outlet, body) in enumerate([("Gull", "Veld’s ministry"), ("Heron", "the Oskan ministry")], 4):
        room.report(outlet, outlet, day)
        room.claim(outlet, "raid", "raided", type=EventType.ASSAULT, chain=[(body, LinkKind.OFFICIAL, "says")])

    assert outcome(room.judged())[0] is Status.CONFIRMED


def test_who_accuse_each_other_confirm_nothing(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "raid", "attacked", actors=["Crown"], recipients=["League"], type=EventType.ASSAULT, chain=ADA)
    room.claim("r1", "raid", "attacked", actors=["League"], recipients=["Crown"], type=EventType.ASSAULT, chain=BO)

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])


def test_nobody_was_hurt_is_said_of_what_was_told_last(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 9)
    room.claim("r1", "raid", "hurt", actors=[], recipients=["four guards"], type=EventType.ASSAULT, chain=ADA)
    room.claim(
        "r2", "raid", "hurt", actors=["nobody"], recipients=[], type=EventType.ASSAULT, polarity=Polarity.NEGATIVE
    )

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin", "answer"])


def test_each_side_that_counts_its_own_losses_confirms_nothing_of_the_others(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    raid = {"actors": [], "type": EventType.ASSAULT}
    room.claim("r1", "raid", "wounded", recipients=["four guards"], chain=ADA, **raid)
    room.claim("r1", "raid", "wounded", recipients=["three of its own men"], chain=BO, **raid)

    assert outcome(room.judged()) == (Status.REPORTED, ["named-origin"])
