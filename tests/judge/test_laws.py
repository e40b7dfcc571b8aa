"""What holds for every story."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.values.kinds import CueKind, EventType, LinkKind, Modality, Polarity, Status

OUTLETS = ["Gull", "Heron", "Ibis", None]
SOURCES = ["Ada Fern", "Bo Lind", "a source within the league", "Gull", "Heron", "Ibis"]


@st.composite
def links(draw):
    source = draw(st.sampled_from(SOURCES))
    kind = LinkKind.OUTLET if source in OUTLETS else LinkKind.PARTY
    return source, kind, draw(st.sampled_from(CueKind)).value, source[0].islower()


@st.composite
def plans_of_stories(draw):
    """A story as a list of calls, so that it can be told twice."""
    reports = [
        (f"r{n}", draw(st.sampled_from(OUTLETS)), draw(st.sampled_from([4, 5, None])))
        for n in range(draw(st.integers(1, 4)))
    ]
    claims = [
        {
            "report": draw(st.sampled_from(reports))[0],
            "event": draw(st.sampled_from(["one", "two"])),
            "type": draw(st.sampled_from([EventType.AGREE, EventType.REJECT, EventType.STATEMENT])),
            "modality": draw(st.sampled_from(Modality)),
            "polarity": draw(st.sampled_from(Polarity)),
            "chain": draw(st.lists(links(), max_size=2)),
            "place": draw(st.sampled_from([None, "Tarn", "Orm"])),
            "days": draw(st.sampled_from([None, (1, 2), (2, 3), (5, 6)])),
            "number": draw(st.sampled_from([None, (3, None, None, "people"), (None, 5, None, "people")])),
            "tail": draw(st.sampled_from(["", "while rain fell on the long grey pier all day and all night"])),
        }
        for _ in range(draw(st.integers(1, 8)))
    ]
    return reports, claims


def told(newsroom, plan):
    room = newsroom()
    reports, claims = plan
    for report in reports:
        room.report(*report)
    for claim in claims:
        room.claim(**claim)
    return room


@settings(deadline=None, max_examples=30)
@given(plan=plans_of_stories(), seed=st.integers(0, 5))
def test_order_of_arrival_does_not_matter(newsroom, plan, seed):
    """Batches see reports in different orders and must agree all the same."""
    room = told(newsroom, plan)

    assert room.judged() == room.judged(seed=seed)


@settings(deadline=None, max_examples=30)
@given(plan=plans_of_stories())
def test_every_event_has_one_status_and_a_reason(newsroom, plan):
    """A status without a rule behind it could not be checked."""
    judged = told(newsroom, plan).judged()

    assert judged.events
    for event in judged.events:
        assert isinstance(event.status, Status)
        assert event.because
        assert all(one.claims for one in event.because)
        assert event.origins


@settings(deadline=None, max_examples=30)
@given(plan=plans_of_stories(), data=st.data())
def test_a_copy_of_a_report_adds_no_origin(newsroom, plan, data):
    """Fifty papers that print one wire story are one voice."""
    room = told(newsroom, plan)
    before = {event.id: len(event.origins) for event in room.judged().events}
    telling = [name for name, draft in room.drafts.items() if draft.claims]
    room.copy(data.draw(st.sampled_from(telling)), "r9")
    after = {event.id: len(event.origins) for event in room.judged().events}

    assert after == before


@settings(deadline=None, max_examples=30)
@given(plan=plans_of_stories())
def test_origins_share_no_claim(newsroom, plan):
    """A claim has one root, so that nothing is counted twice."""
    for event in told(newsroom, plan).judged().events:
        claims = [claim for origin in event.origins for claim in origin.claims]
        assert len(claims) == len(set(claims))
        assert set(claims) <= {*event.claims, *(one.claim for one in event.responses)}


@settings(deadline=None, max_examples=30)
@given(plan=plans_of_stories())
def test_conflicts_have_two_sides_of_the_storys_own_claims(newsroom, plan):
    """A conflict that cannot be opened on both sides cannot be judged."""
    judged = told(newsroom, plan).judged()
    known = {claim for event in judged.events for claim in event.claims}

    for conflict in judged.conflicts:
        assert len(conflict.sides) > 1
        assert all(side.claims and set(side.claims) <= known for side in conflict.sides)
