"""PLOVER's codebook types an act by its mood; the record keeps the act."""

from __future__ import annotations

import pytest

from sourcebook.annotate.events.coding import coded
from sourcebook.annotate.events.lexicon import lexicon
from sourcebook.annotate.events.mood import Mood
from sourcebook.values.kinds import EventType, Modality, Polarity, Tense

PLAIN = Mood(Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST)
DENIED = Mood(Polarity.NEGATIVE, Modality.ASSERTED, Tense.PAST)
PLANNED = Mood(Polarity.POSITIVE, Modality.PLANNED, Tense.FUTURE)
REFUSED = Mood(Polarity.NEGATIVE, Modality.PLANNED, Tense.FUTURE)
WILLING = Mood(Polarity.POSITIVE, Modality.POSSIBLE, Tense.ONGOING)
ALLEGED = Mood(Polarity.POSITIVE, Modality.POSSIBLE, Tense.PAST)
ASKED = Mood(Polarity.POSITIVE, Modality.DEMANDED, Tense.FUTURE)


@pytest.mark.parametrize(
    ("kind", "mood", "lemma", "expected"),
    [
        (EventType.CONSULT, PLAIN, "meet", EventType.CONSULT),
        (EventType.CONSULT, PLANNED, "meet", EventType.AGREE),
        (EventType.AID, WILLING, "help", EventType.AGREE),
        (EventType.AID, ALLEGED, "help", EventType.AID),
        (EventType.AID, ASKED, "help", EventType.AID),
        (EventType.CONCEDE, REFUSED, "release", EventType.REJECT),
        (EventType.AGREE, DENIED, "deal", EventType.REJECT),
        (EventType.AGREE, PLAIN, "deal", EventType.SUPPORT),
        (EventType.AGREE, PLAIN, "pledge", EventType.AGREE),
        (EventType.AGREE, PLANNED, "deal", EventType.AGREE),
        (EventType.ASSAULT, PLANNED, "attack", EventType.THREATEN),
        (EventType.ASSAULT, REFUSED, "attack", EventType.ASSAULT),
        (EventType.STATEMENT, PLANNED, "say", EventType.STATEMENT),
        (None, PLANNED, "sing", None),
    ],
)
def test_the_mood_decides(kind: EventType | None, mood: Mood, lemma: str, expected: EventType | None) -> None:
    assert coded(kind, mood, lemma) is expected


@pytest.mark.parametrize(
    ("verb", "beside", "expected"),
    [
        ("ease", ["curfew"], EventType.CONCEDE),
        ("suspend", ["aid"], EventType.SANCTION),
        ("halt", ["bombing"], EventType.RETREAT),
        ("scrap", ["treaty"], EventType.REJECT),
        ("summon", ["envoy"], EventType.ACCUSE),
        ("remain", ["on", "alert"], EventType.MOBILIZE),
    ],
)
def test_what_a_verb_does_to_its_object_types_it(verb: str, beside: list[str], expected: EventType) -> None:
    """To stop a friendly act is hostile and to stop a hostile one friendly, whatever the object alone tells."""
    senses, phrase = lexicon().of_verb(verb, beside)
    assert phrase
    assert {sense.type for sense in senses} == {expected}
