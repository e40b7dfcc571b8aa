"""The labeled claims and the sentences of our own hold together, and what is counted from them is what it should be."""

import numpy as np
import pytest

from evaluation.claims import cases, confidence, labels
from sourcebook.values.claims import Acting, Claim, Extraction, Participant, Trigger
from sourcebook.values.kinds import EventType, Modality, Polarity, Role, Tense
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span

TEXT = "Venn met envoys from Tor."


def claim(kind=EventType.CONSULT, polarity=Polarity.POSITIVE):
    envoys = Participant(Role.RECIPIENT, Span(9, 24), None, None, (Acting(Span(21, 24), None),))
    return Claim(
        report="r",
        evidence=(Span(0, 24),),
        type=kind,
        trigger=Trigger(Span(5, 8), "meet"),
        participants=(Participant(Role.ACTOR, Span(0, 4), None), envoys),
        polarity=polarity,
        modality=Modality.ASSERTED,
        tense=Tense.PAST,
    )


def judged(found, types=frozenset({EventType.CONSULT}), participants="actor:0-4;recipient:9-24", right=True):
    label = labels.Label(
        "d", "0", Span(5, 8), types, Polarity.POSITIVE, frozenset({Modality.ASSERTED}), right, participants
    )
    extraction = Extraction("r", Published(), (), (found,), ())
    return labels.judge(label, extraction, Annotation("r", Producer("test", 1), (), (), (), (), (), (), ()))


def test_two_hundred_claims_are_labeled_each_once():
    known = labels.load()

    assert len({(one.document, one.span, one.participants) for one in known}) == len(known) == 200
    assert all(one.modalities for one in known)


def test_a_claim_as_the_reader_would_make_it_is_right():
    assert judged(claim()).right


@pytest.mark.parametrize(
    ("found", "told", "wrong"),
    [
        (claim(), {"types": frozenset()}, "event"),
        (claim(EventType.ASSAULT), {}, "type"),
        (claim(polarity=Polarity.NEGATIVE), {}, "mood"),
        (claim(), {"right": False}, "who"),
    ],
)
def test_what_is_wrong_is_named(found, told, wrong):
    verdict = judged(found, **told)

    assert getattr(verdict, wrong) is False
    assert not verdict.right


def test_participants_that_nobody_checked_are_not_judged():
    assert judged(claim(), participants="actor:0-4").who is None


def test_an_untyped_claim_is_no_claim_of_the_sample():
    assert judged(claim(EventType.OTHER)) is None


def test_there_are_enough_sentences_of_our_own():
    known = cases.load()

    assert len(known) >= 60
    assert len({one.text for one in known}) == len(known)
    assert all(one.claims or one.absent for one in known)


def test_a_claim_is_compared_field_by_field():
    want = {"at": "met", "type": "CONSULT", "actor": ["Venn"], "recipient": ["envoys"], "of": ["Tor"], "place": "none"}

    assert cases.faults(want, TEXT, [claim()]) == []
    assert cases.faults(want | {"actor": ["envoys"], "time": "Monday"}, TEXT, [claim()]) == ["actor", "time"]
    assert cases.faults(want | {"at": "Tor"}, TEXT, [claim()]) == ["at"]


def test_a_field_nobody_knows_is_refused(tmp_path):
    (tmp_path / "some.toml").write_text(
        '[[case]]\ntext = "Venn left."\nclaims = [{ at = "left", mood = "bad" }]\n', encoding="utf-8"
    )

    with pytest.raises(cases.BadCase, match="no such field"):
        cases.load(tmp_path)


def test_a_fit_finds_what_tells_right_from_wrong():
    rows = np.array([[1.0, 0.0]] * 20 + [[1.0, 1.0]] * 20)
    right = np.array([0.0] * 15 + [1.0] * 5 + [1.0] * 15 + [0.0] * 5)

    bias, weight = confidence.fitted(rows, right)

    assert bias < 0 < weight
    assert 1 / (1 + np.exp(-bias)) == pytest.approx(0.3, abs=0.07)
