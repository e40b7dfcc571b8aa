"""What two sides tell of an event's type, whom a prepositional phrase or an infinitive names, and how it is written."""

from __future__ import annotations

import numpy as np

from sourcebook.annotate.contract import as_contract
from sourcebook.annotate.events import PairScores
from sourcebook.annotate.sentences import sentence_bounds
from sourcebook.values.kinds import EventType, Modality, NameKind, Polarity, Role, Tense
from sourcebook.values.marks import Annotation, EventMark, MentionMark, NameMark, RoleMark
from sourcebook.values.producers import Producer
from sourcebook.values.spans import Span


def _scores() -> PairScores:
    """Three words, two types: word 1 answers when 0 acts upon 2, and tells the first type."""
    key = np.float32([[0, 0], [9, 0], [0, 0]])
    asks = np.float32([[1, 0], [0, 0], [0, 0]])
    none, flat = np.zeros((3, 2), np.float32), np.zeros(2, np.float32)
    types = np.float32([[0, 5], [5, 0], [0, 5]])
    blank = (flat, flat)
    return PairScores(types, key, (asks, none), (none, none), (blank, blank))


def test_the_word_that_tells_of_both_sides_decides() -> None:
    chances, attention = _scores().chances([0], [2], [0, 1, 2])
    assert attention == [(1, 1.0)]
    assert chances[0] > 0.99
    assert abs(float(chances.sum()) - 1) < 1e-6


def test_sides_that_are_not_named_have_rows_of_their_own() -> None:
    chances, attention = _scores().chances([], [2], [0, 1, 2])
    assert [word for word, _ in attention] == [0, 1]
    assert abs(attention[0][1] - 0.5) < 1e-6
    assert abs(float(chances[0]) - 0.5) < 1e-6


def test_no_sentence_starts_with_a_small_letter_after_a_word() -> None:
    words = ["Osk", "talks", "Began", "Again", ".", "later"]
    eager = np.float32([[0, 9], [0, 9], [0, 1], [0, 5], [9, 0], [0, 9]])
    starts = np.array([True, *[False] * 5])
    assert sentence_bounds(eager, words, starts) == [0, 3, 5, 6]


def _annotation(kind: EventType, *roles: RoleMark) -> Annotation:
    text = "Merenth said it rejected the plan."
    event = EventMark(
        Span(16, 24), 3, "reject", kind, None, Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST, roles, 0.7, kind
    )
    return Annotation(
        "r",
        Producer("annotate", 1, "none"),
        (Span(0, len(text)),),
        (),
        (NameMark(Span(0, 7), NameKind.PLACE),),
        (MentionMark(Span(0, 7), 0), MentionMark(Span(13, 15), 0)),
        (),
        (),
        (event,),
    )


def test_a_pronouns_part_is_written_at_its_name_and_a_thing_may_be_acted_upon() -> None:
    found = as_contract(
        _annotation(
            EventType.REJECT,
            RoleMark(Role.ACTOR, Span(13, 15), 2, "subject"),
            RoleMark(Role.TOPIC, Span(25, 33), 5, "object"),
        ),
        "r",
    )
    (event,) = found["events"]  # type: ignore[misc]
    assert event["roles"] == [
        {"role": "actor", "start": 0, "end": 7},
        {"role": "recipient", "start": 25, "end": 33},
    ]


def test_a_thing_beside_somebody_stays_the_topic() -> None:
    found = as_contract(
        _annotation(
            EventType.REJECT,
            RoleMark(Role.RECIPIENT, Span(0, 7), 0, "object"),
            RoleMark(Role.TOPIC, Span(25, 33), 5, "object"),
        ),
        "r",
    )
    (event,) = found["events"]  # type: ignore[misc]
    assert [role["role"] for role in event["roles"]] == ["recipient", "topic"]


def test_a_thing_whose_owner_is_told_is_acted_upon_too() -> None:
    found = as_contract(
        _annotation(
            EventType.REJECT,
            RoleMark(Role.RECIPIENT, Span(0, 7), 0, "object, whose it is"),
            RoleMark(Role.TOPIC, Span(25, 33), 5, "object"),
        ),
        "r",
    )
    (event,) = found["events"]  # type: ignore[misc]
    assert [role["role"] for role in event["roles"]] == ["recipient", "recipient"]


def test_the_place_undergoes_an_act_that_nobody_else_does() -> None:
    """Coders of events take the country for whoever is there; a record that names people must not."""
    place = RoleMark(Role.PLACE, Span(0, 7), 0, "of the clause")
    (event,) = as_contract(_annotation(EventType.SANCTION, place), "r")["events"]  # type: ignore[misc]
    assert [role["role"] for role in event["roles"]] == ["place", "recipient"]
    (event,) = as_contract(_annotation(EventType.TRAVEL, place), "r")["events"]  # type: ignore[misc]
    assert [role["role"] for role in event["roles"]] == ["place"]
