"""Two readers of a pair are weighed by how often each is right."""

from __future__ import annotations

from sourcebook.annotate.events.weighing import coders, codes, root, weighed
from sourcebook.values.kinds import EventType, Modality, Polarity, Role, Tense
from sourcebook.values.marks import EventMark, RoleMark
from sourcebook.values.spans import Span

ACTOR, OTHER, PLACE = Span(0, 4), Span(10, 14), Span(20, 24)


def _event(kind: EventType | None, **roles: Span) -> EventMark:
    marks = tuple(RoleMark(Role(name), span, 0, "") for name, span in roles.items())
    mood = (Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST)
    return EventMark(Span(5, 9), 1, "act", kind, None, *mood, marks, coded=kind)


def test_two_readers_of_one_mind_are_surer_than_one() -> None:
    alone, chance = weighed({"AID": 0.6, "COERCE": 0.4}, [])
    both, surer = weighed({"AID": 0.6, "COERCE": 0.4}, ["AID"])
    assert alone == both == "AID"
    assert surer > chance


def test_a_doubtful_model_is_outweighed() -> None:
    assert weighed({"AID": 0.6, "COERCE": 0.4}, ["COERCE"])[0] == "COERCE"
    assert weighed({"AID": 1.0, "COERCE": 0.0}, ["COERCE"])[0] == "AID"


def test_what_holds_one_side_tells_less_than_what_holds_both() -> None:
    roots = {"ASSAULT": 0.5, "SUPPORT": 0.5}
    assert weighed(roots, ["ASSAULT"])[1] > weighed(roots, [], ["ASSAULT"])[1] > 0.5


def test_no_event_is_no_answer() -> None:
    assert weighed({"NONE": 0.9, "AID": 0.06, "COERCE": 0.04}, [])[0] == "AID"


def test_events_that_hold_both_sides_hide_those_that_hold_one() -> None:
    full = _event(EventType.AID, actor=ACTOR, recipient=OTHER)
    half = _event(EventType.COERCE, recipient=OTHER)
    assert codes([full, half], ACTOR, OTHER, {}) == ({"AID"}, set())
    assert codes([half], ACTOR, OTHER, {}) == (set(), {"COERCE"})


def test_a_side_that_is_not_named_is_not_asked_for() -> None:
    half = _event(EventType.COERCE, recipient=OTHER)
    assert codes([half], None, OTHER, {}) == ({"COERCE"}, set())
    assert codes([half], ACTOR, None, {}) == (set(), set())


def test_sides_of_a_symmetric_act_may_stand_either_way() -> None:
    """Whoever meets somebody is met; whoever arrests somebody is not arrested."""
    assert codes([_event(EventType.CONSULT, actor=OTHER, recipient=ACTOR)], ACTOR, OTHER, {})[0] == {"CONSULT"}
    assert codes([_event(EventType.COERCE, actor=OTHER, recipient=ACTOR)], ACTOR, OTHER, {})[0] == set()
    assert codes([_event(EventType.CONSULT, participant=ACTOR)], ACTOR, ACTOR, {})[0] == set()


def test_a_mention_counts_at_its_name() -> None:
    event = _event(EventType.SANCTION, actor=PLACE, recipient=OTHER)
    assert codes([event], ACTOR, OTHER, {PLACE: ACTOR})[0] == {"SANCTION"}


def test_every_code_is_known_for_every_root() -> None:
    roots = {root(kind) for kind in EventType if kind.plover}
    for table in (coders().linking, coders().touching):
        assert {frozenset(told) for told in table.values()} == {frozenset(roots)}
        assert all(value < 0 for told in table.values() for value in told.values())
