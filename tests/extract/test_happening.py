"""Acts told by a noun, and the verb that says whether they happen; from hand-made marks."""

from datetime import date

import pytest

from sourcebook.extract.happening import with_happening
from sourcebook.extract.reading import Reading
from sourcebook.values.claims import Claim, Participant, Trigger, When
from sourcebook.values.kinds import Anchor, EventType, Modality, Polarity, Precision, Role, Tense
from sourcebook.values.marks import Annotation, Token
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span


def told(text, noun, verb, *, acting, time=None, polarity=Polarity.NEGATIVE, modality=Modality.ASSERTED):
    """Return the claim of the noun as it is left; the verb's claim has ``acting`` for its actor."""
    tokens, at = [], 0
    for word in text.split():
        pos = "NOUN" if word == noun else "X"
        tokens.append(Token(Span(at, at + len(word)), word, pos, "", 0, "dep"))
        at += len(word) + 1
    reading = Reading(
        Report(given_id="r", sha256="0" * 64, text=text, passages=()),
        Annotation("r", Producer("test", 1), (Span(0, len(text)),), tuple(tokens)),
    )

    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    def claim(word, kind, **more):
        return Claim(report="r", evidence=(Span(0, len(text)),), type=kind, trigger=Trigger(span(word), word), **more)

    plain = {"polarity": Polarity.POSITIVE, "modality": Modality.ASSERTED, "tense": Tense.PAST}
    heads = {word: number for number, word in enumerate(text.split())}
    claims = {heads[noun]: claim(noun, EventType.CONSULT, **plain)}
    if verb is not None:
        actor = (Participant(Role.ACTOR, span(acting), None),)
        claims[heads[verb]] = claim(
            verb,
            EventType.OTHER,
            participants=actor,
            time=time,
            polarity=polarity,
            modality=modality,
            tense=Tense.ONGOING,
        )
    return with_happening(reading, claims)[heads[noun]]


@pytest.mark.parametrize(
    ("text", "verb"),
    [("The talks in Orel did not take place at all", "take"), ("The talks in Orel did not happen", "happen")],
)
def test_talks_that_did_not_take_place_are_negative(text, verb):
    found = told(text, "talks", verb, acting="The talks in Orel")

    assert (found.polarity, found.tense) == (Polarity.NEGATIVE, Tense.ONGOING)


def test_talks_that_may_happen_are_possible_and_take_the_time_of_the_verb():
    day = When(date(2031, 5, 3), date(2031, 5, 3), Precision.DAY, Span(0, 3), Anchor.TEXT, "day")
    found = told(
        "The talks may happen",
        "talks",
        "happen",
        acting="The talks",
        time=day,
        polarity=Polarity.POSITIVE,
        modality=Modality.POSSIBLE,
    )

    assert (found.modality, found.polarity, found.time) == (Modality.POSSIBLE, Polarity.POSITIVE, day)


@pytest.mark.parametrize(
    ("text", "verb", "acting"),
    [
        ("The talks did not take long", "take", "The talks"),
        ("After the talks Orel did not happen", "happen", "Orel"),
        ("The talks did not please Orel", "please", "The talks"),
    ],
)
def test_other_verbs_and_other_doers_leave_the_act_as_it_is(text, verb, acting):
    found = told(text, "talks", verb, acting=acting)

    assert (found.polarity, found.modality, found.tense) == (Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST)


def test_what_any_stands_before_is_not_said_to_be():
    assert told("Orel has no word of any talks", "talks", None, acting="").modality is Modality.POSSIBLE
    assert told("Orel has word of the talks", "talks", None, acting="").modality is Modality.ASSERTED
